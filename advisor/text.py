"""Words for people: lists in prose, the nearest match, wrapped paragraphs, and text made safe to show."""

import difflib
import textwrap
import unicodedata
from collections.abc import Iterable

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str) -> str:
    """Text from a file as it may be shown: what could steer a terminal or reverse a line becomes visible code.

    Joiners (ZWJ, ZWNJ) stay, since Persian and other scripts are misspelled without them.
    """
    return "".join(_visible_character(c) for c in text)


def _visible_character(c: str) -> str:
    if c in "\n\t":
        return c
    if c in _BIDI_CONTROLS or unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp"):
        return f"<U+{ord(c):04X}>"
    return c


def either(words: Iterable[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return _joined(list(words), "or")


def both(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return _joined(list(words), "and")


def _joined(words: list[str], last: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def quoted(value: object) -> str:
    """A value as it was written, in double quotes, made safe to show and cut where it is long."""
    text = visible(str(value)).replace("\n", " ")
    return f'"{text if len(text) <= 60 else text[:59] + "…"}"'


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """A sentence, with a leading space, that names the nearest known word; empty where none is near."""
    near = difflib.get_close_matches(str(word), list(known), n=1, cutoff=0.6)
    return f' Did you mean "{near[0]}"?' if near else ""


def expected_one_of(word: object, known: Iterable[str]) -> str:
    """What was expected instead of a word: the nearest match, or all the choices where they are few."""
    choices = list(known)
    if hint := did_you_mean(word, choices):
        return hint
    if 0 < len(choices) <= 12:
        return f" Expected {either(choices)}."
    return ""


def paragraph(text: str, indent: str = "", first: str | None = None, width: int = 80) -> str:
    """Text wrapped to a width, each line indented, the first one differently if told so."""
    return textwrap.fill(
        " ".join(text.split()),
        width=width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )

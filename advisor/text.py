"""Words for people: lists in prose, the nearest match, wrapped paragraphs, and text made safe to show."""

import difflib
import re
import textwrap
import unicodedata
from collections.abc import Iterable

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_NO_CHARACTER = 0xFFFE
"""The last two codes of each plane stand for no character, and no XML may hold them."""

_NEEDS_QUOTES = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?|true|false")
"""What would not have become text without quotes."""

_FEW = 12
"""So many choices can be named in a sentence."""
_LONGEST = 60
"""Longer values are cut."""
_TELLING = 3
"""Shorter words are alike by accident."""


def visible(text: str) -> str:
    """Text from a file as it may be shown: what could steer a terminal or reverse a line becomes visible code.

    Joiners (ZWJ, ZWNJ) stay, since Persian and other scripts are misspelled without them.
    """
    # Nothing that has to become visible counts as printable, and most texts are.
    return text if text.isprintable() else "".join(_visible_character(c) for c in text)


def _visible_character(c: str) -> str:
    if c in "\n\t":
        return c
    if c in _BIDI_CONTROLS or unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or ord(c) & 0xFFFE == _NO_CHARACTER:
        return f"<U+{ord(c):04X}>"
    return c


def either(words: Iterable[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return _joined(list(words), "or")


def both(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return _joined(list(words), "and")


def _joined(words: list[str], last: str) -> str:
    *firsts, final = words or [""]
    return f"{', '.join(firsts)} {last} {final}" if firsts else final


def quoted(value: object) -> str:
    """A value as it was written, in double quotes, safe to show."""
    return f'"{as_written(value)}"'


def as_written(value: object) -> str:
    """A value as a person would have written it in a file, made safe to show and cut where it is long."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return f"[{', '.join(map(_in_list, value))}]"
        case dict():
            return f"{{{', '.join(f'{as_written(key)}: {as_written(inner)}' for key, inner in value.items())}}}"
        case _:
            text = visible(str(value)).replace("\n", " ")
            return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _in_list(value: object) -> str:
    text = as_written(value)
    return f'"{text}"' if isinstance(value, str) and set(text) & set(",:[]{}#") else text


def found(value: object) -> str:
    """What stands where something else was expected, as the end of a sentence."""
    match value:
        case None:
            return "nothing is written there"
        case dict():
            return "found fields below it" if value else "found empty brackets"
        case list():
            return "found a list" if value else "found an empty list"
        case str() if not value.strip():
            return "found empty text"
        case str() if _NEEDS_QUOTES.fullmatch(value):
            return f"found {quoted(value)} in quotes"
        case _:
            return f"found {quoted(value)}"


def _in_order(words: Iterable[str]) -> list[str]:
    """Words in the order in which they were given; those of a set, which has none, by the alphabet."""
    return sorted(words) if isinstance(words, frozenset | set) else list(words)


def nearest(word: object, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, whatever their case; None where none is near."""
    by_lower = {choice.lower(): choice for choice in _in_order(known)}
    typed = (word if isinstance(word, str) else as_written(word)).lower()
    if len(typed) < _TELLING:
        return by_lower.get(typed)
    near = difflib.get_close_matches(typed, by_lower, n=1, cutoff=0.6)
    return by_lower[near[0]] if near else None


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """A sentence, with a leading space, that names the nearest known word; empty where none is near."""
    near = nearest(word, known)
    return "" if near is None else f" Did you mean {quoted(near)}?"


def expected_one_of(word: object, known: Iterable[str]) -> str:
    """What was expected instead of a word: the nearest match, or all the choices where they are few."""
    choices = _in_order(known)
    if hint := did_you_mean(word, choices):
        return hint
    return expected(choices) if len(choices) <= _FEW else ""


def expected(choices: Iterable[str]) -> str:
    """All the choices, as a sentence with a leading space; in quotes where one of them is more than a word."""
    words = [visible(choice) for choice in choices]
    shown = map(quoted, words) if any(" " in word for word in words) else words
    return f" Expected {either(shown)}." if words else ""


def paragraph(text: str, indent: str = "", first: str = "", width: int = 80) -> str:
    """Text wrapped to a width: how the first line and the others begin."""
    return textwrap.fill(
        " ".join(text.split()),
        width=width,
        initial_indent=first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )

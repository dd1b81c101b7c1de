"""What ISO 639, ISO 3166 and CLDR know of languages and territories; the one door to langcodes and Babel.

Nothing is imported before somebody asks for what the rulebook does not list, and `langcodes`' own names never are: they
take a second and 350 MB. Names are compared exactly; whatever resembles a name is somebody else's to judge.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any, Protocol

from advisor.text import visible

_PRIVATE = re.compile(r"q[a-t][a-z]|mis|mul|und|zxx")
"""Codes that name no language."""
_ALPHA_2 = re.compile(r"[A-Z]{2}")
_NO_TERRITORY = re.compile("AC|CP|CQ|DG|EA|EU|EZ|IC|QO|TA|UN|XA|XB|ZZ")
"""What CLDR has beside the territories of ISO 3166-1 and Kosovo (XK)."""


class Standard(Protocol):
    """A standard list of codes."""

    code: re.Pattern[str]
    """What its codes look like."""

    def codes(self, word: str) -> tuple[str, ...]:
        """What a code stands for, however it is written: first as it is written, last as the standard has it."""

    def named(self, name: str) -> str | None:
        """The code of what is called so."""

    def name(self, code: str) -> str | None:
        """What it is called in English."""

    @property
    def names(self) -> Iterable[str]:
        """The names of what is best known, in English."""


class Languages:
    """ISO 639, by way of BCP 47: regions, scripts and dialects after the language are allowed, and dropped."""

    code = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")

    def codes(self, word: str) -> tuple[str, ...]:
        """The language of a tag: its shortest code, and before it the one that was written."""
        if not self.code.fullmatch(word):
            return ()
        from langcodes import Language

        try:
            written, meant = Language.get(word, normalize=False), Language.get(word)
        except ValueError:
            return ()
        if not meant.language or not meant.is_valid() or _PRIVATE.fullmatch(meant.language):
            return ()
        return str(written.language).lower(), meant.language

    def three_letters(self, code: str) -> str:
        """The code of a language with three letters, whatever shorter one it has."""
        from langcodes import Language

        return str(Language.get(code).to_alpha3())

    def named(self, name: str) -> str | None:
        """The code of the language that is called so in English, or in any language that is written otherwise."""
        found = _looked_up("language", name)
        return None if found is None else next(reversed(self.codes(found)), None)

    def name(self, code: str) -> str | None:
        """CLDR's name in English; for the many languages that it leaves out, that of the registry of tags."""
        return self._cldr.get(code) or _registered().get(code)

    @property
    def names(self) -> Iterable[str]:
        """CLDR's names in English."""
        return self._cldr.values()

    @cached_property
    def _cldr(self) -> Mapping[str, str]:
        return {code: name for code, name in _english().languages.items() if "_" not in code}


class Territories:
    """ISO 3166-1 and Kosovo."""

    code = re.compile(r"[A-Za-z]{2,3}")

    def codes(self, word: str) -> tuple[str, ...]:
        """The code with two letters, whether it was written with two or three."""
        from babel.core import get_global

        code = word.upper()
        meant = [code] if code in self._cldr else get_global("territory_aliases").get(code, [])
        # A territory that has become several is none of them.
        return (meant[0],) if len(meant) == 1 and meant[0] in self._cldr else ()

    def named(self, name: str) -> str | None:
        """The code of the territory that is called so in English, or in any language that is written otherwise."""
        found = _looked_up("territory", name)
        return None if found is None else next(iter(self.codes(found)), None)

    def name(self, code: str) -> str | None:
        """CLDR's name in English."""
        return self._cldr.get(code)

    @property
    def names(self) -> Iterable[str]:
        """CLDR's names in English."""
        return self._cldr.values()

    @cached_property
    def _cldr(self) -> Mapping[str, str]:
        known = _english().territories.items()
        return {code: name for code, name in known if _ALPHA_2.fullmatch(code) and not _NO_TERRITORY.fullmatch(code)}


@cache
def _english() -> Any:
    from babel.core import Locale

    return Locale("en")


@cache
def _registered() -> Mapping[str, str]:
    from language_data.registry_parser import parse_registry

    languages = (entry for entry in parse_registry() if entry.get("Type") == "language")
    return {entry["Subtag"]: entry["Description"][0] for entry in languages}


def _looked_up(category: str, name: str) -> str | None:
    """The code of a name, exactly spelled.

    The names of all languages together are asked only for what is not plain English letters: among the others there
    are too many that mean one thing here and another there.
    """
    if visible(name) != name:
        # A list of names is not made for letters that no name has, and would answer with a crash.
        return None
    from language_data.names import normalize_name

    wanted = normalize_name(name)
    for language in ("en",) if wanted.isascii() else ("en", "und"):
        found: list[bytes] = _trie(language, category).get(wanted, [])
        if found:
            return found[0].decode()
    return None


@cache
def _trie(language: str, category: str) -> Any:
    from language_data.names import load_trie
    from language_data.util import data_filename

    return load_trie(data_filename(f"trie/{language}/name_to_{category}.marisa"))

"""What a typed word means: one language or territory, several of them, or a name of its own."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from advisor.codes.standards import Languages, Standard, Territories
from advisor.model.entry import BASE_LANGUAGE, in_language
from advisor.model.language import Listed
from advisor.model.question import AnswerType, Questions
from advisor.text import either, quoted

FREE = "~"
"""Stands before a name that no list has: typed where it resembles another, and kept so that it is never a code."""

_WITH_REGION = re.compile(r"(.+?) ?\((.+)\)")
_ALIKE = 0.8
"""So much has to be the same in a misspelled name."""
_FURTHEST = 2
"""So many letters can be missing in it, or too many."""
_TELLING = 4
"""Shorter names are alike by accident."""


@dataclass(frozen=True)
class Meaning:
    """What a word means: one code or free name, several codes, or nothing, with the names that it resembles."""

    codes: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def only(self) -> str | None:
        """What it means, if that is one thing."""
        return self.codes[0] if len(self.codes) == 1 else None


@dataclass(frozen=True)
class Codes:
    """The languages or the territories: those that the rulebook lists, then those of the standards."""

    noun: str
    plural: str
    listed: Mapping[str, Listed]
    standard: Standard
    regions: "Codes | None" = field(default=None, repr=False)
    """For languages: the territories that may stand in brackets after them."""

    def meaning(self, typed: str) -> Meaning:
        """What a word means."""
        word = _tidy(typed)
        if word.startswith(FREE) and word != FREE:
            return Meaning((f"{FREE}{word.removeprefix(FREE).strip()}",))
        if codes := self.known(word):
            return Meaning(codes)
        near = self._near(word)
        # What looks like a code is one that was mistyped, or else nobody could tell it from one.
        return Meaning(near=near) if near or self.standard.code.fullmatch(word) else Meaning((f"{FREE}{word}",))

    def known(self, word: str) -> tuple[str, ...]:
        """The codes that a word can stand for, without those of free names."""
        if word in self.listed:
            return (word,)
        if codes := self._listed_names.get(_folded(word)):
            return codes
        # A code that the rulebook lists stays what it is, even where the standard would have a shorter one.
        written = self.standard.codes(word)
        if written:
            return (next((code for code in written if code in self.listed), written[-1]),)
        if code := self.standard.named(word):
            return (code,)
        with_region = _WITH_REGION.fullmatch(word)
        if with_region and self.regions is not None and self.regions.known(with_region[2]):
            return self.known(with_region[1])
        return ()

    def name(self, code: str, language: str = BASE_LANGUAGE) -> str:
        """What a code or a free name is called."""
        if code.startswith(FREE):
            return code.removeprefix(FREE)
        if code in self.listed:
            return in_language(self.listed[code].name, language)
        return self.standard.name(code) or code

    def beginning(self, typed: str, most: int) -> tuple[str, ...]:
        """The codes of what a person may be about to type; of nothing, the first that the rulebook lists."""
        wanted = _folded(typed)
        if not wanted:
            return tuple(self.listed)[:most]
        names = {name: _folded(name) for name in (*self._all_listed_names, *sorted(self.standard.names))}
        exactly = (name for name, folded in names.items() if folded == wanted)
        begins = (name for name, folded in names.items() if folded.startswith(wanted))
        within = (name for name, folded in names.items() if f" {wanted}" in folded)
        found: dict[str, None] = {}
        for name in chain(exactly, begins, (_tidy(typed),), within):
            if len(found) >= most:
                break
            found.update(dict.fromkeys(self.known(name)))
        return tuple(found)[:most]

    def resembling(self, typed: str, most: int) -> tuple[str, ...]:
        """The codes of the names of which a word is likely to be a misspelling."""
        return tuple(dict.fromkeys(code for name in self._near(_tidy(typed)) for code in self.known(name)))[:most]

    @cached_property
    def _all_listed_names(self) -> tuple[str, ...]:
        return tuple(name for one in self.listed.values() for name in (*one.name.values(), *one.also))

    def short_list(self, codes: tuple[str, ...]) -> str:
        """Codes to choose from, each with its name."""
        return either(f"{self.name(code)} ({code})" for code in codes)

    def complaint(self, typed: str, meaning: Meaning) -> str:
        """Why a word cannot stand, where it has no one meaning."""
        word = _tidy(typed)
        if meaning.codes:
            return f"{quoted(word)} can be several {self.plural}. Choose {self.short_list(meaning.codes)}."
        hint = f" Did you mean {either(map(quoted, meaning.near))}?" if meaning.near else ""
        own = f"If it is a name of its own, write {quoted(FREE + word)}."
        return f"There is no {self.noun} {quoted(word)} in our lists.{hint} {own}"

    @cached_property
    def _listed_names(self) -> Mapping[str, tuple[str, ...]]:
        """What is typed for the listed ones, with their codes; a name itself belongs to one alone."""
        also: dict[str, tuple[str, ...]] = {}
        for code, listed in self.listed.items():
            for name in map(_folded, listed.also):
                also[name] = (*also.get(name, ()), code)
        own = {_folded(name): (code,) for code, one in self.listed.items() for name in one.name.values()}
        return {**{_folded(code): (code,) for code in self.listed}, **also, **own}

    def _near(self, word: str) -> tuple[str, ...]:
        """The known names of which this is likely to be a misspelling."""
        wanted = _folded(word)
        if len(wanted) < _TELLING:
            return ()
        names = {_folded(name): name for name in self._names() if abs(len(name) - len(wanted)) <= _FURTHEST}
        return tuple(names[near] for near in difflib.get_close_matches(wanted, names, cutoff=_ALIKE))

    def _names(self) -> Iterator[str]:
        yield from self.standard.names
        yield from self._all_listed_names


class Names:
    """The languages and the territories of a rulebook, by the type of question that asks for them."""

    def __init__(self, questions: Questions) -> None:
        self.territories = Codes("territory", "territories", questions.territories, Territories())
        self.languages = Codes("language", "languages", questions.languages, Languages(), self.territories)

    def of(self, kind: AnswerType) -> Codes | None:
        """What the answers to such questions are made of; None where they are no codes."""
        match kind:
            case AnswerType.LANGUAGE | AnswerType.LANGUAGES:
                return self.languages
            case AnswerType.TERRITORY | AnswerType.TERRITORIES:
                return self.territories
            case _:
                return None


def _tidy(typed: str) -> str:
    """A word without what cannot be seen: the same letters, composed the same way, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", typed).split())


def _folded(name: str) -> str:
    """A name as it is compared: whatever its case, its apostrophes and its hyphens."""
    return _tidy(name.casefold().translate(_ALIKE_SIGNS))


_ALIKE_SIGNS = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u02bb": "'", "`": "'", "-": " "})

"""The glossary: finding its terms in texts, and whether it is sound."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from advisor.documents import DataPath
from advisor.model.entry import in_language
from advisor.model.glossary import GlossaryEntry, Term
from advisor.rulebook.faults import FaultCollector
from advisor.text import quoted

_SPACE = r"\s+"


@dataclass(frozen=True)
class Glossary:
    """The terms of a rulebook, by id."""

    terms: Mapping[str, Term]

    def occurrences(self, text: str) -> Iterator[str]:
        """The terms that a text uses, from its beginning to its end; of forms that overlap, the longest."""
        return (self.forms[_folded(found[0])] for found in self._any_form.finditer(text))

    def find(self, wanted: str) -> str | None:
        """The term that is called so, or has this form."""
        return wanted if wanted in self.terms else self.forms.get(_folded(wanted))

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Every form, whatever its capitals, with its term."""
        return {_folded(form): id_ for id_, term in self.terms.items() for _, form in _forms(term)}

    @cached_property
    def _any_form(self) -> re.Pattern[str]:
        written = sorted((form for term in self.terms.values() for _, form in _forms(term)), key=len, reverse=True)
        # Nothing at all is a part of every text, so that an empty glossary needs a pattern that never fits.
        forms = "|".join(map(_as_pattern, written)) or r"(?!)"
        # Asked once for all forms, where a word begins: asked by each form, it takes several times as long.
        return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


def check_forms(entry: GlossaryEntry, faults: FaultCollector) -> None:
    """Notes forms that two terms have: nobody could tell which of them a text means."""
    known: dict[str, str] = {}
    for id_, term in entry.terms.items():
        for place, form in _forms(term):
            other = known.setdefault(_folded(form), id_)
            if other != id_:
                message = (
                    f"The term {quoted(other)} has the form {quoted(form)} too. A form can belong to one term only."
                )
                faults.add(("terms", id_, *place), "R31", message)


def check_used(entry: GlossaryEntry, own: Collection[str], texts: Iterable[str], faults: FaultCollector) -> None:
    """Notes those of a rulebook's own terms that no text uses."""
    glossary = Glossary(entry.terms)
    used = {id_ for text in texts for id_ in glossary.occurrences(text)}
    for id_, term in entry.terms.items():
        if id_ in own and id_ not in used:
            message = f"No text of this rulebook uses {quoted(in_language(term.term))}, in any of its forms."
            faults.add_key(("terms", id_), "R32", f'{message} Add the form that texts have under "also".')


def _forms(term: Term) -> Iterator[tuple[DataPath, str]]:
    """The forms of a term, and where in it they stand."""
    for language, form in term.term.items():
        yield ("term", language), form
    for index, form in enumerate(term.also):
        yield ("also", index), form


def _folded(form: str) -> str:
    """A form as it is compared."""
    return " ".join(form.casefold().split())


def _as_pattern(form: str) -> str:
    """What finds the words of a form, over the end of a line too; capitals such as BATNA or II only as they are."""
    words = (re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})" for word in form.split())
    return _SPACE.join(words)

"""What changed in the lists of a rulebook: languages and territories, tables, and what it carries from the brief."""

from collections.abc import Iterator, Mapping
from typing import Literal

from advisor.messages import diff as messages
from advisor.model.entry import BASE_LANGUAGE, in_language
from advisor.model.language import Language, Listed
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.diff.result import ChangeResult, Difference

_Change = Literal["added", "removed", "changed"]


def list_changes(old: Rulebook, new: Rulebook) -> Iterator[ChangeResult]:
    """What was added to the lists, removed from them, or changed in them."""
    for sort, before, now in zip(messages.LISTS, _lists(old), _lists(new), strict=True):
        for id_ in dict.fromkeys([*now, *before]):
            told = [side.get(id_, []) for side in (before, now)]
            if told[0] != told[1]:
                yield _changed(sort, id_, told[0], told[1])


def _changed(sort: str, id_: str, before: list[str], now: list[str]) -> ChangeResult:
    change: _Change = "added" if not before else "changed" if now else "removed"
    differences = [Difference(what=messages.LISTED, before=before, now=now)] if change == "changed" else []
    says = (now or before)[0]
    return ChangeResult(change=change, sort=sort, id=id_, says=says, file=None, line=0, differences=differences)


def _lists(rulebook: Rulebook) -> tuple[Mapping[str, list[str]], ...]:
    """Each list, by the ids in it: what stands there, in words, beginning with what it is called."""
    questions = rulebook.questions
    languages = {code: [*_named(one), *_of(one)] for code, one in questions.languages.items()}
    territories = {code: _named(one) for code, one in questions.territories.items()}
    tables = {
        name: [in_language(title, BASE_LANGUAGE), *_rows(rulebook.tables[name].rows)]
        for name, title in rulebook.table_titles.items()
    }
    systems = {number: [system.title, system.says, system.by] for number, system in rulebook.systems.items()}
    return languages, territories, tables, systems


def _named(one: Listed) -> list[str]:
    also = [messages.ALSO.format(names=", ".join(one.also))] if one.also else []
    return [in_language(one.name, BASE_LANGUAGE), *also]


def _of(one: Language) -> Iterator[str]:
    if one.of is not None:
        yield messages.VARIETY_OF.format(code=one.of)
    if one.territories:
        yield messages.MATTERS_IN.format(codes=", ".join(one.territories))


def _rows(rows: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for word, row in sorted(rows.items()):
        yield f"{word}: {', '.join(sorted(row))}"

"""Checking the clauses in which answers are told: what goes with a question, and what their texts can name."""

from advisor.documents import DataPath
from advisor.model.clause import AnswerClauses, QuestionClauses
from advisor.model.entry import Wording
from advisor.model.question import AnswerType, QuestionEntry
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.placeholders import unfillable
from advisor.text import quoted

VALUE = "value"
"""What stands in a clause for the answer in words."""
_SAID = tuple(AnswerClauses.model_fields)
_OF_LISTS = ("none", "no_more")
_GO_WITH: dict[AnswerType, tuple[str, ...]] = {
    AnswerType.YES_NO: _SAID,
    AnswerType.CHOICE: (),
    AnswerType.CHOICES: _OF_LISTS,
    AnswerType.NUMBER: (*_SAID, "one", "none"),
    AnswerType.TEXT: _SAID,
    AnswerType.DATE: _SAID,
    AnswerType.LANGUAGE: _SAID,
    AnswerType.LANGUAGES: (*_SAID, *_OF_LISTS),
    AnswerType.TERRITORY: _SAID,
    AnswerType.TERRITORIES: (*_SAID, *_OF_LISTS),
    AnswerType.ITEMS: (*_SAID, *_OF_LISTS),
    AnswerType.GROUP: (*_OF_LISTS, "one_more", "one_less", "added"),
}


def check_clauses(entry: QuestionEntry, item: str | None, path: DataPath, faults: FaultCollector) -> None:
    """Notes clauses that do not go with a question, and names in them that nothing can fill.

    Args:
        entry: the question.
        item: what the items are called that it is asked about.
        path: where it stands.
        faults: of its file.
    """
    names = [] if item is None else [f"{item}.name"]
    also = {field: [VALUE] for field in _SAID if entry.type is not AnswerType.YES_NO}
    if entry.item is not None:
        also["one_less"] = [f"{entry.item}.name"]
    for field in QuestionClauses.model_fields:
        if getattr(entry, field) is None:
            continue
        if field not in _GO_WITH[entry.type]:
            message = f'A question of the type "{entry.type}" has no {quoted(field)}.{_instead(entry, field)}'
            faults.add_key((*path, field), "R20", message)
        _check_texts(getattr(entry, field), (*path, field), [*names, *also.get(field, ())], faults)
    for name, option in entry.options.items():
        for field in _SAID:
            here = (*path, "options", name, field)
            if getattr(option, field) is not None and entry.type is AnswerType.YES_NO:
                message = f'{quoted(field)} does not stand with an option here. Write "so" (yes) and "so_not" (no) '
                faults.add_key(here, "R20", f'{message}beside "options".')
            _check_texts(getattr(option, field), here, names, faults)


def _instead(entry: QuestionEntry, field: str) -> str:
    """Where to write it instead."""
    with_options = entry.type in (AnswerType.CHOICE, AnswerType.CHOICES) and field in _SAID
    return " Write it with each option." if with_options else ""


def _check_texts(texts: Wording | None, path: DataPath, known: list[str], faults: FaultCollector) -> None:
    for language, text in (texts or {}).items():
        for message in unfillable(text, known):
            faults.add((*path, language), "R18", message)

"""Reading answers: known, unknown, withheld or contested; lists open or closed."""

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from advisor.codes.names import Codes, Names
from advisor.documents import DataPath, as_text
from advisor.initiative.initiative import How, Listing, Said
from advisor.logic.answers import Answer, Held, Item, Word
from advisor.model.entry import ID_PATTERN
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Asked, Group, Question, Questions
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.shapes import id_rule
from advisor.text import as_written, both, either, expected_one_of, found, quoted

_AS_WRITTEN = (AnswerType.TEXT,)
"""What is never compared stays as it was typed; elsewhere the same word has to be the same, however it was typed."""
_LISTED = " To see all questions: advisor questions."
_ASKED_OF_FUNDERS = (
    " It is asked of those who pay, and stands in a file of its own: advisor expect --claims, or --funder."
)
UNKNOWN = "unknown"
WITHHELD = "withheld"
LISTED: dict[str, How] = {"only": "closed", "includes": "open"}
"""What stands above a list that is whole, and above one that may not be."""
_FEWEST_VIEWS = 2
"""Fewer are no dispute."""
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class AnswerReader:
    """Reads the answers of one file; what is wrong goes to the collector."""

    def __init__(
        self, questions: Questions, faults: FaultCollector, of: Asked | None = None, names: Names | None = None
    ) -> None:
        """Reads the answers to some questions.

        Args:
            questions: those of a rulebook.
            faults: where what is wrong goes.
            of: who is asked what this file answers; everybody if not given.
            names: what typed words mean, where somebody has that ready.
        """
        self.questions = questions if of is None else questions.asked_of(of)
        self.of_others = [name for name in questions.initiative if name not in self.questions.initiative]
        self.faults = faults
        self.names = Names(questions) if names is None else names
        self._named_items: list[tuple[str, str, DataPath]] = []
        self.unsure: set[str] = set()
        """The groups with items that could not be read, so that nobody can say which are missing."""

    def take_named_items(self) -> list[tuple[str, str, DataPath]]:
        """The items that answers have named since the last call: group, id, and where."""
        taken, self._named_items = self._named_items, []
        return taken

    def read_all(self, raw: dict[str, Any], path: DataPath) -> Said:
        """The answers, and the groups, of a mapping from question ids."""
        answers: dict[str, Answer] = {}
        groups: dict[str, Listing] = {}
        for name, value in raw.items():
            here = (*path, name)
            if name in self.questions.groups:
                groups[name] = self.group(self.questions.groups[name], value, here)
            elif name in self.questions.initiative:
                answers[name] = self.answer(self.questions.initiative[name], value, here)
            else:
                self.faults.add_key(here, "I01", f"There is no question {quoted(name)} here.{self._hint(name)}")
        return Said(answers, groups)

    def _hint(self, name: str) -> str:
        if name in self.of_others:
            return _ASKED_OF_FUNDERS
        return self._about_items(name) or expected_one_of(name, self.questions.initiative) or _LISTED

    def _about_items(self, name: str) -> str:
        groups = [group.id for group in self.questions.groups.values() if name in group.fields]
        return f" It is asked about each of {quoted(groups[0])}." if groups else ""

    def answer(self, question: Question, raw: Any, path: DataPath) -> Answer:
        """The answer to one question."""
        if raw is None or raw == UNKNOWN:
            return Answer()
        if raw == WITHHELD:
            return Answer(withheld=True)
        if isinstance(raw, dict):
            return self._detailed(question, raw, path)
        held = self._held(question, raw, path, complete=question.all_listed or question.type not in LIST_TYPES)
        return Answer() if held is None else Answer((held,))

    def _detailed(self, question: Question, raw: dict[str, Any], path: DataPath) -> Answer:
        note = self._text(raw, "note", path)
        if "contested" in raw:
            self._only_keys(raw, ("contested", "note"), path)
            return Answer(self._contested(question, raw["contested"], (*path, "contested")), note=note)
        if raw.get("is") in (UNKNOWN, WITHHELD):
            self._only_keys(raw, ("is", "note"), path)
            return Answer(withheld=raw["is"] == WITHHELD, note=note)
        held = self._detailed_held(question, raw, path, ("note",))
        return Answer(() if held is None else (held,), note=note)

    def _contested(self, question: Question, raw: Any, path: DataPath) -> tuple[Held, ...]:
        example = "{only: …, by: …}" if question.type in LIST_TYPES else "{is: …, by: …}"
        if not isinstance(raw, list) or len(raw) < _FEWEST_VIEWS:
            message = f"A dispute needs a list of at least two answers, each with who holds it: {example}."
            self.faults.add(path, "I06", message)
            return ()
        held: list[Held] = []
        for index, view in enumerate(raw):
            here = (*path, index)
            if not isinstance(view, dict):
                self.faults.add(here, "I06", f"Write what is held and by whom: {example}.")
                continue
            one = self._detailed_held(question, view, here, ("by",))
            if one is not None:
                held.append(replace(one, by=self._text(view, "by", here)))
        if len(held) == len(raw) and len({(h.words, h.complete, h.excluded) for h in held}) < _FEWEST_VIEWS:
            self.faults.add(path, "I06", "All these answers are the same, so nothing is disputed.")
        return tuple(held)

    def _detailed_held(
        self, question: Question, raw: dict[str, Any], path: DataPath, beside: tuple[str, ...]
    ) -> Held | None:
        wanted = ("only", "includes", "excludes") if question.type in LIST_TYPES else ("is",)
        if not self._only_keys(raw, (*wanted, *beside), path):
            return None
        given = [key for key in wanted if key in raw]
        if len(given) != 1 and given != ["includes", "excludes"]:
            said = either(f'"{word}:"' for word in wanted)
            self._wrong(path, _exclusive(given) if given else f"Say what the answer is with {said}.")
            return None
        if given[-1] == "excludes":
            return self._with_exclusions(question, raw, path)
        return self._held(question, raw[given[0]], (*path, given[0]), complete=given[0] != "includes")

    def _with_exclusions(self, question: Question, raw: dict[str, Any], path: DataPath) -> Held | None:
        """An open list of which it is known that some words do not belong to it."""
        included = self._held(question, raw.get("includes", []), (*path, "includes"), complete=False)
        excluded = self._held(question, raw["excludes"], (*path, "excludes"), complete=False)
        if included is None or excluded is None:
            return None
        for index, word in enumerate(raw["excludes"]):
            if self._word(question, word, path) in included.words:
                self._wrong((*path, "excludes", index), f'{quoted(word)} stands under "includes" too. Keep one.')
        return Held(included.words, complete=False, excluded=excluded.words)

    def _held(self, question: Question, raw: Any, path: DataPath, *, complete: bool) -> Held | None:
        if question.type not in LIST_TYPES:
            word = self._word(question, raw, path)
            return None if word is None else Held(frozenset((word,)))
        if not isinstance(raw, list):
            word = "…" if isinstance(raw, dict) else as_written(raw) or "…"
            lists = f"[{word}], or {{only: [{word}]}} if that is all"
            self._wrong(path, f"{quoted(question.name)} takes a list: {lists}.")
            return None
        words = [self._word(question, value, (*path, index)) for index, value in enumerate(raw)]
        return None if None in words else Held(frozenset(word for word in words if word is not None), complete)

    def _word(self, question: Question, raw: Any, path: DataPath) -> Word | None:
        if question.type is AnswerType.NUMBER:
            return self._number(question, raw, path)
        word = as_text(raw)
        if not isinstance(word, str) or not word.strip():
            wanted = _WANTED.get(question.type, "one answer")
            of_several = " Keep one of them, without brackets." if isinstance(word, list) and word else ""
            self._wrong(path, f"{quoted(question.name)} takes {wanted}; {found(word)}.{of_several}")
        elif question.type in CLOSED_TYPES and word not in question.options:
            hint = expected_one_of(word, question.options)
            self.faults.add(path, "I02", f"{quoted(question.name)} has no answer {quoted(word)}.{hint}")
        elif question.type is AnswerType.DATE and not is_date(word):
            exists = " that exists" if _DATE.fullmatch(word) else ""
            self._wrong(path, f"{quoted(word)} is not a date{exists}. Write 1993, 1993-05 or 1993-05-14.")
        elif codes := self.names.of(question.type):
            return self._code(codes, word, path)
        else:
            if question.of is not None:
                self._named_items.append((question.of, word, path))
            return word if question.type in _AS_WRITTEN else unicodedata.normalize("NFC", word.strip())
        return None

    def _code(self, codes: Codes, word: str, path: DataPath) -> Word | None:
        """What a typed language or territory is kept as."""
        meaning = codes.meaning(word)
        if meaning.only is None:
            self.faults.add(path, "I08" if meaning.codes else "I09", codes.complaint(word, meaning))
        return meaning.only

    def _number(self, question: Question, raw: Any, path: DataPath) -> float | None:
        if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
            self._wrong(path, f"{quoted(question.name)} takes a number; {found(raw)}.")
            return None
        return float(raw)

    def _wrong(self, path: DataPath, message: str) -> None:
        self.faults.add(path, "I03", message)

    def _text(self, raw: dict[str, Any], key: str, path: DataPath) -> str | None:
        value = as_text(raw.get(key))
        if value is None or isinstance(value, str):
            return value
        self._wrong((*path, key), f'"{key}" takes text; {found(value)}.')
        return None

    def _only_keys(self, raw: dict[str, Any], allowed: Iterable[str], path: DataPath) -> bool:
        known = tuple(allowed)
        for key in raw:
            if key not in known:
                hint = expected_one_of(key, known)
                self.faults.add_key((*path, key), "I03", f"{quoted(key)} does not belong here.{hint}")
        return all(key in known for key in raw)

    def group(self, group: Group, raw: Any, path: DataPath) -> Listing:
        """The items of a group, as they are listed here."""
        if raw is None or raw == UNKNOWN:
            return Listing(how="unknown")
        if isinstance(raw, dict):
            return self._detailed_group(group, raw, path)
        return Listing(self._items(group, raw, path))

    def _detailed_group(self, group: Group, raw: dict[str, Any], path: DataPath) -> Listing:
        if not self._only_keys(raw, (*LISTED, "note"), path):
            self.unsure.add(group.id)
            return Listing()
        given = [key for key in LISTED if key in raw]
        if len(given) != 1:
            self.unsure.add(group.id)
            message = 'List the items under "only:" (that is all) or "includes:" (there may be more).'
            self._wrong(path, _exclusive(given) if given else message)
            return Listing()
        key = given[0]
        return Listing(self._items(group, raw[key], (*path, key)), LISTED[key], self._text(raw, "note", path))

    def _items(self, group: Group, raw: Any, path: DataPath) -> tuple[Item, ...]:
        if not isinstance(raw, list):
            self.unsure.add(group.id)
            self._wrong(path, f'{quoted(group.id)} takes a list of items, each with an "id"; {found(raw)}.')
            return ()
        items: dict[str, Item] = {}
        for index, value in enumerate(raw):
            item = self.item(group, value, (*path, index))
            if item is None:
                self.unsure.add(group.id)
            elif item.id in items:
                message = f"There is another {group.item} {quoted(item.id)} in this list."
                self.faults.add((*path, index, "id"), "I04", message)
            else:
                items[item.id] = item
        return tuple(items.values())

    def item(self, group: Group, raw: Any, path: DataPath) -> Item | None:
        """One item of a group, or None where it cannot be read."""
        if not isinstance(raw, dict) or "id" not in raw:
            self._wrong(path, f'Each {group.item} needs an "id", a short name: {{id: {_example(raw)}}}.')
            return None
        answers: dict[str, Answer] = {}
        for field, value in raw.items():
            here = (*path, field)
            if field in group.fields:
                answers[field] = self.answer(group.fields[field], value, here)
            elif field != "id":
                hint = self._about_initiative(field) or expected_one_of(field, group.fields) or _LISTED
                self.faults.add_key(here, "I01", f"Nothing is asked about a {group.item} as {quoted(field)}.{hint}")
        name = raw["id"]
        if isinstance(name, str) and re.fullmatch(ID_PATTERN, name):
            return Item(name, answers)
        self.faults.add((*path, "id"), "F04", f"{quoted(name)} cannot be an id. {id_rule(name)}")
        return None

    def _about_initiative(self, field: str) -> str:
        known = field in self.questions.initiative
        return ' It is asked about the whole initiative: move it to the left, below "answers:".' if known else ""


def _exclusive(keys: Sequence[str]) -> str:
    return f"{both(map(quoted, keys))} exclude each other. Keep one."


def _example(raw: Any) -> str:
    return raw if isinstance(raw, str) and re.fullmatch(ID_PATTERN, raw) else "…"


_WANTED = {AnswerType.TEXT: "text", AnswerType.DATE: "a date", AnswerType.YES_NO: "yes or no"}


def is_date(text: str) -> bool:
    """Whether this is a year, a month or a day that exists."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(*(int(part) if part else 1 for part in match.groups()))
    except ValueError:
        return False
    return True

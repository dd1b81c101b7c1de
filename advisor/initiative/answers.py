"""Reading answers: known, unknown, withheld or contested; lists open or closed."""

import math
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from advisor.documents import DataPath, as_text
from advisor.logic.answers import Answer, Held, Item, Items, Word
from advisor.model.entry import ID_PATTERN
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Group, Question, Questions
from advisor.rulebook.faults import FaultCollector
from advisor.text import expected_one_of, quoted

UNKNOWN = "unknown"
WITHHELD = "withheld"
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class AnswerReader:
    """Reads the answers of one file; what is wrong goes to the collector."""

    def __init__(self, questions: Questions, faults: FaultCollector) -> None:
        self.questions = questions
        self.faults = faults
        self._named_items: list[tuple[str, str, DataPath]] = []

    def take_named_items(self) -> list[tuple[str, str, DataPath]]:
        """The items that answers have named since the last call: group, id, and where."""
        taken, self._named_items = self._named_items, []
        return taken

    def read_all(self, raw: dict[str, Any], path: DataPath) -> tuple[dict[str, Answer], dict[str, Items]]:
        """The answers, and the groups, of a mapping from question ids."""
        answers: dict[str, Answer] = {}
        groups: dict[str, Items] = {}
        for name, value in raw.items():
            here = (*path, name)
            if name in self.questions.groups:
                groups[name] = self.group(self.questions.groups[name], value, here)
            elif name in self.questions.initiative:
                answers[name] = self.answer(self.questions.initiative[name], value, here)
            else:
                hint = expected_one_of(name, self.questions.initiative)
                self.faults.add_key(here, "I01", f'There is no question "{name}".{hint}')
        return answers, groups

    def answer(self, question: Question, raw: Any, path: DataPath) -> Answer:
        """The answer to one question."""
        if raw is None or raw == UNKNOWN:
            return Answer()
        if raw == WITHHELD:
            return Answer(withheld=True)
        if isinstance(raw, dict):
            return self._detailed(question, raw, path)
        held = self._held(question, raw, path, complete=question.type not in LIST_TYPES)
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
        if not isinstance(raw, list) or len(raw) < 2:
            self.faults.add(path, "I06", "A dispute needs at least two answers in a list, each with who holds it (by).")
            return ()
        held: list[Held] = []
        for index, view in enumerate(raw):
            here = (*path, index)
            if not isinstance(view, dict):
                self.faults.add(here, "I06", "Write what is held and by whom: {is: …, by: …}.")
                continue
            one = self._detailed_held(question, view, here, ("by",))
            if one is not None:
                held.append(Held(one.words, one.complete, self._text(view, "by", here)))
        if len(held) == len(raw) and len({(h.words, h.complete) for h in held}) < 2:
            self.faults.add(path, "I06", "All these answers are the same, so nothing is disputed.")
        return tuple(held)

    def _detailed_held(
        self, question: Question, raw: dict[str, Any], path: DataPath, beside: tuple[str, ...]
    ) -> Held | None:
        wanted = ("only", "includes") if question.type in LIST_TYPES else ("is",)
        if not self._only_keys(raw, (*wanted, *beside), path):
            return None
        given = [key for key in wanted if key in raw]
        if len(given) != 1:
            self.faults.add(path, "I03", f'Say what the answer is with {" or ".join(f"{w}:" for w in wanted)}.')
            return None
        return self._held(question, raw[given[0]], (*path, given[0]), complete=given[0] != "includes")

    def _held(self, question: Question, raw: Any, path: DataPath, *, complete: bool) -> Held | None:
        if question.type not in LIST_TYPES:
            word = self._word(question, raw, path)
            return None if word is None else Held(frozenset((word,)))
        if not isinstance(raw, list):
            self.faults.add(path, "I03", f'"{question.name}" takes a list: [{as_text(raw)}], or {{only: [{as_text(raw)}]}}.')
            return None
        words = [self._word(question, value, (*path, index)) for index, value in enumerate(raw)]
        known = frozenset(word for word in words if word is not None)
        return Held(known, complete) if len(known) == len(set(map(str, raw))) else None

    def _word(self, question: Question, raw: Any, path: DataPath) -> Word | None:
        if question.type is AnswerType.NUMBER:
            if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
                return self._wrong(path, f'"{question.name}" takes a number; found {quoted(raw)}.')
            return float(raw)
        word = as_text(raw)
        if isinstance(word, bool) and question.type is AnswerType.YES_NO:
            return self._wrong(path, f'Write yes or no; found "{str(word).lower()}".')
        if not isinstance(word, str) or not word.strip():
            return self._wrong(path, f'"{question.name}" takes {_WANTED.get(question.type, "one word")}.')
        if question.type in CLOSED_TYPES and word not in question.options:
            hint = expected_one_of(word, question.options)
            self.faults.add(path, "I02", f'"{question.name}" has no answer {quoted(word)}.{hint}')
            return None
        if question.type is AnswerType.DATE and not is_date(word):
            return self._wrong(path, f"{quoted(word)} is not a date. Write 1993, 1993-05 or 1993-05-14.")
        if question.of is not None:
            self._named_items.append((question.of, word, path))
        return word

    def _wrong(self, path: DataPath, message: str) -> None:
        self.faults.add(path, "I03", message)

    def _text(self, raw: dict[str, Any], key: str, path: DataPath) -> str | None:
        value = as_text(raw.get(key))
        if value is None or isinstance(value, str):
            return value
        self.faults.add((*path, key), "I03", f'"{key}" takes text.')
        return None

    def _only_keys(self, raw: dict[str, Any], allowed: Iterable[str], path: DataPath) -> bool:
        known = tuple(allowed)
        for key in raw:
            if key not in known:
                self.faults.add_key((*path, key), "I03", f'"{key}" does not belong here.{expected_one_of(key, known)}')
        return all(key in known for key in raw)

    def group(self, group: Group, raw: Any, path: DataPath) -> Items:
        """The items of a group, open or closed."""
        listed, where, complete, note = raw, path, False, None
        if raw is None or raw == UNKNOWN:
            return Items()
        if isinstance(raw, dict):
            if not self._only_keys(raw, ("only", "includes", "note"), path) or ("only" in raw) == ("includes" in raw):
                self.faults.add(path, "I03", "List the items under only: (that is all) or includes: (there may be more).")
                return Items()
            complete, note = "only" in raw, self._text(raw, "note", path)
            key = "only" if complete else "includes"
            listed, where = raw[key], (*path, key)
        if not isinstance(listed, list):
            self.faults.add(where, "I03", f'"{group.id}" takes a list of items, each with an id.')
            return Items()
        items: list[Item] = []
        for index, value in enumerate(listed):
            item = self._item(group, value, (*where, index))
            if item is not None and any(known.id == item.id for known in items):
                self.faults.add((*where, index, "id"), "I04", f'There is another {group.item} "{item.id}" in this list.')
            elif item is not None:
                items.append(item)
        return Items(tuple(items), complete, note)

    def _item(self, group: Group, raw: Any, path: DataPath) -> Item | None:
        name = raw.get("id") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or not isinstance(name, str) or not re.fullmatch(ID_PATTERN, name):
            self.faults.add(path, "I03", f'Each {group.item} needs an "id": a short name in lower-case letters.')
            return None
        answers: dict[str, Answer] = {}
        for field, value in raw.items():
            here = (*path, field)
            if field in group.fields:
                answers[field] = self.answer(group.fields[field], value, here)
            elif field != "id":
                hint = expected_one_of(field, group.fields)
                self.faults.add_key(here, "I01", f'Nothing is asked about a {group.item} as "{field}".{hint}')
        return Item(name, answers)


_WANTED = {AnswerType.TEXT: "text", AnswerType.DATE: "a date", AnswerType.YES_NO: "yes or no"}


def is_date(text: str) -> bool:
    """Whether this is a year, a month or a day that exists."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

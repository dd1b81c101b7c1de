"""One change of a file: where an answer or an item stands in the tree, and how it is put there."""

from typing import Any

from advisor.model.question import AnswerType, Question, Questions
from advisor.store import roundtrip
from advisor.store.roundtrip import Entries, Fields

_ONLY, _INCLUDES, _NOTE = "only", "includes", "note"
_LISTS = (_ONLY, _INCLUDES, "excludes")


class Change:
    """Changes the tree of an initiative file."""

    def __init__(self, tree: Fields, questions: Questions) -> None:
        self.tree = tree
        self.questions = questions

    @property
    def _answers(self) -> Fields:
        if not isinstance(self.tree.get("answers"), Fields):
            roundtrip.put(self.tree, "answers", Fields())
        answers: Fields = self.tree["answers"]
        return answers

    def put(self, question: Question, written: object, item: str | None) -> None:
        """Writes an answer."""
        roundtrip.put(self._about(question, item), question.name, roundtrip.value(written))

    def take(self, question: Question, item: str | None) -> None:
        """Takes an answer out."""
        about = self._about(question, item)
        if question.name not in about:
            return
        if len(about) > 1:
            roundtrip.take(about, question.name)
        else:
            roundtrip.put(self.tree, "answers", roundtrip.value({}))

    def _about(self, question: Question, item: str | None) -> Fields:
        if question.group is None:
            return self._answers
        found: Fields = next(one for one in self._items(question.group) if str(one["id"]) == item)
        return found

    def _items(self, group: str) -> Entries:
        """The list of a group's items, made if it is not there."""
        listed = self._answers.get(group)
        if isinstance(listed, Fields):
            items: Entries = listed[_ONLY if _ONLY in listed else _INCLUDES]
            return items
        if not isinstance(listed, Entries):
            roundtrip.put(self._answers, group, Entries())
        made: Entries = self._answers[group]
        return made

    def add_item(self, group: str, id_: str, name: str) -> None:
        """Writes a new item at the end of its list."""
        named = {"name": roundtrip.value(name)} if "name" in self.questions.groups[group].fields else {}
        roundtrip.add(self._items(group), Fields({"id": roundtrip.value(id_), **named}))

    def remove_item(self, group: str, item: str) -> None:
        """Takes an item out of its list, and out of the answers that name it."""
        items = self._items(group)
        if len(items) > 1:
            roundtrip.take(items, next(at for at, one in enumerate(items) if str(one["id"]) == item))
        else:
            listed = self._answers[group]
            fields, key = (self._answers, group) if listed is items else (listed, self._key(listed))
            roundtrip.put(fields, key, roundtrip.value([]))
        for question in self.questions.all():
            if question.type is AnswerType.ITEMS and question.of == group:
                self._forget(question, item)

    def _forget(self, question: Question, item: str) -> None:
        about = [self._answers] if question.group is None else self._items_of(question.group)
        for fields in about:
            _drop(fields.get(question.name), item)

    def _items_of(self, group: str) -> list[Any]:
        return list(self._items(group)) if group in self._answers else []

    def _key(self, listed: Fields) -> str:
        return _ONLY if _ONLY in listed else _INCLUDES

    def close_list(self, group: str, *, complete: bool) -> None:
        """Puts the items under `only` or under `includes`."""
        listed = self._listed_under(group)
        before, after = (_INCLUDES, _ONLY) if complete else (_ONLY, _INCLUDES)
        if before in listed:
            roundtrip.rename(listed, before, after)

    def note_list(self, group: str, note: str | None) -> None:
        """Writes a note beside the items, or takes it out."""
        listed = self._listed_under(group)
        if note is not None:
            roundtrip.put(listed, _NOTE, roundtrip.value(note))
        elif _NOTE in listed:
            roundtrip.take(listed, _NOTE)

    def _listed_under(self, group: str) -> Fields:
        """The fields of a group, made around its bare list if it has none."""
        items = self._items(group)
        if self._answers[group] is items:
            roundtrip.wrap(self._answers, group, _INCLUDES)
        fields: Fields = self._answers[group]
        return fields


def _drop(written: Any, item: str) -> None:
    """Takes an item out of an answer, whichever way it is written."""
    if isinstance(written, Entries):
        for at in reversed(range(len(written))):
            if isinstance(written[at], Fields):
                _drop(written[at], item)
            elif str(written[at]) == item:
                del written[at]
    elif isinstance(written, Fields):
        for key in (*_LISTS, "contested"):
            _drop(written.get(key), item)

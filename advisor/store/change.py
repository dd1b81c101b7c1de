"""One change of a file: where an answer or an item stands in its text, and how it is put there."""

from advisor.documents import DataPath
from advisor.model.question import AnswerType, Question, Questions
from advisor.store.sheet import Sheet

_ANSWERS: DataPath = ("answers",)
_ONLY, _INCLUDES, _NOTE = "only", "includes", "note"
_LISTS = (_ONLY, _INCLUDES, "excludes", "contested")


class Change:
    """Changes the text of an initiative file."""

    def __init__(self, sheet: Sheet, questions: Questions) -> None:
        self.sheet = sheet
        self.questions = questions

    def put(self, question: Question, written: object, item: str | None) -> None:
        """Writes an answer."""
        self._need(_ANSWERS, {})
        self.sheet.put((*self._about(question, item), question.name), written)

    def take(self, question: Question, item: str | None) -> None:
        """Takes an answer out."""
        about = self._about(question, item)
        if question.name in self._fields(about):
            self.sheet.take((*about, question.name))

    def add_item(self, group: str, id_: str, name: str) -> None:
        """Writes a new item at the end of its list."""
        self._need(_ANSWERS, {})
        self._need((*_ANSWERS, group), [])
        named = {"name": name} if "name" in self.questions.groups[group].fields else {}
        self.sheet.add(self._list(group), {"id": id_, **named})

    def remove_item(self, group: str, item: str) -> None:
        """Takes an item out of its list, and out of the answers that name it."""
        self.sheet.take(self._item(group, item))
        for question in self.questions.all():
            if question.type is AnswerType.ITEMS and question.of == group:
                for about in [_ANSWERS] if question.group is None else self._items(question.group):
                    self._forget((*about, question.name), item)

    def close_list(self, group: str, *, complete: bool) -> None:
        """Puts the items under `only` or under `includes`."""
        self._detail(group)
        before, after = (_INCLUDES, _ONLY) if complete else (_ONLY, _INCLUDES)
        if before in self._fields((*_ANSWERS, group)):
            self.sheet.rename((*_ANSWERS, group, before), after)

    def note_list(self, group: str, note: str | None) -> None:
        """Writes a note beside the items, or takes it out."""
        self._detail(group)
        path = (*_ANSWERS, group)
        if note is not None:
            self.sheet.put((*path, _NOTE), note)
        elif _NOTE in self._fields(path):
            self.sheet.take((*path, _NOTE))

    def _need(self, path: DataPath, empty: object) -> None:
        """Makes sure that there is a collection to put something in."""
        if self._kind(path) in (None, "word"):
            self.sheet.put(path, empty)

    def _detail(self, group: str) -> None:
        """Makes sure that a group's items stand under `only` or `includes`, where a note can stand beside them."""
        path = (*_ANSWERS, group)
        self._need(_ANSWERS, {})
        self._need(path, [])
        if self._kind(path) == "list":
            self.sheet.wrap(path, _INCLUDES)

    def _kind(self, path: DataPath) -> str | None:
        """What stands at a path, if anything does."""
        try:
            return self.sheet.at(path).kind
        except KeyError:
            return None

    def _fields(self, path: DataPath) -> list[str | int]:
        return list(self.sheet.at(path).children) if self._kind(path) is not None else []

    def _about(self, question: Question, item: str | None) -> DataPath:
        """Where the answers stand among which that to a question belongs."""
        return _ANSWERS if question.group is None or item is None else self._item(question.group, item)

    def _item(self, group: str, item: str) -> DataPath:
        return next(path for path in self._items(group) if self.sheet.at((*path, "id")).word == item)

    def _items(self, group: str) -> list[DataPath]:
        """Where the items of a group stand."""
        path = self._list(group)
        return [(*path, at) for at in self._fields(path)]

    def _list(self, group: str) -> DataPath:
        """Where the list of a group's items stands."""
        path = (*_ANSWERS, group)
        return (*path, _ONLY if _ONLY in self._fields(path) else _INCLUDES) if self._kind(path) == "fields" else path

    def _forget(self, path: DataPath, item: str) -> None:
        """Takes an item out of an answer, whichever way it is written."""
        for key in reversed(self._fields(path)):
            if self._kind((*path, key)) == "word" and self.sheet.at((*path, key)).word == item:
                self.sheet.take((*path, key))
            elif key in _LISTS or isinstance(key, int):
                self._forget((*path, key), item)

"""From what a file says to what it should say: every difference is put where it belongs in the text."""

from collections.abc import Mapping

from advisor.documents import DataPath
from advisor.initiative.answers import LISTED
from advisor.initiative.initiative import Initiative, Listing, Said, View
from advisor.logic.answers import Answer
from advisor.model.question import Question, Questions
from advisor.store import entries
from advisor.store.layout import Layout
from advisor.store.sheet import Sheet

_ABOVE = {how: key for key, how in LISTED.items()}
_PARTS: DataPath = ("parts",)
_NOTHING = View("", "")


def changed(text: str, before: Initiative, after: Initiative, questions: Questions, layout: Layout) -> str:
    """The text of a file that says what is known before, changed so that it says what is known after.

    Raises:
        ValueError: the text is not written so that it could be changed.
    """
    change = _Change(Sheet(text), questions, layout)
    if layout.one_of is not None:
        change.only_item(layout.one_of, before.whole.said, after.whole.said)
        return change.sheet.text
    change.parts(before, after)
    known = {view.id: view for view in before.views}
    for view in after.views:
        if view.said != (said := known.get(view.id, _NOTHING).said):
            change.said(change.part(view.id), said, view.said)
    return change.sheet.text


class _Change:
    def __init__(self, sheet: Sheet, questions: Questions, layout: Layout) -> None:
        self.sheet = sheet
        self.questions = questions
        self.layout = layout

    def only_item(self, group: str, before: Said, after: Said) -> None:
        """The answers of a file that are all about one item."""
        (known,), (item,) = before.groups[group].items, after.groups[group].items
        self._answers(self.layout.answers, known.answers, item.answers, self.questions.groups[group].fields)

    def parts(self, before: Initiative, after: Initiative) -> None:
        """Which parts there are, what each is called and when it was, and whether they are all."""
        known = {part.id: part for part in before.parts}
        for gone in known.keys() - {part.id for part in after.parts}:
            self.sheet.take(self.part(gone))
        if not after.parts:
            self._take_if_there(_PARTS)
        elif not before.parts:
            self.sheet.put(_PARTS, [])
        for part in after.parts:
            if part.id not in known:
                self.sheet.add(self._list(_PARTS), {"id": part.id, **_heading(part)})
            else:
                self._heading(self.part(part.id), _heading(known[part.id]), _heading(part))
        if before.parts and after.parts and before.parts_complete != after.parts_complete:
            self._mark(_PARTS, "only" if after.parts_complete else "includes")

    def _heading(self, path: DataPath, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        for key in after:
            if before.get(key) != after[key]:
                self.sheet.put((*path, key), after[key])
        for key in before.keys() - after.keys():
            self.sheet.take((*path, key))

    def part(self, part: str) -> DataPath:
        """Where a part stands; the whole is all of the file."""
        return self._item(_PARTS, part) if part else ()

    def said(self, path: DataPath, before: Said, after: Said) -> None:
        """The answers about the whole or about a part."""
        path = (*path, *self.layout.answers)
        if after != Said() and path:
            self._need(path, {})
        self._answers(path, before.answers, after.answers, self.questions.initiative)
        for group, listing in after.groups.items():
            if listing != before.groups.get(group):
                self._listing((*path, group), before.groups.get(group), listing)
        for group in before.groups.keys() - after.groups.keys():
            self.sheet.take((*path, group))

    def _answers(
        self,
        path: DataPath,
        before: Mapping[str, Answer],
        after: Mapping[str, Answer],
        questions: Mapping[str, Question],
    ) -> None:
        for name, answer in after.items():
            if answer != before.get(name):
                self.sheet.put((*path, name), entries.entry(questions[name], answer))
        for name in before:
            if name not in after:
                self.sheet.take((*path, name))

    def _listing(self, path: DataPath, before: Listing | None, after: Listing) -> None:
        """The items of a group, whether they are all, and the note beside them."""
        if before is None or before.how == "unknown":
            before = Listing()
            self.sheet.put(path, [])
            if after.items and after.how in _ABOVE:
                # Not in brackets, since it may become long.
                self.sheet.put(path, {})
                self.sheet.put((*path, _ABOVE[after.how]), [])
                before = Listing(how=after.how)
        if after.how in _ABOVE and after.how != before.how:
            self._mark(path, _ABOVE[after.how])
        self._items(path, before, after)
        if after.note != before.note and after.note is not None:
            self.sheet.put((*path, "note"), after.note)
        elif after.note != before.note:
            self.sheet.take((*path, "note"))

    def _items(self, path: DataPath, before: Listing, after: Listing) -> None:
        group = self.questions.groups[str(path[-1])]
        known = {item.id: item.answers for item in before.items}
        for gone in known.keys() - {item.id for item in after.items}:
            self.sheet.take(self._item(path, gone))
        for item in after.items:
            if item.id in known:
                if known[item.id] != item.answers:
                    self._answers(self._item(path, item.id), known[item.id], item.answers, group.fields)
            else:
                told = {name: entries.entry(group.fields[name], answer) for name, answer in item.answers.items()}
                self.sheet.add(self._list(path), {"id": item.id, **told})

    def _mark(self, path: DataPath, key: str) -> None:
        """Puts a list under a word that says whether it is all, in the place of the word before."""
        if self.sheet.at(path).kind == "list":
            self.sheet.wrap(path, key)
        else:
            self.sheet.rename(self._list(path), key)

    def _list(self, path: DataPath) -> DataPath:
        """Where a list stands: at a path, or under a word that says whether it is all."""
        above = (key for key in self.sheet.at(path).children if key in LISTED)
        return path if self.sheet.at(path).kind == "list" else (*path, *above)

    def _item(self, path: DataPath, id_: str) -> DataPath:
        """Where an item of a list stands, or a part."""
        path = self._list(path)
        found = self.sheet.at(path).children
        return (*path, next(at for at in found if self.sheet.at((*path, at, "id")).word == id_))

    def _need(self, path: DataPath, empty: object) -> None:
        """Makes sure that there is a collection to put something in."""
        *around, key = path
        fields = self.sheet.at((*around,)).children
        if key not in fields or fields[key].node.kind == "word":
            self.sheet.put(path, empty)

    def _take_if_there(self, path: DataPath) -> None:
        *around, key = path
        if key in self.sheet.at((*around,)).children:
            self.sheet.take(path)


def _heading(part: View) -> dict[str, str]:
    """What a part is called, what it is, and when it was."""
    said = {"name": part.name, "kind": part.kind, "from": part.start, "until": part.end}
    return {key: value for key, value in said.items() if value is not None}

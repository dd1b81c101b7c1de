"""What is answered otherwise about a second initiative than about a first, difference by difference.

Items and parts are the same where their ids are. A list that shares no id with the other is one difference as a whole:
nothing in it can be told apart one by one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from advisor.initiative.initiative import UNANSWERED, Initiative, View
from advisor.logic.answers import Answer, Held, Items
from advisor.logic.conditions import PARTS
from advisor.model.question import Questions


class Sort(StrEnum):
    """What it is that differs."""

    ANSWER = "answer"
    ITEM = "item"
    """An item of a list is there only once."""
    LIST = "list"
    """A list is whole in one, and open in the other."""
    GROUP = "group"
    """Two lists share no item."""
    PART = "part"
    """A phase or strand is there only once."""
    DATES = "dates"
    """What a phase or strand is called, its kind or its dates."""


@dataclass(frozen=True)
class Cell:
    """One thing that can differ: an answer, an item of a list, whether a list is whole."""

    sort: Sort
    question: str
    """The question, `group.question` for an item, or the group; PARTS for phases and strands."""
    item: str | None = None
    """An item of a group, or a phase or strand."""


@dataclass(frozen=True)
class Difference:
    """Something that differs, in all views in which it differs in the same way."""

    cell: Cell
    views: tuple[str, ...]
    """The ids of phases and strands; empty for the whole."""


def differences(first: Initiative, second: Initiative, questions: Questions) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the questions; phases and strands last."""
    return tuple(_Found(first, second, questions).all())


def shared_parts(first: Initiative, second: Initiative) -> tuple[str, ...]:
    """The ids of the phases and strands that both have."""
    there = {view.id for view in second.parts}
    return tuple(view.id for view in first.parts if view.id in there)


def is_apart(group: str, first: Initiative, second: Initiative) -> bool:
    """Whether both list items of a group, and no id is in both lists, so that none can be matched."""
    left, right = _ids(group, first), _ids(group, second)
    return bool(left and right) and not left & right


def _ids(group: str, one: Initiative) -> set[str]:
    return {item.id for view in one.views for item in view.group(group).items}


class _Found:
    def __init__(self, first: Initiative, second: Initiative, questions: Questions) -> None:
        self.sides = (first, second)
        self.questions = questions
        self.shared = shared_parts(first, second)
        self.pairs = tuple((first.view(id_), second.view(id_)) for id_ in ("", *self.shared))

    def all(self) -> Iterator[Difference]:
        for question in self.questions.initiative.values():
            if question.id not in self.questions.groups:
                yield from self._in_views(Cell(Sort.ANSWER, question.id))
            elif not set.intersection(*(_ids(question.id, one) for one in self.sides)):
                yield from self._whole_list(question.id)
            else:
                yield from self._listed(question.id)
        yield from self._parts()

    def _in_views(self, cell: Cell) -> Iterator[Difference]:
        """A cell in all views; once for each way in which it differs."""
        found: list[tuple[object, object, list[str]]] = []
        for pair in self.pairs:
            left, right = (content(view, cell) for view in pair)
            if left == right or left is None or right is None:
                # What is said of an item that is there only once does not differ: it goes with the item.
                continue
            alike = next((views for one, other, views in found if (one, other) == (left, right)), None)
            if alike is None:
                found.append((left, right, [pair[0].id]))
            else:
                alike.append(pair[0].id)
        yield from (Difference(cell, tuple(views)) for _, _, views in found)

    def _whole_list(self, group: str) -> Iterator[Difference]:
        views = tuple(one.id for one, other in self.pairs if _plain(one.group(group)) != _plain(other.group(group)))
        if views:
            yield Difference(Cell(Sort.GROUP, group), views)

    def _listed(self, group: str) -> Iterator[Difference]:
        yield from self._in_views(Cell(Sort.LIST, group))
        for item in dict.fromkeys(i.id for pair in self.pairs for view in pair for i in view.group(group).items):
            yield from self._in_views(Cell(Sort.ITEM, group, item))
            for question in self.questions.groups[group].fields.values():
                yield from self._in_views(Cell(Sort.ANSWER, question.id, item))

    def _parts(self) -> Iterator[Difference]:
        first, second = self.sides
        if not self.shared:
            if first.parts or second.parts:
                yield Difference(Cell(Sort.GROUP, PARTS), ("",))
            return
        if first.parts_complete != second.parts_complete:
            yield Difference(Cell(Sort.LIST, PARTS), ("",))
        for id_ in dict.fromkeys(view.id for one in self.sides for view in one.parts):
            if id_ not in self.shared:
                yield Difference(Cell(Sort.PART, PARTS, id_), ("",))
            elif _dated(first.view(id_)) != _dated(second.view(id_)):
                yield Difference(Cell(Sort.DATES, PARTS, id_), ("",))


def content(view: View, cell: Cell) -> object:
    """What stands in a cell of a view, to be compared; None where an item that it is about is not there."""
    group, _, field = cell.question.rpartition(".")
    match cell.sort:
        case Sort.ITEM:
            return any(item.id == cell.item for item in view.group(cell.question).items)
        case Sort.LIST:
            return view.group(cell.question).complete
        case _ if not group:
            return _said(view.answer(cell.question))
    item = next((item for item in view.group(group).items if item.id == cell.item), None)
    return None if item is None else _said(item.answers.get(field, UNANSWERED))


def _said(answer: Answer) -> tuple[frozenset[Held], bool]:
    """What an answer says; notes are no part of that."""
    return frozenset(answer.held), answer.withheld


def _plain(items: Items) -> object:
    said = {i.id: {f: _said(a) for f, a in i.answers.items() if a.held or a.withheld} for i in items.items}
    return said, items.complete


def _dated(part: View) -> tuple[object, ...]:
    return part.name, part.kind, part.start, part.end

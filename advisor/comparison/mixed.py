"""An initiative in which some of what is answered otherwise about another is taken over from that."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from advisor.comparison.differences import Cell, Difference, Sort
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Answer, Item, Items
from advisor.logic.conditions import PARTS


@dataclass(frozen=True)
class Mixer:
    """Two initiatives and what differs between them."""

    first: Initiative
    second: Initiative
    differences: tuple[Difference, ...]

    def mixed(self, taken: Collection[int]) -> Initiative:
        """The first initiative with these differences, by their places, taken over from the second."""
        found = [self.differences[at] for at in sorted(taken)]
        parts, complete = self._parts({one.cell for one in found if one.cell.question == PARTS})
        cells = {
            view.id: {one.cell for one in found if view.id in one.views and one.cell.question != PARTS}
            for view in (self.first.whole, *parts)
        }
        return replace(
            self.first,
            whole=self._view(self.first.whole, cells[""]),
            parts=tuple(self._view(part, cells[part.id]) for part in parts),
            parts_complete=complete,
        )

    def _parts(self, cells: Collection[Cell]) -> tuple[tuple[View, ...], bool]:
        """Which phases and strands there are, before anything is taken over into those that both have."""
        first, second = self.first, self.second
        if Cell(Sort.GROUP, PARTS) in cells:
            return second.parts, second.parts_complete
        theirs = {view.id: view for view in second.parts}
        kept = [_dated(v, theirs[v.id]) if Cell(Sort.DATES, PARTS, v.id) in cells else v for v in first.parts]
        kept = [view for view in kept if Cell(Sort.PART, PARTS, view.id) not in cells]
        there = {view.id for view in first.parts}
        added = [v for v in second.parts if v.id not in there and Cell(Sort.PART, PARTS, v.id) in cells]
        complete = second.parts_complete if Cell(Sort.LIST, PARTS) in cells else first.parts_complete
        return (*kept, *added), complete

    def _view(self, view: View, cells: Collection[Cell]) -> View:
        if not cells:
            return view
        other = self.second.view(view.id)
        by_group: dict[str, set[Cell]] = {}
        answers = dict(view.answers)
        for cell in cells:
            group = cell.question.rpartition(".")[0]
            if cell.sort is Sort.ANSWER and not group:
                answers[cell.question] = other.answer(cell.question)
            else:
                by_group.setdefault(group or cell.question, set()).add(cell)
        groups = {name: _mixed(name, view.group(name), other.group(name), found) for name, found in by_group.items()}
        return replace(view, answers=answers, groups={**view.groups, **groups})


def _dated(part: View, other: View) -> View:
    return replace(part, name=other.name, kind=other.kind, start=other.start, end=other.end)


def _mixed(group: str, mine: Items, other: Items, cells: Collection[Cell]) -> Items:
    """The items of a list, with what is taken over of another."""
    if Cell(Sort.GROUP, group) in cells:
        return other
    return Items(
        tuple(_items(group, mine, {item.id: item for item in other.items}, cells)),
        other.complete if Cell(Sort.LIST, group) in cells else mine.complete,
    )


def _items(group: str, mine: Items, theirs: Mapping[str, Item], cells: Collection[Cell]) -> Iterator[Item]:
    for item in mine.items:
        if item.id in theirs:
            yield Item(item.id, {**item.answers, **_taken(theirs[item.id], cells)})
        elif Cell(Sort.ITEM, group, item.id) not in cells:
            yield item
    there = {item.id for item in mine.items}
    for id_, item in theirs.items():
        if id_ not in there and Cell(Sort.ITEM, group, id_) in cells:
            yield item


def _taken(item: Item, cells: Collection[Cell]) -> dict[str, Answer]:
    names = (cell.question.rpartition(".")[2] for cell in cells if cell.sort is Sort.ANSWER and cell.item == item.id)
    return {name: item.answers.get(name, Answer()) for name in names}

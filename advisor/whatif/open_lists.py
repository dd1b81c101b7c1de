"""Which items there are: as it is said, and as it may be otherwise."""

from collections.abc import Iterator, Mapping, Sequence

from advisor.initiative.initiative import Initiative
from advisor.logic.answers import Answer, Item
from advisor.model.question import Questions
from advisor.solver.circuit import FALSE, TRUE
from advisor.solver.door import Formula
from advisor.whatif.board import Board, Mover
from advisor.whatif.moves import Contradicts, Spot, Step

NEW = "+"
"""How the ids of items begin that nobody has listed; no id in a file can."""
NEW_ITEMS = 3
"""So many items a list may have beyond those that are listed: one that does, one that does not, and another."""

Listed = tuple[Mapping[str, Formula], Formula]
"""Whether each item is there that there may be, by its id, and whether these are all."""


class OpenLists:
    """The lists of an initiative, each as it is said in the whole or in a part."""

    def __init__(self, board: Board, questions: Questions, initiative: Initiative) -> None:
        self.board = board
        self.questions = questions
        self.initiative = initiative
        self._made: dict[Spot, Listed] = {}
        self._named = frozenset(_named(initiative))

    def at(self, part: str, group: str, *, closed: bool) -> Listed:
        """The items that may be there by what is listed in a part or the whole; if it is now open, or closed."""
        spot = Spot(part, group)
        if spot not in self._made:
            self._made[spot] = self._items(spot, closed=closed)
        return self._made[spot]

    def _items(self, spot: Spot, *, closed: bool) -> Listed:
        move, circuit = Mover(self.board, spot, self.questions.initiative[spot.question]), self.board.circuit
        listed = () if spot.part else self.initiative.whole.group(spot.question).items
        there = {item.id: self._stays(move, item) for item in listed}
        against = Contradicts.WHAT_IS_SAID if closed else Contradicts.NOTHING
        earlier: Formula | None = None
        for name in self._new(spot):
            added = move(Step.ADD, name, against)
            if added == FALSE:
                break
            there[name] = added
            if earlier is not None:
                circuit.require(-added, earlier)
                circuit.require(-added, self.board.more_than_one)
            earlier = added
        return there, TRUE if closed else move(Step.CLOSE)

    def _stays(self, move: Mover, item: Item) -> Formula:
        """That an item is still there: it can go where the convener chooses, and nothing else names it."""
        if not move.question.changeable or item.id in self._named:
            return TRUE
        return -move(Step.REMOVE, item.id, Contradicts.WHAT_IS_SAID)

    def _new(self, spot: Spot) -> Sequence[str]:
        """What new items are called."""
        called = NEW + "-".join(filter(None, (spot.part, self.questions.groups[spot.question].item)))
        taken = {one.id for view in self.initiative.views for one in view.group(spot.question).items}
        names = (f"{called}-{number}" for number in range(1, NEW_ITEMS + len(taken) + 1))
        return [name for name in names if name not in taken][:NEW_ITEMS]


def _named(initiative: Initiative) -> Iterator[str]:
    """The items that an answer names, or a part."""
    for part in initiative.parts:
        yield from (item.id for listing in part.said.groups.values() for item in listing.items)
    for answer in _answers(initiative):
        yield from (str(word) for held in answer.held for word in (*held.words, *held.excluded))


def _answers(initiative: Initiative) -> Iterator[Answer]:
    for view in initiative.views:
        yield from view.answers.values()
        for items in view.groups.values():
            for item in items.items:
                yield from item.answers.values()


def is_new(item: str) -> bool:
    """Whether an item is one that nobody has listed."""
    return item.startswith(NEW)

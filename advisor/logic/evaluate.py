"""The meaning of conditions, said directly: the reference that the engine is held against.

The engine has its own way (negate, compile, fire, aggregate), of which nothing is used here, so that one can catch the
other.
"""

from collections.abc import Sequence
from typing import Protocol

from advisor.logic.answers import Answer, Item, Items, judge, judge_shared
from advisor.logic.conditions import (
    All,
    AnswerTest,
    AnyOf,
    Condition,
    Holds,
    Not,
    Quantified,
    Quantifier,
    Ref,
    Shares,
    Status,
    StatusCount,
    StatusIs,
    Subject,
    subjects,
)
from advisor.logic.truth import Truth, all_of, any_of, told


class World(Protocol):
    """What a condition is evaluated in: the answers from one point of view, and how findings stand there."""

    def answer(self, ref: Ref, table: str | None = None) -> Answer:
        """The answer to a question about a subject, looked up in a table if one is named."""

    def group(self, name: str) -> Items:
        """The known items of a group; for `parts`, one item for each part."""

    def itself(self, group: str) -> str | None:
        """The item that the finding is about, if it belongs to this group."""

    def looking_at(self, group: str, item: str) -> "World":
        """The same world, with a quantifier looking at this item."""

    def finding(self, finding: str, subject: Subject) -> Truth:
        """How a finding about a subject stands."""

    def counted(self, condition: StatusCount) -> int:
        """How many of the selected findings have settled so."""

    @property
    def settled(self) -> bool:
        """Whether lists count as complete because only readings remain to be judged."""


STATUS_OF = {
    Truth.TRUE: Status.MET,
    Truth.FALSE: Status.NOT_MET,
    Truth.UNKNOWN: Status.UNKNOWN,
    Truth.CONTESTED: Status.CONTESTED,
}
"""How a finding has settled whose condition has this value."""


def evaluate(condition: Condition, world: World) -> Truth:
    """The value of a condition in a world."""
    match condition:
        case AnswerTest(ref, check):
            return judge(check, world.answer(ref))
        case Shares(left, right, table):
            return judge_shared(world.answer(left), world.answer(right, table))
        case All(parts):
            return all_of(evaluate(part, world) for part in parts)
        case AnyOf(parts):
            return any_of(evaluate(part, world) for part in parts)
        case Not(part):
            return evaluate(part, world).denied()
        case Holds(finding, subject):
            return world.finding(finding, subject)
        case Quantified():
            return _quantified(condition, world)
        case StatusIs(finding, statuses, subject):
            so = STATUS_OF[world.finding(finding, subject)] in statuses
            return told(so, not so)
        case StatusCount(at_least=low, at_most=high):
            so = _in_bounds(world.counted(condition), low, high)
            return told(so, not so)


def items_looked_at(condition: Quantified, world: World) -> list[Item]:
    """The items that a quantifier looks at. One that compares items with an item of their own group leaves it out."""
    items = world.group(condition.group).items
    itself = world.itself(condition.group)
    if itself is None or condition.where is None or Subject.EACH not in subjects(condition.where):
        return list(items)
    return [item for item in items if item.id != itself]


def _quantified(condition: Quantified, world: World) -> Truth:
    group = world.group(condition.group)
    where = condition.where
    values = [
        Truth.TRUE if where is None else evaluate(where, world.looking_at(condition.group, item.id))
        for item in items_looked_at(condition, world)
    ]
    complete = group.complete or world.settled
    match condition.quantifier:
        case Quantifier.SOME:
            return any_of(values if complete else [*values, Truth.UNKNOWN])
        case Quantifier.EVERY:
            return all_of(values if complete else [*values, Truth.UNKNOWN])
        case Quantifier.NO:
            return any_of(values if complete else [*values, Truth.UNKNOWN]).denied()
        case Quantifier.COUNT:
            return _counted(values, condition.at_least, condition.at_most, complete=complete)


def _counted(values: Sequence[Truth], low: int | None, high: int | None, *, complete: bool) -> Truth:
    surely = sum(v.told_true for v in values)
    at_the_most = sum(not v.told_false for v in values) if complete else None
    enough = low is None or surely >= low
    too_few = low is not None and at_the_most is not None and at_the_most < low
    few_enough = high is None or (at_the_most is not None and at_the_most <= high)
    too_many = high is not None and surely > high
    return told(enough and few_enough, too_few or too_many)


def _in_bounds(number: int, low: int | None, high: int | None) -> bool:
    return (low is None or number >= low) and (high is None or number <= high)

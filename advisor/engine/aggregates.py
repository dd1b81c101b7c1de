"""What a list tells, from what is told of its items. An open list may have further items, which nobody knows."""

from collections.abc import Sequence

from advisor.engine.program import Aggregate
from advisor.logic.conditions import Quantifier
from advisor.logic.truth import Truth, told


def aggregated(aggregate: Aggregate, values: Sequence[Truth], *, complete: bool) -> Truth:
    """The value of a quantified condition.

    Args:
        aggregate: what is asked of the list.
        values: what is told of each known item.
        complete: whether these are all.
    """
    met = [value.told_true for value in values].count(True)
    unmet = [value.told_false for value in values].count(True)
    some_left = len(values) - unmet
    match aggregate.quantifier:
        case Quantifier.SOME:
            return told(met > 0, complete and some_left == 0)
        case Quantifier.EVERY:
            return told(complete and met == len(values), unmet > 0)
        case Quantifier.NO:
            return told(complete and some_left == 0, met > 0)
        case Quantifier.COUNT:
            low, high = aggregate.at_least, aggregate.at_most
            return told(
                (low is None or met >= low) and (high is None or (complete and some_left <= high)),
                (low is not None and complete and some_left < low) or (high is not None and met > high),
            )

"""What a list tells, from what is told of its items. An open list may have further items, which nobody knows."""

from advisor.engine.program import Aggregate
from advisor.logic.conditions import Quantifier
from advisor.logic.truth import Truth, told


def aggregated(aggregate: Aggregate, met: int, unmet: int, listed: int, *, complete: bool) -> Truth:
    """The value of a quantified condition.

    Args:
        aggregate: what is asked of the list.
        met: of how many known items it is told true.
        unmet: of how many it is told false; a disputed item is among both.
        listed: how many items are known.
        complete: whether these are all.
    """
    some_left = listed - unmet
    match aggregate.quantifier:
        case Quantifier.SOME:
            return told(met > 0, complete and some_left == 0)
        case Quantifier.EVERY:
            return told(complete and met == listed, unmet > 0)
        case Quantifier.NO:
            return told(complete and some_left == 0, met > 0)
        case Quantifier.COUNT:
            low, high = aggregate.at_least, aggregate.at_most
            return told(
                (low is None or met >= low) and (high is None or (complete and some_left <= high)),
                (low is not None and complete and some_left < low) or (high is not None and met > high),
            )

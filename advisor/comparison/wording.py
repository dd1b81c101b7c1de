"""What is said of a comparison: the words that page and screen share."""

from advisor.comparison.results import Comparison, DifferenceResult, ReasonResult
from advisor.messages import compare as messages
from advisor.text import both

_SHORT = 60
"""What was answered is told again with the reason as long as it is not longer."""


def title(told: Comparison) -> str:
    """Which two they are."""
    if told.versions:
        return messages.TITLE_OF_VERSIONS.format(name=told.first.name)
    return messages.TITLE.format(first=told.first.name, second=told.second.name)


def cause(told: Comparison, reason: ReasonResult) -> str:
    """Because of what something is concluded otherwise."""
    found = [_cause(told, told.differences[number - 1]) for number in reason.differences]
    return messages.BECAUSE.format(differences=both(found))


def _cause(told: Comparison, one: DifferenceResult) -> str:
    first, second = (says.rstrip(".") for says in (one.first, one.second))
    change = messages.CHANGED[told.versions].format(first=first, second=second)
    template = messages.CAUSE_IN_SHORT if len(change) <= _SHORT else messages.CAUSE
    return template.format(number=one.number, says=one.says, change=change)


def coarse(told: Comparison) -> str:
    """That some lists could only be compared as wholes; empty where none had to be."""
    lists = [one.says for one in told.differences if one.unmatched]
    return messages.COARSE.format(lists=both(lists)) if lists else ""


def foot(told: Comparison) -> str:
    """How reasons are found."""
    return messages.FOOT[told.versions].format(first=told.first.called, second=told.second.called)

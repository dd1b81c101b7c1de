"""What is said of a comparison: the words that page and screen share."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from advisor.comparison.results import (
    Comparison,
    ConclusionResult,
    DifferenceResult,
    ReasonResult,
    SideResult,
    StandResult,
)
from advisor.messages import compare as messages
from advisor.report.plain.lines import SIGNS
from advisor.text import both

_SHORT = 60
"""What was answered is told again with the reason as long as it is not longer."""
_FEW = 2
"""Numbers in a row are named by the first and the last where there are more."""


def title(told: Comparison) -> str:
    """Which two they are."""
    if told.versions:
        return messages.TITLE_OF_VERSIONS.format(name=told.first.name)
    return messages.TITLE.format(first=told.first.name, second=told.second.name)


def cause(told: Comparison, reason: ReasonResult) -> str:
    """Because of what something is concluded otherwise: of two versions as it is now, else by what differs."""
    found = [told.differences[number - 1] for number in reason.differences]
    if told.versions:
        return messages.BECAUSE_NOW.format(clauses=both(map(_clause, found)))
    return messages.BECAUSE.format(differences=both(map(_cause, found)))


def _clause(one: DifferenceResult) -> str:
    template = messages.CLAUSE_IN if one.where else messages.CLAUSE
    return template.format(where=_inside(one.where), clause=one.clause, number=one.number)


def _cause(one: DifferenceResult) -> str:
    first, second = (says.rstrip(".") for says in (one.first, one.second))
    change = messages.BESIDE.format(first=first, second=second)
    template = messages.CAUSE_IN_SHORT if len(change) <= _SHORT else messages.CAUSE
    return template.format(number=one.number, says=placed(one), change=change)


def _inside(where: str) -> str:
    return f"{where[:1].lower()}{where[1:]}"


def placed(one: DifferenceResult) -> str:
    """What differs, and where unless throughout."""
    return messages.WHERE.format(says=one.says, where=_inside(one.where)) if one.where else one.says


def by_place(found: Sequence[ConclusionResult]) -> list[tuple[str, list[ConclusionResult]]]:
    """Conclusions by where they differ."""
    places = dict.fromkeys(one.where for one in found)
    return [(place, [one for one in found if one.where == place]) for place in places]


class Told(NamedTuple):
    """Conclusions that stand together: under one side where they hold of that alone, else beside each other."""

    side: SideResult | None
    conclusions: list[ConclusionResult]


def together(told: Comparison, found: Sequence[ConclusionResult]) -> list[Told]:
    """What holds of both in some way, then what is advised for one alone."""
    grouped = (Told(side, [one for one in found if _alone(told, one) is side]) for side in (None, *told.sides))
    return [one for one in grouped if one.conclusions]


def _alone(told: Comparison, one: ConclusionResult) -> SideResult | None:
    """The side for which something is advised, where nothing would be said of it for the other."""
    if one.finding is None or one.kind == "verdict":
        return None
    if one.first.holds and one.second.silent:
        return told.first
    return told.second if one.second.holds and one.first.silent else None


def only(told: Comparison, side: SideResult) -> str:
    """The heading over what is advised for one side alone."""
    template = messages.ONLY_OF_VERSION[side.called] if told.versions else messages.ONLY
    return template.format(side=side.called)


def alone(told: Comparison, side: SideResult, one: ConclusionResult) -> str:
    """A piece of advice that is given for one side alone: for whom, and whether it is merely not known of the other."""
    here, there, other = one.first, one.second, told.second
    if side is told.second:
        here, there, other = one.second, one.first, told.first
    unknown = [messages.STANDS.format(side=other.called, stands=there.says)] if there.status == "unknown" else []
    says = messages.OF_WHOM.format(says=one.says, who=here.filled) if here.filled else one.says
    remarks = "; ".join([*([here.who] if here.who else []), *unknown])
    return messages.WHERE.format(says=says, where=remarks) if remarks else says


def stands(one: StandResult) -> str:
    """How something is concluded, with its sign; of a role that is needed who fills it."""
    if one.filled:
        return one.filled
    says = messages.OF_WHOM.format(says=one.says, who=one.who) if one.who else one.says
    return says if one.status is None else f"{SIGNS[one.status]} {says}"


def coarse(told: Comparison) -> str:
    """That some lists could only be compared as wholes; empty where none had to be."""
    lists = [one.says for one in told.differences if one.unmatched]
    return messages.COARSE.format(lists=both(lists)) if lists else ""


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """`1, 2, 3, 7` as `1 to 3, 7`."""
    runs = groupby(enumerate(numbers), key=lambda one: one[1] - one[0])
    for run in ([number for _, number in found] for _, found in runs):
        if len(run) > _FEW:
            yield messages.RANGE.format(first=run[0], last=run[-1])
        else:
            yield from map(str, run)


def foot(told: Comparison) -> Iterator[str]:
    """How reasons are found, and which answers none of them names."""
    if not told.reasons:
        return
    yield messages.FOOT[told.versions].format(first=told.first.called, second=told.second.called)
    named = {number for reason in told.reasons for number in reason.differences}
    if others := [one.number for one in told.differences if one.number not in named]:
        yield messages.NAMED_IN_NO_REASON.format(numbers=both(_ranges(others)))

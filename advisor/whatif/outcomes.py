"""What people want to know of an initiative, and questions decide: headline, stops, verdicts, essential advice."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from advisor.initiative.initiative import Initiative
from advisor.model.finding import MADE_FOR, Finding, Kind
from advisor.rulebook.advice import ADVICE
from advisor.rulebook.rulebook import Rulebook

ESSENTIAL = 4
"""The weight of advice without which somebody could be harmed, or the purpose missed."""


class Sort(IntEnum):
    """What sort of outcome it is, the one that is asked for first coming first."""

    HEADLINE = 0
    STOP = 1
    VERDICT = 2
    ADVICE = 3


@dataclass(frozen=True)
class Concluded:
    """A finding as it is judged somewhere."""

    finding: str
    part: str = ""
    """Empty for the whole."""
    item: str | None = None


@dataclass(frozen=True)
class Outcome:
    """One conclusion, or several that make one together, as those of which the headline consists."""

    sort: Sort
    findings: tuple[Concluded, ...]


def outcomes(rulebook: Rulebook, initiative: Initiative, part: str = "") -> tuple[Outcome, ...]:
    """Everything that is worth asking for.

    Args:
        rulebook: by which is judged.
        initiative: of which it is asked for.
        part: the id of one part, where it is asked for of nothing else.
    """
    headline = Outcome(Sort.HEADLINE, tuple(_places(_names_a_track(rulebook), initiative, part)))
    sorts = ((finding, _sort(finding)) for finding in rulebook.findings.values())
    others = (
        Outcome(sort, (place,))
        for finding, sort in sorts
        if sort is not None
        for place in _places([finding], initiative, part)
    )
    return (headline, *others)


def _names_a_track(rulebook: Rulebook) -> list[Finding]:
    """The readings of which the headline consists: which tracks are named, and whether schools agree."""
    headlines = rulebook.by_kind[Kind.HEADLINE]
    return [finding for finding in headlines if finding.tracks or finding.agreement is not None]


def _sort(finding: Finding) -> Sort | None:
    if finding.kind is Kind.STOP:
        return Sort.STOP
    if finding.kind is Kind.VERDICT:
        return Sort.VERDICT if finding.tracks else None
    if finding.kind in ADVICE and finding.kind not in MADE_FOR and (finding.weight or 0) >= ESSENTIAL:
        return Sort.ADVICE
    return None


def _places(findings: list[Finding], initiative: Initiative, part: str) -> Iterator[Concluded]:
    for finding in findings:
        for view in initiative.parts_or_itself if finding.scope == "part" else (initiative.whole,):
            if part not in ("", view.id):
                continue
            if finding.for_each is None:
                yield Concluded(finding.id, view.id)
            else:
                yield from (Concluded(finding.id, view.id, item.id) for item in view.group(finding.for_each).items)

"""Holding cases against the rules: what each expected, and what came."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from advisor.engine.run import Engine
from advisor.explain.fillers import fillers
from advisor.explain.missing import Searcher
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.reference import Reference
from advisor.report.picture import picture
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.cases.case import Case, Expected, ExpectedFilling, ExpectedHeadline, ExpectedStatus
from advisor.workshop.cases.expectations import PERHAPS

Came = Status | tuple[tuple[str, ...], str] | frozenset[tuple[str, str]]
"""A status; the tracks of a headline and whether the schools agree; or who fills a role, and how well."""


@dataclass(frozen=True)
class Miss:
    """Something that came out otherwise than a case expects."""

    expected: Expected
    came: Came


@dataclass(frozen=True)
class Outcome:
    """How a case came out."""

    case: Case
    misses: tuple[Miss, ...]


class Trial:
    """Holds cases against one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    @cached_property
    def engine(self) -> Engine:
        """The compiled rulebook. Only headlines and proofs need it: what single findings say is quicker worked out."""
        return Engine(self.rulebook)

    def outcomes(self, cases: Iterable[Case]) -> Iterator[Outcome]:
        """How the cases come out, one after the other."""
        for case in cases:
            reference = Reference(self.rulebook, case.initiative)
            yield Outcome(case, tuple(self._misses(case, reference)))

    def _misses(self, case: Case, reference: Reference) -> Iterator[Miss]:
        for expected in case.expected:
            came = self._came(expected, case, reference)
            if came != _wanted(expected):
                yield Miss(expected, came)

    def _came(self, expected: Expected, case: Case, reference: Reference) -> Came:
        match expected:
            case ExpectedStatus(finding=finding, part=part, item=item):
                return STATUS_OF[reference.judge(finding, part, item)]
            case ExpectedHeadline(part=part):
                return self._headline(case, part)
            case ExpectedFilling(finding=name, item=item):
                found = fillers(Searcher(reference), self.rulebook.findings[name], "", item)
                return frozenset((one.item, one.fills if one.certain else PERHAPS) for one in found)

    def _headline(self, case: Case, part: str) -> Came:
        seen = picture(self.engine, case.initiative)
        headline = next(view.headline for view in seen.parts if view.id == part) if part else seen.headline
        return ((), "none") if headline is None else (tuple(headline.tracks), headline.agreement)


def _wanted(expected: Expected) -> Came:
    match expected:
        case ExpectedStatus(status=status):
            return status
        case ExpectedHeadline(tracks=tracks, agreement=agreement):
            return tracks, agreement
        case ExpectedFilling(people=people):
            return people

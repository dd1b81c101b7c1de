"""Holding cases against the rules: what each expected, and what came."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.explain.fillers import fillers
from advisor.explain.missing import Searcher
from advisor.explain.words import Wordings
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.model.entry import BASE_LANGUAGE
from advisor.reference import Reference
from advisor.report.assessment import Headline
from advisor.report.picture import pictured
from advisor.report.standings import Standings
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
    reference: Reference
    """What the rules say of it, as far as anybody has asked."""
    came: tuple[Came, ...]
    """For each thing that is expected."""

    @property
    def misses(self) -> tuple[Miss, ...]:
        """What came out otherwise."""
        held = zip(self.case.expected, self.came, strict=True)
        return tuple(Miss(expected, came) for expected, came in held if came != _wanted(expected))


def outcomes(rulebook: Rulebook, cases: Iterable[Case]) -> Iterator[Outcome]:
    """How cases come out, one after the other.

    Most ask for a few findings only, which are worked out sooner one by one than all together by the engine.
    """
    for case in cases:
        reference = Reference(rulebook, case.initiative)
        yield Outcome(case, reference, tuple(_came(expected, reference) for expected in case.expected))


def headline_of(reference: Reference, part: str) -> Headline | None:
    """The headline of an initiative, or of one of its parts."""
    words = Wordings(reference.rulebook.questions, BASE_LANGUAGE)
    seen = pictured(Standings(reference.rulebook, reference, words), reference.initiative)
    return next(view.headline for view in seen.parts if view.id == part) if part else seen.headline


def _came(expected: Expected, reference: Reference) -> Came:
    match expected:
        case ExpectedStatus(finding=finding, part=part, item=item):
            return STATUS_OF[reference.judge(finding, part, item)]
        case ExpectedHeadline(part=part):
            headline = headline_of(reference, part)
            return ((), "none") if headline is None else (tuple(headline.tracks), headline.agreement)
        case ExpectedFilling(finding=name, item=item):
            words = Wordings(reference.rulebook.questions, BASE_LANGUAGE)
            found = fillers(Searcher(reference, words), reference.rulebook.findings[name], "", item)
            return frozenset((one.item, one.fills if one.certain else PERHAPS) for one in found)


def _wanted(expected: Expected) -> Came:
    match expected:
        case ExpectedStatus(status=status):
            return status
        case ExpectedHeadline(tracks=tracks, agreement=agreement):
            return tracks, agreement
        case ExpectedFilling(people=people):
            return people

"""An initiative in a few figures: what it is, what stops it, whom it lacks, what is open, when it is to be measured.

The same as an assessment says, without proofs and advice, for those who look at many initiatives at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.engine.run import Engine
from advisor.explain.fillers import fits
from advisor.explain.known import Known
from advisor.explain.waiting import Waiting
from advisor.explain.words import Wordings
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Item
from advisor.logic.conditions import Status
from advisor.model.finding import MADE_FOR, Finding, Kind
from advisor.report.advice import NOT_FILLED, how_filled, role_of
from advisor.report.assessment import Picture
from advisor.report.open import answered_by_parts
from advisor.report.picture import pictured
from advisor.report.standings import Standings, Verdicts
from advisor.report.timeline import date_of

_ASK_FOR_NOTHING = frozenset((Kind.CRITERION, Kind.PREMISE, Kind.HEADLINE, *MADE_FOR))
"""The kinds for which nothing is asked but through those that build on them, or of those who pay."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that holds: the finding that says so, the item it is about, and a few words."""

    finding: str
    item: str | None
    says: str


@dataclass(frozen=True, slots=True)
class Overview:
    """An initiative in a few figures."""

    picture: Picture
    stops: tuple[Mark, ...]
    """In the whole or in any part, each once; so with the gaps."""
    team_gaps: tuple[Mark, ...]
    """The essential roles that nobody fills yet."""
    language_gaps: tuple[Mark, ...]
    """What is essential so that people understand each other, and nobody sees to yet."""
    undecided: tuple[str, ...]
    """Of stops, team_gaps and language_gaps: those to which there may be more, since not enough is known."""
    open: int
    """How many answers something about the whole waits for."""
    waves: tuple[str | None, ...]
    """When measures are due: a month, a year, or None where no date can be worked out."""


class Overviewer:
    """Makes overviews quickly enough to look at many initiatives: what is the same for all is worked out once."""

    def __init__(self, engine: Engine, language: str = "en") -> None:
        self.engine = engine
        self.words = Wordings(engine.rulebook.questions, language)
        self.verdicts = Verdicts(self.words)
        asking = [f for f in engine.rulebook.findings.values() if f.kind not in _ASK_FOR_NOTHING]
        self.waiting = Waiting(engine.rulebook, engine.program, asking)

    def overview(self, initiative: Initiative) -> Overview:
        """An initiative in a few figures."""
        rulebook, settled = self.engine.rulebook, self.engine.judge(initiative)
        standings = Standings(rulebook, settled, self.words, self.verdicts)
        marks = _Marks(standings, Known(rulebook, settled), initiative)
        stops, roles, staffing = (rulebook.by_kind[kind] for kind in (Kind.STOP, Kind.ROLE, Kind.STAFFING))
        counted = {"stops": stops, "team_gaps": _essential(roles), "language_gaps": _essential(staffing)}
        return Overview(
            pictured(standings, initiative),
            stops=_once(marks.stops(stops)),
            team_gaps=_once(marks.gaps(counted["team_gaps"])),
            language_gaps=_once(marks.gaps(counted["language_gaps"])),
            undecided=tuple(name for name, findings in counted.items() if marks.may_be_more(findings)),
            open=sum(not answered_by_parts(*place, initiative) for place in self.waiting.places(settled)),
            waves=tuple(dict.fromkeys(marks.waves(rulebook.by_kind[Kind.MEASURE]))),
        )


class _Marks:
    """Takes from what has been concluded about one initiative what an overview tells of it."""

    def __init__(self, standings: Standings, known: Known, initiative: Initiative) -> None:
        self.standings = standings
        self.known = known
        self.initiative = initiative

    def stops(self, findings: Iterable[Finding]) -> Iterator[Mark]:
        """Those of some findings that hold, with what they say."""
        for finding, _, item in self._holding(findings):
            yield Mark(finding.id, _id(item), self.standings.words.statement(finding, Status.MET, item))

    def gaps(self, findings: Iterable[Finding]) -> Iterator[Mark]:
        """What nobody fills yet, of what some findings ask for."""
        for finding, view, item in self._holding(findings):
            found = fits(self.known, finding, view.id, _id(item))
            if how_filled(finding, found, view) in NOT_FILLED:
                yield Mark(finding.id, _id(item), role_of(finding, item, self.standings.words) or "")

    def may_be_more(self, findings: Iterable[Finding]) -> bool:
        """Whether it is not known of any of some findings if it holds, or of whom it could be asked."""
        return any(
            self.standings.status_of(finding, view, _id(item)) is Status.UNKNOWN
            for finding, view, item in self._places(findings)
        ) or any(
            not view.group(finding.for_each).items and not view.group(finding.for_each).complete
            for finding in findings
            if finding.for_each is not None
            for view in self._views(finding)
        )

    def waves(self, findings: Iterable[Finding]) -> Iterator[str | None]:
        """When those of some findings are due that hold."""
        for finding, view, _ in self._holding(f for f in findings if f.at is not None):
            assert finding.at is not None  # noqa: S101 -- chosen for that
            yield date_of(finding.at, view)

    def _holding(self, findings: Iterable[Finding]) -> Iterator[tuple[Finding, View, Item | None]]:
        """Where findings are met, or hang on a dispute: in the whole or in a part, for each item."""
        for finding, view, item in self._places(findings):
            if self.standings.status_of(finding, view, _id(item)) in (Status.MET, Status.CONTESTED):
                yield finding, view, item

    def _places(self, findings: Iterable[Finding]) -> Iterator[tuple[Finding, View, Item | None]]:
        for finding in findings:
            for view in self._views(finding):
                for item in self.standings.items(finding, view):
                    yield finding, view, item

    def _views(self, finding: Finding) -> tuple[View, ...]:
        return self.initiative.views if finding.scope == "part" else (self.initiative.whole,)


def _essential(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.stance == "essential")


def _once(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The first mark of each finding and item."""
    return tuple({(mark.finding, mark.item): mark for mark in reversed(list(marks))}.values())[::-1]


def _id(item: Item | None) -> str | None:
    return None if item is None else item.id

"""An initiative in a few figures: what it is, what stops it, whom it lacks, what is open, when it is to be measured.

The same as an assessment says, without proofs and advice, for those who look at many initiatives at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor.engine.run import Engine
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Item
from advisor.logic.conditions import Status
from advisor.model.finding import MADE_FOR, Finding, Kind
from advisor.report.advice import NOT_FILLED, Adviser
from advisor.report.assessment import Picture
from advisor.report.open import answered_by_parts
from advisor.report.picture import pictured
from advisor.report.results import Results
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
    open: int
    """How many answers something about the whole waits for."""
    waves: tuple[str | None, ...]
    """When measures are due: a month, a year, or None where no date can be worked out."""


def overview(engine: Engine, initiative: Initiative, language: str = "en") -> Overview:
    """An initiative in a few figures, quickly enough to look at many."""
    results = Results(engine, initiative, language)
    return _Overviewer(results).overview(pictured(results, initiative))


class _Overviewer:
    """Takes from the results of one initiative what an overview tells."""

    def __init__(self, results: Results) -> None:
        self.results = results
        self.adviser = Adviser(results.searcher)
        self.initiative = results.initiative

    def overview(self, picture: Picture) -> Overview:
        """The initiative in a few figures; what it is has been told already."""
        by_kind = self.results.rulebook.by_kind
        return Overview(
            picture,
            stops=_once(self._stops(by_kind[Kind.STOP])),
            team_gaps=_once(self._gaps(by_kind[Kind.ROLE])),
            language_gaps=_once(self._gaps(by_kind[Kind.STAFFING])),
            open=self._open(),
            waves=tuple(dict.fromkeys(self._waves(by_kind[Kind.MEASURE]))),
        )

    def _stops(self, findings: Iterable[Finding]) -> Iterator[Mark]:
        for finding, _, item in self._holding(findings):
            yield Mark(finding.id, _id(item), self.results.words.statement(finding, Status.MET, item))

    def _gaps(self, findings: Iterable[Finding]) -> Iterator[Mark]:
        essential = (finding for finding in findings if finding.stance == "essential")
        for finding, view, item in self._holding(essential):
            if self.adviser.filling(finding, view, _id(item))[1] in NOT_FILLED:
                yield Mark(finding.id, _id(item), self.adviser.role(finding, item) or "")

    def _waves(self, findings: Iterable[Finding]) -> Iterator[str | None]:
        for finding, view, _ in self._holding(f for f in findings if f.at is not None):
            assert finding.at is not None  # noqa: S101 -- chosen for that
            yield date_of(finding.at, view)

    def _holding(self, findings: Iterable[Finding]) -> Iterator[tuple[Finding, View, Item | None]]:
        """Where findings are met, or hang on a dispute: in the whole or in a part, for each item."""
        whole = self.initiative.whole
        for finding in findings:
            for view in self.initiative.views if finding.scope == "part" else (whole,):
                for item in self.results.items(finding, view):
                    if self.results.status_of(finding, view, _id(item)) in (Status.MET, Status.CONTESTED):
                        yield finding, view, item

    def _open(self) -> int:
        """How many open questions an assessment lists."""
        return sum(not answered_by_parts(*place, self.initiative) for place in set(self._waited_for()))

    def _waited_for(self) -> Iterator[tuple[str, str | None]]:
        whole, results = self.initiative.whole, self.results
        for finding in results.rulebook.findings.values():
            if finding.kind in _ASK_FOR_NOTHING:
                continue
            for item in results.items(finding, whole):
                if results.status_of(finding, whole, _id(item)) is Status.UNKNOWN:
                    yield from results.searcher.places(finding, "", _id(item))


def _once(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The first mark of each finding and item."""
    return tuple({(mark.finding, mark.item): mark for mark in reversed(list(marks))}.values())[::-1]


def _id(item: Item | None) -> str | None:
    return None if item is None else item.id

"""What the tabs tell of: the whole of an assessment, or one phase or strand of it."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from advisor.initiative.initiative import Initiative
from advisor.messages.screens import assessment as messages
from advisor.report.advice import SECTIONS
from advisor.report.assessment import (
    AdviceResult,
    Assessment,
    FindingResult,
    FrontPage,
    Headline,
    OpenQuestion,
    ViewResult,
)
from advisor.report.front import front_page
from advisor.report.open import ranked
from advisor.report.wording import further_stops, verdict_title
from advisor.rulebook.rulebook import Rulebook
from advisor.tui.findings import Proven


class Scope:
    """The whole, or a part by itself."""

    def __init__(self, rulebook: Rulebook, initiative: Initiative, assessment: Assessment, part: str = "") -> None:
        """Takes the whole where there is no such part."""
        self.assessment = assessment
        self.part = next((one for one in assessment.parts if one.id == part), None)
        self.view: ViewResult = self.part or assessment
        self.headline: Headline | None = self.view.headline
        self._judged = rulebook, initiative

    @cached_property
    def open(self) -> list[OpenQuestion]:
        """The questions that are open here."""
        if self.part is None:
            return self.assessment.open
        return ranked(*self._judged, self.part.schools, self.part.findings, self.part.id)

    @cached_property
    def front(self) -> FrontPage:
        """What matters most here."""
        if self.part is None:
            return self.assessment.front
        return front_page({name: getattr(self.part, name) for name in SECTIONS}, (), self.open)

    @property
    def id(self) -> str:
        """The part's id; empty for the whole."""
        return "" if self.part is None else self.part.id

    def stops(self) -> list[AdviceResult]:
        """Every stop: first those that the front page has room for."""
        return [*self.front.stops, *further_stops(self.front, self.view)]

    def place(self, advice: AdviceResult) -> Proven:
        """Where a piece of advice is proven: in its part, or in the first that is told it."""
        views = [(self.id, self.view), *((part.id, part) for part in self.assessment.parts)]
        named = [(id_, view) for id_, view in views if getattr(view, "name", None) == advice.part]
        for id_, view in (*named, *views):
            if any((f.id, f.item, f.status) == (advice.id, advice.item, advice.status) for f in view.findings):
                return Proven(advice.id, advice.item, id_)
        return Proven(advice.id, advice.item)

    def told_as(self, proven: Proven) -> AdviceResult | None:
        """The advice that a finding gives here, if it gives any."""
        told = (advice for section in SECTIONS for advice in getattr(self.view, section))
        return next((one for one in told if (one.id, one.item) == (proven.finding, proven.item)), None)

    def waiting(self, question: OpenQuestion) -> Iterator[str]:
        """What waits for an answer, the weightiest first."""
        known: list[tuple[FindingResult, str]] = [
            *((verdict, verdict_title(school, verdict)) for school in self.view.schools for verdict in school.verdicts),
            *((finding, f"{messages.KINDS[finding.kind]}: {finding.claims}") for finding in self.view.findings),
        ]
        for name in question.waiting:
            for finding, title in known:
                if finding.id == name and any(_same(question, asked) for asked in finding.open):
                    yield title

    def waited_for(self, sections: Sequence[str]) -> list[OpenQuestion]:
        """The questions for which something in these sections waits, what matters most first."""
        kinds = [kind for section in sections for kind in SECTIONS[section]]
        waiting = {f.id for f in self.view.findings if f.status == "unknown" and f.kind in kinds}
        return [question for question in self.open if waiting.intersection(question.waiting)]


def _same(one: OpenQuestion, other: OpenQuestion) -> bool:
    return (one.question, one.item) == (other.question, other.item)

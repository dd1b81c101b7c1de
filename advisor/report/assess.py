"""From what the engine has settled to the assessment that people and programs get."""

from collections.abc import Iterator
from typing import Any

from advisor.engine.run import Engine
from advisor.errors import Fault
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Item
from advisor.logic.conditions import Status
from advisor.model.entry import in_language
from advisor.model.finding import Finding, Home, Kind
from advisor.report.advice import Adviser, sections
from advisor.report.assessment import (
    AdviceResult,
    Assessment,
    CriterionResult,
    FindingResult,
    InitiativeResult,
    LabelResult,
    LayerResult,
    PartPicture,
    PartResult,
    Picture,
    RulebookResult,
    SchoolResult,
)
from advisor.report.front import front_page
from advisor.report.headline import headline
from advisor.report.open import answered_by_parts, ranked
from advisor.report.overview import Overview, Overviewer
from advisor.report.results import Results
from advisor.report.timeline import timeline

_NOT_LISTED = (Kind.CRITERION, Kind.VERDICT, Kind.PREMISE, Kind.HEADLINE)
"""The kinds that are told elsewhere: below the schools, in proofs, in the headline."""


def assess(engine: Engine, initiative: Initiative, language: str = "en") -> Assessment:
    """Judges an initiative and says what follows, with proofs, sources and open questions."""
    return _Assessor(engine, initiative, language).assessment()


def picture(engine: Engine, initiative: Initiative, language: str = "en") -> Picture:
    """What an initiative is by whose definition, quickly enough to follow every answer."""
    return _Assessor(engine, initiative, language).picture()


def overview(engine: Engine, initiative: Initiative, language: str = "en") -> Overview:
    """An initiative in a few figures, quickly enough to look at many."""
    return _Assessor(engine, initiative, language).overview()


def finding_results(
    engine: Engine, initiative: Initiative, finding: str, part: str = "", language: str = "en"
) -> list[FindingResult]:
    """How one finding of the rulebook has settled, whatever it is for: one result, or one for each item."""
    return Results(engine, initiative, language).every(finding, part)


def assess_and_check(
    engine: Engine, initiative: Initiative, language: str = "en"
) -> tuple[Assessment, tuple[Fault, ...]]:
    """The same, with what the initiative brings to light of faults in the rulebook."""
    assessor = _Assessor(engine, initiative, language)
    return assessor.assessment(), tuple(assessor.contradictions())


class _Assessor:
    def __init__(self, engine: Engine, initiative: Initiative, language: str) -> None:
        self.rulebook = engine.rulebook
        self.initiative = initiative
        self.language = language
        self.results = Results(engine, initiative, language)
        self.adviser = Adviser(self.results.searcher)

    def contradictions(self) -> Iterator[Fault]:
        """The findings that are met and not met here although no answer is disputed and nobody is said to disagree."""
        for finding in self.rulebook.ground:
            if finding.not_when is None or finding.dissent is not None:
                continue
            for view in self.initiative.views if finding.scope == "part" else (self.initiative.whole,):
                for item in self.results.items(finding, view):
                    if self._contradicts_itself(finding, view, item):
                        message = (
                            f'"{finding.id}" is both met and not met for "{self.initiative.name}", although no answer'
                        )
                        yield Fault(
                            finding.place, "R28", f"{message} is disputed. Mend it, or say under dissent who disagrees."
                        )

    def _contradicts_itself(self, finding: Finding, view: View, item: Item | None) -> bool:
        name = None if item is None else item.id
        both_told = self.results.status_of(finding, view, name) is Status.CONTESTED
        disputes = self.results.disputes
        return both_told and not any(disputes.hang_on(finding, met=m, view=view.id, item=name) for m in (True, False))

    def picture(self) -> Picture:
        """What the initiative and its parts are, without proofs."""
        whole = self.initiative
        schools = self._schools(whole.whole, with_reasons=False)
        parts = [PartPicture(**self._about(view, with_reasons=False)) for view in whole.parts]
        return Picture(
            headline=headline(self._agreements(whole.whole, ("part", "whole")), schools, parts),
            schools=schools,
            parts=parts,
        )

    def overview(self) -> Overview:
        """The same, with a few figures."""
        return Overviewer(self.results, self.adviser).overview(self.picture())

    def _about(self, view: View, *, with_reasons: bool) -> dict[str, Any]:
        """What a part is, and what it is called."""
        schools = self._schools(view, with_reasons=with_reasons)
        return {
            "id": view.id,
            "name": view.name,
            "kind": view.kind,
            "start": view.start,
            "end": view.end,
            "headline": headline(self._agreements(view, ("part",)), schools, []),
            "schools": schools,
        }

    def assessment(self) -> Assessment:
        """Everything that is said of the initiative."""
        whole = self.initiative
        schools = self._schools(whole.whole, with_reasons=True)
        findings = self._others(whole.whole, scopes=("part", "whole"))
        parts = [self._part(view) for view in whole.parts]
        headline_ = headline(self._agreements(whole.whole, ("part", "whole")), schools, parts)
        advice = self._advice(findings, whole.whole)
        by_section = sections(one for _, one in advice)
        named = headline_ is not None and headline_.agreement != "undecided"
        open_ = ranked(self.rulebook, schools, [result for _, _, result in findings], named=named)
        open_ = [question for question in open_ if not answered_by_parts(question.question, question.item, whole)]
        return Assessment(
            initiative=_initiative(whole),
            rulebook=RulebookResult(
                title=in_language(self.rulebook.title, self.language),
                version=self.rulebook.version,
                sha256=self.rulebook.sha256,
                layers=[
                    LayerResult(
                        title=in_language(layer.title, self.language), version=layer.version, sha256=layer.sha256
                    )
                    for layer in self.rulebook.layers
                ],
            ),
            headline=headline_,
            front=front_page(by_section, parts, open_),
            schools=schools,
            **by_section,
            timeline=timeline(advice, whole.whole, self.language),
            findings=[result for _, _, result in findings],
            parts=parts,
            open=open_,
        )

    def _part(self, view: View) -> PartResult:
        findings = self._others(view, scopes=("part",))
        advice = self._advice(findings, view)
        return PartResult(
            **self._about(view, with_reasons=True),
            **sections(one for _, one in advice),
            timeline=timeline(advice, view, self.language),
            findings=[result for _, _, result in findings],
        )

    def _schools(self, view: View, *, with_reasons: bool) -> list[SchoolResult]:
        """The schools with their verdicts; without reasons, which take long, with those alone."""
        judged = self.results.verdict if with_reasons else self.results.standing
        return [
            SchoolResult(
                id=school.id,
                title=in_language(school.title, self.language),
                short=in_language(school.short, self.language),
                verdicts=[judged(verdict, view) for verdict in self.rulebook.of_kind(school.id, Kind.VERDICT)],
                criteria=self._overlay(school, view) if with_reasons else [],
            )
            for school in self.rulebook.schools
        ]

    def _overlay(self, school: Home, view: View) -> list[CriterionResult]:
        """The criteria of a school that gives no verdict."""
        if self.rulebook.of_kind(school.id, Kind.VERDICT):
            return []
        criteria = self.rulebook.of_kind(school.id, Kind.CRITERION)
        return [self.results.criterion(c, view, i) for c in criteria for i in self.results.items(c, view)]

    def _agreements(self, view: View, scopes: tuple[str, ...]) -> list[tuple[str, str]]:
        """What is said of whether the schools agree, by the readings that are met; those of the whole last."""
        found = [f for f in self.rulebook.readings if f.agreement and f.scope in scopes]
        ordered = sorted(found, key=lambda finding: finding.scope == "whole")
        met = [f for f in ordered if self.results.status_of(f, view, None) is Status.MET]
        return [(str(f.agreement), self.results.words.statement(f, Status.MET)) for f in met]

    def _others(self, view: View, scopes: tuple[str, ...]) -> list[tuple[Finding, Item | None, FindingResult]]:
        """What is told neither of schools nor in the headline, in the order of the files."""
        return [
            (finding, item, self.results.finding(finding, view, item))
            for home in self.rulebook.homes.values()
            for finding in map(self.rulebook.findings.__getitem__, home.findings)
            if finding.kind not in _NOT_LISTED and finding.scope in scopes
            for item in self.results.items(finding, view)
        ]

    def _advice(
        self, findings: list[tuple[Finding, Item | None, FindingResult]], view: View
    ) -> list[tuple[Finding, AdviceResult]]:
        """What is said to people: what holds, and what hangs on a dispute."""
        return [
            (finding, self.adviser.advice(finding, result, view, item))
            for finding, item, result in findings
            if result.status in ("met", "contested")
        ]


def _initiative(initiative: Initiative) -> InitiativeResult:
    labels = [
        LabelResult(label=x.label, by=x.by, year=x.year, title=x.title, evidence=x.evidence)
        for x in initiative.published
    ]
    return InitiativeResult(
        id=initiative.id,
        name=initiative.name,
        record=initiative.record,
        years=initiative.years,
        published=labels,
        review=initiative.review,
    )

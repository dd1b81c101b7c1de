"""From what the engine has settled to the assessment that people and programs get."""

from collections.abc import Iterator

from advisor.engine.run import Engine
from advisor.errors import Fault
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Item
from advisor.logic.conditions import Status
from advisor.model.entry import in_language
from advisor.model.finding import MADE_FOR, Finding, Home, Kind
from advisor.report.advice import Adviser, sections
from advisor.report.assessment import (
    AdviceResult,
    Assessment,
    CriterionResult,
    FindingResult,
    InitiativeResult,
    LabelResult,
    LayerResult,
    PartResult,
    RulebookResult,
    SchoolResult,
    VerdictResult,
)
from advisor.report.audience import Audience
from advisor.report.discretion import Openness, discretion_for
from advisor.report.front import front_page
from advisor.report.headline import headline
from advisor.report.open import answered_by_parts, ranked
from advisor.report.picture import agreements, of_part, school_result
from advisor.report.results import Results
from advisor.report.timeline import timeline

_NOT_LISTED = frozenset((Kind.CRITERION, Kind.VERDICT, Kind.PREMISE, Kind.HEADLINE, *MADE_FOR))
"""The kinds that are told elsewhere: below the schools, in proofs, in the headline, to those who pay."""


def assess(engine: Engine, initiative: Initiative, language: str = "en") -> Assessment:
    """Judges an initiative and says what follows, with proofs, sources and open questions."""
    return _Assessor(engine, initiative, language).assessment()


def assess_for(
    engine: Engine, initiative: Initiative, audience: Audience, language: str = "en", key: bytes = b""
) -> Assessment:
    """The same for an audience: others than the team get nothing that a sensitive answer could show.

    Args:
        engine: the compiled rulebook.
        initiative: what is judged, with everything that the team knows.
        audience: for whom it is.
        language: of the rulebook's texts, where they have it.
        key: for others: makes the hash of the answers one that nobody else can guess them from.
    """
    return _Assessor(engine, initiative, language, discretion_for(engine.rulebook, audience, key)).assessment()


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
    def __init__(
        self, engine: Engine, initiative: Initiative, language: str, discretion: Openness | None = None
    ) -> None:
        self.rulebook = engine.rulebook
        self.discretion = discretion or Openness()
        self.initiative = self.discretion.initiative(initiative)
        self.language = language
        self.results = Results(engine, self.initiative, language)
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

    def assessment(self) -> Assessment:
        """Everything that is said of the initiative."""
        whole = self.initiative
        schools = self._schools(whole.whole)
        findings = self._others(whole.whole, scopes=("part", "whole"))
        parts = [self._part(view) for view in whole.parts]
        headline_ = headline(agreements(self.results, whole.whole, self._readings()), schools, parts)
        advice = self._advice(findings, whole.whole)
        by_section = sections(one for _, one in advice)
        open_ = ranked(self.rulebook, whole, schools, [result for _, _, result in findings])
        open_ = [question for question in open_ if not answered_by_parts(question.question, question.item, whole)]
        return Assessment(
            audience=self.discretion.audience,
            withheld=self.discretion.left_out(self.language),
            initiative=_initiative(whole, self.discretion.answers(whole)),
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
            **of_part(self.results, view, self._readings(), self._schools(view)),
            **sections(one for _, one in advice),
            timeline=timeline(advice, view, self.language),
            findings=[result for _, _, result in findings],
        )

    def _schools(self, view: View) -> list[SchoolResult]:
        """The schools with their verdicts, and what these rest on."""
        of_kind = self.rulebook.of_kind
        return [
            school_result(
                self.results,
                school,
                [self._discreetly(self.results.verdict(verdict, view)) for verdict in of_kind(school.id, Kind.VERDICT)],
                self._overlay(school, view),
            )
            for school in self.rulebook.schools
        ]

    def _overlay(self, school: Home, view: View) -> list[CriterionResult]:
        """The criteria of a school that gives no verdict."""
        if self.rulebook.of_kind(school.id, Kind.VERDICT):
            return []
        criteria = self.rulebook.of_kind(school.id, Kind.CRITERION)
        told = self.discretion.result
        return [told(self.results.criterion(c, view, i)) for c in criteria for i in self.results.items(c, view)]

    def _discreetly(self, verdict: VerdictResult) -> VerdictResult:
        """A verdict with its criteria, as their readers may see them."""
        criteria = [self.discretion.result(criterion) for criterion in verdict.criteria]
        return self.discretion.result(verdict.model_copy(update={"criteria": criteria}))

    def _others(self, view: View, scopes: tuple[str, ...]) -> list[tuple[Finding, Item | None, FindingResult]]:
        """What is told neither of schools nor in the headline, in the order of the files."""
        return [
            (finding, item, self.discretion.result(self.results.finding(finding, view, item)))
            for home in self.rulebook.homes.values()
            for finding in map(self.rulebook.findings.__getitem__, home.findings)
            if finding.kind not in _NOT_LISTED and finding.scope in scopes and self._told(finding)
            for item in self.results.items(finding, view)
        ]

    def _readings(self) -> Iterator[Finding]:
        return filter(self._told, self.rulebook.readings)

    def _told(self, finding: Finding) -> bool:
        return self.discretion.tells_of(finding)

    def _advice(
        self, findings: list[tuple[Finding, Item | None, FindingResult]], view: View
    ) -> list[tuple[Finding, AdviceResult]]:
        """What is said to people: what holds, and what hangs on a dispute."""
        advice = (
            (finding, self.discretion.advice(self.adviser.advice(finding, result, view, item)))
            for finding, item, result in findings
            if result.status in ("met", "contested")
        )
        return [(finding, told) for finding, told in advice if told is not None]


def _initiative(initiative: Initiative, answers: str) -> InitiativeResult:
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
        answers=answers,
    )

"""From what the engine has settled to the assessment that people and programs get."""

from collections.abc import Iterator

from advisor.engine.run import Engine
from advisor.engine.settled import Settled
from advisor.errors import Fault
from advisor.explain.disputes import Disputes
from advisor.explain.missing import Missing, Searcher
from advisor.explain.proof import Proof, Prover
from advisor.explain.words import status_word
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Item
from advisor.logic.conditions import Status, findings_used
from advisor.logic.evaluate import STATUS_OF
from advisor.model.entry import in_language
from advisor.model.finding import Citation, Finding, Home, Kind
from advisor.reference import Reference
from advisor.report.assessment import (
    Assessment,
    CriterionResult,
    FindingResult,
    InitiativeResult,
    LabelResult,
    OpenQuestion,
    PartResult,
    ProofStep,
    RulebookResult,
    SchoolResult,
    SourceResult,
    VerdictResult,
)
from advisor.report.headline import headline
from advisor.report.sources import citation


def assess(engine: Engine, initiative: Initiative, language: str = "en") -> Assessment:
    """Judges an initiative and says what follows, with proofs, sources and open questions."""
    return _Assessor(engine, initiative, language).assessment()


def finding_results(
    engine: Engine, initiative: Initiative, finding: str, part: str = "", language: str = "en"
) -> list[FindingResult]:
    """How one finding of the rulebook has settled, whatever it is for: one result, or one for each item."""
    return _Assessor(engine, initiative, language).results(finding, part)


def assess_and_check(
    engine: Engine, initiative: Initiative, language: str = "en"
) -> tuple[Assessment, tuple[Fault, ...]]:
    """The same, with what the initiative brings to light of faults in the rulebook."""
    assessor = _Assessor(engine, initiative, language)
    return assessor.assessment(), tuple(assessor.contradictions())


class _Assessor:
    def __init__(self, engine: Engine, initiative: Initiative, language: str) -> None:
        self.engine = engine
        self.rulebook = engine.rulebook
        self.initiative = initiative
        self.language = language
        self.settled: Settled = engine.judge(initiative)
        self.prover = Prover(engine, self.settled, language)
        self.disputes = Disputes(engine, self.settled)
        self.searcher = Searcher(Reference(self.rulebook, initiative), language)

    def contradictions(self) -> Iterator[Fault]:
        """The findings that are met and not met here although no answer is disputed and nobody is said to disagree."""
        for finding in self.rulebook.ground:
            if finding.not_when is None or finding.dissent is not None:
                continue
            for view in self.initiative.views if finding.scope == "part" else (self.initiative.whole,):
                for item in self._items(finding, view):
                    if self._contradicts_itself(finding, view, item):
                        message = (
                            f'"{finding.id}" is both met and not met for "{self.initiative.name}", although no answer'
                        )
                        yield Fault(
                            finding.place, "R28", f"{message} is disputed. Mend it, or say under dissent who disagrees."
                        )

    def _contradicts_itself(self, finding: Finding, view: View, item: Item | None) -> bool:
        name = None if item is None else item.id
        both_told = self._status_of(finding, view, name) is Status.CONTESTED
        return both_told and not any(
            self.disputes.hang_on(finding, met=m, view=view.id, item=name) for m in (True, False)
        )

    def _status_of(self, finding: Finding, view: View, item: str | None) -> Status:
        sort = self.engine.program.sort_of[finding.id]
        return STATUS_OF[self.settled.instance(sort, view.id, item).told(finding.id)]

    def results(self, finding: str, part: str) -> list[FindingResult]:
        """The results of one finding in one part, or in the whole where the part's name is empty."""
        found = self.rulebook.findings[finding]
        view = next(view for view in self.initiative.views if view.id == part)
        if found.kind is Kind.VERDICT:
            return [self._verdict(found, self.rulebook.of_kind(found.home, Kind.CRITERION), view)]
        return [FindingResult(**self._fields(found, view, item)) for item in self._items(found, view)]

    def assessment(self) -> Assessment:
        whole = self.initiative
        schools = self._schools(whole.whole)
        findings = self._others(whole.whole, scopes=("part", "whole"))
        parts = [self._part(view) for view in whole.parts]
        return Assessment(
            initiative=_initiative(whole),
            rulebook=RulebookResult(
                title=in_language(self.rulebook.title, self.language),
                version=self.rulebook.version,
                sha256=self.rulebook.sha256,
            ),
            headline=headline(self._agreements(whole.whole, ("part", "whole")), schools, parts),
            schools=schools,
            findings=findings,
            parts=parts,
            open=_all_open(schools, findings),
        )

    def _part(self, view: View) -> PartResult:
        assert view.kind is not None  # noqa: S101 -- every part has one
        schools = self._schools(view)
        return PartResult(
            id=view.id,
            name=view.name,
            kind=view.kind,
            start=view.start,
            end=view.end,
            headline=headline(self._agreements(view, ("part",)), schools, []),
            schools=schools,
            findings=self._others(view, scopes=("part",)),
        )

    def _schools(self, view: View) -> list[SchoolResult]:
        return [
            SchoolResult(
                id=school.id,
                title=in_language(school.title, self.language),
                short=in_language(school.short, self.language),
                verdicts=self._verdicts(school, view),
                criteria=self._overlay(school, view),
            )
            for school in self.rulebook.schools
        ]

    def _overlay(self, school: Home, view: View) -> list[CriterionResult]:
        """The criteria of a school that gives no verdict."""
        if self.rulebook.of_kind(school.id, Kind.VERDICT):
            return []
        criteria = self.rulebook.of_kind(school.id, Kind.CRITERION)
        return [CriterionResult(**self._fields(c, view, i)) for c in criteria for i in self._items(c, view)]

    def _agreements(self, view: View, scopes: tuple[str, ...]) -> list[tuple[str, str]]:
        """What is said of whether the schools agree, by the readings that are met; those of the whole last."""
        found = [f for f in self.rulebook.readings if f.agreement and f.scope in scopes]
        ordered = sorted(found, key=lambda finding: finding.scope == "whole")
        met = [f for f in ordered if self._status_of(f, view, None) is Status.MET]
        return [(str(f.agreement), self.prover.words.statement(f, Status.MET)) for f in met]

    def _verdicts(self, school: Home, view: View) -> list[VerdictResult]:
        verdicts = self.rulebook.of_kind(school.id, Kind.VERDICT)
        criteria = self.rulebook.of_kind(school.id, Kind.CRITERION)
        return [self._verdict(verdict, criteria, view) for verdict in verdicts]

    def _built_on(self, finding: Finding) -> set[str]:
        """Every finding that this one builds on, directly or through others."""
        direct = {used for condition in finding.conditions for used in findings_used(condition)}
        return direct.union(*(self._built_on(self.rulebook.findings[used]) for used in direct))

    def _verdict(self, verdict: Finding, criteria: tuple[Finding, ...], view: View) -> VerdictResult:
        needed = self._built_on(verdict)
        shown = [c for c in criteria if c.id in needed or c.id in verdict.goes_with]
        results = [
            CriterionResult(**self._fields(c, view, item), decides=c.id in needed)
            for c in shown
            for item in self._items(c, view)
        ]
        return VerdictResult(
            **self._fields(verdict, view, None),
            track=verdict.tracks[0] if len(verdict.tracks) == 1 else None,
            tracks=list(verdict.tracks),
            umbrella=verdict.umbrella,
            criteria=results,
        )

    def _others(self, view: View, scopes: tuple[str, ...]) -> list[FindingResult]:
        hidden = (Kind.CRITERION, Kind.VERDICT, Kind.PREMISE, Kind.HEADLINE)
        return [
            FindingResult(**self._fields(finding, view, item))
            for finding in self.rulebook.findings.values()
            if finding.kind not in hidden and finding.scope in scopes
            for item in self._items(finding, view)
        ]

    def _items(self, finding: Finding, view: View) -> Iterator[Item | None]:
        if finding.for_each is None:
            yield None
        else:
            yield from view.group(finding.for_each).items

    def _fields(self, finding: Finding, view: View, item: Item | None) -> dict[str, object]:
        name = None if item is None else item.id
        status = self._status_of(finding, view, name)
        proof = self.prover.prove(finding, met=True, view=view.id, item=name)
        contrary = self.prover.prove(finding, met=False, view=view.id, item=name)
        waits = self.searcher.missing(finding, view.id, name) if status is Status.UNKNOWN else ()
        words = self.prover.words
        return {
            "id": finding.id,
            "kind": finding.kind.value,
            "item": name,
            "status": status_word(finding.kind, status),
            "says": words.statement(finding, status, item),
            "claims": words.statement(finding, Status.MET, item),
            "basis": finding.basis,
            "source": self._source(finding.source),
            "because": words.filled(words.text(finding.because), finding.for_each, item) if finding.because else None,
            "dissent": words.filled(words.text(finding.dissent), finding.for_each, item) if finding.dissent else None,
            "sensitive": any(p is not None and p.sensitive for p in (proof, contrary)),
            "disputed": any(self.disputes.hang_on(finding, met=m, view=view.id, item=name) for m in (True, False)),
            "proof": None if proof is None else _step(proof),
            "contrary": None if contrary is None else _step(contrary),
            "open": [_open(missing) for missing in waits],
        }

    def _source(self, cited: Citation | None) -> SourceResult | None:
        if cited is None:
            return None
        source = self.rulebook.sources[cited.ref]
        return SourceResult(ref=cited.ref, place=cited.place, reference=citation(source), seen=source.seen)


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


def _step(proof: Proof) -> ProofStep:
    return ProofStep(
        says=proof.says,
        finding=proof.finding,
        status=proof.status,
        question=proof.question,
        item=proof.item,
        note=proof.note,
        basis=proof.basis,
        sensitive=proof.sensitive,
        steps=[_step(step) for step in proof.steps],
    )


def _open(missing: Missing) -> OpenQuestion:
    return OpenQuestion(question=missing.question, item=missing.item, says=missing.says, withheld=missing.withheld)


def _all_open(schools: list[SchoolResult], findings: list[FindingResult]) -> list[OpenQuestion]:
    """Every open question once, in the order in which findings wait for it."""
    waiting: list[FindingResult] = [*(v for school in schools for v in school.verdicts), *findings]
    return list({(o.question, o.item): o for finding in waiting for o in finding.open}.values())

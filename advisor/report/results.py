"""How single findings have settled, with their proofs, sources and open questions."""

from functools import cached_property

from advisor.engine.run import Engine
from advisor.explain.disputes import Disputes
from advisor.explain.known import Known
from advisor.explain.missing import Missing, Searcher
from advisor.explain.proof import Proof, Prover
from advisor.explain.words import status_word
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Item
from advisor.logic.conditions import Status, findings_used
from advisor.model.finding import Citation, Finding, Kind
from advisor.report.assessment import (
    CriterionResult,
    FindingResult,
    OpenQuestion,
    ProofStep,
    SourceResult,
    VerdictResult,
)
from advisor.report.sources import citation, short_citation
from advisor.report.standings import Standings, tracks_named
from advisor.whatif.outcomes import Concluded
from advisor.whatif.prospects import Prospects


class Results(Standings):
    """The results of one initiative, judged by one engine."""

    def __init__(self, engine: Engine, initiative: Initiative, language: str) -> None:
        settled = engine.judge(initiative)
        self.prover = Prover(engine, settled, language)
        super().__init__(engine.rulebook, settled, self.prover.words)
        self.initiative = initiative
        self.disputes = Disputes(engine, settled)
        self.searcher = Searcher(Known(engine.rulebook, settled), self.words)

    def every(self, finding: str, part: str) -> list[FindingResult]:
        """The results of one finding, by its id, in one part, or in the whole where the part's id is empty."""
        found, view = self.rulebook.findings[finding], self.initiative.view(part)
        if found.kind is Kind.VERDICT:
            return [self.verdict(found, view)]
        return [self.finding(found, view, item) for item in self.items(found, view)]

    def finding(self, finding: Finding, view: View, item: Item | None) -> FindingResult:
        """The result of a finding."""
        return FindingResult(**self._fields(finding, view, item))

    def criterion(self, finding: Finding, view: View, item: Item | None, *, decides: bool = True) -> CriterionResult:
        """The result of a criterion, and whether the verdict beside it rests on it."""
        return CriterionResult(**self._fields(finding, view, item), decides=decides)

    def verdict(self, verdict: Finding, view: View) -> VerdictResult:
        """The result of a verdict, with the criteria of its school that it builds on or that go with it."""
        needed = self._built_on(verdict)
        criteria = self.rulebook.of_kind(verdict.home, Kind.CRITERION)
        shown = [c for c in criteria if c.id in needed or c.id in verdict.goes_with]
        return VerdictResult(
            **self._fields(verdict, view, None),
            **tracks_named(verdict),
            criteria=[self.criterion(c, view, i, decides=c.id in needed) for c in shown for i in self.items(c, view)],
            settled=self._settled(verdict, view),
        )

    def _settled(self, verdict: Finding, view: View) -> str | None:
        """How an undecided verdict will settle, where that does not depend on what is open."""
        if self.status_of(verdict, view, None) is not Status.UNKNOWN:
            return None
        settled = self._prospects.settled(Concluded(verdict.id, view.id))
        return None if settled is None else status_word(verdict.kind, settled)

    @cached_property
    def _prospects(self) -> Prospects:
        return Prospects(self.rulebook, self.initiative)

    def _built_on(self, finding: Finding) -> set[str]:
        """Every finding that this one builds on, directly or through others."""
        direct = {used for condition in finding.conditions for used in findings_used(condition)}
        return direct.union(*(self._built_on(self.rulebook.findings[used]) for used in direct))

    def _fields(self, finding: Finding, view: View, item: Item | None) -> dict[str, object]:
        name = None if item is None else item.id
        proof = self.prover.prove(finding, met=True, view=view.id, item=name)
        contrary = self.prover.prove(finding, met=False, view=view.id, item=name)
        undecided = self.status_of(finding, view, name) is Status.UNKNOWN
        waits = self.searcher.missing(finding, view.id, name) if undecided else ()
        return {
            **self.brief(finding, view, item),
            "source": self.source(finding.source),
            "sensitive": any(p is not None and p.sensitive for p in (proof, contrary)),
            "disputed": any(self.disputes.hang_on(finding, met=m, view=view.id, item=name) for m in (True, False)),
            "proof": None if proof is None else _step(proof),
            "contrary": None if contrary is None else _step(contrary),
            "open": [_open(missing) for missing in waits],
        }

    def source(self, cited: Citation | None) -> SourceResult | None:
        """A citation with the source that it names."""
        if cited is None:
            return None
        source = self.rulebook.sources[cited.ref]
        return SourceResult(
            ref=cited.ref, place=cited.place, reference=citation(source), short=short_citation(source), seen=source.seen
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
    return OpenQuestion(
        question=missing.question,
        item=missing.item,
        says=missing.says,
        withheld=missing.withheld,
        matters=missing.matters,
    )

"""From the proofs of a finding, and of its contrary, to what is told of why."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor.explain.accounts import Name, deciding
from advisor.explain.proof import Proof, merged, steps_of
from advisor.logic.truth import Truth
from advisor.messages import proof as messages
from advisor.report.assessment import FindingResult, ProofStep, VerdictResult
from advisor.report.plain.lines import step_words, told_status
from advisor.report.reasons.branches import Branches, Contents, Told, account_of
from advisor.report.reasons.paragraph import Paragraph
from advisor.report.reasons.result import Branch, Side, WhyResult
from advisor.report.results import Results
from advisor.report.wording import in_full, rests_on
from advisor.text import both

_SAYS_SO = {"met": "supported", "not met": "refuted"}
"""How a verdict that is so, or is not, has settled."""


def why(results: Results, result: FindingResult, part: str = "") -> WhyResult:
    """Why a finding has settled as it has.

    Args:
        results: how the findings of an initiative have settled.
        result: that of the finding.
        part: in which phase or strand; the whole if empty.
    """
    return _Why(results, result, part).told()


class _Why:
    def __init__(self, results: Results, result: FindingResult, part: str) -> None:
        self.results = results
        self.result = result
        self.part = part
        self.finding = results.rulebook.findings[result.id]
        prove = results.prover.prove
        self.proof = prove(self.finding, met=True, view=part, item=result.item)
        self.contrary = prove(self.finding, met=False, view=part, item=result.item)
        self.contents = Contents()

    def told(self) -> WhyResult:
        """All of it."""
        believed = self._believed()
        told = Told()
        common = Branches(self.results, self.contents, told)
        shared = self._shared(common)
        makers = [common]
        sides = []
        for side in (self.proof, self.contrary):
            if side is not None:
                accounts = believed[Truth.TRUE if side is self.proof else Truth.FALSE]
                own = told.for_a_side(accounts) if self._is_contested else told
                makers.append(Branches(self.results, self.contents, own))
                sides.append(self._side(side, makers[-1], accounts))
        paragraph = Paragraph(self.results, self.result, self.proof, self.contrary, believed)
        cited = None if self.result.source is None else self.result.source.ref
        sources = {ref: source for maker in makers for ref, source in maker.sources.items()}
        return WhyResult(
            initiative=self.results.initiative.id,
            part=self.part or None,
            paragraph=[sentence for sentence in paragraph.sentences() if sentence],
            shared=shared,
            sides=sides,
            remarks=list(remarks(self.result)),
            sources=[source for ref, source in sources.items() if ref != cited],
            result=self.result,
        )

    @property
    def _is_contested(self) -> bool:
        return self.proof is not None and self.contrary is not None

    def _shared(self, common: Branches) -> list[Branch]:
        """What both proofs rest on alike, once for both."""
        if self.proof is None or self.contrary is None:
            return []
        other = self.contents.within(self.contrary.steps)
        lists = {step.says for step in steps_of([self.contrary]) if _is_list(step)}
        return common.below(self.proof, merged(self._in_both(self.proof.steps, other, lists, set())))

    def _in_both(self, steps: Sequence[Proof], other: set[int], lists: set[str], seen: set[int]) -> Iterator[Proof]:
        for step in steps:
            number = self.contents.number(step)
            if number in seen:
                continue
            seen.add(number)
            if number in other:
                yield step
            elif _is_list(step):
                inner = tuple(self._in_both(step.steps, other, lists, seen))
                if inner or step.says in lists:
                    yield replace(step, steps=inner)
            else:
                yield from self._in_both(step.steps, other, lists, seen)

    def _believed(self) -> dict[Truth, list[Name]]:
        """By whose account of what is disputed it is so, and by whose it is not."""
        if not self._is_contested:
            return {Truth.TRUE: [], Truth.FALSE: []}
        disputed = (
            tested.at.answer(tested.ref)
            for s in steps_of(filter(None, (self.proof, self.contrary)))
            for tested in s.tests
        )
        names = [held.by for answer in disputed if answer.contested for held in answer.held]
        rulebook, initiative = self.results.rulebook, self.results.initiative
        found = deciding(names, self.finding, rulebook, initiative, self.part, self.result.item)
        # If no account decides one of the sides, that side can be argued whoever is right.
        return found if all(found.values()) else {Truth.TRUE: [], Truth.FALSE: []}

    def _side(self, side: Proof, maker: Branches, accounts: list[Name]) -> Side:
        met = side is self.proof
        return Side(
            proves="met" if met else "not met",
            heading=self._heading(accounts, met=met),
            accounts=accounts,
            steps=maker.below(side, side.steps, seeks=not met and not self._is_contested),
        )

    def _heading(self, accounts: list[Name], *, met: bool) -> str:
        if not self._is_contested:
            return messages.WHY if met else messages.WHY_NOT
        if not accounts:
            return messages.SPEAKS_FOR if met else messages.SPEAKS_AGAINST
        status = "met" if met else "not met"
        word = told_status(self.result.kind, _SAYS_SO[status] if isinstance(self.result, VerdictResult) else status)
        by = both(map(account_of, accounts))
        return messages.ACCOUNT_SAYS.format(by=by, status=word)


def remarks(result: FindingResult) -> Iterator[str]:
    """The reason behind the rule, who disagrees, and what it rests on."""
    if result.because:
        yield messages.REASON.format(reason=result.because)
    for dissent in _dissents(result):
        yield messages.DISSENT.format(dissent=dissent)
    yield rests_on(result.basis, result.source)


def rests_below(result: FindingResult) -> list[str]:
    """What the proof of a finding ends in, each once: the answers, and what is not known."""
    return list(dict.fromkeys(_ends(result.proof))) if result.proof is not None else []


def _ends(step: ProofStep) -> Iterator[str]:
    if not step.steps:
        yield step_words(step)
    for below in step.steps:
        yield from _ends(below)


def further_sources(told: WhyResult) -> Iterator[str]:
    """The publications that are named in brackets within the tree, in full."""
    if told.sources:
        yield f"{messages.FURTHER_SOURCES} {' '.join(f'{in_full(source)}.' for source in told.sources)}"


def _dissents(result: FindingResult) -> Iterator[str]:
    """Who disagrees with the finding, and with the contested criteria that it rests on."""
    if result.dissent:
        yield result.dissent
    for criterion in result.criteria if isinstance(result, VerdictResult) else []:
        if criterion.status == "contested" and criterion.dissent:
            yield criterion.dissent


def _is_list(step: Proof) -> bool:
    return step.finding is None and not step.tests

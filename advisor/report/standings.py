"""How findings stand for one initiative, in words, without the reasons, which take long."""

from collections.abc import Iterator
from typing import Protocol

from advisor.explain.words import Wordings, status_word, told_alone
from advisor.initiative.initiative import View
from advisor.logic.answers import Item
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.logic.truth import Truth
from advisor.model.finding import Finding
from advisor.report.assessment import VerdictResult
from advisor.rulebook.rulebook import Rulebook


class Judgement(Protocol):
    """What follows from an initiative's answers, whoever has worked it out: the engine, or the reference."""

    def judge(self, finding: str, view: str = "", item: str | None = None) -> Truth:
        """The value of a finding in a view and, where it is made for each item, for one of them."""


class Standings:
    """How the findings of a rulebook stand for one initiative."""

    def __init__(self, rulebook: Rulebook, judgement: Judgement, words: Wordings) -> None:
        self.rulebook = rulebook
        self.words = words
        self._judgement = judgement

    def status_of(self, finding: Finding, view: View, item: str | None) -> Status:
        """How a finding has settled."""
        return STATUS_OF[self._judgement.judge(finding.id, view.id, item)]

    def items(self, finding: Finding, view: View) -> Iterator[Item | None]:
        """The items for which a finding is made; None for one about the initiative."""
        if finding.for_each is None:
            yield None
        else:
            yield from view.group(finding.for_each).items

    def standing(self, verdict: Finding, view: View) -> VerdictResult:
        """How a verdict has settled."""
        return VerdictResult(**self.brief(verdict, view, None), **tracks_named(verdict), criteria=[], open=[])

    def brief(self, finding: Finding, view: View, item: Item | None) -> dict[str, object]:
        """What is told of a finding without looking for reasons or sources."""
        name = None if item is None else item.id
        status = self.status_of(finding, view, name)
        words = self.words
        return {
            "id": finding.id,
            "kind": finding.kind.value,
            "item": name,
            "status": status_word(finding.kind, status),
            "says": told_alone(words.statement(finding, status, item)),
            "claims": told_alone(words.statement(finding, Status.MET, item)),
            "basis": finding.basis,
            "source": None,
            "because": words.filled(words.text(finding.because), finding.for_each, item) if finding.because else None,
            "dissent": words.filled(words.text(finding.dissent), finding.for_each, item) if finding.dissent else None,
        }


def tracks_named(verdict: Finding) -> dict[str, object]:
    """The tracks that a verdict names."""
    return {
        "track": verdict.tracks[0] if len(verdict.tracks) == 1 else None,
        "tracks": list(verdict.tracks),
        "umbrella": verdict.umbrella,
    }

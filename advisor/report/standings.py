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


class Verdicts:
    """What is told of verdicts without reasons: put into words once for each way in which they settle."""

    def __init__(self, words: Wordings) -> None:
        self.words = words
        self._told: dict[tuple[str, Status], VerdictResult] = {}

    def told(self, verdict: Finding, status: Status) -> VerdictResult:
        """A verdict that has settled so."""
        place = (verdict.id, status)
        if place not in self._told:
            fields = {**brief(self.words, verdict, status, None), **tracks_named(verdict)}
            self._told[place] = VerdictResult(**fields, criteria=[], open=[])
        return self._told[place]


class Standings:
    """How the findings of a rulebook stand for one initiative."""

    def __init__(
        self, rulebook: Rulebook, judgement: Judgement, words: Wordings, verdicts: Verdicts | None = None
    ) -> None:
        """Takes what has been worked out.

        Args:
            rulebook: the rules.
            judgement: what follows from them.
            words: the language in which it is told.
            verdicts: what is told of verdicts, where somebody who looks at many initiatives has that ready.
        """
        self.rulebook = rulebook
        self.words = words
        self._judgement = judgement
        self._verdicts = Verdicts(words) if verdicts is None else verdicts

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
        return self._verdicts.told(verdict, self.status_of(verdict, view, None))

    def brief(self, finding: Finding, view: View, item: Item | None) -> dict[str, object]:
        """What is told of a finding without looking for reasons or sources."""
        return brief(self.words, finding, self.status_of(finding, view, None if item is None else item.id), item)


def brief(words: Wordings, finding: Finding, status: Status, item: Item | None) -> dict[str, object]:
    """What is told of a finding that has settled so, without reasons or sources."""
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "item": None if item is None else item.id,
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

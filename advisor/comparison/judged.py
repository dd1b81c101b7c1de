"""What is concluded of an initiative, conclusion by conclusion, as far as somebody asks for it."""

from dataclasses import dataclass
from functools import cached_property

from advisor.explain.fillers import fits
from advisor.explain.words import Wordings
from advisor.initiative.initiative import Initiative
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.model.finding import Finding
from advisor.reference import Reference
from advisor.report.advice import how_filled
from advisor.report.assessment import Picture
from advisor.report.picture import pictured
from advisor.report.standings import Standings, Verdicts
from advisor.rulebook.rulebook import Rulebook

HEADLINE = ""
"""What stands in the place of a finding for what the initiative, or a part of it, is called."""
_WEIGHTIEST = (Status.MET, Status.CONTESTED, Status.UNKNOWN, Status.NOT_MET)
"""What is told of a list where its items cannot be told apart: that it is so of any, or disputed, or not known."""


@dataclass(frozen=True)
class Key:
    """A conclusion: a finding or the headline, of the whole or of a part, and of an item where it is made for each."""

    finding: str
    part: str = ""
    item: str | None = None
    """None too for what is made for each item of a list whose items cannot be told apart."""


@dataclass(frozen=True)
class Settled:
    """How it is concluded."""

    status: Status | None = None
    """None for the headline."""
    filled: str | None = None
    """How well the role is filled that it asks for."""
    says: str | None = None
    """What the headline says."""


class Judge:
    """A rulebook, ready to judge many initiatives; what is the same for all is put into words once."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        self.rulebook = rulebook
        self.words = Wordings(rulebook.questions, language)
        self.verdicts = Verdicts(self.words)

    def judge(self, initiative: Initiative) -> "Judged":
        """What is concluded of an initiative."""
        return Judged(self, initiative)


class Judged:
    """An initiative, whose conclusions are worked out when they are asked for."""

    def __init__(self, judge: Judge, initiative: Initiative) -> None:
        self.judge = judge
        self.initiative = initiative
        self.reference = Reference(judge.rulebook, initiative)
        self._settled: dict[Key, Settled | None] = {}

    def settled(self, key: Key) -> Settled | None:
        """How something is concluded; None where the part or the item is not there."""
        if key not in self._settled:
            self._settled[key] = self._worked_out(key)
        return self._settled[key]

    @cached_property
    def picture(self) -> Picture:
        """What it is by whose definition."""
        judge = self.judge
        standings = Standings(judge.rulebook, self.reference, judge.words, judge.verdicts)
        return pictured(standings, self.initiative)

    def _worked_out(self, key: Key) -> Settled | None:
        if key.part not in self.reference.views:
            return None
        if key.finding == HEADLINE:
            return self._headline(key.part)
        finding = self.judge.rulebook.findings[key.finding]
        view = self.initiative.view(key.part)
        items = () if finding.for_each is None else view.group(finding.for_each).items
        if key.item is not None:
            return self._one(finding, key) if any(item.id == key.item for item in items) else None
        if finding.for_each is None:
            return self._one(finding, key)
        found = {STATUS_OF[self.reference.judge(finding.id, view.id, item.id)] for item in items}
        return Settled(next((status for status in _WEIGHTIEST if status in found), Status.UNKNOWN))

    def _headline(self, part: str) -> Settled:
        of_part = (one.headline for one in self.picture.parts if one.id == part)
        headline = next(of_part) if part else self.picture.headline
        return Settled(says=None if headline is None else headline.says)

    def _one(self, finding: Finding, key: Key) -> Settled:
        status = STATUS_OF[self.reference.judge(finding.id, key.part, key.item)]
        if not finding.filled_by or status not in (Status.MET, Status.CONTESTED):
            return Settled(status)
        found = fits(self.reference, finding, key.part, key.item)
        return Settled(status, how_filled(finding, found, self.initiative.view(key.part)))

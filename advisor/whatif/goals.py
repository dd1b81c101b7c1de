"""What a conclusion could come to, for the solver and for the reference."""

from dataclasses import dataclass
from typing import Protocol

from advisor.logic.conditions import Condition
from advisor.logic.evaluate import evaluate
from advisor.logic.truth import Truth
from advisor.reference import Reference
from advisor.solver.answers import Told
from advisor.solver.circuit import TRUE
from advisor.solver.door import Formula
from advisor.solver.meaning import At
from advisor.whatif.open_initiative import OpenMeaning
from advisor.whatif.outcomes import Concluded


class Goal(Protocol):
    """Something that a conclusion could come to."""

    @property
    def may_add(self) -> bool:
        """Whether items may come to lists."""

    def formula(self, meaning: OpenMeaning) -> Formula:
        """That it comes to this."""

    def holds(self, reference: Reference) -> bool:
        """Whether it has come to this."""


@dataclass(frozen=True)
class Settles:
    """A finding settles so."""

    about: Concluded
    value: Truth
    within: Condition | None = None
    """What must hold besides, if anything: that such findings still apply at all."""
    may_add: bool = True
    """Whether items may come to lists. Who settles a dispute must not do so by what is not known of somebody new."""

    def formula(self, meaning: OpenMeaning) -> Formula:
        """That it settles so, about an item that is still there."""
        there, told = told_of(meaning, self.about)
        signs = ((told.true, self.value.told_true), (told.false, self.value.told_false))
        applies = TRUE if self.within is None else meaning.told(self.within, _at(meaning, self.about)).true
        return meaning.circuit.all_of((there, applies, *(formula if so else -formula for formula, so in signs)))

    def holds(self, reference: Reference) -> bool:
        """Whether it has settled so."""
        finding, place = reference.rulebook.findings[self.about.finding], (self.about.part, self.about.item)
        if place not in reference.places(finding):
            return False
        if self.within is not None and not evaluate(self.within, reference.world(finding, *place)).told_true:
            return False
        return reference.judge(finding.id, *place) is self.value


def told_of(meaning: OpenMeaning, about: Concluded) -> tuple[Formula, Told]:
    """That there is what a finding is about, and what is told of the finding."""
    at, view = _at(meaning, about), meaning.initiative.view(about.part)
    there = TRUE if at.group is None or at.each is None else view.group(at.group).there[at.each]
    return there, meaning.finding(about.finding, view, at.each)


def _at(meaning: OpenMeaning, about: Concluded) -> At:
    view, finding = meaning.initiative.view(about.part), meaning.rulebook.findings[about.finding]
    slot = (
        None if finding.for_each is None or about.item is None else list(view.ids(finding.for_each)).index(about.item)
    )
    return At(view, finding.for_each, slot, settled=finding.reading)

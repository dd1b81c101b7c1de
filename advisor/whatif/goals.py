"""What a conclusion could come to, for the solver and for the reference."""

from dataclasses import dataclass
from typing import Protocol

from advisor.logic.truth import Truth
from advisor.reference import Reference
from advisor.solver.answers import Told
from advisor.solver.circuit import TRUE
from advisor.solver.door import Formula
from advisor.whatif.open_initiative import OpenMeaning
from advisor.whatif.outcomes import Concluded


class Goal(Protocol):
    """Something that a conclusion could come to."""

    def formula(self, meaning: OpenMeaning) -> Formula:
        """That it comes to this."""

    def holds(self, reference: Reference) -> bool:
        """Whether it has come to this."""


@dataclass(frozen=True)
class Settles:
    """A finding settles so."""

    about: Concluded
    value: Truth

    def formula(self, meaning: OpenMeaning) -> Formula:
        """That it settles so, about an item that is still there."""
        there, told = told_of(meaning, self.about)
        signs = ((told.true, self.value.told_true), (told.false, self.value.told_false))
        return meaning.circuit.all_of((there, *(formula if so else -formula for formula, so in signs)))

    def holds(self, reference: Reference) -> bool:
        """Whether it has settled so."""
        place = (self.about.part, self.about.item)
        if place not in reference.places(reference.rulebook.findings[self.about.finding]):
            return False
        return reference.judge(self.about.finding, *place) is self.value


def told_of(meaning: OpenMeaning, about: Concluded) -> tuple[Formula, Told]:
    """That there is what a finding is about, and what is told of the finding."""
    view, group = meaning.initiative.view(about.part), meaning.rulebook.findings[about.finding].for_each
    if group is None or about.item is None:
        return TRUE, meaning.finding(about.finding, view)
    slot = list(view.ids(group)).index(about.item)
    return view.group(group).there[slot], meaning.finding(about.finding, view, slot)

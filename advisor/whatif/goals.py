"""What a conclusion could come to, for the solver and for the reference."""

from dataclasses import dataclass
from typing import Protocol

from advisor.logic.truth import Truth
from advisor.reference import Reference
from advisor.solver.circuit import TRUE
from advisor.solver.door import Formula
from advisor.solver.meaning import Meaning
from advisor.whatif.open_initiative import OpenInitiative

OpenMeaning = Meaning[OpenInitiative]


class Goal(Protocol):
    """Something that a conclusion could come to."""

    def formula(self, meaning: OpenMeaning) -> Formula:
        """That it comes to this."""

    def holds(self, reference: Reference) -> bool:
        """Whether it has come to this."""


@dataclass(frozen=True)
class Settles:
    """A finding settles so."""

    finding: str
    value: Truth
    part: str = ""
    item: str | None = None

    def formula(self, meaning: OpenMeaning) -> Formula:
        """That it settles so, about an item that is still there."""
        view, group = meaning.initiative.view(self.part), meaning.rulebook.findings[self.finding].for_each
        slot = None if group is None or self.item is None else list(view.ids(group)).index(self.item)
        there = TRUE if group is None or slot is None else view.group(group).there[slot]
        told = meaning.finding(self.finding, view, slot)
        signs = ((told.true, self.value.told_true), (told.false, self.value.told_false))
        return meaning.circuit.all_of((there, *(formula if so else -formula for formula, so in signs)))

    def holds(self, reference: Reference) -> bool:
        """Whether it has settled so."""
        place = (self.part, self.item)
        if place not in reference.places(reference.rulebook.findings[self.finding]):
            return False
        return reference.judge(self.finding, *place) is self.value

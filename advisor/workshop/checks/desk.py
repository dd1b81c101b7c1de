"""What every check works with."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from advisor.errors import Place
from advisor.explain.conditions import Conditions
from advisor.logic.conditions import Condition
from advisor.logic.evaluate import evaluate
from advisor.logic.truth import Truth
from advisor.model.finding import Finding
from advisor.reference import Reference
from advisor.report.rulebook.links import Links
from advisor.rulebook.entries import path_of
from advisor.rulebook.faults import Named
from advisor.rulebook.findings import ungated
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.answers import Told
from advisor.solver.door import Formula
from advisor.solver.possible import Possible
from advisor.text import quoted
from advisor.workshop.checks.examples import Examples
from advisor.workshop.checks.notes import Note, Shows
from advisor.workshop.checks.written import Written


class Desk:
    """A rulebook, what its rules can come to, and where they stand."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.written = Written({layer.name: layer.folder for layer in rulebook.layers})
        self.possible = Possible(rulebook)
        self.examples = Examples(rulebook)
        self.conditions = Conditions(rulebook, "en")
        self.links = Links(rulebook)

    @property
    def findings(self) -> Sequence[Finding]:
        """All findings, in the order of their files."""
        return self.links.in_order

    @cached_property
    def never(self) -> frozenset[str]:
        """The findings that nothing can meet."""
        return frozenset(f.id for f in self.findings if not self._can_be(f, self.told(f).true))

    @cached_property
    def always(self) -> frozenset[str]:
        """The findings that everything meets."""
        return frozenset(f.id for f in self.findings if not self._can_be(f, -self.told(f).true))

    @cached_property
    def alive(self) -> tuple[Finding, ...]:
        """The findings of which it depends on the answers whether they are met."""
        dead = self.never | self.always
        return tuple(finding for finding in self.findings if finding.id not in dead)

    def told(self, finding: Finding) -> Told:
        """What is told of a finding."""
        return self.possible.finding(finding)

    def supported(self, finding: Finding) -> Formula:
        """That a finding is met, and nothing speaks against it."""
        told = self.told(finding)
        return self.possible.circuit.all_of((told.true, -told.false))

    def own(self, finding: Finding) -> tuple[Condition, Condition | None]:
        """The conditions of a finding as they are written."""
        return ungated(finding, self.rulebook.homes[finding.home].applies_when)

    def gate(self, finding: Finding) -> Condition | None:
        """What a finding waits for because of the theme in which it stands."""
        own, _ = self.own(finding)
        return None if own is finding.when else self.rulebook.homes[finding.home].applies_when

    def accepting(self, about: str) -> Place:
        """Where a finding or a question says what it accepts."""
        if about in self.rulebook.findings:
            named, place = Named("findings", about), self.rulebook.findings[about].place
        else:
            named, place = Named("questions", about), self.rulebook.questions.find(about).place
        return self.written.line(place, (*path_of(named), "accepted"))

    def shown(self, note: Note) -> Note:
        """A note with its example in words, with no more answers than it takes to show it."""
        if note.witness is None:
            return note
        initiative = self.examples.shortest(note.witness.initiative, note.witness.shows)
        return replace(note, example=note.witness.template.format(answers=self.examples.told(initiative)))

    def _can_be(self, finding: Finding, wanted: Formula) -> bool:
        return self.possible.can_be(self.possible.there(finding), wanted, answers=self.possible.answers(finding))


def met(*findings: Finding) -> Shows:
    """That all of these findings are met, those made for each item by the same item."""
    return settled(Truth.TRUE, *findings)


def settled(value: Truth, *findings: Finding) -> Shows:
    """That all of these findings have this value."""

    def shows(reference: Reference) -> bool:
        """Whether they have it, all for the same item."""
        group = findings[0].for_each
        if group is None:
            return all(reference.judge(f.id) is value for f in findings)
        items = reference.views[""].group(group).items
        return any(all(reference.judge(f.id, "", item.id) is value for f in findings) for item in items)

    return shows


def holding(finding: Finding, *conditions: Condition) -> Shows:
    """That these conditions are told true where a finding's own would stand."""

    def shows(reference: Reference) -> bool:
        """Whether all are told true together, for some item."""
        group = finding.for_each
        items = [None] if group is None else [item.id for item in reference.views[""].group(group).items]
        worlds = (reference.world(finding, "", item) for item in items)
        return any(all(evaluate(c, world).told_true for c in conditions) for world in worlds)

    return shows


def named(finding: Finding) -> str:
    """A finding as messages name it."""
    return quoted(finding.id)

"""Lines of conditions that change nothing: alternatives that are covered, or never so, and what is asked twice."""

from collections.abc import Iterator

from advisor.documents import DataPath
from advisor.logic.conditions import All, AnyOf, Condition, Not
from advisor.messages import checks as messages
from advisor.model.finding import Finding
from advisor.text import quoted
from advisor.workshop.checks.desk import Desk, holding, named
from advisor.workshop.checks.notes import Note, Witness
from advisor.workshop.checks.outline import Line, outline
from advisor.workshop.solver.answers import Told
from advisor.workshop.solver.possible import Answers


def idle(desk: Desk) -> Iterator[Note]:
    """The lines that change nothing. All that are noted of a finding can be taken out together."""
    for finding in desk.alive:
        for field, condition in zip(("when", "not_when"), desk.own(finding), strict=True):
            if condition is not None:
                yield from _Reader(desk, finding, field, condition).idle()


class _Reader:
    """One condition of a finding, with and without its lines."""

    def __init__(self, desk: Desk, finding: Finding, field: str, condition: Condition) -> None:
        self.desk = desk
        self.finding = finding
        self.field = field
        self.possible = desk.possible.afresh()
        self.path: DataPath = ("findings", finding.id.partition("/")[2], field)
        self.outline = outline(condition, desk.written.raw(finding.place, self.path))
        self.told = self._told(condition)

    def idle(self) -> Iterator[Note]:
        """A note for each line that changes nothing."""
        out: frozenset[DataPath] = frozenset()
        # The outer lines first; of those that cover each other, the last.
        lines = list(self.outline.all())[::-1]
        for line, around in sorted(lines, key=lambda pair: len(pair[0].path)):
            if any(line.path[: len(other)] == other for other in out):
                continue
            left = self.outline.without(out | {line.path})
            if left is not None and not self.possible.differ(self.told, self._told(left), self.finding):
                out |= {line.path}
                yield self._note(line, around)

    def _told(self, condition: Condition) -> Told:
        """What would be told of the finding with this in the place of the condition."""
        finding, told = self.finding, self.possible.finding(self.finding)
        gate = self.desk.gate(finding)
        if self.field == "not_when":
            full = condition if gate is None else AnyOf((Not(gate), condition))
            return Told(told.true, self.possible.condition(full, finding).true)
        value = self.possible.condition(condition if gate is None else All((condition, gate)), finding)
        return value if finding.not_when is None else Told(value.true, told.false)

    def _note(self, line: Line, around: Line) -> Note:
        says = messages.CHANGES_NOTHING.format(finding=named(self.finding), line=quoted(line.raw))
        reason, witness = self._reason(line, around)
        place = self.desk.written.line(self.finding.place, (*self.path, *line.path))
        return Note(place, "W09", f"{says} {reason}", self.finding.id, witness=witness)

    def _reason(self, line: Line, around: Line) -> tuple[str, Witness | None]:
        """Why a line changes nothing, and an example: with the line so, if it can be."""
        possible, finding, whole = self.possible, self.finding, self.outline.condition
        there = possible.there(finding)
        met = self.told.true if self.field == "when" else self.told.false
        answers = Answers.ANY if finding.reading else Answers.UNDISPUTED
        reason, shown = messages.LINE_IS_COVERED if around.enough else messages.LINE_IS_ASKED_ALREADY, [whole]
        # What stands under a quantifier is about its items, and cannot be asked by itself.
        if "where" not in line.path:
            so = possible.condition(line.condition, finding).true
            if possible.can_be(there, met, so, answers=answers):
                shown = [whole, line.condition]
            elif around.enough:
                reason = messages.LINE_IS_NEVER_SO
        if not possible.can_be(there, met, *(possible.condition(c, finding).true for c in shown), answers=answers):
            return reason, None
        return reason, Witness(possible.found(), holding(finding, *shown))

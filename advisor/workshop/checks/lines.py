"""Lines of conditions that change nothing: alternatives that are covered, or never so, and what is asked twice."""

from collections.abc import Iterator

from advisor.documents import DataPath
from advisor.logic.conditions import All, AnyOf, Condition, Not
from advisor.messages import checks as messages
from advisor.model.finding import Finding
from advisor.solver.answers import Told
from advisor.solver.possible import Answers
from advisor.text import quoted
from advisor.workshop.checks.desk import Desk, holding, named
from advisor.workshop.checks.notes import Note, Witness
from advisor.workshop.checks.outline import Line, outline


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
        """A note for each line that can never be so, or changes nothing."""
        out: frozenset[DataPath] = frozenset()
        told = self.told
        # The outer lines first; of those that cover each other, the last.
        lines = list(self.outline.all())[::-1]
        for line, around in sorted(lines, key=lambda pair: len(pair[0].path)):
            if any(line.path[: len(other)] == other for other in out):
                continue
            left = self.outline.without(out | {line.path})
            if left is None:
                continue
            if around.enough and self._is_never_so(line):
                says = messages.LINE_IS_NEVER_SO.format(finding=named(self.finding), line=quoted(line.raw))
                yield self._note(line, says, self._witness(self.outline.condition))
                # While something else is unknown, so is such a line: with it goes what could not be known.
                told = self._told(left)
            elif not self.possible.differ(told, self._told(left), self.finding):
                yield self._note(line, self._says(line, around), self._example(line))
            else:
                continue
            out |= {line.path}

    def _is_never_so(self, line: Line) -> bool:
        if _about_items(line):
            return False
        so = self.possible.condition(line.condition, self.finding).true
        return not self.possible.can_be(
            self.possible.there(self.finding), so, answers=self.possible.answers(self.finding)
        )

    def _told(self, condition: Condition) -> Told:
        """What would be told of the finding with this in the place of the condition."""
        finding, told = self.finding, self.possible.finding(self.finding)
        gate = self.desk.gate(finding)
        if self.field == "not_when":
            full = condition if gate is None else AnyOf((Not(gate), condition))
            return Told(told.true, self.possible.condition(full, finding).true)
        value = self.possible.condition(condition if gate is None else All((condition, gate)), finding)
        return value if finding.not_when is None else Told(value.true, told.false)

    def _note(self, line: Line, says: str, witness: Witness | None) -> Note:
        place = self.desk.written.line(self.finding.place, (*self.path, *line.path))
        return Note(place, "W09", says, self.finding.id, witness=witness)

    def _says(self, line: Line, around: Line) -> str:
        reason = messages.LINE_IS_COVERED if around.enough else messages.LINE_IS_ASKED_ALREADY
        return f"{messages.CHANGES_NOTHING.format(finding=named(self.finding), line=quoted(line.raw))} {reason}"

    def _example(self, line: Line) -> Witness | None:
        """An initiative where the whole condition is so, and the line too if it can be."""
        whole = self.outline.condition
        with_line = None if _about_items(line) else self._witness(whole, line.condition)
        return with_line or self._witness(whole)

    def _witness(self, *conditions: Condition) -> Witness | None:
        possible, finding = self.possible, self.finding
        wanted = (possible.condition(condition, finding).true for condition in conditions)
        answers = Answers.ANY if finding.reading else Answers.UNDISPUTED
        if possible.can_be(possible.there(finding), *wanted, answers=answers):
            return Witness(possible.found(), holding(finding, *conditions))
        return None


def _about_items(line: Line) -> bool:
    """Whether a line is about the items at which a quantifier looks, and cannot be asked by itself."""
    return "where" in line.path

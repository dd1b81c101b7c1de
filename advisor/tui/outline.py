"""A proof as a tree whose lines may be longer than the screen is wide: Textual's own tree would cut the answers off."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from advisor.interview.plan import Step
from advisor.logic.conditions import PARTS
from advisor.messages import proof as told
from advisor.messages.screens import proof as messages
from advisor.report.assessment import FindingResult, ProofStep, ViewResult
from advisor.report.plain.lines import step_words
from advisor.report.why import remarks, sides
from advisor.tui.case import Case
from advisor.tui.findings import Asked, Entry, Lead, Proven, heading
from advisor.tui.laid import Hanging
from advisor.tui.shown import STATUS_STYLES, shown, shown_lines

_MANY = 40
"""Of a proof of more steps, each finding within is closed, and opens by itself."""
_SOMEWHERE = "?"
"""The part is not known from which a step comes. No part is called so."""


class Outline:
    """The proofs of one finding, line by line."""

    def __init__(self, case: Case, part: str, result: FindingResult) -> None:
        self.case = case
        self.contrary: int | None = None
        """Where what speaks against it begins."""
        self.entries = [*self._sides(result, part), *self._missing(result, part)]
        self.entries += [heading(""), *(Entry(shown((remark, "dim"))) for remark in remarks(result))]

    def _sides(self, result: FindingResult, part: str) -> list[Entry]:
        entries = []
        for title, side in sides(result):
            entries.append(heading(title))
            if side is result.contrary:
                self.contrary = len(entries)
            self._is_long = _count(side) > _MANY
            entries += self._steps(side.steps, part, shown()) if side.steps else [Entry(shown(messages.NO_STEPS))]
        return entries

    def _missing(self, result: FindingResult, part: str) -> Iterator[Entry]:
        """What an undecided finding waits for; if for nothing, then its definition does not say."""
        if result.open:
            yield heading(told.UNDECIDED)
        elif result.status in ("unknown", "undecided"):
            yield Entry(shown(told.SILENT))
        for question in result.open:
            lead = Asked(Step(question.question, question.item), part)
            yield Entry(Hanging(shown(("? ", "bold")), shown(question.says)), lead=lead)

    def _steps(self, steps: Sequence[ProofStep], part: str, indent: Content) -> Iterator[Entry]:
        for step in steps:
            is_last = step is steps[-1]
            closed = self._is_long and step.finding is not None and bool(step.steps)
            mark = ("▸ " if closed else "└ " if is_last else "├ ", "dim")
            below = indent + shown(("  " if is_last else "│ ", "dim"))
            yield Entry(Hanging(indent + shown(mark), _words(step), below), lead=self._lead(step, part))
            if not closed:
                comes_from_parts = step.finding is None and step.question is None and self.case.initiative.parts
                yield from self._steps(step.steps, _SOMEWHERE if comes_from_parts else part, below)

    def _lead(self, step: ProofStep, part: str) -> Lead | None:
        if step.question is not None:
            return Asked(Step(step.question, step.item), part)
        if step.finding is None:
            return Asked(Step(PARTS))
        if part == _SOMEWHERE:
            return self._found(step)
        is_whole = self.case.engine.rulebook.findings[step.finding].scope == "whole"
        return Proven(step.finding, step.item, "" if is_whole else part)

    def _found(self, step: ProofStep) -> Proven | None:
        """The finding of a step, in the part that says so."""
        told_so = (step.finding, step.item, step.status, step.says)
        for part in self.case.assessment.parts:
            if any((f.id, f.item, f.status, f.says) == told_so for f in _findings(part)):
                return Proven(str(step.finding), step.item, part.id)
        return None


def _words(step: ProofStep) -> Content:
    """A step with its note, and with what it rests on where that is no publication."""
    words = step_words(step)
    if step.status is not None:
        basis = messages.BASES[step.basis or "source"]
        line = shown((words[:1], f"bold {STATUS_STYLES[step.status]}"), words[1:], (basis, "dim"))
    else:
        line = shown(words)
    return shown_lines(line, shown((told.NOTE.format(note=step.note), "dim"))) if step.note else line


def _findings(view: ViewResult) -> Iterator[FindingResult]:
    yield from view.findings
    for school in view.schools:
        yield from school.criteria
        for verdict in school.verdicts:
            yield from (verdict, *verdict.criteria)


def _count(step: ProofStep) -> int:
    return 1 + sum(map(_count, step.steps))

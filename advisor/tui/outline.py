"""Why, as a tree whose lines may be longer than the screen is wide: Textual's own tree would cut the answers off."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from advisor.interview.plan import Step
from advisor.logic.conditions import PARTS
from advisor.messages import proof as told
from advisor.messages.screens import proof as messages
from advisor.report.assessment import FindingResult, ViewResult
from advisor.report.reasons.build import further_sources
from advisor.report.reasons.plain import besides, words
from advisor.report.reasons.result import Branch, Side, WhyResult
from advisor.tui.case import Case
from advisor.tui.findings import Asked, Entry, Lead, Proven, Several, heading
from advisor.tui.laid import Hanging
from advisor.tui.shown import STATUS_STYLES, shown, shown_lines

_MANY = 40
"""Of a proof of more steps, each finding within is closed, and opens by itself."""
_SOMEWHERE = "?"
"""The part is not known from which a step comes. No part is called so."""


class Outline:
    """The proofs of one finding, line by line."""

    def __init__(self, case: Case, part: str, why: WhyResult) -> None:
        """Makes the lines.

        Args:
            case: what is open.
            part: in which phase or strand it is so; the whole if empty.
            why: what is told.
        """
        self.case = case
        self.part = part
        self.why = why
        self._is_long = sum(map(_count, (*why.shared, *(step for side in why.sides for step in side.steps)))) > _MANY
        self.before = list(self._shared())
        """All in short, and what both sides of a dispute rest on."""
        self.sides = [self._side(side) for side in why.sides]
        self.after = [*self._missing(), *self._remarks()]
        """What is told last: what is missing, and what the finding rests on."""

    @property
    def entries(self) -> list[Entry]:
        """All lines, one below the other."""
        return [*self.before, *(entry for side in self.sides for entry in side), *self.after]

    @property
    def contrary(self) -> int | None:
        """Where among all lines the first is of what speaks against it."""
        at = len(self.before)
        for side, entries in zip(self.why.sides, self.sides, strict=True):
            if side.proves == "not met":
                return at + 1
            at += len(entries)
        return None

    def _shared(self) -> Iterator[Entry]:
        yield Entry(shown(" ".join(self.why.paragraph)))
        if self.why.shared:
            yield heading(told.BOTH_REST_ON)
            yield from self._steps(self.why.shared, self.part, shown())

    def _side(self, side: Side) -> list[Entry]:
        steps = self._steps(side.steps, self.part, shown()) if side.steps else [Entry(shown(told.NO_ANSWER_NEEDED))]
        return [heading(side.heading), *steps]

    def _missing(self) -> Iterator[Entry]:
        """What an undecided finding waits for."""
        if self.why.result.open:
            yield heading(told.UNDECIDED)
        for question in self.why.result.open:
            lead = Asked(Step(question.question, question.item), self.part)
            yield Entry(Hanging(shown(("? ", "bold")), shown(question.says)), lead=lead)

    def _remarks(self) -> Iterator[Entry]:
        yield heading("")
        for remark in (*self.why.remarks, *further_sources(self.why)):
            yield Entry(shown((remark, "dim")))

    def _steps(self, steps: Sequence[Branch], part: str, indent: Content) -> Iterator[Entry]:
        for step in steps:
            is_last = step is steps[-1]
            closed = self._is_long and step.finding is not None and bool(step.steps)
            mark = ("▸ " if closed else "└ " if is_last else "├ ", "dim")
            below = indent + shown(("  " if is_last else "│ ", "dim"))
            yield Entry(Hanging(indent + shown(mark), _words(step), below), lead=self._lead(step, part))
            if not closed:
                comes_from_parts = step.finding is None and step.question is None and self.case.initiative.parts
                yield from self._steps(step.steps, _SOMEWHERE if comes_from_parts else part, below)

    def _lead(self, step: Branch, part: str) -> Lead | None:
        if step.question is not None:
            return self._asked(step, part)
        if step.finding is None:
            return Asked(Step(PARTS))
        if part == _SOMEWHERE:
            return self._found(step)
        is_whole = self.case.engine.rulebook.findings[step.finding].scope == "whole"
        return Proven(step.finding, _only(step.items), "" if is_whole else part)

    def _asked(self, step: Branch, part: str) -> Lead:
        """The question of an answer; where several have given it, each of them can be chosen."""
        question = str(step.question)
        if len(step.items) < 2:  # noqa: PLR2004 -- one, or none
            return Asked(Step(question, _only(step.items)), part)
        group, name = question.partition(".")[0], self.case.results.words.item_name
        named = {i.id: name(group, i) for view in self.case.initiative.views for i in view.group(group).items}
        leads = tuple((named.get(item, item), Asked(Step(question, item), part)) for item in step.items)
        return Several(messages.WHOSE_ANSWER, leads)

    def _found(self, step: Branch) -> Proven | None:
        """The finding of a step, in the part that says so."""
        told_so = (step.finding, _only(step.items), step.status, step.says)
        for part in self.case.assessment.parts:
            if any((f.id, f.item, f.status, f.says) == told_so for f in _findings(part)):
                return Proven(str(step.finding), _only(step.items), part.id)
        return None


def _only(items: Sequence[str]) -> str | None:
    return items[0] if items else None


def _words(step: Branch) -> Content:
    """A step, with what is told besides it."""
    says = words(step)
    line = shown(says)
    if step.status is not None:
        line = shown((says[:1], f"bold {STATUS_STYLES[step.status]}"), says[1:])
    return shown_lines(line, *(shown((beside, "dim")) for beside in besides(step)))


def _findings(view: ViewResult) -> Iterator[FindingResult]:
    yield from view.findings
    for school in view.schools:
        yield from school.criteria
        for verdict in school.verdicts:
            yield from (verdict, *verdict.criteria)


def _count(step: Branch) -> int:
    return 1 + sum(map(_count, step.steps))

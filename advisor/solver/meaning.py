"""The meaning of conditions over all possible answers: for each, when it is told true and when it is told false."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from advisor.engine.compiler import selected
from advisor.logic.conditions import (
    PARTS,
    All,
    AnswerTest,
    AnyOf,
    Condition,
    Holds,
    Not,
    Quantified,
    Quantifier,
    Ref,
    Shares,
    Status,
    StatusCount,
    StatusIs,
    Subject,
    subjects,
)
from advisor.logic.evaluate import STATUS_OF
from advisor.model.finding import Finding
from advisor.model.question import Question
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.answers import AnyAnswer, Judge, Told
from advisor.solver.circuit import FALSE, TRUE, Circuit
from advisor.solver.door import Formula
from advisor.solver.views import Asked, SomeInitiative, SomeView

Views = TypeVar("Views", bound=SomeInitiative)


@dataclass(frozen=True)
class At:
    """Where a condition is judged: in which view, for which item, and what a quantifier looks at."""

    view: SomeView
    group: str | None = None
    """The group of the item that the finding, or the question, is about."""
    each: int | None = None
    item: tuple[str, int] | None = None
    part: SomeView | None = None
    settled: bool = False


class Meaning(Generic[Views]):
    """What each finding of a rulebook comes to, over all possible answers."""

    def __init__(self, rulebook: Rulebook, circuit: Circuit, initiative: Callable[[Asked], Views]) -> None:
        """Takes the answers.

        Args:
            rulebook: whose findings they are.
            circuit: in which formulas are made.
            initiative: makes what is judged, given how it is known which of its questions matter.
        """
        self.rulebook = rulebook
        self.circuit = circuit
        self.judge = Judge(circuit, rulebook.tables)
        self.initiative = initiative(self._asked)
        self._findings: dict[tuple[str, str, int | None], Told] = {}
        self._made: dict[tuple[Condition, At], Told] = {}

    def finding(self, finding: str, view: SomeView, slot: int | None = None) -> Told:
        """How a finding stands in a view and, where it is made for each item, for one of them."""
        key = (finding, view.id, slot)
        if key not in self._findings:
            self._findings[key] = self._judged(self.rulebook.findings[finding], view, slot)
        return self._findings[key]

    @property
    def judged(self) -> Iterable[tuple[str, str, int | None, Told]]:
        """Every finding that was asked for so far, with its view and item."""
        return ((*key, value) for key, value in self._findings.items())

    def _judged(self, finding: Finding, view: SomeView, slot: int | None) -> Told:
        at = At(view, finding.for_each, slot, settled=finding.reading)
        value = self.told(finding.when, at)
        return value if finding.not_when is None else Told(value.true, self.told(finding.not_when, at).true)

    def told(self, condition: Condition, at: At) -> Told:
        """What is told of a condition."""
        key = (condition, at)
        if key not in self._made:
            self._made[key] = self._told(condition, at)
        return self._made[key]

    def _told(self, condition: Condition, at: At) -> Told:
        match condition:
            case AnswerTest(ref, check):
                return self.judge.test(check, self._answer(ref, at))
            case Shares(left, right, table):
                other = self._answer(right, at)
                looked_up = other if table is None else self.judge.looked_up(other, table)
                return self.judge.shared(self._answer(left, at), looked_up)
            case All(parts):
                return self._all_of([self.told(part, at) for part in parts])
            case AnyOf(parts):
                return self._all_of([self.told(part, at).denied() for part in parts]).denied()
            case Not(part):
                return self.told(part, at).denied()
            case Holds(finding, subject):
                return self.finding(finding, *_place(subject, at))
            case Quantified():
                return self._quantified(condition, at)
            case StatusIs(finding, statuses, subject):
                so = self._settled(self.finding(finding, *_place(subject, at)), statuses)
                return Told(so, -so)
            case StatusCount(at_least=low, at_most=high):
                settled = [self._settled(value, condition.statuses) for value in self._counted(condition, at)]
                enough = self.circuit.at_least(low or 0, settled)
                so = self.circuit.all_of((enough, self._at_most(high, settled)))
                return Told(so, -so)

    def _all_of(self, values: Sequence[Told]) -> Told:
        return Told(
            self.circuit.all_of(value.true for value in values),
            self.circuit.any_of(value.false for value in values),
        )

    def _at_most(self, number: int | None, parts: Sequence[Formula]) -> Formula:
        return TRUE if number is None else -self.circuit.at_least(number + 1, parts)

    def _settled(self, value: Told, statuses: Iterable[Status]) -> Formula:
        ways = (
            self.circuit.all_of(
                (
                    value.true if truth.told_true else -value.true,
                    value.false if truth.told_false else -value.false,
                )
            )
            for truth, status in STATUS_OF.items()
            if status in statuses
        )
        return self.circuit.any_of(ways)

    def _counted(self, condition: StatusCount, at: At) -> list[Told]:
        view = at.part if at.part is not None and condition.subject is Subject.ITEM else at.view
        return [self.finding(f.id, view) for f in self.rulebook.ground if selected(f, condition.selector)]

    def _answer(self, ref: Ref, at: At) -> AnyAnswer:
        if ref.subject is Subject.INITIATIVE:
            return at.view.answer(ref.question)
        if ref.subject is Subject.ITEM and at.part is not None:
            return at.part.answer(ref.question)
        group, slot = _item(ref.subject, at)
        return at.view.field(group, slot, ref.question.rpartition(".")[2])

    def _quantified(self, condition: Quantified, at: At) -> Told:
        looked_at = list(self._looked_at(condition, at))
        complete = self._complete(condition, at)
        values = [
            (there, Told(TRUE, FALSE) if condition.where is None else self.told(condition.where, inner))
            for there, inner in looked_at
        ]
        some = Told(
            self.circuit.any_of(self.circuit.all_of((there, value.true)) for there, value in values),
            self.circuit.all_of((complete, *(self.circuit.any_of((-there, value.false)) for there, value in values))),
        )
        match condition.quantifier:
            case Quantifier.SOME:
                return some
            case Quantifier.NO:
                return some.denied()
            case Quantifier.EVERY:
                return Told(
                    self.circuit.all_of(
                        (complete, *(self.circuit.any_of((-there, value.true)) for there, value in values))
                    ),
                    self.circuit.any_of(self.circuit.all_of((there, value.false)) for there, value in values),
                )
            case Quantifier.COUNT:
                return self._count(condition, values, complete)

    def _count(self, condition: Quantified, values: Sequence[tuple[Formula, Told]], complete: Formula) -> Told:
        low, high = condition.at_least or 0, condition.at_most
        surely = [self.circuit.all_of((there, value.true)) for there, value in values]
        perhaps = [self.circuit.all_of((there, -value.false)) for there, value in values]
        few_enough = TRUE if high is None else self.circuit.all_of((complete, self._at_most(high, perhaps)))
        too_few = self.circuit.all_of((complete, -self.circuit.at_least(low, perhaps)))
        return Told(
            self.circuit.all_of((self.circuit.at_least(low, surely), few_enough)),
            self.circuit.any_of((too_few, -self._at_most(high, surely))),
        )

    def _looked_at(self, condition: Quantified, at: At) -> Iterable[tuple[Formula, At]]:
        """What a quantifier looks at, each with whether it is there."""
        if condition.group == PARTS:
            parts = self.initiative
            alone = self.circuit.all_of(-there for there in parts.parts)
            for there, view in zip((alone, *parts.parts), (parts.whole, *parts.part_views), strict=True):
                yield there, replace(at, part=view)
            return
        compares = condition.where is not None and Subject.EACH in subjects(condition.where)
        for slot, there in enumerate(at.view.group(condition.group).there):
            if not (compares and (condition.group, slot) == (at.group, at.each)):
                yield there, replace(at, item=(condition.group, slot))

    def _complete(self, condition: Quantified, at: At) -> Formula:
        if at.settled:
            return TRUE
        return self.initiative.parts_complete if condition.group == PARTS else at.view.group(condition.group).complete

    def _asked(self, question: Question, view: SomeView, slot: int | None) -> Formula:
        """Whether a question matters: its answer is set aside where that is refuted and not contested."""
        if question.ask_when is None:
            return TRUE
        value = self.told(question.ask_when, At(view, question.group, slot))
        return self.circuit.any_of((value.true, -value.false))


def _item(subject: Subject, at: At) -> tuple[str, int]:
    if subject is Subject.EACH:
        assert at.group is not None  # noqa: S101 -- the loader lets only findings for each item ask about it
        assert at.each is not None  # noqa: S101
        return at.group, at.each
    assert at.item is not None  # noqa: S101 -- the same, of quantifiers
    return at.item


def _place(subject: Subject, at: At) -> tuple[SomeView, int | None]:
    """The view and the item for which a finding about a subject is judged."""
    if subject is Subject.INITIATIVE:
        return at.view, None
    if subject is Subject.ITEM and at.part is not None:
        return at.part, None
    return at.view, _item(subject, at)[1]

"""Which questions there are to ask, in order, and how far the interview has come."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.facts import Standpoint, matters, set_aside
from advisor.initiative.initiative import UNANSWERED, Initiative
from advisor.logic.answers import Answer, Item
from advisor.model.entry import in_language
from advisor.model.question import AnswerType, Question, Questions
from advisor.rulebook.rulebook import Rulebook

CORE = ""
"""The short first interview, which every initiative and every part begins with; its place among the sections."""
_NAME = "name"
"""What an item is called is asked where it is listed."""


@dataclass(frozen=True)
class Step:
    """A question to put: about the initiative, or about one item of a group."""

    question: str
    item: str | None = None


@dataclass(frozen=True)
class Progress:
    """How many of the questions that matter now have an answer."""

    answered: int
    asked: int


class Interview:
    """The interview about an initiative, or about one part of it, as its answers stand: made anew after each of them.

    A part is asked what can differ between parts, and about items of its own all that is asked of items. It has every
    answer of the whole that it does not change.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        initiative: Initiative,
        part: str = "",
        questions: Questions | None = None,
        *,
        lists: bool = True,
    ) -> None:
        """Begins with the answers so far.

        Args:
            rulebook: by which it is known what matters.
            initiative: the answers.
            part: the id of a phase or strand; the whole if it is empty.
            questions: what is asked; all that conveners are asked if not given.
            lists: whether it is asked what belongs to a list, or only what there is to say of what is listed.
        """
        self.rulebook = rulebook
        self.questions = questions or rulebook.questions.asked_of("convener")
        self._lists = lists
        self.view = initiative.view(part)
        self._of_the_whole = {name: {i.id for i in items.items} for name, items in initiative.whole.groups.items()}
        self._set_aside = set_aside(self.view, rulebook)
        self._first = tuple(self._core())

    def sections(self) -> tuple[str, ...]:
        """The core, then the sections that have further questions, by choice."""
        further = (section.id for section in self.questions.sections if self._further(section.id))
        return (CORE, *further) if self._first else tuple(further)

    def title(self, section: str, language: str = "en") -> str:
        """What a section is called; the core has no title of its own."""
        return next((in_language(s.title, language) for s in self.questions.sections if s.id == section), "")

    def steps(self, section: str) -> tuple[Step, ...]:
        """The questions of a section that are asked now, each group before the questions about its items."""
        return self._first if section == CORE else self._further(section)

    def progress(self, section: str) -> Progress:
        """How far a section has come."""
        steps = self.steps(section)
        return Progress(sum(self.is_answered(step) for step in steps), len(steps))

    def aside(self) -> tuple[Step, ...]:
        """What is written in the file and does not count, since by other answers its question does not matter."""
        return tuple(step for step in self._all() if self.is_said_here(step) and self._name(step) in self._set_aside)

    def differs(self, other: "Interview") -> Step | None:
        """The first question that has another answer in another interview about the same, if there is any."""
        return next(
            (step for step in self._all() if not other.is_there(step) or self.said(step) != other.said(step)), None
        )

    def said(self, step: Step) -> object:
        """What is said in answer to any question, to be compared."""
        if self.question(step).type is AnswerType.GROUP:
            items = self.view.group(step.question)
            return items.complete, items.note, tuple((item.id, item.answers.get(_NAME)) for item in items.items)
        return self.answer(step)

    def answer(self, step: Step) -> Answer:
        """The answer to a question that is no group."""
        question = self.question(step)
        if question.group is None:
            return self.view.answer(question.id)
        return self._item(question.group, step.item).answers.get(question.name, UNANSWERED)

    def is_answered(self, step: Step) -> bool:
        """Whether it needs no answer any more: one is there, or is not to be written here."""
        question = self.question(step)
        if question.type is AnswerType.GROUP:
            items = self.view.group(question.id)
            return items.complete or bool(items.items)
        answer = self.answer(step)
        return bool(answer.held) or answer.withheld

    def is_said_here(self, step: Step) -> bool:
        """Whether a part answers a question itself, if only with "unknown", or has the answer of the whole.

        Of the whole, whether it is answered.
        """
        return self.is_written(step) if self.view.id else self.is_answered(step)

    def is_written(self, step: Step) -> bool:
        """Whether anything is written in answer to a question, if only that it is not known."""
        said, question = self.view.said, self.question(step)
        if question.group is None:
            return question.id in said.answers or question.id in said.groups
        items = said.groups[question.group].items if question.group in said.groups else ()
        return any(question.name in item.answers for item in items if item.id == step.item)

    def can_be_taken_over(self, step: Step) -> bool:
        """Whether this is about a part, and about nothing that only that part has."""
        group = self.question(step).group
        return bool(self.view.id) and (group is None or step.item in self._of_the_whole.get(group, ()))

    def can_differ(self, step: Step) -> bool:
        """Whether the answer can be another one in this part."""
        return not self.can_be_taken_over(step) or self.question(step).in_parts is not None or self.is_said_here(step)

    def question(self, step: Step) -> Question:
        """The question of a step."""
        return self.questions.find(step.question)

    def is_there(self, step: Step) -> bool:
        """Whether what a step is about is listed, so that its question can be put."""
        group = self.question(step).group
        return group is None or any(one.id == step.item for one in self.view.group(group).items)

    def item(self, step: Step) -> Item | None:
        """The item that a step is about."""
        group = self.question(step).group
        return None if group is None else self._item(group, step.item)

    def after(self, step: Step, before: tuple[Step, ...], now: tuple[Step, ...]) -> Step | None:
        """What follows a step, though an answer to it may have changed which questions there are.

        Args:
            step: where the interview stands.
            before: the steps as they were when it was asked.
            now: the steps as they are.
        """
        known = set(now)
        for last in reversed(before[: before.index(step) + 1]):
            if last in known:
                at = now.index(last) + 1
                return now[at] if at < len(now) else None
        return now[0] if now else None

    def _item(self, group: str, item: str | None) -> Item:
        return next(one for one in self.view.group(group).items if one.id == item)

    def _all(self) -> Iterator[Step]:
        for question in self.questions.initiative.values():
            yield Step(question.id)
            yield from self._fields(question)

    def _fields(self, question: Question) -> Iterator[Step]:
        """The questions about each item of a group."""
        group = self.questions.groups.get(question.id)
        for item in self.view.group(question.id).items if group else ():
            yield from (Step(f.id, item.id) for f in group.fields.values() if f.name != _NAME) if group else ()

    def _core(self) -> Iterator[Step]:
        for question in self.questions.initiative.values():
            if self._is_core(Step(question.id)) and self._is_asked(Step(question.id)):
                yield Step(question.id)
                yield from (s for s in self._fields(question) if self._is_core(s) and self._is_asked(s))

    def _further(self, section: str) -> tuple[Step, ...]:
        """What a section asks beyond the core."""
        here = [q for q in self.questions.initiative.values() if q.section == section]
        steps = [s for q in here for s in (Step(q.id), *self._fields(q)) if self._lists or s.item is not None]
        return tuple(s for s in steps if s not in self._first and self.can_differ(s) and self._is_asked(s))

    def _is_core(self, step: Step) -> bool:
        question = self.question(step)
        return question.in_parts == "first" if self.can_be_taken_over(step) else question.core

    def _is_asked(self, step: Step) -> bool:
        """Whether a question matters; what depends on something not known yet waits, unless it has an answer."""
        if self._name(step) in self._set_aside or step.question.partition(".")[0] in self._set_aside:
            return False
        at = Standpoint(self.view, self.item(step))
        return matters(self.question(step), at, self.rulebook).told_true or self.is_answered(step)

    def _name(self, step: Step) -> str:
        return step.question if step.item is None else f"{step.question}/{step.item}"

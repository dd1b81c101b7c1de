"""What is not known: the answers that an undecided finding still waits for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from advisor.explain.words import Wordings, put_about
from advisor.facts import Standpoint, matters, set_aside
from advisor.logic.answers import Held
from advisor.logic.conditions import (
    PARTS,
    All,
    AnswerTest,
    AnyOf,
    Condition,
    Holds,
    Not,
    Quantified,
    Ref,
    Shares,
)
from advisor.logic.evaluate import evaluate, items_looked_at
from advisor.logic.truth import Truth, all_of, any_of
from advisor.messages import next as messages
from advisor.model.finding import Finding
from advisor.reference import Reference, ReferenceWorld


@dataclass(frozen=True)
class Missing:
    """An answer that is not known and that something undecided waits for."""

    question: str
    says: str
    item: str | None = None
    withheld: bool = False
    """Known to the convener, but not written in the file."""
    matters: bool = True
    """False where by other answers the question does not matter, or not yet."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place where a condition waits for an answer, or for the rest of a list, before it is put into words."""

    asks: Ref | Quantified
    world: ReferenceWorld
    part: str = ""
    """The part in which it waits, for a condition about the whole."""


_NOTHING = Held(frozenset(), complete=False)
_Judged = tuple[Truth, tuple[_Gap, ...]]
"""The value of a condition and, if that is unknown, what it waits for."""


class Searcher:
    """Finds what undecided findings wait for, each through the findings that it builds on."""

    def __init__(self, reference: Reference, words: Wordings) -> None:
        self.reference = reference
        self.words = words
        self._gaps: dict[tuple[str, str, str | None], tuple[_Gap, ...]] = {}

    @cached_property
    def _set_aside(self) -> dict[str, frozenset[str]]:
        """By view, the questions that do not matter by other answers."""
        rulebook = self.reference.rulebook
        return {view.id: set_aside(view, rulebook) for view in self.reference.initiative.views}

    def missing(self, finding: Finding, view: str = "", item: str | None = None) -> tuple[Missing, ...]:
        """The answers that this finding waits for, in the order in which its condition asks for them."""
        return tuple(dict.fromkeys(map(self._missing, self._of(finding, view, item))))

    def labels(self, condition: Condition, world: ReferenceWorld) -> tuple[str, ...]:
        """What is not known of an item for a condition, in the few words that the questions have for lists."""
        missing = map(self._missing, self._judged(condition, world)[1])
        return tuple(dict.fromkeys(self._label(one, world) for one in missing))

    def _label(self, missing: Missing, world: ReferenceWorld) -> str:
        question, each = self.reference.rulebook.questions.find(missing.question), world.each
        label = self.words.text(question.label).lower()
        if each is None or question.group is None or question.group != world.judged.for_each:
            return label
        return put_about(self.words.item_name(question.group, each), label) if missing.item == each.id else label

    def _of(self, finding: Finding, view: str, item: str | None) -> tuple[_Gap, ...]:
        """What a finding waits for; searched once, since many findings build on the same."""
        place = (finding.id, view, item)
        if place not in self._gaps:
            world = self.reference.world(finding, view, item)
            self._gaps[place] = tuple(g for condition in finding.conditions for g in self._judged(condition, world)[1])
        return self._gaps[place]

    def _judged(self, condition: Condition, world: ReferenceWorld) -> _Judged:
        gaps: Iterable[_Gap]
        match condition:
            case All(parts) | AnyOf(parts):
                judged = [self._judged(part, world) for part in parts]
                joined = all_of if isinstance(condition, All) else any_of
                value = joined(value for value, _ in judged)
                gaps = (gap for _, gaps in judged for gap in gaps)
            case Not(part):
                value, gaps = self._judged(part, world)
                value = value.denied()
            case _:
                value = evaluate(condition, world)
                gaps = self._in(condition, world) if value is Truth.UNKNOWN else ()
        return value, tuple(gaps) if value is Truth.UNKNOWN else ()

    def _in(self, condition: Condition, world: ReferenceWorld) -> Iterator[_Gap]:
        """What a condition waits for that is unknown, and joins no others."""
        match condition:
            case AnswerTest(ref):
                yield _Gap(ref, world)
            case Shares(left, right):
                for ref in (left, right):
                    if not all(held.complete for held in world.answer(ref).held or (_NOTHING,)):
                        yield _Gap(ref, world)
            case Holds(finding, subject):
                yield from self._of(self.reference.rulebook.findings[finding], *world.place_of(subject))
            case Quantified():
                yield from self._list(condition, world)

    def _list(self, condition: Quantified, world: ReferenceWorld) -> Iterator[_Gap]:
        items = world.group(condition.group)
        if condition.where is not None:
            for item in items_looked_at(condition, world):
                part = self.reference.views[item.id].name if condition.group == PARTS and item.id else ""
                for gap in self._judged(condition.where, world.looking_at(condition.group, item.id))[1]:
                    yield replace(gap, part=part) if part else gap
        if not items.complete:
            yield _Gap(condition, world)

    def _missing(self, gap: _Gap) -> Missing:
        """A gap in words."""
        missing = self._of_list(gap.asks, gap.world) if isinstance(gap.asks, Quantified) else self._answer(gap)
        return replace(missing, says=f"{gap.part}: {missing.says}") if gap.part else missing

    def _of_list(self, condition: Quantified, world: ReferenceWorld) -> Missing:
        if condition.group == PARTS:
            return Missing(PARTS, "Are these all the parts?")
        items = world.group(condition.group)
        question = self.reference.rulebook.questions.find(condition.group)
        says = messages.LISTED.format(listed=self.words.listed(condition.group, items))
        if not items.items:
            says = f"{self.words.text(question.prompt)} None is listed yet."
        return Missing(condition.group, says)

    def _answer(self, gap: _Gap) -> Missing:
        assert isinstance(gap.asks, Ref)  # noqa: S101 -- else a list is asked about
        ref, at = gap.asks, _standpoint(gap.world)
        question, answer = self.reference.rulebook.questions.find(ref.question), gap.world.answer(ref)
        says = self.words.asked(ref, at)
        if answer.held:
            says = f"{says} {messages.SO_FAR.format(answer=self.words.short_answer(question, answer))}"
        _, item = _place(gap)
        place = f"{ref.question}/{item}" if item else ref.question
        if place in self._set_aside[at.view.id]:
            says = f"{says} What is written there is set aside, since by other answers the question does not matter."
        return Missing(ref.question, says, item, answer.withheld, self._matters(gap))

    def _matters(self, gap: _Gap) -> bool:
        """Whether what is asked can be asked now."""
        if isinstance(gap.asks, Quantified):
            return True
        question, at = self.reference.rulebook.questions.find(gap.asks.question), _standpoint(gap.world)
        item = gap.world.item_of(gap.asks.subject) if question.group is not None else None
        return matters(question, Standpoint(at.view, item) if item else at, self.reference.rulebook).told_true


def _standpoint(world: ReferenceWorld) -> Standpoint:
    return Standpoint(world.view if world.part is None else world.part, world.each, world.item)


def _place(gap: _Gap) -> tuple[str, str | None]:
    """The question that is asked, and the item of which."""
    if isinstance(gap.asks, Quantified):
        return gap.asks.group, None
    item = gap.world.item_of(gap.asks.subject) if "." in gap.asks.question else None
    return gap.asks.question, item.id if item else None

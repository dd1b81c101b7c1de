"""What is not known: the answers that an undecided finding still waits for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
from advisor.logic.truth import Truth
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


_NOTHING = Held(frozenset(), complete=False)


class Searcher:
    """Finds what undecided findings wait for, each through the findings that it builds on."""

    def __init__(self, reference: Reference, language: str = "en") -> None:
        self.reference = reference
        self.words = Wordings(reference.rulebook.questions, language)
        self._set_aside = {view.id: set_aside(view, reference.rulebook) for view in reference.initiative.views}

    def missing(self, finding: Finding, view: str = "", item: str | None = None) -> tuple[Missing, ...]:
        """The answers that this finding waits for, in the order in which its condition asks for them."""
        world = self.reference.world(finding, view, item)
        return tuple(dict.fromkeys(m for condition in finding.conditions for m in self._in(condition, world)))

    def labels(self, condition: Condition, world: ReferenceWorld) -> tuple[str, ...]:
        """What is not known of an item for a condition, in the few words that the questions have for lists."""
        return tuple(dict.fromkeys(self._label(missing, world) for missing in self._in(condition, world)))

    def _label(self, missing: Missing, world: ReferenceWorld) -> str:
        question, each = self.reference.rulebook.questions.find(missing.question), world.each
        label = self.words.text(question.label).lower()
        if each is None or question.group is None or question.group != world.judged.for_each:
            return label
        return put_about(self.words.item_name(question.group, each), label) if missing.item == each.id else label

    def _in(self, condition: Condition, world: ReferenceWorld) -> Iterator[Missing]:
        if evaluate(condition, world) is not Truth.UNKNOWN:
            return
        match condition:
            case AnswerTest(ref):
                yield self._answer(ref, world)
            case Shares(left, right):
                for ref in (left, right):
                    if not all(held.complete for held in world.answer(ref).held or (_NOTHING,)):
                        yield self._answer(ref, world)
            case All(parts) | AnyOf(parts):
                for part in parts:
                    yield from self._in(part, world)
            case Not(part):
                yield from self._in(part, world)
            case Holds(finding, subject):
                inner = self.reference.rulebook.findings[finding]
                yield from self.missing(inner, *world.place_of(subject))
            case Quantified():
                yield from self._list(condition, world)

    def _list(self, condition: Quantified, world: ReferenceWorld) -> Iterator[Missing]:
        items = world.group(condition.group)
        if condition.where is not None:
            for item in items_looked_at(condition, world):
                part = self.reference.views[item.id].name if condition.group == PARTS and item.id else ""
                for missing in self._in(condition.where, world.looking_at(condition.group, item.id)):
                    yield replace(missing, says=f"{part}: {missing.says}") if part else missing
        if not items.complete and condition.group == PARTS:
            yield Missing(PARTS, "Are these all the parts?")
        elif not items.complete:
            question = self.reference.rulebook.questions.find(condition.group)
            says = f"{self.words.listed(condition.group, items)} Is that all?"
            if not items.items:
                says = f"{self.words.text(question.prompt)} None is listed yet."
            yield Missing(condition.group, says)

    def _answer(self, ref: Ref, world: ReferenceWorld) -> Missing:
        at = Standpoint(world.view if world.part is None else world.part, world.each, world.item)
        question, answer = self.reference.rulebook.questions.find(ref.question), world.answer(ref)
        group = ref.question.rpartition(".")[0]
        item = world.item_of(ref.subject) if group else None
        says = self.words.asked(ref, at)
        if answer.held:
            says = f"{says} So far: {self.words.short_answer(question, answer)}. Is that all?"
        place = f"{ref.question}/{item.id}" if item else ref.question
        if place in self._set_aside[at.view.id]:
            says = f"{says} What is written there is set aside, since by other answers the question does not matter."
        about = Standpoint(at.view, item) if item else at
        matters_ = matters(question, about, self.reference.rulebook).told_true
        return Missing(ref.question, says, item.id if item else None, answer.withheld, matters_)

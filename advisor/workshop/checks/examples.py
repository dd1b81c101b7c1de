"""Initiatives that show something: with no more answers than that takes, and in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from advisor.explain.words import Wordings
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Answer, Held, Item, Items
from advisor.messages import checks as messages
from advisor.model.question import Question
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.checks.notes import Shows

Thing = TypeVar("Thing")


class Examples:
    """Makes examples short, and tells them."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.words = Wordings(rulebook.questions, "en")

    def shortest(self, initiative: Initiative, shows: Shows) -> Initiative:
        """The initiative without all that can be left out one after the other."""
        while True:
            smaller = (one for one in _smaller(initiative) if shows(Reference(self.rulebook, one)))
            shorter = next(smaller, None)
            if shorter is None:
                return initiative
            initiative = shorter

    def told(self, initiative: Initiative) -> str:
        """The answers of an initiative, in words."""
        told = list(self._view(initiative.whole))
        for part in initiative.parts:
            answers = " ".join(self._view(part)) or messages.NOTHING_ANSWERED
            told.append(messages.PART.format(part=part.name, answers=answers))
        return " ".join(told) or messages.NOTHING_ANSWERED

    def _view(self, view: View) -> Iterator[str]:
        for question in self.rulebook.questions.initiative.values():
            if question.id in view.groups:
                yield f"{self._label(question)}: {self._items(question.id, view.groups[question.id])}."
            elif question.id in view.answers:
                yield f"{self._told(question, view.answers[question.id])}."

    def _items(self, group: str, items: Items) -> str:
        listed = [self._item(group, item) for item in items.items]
        end = messages.ALL_LISTED if items.complete else messages.MORE_POSSIBLE
        return "; ".join((*(listed or [messages.NONE_LISTED]), end))

    def _item(self, group: str, item: Item) -> str:
        fields = self.rulebook.questions.groups[group].fields
        told = "; ".join(
            self._told(field, item.answers[name]) for name, field in fields.items() if name in item.answers
        )
        name = self.words.item_name(group, item)
        return messages.ITEM.format(item=name, answers=told) if told else name

    def _told(self, question: Question, answer: Answer) -> str:
        says = self.words.short_answer(question, answer)
        if answer.contested:
            says = messages.DISPUTED.format(answers=says)
        return f"{self._label(question)}: {says}"

    def _label(self, question: Question) -> str:
        return self.words.text(question.label)


def _smaller(initiative: Initiative) -> Iterator[Initiative]:
    """The initiative with one thing less, the largest things first."""
    for index in reversed(range(len(initiative.parts))):
        yield replace(initiative, parts=(*initiative.parts[:index], *initiative.parts[index + 1 :]))
    for view in _smaller_views(initiative.whole):
        yield replace(initiative, whole=view)
    for index, part in enumerate(initiative.parts):
        for view in _smaller_views(part):
            yield replace(initiative, parts=(*initiative.parts[:index], view, *initiative.parts[index + 1 :]))


def _smaller_views(view: View) -> Iterator[View]:
    for names in _chunks(view.groups):
        yield replace(view, groups=_without(view.groups, names))
    for answers in _smaller_answers(view.answers):
        yield replace(view, answers=answers)
    for name, items in view.groups.items():
        for fewer in _smaller_items(items):
            yield replace(view, groups={**view.groups, name: fewer})


def _smaller_items(items: Items) -> Iterator[Items]:
    # The last go first, so that those that stay are the first.
    for index, item in reversed(list(enumerate(items.items))):
        before, after = items.items[:index], items.items[index + 1 :]
        yield replace(items, items=(*before, *after))
        for answers in _smaller_answers(item.answers):
            yield replace(items, items=(*before, Item(item.id, answers), *after))
    if items.complete:
        yield replace(items, complete=False)


def _smaller_answers(answers: Mapping[str, Answer]) -> Iterator[dict[str, Answer]]:
    for names in _chunks(answers):
        yield _without(answers, names)
    for name, answer in answers.items():
        for held in _smaller_held(answer.held):
            yield {**answers, name: replace(answer, held=held)}


def _smaller_held(held: tuple[Held, ...]) -> Iterator[tuple[Held, ...]]:
    for index, one in enumerate(held):
        before, after = held[:index], held[index + 1 :]
        if len(held) > 1:
            yield (*before, *after)
        for word in sorted(one.words, key=str) if len(one.words) > 1 or not one.complete else ():
            yield (*before, replace(one, words=one.words - {word}), *after)
        for word in sorted(one.excluded, key=str):
            yield (*before, replace(one, excluded=one.excluded - {word}), *after)


def _chunks(things: Mapping[str, object]) -> Iterator[Sequence[str]]:
    """All names, then half of them, and so on down to each alone: most can be left out."""
    names, size = list(things), len(things)
    while size:
        yield from (names[start : start + size] for start in range(0, len(names), size))
        size //= 2


def _without(things: Mapping[str, Thing], names: Sequence[str]) -> dict[str, Thing]:
    return {name: thing for name, thing in things.items() if name not in names}

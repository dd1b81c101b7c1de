"""Answers an interview from what is known already, to count how many questions it takes."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from advisor.initiative.initiative import Initiative, Listing, Said, View
from advisor.interview.order import Order
from advisor.interview.plan import Interview, Step
from advisor.logic.answers import Answer, Item
from advisor.model.question import AnswerType
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.words import Words

Next = Callable[[Order, frozenset[Step]], Step]
"""Which question an interview asks next, given those that were asked."""


def in_file_order(order: Order, asked: frozenset[Step]) -> Step:
    """The first question that was not asked yet."""
    return next(step for step in order.to_ask if step not in asked)


def what_decides_most(order: Order, asked: frozenset[Step]) -> Step:
    """The question that can change most."""
    return order.deciding(asked).steps[0]


def asked_until_settled(rulebook: Rulebook, words: Words, known: View, following: Next) -> Iterator[Step]:
    """The questions of an interview from the first until none that is left can change the headline.

    Args:
        rulebook: what is asked.
        words: which words answers may hold.
        known: the answers that are given; what is unknown there is passed over.
        following: which question comes next.
    """
    now, asked = Initiative("known", "known", View("", "known")), frozenset[Step]()
    while True:
        order = Order(Interview(rulebook, now), now, words)
        if not order.deciding(asked).headline:
            return
        step = following(order, asked)
        yield step
        asked |= {step}
        now = now.saying("", _told(now.whole, known, step, rulebook))


def _told(now: View, known: View, step: Step, rulebook: Rulebook) -> Said:
    """What is said after one more question has been answered."""
    question, groups = rulebook.questions.find(step.question), dict(now.said.groups)
    if question.type is AnswerType.GROUP:
        items = known.group(question.id)
        named = tuple(Item(item.id) for item in items.items)
        return replace(now.said, groups={**groups, question.id: Listing(named, "closed" if items.complete else "open")})
    if question.group is None:
        return replace(now.said, answers={**now.said.answers, question.id: known.answer(question.id)})
    told = {item.id: item.answers.get(question.name, Answer()) for item in known.group(question.group).items}
    listing = groups[question.group]
    asked = tuple(
        replace(item, answers={**item.answers, question.name: told[item.id]}) if item.id == step.item else item
        for item in listing.items
    )
    return replace(now.said, groups={**groups, question.group: replace(listing, items=asked)})

"""Single steps from what is said of an initiative to something else, and the initiative after some of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby

from advisor.initiative.initiative import UNANSWERED, Initiative, Listing, Said, View
from advisor.logic.answers import Answer, Held, Item, Items, Word
from advisor.model.question import Questions


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where something is said, or could be: a question, about the whole or a part, about an item or not."""

    part: str
    """Empty for the whole."""
    question: str
    item: str = ""
    """Empty for a question about the initiative, and for the list of a group itself."""


class Step(Enum):
    """What a move does."""

    SAY = "say"
    """The answer is this word alone."""
    ACCEPT = "accept"
    """Of a dispute, this account is right; the word is its number."""
    INCLUDE = "include"
    """This word belongs to the answer, too."""
    EXCLUDE = "exclude"
    """This word does not belong to it."""
    DROP = "drop"
    """This word does not belong to it, though it is said to."""
    ADD = "add"
    """There is one more item; the word is its id."""
    REMOVE = "remove"
    """An item is not there; the word is its id."""
    CLOSE = "close"
    """What is listed is all."""


class Contradicts(Enum):
    """What a move is at odds with."""

    NOTHING = "nothing"
    """It only adds to what is known."""
    THAT_NOBODY_KNOWS = "that nobody knows"
    """It answers what is said not to have been asked or found out."""
    A_DISPUTE = "a dispute"
    """It settles what sources disagree about."""
    WHAT_IS_SAID = "what is said"


@dataclass(frozen=True, slots=True)
class Move:
    """One step from what is said to something else."""

    spot: Spot
    step: Step
    word: Word = ""
    contradicts: Contradicts = Contradicts.NOTHING
    changeable: bool = False
    """Whether the convener could choose so by design."""


def moved(initiative: Initiative, moves: Iterable[Move], questions: Questions) -> Initiative:
    """The initiative after some moves; what they say of items that are not there is left out."""
    made = list(moves)
    listed = {item.id for view in initiative.views for items in view.groups.values() for item in items.items}
    there = listed.union(move.word for move in made if move.step is Step.ADD)
    about = (move for move in made if not move.spot.item or move.spot.item in there)
    ordered = sorted(about, key=lambda move: move.spot)
    for part, of_part in groupby(ordered, key=lambda move: move.spot.part):
        view = initiative.view(part)
        said = view.said if part else all_said(view)
        for spot, at_spot in groupby(of_part, key=lambda move: move.spot):
            said = _changed(said, view, spot, list(at_spot), questions)
        initiative = initiative.saying(part, said)
    return initiative


def said_at(initiative: Initiative, spot: Spot) -> Answer:
    """What is answered now at the spot of a question that is no list of items."""
    view, (group, _, name) = initiative.view(spot.part), spot.question.rpartition(".")
    if not group:
        return view.answer(name)
    item = next((one for one in view.group(group).items if one.id == spot.item), Item(spot.item))
    return item.answers.get(name, UNANSWERED)


def all_said(view: View) -> Said:
    """What is known of the whole, as if all of it were written there."""
    groups = {
        name: Listing(items.items, "closed" if items.complete else "open", items.note)
        for name, items in view.groups.items()
    }
    return Said(view.answers, groups)


def _changed(said: Said, view: View, spot: Spot, moves: Sequence[Move], questions: Questions) -> Said:
    group, _, name = spot.question.rpartition(".")
    if not group and spot.question not in questions.groups:
        answer = _answered(view.answer(spot.question), moves)
        return replace(said, answers={**said.answers, spot.question: answer})
    listing = said.groups.get(group or spot.question, Listing())
    if group:
        known = next((item for item in view.group(group).items if item.id == spot.item), Item(spot.item))
        answer = _answered(known.answers.get(name, UNANSWERED), moves)
        return replace(said, groups={**said.groups, group: _with_answer(listing, spot.item, name, answer)})
    return replace(said, groups={**said.groups, spot.question: _relisted(listing, view.group(spot.question), moves)})


def _answered(answer: Answer, moves: Sequence[Move]) -> Answer:
    """An answer after the moves that are made at its spot."""
    words = {step: frozenset(move.word for move in moves if move.step is step) for step in Step}
    for move in moves:
        if move.step is Step.SAY:
            return Answer((Held(frozenset((move.word,))),))
        if move.step is Step.ACCEPT:
            return Answer((answer.held[int(move.word)],))
    if answer.contested:
        return Answer((Held(words[Step.INCLUDE]),))
    held = answer.held[0] if answer.held else Held(frozenset(), complete=False)
    complete = held.complete or bool(words[Step.CLOSE])
    without = held.excluded | words[Step.EXCLUDE] | words[Step.DROP]
    return Answer(
        (
            Held(
                (held.words | words[Step.INCLUDE]) - words[Step.DROP],
                complete,
                held.by,
                frozenset() if complete else without - words[Step.INCLUDE],
            ),
        )
    )


def _with_answer(listing: Listing, item: str, field: str, answer: Answer) -> Listing:
    """A listing that says something of an item, which it lists from now on if it did not."""
    listed = {one.id: one for one in listing.items}
    answers = listed[item].answers if item in listed else {}
    listed[item] = Item(item, {**answers, field: answer})
    return replace(listing, items=tuple(listed.values()))


def _relisted(listing: Listing, known: Items, moves: Sequence[Move]) -> Listing:
    """A listing after the moves that are made about which items there are."""
    listed = {one.id: one for one in listing.items}
    closes = any(move.step is Step.CLOSE for move in moves)
    if closes:
        # A closed list names all, those that were taken over from the whole, too.
        listed = {**{one.id: Item(one.id) for one in known.items}, **listed}
    for move in moves:
        if move.step is Step.ADD:
            listed.setdefault(str(move.word), Item(str(move.word)))
        if move.step is Step.REMOVE:
            del listed[str(move.word)]
    return replace(listing, items=tuple(listed.values()), how="closed" if closes else listing.how)

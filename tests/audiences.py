"""Initiatives whose sensitive answers are others, and initiatives full of marks, to see what reaches whom."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from advisor.engine.run import Engine
from advisor.initiative.discreet import protected
from advisor.initiative.initiative import Initiative, Label, Listing, Said
from advisor.initiative.reader import read_initiative
from advisor.logic.answers import Answer, Held, Item, Word
from advisor.model.question import CLOSED_TYPES, AnswerType, Question
from tests.bundled import bundled_engine

KEY = b"a key of a test"
MARK = "xq7zmark"


def engine() -> Engine:
    return bundled_engine()


def read(path: Path) -> Initiative:
    return read_initiative(path, engine().rulebook.questions)


Answering = Callable[[Question, Answer | None], Answer | None]


def answered_otherwise(initiative: Initiative, answering: Answering) -> Initiative:
    """The initiative with each answer put through a function; None leaves the question unanswered."""
    questions = engine().rulebook.questions

    def answers(asked: Mapping[str, Question], said: Mapping[str, Answer]) -> dict[str, Answer]:
        drawn = {name: answering(question, said.get(name)) for name, question in asked.items()}
        return {name: answer for name, answer in drawn.items() if answer is not None}

    def listing(group: str, one: Listing) -> Listing:
        fields = questions.groups[group].fields
        return replace(one, items=tuple(Item(item.id, answers(fields, item.answers)) for item in one.items))

    for view in initiative.views:
        asked = {name: q for name, q in questions.initiative.items() if q.type is not AnswerType.GROUP}
        groups = {name: listing(name, one) for name, one in view.said.groups.items()}
        initiative = initiative.saying(view.id, Said(answers(asked, view.said.answers), groups))
    return initiative


def some_answer(question: Question, initiative: Initiative, chance: random.Random) -> Answer | None:
    """Any answer that a question can have: unknown, withheld, one, or a dispute, with a note or without."""
    words: Sequence[Word]
    if question.type in CLOSED_TYPES:
        words = list(question.options)
    elif question.of is not None:
        words = [item.id for item in initiative.whole.group(question.of).items]
    else:
        words = ("YE", "CH") if question.type is AnswerType.TERRITORY else ("ar", "en")
    if not words:
        return None
    drawn = chance.sample(words, min(2, len(words)))
    held = [Held(frozenset((word,)), complete=chance.random() < 0.7) for word in drawn]
    note = MARK if chance.random() < 0.5 else None
    return chance.choice([None, Answer(), Answer(withheld=True), Answer((held[0],), note=note), Answer(tuple(held))])


def with_marks_everywhere(initiative: Initiative) -> Initiative:
    """The same with marks in every name, id, note and free text, and in who holds which view."""

    def marked(question: Question, said: Answer | None) -> Answer | None:
        if question.type is AnswerType.TEXT and question.name != "codename":
            return Answer((Held(frozenset((f"{MARK} text",))),), note=MARK)
        if said is None:
            return None
        ids = question.of is not None
        held = tuple(
            replace(one, by=MARK, words=frozenset(f"{MARK}-{word}" for word in one.words) if ids else one.words)
            for one in said.held
        )
        return replace(said, held=held, note=MARK)

    marked_ids = answered_otherwise(initiative, marked)
    parts = tuple(replace(view, id=f"{MARK}-{view.id}", name=f"{MARK} {view.name}") for view in marked_ids.parts)
    marked_ids = replace(marked_ids, parts=parts)
    for view in marked_ids.views:
        groups = {
            name: replace(one, note=MARK, items=tuple(replace(item, id=f"{MARK}-{item.id}") for item in one.items))
            for name, one in view.said.groups.items()
        }
        marked_ids = marked_ids.saying(view.id, Said(view.said.answers, groups))
    label = Label(MARK, MARK, 1999, MARK, "recalled, unchecked", MARK)
    return replace(
        marked_ids,
        id=MARK,
        name=MARK,
        whole=replace(marked_ids.whole, name=MARK),
        years=MARK,
        about=MARK,
        review=MARK,
        published=(label,),
    )


def with_other_sensitive_answers(initiative: Initiative, chance: random.Random) -> Initiative:
    """The same with every sensitive answer drawn anew."""
    guarded = protected(engine().rulebook.questions)

    def drawn(question: Question, said: Answer | None) -> Answer | None:
        return some_answer(question, initiative, chance) if question.id in guarded else said

    return answered_otherwise(initiative, drawn)

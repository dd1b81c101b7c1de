"""What would change a conclusion does change it, no part of it does, and nothing smaller is overlooked."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations
from random import Random

from hypothesis import given

from advisor.initiative.initiative import How, Initiative, Listing, Said
from advisor.logic.truth import Truth
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook
from advisor.whatif.changes import changes, meaning_of
from advisor.whatif.goals import Settles
from advisor.whatif.moves import Move, Step, all_said, moved
from tests.random_rulebooks import InitiativeMaker, chances, rulebooks

HOWS: tuple[How | None, ...] = ("some", "open", "closed", "unknown", None)


def an_initiative(chance: Random) -> Initiative:
    """A random one whose parts say some things themselves and take over others."""
    initiative = InitiativeMaker(chance).make()
    for part in initiative.parts:
        said = all_said(part)
        answers = {name: answer for name, answer in said.answers.items() if chance.random() < 0.5}
        hows = {name: chance.choice(HOWS) for name in said.groups}
        groups = {
            name: Listing(how="unknown") if how == "unknown" else replace(said.groups[name], how=how)
            for name, how in hows.items()
            if how is not None
        }
        initiative = initiative.saying(part.id, Said(answers, groups))
    return initiative


def choosable(rulebook: Rulebook, chance: Random) -> Rulebook:
    """The rulebook with some of its questions open to choice."""
    questions = rulebook.questions.model_copy(deep=True)
    for question in questions.all():
        object.__setattr__(question, "changeable", chance.random() < 0.4)
    return replace(rulebook, questions=questions)


def goals(rulebook: Rulebook, initiative: Initiative) -> Iterator[Settles]:
    """What each conclusion could come to and has not."""
    reference = Reference(rulebook, initiative)
    for finding in rulebook.findings.values():
        for part, item in reference.places(finding):
            for value in (Truth.TRUE, Truth.FALSE):
                goal = Settles(finding.id, value, part, item)
                if not goal.holds(reference):
                    yield goal


def proper_parts(way: frozenset[Move]) -> Iterator[tuple[Move, ...]]:
    return chain.from_iterable(combinations(way, size) for size in range(len(way)))


@given(rulebooks, chances)
def test_each_change_brings_the_conclusion_about_and_no_part_of_it_does(rulebook: Rulebook, chance: Random) -> None:
    rulebook, initiative = choosable(rulebook, chance), an_initiative(chance)

    def reached(goal: Settles, moves: frozenset[Move] | tuple[Move, ...]) -> bool:
        return goal.holds(Reference(rulebook, moved(initiative, moves, rulebook.questions)))

    for goal in goals(rulebook, initiative):
        for way in (way for change in changes(rulebook, initiative, goal).changes for way in change.ways):
            assert reached(goal, way)
            assert [part for part in proper_parts(way) if reached(goal, part)] == []


@given(rulebooks, chances)
def test_no_single_answer_that_would_do_is_overlooked(rulebook: Rulebook, chance: Random) -> None:
    initiative = an_initiative(chance)
    for goal in goals(rulebook, initiative):
        meaning = meaning_of(rulebook, initiative)
        goal.formula(meaning)
        found = changes(rulebook, initiative, goal)
        alone = {spot for change in found.changes for spot in change.spots if len(change.spots) == 1}
        for move in (move for at_spot in meaning.initiative.moves.values() for move in at_spot):
            if move.step is Step.ADD and not str(move.word).endswith("-1"):
                continue
            if goal.holds(Reference(rulebook, moved(initiative, [move], rulebook.questions))):
                assert move.spot in alone or not found.complete

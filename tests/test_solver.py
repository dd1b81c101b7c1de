"""What the solver says can be, the engine concludes; and what can be, the solver knows of."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.run import Engine
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Answer, Held
from advisor.model.finding import Finding
from advisor.model.question import AnswerType
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.answers import AnyAnswer, AnyHeld
from advisor.solver.door import Formula
from advisor.solver.possible import Answers, Possible
from advisor.solver.views import AnyView
from tests.bundled import bundled_engine, bundled_rulebook
from tests.random_rulebooks import InitiativeMaker, RulebookMaker, chances, rulebooks
from tests.test_engine_equals_reference import Conclusions, by_engine, places, told_by

pytestmark = pytest.mark.slow

RULEBOOK = bundled_rulebook()
ENGINE = bundled_engine()


def all_asked(rulebook: Rulebook) -> Possible:
    """What is possible, with every finding asked for, in every view and for every item."""
    possible = Possible(rulebook)
    meaning, anything = possible.meaning, possible.any
    for finding in rulebook.findings.values():
        views = [anything.whole] if finding.scope == "whole" else [anything.whole, *anything.part_views]
        for view in views:
            slots = [None] if finding.for_each is None else range(len(view.group(finding.for_each).there))
            for slot in slots:
                meaning.finding(finding.id, view, slot)
    return possible


def wanted_of(finding: Finding, possible: Possible) -> Iterator[tuple[Formula, ...]]:
    """What there is to bring a finding to: told true, told false, neither, both."""
    told, there = possible.finding(finding), possible.there(finding)
    for true in (told.true, -told.true):
        for false in (told.false, -told.false):
            yield there, true, false


def predicted(possible: Possible, initiative: Initiative) -> Conclusions:
    """What the solver says of each finding for the initiative that it found, as far as there is such a view or item."""
    there = {(finding.id, view, item) for finding, view, item in places(possible.rulebook, initiative)}
    return {place: value for place, value in possible.predicted().items() if place in there}


def concluded(engine: Engine, initiative: Initiative, asked: Iterable[tuple[str, str, str | None]]) -> Conclusions:
    """What the engine says of the same findings."""
    settled, findings = engine.judge(initiative), engine.rulebook.findings
    return {(name, view, item): told_by(engine, settled, findings[name], view, item) for name, view, item in asked}


@pytest.mark.parametrize("finding", RULEBOOK.findings.values(), ids=lambda f: f.id)
def test_the_engine_concludes_what_the_solver_says_of_the_bundled_rules(finding: Finding) -> None:
    possible = Possible(RULEBOOK)
    for wanted in wanted_of(finding, possible):
        for answers in (Answers.COMPLETE, Answers.ANY):
            if possible.can_be(*wanted, answers=answers):
                said = predicted(possible, possible.found())
                assert said == concluded(ENGINE, possible.found(), said)


@given(rulebooks)
def test_the_engine_concludes_what_the_solver_says_of_random_rules(rulebook: Rulebook) -> None:
    possible, engine = all_asked(rulebook), Engine(rulebook)
    for finding in rulebook.findings.values():
        for wanted in wanted_of(finding, possible):
            if possible.can_be(*wanted, answers=Answers.ANY):
                said = predicted(possible, possible.found())
                assert said == concluded(engine, possible.found(), said)
    engine.close()


@given(chances)
def test_every_initiative_is_possible_and_comes_to_what_the_engine_concludes(chance: Random) -> None:
    rulebook = RulebookMaker(chance).make()
    possible = all_asked(rulebook)
    initiative = told_apart(InitiativeMaker(chance).make(), possible, chance)
    assert possible.can_be(*exactly(possible, initiative), answers=Answers.ANY)
    said = predicted(possible, possible.found())
    concluded_ = by_engine(rulebook, initiative)
    # Parts and items are called otherwise there, in the same order.
    assert list(said.values()) == [concluded_[place] for place in concluded_]


@given(rulebooks, st.sampled_from(Answers))
def test_answers_leave_open_only_what_they_may(rulebook: Rulebook, answers: Answers) -> None:
    possible = all_asked(rulebook)
    assert possible.can_be(answers=answers)
    given = [answer for view in possible.found().views for answer in view.answers.values()]
    if answers is not Answers.ANY:
        assert not any(answer.contested for answer in given)
    if answers is Answers.COMPLETE:
        assert all(held.complete for answer in given for held in answer.held)
        assert all(items.complete for view in possible.found().views for items in view.groups.values())
        assert all(answer.held for answer in given)


def told_apart(initiative: Initiative, possible: Possible, chance: Random) -> Initiative:
    """The initiative with numbers of which the solver has one of each sort."""
    questions = possible.rulebook.questions

    def numbers(answers: dict[str, Answer], group: str | None) -> dict[str, Answer]:
        changed = dict(answers)
        for name, answer in answers.items():
            question = questions.find(name if group is None else f"{group}.{name}")
            if question.type is AnswerType.NUMBER:
                words = [frozenset((chance.choice(possible.sorts.of(question)),)) for _ in answer.held]
                changed[name] = Answer(tuple(dict.fromkeys(map(Held, words))))
        return changed

    def view(one: View) -> View:
        groups = {
            group: replace(items, items=tuple(replace(i, answers=numbers(dict(i.answers), group)) for i in items.items))
            for group, items in one.groups.items()
        }
        return replace(one, answers=numbers(dict(one.answers), None), groups=groups)

    return replace(initiative, whole=view(initiative.whole), parts=tuple(map(view, initiative.parts)))


def exactly(possible: Possible, initiative: Initiative) -> Iterator[Formula]:
    """That all is answered just as in an initiative."""
    anything = possible.any
    yield signed(anything.parts_complete, so=initiative.parts_complete)
    for number, there in enumerate(anything.parts):
        yield signed(there, so=number < len(initiative.parts))
    for any_view, view in zip([anything.whole, *anything.part_views], initiative.views, strict=False):
        yield from exactly_view(any_view, view)


def exactly_view(any_view: AnyView, view: View) -> Iterator[Formula]:
    for name, answer in any_view.answers.items():
        yield from exactly_answer(answer, view.answer(name))
    for name, items in any_view.groups.items():
        listed = view.group(name)
        yield signed(items.complete, so=listed.complete)
        for slot, there in enumerate(items.there):
            yield signed(there, so=slot < len(listed.items))
    ids = {item.id: any_view.item_id("sides", slot) for slot, item in enumerate(view.group("sides").items)}
    for (group, slot), fields in any_view.fields.items():
        if slot < len(view.group(group).items):
            answers = view.group(group).items[slot].answers
            for name, answer in fields.items():
                yield from exactly_answer(answer, renamed(answers[name], ids) if name == "knows" else answers[name])


def exactly_answer(any_answer: AnyAnswer, answer: Answer) -> Iterator[Formula]:
    for number, held in enumerate(any_answer):
        yield signed(held.there, so=number < len(answer.held))
        if number < len(answer.held):
            yield from exactly_held(held, answer.held[number])


def exactly_held(any_held: AnyHeld, held: Held) -> Iterator[Formula]:
    yield signed(any_held.complete, so=held.complete)
    for word, formula in any_held.words.items():
        yield signed(formula, so=word in held.words)
    for word, formula in any_held.excluded.items():
        yield signed(formula, so=word in held.excluded)


def renamed(answer: Answer, ids: dict[str, str]) -> Answer:
    return Answer(
        tuple(
            replace(
                held,
                words=frozenset(ids.get(str(word), str(word)) for word in held.words),
                excluded=frozenset(ids.get(str(word), str(word)) for word in held.excluded),
            )
            for held in answer.held
        )
    )


def signed(formula: Formula, *, so: bool) -> Formula:
    return formula if so else -formula

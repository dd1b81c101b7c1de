"""The engine concludes what the reference concludes, on random rulebooks and initiatives."""

import random
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.run import Engine
from advisor.engine.settled import Settled
from advisor.initiative.initiative import Initiative, View
from advisor.initiative.reader import read_initiative
from advisor.logic.answers import Answer, Item, Items
from advisor.logic.conditions import findings_used
from advisor.logic.truth import Truth
from advisor.model.finding import Finding
from advisor.reference import Reference
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.cases.reader import read_cases
from tests.bundled import bundled_engine
from tests.places import CASES, COMPOSED, INITIATIVES
from tests.random_rulebooks import initiatives, rulebook_of, rulebooks

Thing = TypeVar("Thing")
Conclusions = dict[tuple[str, str, str | None], Truth]


def places(rulebook: Rulebook, initiative: Initiative) -> Iterator[tuple[Finding, str, str | None]]:
    """Every finding, with every view and item that it is judged for."""
    for finding in rulebook.findings.values():
        views = (initiative.whole,) if finding.scope == "whole" else initiative.views
        for view in views:
            if finding.for_each is None:
                yield finding, view.id, None
            else:
                for item in view.group(finding.for_each).items:
                    yield finding, view.id, item.id


def by_engine(rulebook: Rulebook, initiative: Initiative) -> Conclusions:
    engine = Engine(rulebook)
    found = judged(engine, initiative)
    engine.close()
    return found


def judged(engine: Engine, initiative: Initiative) -> Conclusions:
    settled = engine.judge(initiative)
    return {(f.id, v, i): told_by(engine, settled, f, v, i) for f, v, i in places(engine.rulebook, initiative)}


def told_by(engine: Engine, settled: Settled, finding: Finding, view: str, item: str | None) -> Truth:
    sort = engine.program.sort_of[finding.id]
    return settled.instance(sort, view, item).told(finding.id)


def by_reference(rulebook: Rulebook, initiative: Initiative) -> Conclusions:
    reference = Reference(rulebook, initiative)
    return {(f.id, v, i): reference.judge(f.id, v, i) for f, v, i in places(rulebook, initiative)}


@given(rulebooks, initiatives)
def test_the_engine_equals_the_reference(rulebook: Rulebook, initiative: Initiative) -> None:
    assert by_engine(rulebook, initiative) == by_reference(rulebook, initiative)


@given(rulebooks, initiatives)
def test_every_reading_is_either_met_or_not_met(rulebook: Rulebook, initiative: Initiative) -> None:
    readings = {f.id for f in rulebook.readings}
    values = {value for (finding, _, _), value in by_engine(rulebook, initiative).items() if finding in readings}
    assert values <= {Truth.TRUE, Truth.FALSE}


@given(rulebooks, initiatives, st.randoms(use_true_random=False))
def test_neither_the_order_of_rules_nor_that_of_answers_matters(
    rulebook: Rulebook, initiative: Initiative, shuffler: random.Random
) -> None:
    assert by_engine(shuffled_rules(rulebook, shuffler), shuffled_answers(initiative, shuffler)) == by_engine(
        rulebook, initiative
    )


@given(rulebooks, initiatives, initiatives)
def test_learning_more_never_takes_back_what_was_told(
    rulebook: Rulebook, initiative: Initiative, further: Initiative
) -> None:
    less = by_engine(rulebook, initiative)
    more = by_engine(rulebook, with_more_answers(initiative, further))
    ground = {f.id for f in rulebook.ground}
    for place, value in less.items():
        if place[0] in ground:
            assert value.told_true <= more[place].told_true
            assert value.told_false <= more[place].told_false


@pytest.mark.parametrize("path", [*INITIATIVES, *COMPOSED], ids=lambda path: path.stem)
def test_the_engine_equals_the_reference_on_every_real_initiative(path: Path) -> None:
    engine = bundled_engine()
    initiative = read_initiative(path, engine.rulebook.questions)
    assert judged(engine, initiative) == by_reference(engine.rulebook, initiative)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_engine_equals_the_reference_by_which_cases_are_judged_on_every_case(path: Path) -> None:
    engine = bundled_engine()
    for case in read_cases([path], bundled_rules(), engine.rulebook):
        settled, reference = engine.judge(case.initiative), Reference(engine.rulebook, case.initiative)
        for one in case.statuses():
            place = (one.finding, one.part, one.item)
            assert settled.judge(*place) is reference.judge(*place), case.name


def shuffled_rules(rulebook: Rulebook, shuffler: random.Random) -> Rulebook:
    """The same findings in another order in which none builds on a later one."""
    names = list(rulebook.findings)
    shuffler.shuffle(names)
    builds_on = {n: [u for c in rulebook.findings[n].conditions for u in findings_used(c)] for n in names}
    return rulebook_of([rulebook.findings[n] for n in TopologicalSorter(builds_on).static_order()])


def shuffled_answers(initiative: Initiative, shuffler: random.Random) -> Initiative:
    """The same answers, items and parts in another order."""

    def view(v: View) -> View:
        groups = {g: Items(tuple(shuffled(items.items)), items.complete) for g, items in shuffled(v.groups.items())}
        return View(v.id, v.name, dict(shuffled(v.answers.items())), groups)

    def shuffled(things: Iterable[Thing]) -> list[Thing]:
        return shuffler.sample(listed := list(things), len(listed))

    parts = tuple(shuffled([view(part) for part in initiative.parts]))
    return Initiative(initiative.id, "", view(initiative.whole), parts, initiative.parts_complete)


def with_more_answers(initiative: Initiative, further: Initiative) -> Initiative:
    """The same items and parts, and each answer with what another initiative holds for it besides."""

    def answer(one: Answer, other: Answer | None) -> Answer:
        return Answer(tuple(dict.fromkeys((*one.held, *(other.held if other else ())))))

    def item(one: Item, others: dict[str, Item]) -> Item:
        other = others.get(one.id)
        return Item(one.id, {f: answer(a, other.answers.get(f) if other else None) for f, a in one.answers.items()})

    def view(one: View, other: View) -> View:
        groups = {
            g: Items(
                tuple(item(i, {o.id: o for o in other.group(g).items}) for i in items.items),
                items.complete,
            )
            for g, items in one.groups.items()
        }
        return View(one.id, one.name, {q: answer(a, other.answers.get(q)) for q, a in one.answers.items()}, groups)

    parts = tuple(view(part, further.whole) for part in initiative.parts)
    whole = view(initiative.whole, further.whole)
    return Initiative(initiative.id, "", whole, parts, initiative.parts_complete)

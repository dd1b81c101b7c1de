"""What is asked next: only what can still change something, what decides most first, and until it is settled."""

import statistics
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given

from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.interview.order import Order
from advisor.interview.plan import Interview, Step
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.words import Words
from advisor.whatif.influence import Influence
from advisor.whatif.outcomes import Sort, outcomes
from advisor.whatif.themes import Influences
from tests.answering import asked_until_settled, in_file_order, what_decides_most
from tests.bundled import bundled_rulebook
from tests.places import COMPOSED, INITIATIVES
from tests.random_rulebooks import chances, rulebooks
from tests.small import engine_of, finding, initiative_of, phases
from tests.test_whatif import an_initiative

HEADLINE = """
theme: headline
title: Whether the schools agree
findings:
  agreed:
    kind: headline
    agreement: agreed
    statement: "{tracks}"
    when: {status: {finding: small/track-two, is: supported}}
    basis: heuristic
"""
FURTHER = """
section: further
title: Further
questions:
  mood: {prompt: Is the mood bad?, label: Mood, type: yes-no, in_parts: later}
"""
FILES = {"themes/headline.yaml": HEADLINE, "questions/3-further.yaml": FURTHER}
SETTLED = "  sides: {only: [{id: a}, {id: b}]}\n  mediators: {only: []}\n"
"""So that the sample school names its track, whatever else is answered."""
WORDS = Words(bundled_rulebook())
REAL = {path.stem: path for path in INITIATIVES}


def order_of(*findings: str, answers: str, part: str = "") -> Order:
    rulebook = engine_of(*findings, files=FILES).rulebook
    initiative = initiative_of(rulebook, answers)
    return Order(Interview(rulebook, initiative, part), initiative)


def names(steps: Sequence[Step]) -> list[str]:
    return [step.question if step.item is None else f"{step.question}/{step.item}" for step in steps]


def bundled_order(initiative: Initiative, part: str = "") -> Order:
    return Order(Interview(bundled_rulebook(), initiative, part), initiative, WORDS)


def real(name: str) -> Initiative:
    return read_initiative(REAL[name], bundled_rulebook().questions)


# What comes first


def test_what_can_change_the_headline_comes_before_what_could_bring_a_stop() -> None:
    ranked = order_of(finding("stop-3", "{secret: yes}"), answers="  stage: running\n").ranked
    firsts = [one.first for one in ranked]
    assert firsts[0] is Sort.HEADLINE
    assert firsts == sorted(firsts, key=lambda first: len(Sort) if first is None else first)
    assert {one.step.question: one.first for one in ranked}["secret"] is Sort.STOP


def test_stops_come_before_essential_advice_and_what_would_change_neither_comes_last() -> None:
    findings = finding("risk-4", "{goals: {includes: trust}}"), finding("stop-3", "{secret: yes}")
    ranked = order_of(*findings, answers=SETTLED).ranked
    assert names([one.step for one in ranked])[:2] == ["secret", "goals"]
    assert all(not one.changes for one in ranked[2:])


def test_only_what_changes_the_headline_is_asked_as_long_as_anything_can() -> None:
    order = order_of(finding("stop-3", "{secret: yes}"), answers="  stage: running\n")
    deciding = order.deciding()
    assert deciding.headline
    assert "secret" not in names(deciding.steps)
    assert not order.settled


def test_once_the_headline_is_settled_what_is_left_is_asked_and_nothing_that_changes_nothing() -> None:
    order = order_of(finding("stop-3", "{secret: yes}"), answers=SETTLED)
    assert order.settled
    assert not order.deciding().headline
    assert names(order.deciding().steps) == ["secret"]


def test_a_question_that_only_matters_together_with_another_is_asked_and_no_more_once_that_is_denied() -> None:
    both = finding("stop-3", "{all: [{secret: yes}, {goals: {includes: trust}}]}")
    assert set(names(order_of(both, answers=SETTLED).deciding().steps)) == {"secret", "goals"}
    assert names(order_of(both, answers=f"{SETTLED}  secret: no\n").deciding().steps) == []


# What is not asked


def test_what_is_answered_or_withheld_is_not_asked_and_what_is_not_known_is() -> None:
    stop = finding("stop-3", "{secret: yes}")
    for answer, asked in (("yes", False), ("withheld", False), ("unknown", True)):
        assert ("secret" in names(order_of(stop, answers=f"{SETTLED}  secret: {answer}\n").to_ask)) is asked


def test_a_list_is_asked_again_until_it_is_said_to_be_all() -> None:
    stop = finding("stop-3", "{goals: {includes: trust}}")
    for answer, asked in (("{includes: [channel]}", True), ("{only: [channel]}", False)):
        assert ("goals" in names(order_of(stop, answers=f"{SETTLED}  goals: {answer}\n").to_ask)) is asked


def test_what_was_passed_over_is_not_asked_again() -> None:
    order = order_of(finding("stop-3", "{secret: yes}"), answers=SETTLED)
    assert order.deciding([Step("secret")]).steps == ()


def test_what_is_withheld_keeps_the_headline_unsettled_though_no_question_can_change_it() -> None:
    answers = "  activity: campaign\n  official_talks: {0}\n  official_link: {0}\n"
    for said, decides in (("unknown", True), ("withheld", False)):
        order = bundled_order(initiative_of(bundled_rulebook(), answers.format(said)))
        assert not order.settled
        assert order.deciding().headline is decides


# Parts


def test_of_a_part_only_what_it_is_itself_counts() -> None:
    stop = finding("stop-3", "{mood: yes}")
    answers = f"{SETTLED}{phases(one='{mood: yes}', two='{}')}"
    assert names(order_of(stop, answers=answers, part="one").deciding().steps) == []
    assert names(order_of(stop, answers=answers, part="two").deciding().steps) == ["mood"]


def test_what_every_part_answers_itself_can_change_nothing_in_the_whole() -> None:
    stop = finding("stop-3", "{mood: yes}")
    one_open = f"{SETTLED}{phases(one='{mood: yes}', two='{}')}"
    none_open = f"{SETTLED}{phases(one='{mood: yes}', two='{mood: no}')}"
    assert names(order_of(stop, answers=one_open).deciding().steps) == ["mood"]
    assert names(order_of(stop, answers=none_open).deciding().steps) == []


# It is exact


@given(rulebooks, chances)
def test_theme_by_theme_the_same_is_found_as_all_at_once(rulebook: Rulebook, chance: Random) -> None:
    initiative = an_initiative(chance)
    wanted = outcomes(rulebook, initiative)
    at_once, by_theme = Influence(rulebook, initiative, wanted), Influences(rulebook, initiative, wanted)
    for spot in at_once.board.moves:
        changed = set(at_once.of(spot))
        assert set(by_theme.of(spot, list(Sort))) == changed
        for outcome in wanted:
            assert by_theme.reaches_any(spot, [outcome]) is (outcome in changed)


# How many questions it takes


def medians(paths: Sequence[Path]) -> tuple[float, float]:
    """How many questions it takes to settle the headline: in file order, and in this order."""
    rulebook = bundled_rulebook()
    views = [view for path in paths for view in read_initiative(path, rulebook.questions).parts_or_itself]
    one, other = (
        statistics.median(len(list(asked_until_settled(rulebook, WORDS, view, order))) for view in views)
        for order in (in_file_order, what_decides_most)
    )
    return one, other


def test_five_real_initiatives_are_settled_with_a_third_fewer_questions() -> None:
    in_order, decisive = medians([REAL[name] for name in ("doha-2019", "jcpoa", "kelman", "wiam", "yukos")])
    assert decisive <= in_order * 2 / 3


@pytest.mark.slow
def test_all_real_initiatives_are_settled_with_a_third_fewer_questions() -> None:
    in_order, decisive = medians(INITIATIVES)
    assert decisive <= in_order * 2 / 3


def test_answering_what_decides_most_comes_to_the_headline_of_the_file() -> None:
    rulebook, initiative = bundled_rulebook(), real("kelman")
    asked = list(asked_until_settled(rulebook, WORDS, initiative.whole, what_decides_most))
    assert len(asked) == len(set(asked))
    assert bundled_order(initiative).settled


def test_nothing_known_leaves_everything_open() -> None:
    blank = next(path for path in COMPOSED if path.stem == "blank")
    order = bundled_order(read_initiative(blank, bundled_rulebook().questions))
    assert not order.settled
    assert order.deciding().headline

"""What an undecided finding waits for: the answers that are not known, asked about whom it is about, and no others."""

import pytest

from advisor.report.assessment import OpenQuestion
from tests.small import assessed, engine_of, finding, phases

GUESTS = """
section: guests
title: The guests
questions:
  guests:
    prompt: Who is invited as a guest?
    type: group
    item: guest
    fields:
      name: {prompt: What is this guest called?, type: text}
      writes: {prompt: Does this guest write for a newspaper?, type: yes-no}
      signed: {prompt: Has this guest signed that nobody is quoted?, type: yes-no, ask_when: {writes: yes}}
"""


def waits(when: str, answers: str, **fields: str) -> list[OpenQuestion]:
    """What a finding with this condition waits for, in its order."""
    engine = engine_of(finding("step-1", when, **fields), files={"questions/3-guests.yaml": GUESTS})
    results = assessed(engine, answers).findings
    return [question for result in results if result.id == "sample/step-1" for question in result.open]


def asked(when: str, answers: str, **fields: str) -> list[str]:
    return [question.says for question in waits(when, answers, **fields)]


HIDDEN = "Are the sample talks secret?"
WHICH = "Which countries is the sample conflict about?"
WHERE = "In which country are the sample talks held?"
WHO = "Who are the sample sides?"
SIDE = "What is this side?"
ROUNDS = "How many rounds of sample talks were there?"


def test_what_is_known_is_not_asked_again() -> None:
    assert asked("{all: [{secret: yes}, {host: YE}]}", "  secret: yes\n") == [WHERE]


def test_what_is_asked_twice_is_told_once() -> None:
    assert asked("{any: [{secret: yes}, {all: [{secret: yes}, {host: YE}]}]}", "  stage: idea\n") == [HIDDEN, WHERE]


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ("  stage: idea\n", [WHICH, WHERE]),
        ("  regions: {only: [YE]}\n", [WHERE]),
        ("  host: YE\n", [WHICH]),
        ("  host: SX\n  regions: [YE]\n", [f"{WHICH} So far: Yemen. Is that all?"]),
    ],
)
def test_a_comparison_waits_for_those_of_its_answers_that_are_open(answers: str, says: list[str]) -> None:
    assert asked("{regions: {shares: host}}", answers) == says


# Lists


def test_of_a_list_is_asked_what_is_not_known_of_each_and_whether_that_is_all() -> None:
    sides = "  sides: [{id: a}, {id: b, actor: movement}, {id: c}]\n"
    questions = waits("{some: sides, where: {actor: state}}", sides)
    assert [(q.question, q.item, q.says) for q in questions] == [
        ("sides.actor", "a", f"a: {SIDE}"),
        ("sides.actor", "c", f"c: {SIDE}"),
        ("sides", None, f"{WHO}: a, b and c; there may be more. Is that all?"),
    ]


def test_of_a_list_that_is_closed_is_not_asked_whether_that_is_all() -> None:
    assert asked("{some: sides, where: {actor: state}}", "  sides: {only: [{id: a}]}\n") == [f"a: {SIDE}"]


def test_of_a_list_on_which_nobody_stands_is_asked_who_does() -> None:
    assert asked("{some: sides}", "  stage: idea\n") == [f"{WHO} None is listed yet."]


def test_a_side_that_has_no_other_to_be_compared_with_is_not_asked_about() -> None:
    alike = "{some: sides, where: {actor: {same_as: side.actor}}}"
    questions = waits(alike, "  sides: [{id: a}]\n", for_each="sides")
    assert [question.question for question in questions] == ["sides"]


# Phases and strands


def test_what_is_not_known_of_a_phase_is_asked_of_that_phase() -> None:
    answers = "  stage: running\n" + phases(one="{rounds: 12}", two="{secret: no}", three="{secret: no}")
    every = "{every: parts, where: {rounds: {at_least: 10}}}"
    assert asked(every, answers, scope="whole") == [f"two: {ROUNDS}", f"three: {ROUNDS}"]


def test_what_is_not_known_of_an_initiative_without_phases_is_asked_of_it() -> None:
    assert asked("{some: parts, where: {secret: yes}}", "  stage: idea\n", scope="whole") == [HIDDEN]


def test_whether_these_are_all_the_phases_is_asked_where_there_may_be_more() -> None:
    one = "parts: {includes: [{id: one, name: one, kind: phase, answers: {secret: no}}]}\n"
    some = "{some: parts, where: {secret: yes}}"
    assert asked(some, f"  stage: idea\n{one}", scope="whole") == ["Are these all the parts?"]
    assert asked(some, "  stage: idea\n" + phases(one="{secret: unknown}"), scope="whole") == [f"one: {HIDDEN}"]


def test_a_question_matters_where_its_phase_says_so() -> None:
    answers = "  stage: idea\n" + phases(one="{stage: running}", two="{stage: idea}")
    questions = waits("{some: parts, where: {rounds: {at_least: 10}}}", answers, scope="whole")
    assert [question.matters for question in questions] == [True, False]


# What does not matter


def test_an_answer_that_is_set_aside_is_said_to_be() -> None:
    (question,) = waits("{rounds: 3}", "  stage: idea\n  rounds: 3\n")
    assert question.says.endswith(
        "What is written there is set aside, since by other answers the question does not matter."
    )
    assert not question.matters


def test_an_answer_about_somebody_that_is_set_aside_is_said_to_be_of_that_one_alone() -> None:
    guests = "  guests: {only: [{id: ann, writes: no, signed: yes}, {id: ben}]}\n"
    ann, ben = waits("{some: guests, where: {signed: yes}}", guests)
    assert "What is written there is set aside" in ann.says
    assert "What is written there is set aside" not in ben.says


def test_whether_a_question_about_somebody_matters_is_told_by_what_is_known_of_that_one() -> None:
    guests = "  guests: {only: [{id: ann, writes: yes}, {id: ben, writes: no}]}\n"
    questions = waits("{some: guests, where: {signed: yes}}", guests)
    assert [(question.item, question.matters) for question in questions] == [("ann", True), ("ben", False)]

"""What is not known yet: what matters most first, what is asked at all, and what the phases and strands answer."""

import pytest

from advisor.report.assessment import OpenQuestion
from tests.small import assessed, engine_of, finding, phases

SCHOOL = """
school: other
title: Another sample school
source: sample-2001
findings:
  track-one:
    kind: verdict
    track: I
    statement: A sample of Track I.
    when: {language: Arabic}
    basis: source
  broad:
    kind: verdict
    track: [I, II]
    umbrella: true
    statement: A sample of Track I or II.
    when: {host: YE}
    basis: source
"""
HEADLINE = """
theme: headline
title: Whether the schools agree
findings:
  agreed:
    kind: headline
    agreement: agreed
    statement: "{tracks}"
    when:
      any:
        - {status: {finding: small/track-two, is: supported}}
        - {status: {finding: other/track-one, is: supported}}
    basis: heuristic
  undecided:
    kind: headline
    agreement: undecided
    statement: Too little is known.
    when: {not: {finding: agreed}}
    basis: heuristic
"""
FURTHER = """
section: further
title: Further
questions:
  early: {prompt: Early?, type: yes-no}
  first: {prompt: First?, type: yes-no, core: true}
  later: {prompt: Later?, type: yes-no, ask_when: {first: yes}}
"""
FILES = {"schools/other.yaml": SCHOOL, "themes/headline.yaml": HEADLINE, "questions/3-further.yaml": FURTHER}
NOBODY = "  sides: {only: []}\n  mediators: {only: []}\n"
"""So that the sample school refuses its track and has no questions."""
TRACK_TWO = "  sides: {only: [{id: a}, {id: b}]}\n  mediators: {only: []}\n"
"""So that the sample school names its track."""


def asked(*findings: str, answers: str = NOBODY) -> dict[str, OpenQuestion]:
    """The open questions in their order, by question and, where it is about one, the item."""
    found = assessed(engine_of(*findings, files=FILES), answers).open
    return {q.question if q.item is None else f"{q.question}/{q.item}": q for q in found}


def test_the_order_is_what_stops_wait_for_then_what_names_a_track_then_advice_by_its_weight() -> None:
    findings = (
        finding("risk-4", "{goals: {includes: trust}}"),
        finding("risk-5", "{early: yes}"),
        finding("stop-3", "{secret: yes}"),
    )
    assert {name: q.weight for name, q in asked(*findings).items()} == {
        "secret": 10,
        "language": 6,
        "early": 5,
        "goals": 4,
        "host": 1,
    }
    assert list(asked(*findings)) == ["secret", "language", "early", "goals", "host"]


def test_once_a_track_is_named_what_other_verdicts_wait_for_can_wait() -> None:
    assert asked(finding("step-1"), answers=TRACK_TWO)["language"].weight == 1


def test_what_only_an_umbrella_waits_for_names_no_track() -> None:
    assert asked(finding("step-1"))["host"].weight == 1


def test_what_its_answer_can_change_no_more_comes_last_though_something_waits_for_it() -> None:
    never = finding("risk-5", "{all: [{early: yes}, {early: no}]}")
    questions = asked(never, finding("risk-3", "{first: yes}"), answers=TRACK_TWO)
    assert questions["early"].waiting == ["sample/risk-5"]
    assert questions["early"].weight == 0
    assert list(questions)[-1] == "early"


def test_what_can_bring_advice_only_together_with_other_answers_can_still_bring_it() -> None:
    both = finding("risk-5", "{all: [{early: yes}, {first: yes}]}")
    assert [asked(both, answers=TRACK_TWO)[name].weight for name in ("early", "first")] == [5, 5]


def test_what_only_an_answer_would_decide_that_is_given_already_can_change_nothing() -> None:
    either = finding("risk-5", "{any: [{early: yes}, {first: yes}]}")
    assert "early" not in asked(either, answers=f"{TRACK_TWO}  first: yes\n")


def test_of_equal_weight_what_everybody_is_asked_comes_first() -> None:
    findings = finding("risk-4-a", "{early: yes}"), finding("risk-4-b", "{first: yes}")
    assert list(asked(*findings, answers=TRACK_TWO))[:2] == ["first", "early"]


def test_of_equal_weight_comes_first_what_more_waits_for() -> None:
    findings = finding("risk-4", "{secret: yes}"), finding("step-4", "{early: yes}"), finding("step-2", "{early: no}")
    assert list(asked(*findings, answers=TRACK_TWO))[:2] == ["early", "secret"]


def test_what_weighs_more_comes_before_what_everybody_is_asked_and_before_what_more_waits_for() -> None:
    lesser = finding("risk-3", "{first: yes}"), finding("step-3", "{early: yes}"), finding("team-3", "{early: no}")
    questions = asked(finding("goal-4", "{secret: yes}"), *lesser, answers=TRACK_TWO)
    assert list(questions)[:3] == ["secret", "first", "early"]


def test_a_question_is_told_once_with_all_that_waits_for_it_the_weightiest_first() -> None:
    findings = finding("step-2", "{secret: yes}"), finding("stop-5", "{secret: no}")
    question = asked(*findings)["secret"]
    assert question.waiting == ["sample/stop-5", "sample/step-2"]


def test_a_finding_about_several_items_waits_for_a_question_about_each() -> None:
    of_side = finding("risk-4", "{actor: state}", for_each="sides")
    questions = asked(of_side, answers=TRACK_TWO)
    assert [questions[f"sides.actor/{side}"].waiting for side in "ab"] == [["sample/risk-4"]] * 2


def test_a_finding_about_each_item_waits_once_for_what_is_the_same_for_all() -> None:
    of_side = finding("risk-4", "{secret: yes}", for_each="sides")
    assert asked(of_side, answers=TRACK_TWO)["secret"].waiting == ["sample/risk-4"]


@pytest.mark.parametrize(("first", "names"), [("unknown", []), ("no", []), ("yes", ["later"])])
def test_what_does_not_matter_or_not_yet_is_not_asked(first: str, names: list[str]) -> None:
    questions = asked(finding("risk-4", "{later: yes}"), answers=f"{TRACK_TWO}  first: {first}\n")
    assert [name for name in questions if name == "later"] == names


# Phases and strands


@pytest.mark.parametrize(
    ("one", "two", "open_"),
    [
        ("{secret: yes}", "{secret: no}", False),
        ("{secret: yes}", "{secret: unknown}", True),
        ("{}", "{}", True),
    ],
)
def test_what_every_phase_answers_is_not_asked_of_the_whole(one: str, two: str, *, open_: bool) -> None:
    questions = asked(finding("risk-4", "{secret: yes}"), answers=NOBODY + phases(one=one, two=two))
    assert ("secret" in questions) is open_


def test_an_answer_that_the_phases_take_over_stays_as_open_as_it_is() -> None:
    answers = f"{NOBODY}  goals: [trust]\n{phases(one='{secret: yes}', two='{secret: no}')}"
    assert "goals" in asked(finding("risk-4", "{goals: {includes: channel}}"), answers=answers)


@pytest.mark.parametrize(
    ("one", "two", "open_"),
    [
        ("{mediators: [{id: ann}]}", "{mediators: {only: []}}", False),
        ("{mediators: [{id: ann}]}", "{mediators: unknown}", True),
        ("{mediators: [{id: ann}]}", "{}", True),
    ],
)
def test_a_list_that_every_phase_has_is_not_asked_of_the_whole(one: str, two: str, *, open_: bool) -> None:
    answers = "  sides: {only: []}\n" + phases(one=one, two=two)
    assert ("mediators" in asked(finding("risk-4", "{some: mediators}"), answers=answers)) is open_


@pytest.mark.parametrize(
    ("one", "two", "open_"),
    [
        ("{sides: [{id: a, actor: state}]}", "{sides: [{id: a, actor: movement}]}", False),
        ("{sides: [{id: a, actor: state}]}", "{sides: {only: [{id: b}]}}", False),
        ("{sides: [{id: a, actor: state}]}", "{sides: [{id: a}]}", True),
        ("{sides: [{id: a, actor: state}]}", "{secret: yes}", True),
    ],
    ids=["each says so", "it has no part in the other", "the other does not say", "the other is silent on all sides"],
)
def test_a_question_about_a_side_is_asked_until_each_phase_in_which_it_takes_part_answers_it(
    one: str, two: str, *, open_: bool
) -> None:
    answers = "  sides: {only: [{id: a}, {id: b, actor: state}]}\n" + phases(one=one, two=two)
    questions = asked(finding("risk-4", "{actor: state}", for_each="sides"), answers=answers)
    assert ("sides.actor/a" in questions) is open_

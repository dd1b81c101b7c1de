"""The front page: what is wrong, missing or dangerous, the weightiest first, and what to find out next."""

import pytest

from advisor.report.assessment import AdviceResult, FrontPage
from tests.small import assessed, engine_of, finding, phases

NOBODY = "  sides: {only: []}\n  mediators: {only: []}\n"
"""So that the sample school has no questions."""
TWO_SIDES = "  sides: {only: [{id: a, actor: state}, {id: b, actor: state}]}\n"


def front(*findings: str, answers: str = "  stage: running\n") -> FrontPage:
    return assessed(engine_of(*findings), answers).front


def names(advice: list[AdviceResult]) -> list[str]:
    return [one.id.removeprefix("sample/") for one in advice]


# How much there is room for


def test_two_stops_are_told_in_full_the_weightiest_first() -> None:
    stops = front(finding("stop-3"), finding("stop-4"), finding("stop-5")).stops
    assert names(stops) == ["stop-5", "stop-4"]


def test_the_stop_of_a_phase_comes_before_a_lesser_one_of_the_whole() -> None:
    of_phase = finding("stop-5", "{secret: yes}")
    answers = "  stage: running\n" + phases(one="{secret: yes}", two="{secret: no}")
    page = front(finding("stop-3"), finding("stop-4"), of_phase, answers=answers)
    assert names(page.stops) == ["stop-5", "stop-4"]


def test_five_pieces_of_advice_are_shown() -> None:
    six = [finding(f"{kind}-4-{letter}") for kind in ("goal", "team", "risk") for letter in "ab"]
    assert len(front(*six).advice) == 5


def test_two_pieces_of_advice_of_one_section_are_shown_those_that_weigh_most() -> None:
    assert names(front(finding("risk-3"), finding("risk-5"), finding("risk-4")).advice) == ["risk-5", "risk-4"]


def test_what_weighs_less_than_three_can_wait() -> None:
    assert names(front(finding("step-2"), finding("step-3")).advice) == ["step-3"]


def test_of_equal_weight_the_first_of_each_section_comes_before_the_second_of_any() -> None:
    advice = [finding("step-4"), finding("goal-4-b"), finding("goal-4-a"), finding("team-4")]
    assert names(front(*advice).advice) == ["goal-4-b", "team-4", "step-4", "goal-4-a"]


def test_what_weighs_more_comes_first_whatever_its_section() -> None:
    assert names(front(finding("goal-3"), finding("step-5"), finding("team-4")).advice) == [
        "step-5",
        "team-4",
        "goal-3",
    ]


# What has to be done about


@pytest.mark.parametrize(
    ("name", "stance", "shown"),
    [
        ("goal-5", "do-not-promise", True),
        ("goal-5", "pursue", False),
        ("goal-5", "outside-control", False),
        ("expectation-5", "reasonable", False),
        ("expectation-5", "do-not-expect", False),
        ("expectation-5", "cannot-be-known", False),
        ("role-5", "essential", True),
        ("role-5", "advised", True),
    ],
)
def test_of_goals_and_expectations_only_what_must_not_be_promised_asks_for_a_change(
    name: str, stance: str, *, shown: bool
) -> None:
    assert bool(front(finding(name, stance=stance)).advice) is shown


FILLED = "[{some: mediators, where: {speaks: {includes: ar}}, how: speaks it, fills: fully}]"


@pytest.mark.parametrize(
    ("mediators", "shown"),
    [
        ("{only: [{id: ann, speaks: [ar]}]}", False),
        ("{only: [{id: ann}]}", False),
        ("{only: []}", True),
        ("unknown", True),
    ],
    ids=["somebody fills it", "somebody may fill it", "nobody fills it", "nobody is known who may fill it"],
)
def test_a_role_that_somebody_fills_or_may_fill_can_wait(mediators: str, *, shown: bool) -> None:
    role = finding("role-5", filled_by=FILLED)
    assert bool(front(role, answers=f"  stage: running\n  mediators: {mediators}\n").advice) is shown


def test_what_speaks_of_an_answer_that_is_not_known_can_wait() -> None:
    of_side = finding("risk-5", "{actor: state}", for_each="sides", statement='"They speak {side.languages}."')
    known = TWO_SIDES.replace("id: b,", "id: b, languages: [ar],")
    assert names(front(of_side, answers=TWO_SIDES).advice) == []
    assert [one.item for one in front(of_side, answers=known).advice] == ["b"]


# What is over


def test_of_an_initiative_that_is_over_every_lesson_has_a_place_however_little_it_weighs() -> None:
    lessons = [finding(f"lesson-1-{letter}", "{stage: past}") for letter in "abc"]
    assert names(front(*lessons, answers="  stage: past\n").advice) == ["lesson-1-a", "lesson-1-b", "lesson-1-c"]


def test_what_a_phase_that_is_over_shows_can_wait_while_the_rest_goes_on() -> None:
    lesson = finding("lesson-5", "{stage: past}")
    answers = phases(over="{stage: past}", on="{stage: running}")
    assert front(lesson, answers=f"  stage: running\n{answers}").advice == []
    assert names(front(lesson, answers=f"  stage: past\n{answers}").advice) == ["lesson-5"]


# Phases, strands and sides


@pytest.mark.parametrize(
    ("secret", "part"),
    [
        (("yes", "no", "no"), "one"),
        (("no", "yes", "yes"), "two and three"),
        (("yes", "yes", "yes"), None),
    ],
)
def test_what_is_advised_for_some_phases_says_for_which(secret: tuple[str, ...], part: str | None) -> None:
    said = {id_: f"{{secret: {answer}}}" for id_, answer in zip(("one", "two", "three"), secret, strict=True)}
    (shown,) = front(finding("risk-4", "{secret: yes}"), answers=f"  stage: running\n{phases(**said)}").advice
    assert shown.part == part


def test_what_is_advised_for_the_whole_is_told_of_no_phase() -> None:
    answers = f"  secret: yes\n{phases(one='{secret: yes}', two='{secret: no}')}"
    (shown,) = front(finding("risk-4", "{secret: yes}"), answers=answers).advice
    assert shown.part is None


def test_a_side_of_which_the_phases_say_it_again_is_named_once() -> None:
    of_side = finding("risk-4", "{actor: state}", for_each="sides", statement='"Officials of {side.name} may object."')
    (shown,) = front(of_side, answers=TWO_SIDES + phases(one="{secret: yes}", two="{secret: no}")).advice
    assert (shown.says, shown.also) == ("Officials of a may object.", ["b"])


# What to find out next


def test_three_questions_are_asked() -> None:
    tests = ("{secret: yes}", "{host: YE}", "{language: Arabic}", "{goals: {includes: trust}}")
    waiting = [finding(f"stop-5-{number}", when) for number, when in enumerate(tests)]
    assert len(front(*waiting, answers=NOBODY).ask) == 3


def test_a_question_is_asked_where_advice_of_weight_four_waits_for_it_and_not_for_less() -> None:
    waiting = finding("risk-4", "{secret: yes}"), finding("risk-3", "{host: YE}")
    assert [asked.question for asked in front(*waiting, answers=NOBODY).ask] == ["secret"]

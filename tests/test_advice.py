"""What is advised: what applies, who fills a role, when things are due, and what matters most."""

import re
from pathlib import Path

import pytest

from advisor.engine.run import Engine
from advisor.initiative.reader import read_initiative
from advisor.report.assess import assess
from advisor.report.assessment import AdviceResult, Assessment
from advisor.report.plain.page import as_text, front_as_text
from tests.bundled import bundled_engine
from tests.places import COMPOSED, INITIATIVES, ROOT
from tests.small import assessed as assessed_by
from tests.small import engine_of, finding, small_rulebook

THEMES = ROOT / "tests" / "advice_themes"
ENGINE = Engine(small_rulebook({f"themes/{theme.name}": theme.read_text() for theme in THEMES.glob("*.yaml")}))
BUNDLED = bundled_engine()
ONE_SCREEN = 40
"""Lines of a terminal window as people have it."""


def assessed(answers: str) -> Assessment:
    return assessed_by(ENGINE, answers)


def told(assessment: Assessment) -> set[str]:
    sections = (assessment.team, assessment.languages, assessment.goals, assessment.risks, assessment.steps)
    return {advice.id for section in sections for advice in section}


def role(assessment: Assessment) -> AdviceResult:
    (found,) = [advice for advice in assessment.team if advice.id == "practice/speaker"]
    return found


def test_advice_of_a_theme_is_given_only_where_the_theme_applies() -> None:
    assert "practice/keep-secret" in told(assessed("  stage: running\n  secret: yes\n"))
    assert "practice/keep-secret" not in told(assessed("  stage: past\n  secret: yes\n"))


def test_advice_waits_for_what_its_theme_waits_for() -> None:
    assessment = assessed("  secret: yes\n")
    assert "practice/keep-secret" not in told(assessment)
    assert "stage" in [question.question for question in assessment.open]


def test_a_premise_does_not_wait_for_its_theme_to_apply() -> None:
    assert "other-uses/uses-the-premise" in told(assessed("  stage: past\n  secret: yes\n"))


def test_a_role_is_filled_by_the_first_line_that_fits() -> None:
    found = role(assessed("  stage: running\n  mediators: {only: [{id: ann, speaks: [ar], political: no}]}\n"))
    assert found.filled == "fully"
    assert [(filler.item, filler.how, filler.certain) for filler in found.filled_by] == [("ann", "speaks it", True)]


def test_a_role_that_nobody_fills_is_told_so() -> None:
    found = role(assessed("  stage: running\n  mediators: {only: [{id: ann, speaks: {only: [en]}, political: yes}]}\n"))
    assert (found.filled, found.filled_by) == ("nobody", [])


def test_a_role_that_somebody_could_fill_is_not_filled() -> None:
    found = role(assessed("  stage: running\n  mediators: {only: [{id: ann, speaks: {only: [en]}, political: no}]}\n"))
    assert (found.filled, [filler.fills for filler in found.filled_by]) == ("could", ["could"])


@pytest.mark.parametrize("mediators", ["[{id: ann, speaks: {only: [en]}, political: yes}]", "{only: [{id: ann}]}"])
def test_whether_a_role_is_filled_stays_open_while_the_answers_leave_it_open(mediators: str) -> None:
    assert role(assessed(f"  stage: running\n  mediators: {mediators}\n")).filled == "open"


def test_needs_are_told_before_what_else_is_said_of_the_team_and_the_essential_before_the_advised() -> None:
    needs = [finding("role-4", stance="advised"), finding("role-2"), finding("role-3")]
    team = assessed_by(engine_of(finding("team-5"), *needs), "  stage: running\n").team
    assert [advice.id for advice in team] == ["sample/role-3", "sample/role-2", "sample/role-4", "sample/team-5"]


def test_a_text_that_would_speak_of_what_is_not_known_is_left_out() -> None:
    texts = {"statement": '"Ask {side.name}."', "next_step": '"Ask in {side.languages}."'}
    engine = engine_of(finding("risk-4", "{actor: state}", for_each="sides", **texts))
    sides = "{only: [{id: a, actor: state, languages: [ar]}, {id: b, actor: state}]}"
    assert [(risk.says, risk.next_step) for risk in assessed_by(engine, f"  sides: {sides}\n").risks] == [
        ("Ask a.", "Ask in Arabic."),
        ("Ask b.", None),
    ]


def test_what_is_advised_for_the_whole_belongs_to_no_part() -> None:
    assert role(assessed("  stage: running\n")).part is None


@pytest.mark.parametrize(
    ("since", "rounds", "date"),
    [
        ("2027-11-03", "2", "2030-02"),
        ("2027-11", "0.5", "2028-08"),
        ("2027", "2", None),
        ("2027-11", "unknown", None),
        ("unknown", "2", None),
        ("{contested: [{is: 2027-11, by: one}, {is: 2028-01, by: another}]}", "2", None),
    ],
)
def test_a_moment_is_as_exact_as_the_date_from_which_it_is_counted(since: str, rounds: str, date: str | None) -> None:
    assessment = assessed(f"  stage: running\n  secret: yes\n  since: {since}\n  rounds: {rounds}\n")
    assert [event.date for event in assessment.timeline if event.finding == "practice/later"] == [date]


def test_whole_years_can_be_counted_from_a_year_alone() -> None:
    assessment = assessed("  stage: running\n  secret: yes\n  since: 2027\n")
    assert [(event.when, event.date) for event in assessment.timeline] == [
        ("a month before", None),
        ("after a year", "2028"),
        ("long after", None),
    ]


DUE = {
    "step-1-a": "{says: halfway, of: since, years: rounds, share: 0.5}",
    "step-1-b": "{says: at the end, of: since, years: rounds}",
    "step-1-c": "{says: before the end, of: since, years: rounds, months: -6}",
    "step-1-d": "{says: after two years, of: since, months: 24}",
    "step-1-e": "{says: after half a year, of: since, months: 6}",
}


@pytest.mark.parametrize(
    ("rounds", "moments"),
    [
        (
            "3",
            [
                ("after half a year", "2000-07"),
                ("halfway", "2001-07"),
                ("after two years", "2002-01"),
                ("before the end", "2002-07"),
                ("at the end", "2003-01"),
            ],
        ),
        (
            "0.6",
            [
                ("before the end", "2000-02"),
                ("halfway", "2000-05"),
                ("after half a year", "2000-07"),
                ("at the end", "2000-08"),
                ("after two years", "2002-01"),
            ],
        ),
        (
            "unknown",
            [
                ("after half a year", "2000-07"),
                ("after two years", "2002-01"),
                ("halfway", None),
                ("before the end", None),
                ("at the end", None),
            ],
        ),
    ],
)
def test_what_is_due_is_told_in_the_order_in_which_it_comes(rounds: str, moments: list[tuple[str, str | None]]) -> None:
    engine = engine_of(*(finding(name, at=at) for name, at in DUE.items()))
    timeline = assessed_by(engine, f"  stage: running\n  since: 2000-01\n  rounds: {rounds}\n").timeline
    assert [(event.when, event.date) for event in timeline] == moments


def test_two_years_can_be_counted_from_a_year_alone() -> None:
    engine = engine_of(*(finding(name, at=at) for name, at in DUE.items()))
    timeline = assessed_by(engine, "  stage: running\n  since: 2000\n").timeline
    assert [(event.when, event.date) for event in timeline][:2] == [
        ("after half a year", None),
        ("after two years", "2002"),
    ]


def test_a_moment_is_told_in_the_language_that_is_wanted() -> None:
    at = "{says: {en: at the start, ar: في البداية}, of: since}"
    (event,) = assessed_by(engine_of(finding("step-1", at=at)), "  stage: running\n", "ar").timeline
    assert event.when == "في البداية"


def test_the_front_page_shows_what_weighs_most_and_at_most_two_of_one_section() -> None:
    sides = "  sides: {only: [{id: a, actor: state}, {id: b, actor: state}]}\n"
    front = assessed(f"  stage: running\n  secret: yes\n{sides}").front
    weights = [advice.weight for advice in front.advice]
    assert weights == sorted(weights, reverse=True)
    assert [advice.id for advice in front.advice if advice.kind == "step"] == [
        "practice/later",
        "practice/after-a-year",
    ]


def test_what_is_said_of_several_sides_stands_on_the_front_page_once() -> None:
    sides = "  sides: {only: [{id: a, name: The coast, actor: state}, {id: b, actor: state}]}\n"
    assessment = assessed(f"  stage: running\n{sides}")
    assert [risk.says for risk in assessment.risks] == [
        "Officials of the coast may object.",
        "Officials of b may object.",
    ]
    assert [(advice.says, advice.also) for advice in assessment.front.advice if advice.kind == "risk"] == [
        ("Officials of the coast may object.", ["b"])
    ]


def test_what_a_stop_waits_for_is_asked_before_everything_else() -> None:
    assert assessed("  stage: running\n").front.ask[0].question == "secret"


def test_what_only_lesser_things_wait_for_is_not_asked_on_the_front_page() -> None:
    sides = "  sides: {only: [{id: a, actor: state}, {id: b}]}\n"
    mediators = "  mediators: {only: [{id: ann, political: no, speaks: [ar]}]}\n"
    assessment = assessed(f"  stage: running\n  secret: no\n{sides}{mediators}")
    assert {question.question: question.weight for question in assessment.open} == {"sides.actor": 4, "language": 2}
    assert [question.question for question in assessment.front.ask] == ["sides.actor"]


def test_what_hangs_on_a_dispute_is_said_and_says_so() -> None:
    disputed = "{contested: [{is: yes, by: one}, {is: no, by: another}]}"
    (stop,) = assessed(f"  stage: running\n  secret: {disputed}\n").stops
    assert stop.status == "contested"


def test_what_is_known_and_not_written_is_not_asked_on_the_front_page() -> None:
    assessment = assessed("  stage: running\n  secret: withheld\n")
    assert "secret" not in [question.question for question in assessment.front.ask]
    assert "secret" in [question.question for question in assessment.open]


def test_every_piece_of_advice_has_its_proof_among_the_findings() -> None:
    assessment = assessed("  stage: running\n  secret: yes\n  sides: {only: [{id: a, actor: state}]}\n")
    proofs = {(finding.id, finding.item): finding.proof for finding in assessment.findings}
    advised = [*assessment.stops, *assessment.risks, *assessment.steps, *assessment.team]
    assert advised
    assert all(proofs[advice.id, advice.item] is not None for advice in advised)


@pytest.mark.parametrize("path", [*INITIATIVES, *COMPOSED], ids=lambda path: path.stem)
def test_what_matters_most_fits_on_one_screen(path: Path) -> None:
    assessment = assess(BUNDLED, read_initiative(path, BUNDLED.rulebook.questions))
    assert len(front_as_text(assessment).splitlines()) <= ONE_SCREEN


@pytest.mark.parametrize("path", [*INITIATIVES, *COMPOSED], ids=lambda path: path.stem)
def test_nothing_is_ever_told_as_a_probability(path: Path) -> None:
    page = as_text(assess(BUNDLED, read_initiative(path, BUNDLED.rulebook.questions)), with_reasons=True)
    assert re.findall(r"\d ?%|\bprobab\w*|\blikelihood|\bchances?\b|\bodds\b", page) == []


@pytest.mark.parametrize(("sides", "label"), [("ab", "Why, for each of these: They ask."), ("a", "Why: They ask.")])
def test_the_reason_of_what_is_said_of_several_sides_is_told_once_and_for_each(sides: str, label: str) -> None:
    engine = engine_of(finding("risk-4", "{actor: state}", for_each="sides", because="They ask."))
    listed = ", ".join(f"{{id: {id_}, actor: state}}" for id_ in sides)
    page = as_text(assessed_by(engine, f"  sides: {{only: [{listed}]}}\n"), with_reasons=False)
    assert page.count("They ask.") == 1
    assert f"    {label}\n" in page


def test_a_page_for_conveners_speaks_of_no_marks_in_the_file_and_of_no_other_command() -> None:
    told = as_text(assessed_by(BUNDLED, "  stage: design\n"), with_reasons=False)
    unknown = told.partition("Not known yet")[2].partition("By whose definition")[0]
    assert "The interview asks them too." in unknown
    assert not re.search(r"only:|advisor |--json", unknown)


# Advice about danger


@pytest.mark.parametrize("risk", ["danger", "crime", "{contested: [{is: danger}, {is: none}]}"])
@pytest.mark.parametrize("stage", ["unknown", "design", "running"])
def test_advice_that_was_taken_takes_no_danger_from_the_summary(risk: str, stage: str) -> None:
    answers = f"  stage: {stage}\n  activity: talks\n  contact_risk: {risk}\n  advice_taken: "
    before, after = (assessed_by(BUNDLED, f"{answers}{taken}\n").front for taken in ("no", "yes"))
    assert [stop.weight for stop in before.stops] == [5]
    assert not after.stops
    assert after.advice[0].weight == 5
    assert "Advice that was taken does not make it" in after.advice[0].says
    assert "let them decide" in str(after.advice[0].next_step)


def test_advice_that_left_open_whether_it_is_safe_is_no_reason_to_go_on() -> None:
    answers = "  stage: design\n  activity: talks\n  contact_risk: unchecked\n  advice_taken: yes\n"
    (stop,) = assessed_by(BUNDLED, answers).stops
    assert "Somebody has advised" in stop.says
    assert "Nobody has looked into" not in stop.says

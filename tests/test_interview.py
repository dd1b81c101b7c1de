"""What the interview asks, in which order and why, and what it understands of what is typed."""

import pytest

from advisor.documents import parse_document
from advisor.explain.words import Wordings
from advisor.initiative.initiative import View
from advisor.initiative.reader import initiative_in
from advisor.interview.plan import CORE, Interview, Progress, Step
from advisor.interview.typed import Unclear, Understanding
from advisor.interview.uses import Reasons
from advisor.logic.answers import Held
from tests.bundled import bundled_rulebook

RULEBOOK = bundled_rulebook()
QUESTIONS = RULEBOOK.questions
UNDERSTANDING = Understanding(Wordings(QUESTIONS, "en"))
NOTHING = View("", "It")


def interview(answers: str = "{}") -> Interview:
    text = f"initiative: It\nanswers: {answers}\n"
    return Interview(RULEBOOK, initiative_in(parse_document(text, "it.yaml"), "it", QUESTIONS))


def asked(answers: str, section: str = CORE) -> list[str]:
    return [step.question for step in interview(answers).steps(section)]


# What is asked


def test_the_core_comes_first_and_is_short() -> None:
    steps = interview().steps(CORE)
    assert steps[0] == Step("contact_risk")
    assert len(steps) < 20
    assert all(QUESTIONS.find(step.question).core for step in steps)


@pytest.mark.parametrize("risk", ["danger", "crime", "unchecked"])
def test_the_core_asks_whether_advice_was_taken_wherever_that_would_end_a_stop(risk: str) -> None:
    assert Step("advice_taken") in interview(f"{{contact_risk: {risk}}}").steps(CORE)
    assert Step("advice_taken") not in interview("{contact_risk: none}").steps(CORE)


def test_every_question_is_asked_somewhere_once_it_matters() -> None:
    full = interview(
        "{contact_risk: danger, activity: talks, measures: [panel], official_talks: active,"
        " third_parties: [{id: a, kind: ngo, works_for: [instructed]}],"
        " sides: [{id: a, capacity: [mandated]}], team: [{id: a}], candidates: [{id: a}], interpreters: [{id: a}]}"
    )
    steps = [step for section in full.sections() for step in full.steps(section)]
    assert len(steps) == len(set(steps))
    asked = QUESTIONS.asked_of("convener")
    names = {f"{group.id}.name" for group in asked.groups.values()}
    assert {q.id for q in asked.all()} - {step.question for step in steps} == names


def test_questions_about_items_follow_their_group_item_by_item() -> None:
    steps = interview("{sides: [{id: a}, {id: b}]}").steps(CORE)
    at = steps.index(Step("sides"))
    assert [step.item for step in steps[at : at + 7]] == [None, "a", "a", "a", "b", "b", "b"]


@pytest.mark.parametrize(
    ("answers", "question", "section", "is_asked"),
    [
        ("{contact_risk: danger}", "risk_for", "safety", True),
        ("{contact_risk: none}", "risk_for", "safety", False),
        ("{}", "risk_for", "safety", False),
        ("{contact_risk: {contested: [{is: none}, {is: crime}]}}", "risk_for", "safety", True),
        ("{risk_for: [families]}", "risk_for", "safety", True),
        ("{contact_risk: none, risk_for: [families]}", "risk_for", "safety", False),
    ],
)
def test_a_question_is_asked_while_it_matters(answers: str, question: str, section: str, *, is_asked: bool) -> None:
    assert (question in asked(answers, section)) is is_asked


def test_what_is_set_aside_is_told() -> None:
    assert interview("{contact_risk: none, risk_for: [families]}").aside() == (Step("risk_for"),)
    assert interview("{contact_risk: danger, risk_for: [families]}").aside() == ()


def test_progress_counts_what_has_an_answer_of_what_is_asked_now() -> None:
    total = interview().progress(CORE).asked
    assert interview().progress(CORE) == Progress(0, total)
    assert interview("{stage: idea, activity: unknown, visibility: withheld}").progress(CORE) == Progress(2, total)
    assert interview("{sides: {only: []}}").progress(CORE) == Progress(1, total)
    assert interview("{sides: [{id: a, actor: state}]}").progress(CORE) == Progress(2, total + 3)


def test_the_way_goes_on_where_an_answer_has_changed_which_questions_there_are() -> None:
    before = interview("{contact_risk: danger}")
    after = interview("{contact_risk: none}")
    steps = before.steps("safety")
    assert after.after(Step("risk_for"), steps, after.steps(CORE)) == after.steps(CORE)[0]
    core = before.steps(CORE)
    assert before.after(core[0], core, core) == core[1]
    assert before.after(steps[-1], steps, steps) is None


# Phases and strands

WITH_A_PHASE = """\
initiative: It
answers:
  stage: past
  activity: talks
  sides: {only: [{id: a, capacity: {only: [mandated]}}, {id: b, actor: state}]}
  contact_risk: danger
parts:
  - id: first
    name: The first year
    kind: phase
    answers:
      activity: unknown
      sides: [{id: b, capacity: [serving]}, {id: c}]
      measures: [panel]
"""


def phase() -> Interview:
    initiative = initiative_in(parse_document(WITH_A_PHASE, "it.yaml"), "it", QUESTIONS)
    return Interview(RULEBOOK, initiative, "first")


def test_a_part_is_asked_first_what_tells_it_from_other_parts() -> None:
    steps = phase().steps(CORE)
    assert steps[0] == Step("stage")
    assert Step("contact_risk") not in steps
    assert len(steps) < 20
    about_a = [step.question for step in steps if step.item == "a" and step.question.startswith("sides.")]
    assert about_a == ["sides.capacity"]


def test_items_that_only_a_part_has_are_asked_all_that_items_are_asked() -> None:
    asked_about_c = {s.question for section in phase().sections() for s in phase().steps(section) if s.item == "c"}
    assert {"sides.capacity", "sides.actor", "sides.languages", "sides.territory"} <= asked_about_c


def test_what_cannot_differ_between_parts_is_asked_only_where_a_part_has_said_it() -> None:
    now = phase()
    steps = {step.question for section in now.sections() for step in now.steps(section)}
    assert "measures" in steps
    assert not {"outputs", "territories", "horizon_years"} & steps
    assert {"contact_risk", "risk_for"} <= steps


def test_answers_of_a_part_are_told_apart_from_those_it_takes_over() -> None:
    now = phase()
    said = {step for section in now.sections() for step in now.steps(section) if now.is_said_here(step)}
    assert said == {Step("activity"), Step("sides"), Step("sides.capacity", "b"), Step("measures")}
    assert now.answer(Step("stage")).held[0].words == {"past"}
    assert not now.is_answered(Step("activity"))


def test_every_step_of_a_part_is_asked_once() -> None:
    now = phase()
    steps = [step for section in now.sections() for step in now.steps(section)]
    assert len(steps) == len(set(steps))


def test_what_is_asked_about_parts_is_used_to_judge_them() -> None:
    reasons = Reasons(RULEBOOK)
    asked = {question.id: question for question in QUESTIONS.all() if question.in_parts is not None}
    uses = {id_: reasons.uses(question) for id_, question in asked.items()}
    assert [id_ for id_, one in uses.items() if not (one.schools or one.themes or one.questions)] == []
    assert {q.group for q in asked.values() if q.group is not None} <= asked.keys()
    told_by_schools = {q.id for q in QUESTIONS.all() if q.core and reasons.uses(q).schools}
    lasting = {"third_parties.kind", "sides.actor"}
    assert told_by_schools - lasting <= {id_ for id_, question in asked.items() if question.in_parts == "first"}


# Why


def test_who_uses_an_answer_is_worked_out_through_all_that_builds_on_it() -> None:
    uses = Reasons(RULEBOOK).uses(QUESTIONS.find("sides.capacity"))
    assert {"mapendere", "montville"} <= set(uses.schools)
    assert "team" in uses.themes
    assert uses.questions == ("sides.mandate_evidence",)


def test_only_questions_that_some_rule_uses_are_said_to_be_used() -> None:
    uses = Reasons(RULEBOOK).uses(QUESTIONS.find("sides.name"))
    assert (uses.schools, uses.themes, uses.questions) == ((), (), ())


# What is typed


def held(question: str, typed: str, view: View = NOTHING) -> Held:
    return UNDERSTANDING.held(QUESTIONS.find(question), typed, view)


@pytest.mark.parametrize(
    ("question", "typed", "word"),
    [
        ("stage", "3", "running"),
        ("stage", "running", "running"),
        ("stage", "RUN", "running"),
        ("stage", "coming to an end", "closing"),
        ("funder_party", "n", "no"),
        ("funder_party", "Yes", "yes"),
        ("horizon_years", "0,5", 0.5),
        ("first_meeting", "2027-03", "2027-03"),
        ("sides.story", "1993, in spring", "1993, in spring"),
        ("sides.territory", "yemen", "YE"),
        ("sides.territory", "~Yemenia", "~Yemenia"),
    ],
)
def test_an_answer_is_understood(question: str, typed: str, word: object) -> None:
    assert held(question, typed).words == {word}


@pytest.mark.parametrize(
    ("question", "typed", "complete", "excluded"),
    [
        ("goals", "1, 4", False, set()),
        ("goals", "end_war, channel =", True, set()),
        ("goals", "1, 4, not agreement", False, {"agreement"}),
        ("goals", "1;4+", False, set()),
    ],
)
def test_a_list_is_understood(question: str, typed: str, excluded: set[str], *, complete: bool) -> None:
    assert held(question, typed) == Held(frozenset(("end_war", "channel")), complete, excluded=frozenset(excluded))


def test_languages_count_as_all_unless_said_otherwise() -> None:
    assert held("working_languages", "Dari, english") == Held(frozenset(("prs", "en")))
    assert held("working_languages", "Dari+") == Held(frozenset(("prs",)), complete=False)


def test_items_are_chosen_by_number_or_name() -> None:
    view = interview("{sides: [{id: a, name: The north}, {id: b}]}").view
    assert held("team.trusted_by", "1, b", view).words == {"a", "b"}


@pytest.mark.parametrize(
    ("question", "typed", "says"),
    [
        ("stage", "9", "There is no number 9 here."),
        ("stage", "runing", 'Did you mean "running"?'),
        ("stage", "be", None),
        ("horizon_years", "two", "Please type a number"),
        ("horizon_years", "inf", "Please type a number"),
        ("first_meeting", "2027-13", "1993-05-14"),
        ("sides.languages", "Yemeni Arabic", "Sanaani Arabic (ayn)"),
        ("team.trusted_by", "1", "There is nothing to choose from yet."),
        ("goals", "1, not 1", "cannot both"),
    ],
)
def test_what_has_no_one_meaning_is_asked_again(question: str, typed: str, says: str | None) -> None:
    if says is None:
        assert held(question, typed).words == {"design"}
        return
    with pytest.raises(Unclear) as unclear:
        held(question, typed)
    assert says in str(unclear.value)

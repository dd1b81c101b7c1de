"""What others than the team are told: never what is sensitive, nor anything from which it could be told."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from advisor.documents import parse_document
from advisor.initiative.discreet import discreet, protected
from advisor.initiative.fingerprint import fingerprint
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import initiative_in
from advisor.report.advice import SECTIONS
from advisor.report.assess import assess, assess_for
from advisor.report.assessment import Assessment
from advisor.report.audience import Audience
from advisor.report.forms import FORMS
from advisor.settings import receipt_key
from tests.audiences import KEY, MARK, engine, read, with_marks_everywhere, with_other_sensitive_answers
from tests.places import COMPOSED, INITIATIVES
from tests.running import advisor
from tests.small import engine_of, finding, initiative_of

CHANGES = 30
"""So many times are the sensitive answers of each initiative drawn anew."""
ALL = [pytest.param(path, id=path.stem) for path in (*INITIATIVES, *COMPOSED)]


def outputs(initiative: Initiative, audience: Audience) -> Mapping[str, str]:
    told = assess_for(engine(), initiative, audience, key=KEY)
    return {name: form.written(told) for name, form in FORMS.items()}


@pytest.mark.parametrize("path", ALL)
def test_changing_any_sensitive_answer_changes_nothing_that_others_read(path: Path) -> None:
    initiative, chance = read(path), random.Random(path.stem)
    changed = [with_other_sensitive_answers(initiative, chance) for _ in range(CHANGES)]
    assert all(one != initiative for one in changed)
    questions = engine().rulebook.questions
    assert {fingerprint(discreet(one, questions)) for one in changed} == {fingerprint(discreet(initiative, questions))}
    assert outputs(changed[0], Audience.FUNDER) == outputs(initiative, Audience.FUNDER)


@pytest.mark.parametrize("path", ALL)
def test_no_name_id_note_or_free_text_reaches_others(path: Path) -> None:
    marked = with_marks_everywhere(read(path))
    for form, written in outputs(marked, Audience.PUBLIC).items():
        assert MARK not in written.lower(), form


def test_the_team_reads_its_names_and_notes() -> None:
    marked = with_marks_everywhere(read(COMPOSED[0]))
    assert MARK in outputs(marked, Audience.TEAM)["text"]


@pytest.mark.parametrize("path", ALL)
def test_what_others_are_told_to_hold_holds_for_the_team_too(path: Path) -> None:
    initiative = read(path)
    for_team, for_others = assess(engine(), initiative), assess_for(engine(), initiative, Audience.FUNDER, key=KEY)
    findings, ids = engine().rulebook.findings, _numbered(initiative)
    held = {(f.id, ids.get((findings[f.id].for_each, f.item))): f.status for f in _all(for_team)}
    for one in _all(for_others):
        if one.status in ("met", "supported", "not met", "refuted"):
            assert held[one.id, one.item] in (one.status, "contested"), one.id


def _all(assessment: Assessment) -> list:  # type: ignore[type-arg]
    verdicts = [verdict for school in assessment.schools for verdict in school.verdicts]
    return [*assessment.findings, *verdicts]


def _numbered(initiative: Initiative) -> dict[tuple[str | None, str | None], str]:
    """What the items are called in papers for others, by group and id."""
    numbered: dict[tuple[str | None, str | None], str] = {}
    for name, group in engine().rulebook.questions.groups.items():
        ids = dict.fromkeys(item.id for view in initiative.views for item in view.group(name).items)
        numbered |= {(name, id_): f"{group.item}-{number}" for number, id_ in enumerate(ids, start=1)}
    return numbered


def test_the_team_is_told_everything() -> None:
    assessment = assess(engine(), read(COMPOSED[0]))
    assert assessment.audience is Audience.TEAM
    assert assessment.withheld == []
    assert "withheld" not in {one.status for one in _all(assessment)}


SAFETY = """section: safety
title: Safety
questions:
  danger: {prompt: Is somebody in danger?, label: Danger, type: yes-no, sensitive: true}
  guard: {prompt: Who guards them?, label: Guards, type: choice, options: {us: We, them: They}, ask_when: {danger: yes}}
  people:
    prompt: Who comes?
    type: group
    item: guest
    fields:
      name: {prompt: Who is it?, type: text, sensitive: true}
      codename: {prompt: What do others call them?, type: text}
      speaks: {prompt: Do they speak?, type: yes-no}
"""
FINDINGS = "".join(
    (
        finding("risk-5", "{danger: yes}", statement="Somebody is in danger."),
        finding("risk-4", "{any: [{danger: yes}, {stage: running}]}", statement="It runs."),
        finding("notice-3", "{status: {finding: sample/risk-5, is: unknown}}", statement="Nobody knows the danger."),
        finding("step-2", "{speaks: yes}", for_each="people", statement='"{guest.name} speaks."'),
    )
)


def told_to_others(answers: str) -> Assessment:
    small = engine_of(FINDINGS, files={"questions/safety.yaml": SAFETY})
    return assess_for(small, initiative_of(small.rulebook, answers), Audience.FUNDER, key=KEY)


def test_others_are_told_what_holds_without_the_sensitive_answer() -> None:
    assert [risk.says for risk in told_to_others("  stage: running\n  danger: yes").risks] == ["It runs."]
    assert [risk.says for risk in told_to_others("  danger: yes").risks] == []


def test_others_are_not_told_that_something_sensitive_is_unknown() -> None:
    told = told_to_others("  stage: running")
    assert {f.id: f.status for f in told.findings}["sample/risk-5"] == "withheld"
    assert told.notices == []
    assert "danger" not in {question.question for question in told.open}


def test_an_answer_that_is_asked_for_only_because_of_a_sensitive_one_stays_with_the_team() -> None:
    small = engine_of(FINDINGS, files={"questions/safety.yaml": SAFETY})
    assert {"danger", "guard", "people.name"} <= protected(small.rulebook.questions)
    told = discreet(initiative_of(small.rulebook, "  danger: yes\n  guard: us"), small.rulebook.questions)
    assert told.whole.answers == {}


def test_names_become_codenames_and_where_there_are_none_numbers() -> None:
    anna = "{id: anna, name: Anna, codename: The judge, speaks: yes}"
    guests = f"  people: {{only: [{anna}, {{id: bo, speaks: yes}}]}}"
    assert [step.says for step in told_to_others(guests).steps if step.item] == ["The judge speaks.", "guest 2 speaks."]


def test_an_initiative_goes_by_its_codename() -> None:
    text = "initiative: The Lake House\nanswers: {codename: Northern talks, stage: running}\n"
    initiative = initiative_in(parse_document(text, "it.yaml"), "it", engine().rulebook.questions)
    written = outputs(initiative, Audience.PUBLIC)
    assert "Northern talks" in written["text"]
    assert "Lake House" not in "".join(written.values())


def test_a_hash_of_the_answers_is_the_same_however_the_file_is_laid_out() -> None:
    def hashed(text: str, key: bytes = b"") -> str:
        return fingerprint(initiative_in(parse_document(text, "it.yaml"), "it", engine().rulebook.questions), key)

    block = "initiative: It\nanswers:\n  stage: running # a comment\n  activity: talks\n"
    flow = "{initiative: It, answers: {activity: talks, stage: running}}"
    assert hashed(block) == hashed(flow)
    assert hashed(block) != hashed(block.replace("running", "past"))
    assert hashed(block) != hashed(block, KEY)


def test_the_key_of_others_hashes_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    first = receipt_key()
    assert receipt_key() == first
    assert len(first) == 32
    (kept,) = (tmp_path / "config").rglob("receipt.key")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert list(kept.parent.iterdir()) == [kept]


def test_others_are_not_told_that_a_role_is_unfilled_that_somebody_fills_by_a_sensitive_answer() -> None:
    initiative = read(next(path for path in COMPOSED if path.stem == "market-women-at-the-crossing"))
    told = assess_for(engine(), initiative, Audience.FUNDER, key=KEY)
    role = next(one for one in told.team if one.id == "team/fair-to-each-side")
    assert (role.filled, role.filled_by) == ("withheld", [])
    assert "team/fair-to-each-side" not in {one.id for one in told.front.advice}
    assert "Filled by: not told here" in FORMS["text"].written(told)


@pytest.mark.parametrize("path", ALL)
def test_the_public_is_told_nothing_that_those_who_run_it_are_advised_or_asked(path: Path) -> None:
    told = assess_for(engine(), read(path), Audience.PUBLIC, key=KEY)
    views = [told, *told.parts]
    advice = {one.kind for view in views for name in SECTIONS for one in getattr(view, name)}
    assert advice <= {"expectation", "lesson", "notice"}
    assert (told.open, told.front.ask) == ([], [])
    assert not {one.kind for view in views for one in view.findings} & {"stop", "risk", "step", "team", "role", "goal"}


def test_others_are_never_told_that_nothing_has_to_change() -> None:
    initiative = read(next(path for path in COMPOSED if path.stem == "market-women-at-the-crossing"))
    assert "Nothing that is answered so far has to change" not in outputs(initiative, Audience.FUNDER)["text"]


def test_whoever_writes_for_others_is_reminded_of_what_should_stop_it() -> None:
    dangerous = next(path for path in COMPOSED if path.stem == "armed-bands-before-talks")
    for call in (("assess",), ("expect",)):
        ran = advisor(*call, dangerous, "--audience", "public")
        assert "Before this leaves your hands: Meeting may be a crime for somebody." in ran.err
        assert "crime" not in ran.out
    assert advisor("assess", dangerous).err == ""


def test_a_call_says_for_whom() -> None:
    ran = advisor("assess", COMPOSED[0], "--audience", "public")
    assert ran.code == 0
    assert "Left out, whatever the answers are:" in ran.out
    assert advisor("assess", COMPOSED[0], "--audience", "everyone").code == 2


def test_the_same_file_and_rules_give_the_same_bytes() -> None:
    again = [advisor("assess", COMPOSED[0], "--json", "--audience", "funder").out for _ in range(2)]
    assert again[0] == again[1]

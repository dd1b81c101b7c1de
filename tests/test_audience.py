"""What others than the team are told: never what is sensitive, nor anything from which it could be told."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.documents import parse_document
from advisor.engine.run import Engine
from advisor.initiative.discreet import discreet, protected
from advisor.initiative.fingerprint import fingerprint
from advisor.initiative.initiative import Initiative, Label, Listing, Said
from advisor.initiative.reader import initiative_in, read_initiative
from advisor.logic.answers import Answer, Held, Item, Word
from advisor.model.question import CLOSED_TYPES, AnswerType, Question
from advisor.report.advice import SECTIONS
from advisor.report.assess import assess, assess_for
from advisor.report.assessment import Assessment, Audience
from advisor.report.forms import FORMS
from advisor.settings import receipt_key
from tests.bundled import bundled_engine
from tests.places import COMPOSED, INITIATIVES
from tests.running import advisor
from tests.small import engine_of, finding, initiative_of

KEY = b"a key of a test"
MARK = "xq7zmark"
CHANGES = 30
"""So many times are the sensitive answers of each initiative drawn anew."""
ALL = [pytest.param(path, id=path.stem) for path in (*INITIATIVES, *COMPOSED)]


def engine() -> Engine:
    return bundled_engine()


def read(path: Path) -> Initiative:
    return read_initiative(path, engine().rulebook.questions)


def outputs(initiative: Initiative, audience: Audience) -> Mapping[str, str]:
    told = assess_for(engine(), initiative, audience, key=KEY)
    return {name: form.written(told) for name, form in FORMS.items()}


Answering = Callable[[Question, Answer | None], Answer | None]


def answered_otherwise(initiative: Initiative, answering: Answering) -> Initiative:
    """The initiative with each answer put through a function; None leaves the question unanswered."""
    questions = engine().rulebook.questions

    def answers(asked: Mapping[str, Question], said: Mapping[str, Answer]) -> dict[str, Answer]:
        drawn = {name: answering(question, said.get(name)) for name, question in asked.items()}
        return {name: answer for name, answer in drawn.items() if answer is not None}

    def listing(group: str, one: Listing) -> Listing:
        fields = questions.groups[group].fields
        return replace(one, items=tuple(Item(item.id, answers(fields, item.answers)) for item in one.items))

    for view in initiative.views:
        asked = {name: q for name, q in questions.initiative.items() if q.type is not AnswerType.GROUP}
        groups = {name: listing(name, one) for name, one in view.said.groups.items()}
        initiative = initiative.saying(view.id, Said(answers(asked, view.said.answers), groups))
    return initiative


def some_answer(question: Question, initiative: Initiative, chance: random.Random) -> Answer | None:
    """Any answer that a question can have: unknown, withheld, one, or a dispute, with a note or without."""
    words: Sequence[Word]
    if question.type in CLOSED_TYPES:
        words = list(question.options)
    elif question.of is not None:
        words = [item.id for item in initiative.whole.group(question.of).items]
    else:
        words = ("YE", "CH") if question.type is AnswerType.TERRITORY else ("ar", "en")
    if not words:
        return None
    drawn = chance.sample(words, min(2, len(words)))
    held = [Held(frozenset((word,)), complete=chance.random() < 0.7) for word in drawn]
    note = MARK if chance.random() < 0.5 else None
    return chance.choice([None, Answer(), Answer(withheld=True), Answer((held[0],), note=note), Answer(tuple(held))])


@pytest.mark.parametrize("path", ALL)
def test_changing_any_sensitive_answer_changes_nothing_that_others_read(path: Path) -> None:
    initiative, guarded = read(path), protected(engine().rulebook.questions)
    chance = random.Random(path.stem)

    def drawn(question: Question, said: Answer | None) -> Answer | None:
        return some_answer(question, initiative, chance) if question.id in guarded else said

    changed = [answered_otherwise(initiative, drawn) for _ in range(CHANGES)]
    assert all(one != initiative for one in changed)
    questions = engine().rulebook.questions
    assert {fingerprint(discreet(one, questions)) for one in changed} == {fingerprint(discreet(initiative, questions))}
    assert outputs(changed[0], Audience.FUNDER) == outputs(initiative, Audience.FUNDER)


def with_marks_everywhere(initiative: Initiative) -> Initiative:
    """The same with marks in every name, id, note and free text, and in who holds which view."""

    def marked(question: Question, said: Answer | None) -> Answer | None:
        if question.type is AnswerType.TEXT and question.name != "codename":
            return Answer((Held(frozenset((f"{MARK} text",))),), note=MARK)
        if said is None:
            return None
        ids = question.of is not None
        held = tuple(
            replace(one, by=MARK, words=frozenset(f"{MARK}-{word}" for word in one.words) if ids else one.words)
            for one in said.held
        )
        return replace(said, held=held, note=MARK)

    marked_ids = answered_otherwise(initiative, marked)
    parts = tuple(replace(view, id=f"{MARK}-{view.id}", name=f"{MARK} {view.name}") for view in marked_ids.parts)
    marked_ids = replace(marked_ids, parts=parts)
    for view in marked_ids.views:
        groups = {
            name: replace(one, note=MARK, items=tuple(replace(item, id=f"{MARK}-{item.id}") for item in one.items))
            for name, one in view.said.groups.items()
        }
        marked_ids = marked_ids.saying(view.id, Said(view.said.answers, groups))
    label = Label(MARK, MARK, 1999, MARK, "recalled, unchecked", MARK)
    return replace(
        marked_ids,
        id=MARK,
        name=MARK,
        whole=replace(marked_ids.whole, name=MARK),
        years=MARK,
        about=MARK,
        review=MARK,
        published=(label,),
    )


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


def test_a_call_says_for_whom() -> None:
    ran = advisor("assess", COMPOSED[0], "--audience", "public")
    assert ran.code == 0
    assert "Left out, whatever the answers are:" in ran.out
    assert advisor("assess", COMPOSED[0], "--audience", "everyone").code == 2


def test_the_same_file_and_rules_give_the_same_bytes() -> None:
    again = [advisor("assess", COMPOSED[0], "--json", "--audience", "funder").out for _ in range(2)]
    assert again[0] == again[1]

"""Promises held against an initiative: how they are read, judged and told, and that nobody else is asked about them."""

import json
from pathlib import Path

import jsonschema
import pytest

from advisor.documents import parse_document, read_document
from advisor.engine.run import Engine
from advisor.errors import AdvisorError
from advisor.funders.files import Proposal, laid_over, read_claims
from advisor.funders.judged import expected
from advisor.funders.plain import as_text
from advisor.funders.results import ClaimResult, Expected
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import initiative_in
from advisor.interview.plan import Interview
from advisor.model.finding import CLAIMS
from advisor.reference import Reference
from advisor.report.assess import assess
from advisor.report.questions import as_text as questions_as_text
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from tests.places import COMPOSED, ROOT
from tests.running import advisor
from tests.small import engine_of, finding, initiative_of, phases, small_rulebook

BUNDLED = load_rulebook(bundled_rules())
IN_SOME_PHASE = """
  in-some-phase:
    kind: premise
    scope: whole
    statement: It is so.
    when: {some: parts, where: {secret: yes}}
    basis: heuristic
"""


def judgement(name: str, when: str = "{goal: settlement}", **fields: str) -> str:
    """A judgement of the weight that its name ends with."""
    return finding(f"judgement-{name}", when, **{"for_each": "claims", "stance": "do-not-expect", **fields})


def proposal(engine: Engine, initiative: Initiative, claims: str, folder: Path) -> Proposal:
    path = folder / "claims.yaml"
    path.write_text(claims)
    return read_claims(path, engine.rulebook.questions, initiative)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def judged(engine: Engine, claims: str, folder: Path, answers: str = "  stage: running\n") -> Expected:
    """What is said of promises, written after `claims:`, about an initiative with these answers."""
    initiative = initiative_of(engine.rulebook, answers)
    about = assess(engine, initiative)
    return expected(engine, initiative, about, proposal(engine, initiative, f"claims: {claims}\n", folder))


def one(engine: Engine, claim: str, folder: Path, answers: str = "  stage: running\n") -> ClaimResult:
    (claim_,) = judged(engine, f"[{{id: it, {claim}}}]", folder, answers).claims
    return claim_


def faults(claims: str, folder: Path) -> list[str]:
    engine = engine_of(judgement("4"))
    with pytest.raises(AdvisorError) as caught:
        proposal(engine, initiative_of(engine.rulebook, "  stage: running\n"), claims, folder)
    return [str(fault).removeprefix(f"{folder}/") for fault in caught.value.faults]


# How a promise is judged


@pytest.mark.parametrize(
    ("met", "told"),
    [
        (["reasonable", "outside-control", "cannot-be-known", "do-not-expect"], "do-not-expect"),
        (["reasonable", "outside-control", "cannot-be-known"], "cannot-be-known"),
        (["reasonable", "outside-control"], "outside-control"),
        (["reasonable"], "reasonable"),
        ([], None),
    ],
)
def test_the_gravest_judgement_that_is_so_is_told(met: list[str], told: str | None, folder: Path) -> None:
    engine = engine_of(judgement("1", "{goal: contact}"), *(judgement(f"3-{one}", stance=one) for one in met))
    assert one(engine, "goal: settlement", folder).judgement == told


def test_of_reasons_that_are_equally_grave_the_weightiest_comes_first(folder: Path) -> None:
    engine = engine_of(judgement("2"), judgement("4"), judgement("5", stance="reasonable"))
    reasons = one(engine, "goal: settlement", folder).reasons
    assert [reason.id for reason in reasons] == ["sample/judgement-4", "sample/judgement-2", "sample/judgement-5"]


def test_a_graver_judgement_that_is_not_known_yet_is_told_with_what_to_ask_the_convener(folder: Path) -> None:
    engine = engine_of(judgement("3", stance="reasonable"), judgement("4", "{goal: settlement, secret: no}"))
    claim = one(engine, "goal: settlement", folder)
    assert (claim.judgement, claim.could_be) == ("reasonable", "do-not-expect")
    assert [question.question for question in claim.open] == ["secret"]


def test_what_is_not_known_of_a_milder_judgement_does_not_matter(folder: Path) -> None:
    engine = engine_of(judgement("3"), judgement("4", "{goal: settlement, secret: no}", stance="reasonable"))
    claim = one(engine, "goal: settlement", folder)
    assert (claim.could_be, claim.open, claim.undecided) == (None, [], [])


def test_what_the_proposal_does_not_say_is_not_asked_of_the_convener(folder: Path) -> None:
    engine = engine_of(judgement("4", "{all: [{within_months: {at_most: 12}}, {secret: no}]}"))
    claim = one(engine, "goal: settlement", folder)
    assert claim.judgement is None
    assert [question.says for question in claim.not_said] == ["Within how many months?"]
    assert [question.question for question in claim.open] == ["secret"]


def test_a_judgement_on_a_disputed_answer_is_told_with_what_stands_whoever_is_right(folder: Path) -> None:
    engine = engine_of(judgement("4", "{goal: settlement, secret: no}"), judgement("3", stance="outside-control"))
    said = "{contested: [{is: yes, by: one}, {is: no, by: other}]}"
    claim = one(engine, "goal: settlement", folder, f"  secret: {said}\n")
    assert (claim.judgement, claim.disputed, claim.beyond_dispute) == ("do-not-expect", True, "outside-control")


def test_what_is_beyond_dispute_has_no_second_judgement(folder: Path) -> None:
    claim = one(engine_of(judgement("4")), "goal: settlement", folder)
    assert (claim.disputed, claim.beyond_dispute) == (False, None)


def test_a_promise_of_which_no_rule_speaks_is_told_so(folder: Path) -> None:
    told = judged(engine_of(judgement("4")), "[{id: it, goal: contact}]", folder)
    assert "NO RULE SPEAKS ABOUT THIS PROMISE." in as_text(told, with_reasons=False)


def test_a_judgement_may_build_on_what_is_so_of_some_phase(folder: Path) -> None:
    engine = engine_of(IN_SOME_PHASE, judgement("4", "{all: [{goal: settlement}, {finding: in-some-phase}]}"))
    answers = "  stage: running\n" + phases(first="{secret: yes}", second="{secret: no}")
    assert one(engine, "goal: settlement", folder, answers).judgement == "do-not-expect"
    never = "  stage: running\n" + phases(first="{secret: no}", second="{secret: no}")
    assert one(engine, "goal: settlement", folder, never).judgement is None


def test_the_engine_and_the_reference_judge_alike_what_builds_on_the_whole(folder: Path) -> None:
    when = "{any: [{all: [{goal: settlement}, {finding: in-some-phase}]}, {not: {finding: in-some-phase}}]}"
    engine = engine_of(IN_SOME_PHASE, judgement("4", when))
    for said in ("yes", "no", "unknown"):
        initiative = initiative_of(engine.rulebook, f"  stage: past\n{phases(first=f'{{secret: {said}}}')}")
        claims = proposal(engine, initiative, "claims: [{id: a, goal: settlement}, {id: b, goal: contact}]\n", folder)
        laid = laid_over(initiative, claims.claims, None)
        settled, reference = engine.judge(laid), Reference(engine.rulebook, laid)
        for item in ("a", "b"):
            found = settled.instance(engine.program.sort_of["sample/judgement-4"], "", item).told("sample/judgement-4")
            assert found is reference.judge("sample/judgement-4", "", item), (said, item)


# How it is told


def test_a_promise_is_told_in_its_own_words_with_the_judgement_below_and_then_why(folder: Path) -> None:
    texts = {
        "statement": "Nobody here can sign.",
        "because": "They were sent by nobody.",
        "better": "Ideas for those who can.",
        "instead": "Each year, who took them up.",
        "ask": "Who could sign?",
        "dissent": "Somebody says otherwise.",
    }
    told = judged(engine_of(judgement("4", **texts)), "[{id: it, name: Peace by June., goal: settlement}]", folder)
    lines = as_text(told, with_reasons=False).splitlines()
    begin = lines.index("1. “Peace by June.”")
    assert lines[begin + 1 : begin + 8] == [
        "   DO NOT EXPECT THIS.",
        "   Nobody here can sign.",
        "   Why: They were sent by nobody.",
        "   Others disagree: Somebody says otherwise.",
        "   Words that can be kept: Ideas for those who can.",
        "   Measure instead: Each year, who took them up.",
        "   Ask the convener: Who could sign?",
    ]


def test_a_promise_without_words_of_its_own_is_told_by_what_it_was_read_to_say(folder: Path) -> None:
    told = judged(engine_of(judgement("4")), "[{id: it, goal: settlement, within_months: 18}]", folder)
    assert "1. What is promised?: A settlement; Within how many months?: 18" in as_text(told, with_reasons=False)


def test_the_reasons_reach_down_to_the_answers_of_both_files(folder: Path) -> None:
    engine = engine_of(judgement("4", "{goal: settlement, stage: running}"))
    text = as_text(judged(engine, "[{id: accord, goal: settlement}]", folder), with_reasons=True)
    assert "[sample/judgement-4]" in text
    assert "accord: What is promised? A settlement." in text
    assert "How far along are the sample talks? Running." in text


def test_text_in_a_claims_file_cannot_command_the_terminal(folder: Path) -> None:
    told = judged(engine_of(judgement("4")), '[{id: it, name: "a\\e[31mb", goal: settlement}]', folder)
    assert "\x1b" not in as_text(told, with_reasons=False)


# How the file is read


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("proposal: It\n", 'claims.yaml:1:1: F02 The field "claims" is missing in this file.'),
        (
            "claim: []\nclaims: [{id: a}]\n",
            'claims.yaml:1:1: F01 There is no field "claim" here. Did you mean "claims"?',
        ),
        (
            "claims:\n  - {id: a, gaol: settlement}\n",
            'claims.yaml:2:13: I01 Nothing is asked about a claim as "gaol". Did you mean "goal"?',
        ),
        (
            "claims:\n  - {id: a, goal: setlement}\n",
            'claims.yaml:2:19: I02 "goal" has no answer "setlement". Did you mean "settlement"?',
        ),
        ("claims:\n  - {goal: settlement}\n", 'claims.yaml:2:5: I03 Each claim needs an "id", a short name: {id: …}.'),
        ("claims: [{id: a}, {id: a}]\n", 'claims.yaml:1:24: I04 There is another claim "a" in this list.'),
        (
            "goal: settlement\nclaims: [{id: a}]\n",
            (
                'claims.yaml:1:1: F01 There is no field "goal" here. It is said of a promise: move it to the right, '
                'below "claims:".'
            ),
        ),
        (
            "claims: []\n",
            "claims.yaml:1:9: I03 Nothing is promised here. List the promises, each with a hyphen and an id.",
        ),
    ],
)
def test_a_mistake_in_a_claims_file_is_told_with_its_place(written: str, fault: str, folder: Path) -> None:
    assert faults(written, folder) == [fault]


def test_a_list_of_promises_is_open_until_it_is_said_to_be_whole(folder: Path) -> None:
    engine = engine_of(judgement("4"))
    initiative = initiative_of(engine.rulebook, "  stage: running\n")
    assert not proposal(engine, initiative, "claims: [{id: a}]\n", folder).claims.complete
    assert proposal(engine, initiative, "claims: {only: [{id: a}]}\n", folder).claims.complete


def test_what_is_laid_over_leaves_the_phases_as_they_are(folder: Path) -> None:
    engine = engine_of(judgement("4"))
    initiative = initiative_of(engine.rulebook, "  stage: running\n" + phases(first="{secret: yes}"))
    laid = laid_over(initiative, proposal(engine, initiative, "claims: [{id: a}]\n", folder).claims, None)
    assert [item.id for item in laid.whole.group(CLAIMS).items] == ["a"]
    assert laid.parts == initiative.parts


# Nobody else is asked


def test_the_interview_asks_nothing_that_those_who_pay_are_asked() -> None:
    blank = initiative_in(parse_document("initiative: It\nanswers: {}\n", "it.yaml"), "it", BUNDLED.questions)
    interview = Interview(BUNDLED, blank)
    funders = {section.id for section in BUNDLED.questions.sections if section.asked == "funder"}
    assert funders
    assert funders.isdisjoint(interview.sections())


@pytest.mark.parametrize("path", COMPOSED[:4], ids=lambda path: path.stem)
def test_an_assessment_without_promises_says_and_asks_nothing_of_them(path: Path) -> None:
    engine = Engine(BUNDLED)
    assessment = assess(engine, initiative_in(read_document(path), path.stem, BUNDLED.questions))
    asked = {question.id for question in BUNDLED.questions.asked_of("funder").all()}
    assert asked.isdisjoint(question.question for question in assessment.open)
    assert {"judgement", "demand", "clash"}.isdisjoint(result.kind for result in assessment.findings)


def test_the_questions_of_those_who_pay_are_listed_last_and_apart() -> None:
    text = questions_as_text(BUNDLED.questions, "en")
    first = text.index("(asked of those who pay: advisor expect)")
    assert all(text.index(f"\n{q.id}: ") < first for q in BUNDLED.questions.asked_of("convener").initiative.values())


# The command


CLAIMS_FILE = """
proposal: A proposal
claims:
  - {id: accord, name: There will be peace., goal: settlement, within_months: 12, told: public}
"""


def test_the_command_judges_a_claims_file(folder: Path) -> None:
    (folder / "claims.yaml").write_text(CLAIMS_FILE)
    told = advisor("expect", COMPOSED[0], "--claims", folder / "claims.yaml")
    assert (told.code, told.err) == (0, "")
    assert "1. “There will be peace.”" in told.out


def test_the_command_prints_what_the_schema_says(folder: Path) -> None:
    (folder / "claims.yaml").write_text(CLAIMS_FILE)
    told = advisor("expect", COMPOSED[0], "--claims", folder / "claims.yaml", "--json")
    schema = json.loads((bundled_rules() / "schema" / "expected.json").read_text())
    jsonschema.Draft7Validator(schema).validate(json.loads(told.out))


def test_the_schema_of_claims_files_knows_the_options(folder: Path) -> None:
    schema = json.loads((bundled_rules() / "schema" / "claims.json").read_text())
    validator = jsonschema.Draft7Validator(schema)
    (folder / "claims.yaml").write_text(CLAIMS_FILE)
    validator.validate(read_document(folder / "claims.yaml").data)
    assert list(validator.iter_errors({"claims": [{"id": "a", "goal": "setlement"}]}))


def test_without_promises_the_command_says_what_to_expect_in_general() -> None:
    told = advisor("expect", ROOT / "tests" / "composed" / "a-second-table.yaml")
    assert told.code == 0
    assert told.out.startswith("What to expect: A second table\n")
    assert "Reasonable to expect:" in told.out


def test_a_fault_in_a_claims_file_ends_the_command_with_two(folder: Path) -> None:
    (folder / "claims.yaml").write_text("claims: [{id: a, goal: setlement}]\n")
    told = advisor("expect", COMPOSED[0], "--claims", folder / "claims.yaml")
    assert (told.code, told.out) == (2, "")
    assert "I02" in told.err


def test_rules_that_ask_nothing_about_promises_say_so(folder: Path) -> None:
    section = "section: promises\ntitle: Other\nquestions: {other: {prompt: Other?, type: yes-no}}\n"
    engine = Engine(small_rulebook({"questions/9-promises.yaml": section}))
    initiative = initiative_of(engine.rulebook, "  stage: running\n")
    with pytest.raises(AdvisorError, match='ask nothing about "claims"'):
        proposal(engine, initiative, "claims: [{id: a}]\n", folder)

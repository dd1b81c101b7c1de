"""What funders expect, held against an initiative: how profiles are read, what is met, and where they clash."""

import json
from pathlib import Path

import jsonschema
import pytest

from advisor.documents import read_document
from advisor.engine.run import Engine
from advisor.errors import AdvisorError
from advisor.funders.files import read_profiles
from advisor.funders.judged import expected
from advisor.funders.plain import as_text
from advisor.funders.results import Expected, FunderResult
from advisor.report.assess import assess
from advisor.rulebook.bundled import bundled_rules
from tests.places import COMPOSED
from tests.running import advisor
from tests.small import engine_of, finding, initiative_of

DEMAND = """
  names:
    kind: demand
    for_each: funders
    statement: "What {funder.name} asks for is told."
    statement_not: "What {funder.name} asks for is not told."
    when: {all: [{reports: {includes: names}}, {secret: no}]}
    not_when: {all: [{reports: {includes: names}}, {secret: yes}]}
    basis: heuristic
"""
CLASH = """
  apart:
    kind: clash
    for_each: funders
    weight: 4
    next_step: Tell both the same.
    statement: "{funder.name} wants what another funder does not ask for."
    when: {all: [{reports: {includes: names}}, {some: funders, where: {reports: {only: [money]}}}]}
    basis: heuristic
"""
NAMES = "funder: The North\nanswers: {reports: [names]}\n"
MONEY = "funder: The South\nanswers: {reports: {only: [money]}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def files(folder: Path, *profiles: str) -> list[Path]:
    paths = [folder / f"{number}.yaml" for number, _ in enumerate(profiles, start=1)]
    for path, text in zip(paths, profiles, strict=True):
        path.write_text(text)
    return paths


def held(engine: Engine, folder: Path, *profiles: str, answers: str = "  secret: yes\n") -> Expected:
    """What is said of an initiative with these answers to funders with these profiles."""
    initiative = initiative_of(engine.rulebook, answers)
    funders = read_profiles(files(folder, *profiles), engine.rulebook.questions, initiative)
    return expected(engine, initiative, assess(engine, initiative), funders=funders)


def one(engine: Engine, folder: Path, profile: str, answers: str = "  secret: yes\n") -> FunderResult:
    (funder,) = held(engine, folder, profile, answers=answers).funders
    return funder


def faults(folder: Path, *profiles: str) -> list[str]:
    engine = engine_of(DEMAND)
    with pytest.raises(AdvisorError) as caught:
        held(engine, folder, *profiles)
    return [str(fault).removeprefix(f"{folder}/") for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("secret", "met", "unmet", "unknown"), [("no", 1, 0, 0), ("yes", 0, 1, 0), ("unknown", 0, 0, 1)]
)
def test_a_demand_is_met_or_not_or_not_known(secret: str, met: int, unmet: int, unknown: int, folder: Path) -> None:
    funder = one(engine_of(DEMAND), folder, NAMES, f"  secret: {secret}\n")
    assert (len(funder.met), len(funder.unmet), len(funder.unknown)) == (met, unmet, unknown)


def test_a_demand_that_hangs_on_a_dispute_stands_apart(folder: Path) -> None:
    disputed = "  secret: {contested: [{is: yes, by: one}, {is: no, by: other}]}\n"
    funder = one(engine_of(DEMAND), folder, NAMES, disputed)
    assert ([d.id for d in funder.disputed], funder.met, funder.unmet) == (["sample/names"], [], [])


def test_what_a_funder_does_not_ask_for_is_not_told(folder: Path) -> None:
    told = held(engine_of(DEMAND), folder, MONEY, answers="  stage: running\n")
    (funder,) = told.funders
    assert (funder.met, funder.unmet, funder.unknown) == ([], [], [])
    assert "Nothing that this profile asks for" in as_text(told, with_reasons=False)


def test_what_is_not_known_is_asked_of_whoever_can_tell(folder: Path) -> None:
    engine = engine_of(DEMAND)
    silent = one(engine, folder, "funder: The East\nanswers: {}\n", "  stage: running\n")
    assert [question.says for question in silent.not_said] == ["What does it want to be told?"]
    assert [question.question for question in silent.open] == ["secret"]


def test_the_funder_is_named_in_what_is_told_of_it(folder: Path) -> None:
    (unmet,) = one(engine_of(DEMAND), folder, NAMES).unmet
    assert unmet.says == "What the North asks for is not told."


def test_a_clash_is_told_to_the_funder_whose_demand_it_is(folder: Path) -> None:
    north, south = held(engine_of(CLASH), folder, NAMES, MONEY).funders
    assert [(clash.says, clash.next_step) for clash in north.clashes] == [
        ("The North wants what another funder does not ask for.", "Tell both the same.")
    ]
    assert south.clashes == []


def test_those_whose_profiles_are_given_are_all_who_pay(folder: Path) -> None:
    alone = CLASH.replace("{some: funders, where: {reports: {only: [money]}}}", "{count: funders, at_most: 1}")
    assert len(one(engine_of(alone), folder, NAMES).clashes) == 1


def test_the_heaviest_clash_comes_first(folder: Path) -> None:
    fields = {"for_each": "funders", "next_step": "Talk."}
    engine = engine_of(*(finding(f"clash-{n}", "{reports: {includes: names}}", **fields) for n in (2, 5, 3)))
    assert [clash.weight for clash in one(engine, folder, NAMES).clashes] == [5, 3, 2]


def test_what_is_not_met_is_told_before_what_is(folder: Path) -> None:
    met = DEMAND.replace("names:\n    kind", "stage:\n    kind").replace("secret: no", "secret: yes")
    met = met.replace("not_when: {all: [{reports: {includes: names}}, {secret: yes}]}", "not_when: {stage: past}")
    text = as_text(held(engine_of(met, DEMAND), folder, NAMES), with_reasons=False)
    assert text.index("Not met:\n × ") < text.index("Met:\n + ")


# How profiles are read


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("answers: {reports: [names]}\n", '1.yaml:1:1: F02 The field "funder" is missing in this file.'),
        (
            "funder: A\nanswers: {report: [names]}\n",
            '1.yaml:2:11: I01 Nothing is asked about a funder as "report". Did you mean "reports"?',
        ),
        (
            "funder: A\nanswers: {reports: [name]}\n",
            '1.yaml:2:21: I02 "reports" has no answer "name". Did you mean "names"?',
        ),
        (
            "funder: A\nreports: [names]\nanswers: {}\n",
            '1.yaml:2:1: F01 There is no field "reports" here. It belongs under "answers:": move it to the right.',
        ),
        (
            "funder: A\nanswers: {name: B}\n",
            '1.yaml:2:11: F01 "name" does not belong here. What a funder is called stands under "funder:".',
        ),
        (
            'funder: "???"\nanswers: {}\n',
            '1.yaml:1:9: F04 "???" cannot be told from others. Write a name with letters or digits in it.',
        ),
    ],
)
def test_a_mistake_in_a_profile_is_told_with_its_place(written: str, fault: str, folder: Path) -> None:
    assert faults(folder, written) == [fault]


def test_every_fault_of_every_profile_is_told(folder: Path) -> None:
    assert len(faults(folder, "funder: A\nanswers: {a: 1}\n", "funder: B\nanswers: {b: 1}\n")) == 2


def test_two_profiles_of_one_name_are_a_fault(folder: Path) -> None:
    assert faults(folder, NAMES, NAMES) == [
        '2.yaml:1:9: I04 Another profile is about "The North" too. Give this one another name.'
    ]


# The command


PROFILE = "funder: The northern fund\nanswers:\n  wants_told: public_names\n  must_haves: [mandates, named]\n"


def test_the_command_takes_several_profiles_and_claims_at_once(folder: Path) -> None:
    first, second = files(folder, PROFILE, PROFILE.replace("northern", "southern"))
    told = advisor("expect", COMPOSED[0], "--funder", first, "--funder", second)
    assert (told.code, told.err) == (0, "")
    assert "What the northern fund expects" in told.out
    assert "What the southern fund expects" in told.out


def test_the_command_prints_what_the_schema_says(folder: Path) -> None:
    told = advisor("expect", COMPOSED[0], "--funder", *files(folder, PROFILE), "--json")
    schema = json.loads((bundled_rules() / "schema" / "expected.json").read_text())
    jsonschema.Draft7Validator(schema).validate(json.loads(told.out))


def test_the_schema_of_profiles_knows_the_options(folder: Path) -> None:
    schema = json.loads((bundled_rules() / "schema" / "funder.json").read_text())
    validator = jsonschema.Draft7Validator(schema)
    (path,) = files(folder, PROFILE)
    validator.validate(read_document(path).data)
    assert list(validator.iter_errors({"funder": "A", "answers": {"wants_told": "in publik"}}))

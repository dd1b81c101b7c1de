"""What the commands print, where they print it, and which code they leave with."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from advisor.rulebook.bundled import bundled_rules
from tests.places import CASES, COMPOSED, EXAMPLE_FILES, FURTHER, INITIATIVES, ROOT
from tests.running import advisor, advisor_process
from tests.small import SMALL_RULES

ACEH = bundled_rules() / "examples" / "aceh-2005.yaml"
MOZAMBIQUE = next(path for path in INITIATIVES if path.stem == "mozambique-1990")
OSLO = next(path for path in INITIATIVES if path.stem == "oslo-1993")
BLANK = "initiative: Nothing known\n"


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "blank.yaml"
    path.write_text(BLANK)
    return path


def contract() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads((bundled_rules() / "schema" / "assessment.json").read_text()))


def test_an_assessment_names_the_tracks_the_schools_and_the_sources() -> None:
    ran = advisor_process("assess", ACEH, "--reasons")
    assert ran.code == 0
    assert ran.err == ""
    assert "Track 1.5 by Mapendere" in " ".join(ran.out.split())
    assert "Government of Indonesia: In what capacity do its people come?" in ran.out
    assert "Source: Mapendere, J. (2005)." in ran.out


def test_no_line_of_an_assessment_is_wider_than_a_terminal() -> None:
    ran = advisor("assess", *INITIATIVES, *COMPOSED, "--reasons")
    assert [line for line in ran.out.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize(
    "paths", [EXAMPLE_FILES, pytest.param(FURTHER, marks=pytest.mark.slow)], ids=["examples", "rest"]
)
def test_the_json_of_every_real_initiative_keeps_the_contract(paths: list[Path]) -> None:
    ran = advisor("assess", *paths, "--json")
    assert ran.code == 0
    assessments = [json.loads(line) for line in ran.out.splitlines()]
    assert [a["initiative"]["id"] for a in assessments] == [path.stem for path in paths]
    agreed = contract()
    for assessment in assessments:
        agreed.validate(assessment)


def test_the_json_of_several_files_is_one_object_a_line() -> None:
    ran = advisor("assess", ACEH, MOZAMBIQUE, "--json")
    names = [json.loads(line)["initiative"]["id"] for line in ran.out.splitlines()]
    assert names == ["aceh-2005", "mozambique-1990"]


def test_a_bad_file_is_reported_and_does_not_stop_the_others(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("initiative: Bad\nanswers:\n  stage: runing\n")
    ran = advisor_process("assess", bad, ACEH, "--json")
    assert ran.code == 2
    assert ran.err == f'{bad}:3:10: I02 "stage" has no answer "runing". Did you mean "running"?\n'
    assert json.loads(ran.out)["initiative"]["id"] == "aceh-2005"


def test_about_a_blank_form_nothing_is_supported_and_nothing_is_refuted(blank: Path) -> None:
    assessment: dict[str, Any] = json.loads(advisor("assess", blank, "--json").out)
    statuses = {v["status"] for school in assessment["schools"] for v in school["verdicts"]}
    assert statuses == {"undecided"}
    assert assessment["headline"]["agreement"] == "undecided"
    assert assessment["headline"]["tracks"] == []


def test_why_proves_what_is_so() -> None:
    ran = advisor("why", ACEH, "mapendere/track-1.5")
    assert ran.code == 0
    assert ran.out.startswith("+ A non-political third party works with people")
    assert "Crisis Management Initiative: Does it represent a political institution?" in ran.out


def test_why_proves_what_is_not_so_in_a_phase() -> None:
    ran = advisor("why", OSLO, "parties-official", "--part", "exploration")
    assert "Why not:" in ran.out
    assert "Israel: In what capacity do its people come? Scholars and other experts" in ran.out
    assert "PLO" not in ran.out.split("Why not:")[1].splitlines()[2]


def test_why_shows_both_proofs_of_what_is_contested() -> None:
    ran = advisor("why", MOZAMBIQUE, "third-party-not-political")
    assert "What speaks for it:" in ran.out
    assert "What speaks against it:" in ran.out
    assert "Who disagrees:" in ran.out


@pytest.mark.parametrize("finding", ["table/dialogue", "headline/split", "mcdonald-diamond/media", "jones/transfer"])
def test_why_answers_for_findings_that_an_assessment_does_not_list_by_name(finding: str) -> None:
    assert advisor("why", ACEH, finding).code == 0


def test_why_begins_in_short() -> None:
    ran = advisor("why", ACEH, "mapendere/track-1.5")
    assert "By the definition of Mapendere, this is Track 1.5. It rests on this:" in ran.out


def test_why_for_programs_fits_its_schema() -> None:
    told = json.loads(advisor("why", MOZAMBIQUE, "mapendere/track-1.5", "--json").out)
    schema = json.loads((bundled_rules() / "schema" / "why.json").read_text())
    jsonschema.Draft7Validator(schema).validate(told)
    assert [side["proves"] for side in told["sides"]] == ["met", "not met"]
    assert told["result"]["status"] == "contested"
    assert told["shared"]


def test_why_is_as_wide_as_a_page_where_there_is_no_terminal() -> None:
    assert max(map(len, advisor("why", MOZAMBIQUE, "third-party-not-political").out.splitlines())) <= 80


def test_why_answers_for_one_item() -> None:
    ran = advisor("why", ACEH, "table/non-officials", "--item", "gam")
    assert ran.out.startswith("× Free Aceh Movement is there with nobody but officials.")


def test_why_says_what_is_missing_where_nothing_is_known(blank: Path) -> None:
    ran = advisor("why", blank, "mapendere/parties-official")
    assert "It cannot be decided while this is not known:" in ran.out
    assert "? Who are the sides? None is listed yet." in ran.out


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (("asess", "x"), "C02"),
        (("rules", "show"), "Try advisor rules show --help."),
        (("rules", "new", "x"), "Try advisor rules new --help."),
        (("why", str(ACEH), "mapendere/track-15"), 'There is no finding "mapendere/track-15".'),
        (("why", str(ACEH), "track-ii"), 'Several findings are called "track-ii"'),
        (("why", str(OSLO), "umbrella", "--part", "exploration"), "Several findings are called"),
        (("why", str(OSLO), "jones/umbrella", "--part", "exploraton"), 'Did you mean "exploration"?'),
        (("why", str(OSLO), "headline/whole-split", "--part", "exploration"), "judged once for the whole"),
        (("assess", "x" * 300), "C04 File name too long."),
        (("assess", "nowhere.yaml"), "nowhere.yaml: C01 There is no such file."),
        (("assess", str(ACEH), "--rules", "nowhere"), "nowhere: C01 There is no such folder."),
        ((), "C07 There is no terminal here that can show a screen."),
    ],
)
def test_a_wrong_call_is_told_so_in_a_sentence(call: tuple[str, ...], message: str) -> None:
    ran = advisor(*call)
    assert ran.code == 2
    assert ran.out == ""
    assert message in ran.err
    assert "Traceback" not in ran.err


def test_of_a_sound_rulebook_it_is_told_what_was_checked_and_that_nothing_was_found() -> None:
    ran = advisor("rules", "check", "--rules", ROOT / "tests" / "sound_rules")
    assert (ran.code, ran.out) == (0, "")
    assert re.search(r": nothing is wrong in \d+ rules? and \d+ questions?, and ", ran.err)
    assert ran.err.endswith("and there is nothing to note.\n")


def test_a_quick_check_says_that_it_has_not_looked_at_everything() -> None:
    ran = advisor("rules", "check", "--quick")
    assert (ran.code, ran.out) == (0, "")
    assert "nothing is wrong in " in ran.err
    assert ran.err.endswith("What follows from all answers was not looked at.\n")


def test_the_flat_program_can_be_exported_for_other_engines() -> None:
    program = json.loads(advisor("rules", "export").out)
    rules = [rule for stage in program["stages"] for rule in stage["rules"]]
    proofs = [rule for rule in rules if rule["then"] == "mapendere/track-1.5+"]
    assert [rule["if"][1:] for rule in proofs] == [
        ["mapendere/third-party-not-political+", "mapendere/parties-official+"]
    ]
    refusals = [rule["if"] for rule in rules if rule["then"] == "mapendere/track-1.5-"]
    assert ["mapendere/parties-official-"] in refusals


def test_a_faulty_rulebook_is_told_with_places_and_exit_code_1(tmp_path: Path) -> None:
    rules = tmp_path / "mine"
    (rules / "schools").mkdir(parents=True)
    (rules / "rulebook.yaml").write_text("title: Mine\n")
    ran = advisor_process("rules", "check", "--rules", rules)
    assert ran.code == 1
    assert ran.out.startswith('mine/rulebook.yaml:1:1: F02 The field "version" is missing')


@pytest.mark.parametrize(
    "call",
    [
        ("why", ACEH, "mapendere/track-1.5"),
        ("questions",),
        ("glossary", "transfer"),
        ("names", "Dari"),
        ("sources",),
        ("examples",),
        ("rules", "show", "goals"),
        ("rules", "diff", SMALL_RULES, "--rules", SMALL_RULES),
        ("rules", "test", CASES[0]),
        ("rules", "export", "--rules", SMALL_RULES),
        ("rules", "where"),
    ],
    ids=lambda call: "-".join(word for word in call[:2] if isinstance(word, str)),
)
def test_every_command_loads_by_itself_what_it_needs(call: tuple[str | Path, ...]) -> None:
    ran = advisor_process(*call)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


def test_help_loads_neither_the_engine_nor_the_models() -> None:
    code = (
        "import sys, contextlib, io\n"
        "from advisor.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main(['--help'])\n"
        "print([m for m in ('durable_rules_engine', 'pydantic', 'textual', 'yaml', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)  # noqa: S603
    assert done.stdout == "[]\n"


def test_what_could_steer_a_terminal_is_shown_and_not_sent(tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text('initiative: "A\\e]0;owned\\aB \\u202Egnp.exe [/b] [TODO]"\n')
    out = advisor("assess", path).out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "A<U+001B>]0;owned<U+0007>B <U+202E>gnp.exe [/b] [TODO]" in out


def test_the_examples_that_come_along_are_listed_with_their_paths() -> None:
    ran = advisor("examples")
    assert str(ACEH) in ran.out


def test_the_sources_are_listed_with_the_rules_that_rest_on_them() -> None:
    out = advisor("sources").out
    assert "mapendere/track-1.5" in out
    assert " of 44 are carried." in out

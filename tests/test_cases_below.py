"""`advisor rules test` on a layer: its own cases, and those of the rules below, held against all layers together."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from advisor.errors import AdvisorError
from advisor.rulebook.loader import load_rulebook
from advisor.workshop.cases.command import run_cases
from advisor.workshop.cases.plain import as_text
from advisor.workshop.cases.result import RunResult
from tests.layers import layer_on
from tests.running import advisor
from tests.small import SMALL_RULES

BELOW = """\
about: small
cases:
  - case: Two sides come.
    answers: {sides: {only: [{id: north}, {id: south}]}}
    expect: {two-sides: met}
  - case: A private circle mediates.
    answers: {mediators: {only: [{id: circle, political: no}]}}
    expect: {private: met}
"""
THREE_SIDES = """\
school: small
findings:
  two-sides:
    kind: criterion
    statement: In the sample, at least three sides come.
    when: {count: sides, at_least: 3}
    basis: heuristic
"""
REPLACES = "replaces: {findings: {small/two-sides: Two are too few.}}\n"
OWN = """\
about: small
cases:
  - case: Three sides come.
    answers: {sides: {only: [{id: north}, {id: south}, {id: west}]}}
    expect: {two-sides: met}
"""
FILES = {"schools/small.yaml": THREE_SIDES, "cases/own.yaml": OWN}


@pytest.fixture
def below(tmp_path: Path) -> Path:
    """Rules with cases."""
    folder = tmp_path / "below"
    shutil.copytree(SMALL_RULES, folder)
    (folder / "cases").mkdir()
    (folder / "cases" / "small.yaml").write_text(BELOW)
    return folder


def held(below: Path, files: Mapping[str, str], changes: str) -> RunResult:
    """How the cases come out that a layer with these files has, and those below it."""
    return run_cases(layer_on(below, files, changes=changes))


def test_a_case_of_the_rules_below_that_the_layer_breaks_is_told_apart_from_its_own(below: Path) -> None:
    told = as_text(held(below, FILES, REPLACES))
    own, _, others = told.partition("Cases of the rules below\n")
    assert "The one case came out as expected." in own
    assert (
        "below/cases/small.yaml:3\n  Two sides come.\n  - small/two-sides: expected met, and it is not met." in others
    )
    assert "1 of 2 cases came out otherwise than expected." in others


def test_a_case_that_fails_only_below_is_an_answer_of_no(below: Path) -> None:
    layer = layer_on(below, FILES, changes=REPLACES)
    ran = advisor("rules", "test", "--rules", layer, "--json")
    told = json.loads(ran.out)
    assert ran.code == 1
    assert (told["failed"], [case["case"] for case in told["below"]["failed"]]) == ([], ["Two sides come."])


def test_what_is_printed_switches_a_case_off_that_the_layer_means_otherwise(below: Path) -> None:
    layer = layer_on(below, FILES, changes=REPLACES)
    told = as_text(run_cases(layer))
    printed = told[told.index("switches_off:") :]
    manifest = layer / "rulebook.yaml"
    manifest.write_text(f"{manifest.read_text()}{printed}")
    after = run_cases(layer)
    assert after.below is not None
    assert (after.below.cases, after.below.failed, after.below.switched_off) == (1, [], 1)
    assert "Switched off by rulebook.yaml: 1." in as_text(after)
    assert load_rulebook(layer).layers[0].switches_off


def test_a_case_that_is_switched_off_and_not_there_is_a_fault_with_its_line(below: Path) -> None:
    with pytest.raises(AdvisorError) as caught:
        held(below, {}, 'switches_off: {cases: {"Two side come.": Ours.}}\n')
    (fault,) = caught.value.faults
    assert str(fault) == (
        'ours/rulebook.yaml:4:24: R35 There is no case "Two side come." in the rules below this layer. '
        'Did you mean "Two sides come."?'
    )


def test_a_case_about_what_the_layer_does_without_is_left_out_and_told(below: Path) -> None:
    off = ", ".join(f"{id_}: Not ours" for id_ in ("small/two-sides", "small/track-two", "advice/clear-track"))
    result = held(below, {}, f"switches_off: {{findings: {{{off}}}}}\n")
    assert result.below is not None
    assert (result.below.cases, result.below.failed) == (1, [])
    told = as_text(result)
    assert "Left out, as they speak of what your rules do not have: 1.\n  below/cases/small.yaml:3: There is no" in told


def test_a_layer_without_cases_says_so_and_runs_those_below(below: Path) -> None:
    told = as_text(held(below, {}, ""))
    assert "There are no cases yet." in told
    assert "All 2 cases came out as expected (2 expectations)." in told


def test_a_file_that_is_named_is_tested_alone(below: Path) -> None:
    layer = layer_on(below, FILES, changes=REPLACES)
    result = run_cases(layer, [layer / "cases" / "own.yaml"])
    assert (result.cases, result.below) == (1, None)


def test_what_a_layer_in_the_middle_switches_off_is_off_for_those_on_top_of_it(below: Path) -> None:
    off = f'{REPLACES}switches_off: {{cases: {{"Two sides come.": Two are too few.}}}}\n'
    middle = layer_on(below, FILES, name="middle", changes=off)
    result = run_cases(layer_on(middle))
    assert result.below is not None
    assert (result.below.cases, result.below.failed, result.below.switched_off) == (2, [], 1)

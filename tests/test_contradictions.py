"""A finding that is met and not met on undisputed answers is a fault of the rulebook, unless it says who disagrees."""

import shutil
from pathlib import Path

import pytest

from tests.running import Ran, advisor
from tests.test_faults import SMALL_RULES

BOTH = """
theme: both
title: Both at once
findings:
  it:
    kind: premise
    statement: It is so.
    when: {stage: STAGE}
    not_when: {stage: STAGE}
    basis: heuristic
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    shutil.copytree(SMALL_RULES, folder)
    return folder


def assessed(rules: Path, theme: str, stage: str) -> Ran:
    (rules / "themes" / "both.yaml").write_text(theme)
    initiative = rules.parent / "it.yaml"
    initiative.write_text(f"initiative: It\nanswers: {{stage: {stage}}}\n")
    return advisor("assess", initiative, "--json", "--rules", rules)


def first_stage(rules: Path) -> tuple[str, str]:
    """Two options of the sample's question about the stage."""
    text = "\n".join(path.read_text() for path in sorted((rules / "questions").glob("*.yaml")))
    block = text.split("  stage:", 1)[1].split("options:", 1)[1]
    names = [line.split(":")[0].strip() for line in block.splitlines() if ":" in line]
    return names[0], names[1]


def test_it_is_told_with_the_place_of_the_finding(rules: Path) -> None:
    stage, _ = first_stage(rules)
    ran = assessed(rules, BOTH.replace("STAGE", stage), stage)
    assert ran.code == 2
    assert ran.err.startswith('rules/themes/both.yaml:5:3: R28 "both/it" is both met and not met for "It"')
    assert ran.out


def test_it_is_no_fault_where_the_rule_says_who_disagrees(rules: Path) -> None:
    stage, _ = first_stage(rules)
    ran = assessed(rules, BOTH.replace("STAGE", stage) + "    dissent: Some read it the other way.\n", stage)
    assert (ran.code, ran.err) == (0, "")


def test_it_is_no_fault_where_the_answer_is_disputed(rules: Path) -> None:
    stage, other = first_stage(rules)
    disputed = f"{{contested: [{{is: {stage}, by: one}}, {{is: {other}, by: another}}]}}"
    ran = assessed(
        rules,
        BOTH.replace("not_when: {stage: STAGE}", f"not_when: {{stage: {other}}}").replace("STAGE", stage),
        disputed,
    )
    assert (ran.code, ran.err) == (0, "")

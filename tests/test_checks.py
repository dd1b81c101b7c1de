"""What is noted of rules without faults: each note with its place, its sentence and an initiative that shows it.

Each file in `noted/` is sound, and says at its top what is noted of it: which file of the sample rulebook it stands in
for, or stands beside (`# replaces:`), and every line that a person is to see (`# says:`).
"""

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from advisor.errors import FAULT_CODES
from advisor.model.accepted import Check
from advisor.reference import Reference
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.solver.possible import ITEMS, Possible
from advisor.workshop.checks.check import CHECKS, check
from advisor.workshop.checks.desk import Desk
from tests.places import ROOT
from tests.running import advisor, advisor_process
from tests.test_faults import JARGON, said_at_the_top

HERE = Path(__file__).parent
SOUND_RULES = HERE / "sound_rules"
NOTED = sorted((HERE / "noted").glob("*.yaml"))
PAGES = ROOT / "docs" / "checks"
CODES = [code for code in FAULT_CODES if code.startswith("W")]


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the sample rulebook of which nothing is noted."""
    folder = tmp_path / "sound_rules"
    shutil.copytree(SOUND_RULES, folder)
    return folder


def noted(folder: Path) -> list[str]:
    """The lines that a person sees."""
    notes = check(load_rulebook(folder, thoroughly=True))
    return [line.strip() for note in notes for line in str(note).splitlines()]


def put(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")


@pytest.mark.parametrize("path", NOTED, ids=lambda path: path.stem)
def test_a_file_gets_exactly_these_notes(path: Path, rules: Path) -> None:
    (replaced,) = said_at_the_top(path, "replaces")
    put(rules, replaced, path.read_text(encoding="utf-8"))
    assert noted(rules) == said_at_the_top(path, "says")


@pytest.mark.parametrize("path", NOTED, ids=lambda path: path.stem)
def test_no_note_needs_the_words_of_programmers(path: Path) -> None:
    for said in said_at_the_top(path, "says"):
        if said.startswith("For example"):
            # It tells answers, in the words of the questions.
            continue
        assert not JARGON.search(re.sub(r'"[^"]*"|\{[^}]*\}', "", said))


@pytest.mark.parametrize("path", NOTED, ids=lambda path: path.stem)
def test_what_the_solver_finds_shows_by_the_reference_what_is_noted(path: Path, rules: Path) -> None:
    (replaced,) = said_at_the_top(path, "replaces")
    put(rules, replaced, path.read_text(encoding="utf-8"))
    rulebook = load_rulebook(rules)
    desk = Desk(rulebook)
    witnesses = [note.witness for one in CHECKS for note in one(desk) if note.witness is not None]
    assert all(witness.shows(Reference(rulebook, witness.initiative)) for witness in witnesses)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_shown_by_a_file_and_explained_on_a_page(code: str) -> None:
    lines = [line for path in NOTED for line in said_at_the_top(path, "says")]
    assert any(f": {code} " in line for line in lines)
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code}: {FAULT_CODES[code]}\n")
    assert f"[{code}]({code}.md)" in (PAGES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(PAGES.glob("W*.md")), ids=lambda path: path.stem)
def test_the_example_of_a_page_gets_the_note_that_the_page_shows(path: Path, rules: Path) -> None:
    page = path.read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (shown,) = re.findall(r"^```text\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    put(rules, *example)
    assert " ".join(noted(rules)) == " ".join(shown.split())


def test_the_bundled_rules_get_no_note() -> None:
    assert noted(bundled_rules()) == []


def test_every_note_but_those_about_sources_and_acceptances_can_be_accepted() -> None:
    assert sorted((*get_args(Check), "W13", "W14", "W15")) == CODES


OVER = """
theme: broken
title: Broken
findings:
  over:
    kind: step
    weight: 2
    statement: Say thank you.
    when: {all: [{stage: past}, {not: {stage: idea}}]}
    basis: heuristic
"""


def test_what_is_accepted_is_not_noted(rules: Path) -> None:
    put(rules, "themes/broken.yaml", OVER)
    assert [line.split()[1] for line in noted(rules) if line.startswith("sound")] == ["W09"]
    put(rules, "themes/broken.yaml", f"{OVER}    accepted: [{{check: W09, because: It is clearer so.}}]\n")
    assert noted(rules) == []


def test_an_acceptance_names_a_check_and_a_finding_that_exist(rules: Path) -> None:
    wrong = "    accepted: [{check: W99, because: So it is.}, {check: W07, with: nobody, because: So it is.}]\n"
    put(rules, "themes/broken.yaml", f"{OVER}{wrong}")
    ran = advisor("rules", "check", "--rules", rules)
    assert ran.code == 1
    assert ran.out.startswith('sound_rules/themes/broken.yaml:11:24: F03 "check" cannot be "W99".')
    put(rules, "themes/broken.yaml", f"{OVER}{wrong.replace('W99', 'W09')}")
    assert advisor("rules", "check", "--rules", rules).out.startswith(
        'sound_rules/themes/broken.yaml:11:69: R06 There is no finding "nobody" here.'
    )


def test_notes_are_data_and_only_a_strict_check_leaves_with_1(rules: Path) -> None:
    put(rules, "themes/broken.yaml", OVER)
    ran = advisor("rules", "check", "--rules", rules)
    assert ran.code == 0
    assert ran.out.startswith("sound_rules/themes/broken.yaml:9:33: W09 ")
    assert ran.err == "To note: 1. What it means and how to mend it: docs/checks/W09.md.\n"
    assert advisor("rules", "check", "--strict", "--rules", rules).code == 1
    assert advisor("rules", "check", "--strict", "--quick", "--rules", rules).out == ""


def test_the_order_in_which_words_are_kept_changes_no_example(rules: Path) -> None:
    put(rules, "schools/broken.yaml", next(p for p in NOTED if p.stem.startswith("W04")).read_text(encoding="utf-8"))
    assert len({advisor_process("rules", "check", "--rules", rules).out for _ in range(3)}) == 1


COUNTS = """
theme: broken
title: Broken
findings:
  crowd:
    kind: step
    weight: 2
    statement: Meet in smaller circles.
    when: {count: sides, where: {capacity: {includes: experts}}, at_least: NUMBER}
    basis: heuristic
  many-phases:
    kind: step
    weight: 2
    scope: whole
    statement: Say which phase you speak of.
    when: {count: parts, where: {activity: talks}, at_least: NUMBER}
    basis: heuristic
"""


@pytest.mark.parametrize("number", [2, 3, 7])
def test_lists_are_as_long_as_any_rule_counts(number: int, rules: Path) -> None:
    put(rules, "themes/broken.yaml", COUNTS.replace("NUMBER", str(number)))
    assert noted(rules) == []
    meaning = Possible(load_rulebook(rules)).meaning
    assert len(meaning.initiative.whole.group("sides").there) == max(ITEMS, number + 1)
    assert len(meaning.initiative.parts) == number + 1


CONDITIONAL = """
section: broken
title: What is asked at times
questions:
  mediators:
    prompt: Who mediates?
    type: group
    item: mediator
    ask_when: {stage: running}
    fields:
      paid:
        prompt: Is this mediator paid?
        type: yes-no
      paid_by:
        prompt: By whom?
        type: choice
        options: {state: A state, others: Others}
        ask_when: {paid: yes}
"""

NOT_ASKED = """
theme: broken
title: Broken
findings:
  it:
    kind: step
    weight: 2
    statement: Find out more.
    when: CONDITION
    basis: heuristic
"""


@pytest.mark.parametrize(
    ("condition", "codes"),
    [
        ("{all: [{stage: idea}, {some: mediators, where: {paid: yes}}]}", ["W01"]),
        ("{all: [{stage: idea}, {no: mediators, where: {paid: yes}}]}", ["W01"]),
        ("{all: [{stage: running}, {no: mediators, where: {paid: yes}}]}", []),
        ("{some: mediators, where: {all: [{paid: no}, {paid_by: state}]}}", ["W01"]),
        ("{some: mediators, where: {all: [{paid: yes}, {paid_by: state}]}}", []),
    ],
)
def test_what_is_not_asked_is_not_answered(condition: str, codes: list[str], rules: Path) -> None:
    put(rules, "questions/broken.yaml", CONDITIONAL)
    put(rules, "themes/broken.yaml", NOT_ASKED.replace("CONDITION", condition))
    about_the_theme = [line.split()[1] for line in noted(rules) if line.startswith("sound_rules/themes")]
    assert about_the_theme == codes

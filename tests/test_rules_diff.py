"""`advisor rules diff`: what changed in meaning, whom it concerns, and through which rule."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from advisor.rulebook.bundled import bundled_rules
from advisor.workshop.diff.command import compared
from advisor.workshop.diff.plain import as_text
from advisor.workshop.diff.result import DiffResult
from tests.places import COMPOSED
from tests.running import advisor


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A copy of the bundled rules, to be changed."""
    folder = tmp_path / "rules"
    shutil.copytree(bundled_rules(), folder)
    return folder


OWN_SCHOOL = """\
school: own
title: Our own school
about: Ours.
source: brief-2022
findings:
  talks:
    kind: verdict
    track: II
    statement: People talk.
    when: {activity: talks}
    basis: heuristic
"""


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def diff(changed: Path, *on: Path) -> DiffResult:
    return compared(str(bundled_rules()), str(changed), bundled_rules(), on)


def test_the_same_rules_are_the_same_to_the_letter(changed: Path) -> None:
    assert as_text(diff(changed)).endswith("These are the same rules, to the letter.\n")


def test_a_comment_changes_nothing_in_meaning(changed: Path) -> None:
    change(changed, "schools/2-mapendere.yaml", "findings:\n", "# A remark.\nfindings:\n\n")
    assert "Nothing changed in meaning." in as_text(diff(changed))


def test_conditions_in_another_order_mean_the_same(changed: Path) -> None:
    old = "{all: [{finding: unofficial}, {finding: interaction}]}"
    new = "{all: [{all: [{finding: interaction}]}, {finding: unofficial}]}"
    change(changed, "schools/1-montville.yaml", old, new)
    assert diff(changed).changes == []


def test_a_changed_condition_is_told_in_english_before_and_now(changed: Path) -> None:
    change(changed, "schools/1-montville.yaml", "{all: [{finding: unofficial}", "{any: [{finding: unofficial}")
    (told,) = diff(changed).changes
    assert (told.id, told.change, told.sort) == ("montville/track-ii", "changed", "finding")
    (difference,) = told.differences
    assert difference.what == "When it holds"
    assert (difference.before[0], difference.now[0]) == ("Both of these are so:", "At least one of these is so:")


def test_changed_words_weights_and_sources_are_told_and_settle_nothing_otherwise(changed: Path) -> None:
    change(changed, "themes/8-risks.yaml", "Nobody who comes is in office,", "Nobody here is in office,")
    change(changed, "themes/8-risks.yaml", "kind: risk\n    weight: 5", "kind: risk\n    weight: 4")
    change(changed, "schools/3-rieker.yaml", "note 14", "note 15")
    result = diff(changed)
    told = {(one.id, difference.what) for one in result.changes for difference in one.differences}
    assert told == {
        ("risks/nobody-in-office", "What it says"),
        ("risks/hides-a-commission", "How much it matters"),
        ("rieker/dialogue", "Where in it"),
    }
    assert all((one.headlines, one.findings, one.filled) == ([], [], []) for one in result.effects)


def test_advice_in_other_words_is_told_where_it_is_given(changed: Path) -> None:
    change(changed, "themes/8-steps.yaml", "Ask two people whom you trust", "Ask three people whom you trust")
    result = diff(changed, *COMPOSED)
    assert result.effects
    assert {name for one in result.effects for name in one.reworded} == {"steps/ask-around"}
    assert len(result.effects) < result.looked_at
    assert "\n  - Told in other words: steps/ask-around\n" in as_text(result)


def test_other_words_that_are_told_to_nobody_concern_nobody(changed: Path) -> None:
    change(changed, "schools/3-rieker.yaml", "note 14", "note 15")
    result = diff(changed)
    assert result.effects == []
    assert "Nothing: each of them gets the same headline, verdicts and advice as before." in as_text(result)


def test_what_a_new_school_says_is_told_in_brief(changed: Path) -> None:
    (changed / "schools" / "own.yaml").write_text(OWN_SCHOOL)
    result = diff(changed)
    told = as_text(result)
    assert re.search(r"\nOur own school: talks is supported for \d[^\[]*\[own\]\n", told)
    assert told.count("  - Our own school: talks ") == len(result.effects) == result.looked_at
    assert "[own/talks]" not in told.partition("What that changes for")[2]
    assert {one.finding for effect in result.effects for one in effect.findings} == {"own/talks"}


def test_what_is_added_and_what_is_removed_is_told(changed: Path) -> None:
    change(changed, "themes/8-steps.yaml", "  ask-around:", "  ask-about:")
    told = [(one.id, one.change) for one in diff(changed).changes]
    assert told == [("steps/ask-about", "added"), ("steps/ask-around", "removed")]


def test_an_option_that_reads_otherwise_is_told(changed: Path) -> None:
    change(changed, "questions/5-process.yaml", "label: Free\n", "label: Without a set order\n")
    (told,) = [one for one in diff(changed).changes if one.sort == "question"]
    assert (told.id, told.differences[0].what) == ("structure", "Options")


def test_the_headline_that_changes_is_told_with_the_rule_that_did_it(changed: Path) -> None:
    change(changed, "schools/1-montville.yaml", "{all: [{finding: unofficial}", "{any: [{finding: unofficial}")
    (effect,) = [one for one in diff(changed).effects if one.file.endswith("camp-david-1978.yaml")]
    (headline,) = effect.headlines
    assert headline.before is not None
    assert headline.before.startswith("Track I by ")
    assert headline.now is not None
    assert "Track II by Montville" in headline.now
    assert headline.through == ["montville/track-ii"]


def test_a_change_is_traced_to_the_premise_that_it_comes_from(changed: Path) -> None:
    change(changed, "themes/1-table.yaml", "activity: [talks, consultation, community]", "activity: [consultation]")
    (effect,) = [one for one in diff(changed).effects if one.file.endswith("aceh-2005.yaml")]
    assert {cause for one in effect.findings for cause in one.through} == {"table/dialogue"}
    assert {one.finding for one in effect.findings} >= {"mapendere/track-1.5", "rieker/dialogue"}


def test_advice_that_is_said_now_and_was_not_is_told_in_words(changed: Path) -> None:
    change(changed, "themes/8-risks.yaml", "when: {after_end: unplanned}", "when: {stage: running}")
    vigil = next(path for path in COMPOSED if path.stem == "hard-bargain")
    told = as_text(diff(changed, vigil))
    assert "[risks/ends-in-nothing]\n    before: waits for answers; now: said\n" in told
    assert "What that changes for the initiative" in told


def test_a_role_that_others_fill_is_told(changed: Path) -> None:
    line = "{some: team, where: {standing: {includes: insider_partial}}, how: from inside, fills: fully}"
    change(changed, "themes/4-team.yaml", line, line.replace("fully", "partly"))
    roles = [one for effect in diff(changed, *COMPOSED).effects for one in effect.filled]
    assert roles
    assert {one.finding for one in roles} == {"team/insider"}
    assert {cause for one in roles for cause in one.through} == {"team/insider"}


def test_what_a_theme_asks_of_all_is_told_once(changed: Path) -> None:
    change(changed, "themes/8-steps.yaml", "applies_when: {finding: bearing/advised}", "applies_when: {stage: idea}")
    assert [(one.sort, one.id) for one in diff(changed).changes] == [("theme", "steps")]


def test_a_question_that_no_longer_matters_is_named_as_the_cause(changed: Path) -> None:
    change(
        changed,
        "questions/1-safety.yaml",
        "ask_when: {contact_risk: [danger, crime]}",
        "ask_when: {contact_risk: crime}",
    )
    result = diff(changed, *COMPOSED)
    through = {cause for effect in result.effects for one in effect.findings for cause in one.through}
    assert through == {'the question "Who would be at risk?"'}


def test_an_initiative_that_can_no_longer_be_read_is_told(changed: Path, tmp_path: Path) -> None:
    says = "so: part of the initiative is public and part is not"
    mixed = f'      mixed:\n        label: "Some of it public, some not"\n        {says}\n'
    change(changed, "questions/5-process.yaml", mixed, "")
    for path in (changed / "themes").iterdir():
        path.write_text(path.read_text().replace(", mixed]", "]").replace("public, mixed", "public"))
    own = tmp_path / "own.yaml"
    own.write_text("initiative: Own\nanswers: {visibility: mixed}\n")
    (effect,) = diff(changed, own).effects
    assert "I02" in effect.faults[0]


def test_a_revision_of_the_repository_is_named_with_git(changed: Path) -> None:
    def git(*arguments: str) -> None:
        command = ["git", "-C", str(changed), "-c", "user.name=x", "-c", "user.email=x@x", *arguments]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603

    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "before")
    change(changed, "themes/8-risks.yaml", "when: {after_end: unplanned}", "when: {after_end: ends}")
    ran = advisor("rules", "diff", "git:HEAD", "--rules", changed)
    assert ran.code == 0
    assert "[risks/ends-in-nothing]" in ran.out
    ran = advisor("rules", "diff", "git:nowhere", "--rules", changed)
    assert (ran.code, ran.out) == (2, "")
    assert 'C08 git knows no revision "nowhere"' in ran.err


def test_a_folder_in_no_repository_has_no_revisions(changed: Path) -> None:
    ran = advisor("rules", "diff", "git:HEAD", "--rules", changed)
    assert ran.code == 2
    assert "is in no git repository, so it has no revisions" in ran.err


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    ran = advisor("rules", "diff", tmp_path / "nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert "C01 There is no such folder." in ran.err


def test_the_json_of_a_diff_tells_the_same(changed: Path) -> None:
    change(changed, "themes/8-risks.yaml", "when: {after_end: unplanned}", "when: {after_end: ends}")
    told = json.loads(advisor("rules", "diff", bundled_rules(), changed, "--json").out)
    assert [one["id"] for one in told["changes"]] == ["risks/ends-in-nothing"]
    assert DiffResult.model_validate(told).looked_at == 9


def test_no_line_of_a_diff_is_wider_than_a_terminal(changed: Path) -> None:
    change(changed, "themes/1-table.yaml", "activity: [talks, consultation, community]", "activity: [consultation]")
    told = advisor("rules", "diff", "rules", changed, "--on", *COMPOSED).out
    assert [line for line in told.splitlines() if len(line) > 80 and "/" not in line] == []

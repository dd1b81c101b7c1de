"""Two initiatives, or two versions of one, side by side: what differs, and because of what conclusions differ."""

import json
import re
import shlex
from functools import cache
from itertools import combinations
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from advisor.comparison.causes import Causes, Taken
from advisor.comparison.compare import compared
from advisor.comparison.differences import Sort, differences
from advisor.comparison.judged import Judge, Judged, Key
from advisor.comparison.keys import keys_of
from advisor.comparison.mixed import Mixer
from advisor.comparison.plain import as_text
from advisor.comparison.results import Comparison, ConclusionResult
from advisor.comparison.wording import cause
from advisor.documents import parse_document
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import initiative_in, read_initiative
from advisor.report.assess import assess
from advisor.report.assessment import ViewResult
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.rulebook import Rulebook
from tests.bundled import bundled_engine, bundled_rulebook
from tests.places import COMPOSED, INITIATIVES, ROOT
from tests.random_rulebooks import initiatives, rulebooks
from tests.running import advisor

EXAMPLES = bundled_rules() / "examples"
ACEH, OSLO = EXAMPLES / "aceh-2005.yaml", EXAMPLES / "oslo-1993.yaml"
MANDATE = "movement\n        capacity: {only: [mandated]}"
PLAN = """
initiative: A plan
answers:
  stage: design
  activity: talks
  third_parties: {only: [{id: host, political: no}]}
  sides:
    only:
      - {id: a, name: The upper town, capacity: {only: [mandated]}}
      - {id: b, name: The lower town, capacity: {only: [mandated]}}
"""


def initiative(text: str) -> Initiative:
    return initiative_in(parse_document(text, "plan.yaml"), "plan", bundled_rulebook().questions)


def told(first: str, second: str) -> Comparison:
    return compared(bundled_rulebook(), initiative(first), initiative(second))


def changed(old: str, new: str, text: str = PLAN) -> Comparison:
    """What is told of a text and the same with something replaced."""
    assert old in text
    return told(text, text.replace(old, new))


def read(path: Path) -> Initiative:
    return read_initiative(path, bundled_rulebook().questions)


def differ(found: Comparison) -> list[tuple[str, str, str]]:
    return [(one.says, one.first, one.second) for one in found.differences]


def concluded(found: Comparison, finding: str) -> ConclusionResult:
    return next(one for one in found.conclusions if one.finding == finding)


def because(found: Comparison, finding: str) -> list[str]:
    """What is said to differ where a conclusion has its reason."""
    (reason,) = [one for one in found.reasons if any(c.finding == finding for c in one.conclusions)]
    return [found.differences[number - 1].says for number in reason.differences]


# Which answers differ


def test_an_answer_that_was_changed_is_told_with_both_values() -> None:
    assert differ(changed("stage: design", "stage: running")) == [("Stage", "Being designed.", "Running.")]


def test_unanswered_withheld_and_disputed_are_told_apart() -> None:
    assert differ(changed("stage: design", "stage: withheld")) == [
        ("Stage", "Being designed.", "Known, but not written here.")
    ]
    assert differ(changed("  stage: design\n", "")) == [("Stage", "Being designed.", "Not known.")]
    disputed = "{contested: [{is: design, by: the team}, {is: idea, by: the board}]}"
    assert differ(changed("stage: design", f"stage: {disputed}")) == [
        ("Stage", "Being designed.", "Disputed. the team: Being designed. the board: An idea.")
    ]


def test_unknown_and_withheld_differ_although_no_rule_tells_them_apart() -> None:
    found = told(PLAN.replace("stage: design", "stage: unknown"), PLAN.replace("stage: design", "stage: withheld"))
    assert differ(found) == [("Stage", "Not known.", "Known, but not written here.")]
    assert found.conclusions == []


def test_notes_are_no_answers() -> None:
    assert changed("stage: design", "stage: {is: design, note: Since May.}").differences == []


def test_an_item_is_the_same_where_its_id_is() -> None:
    found = changed("The lower town, capacity: {only: [mandated]}", "The lower town, capacity: {only: [experts]}")
    assert [(one.says, one.item) for one in found.differences] == [("The lower town: Capacity", "b")]


def test_an_item_that_is_there_only_once_is_one_difference_with_all_that_is_said_of_it() -> None:
    found = changed("      - {id: b, name: The lower town, capacity: {only: [mandated]}}\n", "")
    assert differ(found) == [("Sides: The lower town", "listed", "not listed")]


def test_a_list_that_is_whole_in_one_and_open_in_the_other_differs() -> None:
    found = changed("sides:\n    only:", "sides:\n    includes:")
    assert differ(found) == [("Sides: is that all?", "that is all", "there may be more")]


def test_lists_that_share_no_id_are_one_difference_and_it_is_said_why() -> None:
    found = changed("id: a, name: The upper town", "id: c, name: The hill").differences
    assert [one.sort for one in found] == [Sort.ITEM, Sort.ITEM]
    apart = told(PLAN, PLAN.replace("id: a,", "id: c,").replace("id: b,", "id: d,"))
    assert [(one.sort, one.unmatched) for one in apart.differences] == [(Sort.GROUP, True)]
    assert "Under Sides no id is in both files" in as_text(apart)


def test_a_list_that_only_one_has_is_one_difference_and_needs_no_excuse() -> None:
    found = told("initiative: A plan\nanswers: {stage: design}\n", PLAN)
    (sides,) = [one for one in found.differences if one.question == "sides"]
    assert (sides.first, sides.second) == ("none listed yet", "The upper town and The lower town; that is all")
    assert "no id is in both" not in as_text(found)


PARTS = """parts:
  only:
    - {id: secret, name: The secret talks, kind: phase, from: "2020", answers: {visibility: secret}}
    - {id: open, name: The open talks, kind: phase, from: "2021", answers: {visibility: public}}
"""


def test_what_differs_in_one_part_alone_says_so() -> None:
    found = changed("visibility: secret", "visibility: discreet", PLAN + PARTS)
    assert [(one.says, one.where, one.parts) for one in found.differences] == [
        ("Visibility", "In The secret talks", ["secret"])
    ]


def test_what_differs_throughout_is_one_difference() -> None:
    found = changed("stage: design", "stage: running", PLAN + PARTS)
    assert [(one.where, one.parts) for one in found.differences] == [("", ["", "secret", "open"])]


def test_a_part_that_is_there_only_once_and_dates_that_were_moved_are_told() -> None:
    gone = changed(PARTS.splitlines()[3], "", PLAN + PARTS)
    assert differ(gone) == [("Phases and strands: The open talks", "listed", "not listed")]
    moved = changed('"2021"', '"2022"', PLAN + PARTS)
    assert differ(moved) == [("Phases and strands: The open talks", "phase, 2021", "phase, 2022")]


def test_phases_that_only_one_has_are_one_difference() -> None:
    found = told(PLAN, PLAN + PARTS)
    assert differ(found) == [("Phases and strands", "none", "The secret talks and The open talks; that is all")]


# Which conclusions differ, because of what


def test_a_verdict_that_falls_with_a_mandate_says_so() -> None:
    found = changed("The lower town, capacity: {only: [mandated]}", "The lower town, capacity: {only: [experts]}")
    verdict = concluded(found, "mapendere/track-1.5")
    assert (verdict.first.status, verdict.second.status) == ("supported", "refuted")
    assert because(found, "mapendere/track-1.5") == ["The lower town: Capacity"]


def test_only_what_is_needed_is_named_as_the_reason() -> None:
    both = PLAN.replace("The lower town, capacity: {only: [mandated]}", "The lower town, capacity: {only: [experts]}")
    found = told(PLAN, both.replace("activity: talks", "activity: talks\n  visibility: public"))
    assert because(found, "mapendere/track-1.5") == ["The lower town: Capacity"]


def test_several_answers_that_only_together_bring_something_about_are_named_together() -> None:
    first = PLAN.replace("capacity: {only: [mandated]}", "capacity: {only: [experts]}")
    assert because(told(first, PLAN), "mapendere/track-1.5") == ["The upper town: Capacity", "The lower town: Capacity"]


def test_the_same_twice_finds_nothing() -> None:
    for path in (ACEH, OSLO):
        found = compared(bundled_rulebook(), read(path), read(path))
        assert (found.differences, found.conclusions) == ([], [])
        assert "No answer differs." in as_text(found)
        assert "No conclusion differs" in as_text(found)


def values(found: Comparison) -> set[tuple[str, str, str]]:
    answers = {(one.says, one.first, one.second) for one in found.differences}
    return answers | {(one.says + one.where, repr(one.first), repr(one.second)) for one in found.conclusions}


@pytest.mark.parametrize(("one", "other"), [(ACEH, OSLO), *zip(COMPOSED[::5], INITIATIVES[::5], strict=False)])
def test_the_other_way_round_the_columns_change_places(one: Path, other: Path) -> None:
    there = compared(bundled_rulebook(), read(one), read(other))
    back = compared(bundled_rulebook(), read(other), read(one))
    assert {(says.split(":")[0], b, a) for says, a, b in values(there)} == {
        (says.split(":")[0], a, b) for says, a, b in values(back)
    }


def statuses(view: ViewResult) -> dict[tuple[str, str | None], str]:
    verdicts = [verdict for school in view.schools for verdict in school.verdicts]
    return {(one.id, one.item): one.status for one in (*verdicts, *view.findings)}


@pytest.mark.parametrize(("one", "other"), [(ACEH, OSLO), *zip(COMPOSED[::3], INITIATIVES[::2], strict=False)])
def test_what_is_told_of_both_is_what_their_assessments_say(one: Path, other: Path) -> None:
    engine, sides = bundled_engine(), (read(one), read(other))
    found = compared(engine.rulebook, *sides)
    assessed = [assess(engine, side) for side in sides]
    assert found.unexplained == []
    told_alike = {(c.finding, c.item) for c in found.conclusions if "" in c.parts and c.finding}
    for conclusion in found.conclusions:
        if (
            "" in conclusion.parts
            and conclusion.finding
            and engine.rulebook.findings[conclusion.finding].for_each is None
        ):
            stands = (conclusion.first.status, conclusion.second.status)
            assert stands == tuple(statuses(view)[conclusion.finding, conclusion.item] for view in assessed)
    for school in zip(*(view.schools for view in assessed), strict=True):
        for left, right in zip(*(s.verdicts for s in school), strict=True):
            assert ((left.id, None) in told_alike) == (left.status != right.status)
    headlines = [view.headline.says if view.headline else None for view in assessed]
    assert any(c.kind == "headline" and "" in c.parts for c in found.conclusions) == (headlines[0] != headlines[1])


def test_a_reason_of_two_versions_reads_as_a_sentence() -> None:
    found = changed("The lower town, capacity: {only: [mandated]}", "The lower town, capacity: {only: [experts]}")
    assert cause(found, found.reasons[0]) == (
        "Because now scholars or other experts from the lower town come and nobody comes who is sent to speak for "
        "the lower town (1):"
    )


CLAUSES = [
    ("stage: design", "stage: running", "the initiative is running"),
    ("stage: design", "stage: withheld", "“Stage” is known, but not written here"),
    ("  stage: design\n", "", "“Stage” is not known"),
    ("stage: design", "stage: {contested: [{is: design, by: us}, {is: idea, by: them}]}", "“Stage” is disputed"),
    ("sides:\n    only:", "sides:\n    includes:", "there may be more under “Sides”"),
    (PLAN.splitlines()[-1], "", "the people of the lower town do not come as a side"),
]


@pytest.mark.parametrize(("old", "new", "clause"), CLAUSES)
def test_every_change_can_be_said_after_because(old: str, new: str, clause: str) -> None:
    assert [one.clause for one in changed(old, new).differences] == [clause]


def test_what_was_added_can_be_said_after_because() -> None:
    longer = PLAN + "      - {id: c, name: The hill}\n"
    assert [one.clause for one in told(PLAN, longer).differences] == ["the hill is listed under “Sides”"]
    assert [
        one.clause for one in told(PLAN.replace("only: [{id: host, political: no}]", "only: []"), PLAN).differences
    ] == ["“Third parties” lists host"]
    assert [one.clause for one in told(PLAN, PLAN + PARTS).differences] == [
        "“Phases and strands” lists the secret talks and the open talks"
    ]


def test_where_no_answer_brings_it_about_that_is_said_and_nothing_is_guessed() -> None:
    official = "    - {id: official, name: The talks, kind: phase, answers: {}}\n"
    private = (
        "    - {id: private, name: Before, kind: phase, answers: {sides: [{id: a, capacity: {only: [experts]}}]}}\n"
    )
    found = told(f"{PLAN}parts:\n  only:\n{official}{private}", f"{PLAN}parts:\n  only:\n{private}{official}")
    assert (found.differences, found.reasons) == ([], [])
    assert [one.kind for one in found.unexplained] == ["headline"]
    assert "Nothing that can be taken over" in as_text(found)
    assert "Each reason was tried out" not in as_text(found)


def test_who_is_named_in_an_answer_is_told_by_name() -> None:
    team = "  team: {{only: [{{id: m, trusted_by: {{only: [{sides}]}}}}]}}\n"
    found = told(PLAN + team.format(sides="a"), PLAN + team.format(sides="a, b"))
    assert differ(found) == [("m: Found fair by", "The upper town.", "The lower town; The upper town.")]


def test_a_role_that_somebody_fills_now_is_a_conclusion_that_differs() -> None:
    team = "  team: {{only: [{{id: m, name: Amina, role: lead, trusted_by: {{only: [{sides}]}}}}]}}\n"
    found = told(PLAN + team.format(sides="a"), PLAN + team.format(sides="a, b"))
    role = concluded(found, "team/fair-to-each-side")
    assert (role.says, role.item) == ("Found fair by the lower town (essential)", "b")
    assert (role.first.filled, role.second.filled) == ("nobody yet", "filled by Amina")


# Reasons, on random rulebooks


def reasons_of(
    rulebook: Rulebook, first: Initiative, second: Initiative
) -> tuple[Mixer, Judge, dict[Key, Taken | None]]:
    mixer = Mixer(first, second, differences(first, second, rulebook.questions))
    judge = Judge(rulebook, "en")
    sides = judge.judge(first), judge.judge(second)
    shared = {view.id for view in first.views} & {view.id for view in second.views}
    keys = [
        key
        for finding in rulebook.findings.values()
        for part in (sorted(shared) if finding.scope == "part" else [""])
        for key in keys_of(finding, part, first, second)
        if sides[0].settled(key) != sides[1].settled(key)
    ]

    def mixed(taken: Taken) -> Judged:
        return judge.judge(mixer.mixed(taken))

    return mixer, judge, Causes(mixed, sides[1], frozenset(range(len(mixer.differences)))).of(keys)


@given(rulebooks, initiatives, initiatives)
def test_a_reason_gives_the_conclusion_of_the_other_and_nothing_in_it_can_be_left_out(
    rulebook: Rulebook, first: Initiative, second: Initiative
) -> None:
    mixer, judge, found = reasons_of(rulebook, first, second)
    wanted = judge.judge(second)

    @cache
    def mixed(taken: Taken) -> Judged:
        return judge.judge(mixer.mixed(taken))

    for key, taken in found.items():
        assert taken
        assert mixed(taken).settled(key) == wanted.settled(key)
        for fewer in combinations(taken, len(taken) - 1):
            assert mixed(frozenset(fewer)).settled(key) != wanted.settled(key)


@given(rulebooks, initiatives, initiatives)
def test_all_differences_together_make_the_one_of_the_other(
    rulebook: Rulebook, first: Initiative, second: Initiative
) -> None:
    mixer, judge, _ = reasons_of(rulebook, first, second)
    taken = mixer.mixed(range(len(mixer.differences)))
    assert differences(taken, second, rulebook.questions) == ()
    made, wanted = judge.judge(taken), judge.judge(second)
    for finding in rulebook.findings.values():
        for part, item in wanted.reference.places(finding):
            assert made.settled(Key(finding.id, part, item)) == wanted.settled(Key(finding.id, part, item))
    assert mixer.mixed(()) == first


# The command

DOCUMENT = (ROOT / "docs" / "compare.md").read_text()


@pytest.mark.parametrize("line", re.findall(r"^    advisor (.*)$", DOCUMENT, re.MULTILINE))
def test_what_the_document_calls_can_be_called(line: str) -> None:
    assert advisor(*shlex.split(line)).code == 0


def test_two_files_are_told_side_by_side(tmp_path: Path) -> None:
    later = tmp_path / "later.yaml"
    later.write_text(ACEH.read_text().replace(MANDATE, MANDATE.replace("mandated", "influential")))
    ran = advisor("compare", ACEH, later)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "Aceh talks in Helsinki: two versions"
    assert "Because now people out of office who have influence with Free Aceh Movement come" in lines
    assert any(line.split() == ["Half,", "Track", "1.5"] for line in lines)


@pytest.mark.parametrize(("one", "other"), [*zip(COMPOSED, [*INITIATIVES, *COMPOSED], strict=False)])
def test_every_line_fits_into_eighty_columns(one: Path, other: Path) -> None:
    page = as_text(compared(bundled_rulebook(), read(one), read(other)))
    assert [line for line in page.splitlines() if len(line) > 80] == []


def test_the_json_satisfies_its_schema() -> None:
    ran = advisor("compare", ACEH, OSLO, "--json")
    schema = json.loads((bundled_rules() / "schema" / "comparison.json").read_text())
    told = json.loads(ran.out)
    jsonschema.Draft7Validator(schema).validate(told)
    assert told["first"] == {"name": "Aceh talks in Helsinki", "called": "Aceh talks in Helsinki", "file": str(ACEH)}
    assert told["versions"] is False


def test_what_is_wrong_with_both_files_is_told_at_once(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("initiative: Bad\nanswers:\n  stage: runing\n")
    ran = advisor("compare", bad, tmp_path / "none.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "I02" in ran.err
    assert "There is no such file." in ran.err


def test_that_nothing_differs_is_no_failure() -> None:
    ran = advisor("compare", ACEH, ACEH)
    assert ran.code == 0
    assert "No answer differs." in ran.out


def test_names_that_could_steer_a_terminal_are_shown_as_codes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(f'initiative: "{name} \\u202e [/b]"\n')
    out = advisor("compare", tmp_path / "one.yaml", tmp_path / "two.yaml").out
    assert "one <U+202E> [/b]" in out
    assert "\u202e" not in out

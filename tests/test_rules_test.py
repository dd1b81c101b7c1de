"""`advisor rules test`: what experts expect of the rules, held against what the rules say."""

import json
from pathlib import Path

import pytest

from advisor.errors import AdvisorError
from advisor.rulebook.bundled import bundled_rules
from advisor.workshop.cases.command import run_cases
from advisor.workshop.cases.plain import as_text
from tests.running import advisor
from tests.small import SMALL_RULES

ACEH = "cases:\n  - case: Aceh was Track 1.5.\n    like: aceh-2005\n    expect: {mapendere/track-1.5: supported}\n"


def held(cases: str, tmp_path: Path, rules: Path | None = None) -> str:
    """What is told of a file with these cases."""
    path = tmp_path / "own.yaml"
    path.write_text(cases)
    return as_text(run_cases(rules or bundled_rules(), [path]))


def faults(cases: str, tmp_path: Path) -> list[str]:
    """What is wrong with a file with these cases."""
    with pytest.raises(AdvisorError) as caught:
        held(cases, tmp_path)
    return [f"{fault.place.line}: {fault.code} {fault.message}" for fault in caught.value.faults]


def case(*lines: str) -> str:
    """A file with one case, of which these lines tell the rest."""
    return "cases:\n  - case: It is so.\n" + "".join(f"    {line}\n" for line in lines)


def test_every_case_of_the_bundled_rulebook_comes_out_as_expected() -> None:
    result = run_cases(bundled_rules(), [])
    assert result.cases > 800
    assert result.failed == [], as_text(result)


def test_every_rule_of_the_bundled_rulebook_is_seen_to_hold_and_seen_not_to() -> None:
    coverage = run_cases(bundled_rules(), [], with_coverage=True).coverage
    assert coverage is not None
    assert [one.id for one in coverage.never_met] == []
    assert [one.id for one in coverage.never_unmet] == []


def test_a_case_that_comes_out_as_expected_is_only_counted(tmp_path: Path) -> None:
    assert held(ACEH, tmp_path) == "The one case came out as expected.\n"


def test_a_case_that_fails_tells_what_came_and_which_answers_decide(tmp_path: Path) -> None:
    told = held(ACEH.replace("expect:", "answers: {activity: campaign}\n    expect:"), tmp_path)
    assert f"{tmp_path / 'own.yaml'}:2\n  Aceh was Track 1.5.\n" in told
    assert "mapendere/track-1.5: expected supported, and it is refuted." in told
    assert "What do the people involved do together? They protest or press others to" in told
    assert "The rule: rules/schools/2-mapendere.yaml:" in told
    assert told.endswith("1 of 1 cases came out otherwise than expected.\n")


def test_a_case_that_stays_open_tells_what_nobody_has_said(tmp_path: Path) -> None:
    told = held(case("expect: {table/dialogue: met}"), tmp_path)
    assert "table/dialogue: expected met, and it is unknown." in told
    assert "Nobody has said:\n      What do the people involved do together?" in told


def test_where_a_definition_is_silent_that_is_told(tmp_path: Path) -> None:
    told = held(
        case("answers: {activity: talks, third_parties: {only: []}}", "expect: {third-party-not-political: met}"),
        tmp_path,
    )
    assert "Nobody has said:" not in told
    assert "The rule says nothing about this case." in told


def test_a_headline_that_comes_out_otherwise_is_told_in_its_words(tmp_path: Path) -> None:
    told = held(case("like: jcpoa", "expect: {headline: {tracks: [II], agreement: agreed}}"), tmp_path)
    assert "The headline: expected agreed on Track II, and it is agreed on Track I." in told


def test_answers_that_all_cases_of_a_file_share_are_changed_by_a_case(tmp_path: Path) -> None:
    shared = "answers: {stage: past}\n"
    assert "came out as expected" in held(shared + case("expect: {bearing/planned: not met}"), tmp_path)
    changed = case("answers: {stage: running}", "expect: {bearing/planned: met}")
    assert "came out as expected" in held(shared + changed, tmp_path)


def test_findings_of_the_school_or_theme_of_a_file_go_by_their_names(tmp_path: Path) -> None:
    told = held("about: un-missions\n" + case("like: jcpoa", "expect: {track-i: supported}"), tmp_path)
    assert told == "The one case came out as expected.\n"


def test_what_is_expected_once_of_a_finding_made_for_each_is_expected_for_each(tmp_path: Path) -> None:
    sides = "sides: {only: [{id: a, contact: crime}, {id: b, contact: safe}]}"
    told = held(
        case(f"answers: {{contact_risk: crime, {sides}}}", "expect: {stops/crime-for-its-people: met}"), tmp_path
    )
    assert "stops/crime-for-its-people for b: expected met, and it is not met." in told
    assert "for a:" not in told


def test_what_is_expected_in_a_part_is_looked_for_there(tmp_path: Path) -> None:
    parts = "parts: {only: [{id: march, name: the march, kind: phase, answers: {activity: campaign}}]}"
    told = held(case(parts, "expect_in: {march: {table/dialogue: met}}"), tmp_path)
    assert "table/dialogue, in the march: expected met, and it is not met." in told


def test_who_fills_a_role_is_expected_by_name(tmp_path: Path) -> None:
    team = "team: {only: [{id: anna, standing: {only: [insider_partial]}}]}, candidates: {only: []}"
    told = held(case(f"answers: {{{team}}}", "filled_by: {team/insider: {ben: fully}}"), tmp_path)
    assert "Who fills team/insider: expected ben (fully), and it is anna (fully)." in " ".join(told.split())


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (
            ["like: aceh-2006", "expect: {mapendere/track-1.5: met}"],
            '3: T01 There is no example "aceh-2006". Did',
        ),
        (["like: aceh-2005"], "2: T03 This case expects nothing, so it can never fail."),
        (["expect: {mapendere/track-15: met}"], '3: R06 There is no finding "mapendere/track-15" here. Did you mean'),
        (["expect: {track-ii: met}"], '3: R06 Several findings are called "track-ii": write '),
        (["expect: {table/dialogue: suported}"], '3: R16 A finding cannot be "suported". Did you mean "supported"?'),
        (
            ["expect: {table/dialogue: 3}"],
            "3: R16 Here it should stand how the finding settles, such as met or not met;",
        ),
        (["expect: {table/dialogue: {north: met}}"], "3: T05 This finding is not made item by item"),
        (
            ["expect: {team/mediates: met}"],
            '3: T05 "team/mediates" is found for each of "team", and this case lists',
        ),
        (
            ["answers: {team: [{id: anna}]}", "expect: {team/mediates: {ana: met}}"],
            '4: I05 There is no "ana" among the items of "team". Did you mean "anna"?',
        ),
        (["expect_in: {first: {table/dialogue: met}}"], '3: I07 There is no part "first".'),
        (
            ["answers: {stge: past}", "expect: {table/dialogue: met}"],
            '3: I01 There is no question "stge" here. Did you',
        ),
        (["expect: {headline: agreed}"], "3: F03 "),
        (["filled_by: {table/dialogue: {anna: fully}}"], '3: T05 "table/dialogue" is no role that people fill.'),
        (
            ["filled_by: {team/insider: {anna: badly}}"],
            '3: T05 Nobody fills a role "badly". Expected fully, ',
        ),
        (["filled_by: {team/insider: anna}"], "3: F03 Name who fills it, each with how well: {anna: fully}"),
        (["expects: {table/dialogue: met}"], '3: F01 There is no field "expects" here. Did you mean "expect"?'),
    ],
)
def test_what_is_wrong_with_a_case_is_told_with_its_line(lines: list[str], fault: str, tmp_path: Path) -> None:
    assert any(told.startswith(fault) for told in faults(case(*lines), tmp_path)), faults(case(*lines), tmp_path)


def test_two_cases_of_the_same_name_are_a_fault(tmp_path: Path) -> None:
    (told,) = faults(ACEH + ACEH.removeprefix("cases:\n"), tmp_path)
    assert told.startswith("5: T02 There is another case of this name, in ")


def test_a_file_about_a_school_that_does_not_exist_is_a_fault(tmp_path: Path) -> None:
    (told,) = faults(f"about: montvile\n{ACEH}", tmp_path)
    assert told == '1: T04 There is no school or theme "montvile". Did you mean "montville"?'


def test_what_is_judged_once_is_not_expected_of_a_part(tmp_path: Path) -> None:
    parts = "parts: {only: [{id: march, name: the march, kind: phase}]}"
    (told,) = faults(case(parts, "expect_in: {march: {whole-split: met}}"), tmp_path)
    assert told == '4: T05 "headline/whole-split" is judged once for the whole: move it to "expect".'


def test_the_command_leaves_with_no_where_a_case_fails_and_with_wrong_where_one_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(ACEH)
    assert advisor("rules", "test", path).code == 0
    path.write_text(ACEH.replace("supported", "refuted"))
    assert advisor("rules", "test", path).code == 1
    path.write_text(ACEH.replace("supported", "refused"))
    ran = advisor("rules", "test", path)
    assert (ran.code, ran.out) == (2, "")
    assert ": R16 A finding cannot be" in ran.err


def test_the_json_of_a_run_tells_the_same(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(ACEH.replace("supported", "refuted"))
    told = json.loads(advisor("rules", "test", path, "--json").out)
    (failed,) = told["failed"]
    assert (failed["case"], failed["line"]) == ("Aceh was Track 1.5.", 2)
    assert [(miss["finding"], miss["expected"], miss["came"]) for miss in failed["misses"]] == [
        ("mapendere/track-1.5", "refuted", "supported")
    ]


def test_rules_that_no_case_shows_are_listed_in_plain_words() -> None:
    told = as_text(run_cases(SMALL_RULES, [], with_coverage=True))
    assert "Never seen to hold:" in told
    assert "Never seen not to hold:" in told
    assert "small_rules/schools/small.yaml:" in told


def test_text_in_a_case_cannot_steer_the_terminal(tmp_path: Path) -> None:
    told = held(case("expect: {table/dialogue: met}").replace("It is so.", '"It \\e[2J is so."'), tmp_path)
    assert "<U+001B>" in told
    assert "\x1b" not in told

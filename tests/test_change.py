"""`advisor change`: what would bring a conclusion where it is not, in words, and each of it tried out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import validate

from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.logic.conditions import Status
from advisor.logic.truth import Truth
from advisor.model.finding import MADE_FOR, Finding, Kind
from advisor.reference import Reference
from advisor.report.assess import assess
from advisor.report.change.outlook import Outlooks
from advisor.report.change.plain import possible
from advisor.report.change.results import ChangeResult
from advisor.report.plain.lines import status_words
from advisor.solver.words import Words
from advisor.whatif.changes import changes
from advisor.whatif.goals import Settles
from advisor.whatif.moves import moved
from advisor.whatif.outcomes import Concluded
from tests.bundled import bundled_engine, bundled_rulebook
from tests.places import COMPOSED, INITIATIVES, ROOT
from tests.running import advisor

RULEBOOK = bundled_rulebook()
LAWMAKERS = next(path for path in COMPOSED if path.stem == "lawmakers-at-a-university")
ACEH = next(path for path in INITIATIVES if path.stem == "aceh-2005")
ISLANDS = next(path for path in COMPOSED if path.stem == "something-about-the-islands")
OFFICERS = next(path for path in COMPOSED if path.stem == "officers-and-retired-envoys")
CHANNEL = next(path for path in COMPOSED if path.stem == "standing-channel")


def read(path: Path) -> Initiative:
    return read_initiative(path, RULEBOOK.questions)


def changed(path: Path, finding: str) -> list[ChangeResult]:
    (turn,) = Outlooks(RULEBOOK, read(path)).of(Concluded(finding)).turns
    return turn.changes


def test_to_be_track_1_5_both_sides_would_have_to_send_people_with_a_mandate() -> None:
    (change,) = changed(LAWMAKERS, "mapendere/track-1.5")
    assert change.by == "choice"
    assert change.says == [
        "people come who are sent to speak for the coast state",
        "people come who are sent to speak for the river state",
    ]
    assert "Montville: Track I disputed, Track II no" in change.also


def test_what_can_be_chosen_comes_before_what_is_a_fact_of_the_conflict() -> None:
    told = [change.by for change in changed(ACEH, "mapendere/track-1.5")]
    assert {"choice", "other facts"} <= set(told)
    assert told == sorted(told, key=("choice", "finding out", "other facts").index)


def test_the_smallest_changes_come_first_among_those_that_are_alike() -> None:
    sizes = [len(c.ways[0].answers) for c in changed(ACEH, "mapendere/track-1.5") if c.by == "choice"]
    assert sizes == sorted(sizes)


def test_what_is_answered_now_is_told_where_it_would_no_longer_stand() -> None:
    answers = [a for c in changed(ACEH, "mapendere/track-1.5") for way in c.ways for a in way.answers]
    third_party = next(a for a in answers if a.question == "third_parties.political" and a.item == "cmi")
    assert third_party.now == "No"


def test_where_a_definition_does_not_cover_the_case_nothing_that_is_open_is_said_to_decide_it() -> None:
    outlook = Outlooks(RULEBOOK, read(CHANNEL)).of(Concluded("un-missions/track-i"))
    assert (outlook.status, outlook.settled) == ("undecided", "undecided")
    assert "nothing that could still be said decides it" in " ".join(
        advisor("assess", CHANNEL, "--reasons").out.split()
    )


def test_what_is_still_possible_is_told_of_what_is_not_decided() -> None:
    outlook = Outlooks(RULEBOOK, read(ISLANDS)).of(Concluded("montville/track-ii"))
    assert outlook.settled is None
    assert {"supported", "refuted"} <= set(outlook.possible)
    assert [turn.status for turn in outlook.turns] == ["supported", "refuted"]


def test_no_stop_is_lifted_by_another_or_by_giving_up_what_it_is_about() -> None:
    (turn,) = Outlooks(RULEBOOK, read(ISLANDS)).of(Concluded("stops/contact-unchecked")).turns
    questions = {answer.question for change in turn.changes for way in change.ways for answer in way.answers}
    assert "contact_risk" in questions
    assert "activity" not in questions
    assert [change.brings for change in turn.changes if change.brings] == []
    safe = next(change for change in turn.changes if "contact_risk" in {a.question for a in change.ways[0].answers})
    assert safe.says == ["meeting is neither a crime nor a danger, as far as is known"]


def test_a_change_that_brings_a_stop_says_so() -> None:
    told = [
        change
        for finding in RULEBOOK.by_kind[Kind.RISK]
        if finding.for_each is None
        for turn in Outlooks(RULEBOOK, read(LAWMAKERS)).of(Concluded(finding.id)).turns
        for change in turn.changes
        if change.brings
    ]
    assert told


def test_where_a_school_has_not_decided_no_school_is_not_told_as_a_no() -> None:
    told = " ".join(advisor("change", ISLANDS).out.split())
    assert "No school calls it Track 1.5. For USIP's usage it is open." in told


def test_the_same_file_gets_the_same_changes_in_every_run() -> None:
    told = set()
    for seed in ("0", "1", "2", "3"):
        run = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "advisor", "change", str(ISLANDS), "--json"],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        told.add(run.stdout)
    assert len(told) == 1


def test_the_command_tells_of_the_headline_unless_a_finding_is_named() -> None:
    told = advisor("change", LAWMAKERS)
    assert told.code == 0
    assert "At least one school calls it Track II." in told.out
    assert "A school would call it Track 1.5 if:" in told.out
    assert "It would be Track 1.5 by Mapendere if:" in advisor("change", LAWMAKERS, "mapendere/track-1.5").out


def test_why_ends_with_what_would_change_it() -> None:
    told = advisor("why", LAWMAKERS, "mapendere/track-1.5").out
    assert told.index("Rests on a publication") < told.index("What would change it")
    assert "people come who are sent to speak for the river state" in " ".join(told.split())


def test_programs_get_it_as_their_schema_says() -> None:
    told = json.loads(advisor("change", ACEH, "--json").out)
    validate(told, json.loads((ROOT / "rules" / "schema" / "change.json").read_text()))
    assert [outlook["finding"] for outlook in told["outlooks"]] == [
        "headline/names-i",
        "headline/names-1.5",
        "headline/names-ii",
        "headline/names-iii",
    ]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("mapendere/track-1.4",), 'There is no finding "mapendere/track-1.4".'),
        (("--part", "nowhere"), 'There is no part "nowhere".'),
        (("mapendere/track-1.5", "--item", "indonesia"), "is found once, so leave out --item."),
        (("stops/crime-for-its-people", "--item", "nobody"), 'is found for each of "sides".'),
    ],
)
def test_what_is_not_there_is_a_coded_error(call: tuple[str, ...], says: str) -> None:
    told = advisor("change", ACEH, *call)
    assert told.code == 2
    assert says in told.err
    assert "C03" in told.err


EVERY = [
    pytest.param(path, id=path.stem, marks=() if path in (LAWMAKERS, ACEH) else pytest.mark.slow)
    for path in (*INITIATIVES, *COMPOSED)
]
TOLD = [
    finding
    for finding in RULEBOOK.findings.values()
    if finding.kind not in MADE_FOR and (finding.kind in (Kind.VERDICT, Kind.STOP) or (finding.weight or 0) >= 4)
]
"""Verdicts, stops and essential advice."""


@pytest.mark.parametrize("path", EVERY)
def test_the_engine_comes_to_what_each_change_of_an_initiative_is_said_to_bring_about(path: Path) -> None:
    initiative, words, tried = read(path), Words(RULEBOOK), 0
    for finding, part, item in conclusions(initiative):
        for value in (Truth.TRUE, Truth.FALSE):
            about = Concluded(finding.id, part, item)
            for change in changes(RULEBOOK, initiative, Settles(about, value), words).changes[:3]:
                after = moved(initiative, change.ways[0], RULEBOOK.questions)
                assert bundled_engine().judge(after).judge(finding.id, part, item) is value
                tried += 1
    assert tried


def conclusions(initiative: Initiative) -> list[tuple[Finding, str, str | None]]:
    reference = Reference(RULEBOOK, initiative)
    return [(finding, *place) for finding in TOLD for place in reference.places(finding)]


@pytest.mark.parametrize("path", EVERY)
def test_everything_can_be_told(path: Path) -> None:
    initiative = read(path)
    outlooks = Outlooks(RULEBOOK, initiative)
    for finding, part, item in conclusions(initiative):
        for turn in outlooks.of(Concluded(finding.id, part, item)).turns:
            assert turn.status not in (Status.UNKNOWN.value, "undecided")
            for clause in (clause for change in turn.changes for clause in change.says):
                assert clause
                assert not clause.endswith(".")
                assert "{" not in clause
                assert "+" not in clause


@pytest.mark.parametrize("command", ["why", "change"])
def test_what_is_so_in_a_part_only_is_hinted_at_where_the_whole_was_asked_about(command: str) -> None:
    told = advisor(command, OFFICERS, "risks/unequal-table")
    assert told.code == 0
    assert "--part officers" in told.err
    assert advisor(command, OFFICERS, "risks/unequal-table", "--part", "officers").err == ""


def test_the_way_to_all_changes_names_the_part() -> None:
    told = advisor("why", OFFICERS, "risks/unequal-table", "--part", "officers").out
    assert "All of them: advisor change FILE risks/unequal-table --part officers --all" in told


def test_what_is_settled_whatever_else_is_said_is_told_so() -> None:
    outlook = Outlooks(RULEBOOK, read(ISLANDS)).of(Concluded("montville/track-ii"))
    settled = outlook.model_copy(update={"possible": ["refuted"], "settled": "refuted"})
    assert possible(settled) == "Whatever else becomes known, it will be: no."
    school = next(s for s in assess(bundled_engine(), read(ISLANDS)).schools if s.id == "montville")
    verdict = next(v for v in school.verdicts if v.id == "montville/track-ii")
    told = status_words(verdict.model_copy(update={"settled": "refuted"}))
    assert told == "open; whatever else is said, it will be: no"

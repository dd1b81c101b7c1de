"""The headline reads the verdicts of all schools, whichever they are."""

import shutil
from pathlib import Path

import pytest

from advisor.documents import parse_document
from advisor.engine.run import Engine
from advisor.initiative.reader import initiative_in, read_initiative
from advisor.report.assess import assess
from advisor.report.assessment import Assessment
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from tests.bundled import bundled_engine
from tests.places import COMPOSED, INITIATIVES

NEW_SCHOOL = """
school: newcomer
title: A new school
source: brief-2022
findings:
  track-iii:
    kind: verdict
    track: III
    statement: Whatever is talked about is Track III.
    statement_not: It is no Track III.
    when: {activity: talks}
    basis: heuristic
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return bundled_engine()


def found(engine: Engine, stem: str) -> Assessment:
    path = next(path for path in (*INITIATIVES, *COMPOSED) if path.stem == stem)
    return assess(engine, read_initiative(path, engine.rulebook.questions))


def told(engine: Engine, text: str) -> Assessment:
    return assess(engine, initiative_in(parse_document(text, "made-up.yaml"), "made-up", engine.rulebook.questions))


def agreement(assessment: Assessment) -> tuple[list[str], str]:
    assert assessment.headline is not None
    return list(assessment.headline.tracks), assessment.headline.agreement


def test_schools_that_name_one_track_and_no_other_agree(engine: Engine) -> None:
    assert agreement(found(engine, "camp-david-1978")) == (["I"], "agreed")


def test_schools_that_name_different_tracks_are_split(engine: Engine) -> None:
    assert agreement(found(engine, "aceh-2005")) == (["I", "1.5"], "split")


def test_a_mixed_mediation_team_is_contested(engine: Engine) -> None:
    assert agreement(found(engine, "mozambique-1990"))[1] == "contested"


def test_an_arbitration_and_a_protest_are_on_no_track(engine: Engine) -> None:
    assert agreement(found(engine, "yukos")) == ([], "none")
    assert agreement(found(engine, "vigil")) == ([], "none")


def test_about_a_blank_form_the_headline_says_that_too_little_is_known(engine: Engine) -> None:
    blank = told(engine, "initiative: Nothing known\n")
    assert blank.headline is not None
    assert (blank.headline.agreement, blank.headline.says) == ("undecided", "Too little is known to name a track.")


def test_phases_are_told_one_after_the_other(engine: Engine) -> None:
    oslo = found(engine, "oslo-1993").headline
    assert oslo is not None
    assert oslo.says.startswith("First Track II")
    assert ", then Track I" in oslo.says


def test_strands_are_told_at_once(engine: Engine) -> None:
    both = told(
        engine,
        """
initiative: Two strands
record: composed
answers: {activity: talks, third_parties: {only: []}}
parts:
  only:
    - id: envoys
      name: envoys
      kind: strand
      answers:
        structure: negotiation
        goals: {only: [agreement]}
        sides: {only: [{id: a, capacity: {only: [mandated]}}, {id: b, capacity: {only: [mandated]}}]}
    - id: scholars
      name: scholars
      kind: strand
      answers:
        structure: facilitated
        goals: {only: [ideas]}
        official_link: transfer
        sides: {only: [{id: a, capacity: {only: [experts]}}, {id: b, capacity: {only: [experts]}}]}
""",
    ).headline
    assert both is not None
    assert both.says == "Track I (envoys) and Track II (scholars), at once."
    assert both.agreement == "agreed"


def test_an_umbrella_verdict_never_names_a_track_alone(engine: Engine) -> None:
    aceh = found(engine, "aceh-2005").headline
    assert aceh is not None
    assert "II" not in aceh.tracks
    assert "In a broad sense also Track II" in aceh.says


def test_a_new_school_is_heard_without_a_change_to_the_headline(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(bundled_rules(), rules)
    (rules / "schools" / "newcomer.yaml").write_text(NEW_SCHOOL)
    headline = found(Engine(load_rulebook(rules)), "camp-david-1978").headline
    assert headline is not None
    assert (list(headline.tracks), headline.agreement) == (["I", "III"], "split")
    assert "Track III by A new school" in headline.says


def test_phases_are_told_in_the_order_of_their_dates(engine: Engine) -> None:
    headline = told(
        engine,
        """
initiative: Written the other way round
answers: {activity: talks}
parts:
  only:
    - {id: later, name: later, kind: phase, from: "2005", answers: {activity: campaign}}
    - {id: sooner, name: sooner, kind: phase, from: "1993", answers: {}}
""",
    ).headline
    assert headline is not None
    assert headline.says == "First a track not known yet (sooner), then no track (later)."


def test_where_there_are_no_sides_no_track_is_named(engine: Engine) -> None:
    nobody = told(
        engine,
        """
initiative: Nobody
answers:
  activity: talks
  structure: negotiation
  goals: {only: [agreement]}
  sides: {only: []}
  third_parties: {only: []}
""",
    ).headline
    assert nobody is not None
    assert nobody.tracks == []

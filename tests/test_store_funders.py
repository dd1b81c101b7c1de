"""Keeping claims files and funder profiles: with the same care as initiatives, and read as the command line does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from advisor.errors import AdvisorError
from advisor.funders.files import claims_layout, profile_layout, read_claims, read_profiles
from advisor.initiative.initiative import Initiative, View
from advisor.initiative.reader import read_initiative
from advisor.logic.answers import Answer, Held, Word
from advisor.model.finding import CLAIMS, FUNDERS
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.store.file import InitiativeFile
from advisor.store.layout import Layout
from tests.places import ROOT

QUESTIONS = load_rulebook(bundled_rules()).questions
GOAL, MONTHS = QUESTIONS.find("claims.goal"), QUESTIONS.find("claims.within_months")
PAYS, RESULTS = QUESTIONS.find("funders.pays_years"), QUESTIONS.find("funders.results")
ABOUT = Initiative("it", "It", View("", "It"))
CLAIMS_FILES = sorted((ROOT / "tests/claims").glob("*.yaml"))
CLAIMS_LAYOUT, PROFILE_LAYOUT = claims_layout(lambda: ABOUT), profile_layout(lambda: ABOUT)

BY_HAND = """\
# From the third draft. Do not send.
proposal: 'Two valleys'   # a codename
claims:
  # the big one
  - id: accord
    name: "Peace within a year."   # page 2
    goal: settlement
    within_months: 12   # they said a year
  # the small one
  - id: meetings
    name: Twelve meetings.
# the end
"""
PROFILE = """\
# As told by phone.
funder: "The North"   # a codename
answers:
  # for how long
  pays_years: 1   # maybe two
  results: [settlement]
# the end
"""


def one(*words: Word) -> Answer:
    return Answer((Held(frozenset(words)),))


def changed(path: Path, layout: Layout, text: str, change: Callable[[InitiativeFile], object]) -> str:
    """What a file says after a change."""
    path.write_text(text)
    with InitiativeFile(path, QUESTIONS, layout=layout) as file:
        change(file)
    return path.read_text()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "towards.yaml"


# Claims files


def test_an_answer_about_a_promise_changes_its_own_line_and_nothing_else(path: Path) -> None:
    text = changed(path, CLAIMS_LAYOUT, BY_HAND, lambda file: file.set(MONTHS, one(24.0), "accord"))
    assert text == BY_HAND.replace("within_months: 12 ", "within_months: 24 ")


def test_a_further_promise_stands_below_the_others_in_its_own_words(path: Path) -> None:
    text = changed(path, CLAIMS_LAYOUT, BY_HAND, lambda file: file.add_item(CLAIMS, "Trust: grows."))
    assert text == BY_HAND.replace(
        "    name: Twelve meetings.\n", '    name: Twelve meetings.\n  - id: claim-1\n    name: "Trust: grows."\n'
    )


def test_a_promise_that_is_taken_out_takes_its_comments_with_it(path: Path) -> None:
    text = changed(path, CLAIMS_LAYOUT, BY_HAND, lambda file: file.remove_item(CLAIMS, "accord"))
    assert "Peace within a year" not in text
    assert "name: Twelve meetings." in text
    assert text.startswith("# From the third draft. Do not send.\nproposal: 'Two valleys'   # a codename\n")


def test_promises_that_are_all_stand_under_a_word_that_says_so(path: Path) -> None:
    text = changed(path, CLAIMS_LAYOUT, BY_HAND, lambda file: file.close_list(CLAIMS))
    assert "\n  only:\n    - id: accord\n" in text
    assert read_claims(path, QUESTIONS, ABOUT).claims.complete


def test_every_change_can_be_taken_back(path: Path) -> None:
    path.write_text(BY_HAND)
    with InitiativeFile(path, QUESTIONS, layout=CLAIMS_LAYOUT) as file:
        file.add_item(CLAIMS, "A third one.")
        file.set(GOAL, one("meetings"), "meetings")
        assert path.read_text() != BY_HAND
        assert (file.undo(), file.undo(), file.undo()) == (True, True, False)
    assert path.read_text() == BY_HAND


def test_a_new_claims_file_has_its_name_and_takes_promises(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS, "Towards: peace", CLAIMS_LAYOUT) as file:
        file.add_item(CLAIMS, "Peace by June.")
        file.set(GOAL, one("settlement"), "claim-1")
    read = read_claims(path, QUESTIONS, ABOUT)
    assert read.title == "Towards: peace"
    assert [(item.id, item.answers["goal"]) for item in read.claims.items] == [("claim-1", one("settlement"))]
    assert "[" not in path.read_text()


def test_promises_that_somebody_else_has_changed_meanwhile_are_not_overwritten(path: Path) -> None:
    path.write_text(BY_HAND)
    with InitiativeFile(path, QUESTIONS, layout=CLAIMS_LAYOUT) as file:
        path.write_text(BY_HAND.replace("Twelve", "Ten"))
        with pytest.raises(AdvisorError) as caught:
            file.set(GOAL, one("meetings"), "meetings")
    assert caught.value.faults[0].code == "S03"
    assert "Ten meetings" in path.read_text()


@pytest.mark.parametrize("found", CLAIMS_FILES, ids=lambda found: found.stem)
def test_a_claims_file_reads_the_same_whoever_reads_it(found: Path, path: Path) -> None:
    path.write_text(found.read_text())
    with InitiativeFile(path, QUESTIONS, layout=CLAIMS_LAYOUT) as file:
        kept = file.initiative.whole.group(CLAIMS)
    assert read_claims(found, QUESTIONS, ABOUT).claims == kept


def test_an_initiative_is_not_taken_for_a_claims_file(path: Path) -> None:
    path.write_text("initiative: It\nanswers: {stage: design}\n")
    assert read_initiative(path, QUESTIONS).name == "It"
    with pytest.raises(AdvisorError) as caught:
        InitiativeFile(path, QUESTIONS, layout=CLAIMS_LAYOUT)
    assert any('"claims"' in fault.message for fault in caught.value.faults)


# Funder profiles


def test_an_answer_of_a_profile_changes_its_own_line_and_nothing_else(path: Path) -> None:
    text = changed(path, PROFILE_LAYOUT, PROFILE, lambda file: file.set(PAYS, one(2.0), "the-north"))
    assert text == PROFILE.replace("pays_years: 1 ", "pays_years: 2 ")


def test_an_answer_of_a_profile_can_be_cleared_and_brought_back(path: Path) -> None:
    path.write_text(PROFILE)
    with InitiativeFile(path, QUESTIONS, layout=PROFILE_LAYOUT) as file:
        file.clear(RESULTS, "the-north")
        assert "results" not in path.read_text()
        assert file.undo()
    assert path.read_text() == PROFILE


def test_a_new_profile_has_its_name_and_takes_answers(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS, "The North", PROFILE_LAYOUT) as file:
        file.set(PAYS, one(3.0), "the-north")
        kept = file.initiative.whole.group(FUNDERS)
    assert read_profiles([path], QUESTIONS, ABOUT) == kept
    assert path.read_text() == "funder: The North\nanswers:\n  pays_years: 3\n"

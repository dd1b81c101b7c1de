"""`advisor next`: what to ask, what it can still change, and when nothing can."""

import json
from pathlib import Path

import jsonschema
import pytest

from advisor.rulebook.bundled import bundled_rules
from tests.bundled import bundled_rulebook
from tests.places import COMPOSED, EXAMPLE_FILES, FURTHER, ROOT
from tests.running import Ran, advisor

BLANK = next(path for path in COMPOSED if path.stem == "blank")
WAJIR = next(path for path in FURTHER if path.stem == "wajir")
ACEH = next(path for path in EXAMPLE_FILES if path.stem == "aceh-2005")


def flat(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_the_question_that_decides_most_is_told_first_with_what_it_can_change() -> None:
    told = flat(advisor("next", BLANK))
    assert "Which track it is can still change: 8 questions can change it." in told
    assert "1. What do the people involved do together? Can change which track it is, by " in told


def test_a_settled_headline_is_told_and_what_changes_nothing_is_not_listed() -> None:
    told = flat(advisor("next", ACEH))
    assert "Which track it is will not change any more, whatever else you answer." in told
    assert " 1. " not in told
    assert "more questions are open, and their answers would change none of this any more." in told


def test_all_of_them_are_listed_when_wanted() -> None:
    assert "Would change nothing any more" in advisor("next", ACEH, "--all").out
    assert "And " not in advisor("next", BLANK, "--all").out


def test_a_question_about_an_item_names_it_and_an_open_list_says_what_it_holds() -> None:
    told = flat(advisor("next", WAJIR, "--all"))
    assert "One of the clans of Wajir: " in told
    assert "Is that all?" in told


def test_a_phase_is_told_by_itself() -> None:
    assert "What to ask next: Wajir peace initiative, " in flat(advisor("next", WAJIR, "--part", "market-peace"))


def test_a_part_that_is_not_there_is_told_with_the_nearest_that_is() -> None:
    ran = advisor("next", WAJIR, "--part", "market-piece")
    assert ran.code == 2
    assert 'C03 There is no part "market-piece". Did you mean "market-peace"?' in ran.err


@pytest.mark.parametrize("path", [BLANK, WAJIR, ACEH], ids=lambda path: path.stem)
def test_programs_get_the_same_by_the_schema(path: Path) -> None:
    told = json.loads(advisor("next", path, "--json").out)
    jsonschema.validate(told, json.loads((bundled_rules() / "schema" / "next.json").read_text()))
    changes = [any(question["changes"].values()) for question in told["questions"]]
    assert changes == [True] * told["left"] + [False] * (len(changes) - told["left"])
    assert told["deciding"] == sum(question["changes"]["headline"] for question in told["questions"])
    findings = bundled_rulebook().findings
    named = [id_ for q in told["questions"] for sort in ("verdicts", "stops", "advice") for id_ in q["changes"][sort]]
    assert set(named) <= set(findings)


def test_no_line_is_longer_than_a_terminal_is_wide() -> None:
    lines = advisor("next", ROOT / "tests" / "initiatives" / "nansen.yaml", "--all").out.splitlines()
    assert [line for line in lines if len(line) > 80] == []

"""The glossary: which terms a text uses, and how readers get them explained."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.errors import AdvisorError
from advisor.explain.terms import meanings_in, meanings_of
from advisor.model.glossary import Term
from advisor.rulebook.glossary import Glossary
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook
from tests.bundled import bundled_rulebook
from tests.running import advisor
from tests.test_faults import SMALL_RULES, SmallRulebook, small

__all__ = ["small"]

BUNDLED = bundled_rulebook()
FORMS = {
    "track": ["tracks"],
    "Track I": [],
    "Track 1.5": [],
    "Track II": [],
    "insider-partial": ["insider", "insiders"],
    "panel": [],
    "panel survey": [],
    "BATNA": [],
    "خط": ["عبر خط النزاع"],
}


def term(name: str, also: Sequence[str] = ()) -> Term:
    return Term(term={"en": name}, also=list(also), says={"en": "What it means."}, basis="heuristic")


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    terms = {name: term(name, also) for name, also in FORMS.items()}
    return replace(load_rulebook(SMALL_RULES), glossary=Glossary(terms))


def found(text: str, rulebook: Rulebook) -> list[str]:
    return [one.term for one in meanings_in(text, rulebook, "en")]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("An insider joined, then Track II began.", ["insider-partial", "Track II"]),
        ("Insiders, one more insider, and the INSIDERS' panel.", ["insider-partial", "panel"]),
        ("Ask for a panel survey, not for a panel.", ["panel survey", "panel"]),
        ("It is Track 1.5 (and no other track).", ["Track 1.5", "track"]),
        ("track II and TRACK I", ["Track II", "Track I"]),
        ("It went off track ii times; on track, I hope.", ["track"]),
        ("Know your BATNA, not your batna.", ["BATNA"]),
        ("A panel\n  survey over the end of a line", ["panel survey"]),
        ("A backtracked, untracked insiderish panellist", []),
        ("وقد يعاقَب على التواصل عبر خط النزاع، في كل خط.", ["خط"]),
        ("", []),
    ],
)
def test_a_text_is_searched_for_whole_words_and_the_longest_forms(
    text: str, terms: list[str], rulebook: Rulebook
) -> None:
    assert found(text, rulebook) == terms


def test_without_a_glossary_no_text_has_terms() -> None:
    assert meanings_in("Track II", load_rulebook(SMALL_RULES), "en") == []


def test_a_question_brings_the_terms_of_its_prompt_its_help_and_its_options() -> None:
    terms = meanings_of(BUNDLED.questions.find("sides.capacity"), BUNDLED, "en")
    assert [one.term for one in terms] == ["mandate", "personal capacity", "influential", "civil society"]


def test_a_question_in_arabic_brings_the_terms_that_its_arabic_uses() -> None:
    terms = meanings_of(BUNDLED.questions.find("contact_risk"), BUNDLED, "ar")
    assert [one.term for one in terms] == ["مترجم شفوي", "عبر خط النزاع", "دعم غير مشروع"]


@pytest.mark.parametrize("one", BUNDLED.glossary.terms.values(), ids=BUNDLED.glossary.terms)
def test_a_term_is_explained_in_at_most_three_sentences(one: Term) -> None:
    assert all(says.count(". ") <= 2 for says in one.says.values())


@pytest.mark.parametrize("one", BUNDLED.glossary.terms.values(), ids=BUNDLED.glossary.terms)
def test_a_term_that_has_an_arabic_name_is_explained_in_arabic(one: Term) -> None:
    assert one.term.keys() == one.says.keys()


def test_a_term_that_no_text_uses_is_a_fault_when_the_rules_are_checked(small: SmallRulebook) -> None:
    terms = "terms:\n" + "".join(
        f"  {name}: {{term: {name}, says: It is explained by a spoiler., basis: heuristic}}\n"
        for name in ("ceasefire", "spoiler")
    )
    small.put("glossary.yaml", terms)
    assert small.faults() == []
    with pytest.raises(AdvisorError) as told:
        load_rulebook(small.folder, thoroughly=True)
    message = 'No text of this rulebook uses "spoiler", in any of its forms. Add the form that texts have under "also".'
    assert [str(fault) for fault in told.value.faults] == [f"small_rules/glossary.yaml:3:3: R32 {message}"]


def test_the_glossary_is_part_of_what_the_hash_stands_for(small: SmallRulebook) -> None:
    before = small.load().sha256
    small.put("glossary.yaml", "terms:\n  trust: {term: trust, says: It is trust., basis: heuristic}\n")
    assert small.load().sha256 != before


# The command


def test_all_terms_are_printed_in_the_order_of_the_file() -> None:
    ran = advisor("glossary")
    heads = [line for line in ran.out.splitlines() if line and not line.startswith(" ")]
    assert (ran.code, ran.err) == (0, "")
    assert heads == [one.term["en"] for one in BUNDLED.glossary.terms.values()]


@pytest.mark.parametrize("words", [["track-1.5"], ["Track 1.5"], ["track", "one", "and", "a", "half"]])
def test_a_term_is_found_by_its_id_and_by_each_of_its_forms(words: list[str]) -> None:
    ran = advisor("glossary", *words)
    assert ran.code == 0
    assert ran.out.startswith("Track 1.5\n    Two definitions")
    assert "Mapendere 2005 (issue brief" in ran.out


def test_a_term_that_is_not_there_is_answered_with_the_nearest() -> None:
    ran = advisor("glossary", "Insider-parcial")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out == '"Insider-parcial" is not in the glossary. Did you mean "insider-partial"?\n'


def test_a_rulebook_without_a_glossary_says_so() -> None:
    ran = advisor("glossary", "--rules", SMALL_RULES)
    assert (ran.code, ran.out) == (0, "This rulebook has no glossary.\n")


def test_sources_name_the_terms_that_rest_on_them(tmp_path: Path) -> None:
    assert "glossary/transfer" in advisor("sources", cwd=tmp_path).out

"""Languages and territories: what people type becomes a code, what they read is a name, and rules compare varieties."""

import pytest

from advisor.codes.names import Names
from advisor.codes.standards import Languages, Territories
from advisor.documents import parse_document
from advisor.errors import AdvisorError
from advisor.explain.words import Wordings
from advisor.facts import Standpoint, truth
from advisor.initiative.reader import initiative_in
from advisor.logic.answers import Answer, Held, Table, looked_up
from advisor.logic.conditions import Ref, Shares, Subject
from advisor.logic.truth import Truth
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from tests.bundled import bundled_rulebook
from tests.running import advisor
from tests.test_faults import SmallRulebook, small

__all__ = ["small"]

RULEBOOK = bundled_rulebook()
NAMES = Names(RULEBOOK.questions)


def language(word: str) -> tuple[str, ...]:
    return NAMES.languages.meaning(word).codes


def territory(word: str) -> tuple[str, ...]:
    return NAMES.territories.meaning(word).codes


# What is typed


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Dari", "prs"),
        ("Sanaani", "ayn"),
        ("SANAANI arabic", "ayn"),
        ("Ta\u2019izzi Adeni Arabic", "acq"),
        ("Arabic", "ar"),
        ("Farsi", "pes"),
        ("Persian", "fa"),
        ("Kurdish", "ku"),
        ("English", "en"),
        ("German", "de"),
        ("Tok Pisin", "tpi"),
        ("\u0627\u0644\u0639\u0631\u0628\u064a\u0629", "ar"),
    ],
)
def test_the_name_of_a_language_becomes_its_code(typed: str, code: str) -> None:
    assert language(typed) == (code,)


@pytest.mark.parametrize(
    ("typed", "code"), [("Yemen", "YE"), ("ye", "YE"), ("YEM", "YE"), ("Burma", "MM"), ("France", "FR"), ("XK", "XK")]
)
def test_the_name_or_code_of_a_territory_becomes_its_code_with_two_letters(typed: str, code: str) -> None:
    assert territory(typed) == (code,)


def test_a_code_with_three_letters_becomes_the_one_with_two() -> None:
    assert [language(code) for code in ("eng", "ara", "deu", "ger")] == [("en",), ("ar",), ("de",), ("de",)]


def test_a_variety_that_the_rulebook_lists_stays_what_it_is() -> None:
    assert [language(code) for code in ("prs", "pes", "prs-AF", "sh")] == [("prs",), ("pes",), ("prs",), ("sh",)]


@pytest.mark.parametrize("typed", ["ar-YE", "ar_YE", "AR-ye", "Arabic (Yemen)"])
def test_a_region_after_a_language_is_dropped(typed: str) -> None:
    assert language(typed) == ("ar",)


def test_a_name_from_the_rulebook_comes_before_a_code_of_the_standard() -> None:
    assert language("fur") == ("fvr",)


def test_a_name_that_fits_several_leaves_the_choice() -> None:
    assert language("Yemeni Arabic") == ("ayn", "acq", "ayh")
    assert territory("Congo") == ("CD", "CG")


@pytest.mark.parametrize("typed", ["Arabci", "ku-Kurmanji", "qaa", "xx"])
def test_what_resembles_a_name_or_looks_like_a_code_is_not_taken_for_a_free_name(typed: str) -> None:
    assert language(typed) == ()
    assert language(f"~{typed}") == (f"~{typed}",)


DISPUTED = [
    "Abkhazia",
    "Somaliland",
    "Kurdistan",
    "Transnistria",
    "Artsakh",
    "Northern Cyprus",
    "Kashmir",
    "West Papua",
]


@pytest.mark.parametrize(
    "typed", [*DISPUTED, "Tibet", "Darfur", "Rojava", "Golan", "South Ossetia", "Puntland", "Gaza"]
)
def test_a_territory_that_no_standard_has_keeps_the_name_that_people_give_it(typed: str) -> None:
    assert territory(typed) == (f"~{typed}",)
    assert NAMES.territories.name(f"~{typed}") == typed


def test_a_free_name_is_the_same_with_its_sign_and_without() -> None:
    assert territory("Rojava") == territory("~Rojava") == territory(" ~  Rojava ")


def test_a_free_name_is_never_a_code() -> None:
    assert language("~ar") != language("ar")


@pytest.mark.parametrize("typed", ["Y\u00e9\x00z", "b\x00*", "\ud800", "\u202eRojava"])
def test_letters_that_no_name_has_do_no_harm(typed: str) -> None:
    assert territory(typed) == (f"~{typed}",)


# What the rulebook lists


def test_every_listed_code_is_known_to_the_standards() -> None:
    assert load_rulebook(bundled_rules(), thoroughly=True).questions.languages


@pytest.mark.parametrize("code", RULEBOOK.questions.languages)
def test_a_listed_language_also_goes_by_its_name_in_the_standard(code: str) -> None:
    name = Languages().name(code)
    assert name is not None
    assert NAMES.languages.known(name) == (code,)


@pytest.mark.parametrize("code", RULEBOOK.questions.territories)
def test_a_listed_territory_also_goes_by_its_name_in_the_standard(code: str) -> None:
    name = Territories().name(code)
    assert name is not None
    assert NAMES.territories.known(name) == (code,)


def test_a_thorough_check_finds_codes_that_no_standard_has(small: SmallRulebook) -> None:
    listed = "languages: {yyy: {name: A}, ara: {name: B}, xxx: {name: C}}\nterritories: {YE: Yemen, YX: D}\n"
    small.put("languages.yaml", f"basis: heuristic\n{listed}")
    assert small.faults() == []
    with pytest.raises(AdvisorError) as caught:
        load_rulebook(small.folder, thoroughly=True)
    assert [str(fault) for fault in caught.value.faults] == [
        'small_rules/languages.yaml:2:13: R30 ISO 639 has no language "yyy".',
        'small_rules/languages.yaml:2:29: R29 ISO 639 has a shorter code for "ara". Write "ar".',
        'small_rules/languages.yaml:2:45: R30 ISO 639 has no language "xxx".',
        'small_rules/languages.yaml:3:26: R30 ISO 3166-1 has no territory "YX".',
    ]


def test_a_rulebook_needs_no_list_of_languages(small: SmallRulebook) -> None:
    (small.folder / "languages.yaml").unlink()
    rulebook = small.load()
    assert set(rulebook.tables) == {"understood"}
    assert Names(rulebook.questions).languages.meaning("Dari").codes == ("fa",)


# What rules look up


def row(table: str, word: str) -> set[str] | None:
    found = RULEBOOK.tables[table].row(word)
    return None if found is None else set(found)


def test_the_varieties_of_a_territory_are_looked_up_under_its_code() -> None:
    assert row("varieties", "YE") == {"ayn", "acq", "ayh", "gdq", "sqt"}


def test_no_list_is_pretended_for_a_territory_without_varieties() -> None:
    assert row("varieties", "~Rojava") is None


def test_varieties_of_one_language_are_the_same_language() -> None:
    assert (row("same-language", "ayn") or set()) > {"ar", "ayn", "apc"}
    assert row("same-language", "ar") == row("same-language", "ayn")
    assert row("same-language", "prs") == {"fa", "pes", "prs", "haz", "aiq"}


@pytest.mark.parametrize("word", ["de", "en", "~Arabci"])
def test_a_language_that_no_other_belongs_to_stands_for_itself(word: str) -> None:
    assert row("same-language", word) == {word}


def test_an_answer_stays_complete_where_words_stand_for_themselves() -> None:
    answer = Answer((Held(frozenset(("ayn", "de"))),))
    assert looked_up(answer, RULEBOOK.tables["same-language"]).held[0].complete
    assert not looked_up(answer, Table({"ayn": frozenset(("ar",))})).held[0].complete


@pytest.mark.parametrize(
    ("spoken", "table", "expected"),
    [
        ("{only: [Levantine Arabic]}", "same-language", Truth.TRUE),
        ("{only: [Dari]}", "same-language", Truth.FALSE),
        ("[Dari]", "same-language", Truth.FALSE),
        ("{includes: [Dari]}", "same-language", Truth.UNKNOWN),
        ("{only: [Sanaani]}", "varieties", Truth.TRUE),
        ("{only: [Arabic]}", "varieties", Truth.FALSE),
    ],
)
def test_a_mediator_is_held_against_a_side_by_variety_or_by_language(spoken: str, table: str, expected: Truth) -> None:
    side = "{id: a, territory: Yemen, languages: {only: [Hadrami]}}"
    text = f"initiative: It\nanswers: {{sides: [{side}], team: [{{id: m, languages: {spoken}}}]}}\n"
    view = initiative_in(parse_document(text, "it.yaml"), "it", RULEBOOK.questions).whole
    at = Standpoint(view, view.group("sides").items[0], view.group("team").items[0])
    right = "sides.territory" if table == "varieties" else "sides.languages"
    shares = Shares(Ref("team.languages", Subject.ITEM), Ref(right, Subject.EACH), table)
    assert truth(shares, at, RULEBOOK.tables) is expected


# What is read


def test_people_read_names() -> None:
    text = "initiative: It\nanswers: {working_languages: [ayn, ~Arabci, deu], territories: {only: [YE, The Valley]}}\n"
    view = initiative_in(parse_document(text, "it.yaml"), "it", RULEBOOK.questions).whole
    words = Wordings(RULEBOOK.questions, "en")
    find = RULEBOOK.questions.find
    assert words.answer(find("working_languages"), view.answer("working_languages")) == (
        "Arabci; German; Sanaani Arabic."
    )
    assert words.answer(find("territories"), view.answer("territories")) == "The Valley; Yemen."


def test_a_language_that_cldr_leaves_out_has_its_registered_name() -> None:
    assert NAMES.languages.name("nun") == "Anong"


def test_the_questions_say_how_languages_and_territories_are_written() -> None:
    out = advisor("questions").out
    assert "takes languages by their names or codes, such as Dari or prs; several" in out
    assert "takes a territory by its name or code, such as Yemen or YE" in out


# The command


def test_names_tells_what_words_stand_for() -> None:
    ran = advisor("names", "Dari", "YE")
    assert (ran.code, ran.err) == (0, "")
    told = " ".join(ran.out.split())
    assert "Dari, a language, code prs. A variety of Persian (fa). It matters in Afghanistan (AF)." in told
    assert "Yemen, a territory, code YE. Languages that matter there: Sanaani Arabic (ayn)," in told


def test_names_tells_what_there_is_to_choose_from() -> None:
    ran = advisor("names", "Korea")
    assert ran.code == 1
    assert ran.out == (
        'Korea\n    "Korea" can be several territories. Choose North Korea (KP) or South Korea\n    (KR).\n'
    )


def test_names_tells_what_is_not_known() -> None:
    ran = advisor("names", "Dari", "Arabci")
    assert ran.code == 1
    assert 'Not in our lists. Did you mean "Arabic"? A name of its own can be written' in ran.out


@pytest.mark.parametrize(
    ("typed", "first"),
    [("dar", "Dari"), ("pash", "Pashto"), ("arab", "Arabic"), ("germ", "German"), ("persian", "Persian")],
)
def test_a_language_is_completed_while_it_is_typed(typed: str, first: str) -> None:
    languages = NAMES.languages
    assert first in [languages.name(code) for code in languages.beginning(typed, 3)]


def test_a_place_is_completed_by_any_of_its_words_and_a_code_by_itself() -> None:
    territories = NAMES.territories
    assert territories.beginning("sudan", 5)[:2] == ("SD", "SS")
    assert territories.beginning("ye", 5) == ("YE",)
    assert territories.beginning("zzzz", 5) == ()

"""Texts in another language: asked, answered, judged and explained, with English where there is no translation."""

import json
from pathlib import Path

import pytest

from tests.bundled import bundled_rulebook
from tests.places import ROOT
from tests.running import Ran, advisor
from tests.test_ask import ask

QUESTIONS = bundled_rulebook().questions
BLANK = ROOT / "tests" / "composed" / "blank.yaml"
AT_RISK = ROOT / "tests" / "composed" / "two-outsiders-in-yemen.yaml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.yaml"


def arabic(question: str) -> str:
    return QUESTIONS.find(question).prompt["ar"]


def label(question: str, option: str) -> str:
    return QUESTIONS.find(question).options[option].label["ar"]


def flat(ran: Ran) -> str:
    return " ".join(ran.out.split())


# The interview


def test_the_interview_puts_arabic_questions_and_options_and_english_ones_where_there_is_no_arabic(path: Path) -> None:
    told = flat(ask(path, "Talks", "2", "2", "2", "q", language="ar"))
    assert QUESTIONS.sections[0].title["ar"] in told
    assert arabic("contact_risk") in told
    assert f"1 {label('contact_risk', 'none')} 2 {label('contact_risk', 'danger')}" in told
    assert f"Saved: {label('contact_risk', 'danger')}." in told
    assert "How far along is the initiative?" in told


def test_help_is_arabic_too_and_so_are_the_terms_in_it(path: Path) -> None:
    told = flat(ask(path, "Talks", "؟", "q", language="ar"))
    help_ = QUESTIONS.find("contact_risk").help
    assert help_ is not None
    assert help_["ar"] in told
    assert "عبر خط النزاع: بين أشخاص من أطراف متنازعة" in told


def test_the_file_is_the_same_whatever_language_the_questions_are_put_in(tmp_path: Path) -> None:
    lines = (
        "Talks",
        "2",
        "no",
        "no",
        "2",
        "1",
        "3, 4",
        "yes",
        "1.5",
        "3",
        "An institute",
        "=",
        "ngo",
        *[""] * 30,
        "safe",
    )
    further = (*lines, "Before anything else", "1, 3", "", "q")
    files = [tmp_path / f"{language}.yaml" for language in ("en", "ar")]
    for file in files:
        section = QUESTIONS.sections[0].title[file.stem]
        ask(file, *(section if line == "Before anything else" else line for line in further), language=file.stem)
    english, translated = (file.read_bytes() for file in files)
    assert b"risk_for: [participants, interpreters]" in english
    assert translated == english


@pytest.mark.parametrize(
    "typed", ["قد يكون خطرًا، لكنه ليس جريمة", "قد يكون خطرا، لكنه ليس جريمة", "قد يكون خط", "٢", "danger"]
)
def test_an_arabic_label_can_be_typed_with_or_without_its_vowel_marks(typed: str, path: Path) -> None:
    ask(path, "Talks", typed, "نعم", "q", language="ar")
    assert "contact_risk: danger\n  advice_taken: yes\n" in path.read_text()


# Everything else


def asked(ran: Ran) -> dict[str, str]:
    return {question["question"]: question["says"] for question in json.loads(ran.out)["open"]}


def test_an_assessment_for_programs_carries_arabic_questions() -> None:
    told = asked(advisor("assess", BLANK, "--json", "--language", "ar"))
    assert told["contact_risk"] == arabic("contact_risk")
    assert told["stage"] == "How far along is the initiative?"


def test_the_page_of_an_assessment_asks_in_arabic() -> None:
    assert arabic("contact_risk") in flat(advisor("assess", BLANK, "--language", "ar"))


def test_nothing_is_judged_otherwise_in_another_language() -> None:
    def judged(language: str) -> list[tuple[str, str]]:
        told = json.loads(advisor("assess", AT_RISK, "--json", "--language", language).out)
        return [(finding["id"], finding["status"]) for finding in told["findings"]]

    assert judged("ar") == judged("en")


def test_a_proof_tells_arabic_questions_with_their_arabic_answers() -> None:
    told = flat(advisor("why", AT_RISK, "bearing/somebody-at-risk", "--language", "ar"))
    assert f"{arabic('contact_risk')} {label('contact_risk', 'danger')}." in told


def test_the_list_of_questions_is_arabic_where_it_can_be() -> None:
    told = flat(advisor("questions", "--language", "ar"))
    assert f"funder_party: {arabic('funder_party')} (core) yes: نعم no: لا" in told
    assert "stage: How far along is the initiative?" in told


def test_the_glossary_is_arabic_where_it_can_be() -> None:
    told = advisor("glossary", "convener", "--language", "ar")
    assert (told.code, told.out.splitlines()[0]) == (0, "الداعي إلى اللقاء")
    assert advisor("glossary", "transfer", "--language", "ar").out == advisor("glossary", "transfer").out


@pytest.mark.parametrize(
    "call",
    [["ask", "x.yaml", "--plain"], ["assess", BLANK], ["why", BLANK, "table/dialogue"], ["questions"], ["glossary"]],
)
def test_a_language_that_no_text_has_is_told_with_those_that_there_are(call: list[str | Path], tmp_path: Path) -> None:
    ran = advisor(*call, "--language", "fr", cwd=tmp_path)
    message = 'No text of this rulebook is in "fr". Expected ar or en.'
    assert (ran.code, ran.out, ran.err) == (2, "", f"advisor: C06 {message}\n")
    assert list(tmp_path.iterdir()) == []

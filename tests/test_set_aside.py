"""An answer whose question no longer matters is set aside, and counts again as soon as the question does."""

import itertools
from pathlib import Path

import pytest

from advisor.documents import parse_document
from advisor.facts import asserted, set_aside
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import initiative_in
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook

QUESTIONS = {
    "one": "one: {prompt: One, type: yes-no, ask_when: {two: yes}}",
    "two": "two: {prompt: Two, type: yes-no, ask_when: {three: yes}}",
    "three": "three: {prompt: Three, type: yes-no}",
}


def rulebook(tmp_path: Path, order: tuple[str, ...]) -> Rulebook:
    (tmp_path / "questions").mkdir()
    (tmp_path / "rulebook.yaml").write_text("title: Three questions\nversion: '1'\n")
    written = "\n".join(f"  {QUESTIONS[name]}" for name in order)
    (tmp_path / "questions" / "all.yaml").write_text(f"section: all\ntitle: All\nquestions:\n{written}\n")
    return load_rulebook(tmp_path)


def answered(rules: Rulebook, answers: str) -> Initiative:
    text = f"initiative: It\nanswers: {answers}\n"
    return initiative_in(parse_document(text, "it.yaml"), "it", rules.questions)


@pytest.mark.parametrize("order", list(itertools.permutations(QUESTIONS)))
def test_what_is_set_aside_does_not_depend_on_the_order_of_the_questions(
    tmp_path: Path, order: tuple[str, ...]
) -> None:
    rules = rulebook(tmp_path, order)
    initiative = answered(rules, "{one: yes, two: no, three: no}")
    # Two does not matter, so that what it says no longer tells whether one matters.
    assert set_aside(initiative.whole, rules) == {"two"}
    assert set(asserted(initiative, rules)[0].answers) == {"one", "three"}


def test_an_answer_counts_while_it_is_not_refuted_that_it_matters(tmp_path: Path) -> None:
    rules = rulebook(tmp_path, ("one", "two", "three"))
    assert set_aside(answered(rules, "{two: yes}").whole, rules) == set()
    disputed = "{two: yes, three: {contested: [{is: yes, by: a}, {is: no, by: b}]}}"
    assert set_aside(answered(rules, disputed).whole, rules) == set()

"""Parts take over what they do not change: answers, items, and whether a list is whole."""

import pytest

from advisor.documents import parse_document
from advisor.initiative.initiative import View
from advisor.initiative.reader import initiative_in
from advisor.logic.answers import Items
from tests.bundled import bundled_rulebook

QUESTIONS = bundled_rulebook().questions


def part(sides: str) -> View:
    text = f"""
initiative: It
answers:
  stage: past
  sides: {{only: [{{id: a, actor: state}}, {{id: b, actor: movement}}]}}
parts:
  - id: first
    name: first
    kind: phase
    answers: {{sides: {sides}}}
"""
    return initiative_in(parse_document(text, "it.yaml"), "it", QUESTIONS).parts[0]


def ids(items: Items) -> list[str]:
    return [item.id for item in items.items]


def test_a_part_keeps_the_answers_that_it_does_not_change() -> None:
    assert part("[]").answer("stage").held[0].words == {"past"}


def test_a_bare_list_changes_and_adds_items_and_leaves_the_list_closed() -> None:
    sides = part("[{id: b, capacity: {only: [experts]}}, {id: c}]").group("sides")
    assert (ids(sides), sides.complete) == (["a", "b", "c"], True)
    assert sides.items[1].answers["actor"].held[0].words == {"movement"}


def test_includes_says_that_there_may_be_more() -> None:
    sides = part("{includes: [{id: c}]}").group("sides")
    assert (ids(sides), sides.complete) == (["a", "b", "c"], False)


def test_only_lists_anew_and_keeps_what_is_known_of_each_item() -> None:
    sides = part("{only: [{id: b}]}").group("sides")
    assert (ids(sides), sides.complete) == (["b"], True)
    assert sides.items[0].answers["actor"].held[0].words == {"movement"}


def test_items_of_the_whole_come_first_in_every_list() -> None:
    assert ids(part("{only: [{id: c}, {id: b}, {id: a}]}").group("sides")) == ["a", "b", "c"]


@pytest.mark.parametrize("written", ["unknown", ""])
def test_unknown_can_be_written(written: str) -> None:
    sides = part(written).group("sides")
    assert (ids(sides), sides.complete) == ([], False)


def test_a_word_is_the_same_however_its_letters_were_composed() -> None:
    composed, decomposed = "Fran\u00e7ais", "Franc\u0327ais"
    text = f"initiative: It\nanswers: {{working_languages: [{composed}, {decomposed}]}}\n"
    answer = initiative_in(parse_document(text, "it.yaml"), "it", QUESTIONS).whole.answer("working_languages")
    assert answer.held[0].words == {"fr"}

"""Who fills a role, how well, and of whom that is not known."""

import pytest

from advisor.report.assessment import AdviceResult
from tests.small import assessed, engine_of, finding, phases

LINES = """
      - {some: mediators, where: {speaks: {includes: ar}, political: no}, how: mediates and speaks it, fills: fully}
      - {some: mediators, where: {speaks: {includes: ar}}, how: "speaks it, but for a government", fills: partly}
      - {some: sides, where: {languages: {includes: ar}, actor: community}, how: sends a neighbour, fills: could}
      - {some: sides, where: {languages: {includes: ar}}, how: sends somebody, fills: could}
"""
ARABIC = "speaks: {only: [ar]}"
NO_SIDES = "  sides: {only: []}\n"


def role(answers: str, lines: str = LINES, **fields: str) -> AdviceResult:
    engine = engine_of(finding("role-3", "{stage: running}", filled_by=lines, **fields))
    return assessed(engine, f"  stage: running\n{answers}").team[0]


def people(found: AdviceResult) -> list[tuple[str, str, bool]]:
    return [(filler.item, filler.fills, filler.certain) for filler in found.filled_by]


def test_people_are_named_once_by_the_first_line_that_fits() -> None:
    mediators = f"{{only: [{{id: ann, {ARABIC}, political: no}}, {{id: ben, {ARABIC}, political: yes}}]}}"
    found = role(f"{NO_SIDES}  mediators: {mediators}\n")
    assert people(found) == [("ann", "fully", True), ("ben", "partly", True)]
    assert found.filled == "fully"


def test_whoever_may_fill_it_better_is_not_said_to_fill_it_in_part() -> None:
    found = role(f"{NO_SIDES}  mediators: {{only: [{{id: ann, {ARABIC}}}]}}\n")
    assert people(found) == [("ann", "fully", False)]
    assert found.filled == "open"


def test_of_whoever_may_fill_it_it_says_what_to_ask() -> None:
    found = role(f"{NO_SIDES}  mediators: {{only: [{{id: ann, {ARABIC}}}, {{id: ben, {ARABIC}, political: no}}]}}\n")
    assert [(filler.item, filler.unknown) for filler in found.filled_by] == [
        ("ben", ()),
        ("ann", ("does this mediator represent a government?",)),
    ]


def test_what_is_not_known_of_the_side_itself_is_not_asked_of_the_person() -> None:
    lines = "\n      - {some: mediators, where: {speaks: {shares: side.languages}}, how: speaks it, fills: fully}\n"
    answers = f"  sides: {{only: [{{id: a, name: Herders}}]}}\n  mediators: {{only: [{{id: ann, {ARABIC}}}]}}\n"
    (filler,) = role(answers, lines, for_each="sides").filled_by
    assert filler.unknown == ("Herders: which languages do its people speak?",)


def test_a_line_that_is_known_to_fit_comes_before_one_that_fills_it_as_well_and_may_fit() -> None:
    found = role("  mediators: {only: []}\n  sides: {only: [{id: a, languages: [ar]}]}\n")
    assert [(filler.how, filler.certain) for filler in found.filled_by] == [("sends somebody", True)]


@pytest.mark.parametrize("known", ["languages: [ar], actor: community", "actor: unknown"])
def test_of_lines_that_fit_or_may_fit_alike_the_first_counts(known: str) -> None:
    (filler,) = role(f"  mediators: {{only: []}}\n  sides: {{only: [{{id: a, {known}}}]}}\n").filled_by
    assert filler.how == "sends a neighbour"


def test_whoever_is_known_to_fill_it_is_told_before_those_who_may() -> None:
    found = role(f"{NO_SIDES}  mediators: {{only: [{{id: ann, {ARABIC}}}, {{id: ben, {ARABIC}, political: no}}]}}\n")
    assert people(found) == [("ben", "fully", True), ("ann", "fully", False)]


def test_a_dispute_leaves_open_whether_somebody_fills_it() -> None:
    disputed = "{contested: [{is: no, by: herself}, {is: yes, by: a side}]}"
    found = role(f"{NO_SIDES}  mediators: {{only: [{{id: ann, {ARABIC}, political: {disputed}}}]}}\n")
    assert people(found) == [("ann", "fully", False)]
    assert found.filled == "open"


def test_the_same_name_on_two_lists_stands_for_two_people() -> None:
    mediators, sides = f"{{only: [{{id: ann, {ARABIC}, political: no}}]}}", "{only: [{id: ann, languages: [ar]}]}"
    found = role(f"  mediators: {mediators}\n  sides: {sides}\n")
    assert [(filler.group, filler.item) for filler in found.filled_by] == [("mediators", "ann"), ("sides", "ann")]


@pytest.mark.parametrize(
    ("mediators", "sides", "filled"),
    [
        (f"{{only: [{{id: ben, {ARABIC}, political: yes}}]}}", "{only: []}", "partly"),
        (f"[{{id: ben, {ARABIC}, political: yes}}]", "{only: []}", "partly"),
        (f"{{only: [{{id: ben, {ARABIC}, political: yes}}]}}", "{only: [{id: a, languages: [ar]}]}", "partly"),
        ("{only: []}", "[{id: a, languages: [ar]}]", "could"),
        ("{only: []}", "[{id: a}]", "nobody"),
        ("[]", "{only: [{id: a, languages: [ar]}]}", "open"),
        ("{only: [{id: ben, political: yes}]}", "{only: []}", "nobody"),
    ],
    ids=[
        "in part",
        "in part, and there may be others",
        "in part, and another could",
        "another could, and there may be more who could",
        "it is not known who could",
        "it is not known who is there",
        "at the most in part",
    ],
)
def test_a_role_is_filled_as_well_as_somebody_surely_fills_it(mediators: str, sides: str, filled: str) -> None:
    assert role(f"  mediators: {mediators}\n  sides: {sides}\n").filled == filled


def test_a_role_stays_open_while_one_of_the_lists_that_could_fill_it_is() -> None:
    both = """
      - {some: mediators, where: {political: no}, how: mediates, fills: fully}
      - {some: sides, where: {actor: community}, how: is there, fills: fully}
"""
    assert role("  mediators: {only: []}\n  sides: [{id: a, actor: state}]\n", both).filled == "open"


def test_a_role_that_a_side_asks_for_is_filled_by_the_others() -> None:
    same = "[{some: sides, where: {languages: {shares: side.languages}}, how: speaks it, fills: fully}]"
    sides = "  sides: {only: [{id: a, languages: {only: [ar]}}, {id: b, languages: {only: [ar]}}]}\n"
    assert people(role(sides, same, for_each="sides")) == [("b", "fully", True)]


def test_a_role_in_a_phase_is_filled_by_those_who_are_there_then() -> None:
    in_phase = finding("role-3", "{secret: yes}", filled_by=LINES)
    ann = f"{{secret: yes, mediators: {{only: [{{id: ann, {ARABIC}, political: no}}]}}}}"
    answers = "  stage: running\n  mediators: {only: []}\n" + phases(one=ann, two="{secret: no}")
    assert people(assessed(engine_of(in_phase), answers).parts[0].team[0]) == [("ann", "fully", True)]

"""What conditions mean, case by case: unknown is never no, lists are open until closed, disputes stay disputes."""

from collections.abc import Mapping

import pytest

from advisor.engine.run import Engine
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Answer, Between, Held, Includes, Item, Items, Only
from advisor.logic.conditions import (
    All,
    AnswerTest,
    AnyOf,
    Condition,
    Not,
    Quantified,
    Quantifier,
    Ref,
    Shares,
    Subject,
)
from advisor.logic.truth import Truth
from advisor.model.finding import Kind
from advisor.reference import Reference
from tests.random_rulebooks import finding, rulebook_of
from tests.small import small_rulebook

UNKNOWN, TRUE, FALSE, CONTESTED = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE, Truth.CONTESTED


def one(word: str | float) -> Held:
    return Held(frozenset((word,)))


def known(word: str | float) -> Answer:
    return Answer((one(word),))


def disputed(*words: str | float) -> Answer:
    return Answer(tuple(one(word) for word in words))


def ticked(*words: str, complete: bool = False, excluded: tuple[str, ...] = ()) -> Answer:
    return Answer((Held(frozenset(words), complete, excluded=frozenset(excluded)),))


def is_(question: str, *words: str) -> AnswerTest:
    return AnswerTest(Ref(question), Includes(frozenset(words)))


def only(question: str, *words: str) -> AnswerTest:
    return AnswerTest(Ref(question), Only(frozenset(words)))


def between(low: float | None, high: float | None) -> AnswerTest:
    return AnswerTest(Ref("amount"), Between(low, high))


def judged(
    condition: Condition, answers: Mapping[str, Answer] | None = None, sides: Items | None = None, **fields: object
) -> Truth:
    """The value of a finding with this condition, on which engine and reference agree."""
    rulebook = rulebook_of([finding("it", Kind.CRITERION, condition, **fields)])
    view = View("", "", answers or {}, {} if sides is None else {"sides": sides})
    initiative = Initiative("it", "it", view)
    engine = Engine(rulebook)
    value = engine.judge(initiative).views[""].own.told("school/it")
    engine.close()
    assert Reference(rulebook, initiative).judge("school/it") == value
    return value


RED = is_("plain", "red")
GREEN = is_("listed", "green")


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        (Answer(), UNKNOWN),
        (Answer(withheld=True), UNKNOWN),
        (known("red"), TRUE),
        (known("blue"), FALSE),
        (disputed("red", "blue"), CONTESTED),
    ],
    ids=["unknown", "withheld", "known so", "known otherwise", "disputed"],
)
def test_a_choice_tells_what_is_known_of_it(answer: Answer, value: Truth) -> None:
    assert judged(RED, {"plain": answer}) is value


def test_a_blank_form_supports_nothing_and_refutes_nothing() -> None:
    assert judged(All((RED, GREEN, between(1, 2)))) is UNKNOWN
    assert judged(Not(AnyOf((RED, GREEN, between(1, 2))))) is UNKNOWN


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        (ticked("red"), UNKNOWN),
        (ticked("red", complete=True), FALSE),
        (ticked(complete=True), FALSE),
        (ticked("green"), TRUE),
        (ticked("red", excluded=("green",)), FALSE),
        (Answer((Held(frozenset(("green",))), Held(frozenset(("red",))))), CONTESTED),
    ],
    ids=["open", "closed", "none of these", "ticked", "excluded", "two lists held"],
)
def test_an_option_that_is_not_ticked_is_unknown_until_that_is_all(answer: Answer, value: Truth) -> None:
    assert judged(GREEN, {"listed": answer}) is value


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        (ticked("red"), UNKNOWN),
        (ticked("red", complete=True), TRUE),
        (ticked("red", "blue"), FALSE),
        (ticked(complete=True), TRUE),
    ],
    ids=["open", "closed", "another ticked", "none of these"],
)
def test_only_these_is_known_once_the_list_is_closed(answer: Answer, value: Truth) -> None:
    assert judged(only("listed", "red"), {"listed": answer}) is value


def test_a_set_of_options_is_judged_as_one_for_each_value_that_is_held() -> None:
    assert judged(is_("plain", "red", "blue"), {"plain": disputed("red", "blue")}) is TRUE


def test_an_interval_is_judged_as_one_for_each_value_that_is_held() -> None:
    assert judged(between(3, 4), {"amount": disputed(2, 5)}) is FALSE
    assert judged(between(3, 4), {"amount": disputed(3, 5)}) is CONTESTED
    assert judged(between(3, None), {"amount": known(3)}) is TRUE


def test_the_contrary_of_all_is_that_one_is_not_so() -> None:
    assert judged(All((RED, GREEN)), {"plain": known("blue")}) is FALSE
    assert judged(All((RED, GREEN)), {"plain": known("red")}) is UNKNOWN


def test_the_contrary_of_any_is_that_none_is_so() -> None:
    assert judged(AnyOf((RED, GREEN)), {"plain": known("red")}) is TRUE
    assert judged(AnyOf((RED, GREEN)), {"plain": known("blue")}) is UNKNOWN
    assert judged(AnyOf((RED, GREEN)), {"plain": known("blue"), "listed": ticked(complete=True)}) is FALSE


def test_where_the_contrary_is_written_out_a_definition_may_be_silent() -> None:
    assert judged(RED, {"plain": known("green")}, not_when=is_("plain", "blue")) is UNKNOWN
    assert judged(RED, {"plain": known("blue")}, not_when=is_("plain", "blue")) is FALSE


# Lists

YES, NO, MAYBE = known("red"), known("blue"), Answer()


def sides(*answers: Answer, complete: bool) -> Items:
    return Items(tuple(Item(f"side{n}", {"plain": a}) for n, a in enumerate(answers)), complete)


def of_sides(quantifier: Quantifier, low: int | None = None, high: int | None = None) -> Quantified:
    where = AnswerTest(Ref("sides.plain", Subject.ITEM), Includes(frozenset(("red",))))
    return Quantified(quantifier, "sides", where, low, high)


EVERY, SOME, NONE = of_sides(Quantifier.EVERY), of_sides(Quantifier.SOME), of_sides(Quantifier.NO)
TWO = of_sides(Quantifier.COUNT, 2)
AT_MOST_ONE = of_sides(Quantifier.COUNT, None, 1)


@pytest.mark.parametrize(
    ("condition", "items", "value"),
    [
        (EVERY, sides(YES, YES, complete=True), TRUE),
        (EVERY, sides(YES, YES, complete=False), UNKNOWN),
        (EVERY, sides(YES, NO, complete=False), FALSE),
        (EVERY, sides(YES, MAYBE, complete=True), UNKNOWN),
        (EVERY, sides(complete=True), TRUE),
        (EVERY, sides(complete=False), UNKNOWN),
        (EVERY, sides(YES, disputed("red", "blue"), complete=True), CONTESTED),
        (SOME, sides(NO, YES, complete=False), TRUE),
        (SOME, sides(NO, NO, complete=False), UNKNOWN),
        (SOME, sides(NO, NO, complete=True), FALSE),
        (SOME, sides(NO, MAYBE, complete=True), UNKNOWN),
        (SOME, sides(complete=True), FALSE),
        (NONE, sides(complete=True), TRUE),
        (NONE, sides(NO, NO, complete=False), UNKNOWN),
        (NONE, sides(NO, NO, complete=True), TRUE),
        (NONE, sides(NO, YES, complete=False), FALSE),
        (TWO, sides(YES, YES, complete=False), TRUE),
        (TWO, sides(YES, NO, complete=False), UNKNOWN),
        (TWO, sides(YES, NO, complete=True), FALSE),
        (TWO, sides(YES, MAYBE, complete=True), UNKNOWN),
        (AT_MOST_ONE, sides(YES, NO, complete=False), UNKNOWN),
        (AT_MOST_ONE, sides(YES, NO, complete=True), TRUE),
        (AT_MOST_ONE, sides(YES, YES, complete=False), FALSE),
        (AT_MOST_ONE, sides(YES, disputed("red", "blue"), complete=True), CONTESTED),
    ],
)
def test_a_list_is_open_until_it_is_closed(condition: Condition, items: Items, value: Truth) -> None:
    assert judged(condition, sides=items) is value


def test_without_a_condition_a_quantifier_asks_what_is_listed() -> None:
    assert judged(Quantified(Quantifier.SOME, "sides"), sides=sides(MAYBE, complete=False)) is TRUE
    assert judged(Quantified(Quantifier.NO, "sides"), sides=sides(complete=True)) is TRUE
    assert judged(Quantified(Quantifier.NO, "sides"), sides=sides(complete=False)) is UNKNOWN


def test_where_sides_are_compared_with_a_side_the_other_sides_are_meant() -> None:
    same = Shares(Ref("sides.plain", Subject.ITEM), Ref("sides.plain", Subject.EACH))
    some, every = (Quantified(q, "sides", same) for q in (Quantifier.SOME, Quantifier.EVERY))
    assert of_first_side(some, sides(YES, NO, complete=True)) is FALSE
    assert of_first_side(some, sides(YES, NO, YES, complete=True)) is TRUE
    assert of_first_side(every, sides(YES, YES, complete=True)) is TRUE
    assert of_first_side(every, sides(YES, NO, complete=True)) is FALSE
    assert of_first_side(some, sides(YES, complete=True)) is FALSE


def of_first_side(condition: Condition, items: Items) -> Truth:
    """The value for the first side of a finding that is made for each side."""
    rulebook = rulebook_of([finding("it", Kind.CRITERION, condition, for_each="sides")])
    initiative = Initiative("it", "it", View("", "", {}, {"sides": items}))
    engine = Engine(rulebook)
    value = engine.judge(initiative).views[""].items["sides", "side0"].told("school/it")
    engine.close()
    assert Reference(rulebook, initiative).judge("school/it", item="side0") == value
    return value


ALIKE = """
theme: alike
title: Who is like whom
findings:
  like-another:
    kind: premise
    for_each: sides
    statement: "Another side is what {side.name} is."
    when: {some: sides, where: {actor: {same_as: side.actor}}}
    basis: heuristic
"""


@pytest.mark.parametrize(("second", "third", "value"), [("movement", "community", FALSE), ("movement", "state", TRUE)])
def test_a_rule_that_compares_a_side_with_sides_is_read_as_meaning_the_others(
    second: str, third: str, value: Truth
) -> None:
    rulebook = small_rulebook({"themes/alike.yaml": ALIKE})
    listed = (
        Item("a", {"actor": known("state")}),
        Item("b", {"actor": known(second)}),
        Item("c", {"actor": known(third)}),
    )
    initiative = Initiative("it", "it", View("", "", {}, {"sides": Items(listed, complete=True)}))
    engine = Engine(rulebook)
    assert engine.judge(initiative).views[""].items["sides", "a"].told("alike/like-another") is value
    engine.close()
    assert Reference(rulebook, initiative).judge("alike/like-another", item="a") is value

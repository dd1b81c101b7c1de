"""The tool that breaks rules: what it breaks, what counts as none, and that something notices."""

import re

from advisor.logic.answers import Includes
from advisor.logic.conditions import All, AnswerTest, AnyOf, Not, Ref
from advisor.rulebook.bundled import bundled_rules, cases_of
from advisor.workshop.canonical import canonical
from advisor.workshop.cases.reader import read_cases
from tests.bundled import bundled_rulebook
from tests.mutation.conditions import Breaker
from tests.mutation.mutants import mutants
from tests.mutation.trial import Jury
from tests.places import ROOT

RULEBOOK = bundled_rulebook()
STAGE = AnswerTest(Ref("stage"), Includes(frozenset(("idea", "design"))))
TALKS = AnswerTest(Ref("activity"), Includes(frozenset(("talks",))))


def test_an_option_is_left_out_and_replaced_by_each_that_is_not_named() -> None:
    broken = [(kind, what) for kind, what, _ in Breaker(RULEBOOK).broken(STAGE)]
    assert [what for kind, what in broken if kind == "option left out"] == ["stage: design", "stage: idea"]
    assert len([what for kind, what in broken if kind == "option replaced"]) == 2 * 3


def test_a_list_is_turned_into_the_other_kind_and_each_part_left_out() -> None:
    broken = [condition for _, _, condition in Breaker(RULEBOOK).broken(All((STAGE, Not(TALKS))))]
    assert AnyOf((STAGE, Not(TALKS))) in broken
    assert All((STAGE,)) in broken
    assert All((STAGE, TALKS)) in broken


def test_conditions_that_differ_in_order_brackets_or_repetition_are_one() -> None:
    written = All((STAGE, All((TALKS, STAGE))))
    assert canonical(written) == canonical(All((TALKS, Not(Not(STAGE)))))
    assert canonical(written) != canonical(AnyOf((TALKS, STAGE)))


def test_a_broken_verdict_is_noticed_by_its_cases_and_without_them_by_nothing() -> None:
    cases = read_cases(cases_of(bundled_rules()), bundled_rules(), RULEBOOK)
    breaks = [one for one in mutants(RULEBOOK) if one.of == "rieker/track-iii" and one.kind == "all to any"]
    assert [fate.by_cases for fate in map(Jury(RULEBOOK, cases, []).fate, breaks)] == [True]
    assert [fate.survived for fate in map(Jury(RULEBOOK, [], []).fate, breaks)] == [True]


def test_the_published_score_is_at_least_95_percent() -> None:
    page = (ROOT / "docs" / "mutation.md").read_text()
    (score,) = re.findall(r"^\| \*\*all\*\* .* ([\d.]+) % \|$", page, re.MULTILINE)
    assert float(score) >= 95

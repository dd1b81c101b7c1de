"""What a change of the rules can reach is all that it changes: nothing outside of it ever settles otherwise."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.run import Engine
from advisor.errors import Place
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.logic.conditions import Not
from advisor.logic.evaluate import STATUS_OF
from advisor.model.finding import Home
from advisor.report.rulebook.links import Links
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.diff.causes import Causes
from advisor.workshop.diff.effects import differing
from advisor.workshop.diff.judged import Filled, Judge, Judged, Key
from tests.mutation.mutants import Mutant, mutants
from tests.places import COMPOSED, INITIATIVES
from tests.random_rulebooks import initiatives, rulebooks

RULEBOOK = load_rulebook(bundled_rules())
ENGINE = Engine(RULEBOOK)
READ = [read_initiative(path, RULEBOOK.questions) for path in (*INITIATIVES, *COMPOSED)]
BREAKS = Random("reach").sample(list(mutants(RULEBOOK)), 24)


def by_engine(engine: Engine, initiative: Initiative) -> Judged:
    """How everything settles, and who fills each role."""
    everything = Judge(engine.rulebook).judge(initiative, engine.rulebook.findings)
    settled = engine.judge(initiative)
    statuses = {key: STATUS_OF[settled.judge(key.finding, key.part, key.item or None)] for key in everything.statuses}
    return replace(everything, statuses=statuses)


def filled_otherwise(before: Judged, now: Judged) -> dict[Key, tuple[Filled, Filled]]:
    both = ((key, before.filled[key], now.filled[key]) for key in before.filled if key in now.filled)
    return {key: (old, new) for key, old, new in both if old != new}


def reach(old: Rulebook, new: Rulebook) -> frozenset[str]:
    return Causes(Links(old), Links(new)).reach


def assert_nothing_else_changes(old: Engine, new: Engine, tried: list[Initiative]) -> None:
    reached = reach(old.rulebook, new.rulebook)
    for initiative in tried:
        everything = [by_engine(engine, initiative) for engine in (old, new)]
        within = [Judge(engine.rulebook).judge(initiative, reached) for engine in (old, new)]
        assert differing(*everything) == differing(*within)
        assert filled_otherwise(everything[0], everything[1]) == filled_otherwise(within[0], within[1])


@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: broken.name)
def test_nothing_outside_the_reach_of_a_broken_rule_settles_otherwise(broken: Mutant) -> None:
    engine = Engine(broken.rulebook)
    assert_nothing_else_changes(ENGINE, engine, Random(broken.name).sample(READ, 4))
    engine.close()


def with_home(rulebook: Rulebook) -> Rulebook:
    """The same rulebook, whose findings all stand in one file."""
    home = next(iter(rulebook.findings.values())).home
    told = {"en": home}
    names = tuple(rulebook.findings)
    one = Home(
        id=home, title=told, short=told, about=None, school=False, findings=names, applies_when=None, place=Place("")
    )
    return replace(rulebook, homes={home: one})


@given(rulebooks, initiatives, st.randoms(use_true_random=False))
def test_nothing_outside_the_reach_of_a_rule_turned_round_settles_otherwise(
    rulebook: Rulebook, initiative: Initiative, chance: Random
) -> None:
    old = with_home(rulebook)
    turned = chance.choice(list(old.findings.values()))
    other = turned.model_copy(update={"when": Not(turned.when)})
    new = replace(old, findings={**old.findings, turned.id: other})
    engines = Engine(old), Engine(new)
    assert_nothing_else_changes(*engines, [initiative])
    for engine in engines:
        engine.close()


def test_a_rule_on_which_nothing_builds_reaches_only_itself() -> None:
    risk = RULEBOOK.findings["risks/nobody-in-office"]
    other = risk.model_copy(update={"when": Not(risk.when)})
    new = replace(RULEBOOK, findings={**RULEBOOK.findings, risk.id: other})
    assert reach(RULEBOOK, new) == {risk.id}


def test_other_words_reach_nothing() -> None:
    risk = RULEBOOK.findings["risks/nobody-in-office"]
    other = risk.model_copy(update={"statement": {"en": "Nobody came."}})
    new = replace(RULEBOOK, findings={**RULEBOOK.findings, risk.id: other})
    assert reach(RULEBOOK, new) == frozenset()


def test_a_changed_question_reaches_everything_but_not_where_only_its_line_is_another() -> None:
    name, question = next(iter(RULEBOOK.questions.initiative.items()))

    def with_question(**fields: object) -> Rulebook:
        asked = {**RULEBOOK.questions.initiative, name: question.model_copy(update=fields)}
        return replace(RULEBOOK, questions=RULEBOOK.questions.model_copy(update={"initiative": asked}))

    assert reach(RULEBOOK, with_question(all_listed=not question.all_listed)) == RULEBOOK.findings.keys()
    assert reach(RULEBOOK, with_question(place=Place("elsewhere", 1, 1))) == frozenset()

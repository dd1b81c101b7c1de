"""durable-rules is only ever given what it can hold, and is built anew when it fails."""

import random
from concurrent.futures import ThreadPoolExecutor

import durable_rules_engine
import pytest

from advisor.engine.durable import Ruleset
from advisor.engine.program import VIEW, Literal, Role, Rule
from advisor.engine.run import Engine
from advisor.engine.shards import MAX_INPUTS, MAX_PENDING, MAX_RULES, Trie, pending, shards
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Answer, Held, Includes
from advisor.logic.conditions import All, AnswerTest, AnyOf, Condition, Not, Ref
from advisor.logic.truth import Truth
from advisor.model.finding import Kind
from tests.random_rulebooks import InitiativeMaker, RulebookMaker, finding, rulebook_of
from tests.test_engine_equals_reference import by_reference, places, told_by

TOO_MANY = 70
"""More keys than the library can match at once; the packing of rules never lets it come to that."""


def test_exactly_those_rules_fire_whose_keys_are_all_there() -> None:
    rules = [["k0"], ["k0", "k1"], ["k2"], ["k1", "k2"]]
    ruleset = Ruleset(rules)
    assert sorted(ruleset.fired(["k0", "k1"])) == [0, 1]
    assert ruleset.fired(["k2"]) == [2]
    assert ruleset.fired([]) == []
    ruleset.close()


def test_each_short_key_is_told_from_all_others() -> None:
    keys = [f"k{number}" for number in range(MAX_INPUTS)]
    ruleset = Ruleset([[key] for key in keys])
    assert [ruleset.fired([key]) for key in keys] == [[number] for number in range(MAX_INPUTS)]
    ruleset.close()


def test_after_a_failure_of_the_library_the_ruleset_is_sound_again() -> None:
    keys = [f"k{number}" for number in range(TOO_MANY)]
    ruleset = Ruleset([[key] for key in keys])
    with pytest.raises(durable_rules_engine.error):
        ruleset.fired(keys)
    assert ruleset.fired(["k3"]) == [3]
    ruleset.close()


def test_rules_are_packed_within_what_the_library_can_hold() -> None:
    chance = random.Random(5)
    names = [Literal(Role.OWN, f"a{number}+") for number in range(400)]
    rules = [
        Rule(f"r{number}", VIEW, "it+", tuple(chance.sample(names, chance.randint(1, 6)))) for number in range(3000)
    ]
    packs = shards(rules)
    assert [rule for pack in packs for rule in pack] == rules
    for pack in packs:
        assert len(pack) <= MAX_RULES
        assert len({literal for rule in pack for literal in rule.body}) <= MAX_INPUTS
        assert pending(trie_of(pack)) <= MAX_PENDING


def trie_of(rules: list[Rule]) -> Trie:
    trie: Trie = {}
    for rule in rules:
        node = trie
        for literal in rule.body:
            node = node.setdefault(literal, {})
    return trie


def test_three_hundred_rules_with_one_and_the_same_condition_all_fire() -> None:
    red = AnswerTest(Ref("plain"), Includes(frozenset(("red",))))
    engine = Engine(rulebook_of([finding(f"f{number}", Kind.CRITERION, red) for number in range(300)]))
    settled = engine.judge(of_red())
    assert {settled.views[""].own.told(f"school/f{number}") for number in range(300)} == {Truth.TRUE}


def of_red() -> Initiative:
    return Initiative("it", "it", View("", "", {"plain": Answer((Held(frozenset(("red",))),))}))


def test_a_condition_of_hundreds_of_tests_is_held_and_stays_as_long_as_its_text() -> None:
    tests: list[Condition] = [Not(AnswerTest(Ref("plain"), Includes(frozenset((f"w{n}",))))) for n in range(300)]
    pairs: list[Condition] = [AnyOf((tests[n], tests[n + 1])) for n in range(299)]
    engine = Engine(rulebook_of([finding("all", Kind.CRITERION, All(tuple(tests + pairs)))]))
    assert len(engine.program.rules()) < 2000
    assert engine.judge(of_red()).views[""].own.told("school/all") is Truth.TRUE


def test_threads_may_share_an_engine() -> None:
    chance = random.Random(11)
    rulebook = RulebookMaker(chance).make()
    cases = [InitiativeMaker(chance).make() for _ in range(40)]
    engine = Engine(rulebook)

    def judged(initiative: Initiative) -> object:
        settled = engine.judge(initiative)
        return {(f.id, v, i): told_by(engine, settled, f, v, i) for f, v, i in places(rulebook, initiative)}

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(judged, cases)) == [by_reference(rulebook, case) for case in cases]

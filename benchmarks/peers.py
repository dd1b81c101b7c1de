"""Other engines on the same flat rules: each is told the literals that the answers give, and says what follows.

CLIPS and zen-engine's expressions stand here in the fastest of the encodings that were tried with them; the decision
tables are how zen-engine is meant to be used. None of them is asked for a proof.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol

Rule = Mapping[str, Any]
"""A rule of an exported program: `id`, `if` all of these literals, `then` this one."""

Stages = Sequence[Sequence[Rule]]
"""The rules of an exported program, stage by stage."""

Facts = dict[str, bool]
"""For each symbol, whether its literal is told."""


class Peer(Protocol):
    """Rules that are built once and then asked."""

    def judge(self, literals: frozenset[str]) -> set[str]:
        """These literals and all that follows from them."""


def stages_of(export: Mapping[str, Any]) -> Stages:
    """The rules of an exported program, which must know nothing but yes and no about the initiative."""
    if any(stage["aggregates"] or stage["readings"] for stage in export["stages"]):
        raise ValueError("A peer knows only rules.")
    return [stage["rules"] for stage in export["stages"] if stage["rules"]]


def _symbols(stages: Stages) -> dict[str, str]:
    """For each literal a short name that is plain in every language."""
    literals = {literal for rules in stages for rule in rules for literal in (*rule["if"], rule["then"])}
    return {literal: f"k{index}" for index, literal in enumerate(sorted(literals))}


class _Staged:
    """For engines that evaluate conditions: each stage sees what was given and what earlier stages concluded."""

    def __init__(self, stages: Stages) -> None:
        self._symbol = _symbols(stages)
        self._stages = [(self._inputs(rules), self._compiled(rules)) for rules in stages]

    def _inputs(self, rules: Sequence[Rule]) -> dict[str, str]:
        return {literal: self._symbol[literal] for rule in rules for literal in rule["if"]}

    def _test(self, rule: Rule) -> str:
        return " and ".join(self._symbol[literal] for literal in rule["if"])

    def _compiled(self, rules: Sequence[Rule]) -> Callable[[Facts], Iterable[str]]:
        """What a stage concludes from facts."""
        raise NotImplementedError

    def judge(self, literals: frozenset[str]) -> set[str]:
        """These literals and all that follows from them."""
        told = set(literals)
        for inputs, conclude in self._stages:
            told.update(conclude({symbol: literal in told for literal, symbol in inputs.items()}))
        return told


class ZenTables(_Staged):
    """zen-engine as it is usually used: a decision table for each stage, which collects every row that is met."""

    def _compiled(self, rules: Sequence[Rule]) -> Callable[[Facts], Iterable[str]]:
        zen = import_module("zen")
        table = {
            "hitPolicy": "collect",
            "inputs": [{"id": "if", "name": "if"}],
            "outputs": [{"id": "then", "name": "then", "field": "then"}],
            "rules": [{"_id": rule["id"], "if": self._test(rule), "then": f"'{rule['then']}'"} for rule in rules],
        }
        nodes = [
            {"id": "in", "name": "in", "type": "inputNode"},
            {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
            {"id": "out", "name": "out", "type": "outputNode"},
        ]
        steps = (("in", "table"), ("table", "out"))
        edges = [{"id": f"{a}-{b}", "sourceId": a, "targetId": b, "type": "edge"} for a, b in steps]
        decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
        return lambda facts: [row["then"] for row in decision.evaluate(facts)["result"]]


class ZenExpressions(_Staged):
    """zen-engine's expressions without tables: one for each stage, a list that says of every rule if it is met."""

    def _compiled(self, rules: Sequence[Rule]) -> Callable[[Facts], Iterable[str]]:
        zen = import_module("zen")
        expression = zen.compile_expression(f"[{', '.join(map(self._test, rules))}]")
        heads = [rule["then"] for rule in rules]
        return lambda facts: [head for head, met in zip(heads, expression.evaluate(facts), strict=True) if met]


class Clips:
    """CLIPS: rules that assert their conclusions, over facts of one word; it finds the order by itself."""

    def __init__(self, stages: Stages) -> None:
        clips = import_module("clips")

        self._symbol = _symbols(stages)
        self._literal = {symbol: literal for literal, symbol in self._symbol.items()}
        self._environment = clips.Environment()
        self._environment.build("(defglobal ?*told* = (create$))")
        for number, rule in enumerate(rule for rules in stages for rule in rules):
            premises = " ".join(f"({self._symbol[literal]})" for literal in rule["if"])
            head = self._symbol[rule["then"]]
            self._environment.build(
                f"(defrule r{number} {premises} => (assert ({head})) (bind ?*told* ?*told* {head}))"
            )

    def judge(self, literals: frozenset[str]) -> set[str]:
        """These literals and all that follows from them."""
        self._environment.reset()
        known = literals & self._symbol.keys()
        self._environment.load_facts(" ".join(f"({self._symbol[literal]})" for literal in known))
        self._environment.run()
        # As one text: a list would cross from C to Python word by word.
        concluded = self._environment.eval("(implode$ ?*told*)").split()
        return {*literals, *(self._literal[symbol] for symbol in concluded)}


PEERS: Mapping[str, type[_Staged] | type[Clips]] = {
    "zen-engine, decision tables": ZenTables,
    "zen-engine, bare expressions": ZenExpressions,
    "CLIPS (clipspy)": Clips,
}

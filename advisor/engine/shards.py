"""Packing rules into rulesets that stay inside the fixed tables of durable-rules.

Beyond its tables the library does not refuse: it hangs while it builds a ruleset, or fires other rules. So nothing
is handed to it that comes near them: at most 4096 rules, 512 tests at one level, 255 rules with one pattern,
252 properties of a fact, and 64 pending nodes while one fact is matched.
"""

from collections import Counter
from collections.abc import Iterable

from advisor.engine.program import Literal, Rule

MAX_RULES = 250
MAX_INPUTS = 48
MAX_SAME_BODY = 200
MAX_PENDING = 56

Trie = dict[Literal, "Trie"]


def shards(rules: Iterable[Rule]) -> list[list[Rule]]:
    """The rules in packs, in their order. No body may be longer than the compiler's `MAX_BODY`."""
    packs: list[_Pack] = [_Pack()]
    for rule in rules:
        if not packs[-1].takes(rule):
            packs.append(_Pack())
        packs[-1].add(rule)
    return [pack.rules for pack in packs if pack.rules]


class _Pack:
    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.inputs: set[Literal] = set()
        self.same: Counter[tuple[Literal, ...]] = Counter()
        self.trie: Trie = {}

    def takes(self, rule: Rule) -> bool:
        """Whether it still has room for a rule. Once it has refused one, it must not be asked again."""
        if len(self.rules) >= MAX_RULES or len(self.inputs.union(rule.body)) > MAX_INPUTS:
            return False
        if self.same[rule.body] >= MAX_SAME_BODY:
            return False
        # A pack that refuses is full for good, so it does no harm that its trie has seen the rule.
        self._grow(rule)
        return pending(self.trie) <= MAX_PENDING

    def add(self, rule: Rule) -> None:
        """Takes in a rule, for which it has said that there is room."""
        self.rules.append(rule)
        self.inputs.update(rule.body)
        self.same[rule.body] += 1
        self._grow(rule)

    def _grow(self, rule: Rule) -> None:
        node = self.trie
        for literal in rule.body:
            node = node.setdefault(literal, {})


def pending(trie: Trie) -> int:
    """An upper bound of the nodes that wait at once while one fact is matched against rules that share their tests."""
    if not trie:
        return 0
    return len(trie) + max(0, *(pending(node) - 1 for node in trie.values() if node), 0)

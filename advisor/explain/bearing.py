"""Which items bear out what is concluded about a list."""

from collections.abc import Iterator

from advisor.engine.program import Aggregate
from advisor.engine.settled import Instance, Settled
from advisor.logic.conditions import Quantifier


def bearing(settled: Settled, aggregate: Aggregate, key: str, instance: Instance) -> Iterator[tuple[str, Instance]]:
    """What is told of the items, and of which: of those that do for `some`, of all that matter for `every`."""
    if aggregate.inner is None:
        return
    met, unmet = aggregate.inner
    literals = [met] if _by_those_that_do(aggregate.quantifier, key) else [unmet]
    if aggregate.quantifier is Quantifier.COUNT:
        literals = [met, unmet]
    for seen in settled.looked_at(aggregate, instance):
        for literal in literals:
            if literal.key in seen[literal.role].known:
                yield literal.key, seen[literal.role]


def _by_those_that_do(quantifier: Quantifier, key: str) -> bool:
    """Whether a list's conclusion rests on the items that meet the condition, rather than on those that do not."""
    return key.endswith("+") == (quantifier in (Quantifier.SOME, Quantifier.EVERY))

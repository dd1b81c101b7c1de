"""What judges in the comparison: this engine, the part of its work that peers do too, and the reference."""

from advisor.engine.program import VIEW, Role, Rule
from advisor.engine.run import Engine
from advisor.engine.settled import Instance, Settled
from advisor.facts import Standpoint, asserted, truth
from advisor.initiative.initiative import Initiative, View
from advisor.logic.truth import Truth
from advisor.model.finding import Finding
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook

Judged = dict[tuple[str, str | None], Truth]
"""The value of each finding, for each item where it is made for items."""


def answers_told(engine: Engine, initiative: Initiative) -> frozenset[str]:
    """The literals that the answers about the initiative tell."""
    at = Standpoint(asserted(initiative, engine.rulebook)[0])
    values = {atom.name: truth(atom.atom, at, engine.rulebook.tables) for atom in engine.program.atoms[VIEW]}
    told = [f"{name}+" for name, value in values.items() if value.told_true]
    denied = [f"{name}-" for name, value in values.items() if value.told_false]
    return frozenset((*told, *denied))


def concluded(engine: Engine, literals: frozenset[str]) -> dict[str, tuple[Rule, ...]]:
    """The part of this engine's work that the peers do too: from literals to conclusions, each with its proof."""
    instance = Instance(VIEW, Standpoint(View("", "")), dict.fromkeys(literals, ()))
    instance.sees[Role.VIEW] = instance
    # Nobody but a benchmark has a use for this part alone, so the engine does not offer it.
    for packs_of in engine._stages:
        for shard in packs_of.get(VIEW, ()):
            shard.fire(instance)
    return instance.known


def judged(engine: Engine, settled: Settled) -> Judged:
    """Every finding, as this engine has settled it."""
    values: Judged = {}
    for finding in engine.rulebook.findings.values():
        sort = engine.program.sort_of[finding.id]
        for item in _items(finding, settled.views[""].view):
            values[finding.id, item] = settled.instance(sort, item=item).told(finding.id)
    return values


def judged_by_reference(rulebook: Rulebook, initiative: Initiative) -> Judged:
    """Every finding, as the reference judges it."""
    reference = Reference(rulebook, initiative)
    values: Judged = {}
    for finding in rulebook.findings.values():
        for item in _items(finding, reference.views[""]):
            values[finding.id, item] = reference.judge(finding.id, "", item)
    return values


def _items(finding: Finding, view: View) -> list[str | None]:
    return [None] if finding.for_each is None else [item.id for item in view.group(finding.for_each).items]

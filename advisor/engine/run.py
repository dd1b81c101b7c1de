"""Running a program: facts in, firings out, stage by stage, for each view of the initiative and each item in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from advisor.engine.aggregates import aggregated
from advisor.engine.compiler import compile_rulebook
from advisor.engine.durable import Ruleset
from advisor.engine.program import (
    VIEW,
    WHOLE,
    Aggregate,
    CountAtom,
    Role,
    Rule,
    Sort,
    StatusAtom,
)
from advisor.engine.shards import shards
from advisor.facts import Standpoint, asserted, truth
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Item
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.logic.truth import Truth, told
from advisor.rulebook.rulebook import Rulebook

Known = dict[str, tuple[Rule, ...]]
"""The literals that have been told, each with the rules that fired for it; answers and aggregates need none."""


@dataclass
class Instance:
    """What is known about one view, item or pair."""

    sort: Sort
    at: Standpoint
    known: Known
    sees: Mapping[Role, Known]

    def told(self, name: str) -> Truth:
        """What has been told of a name."""
        return told(f"{name}+" in self.known, f"{name}-" in self.known)


@dataclass
class ViewState:
    """What is known about a view and the items in it."""

    view: View
    own: Instance
    items: dict[tuple[str, str], Instance] = field(default_factory=dict)
    """By group and item."""
    pairs: dict[tuple[str, str, str, str], Instance] = field(default_factory=dict)
    """By the outer group and item, and the inner ones."""

    def instances(self, sort: Sort) -> Iterator[Instance]:
        """The instances of a sort in this view."""
        if sort == VIEW:
            yield self.own
        else:
            among = self.items if sort.item is None else self.pairs
            yield from (i for i in among.values() if i.sort == sort)


@dataclass
class Settled:
    """Everything that the engine has concluded about an initiative."""

    initiative: Initiative
    views: dict[str, ViewState]
    whole: Instance

    @property
    def base(self) -> ViewState:
        """What is known about the initiative as a whole."""
        return self.views[""]

    def instance(self, sort: Sort, view: str = "", item: str | None = None) -> Instance:
        """The instance that a finding of this sort is about."""
        if sort == WHOLE:
            return self.whole
        state = self.views[view]
        return state.own if sort.each is None or item is None else state.items[sort.each, item]


class Engine:
    """A compiled rulebook, ready to judge initiatives."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.program = compile_rulebook(rulebook)
        self._stages = [
            {sort: [_Shard(pack) for pack in shards(rules)] for sort, rules in stage.rules.items()}
            for stage in self.program.stages
        ]

    def judge(self, initiative: Initiative) -> Settled:
        """Everything that follows from an initiative's answers, with the proof of each conclusion."""
        return _Run(self, initiative).settle()

    def rulesets(self, level: int) -> Mapping[Sort, list["_Shard"]]:
        """The rulesets of a stage."""
        return self._stages[level]

    def close(self) -> None:
        """Gives the library's memory back; the engine cannot be used after that."""
        for stage in self._stages:
            for packs in stage.values():
                for shard in packs:
                    shard.ruleset.close()


class _Shard:
    """Rules that share one ruleset, and the short keys that stand for their literals there."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = rules
        literals = sorted({x for rule in rules for x in rule.body}, key=lambda x: (x.role.value, x.key))
        self.keys = {literal: f"k{number}" for number, literal in enumerate(literals)}
        self.ruleset = Ruleset([[self.keys[x] for x in rule.body] for rule in rules])

    def fire(self, instance: Instance) -> list[Rule]:
        told = [key for literal, key in self.keys.items() if literal.key in instance.sees[literal.role]]
        return [self.rules[index] for index in self.ruleset.fired(told)] if told else []


class _Run:
    def __init__(self, engine: Engine, initiative: Initiative) -> None:
        self.engine = engine
        self.program = engine.program
        views = {view.id: self._state(view) for view in asserted(initiative, engine.rulebook)}
        base = views[""].own.known
        known: Known = {}
        whole = Instance(WHOLE, views[""].own.at, known, {Role.OWN: known, Role.VIEW: base})
        self.settled = Settled(initiative, views, whole)

    def settle(self) -> Settled:
        for sort, atoms in self.program.atoms.items():
            for instance in self._instances(sort):
                for atom in atoms:
                    _tell(instance, atom.name, truth(atom.atom, instance.at, self.engine.rulebook.tables))
        for level, stage in enumerate(self.program.stages):
            for sort, packs in self.engine.rulesets(level).items():
                for instance in self._instances(sort):
                    for shard in packs:
                        for rule in shard.fire(instance):
                            instance.known[rule.head] = (*instance.known.get(rule.head, ()), rule)
            for aggregate in stage.aggregates:
                for instance in self._instances(aggregate.sort):
                    _tell(instance, aggregate.name, self._aggregate(aggregate, instance))
            for reading in stage.readings:
                for instance in self._instances(reading.sort):
                    _tell(instance, reading.name, self._reading(reading, instance))
        return self.settled

    def _state(self, view: View) -> ViewState:
        known: Known = {}
        own = Instance(VIEW, Standpoint(view), known, {Role.OWN: known, Role.VIEW: known})
        state = ViewState(view, own)
        for group in {g for sort in self.program.sorts for g in (sort.each, sort.item) if g is not None}:
            for item in view.group(group).items:
                state.items[group, item.id] = _item_instance(group, item, own)
        for sort in self.program.sorts:
            if sort.each is not None and sort.item is not None:
                for each in view.group(sort.each).items:
                    for item in view.group(sort.item).items:
                        outer, inner = state.items[sort.each, each.id], state.items[sort.item, item.id]
                        state.pairs[sort.each, each.id, sort.item, item.id] = _pair_instance(sort, outer, inner)
        return state

    def _instances(self, sort: Sort) -> Iterator[Instance]:
        if sort == WHOLE:
            yield self.settled.whole
        else:
            for state in self.settled.views.values():
                yield from state.instances(sort)

    def _aggregate(self, aggregate: Aggregate, instance: Instance) -> Truth:
        if aggregate.over_parts:
            parts = self.settled.initiative.parts_or_itself
            complete = self.settled.initiative.parts_complete
            values = [self._of_item(aggregate, {Role.ITEM: self.settled.views[p.id].own.known}) for p in parts]
        else:
            items = instance.at.view.group(aggregate.group)
            complete = items.complete
            values = [self._of_item(aggregate, self._seen(aggregate, instance, item)) for item in items.items]
        return aggregated(aggregate, values, complete or aggregate.settled)

    def _of_item(self, aggregate: Aggregate, seen: Mapping[Role, Known]) -> Truth:
        if aggregate.inner is None:
            return Truth.TRUE
        met, unmet = (literal.key in seen[literal.role] for literal in aggregate.inner)
        return told(met, unmet)

    def _seen(self, aggregate: Aggregate, instance: Instance, item: Item) -> Mapping[Role, Known]:
        """What the aggregate's condition can see while it looks at an item."""
        state = self.settled.views[instance.at.view.id]
        each = aggregate.sort.each
        seen: dict[Role, Known] = {Role.VIEW: state.own.known, Role.EACH: instance.known}
        inner = state.items.get((aggregate.group, item.id))
        if inner is not None:
            seen[Role.ITEM] = inner.known
        if each is not None and instance.at.each is not None:
            pair = state.pairs.get((each, instance.at.each.id, aggregate.group, item.id))
            if pair is not None:
                seen[Role.OWN] = pair.known
        return seen

    def _reading(self, reading: StatusAtom | CountAtom, instance: Instance) -> Truth:
        if isinstance(reading, StatusAtom):
            so = self._status(reading.finding, instance) in reading.statuses
            return told(so, not so)
        number = sum(self._status(finding, instance) in reading.statuses for finding in reading.findings)
        low, high = reading.at_least, reading.at_most
        so = (low is None or number >= low) and (high is None or number <= high)
        return told(so, not so)

    def _status(self, finding: str, instance: Instance) -> Status:
        return STATUS_OF[instance.told(finding)]


def _item_instance(group: str, item: Item, own: Instance) -> Instance:
    known: Known = {}
    return Instance(Sort(each=group), Standpoint(own.at.view, item), known, {Role.OWN: known, Role.VIEW: own.known})


def _pair_instance(sort: Sort, outer: Instance, inner: Instance) -> Instance:
    known: Known = {}
    sees = {Role.OWN: known, Role.VIEW: outer.sees[Role.VIEW], Role.EACH: outer.known, Role.ITEM: inner.known}
    return Instance(sort, Standpoint(outer.at.view, outer.at.each, inner.at.each), known, sees)


def _tell(instance: Instance, name: str, value: Truth) -> None:
    if value.told_true:
        instance.known[f"{name}+"] = ()
    if value.told_false:
        instance.known[f"{name}-"] = ()



"""What the engine has concluded: the literals told of each view, item and pair, with the rules that fired for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from advisor.engine.program import VIEW, WHOLE, Aggregate, Program, Role, Rule, Sort
from advisor.facts import Standpoint
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Item
from advisor.logic.truth import Truth, told


@dataclass(eq=False)
class Instance:
    """What is known about one view, item or pair."""

    sort: Sort
    at: Standpoint
    known: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    """The literals that have been told, each with the rules that fired for it; atoms and aggregates need none."""
    sees: dict[Role, "Instance"] = field(default_factory=dict)
    """The instances from which its rules take literals."""

    def __post_init__(self) -> None:
        """Every instance sees itself."""
        self.sees[Role.OWN] = self

    def told(self, name: str) -> Truth:
        """What has been told of a name."""
        return told(f"{name}+" in self.known, f"{name}-" in self.known)

    def tell(self, name: str, value: Truth) -> None:
        """Notes what an atom or an aggregate tells."""
        for key in literals(name, value):
            self.known[key] = ()


def literals(name: str, value: Truth) -> tuple[str, ...]:
    """What a value tells of a name."""
    told_true = (f"{name}+",) if value.told_true else ()
    return (*told_true, f"{name}-") if value.told_false else told_true


class ViewState:
    """What is known about a view and the items in it."""

    def __init__(self, view: View, sorts: set[Sort]) -> None:
        self.view = view
        self.own = Instance(VIEW, Standpoint(view))
        self.own.sees[Role.VIEW] = self.own
        groups = {group for sort in sorts for group in (sort.each, sort.item) if group is not None}
        self.items = {(g, item.id): self._item(g, item) for g in groups for item in view.group(g).items}
        """By group and item."""
        self.pairs = {
            (sort.each, each.id, sort.item, item.id): self._pair(sort, each, item)
            for sort in sorts
            if sort.each is not None and sort.item is not None
            for each in view.group(sort.each).items
            for item in view.group(sort.item).items
        }
        """By the outer group and item, and the inner ones."""

    def _item(self, group: str, item: Item) -> Instance:
        return Instance(Sort(each=group), Standpoint(self.view, item), sees={Role.VIEW: self.own})

    def _pair(self, sort: Sort, each: Item, item: Item) -> Instance:
        assert sort.each is not None  # noqa: S101 -- asked for pairs only
        assert sort.item is not None  # noqa: S101 -- asked for pairs only
        sees = {
            Role.VIEW: self.own,
            Role.EACH: self.items[sort.each, each.id],
            Role.ITEM: self.items[sort.item, item.id],
        }
        return Instance(sort, Standpoint(self.view, each, item), sees=sees)

    @cached_property
    def by_sort(self) -> dict[Sort, list[Instance]]:
        """The instances of each sort in this view."""
        found: dict[Sort, list[Instance]] = {VIEW: [self.own]}
        for instance in (*self.items.values(), *self.pairs.values()):
            found.setdefault(instance.sort, []).append(instance)
        return found


class Settled:
    """Everything that the engine has concluded about an initiative."""

    def __init__(self, initiative: Initiative, views: tuple[View, ...], program: Program) -> None:
        self.initiative = initiative
        self.program = program
        self.views = {view.id: ViewState(view, program.sorts) for view in views}
        base = self.views[""].own
        self.whole = Instance(WHOLE, base.at, sees={Role.VIEW: base})
        self._looked_at: dict[tuple[int, str], list[dict[Role, Instance]]] = {}
        """By the instance from which, and the group at which, aggregates look."""
        for item in (item for state in self.views.values() for item in state.items.values()):
            item.sees[Role.WHOLE] = self.whole

    def judge(self, finding: str, view: str = "", item: str | None = None) -> Truth:
        """What has been told of a finding in a view and, where it is made for each item, for one of them."""
        return self.instance(self.program.sort_of[finding], view, item).told(finding)

    def instance(self, sort: Sort, view: str = "", item: str | None = None) -> Instance:
        """The instance that a finding of this sort is about."""
        if sort.whole:
            return self.whole
        state = self.views[view]
        return state.own if sort.each is None or item is None else state.items[sort.each, item]

    def instances(self, sort: Sort) -> Sequence[Instance]:
        """The instances of a sort in all views."""
        return self._by_sort.get(sort, ())

    @cached_property
    def _by_sort(self) -> dict[Sort, list[Instance]]:
        found = {WHOLE: [self.whole]}
        for state in self.views.values():
            for sort, instances in state.by_sort.items():
                found.setdefault(sort, []).extend(instances)
        return found

    def looked_at(self, aggregate: Aggregate, instance: Instance) -> Sequence[dict[Role, Instance]]:
        """For each item that an aggregate looks at from an instance: where it finds its inner literals."""
        if aggregate.over_parts:
            return [{Role.ITEM: self.views[part.id].own} for part in self.initiative.parts_or_itself]
        place = (id(instance), aggregate.group)
        if place not in self._looked_at:
            self._looked_at[place] = list(self._items_seen(aggregate, instance))
        return self._looked_at[place]

    def _items_seen(self, aggregate: Aggregate, instance: Instance) -> Iterator[dict[Role, Instance]]:
        state = self.views[instance.at.view.id]
        around = {Role.VIEW: state.own, Role.EACH: instance}
        each = instance.at.each
        for item in instance.at.view.group(aggregate.group).items:
            if each is not None and aggregate.group == aggregate.sort.each and item.id == each.id:
                # "Some side shares a language with this one" speaks of the other sides.
                continue
            if each is not None and aggregate.sort.each is not None:
                pair = state.pairs.get((aggregate.sort.each, each.id, aggregate.group, item.id))
                if pair is not None:
                    yield pair.sees
                    continue
            inner = state.items.get((aggregate.group, item.id))
            yield around if inner is None else {**around, Role.ITEM: inner}

    def complete(self, aggregate: Aggregate, instance: Instance) -> bool:
        """Whether the list that an aggregate looks at is known to be whole."""
        return aggregate.settled or self.listed_whole(aggregate, instance)

    def listed_whole(self, aggregate: Aggregate, instance: Instance) -> bool:
        """Whether somebody has said so."""
        if aggregate.over_parts:
            return self.initiative.parts_complete
        return instance.at.view.group(aggregate.group).complete

"""The reference: judges an initiative by evaluating each finding's condition directly.

Slower than the engine and without proofs. It shares neither negation, nor compilation, nor aggregation with it, so that
tests can hold the one against the other.
"""

from collections.abc import Iterable, Iterator

from advisor.facts import Standpoint, asserted
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Answer, Item, Items, looked_up
from advisor.logic.conditions import PARTS, Ref, Selector, StatusCount, Subject
from advisor.logic.evaluate import STATUS_OF, evaluate
from advisor.logic.truth import Truth, told
from advisor.model.finding import Finding
from advisor.rulebook.rulebook import Rulebook


class Reference:
    """What follows from an initiative's answers, worked out finding by finding."""

    def __init__(self, rulebook: Rulebook, initiative: Initiative, views: Iterable[View] | None = None) -> None:
        """Takes what it judges.

        Args:
            rulebook: the rules.
            initiative: what they are applied to.
            views: its views with only the answers that matter, where somebody has them ready.
        """
        self.rulebook = rulebook
        self.initiative = initiative
        self.views = {view.id: view for view in (asserted(initiative, rulebook) if views is None else views)}
        self._items: dict[tuple[str, str], dict[str, Item]] = {}
        self._judged: dict[tuple[str, str, str | None], Truth] = {}
        self._selected: dict[Selector, list[str]] = {}

    def judge(self, finding: str, view: str = "", item: str | None = None) -> Truth:
        """The value of a finding in a view and, where it is made for each item, for one of them."""
        key = (finding, view, item)
        if key not in self._judged:
            self._judged[key] = self._evaluate(self.rulebook.findings[finding], view, item)
        return self._judged[key]

    def places(self, finding: Finding) -> Iterator[tuple[str, str | None]]:
        """Where a finding is judged: the views and, where it is made for each item, the items in them."""
        for view in self.views.values() if finding.scope == "part" else [self.views[""]]:
            if finding.for_each is None:
                yield view.id, None
            else:
                yield from ((view.id, item.id) for item in view.group(finding.for_each).items)

    def world(self, finding: Finding, view: str = "", item: str | None = None) -> "ReferenceWorld":
        """The world in which a finding is judged."""
        return ReferenceWorld(self, finding, self.views[view], self._item(finding, view, item))

    def selected(self, wanted: Selector) -> list[str]:
        """The findings that a reading counts."""
        if wanted not in self._selected:
            candidates = (f for f in self.rulebook.ground if f.for_each is None and f.scope == "part")
            self._selected[wanted] = [finding.id for finding in candidates if _fits(finding, wanted)]
        return self._selected[wanted]

    def _evaluate(self, finding: Finding, view: str, item: str | None) -> Truth:
        world = self.world(finding, view, item)
        value = evaluate(finding.when, world)
        if finding.not_when is None:
            return value
        return told(value.told_true, evaluate(finding.not_when, world).told_true)

    def _item(self, finding: Finding, view: str, item: str | None) -> Item | None:
        if finding.for_each is None:
            return None
        return self.item(view, finding.for_each, str(item))

    def item(self, view: str, group: str, item: str) -> Item:
        """An item of a group in a view."""
        if (view, group) not in self._items:
            self._items[view, group] = {i.id: i for i in self.views[view].group(group).items}
        return self._items[view, group][item]


def _fits(finding: Finding, wanted: Selector) -> bool:
    return (
        (wanted.kind is None or wanted.kind == finding.kind)
        and (wanted.school is None or wanted.school == finding.home)
        and (wanted.track is None or wanted.track in {*finding.tracks, *(["any"] if finding.tracks else [])})
        and (wanted.umbrella is None or wanted.umbrella == finding.umbrella)
    )


class ReferenceWorld:
    """Where a finding's condition is evaluated: a view, its item if the finding is about one, and what is looked at."""

    def __init__(
        self,
        reference: Reference,
        finding: Finding,
        view: View,
        each: Item | None,
        item: Item | None = None,
        part: View | None = None,
    ) -> None:
        self.reference = reference
        self.judged = finding
        self.view = view
        self.each = each
        self.item = item
        self.part = part
        self.at = Standpoint(view, each, item)
        """Whose answers are looked at."""

    @property
    def settled(self) -> bool:
        """Whether a reading is being judged, for which lists are as long as they are."""
        return self.judged.reading

    def answer(self, ref: Ref, table: str | None = None) -> Answer:
        """The answer to a question about its subject."""
        if self.part is not None and ref.subject is Subject.ITEM:
            answer = self.part.answer(ref.question)
        else:
            answer = self.at.answer(ref)
        return answer if table is None else looked_up(answer, self.reference.rulebook.tables[table])

    def group(self, name: str) -> Items:
        """The items of a group, or the parts."""
        if name != PARTS:
            return self.view.group(name)
        initiative = self.reference.initiative
        return Items(tuple(Item(part.id) for part in initiative.parts_or_itself), initiative.parts_complete)

    def itself(self, group: str) -> str | None:
        """The item that the finding is about, if it belongs to this group."""
        return self.each.id if self.each is not None and self.judged.for_each == group else None

    def looking_at(self, group: str, item: str) -> "ReferenceWorld":
        """The world as a quantifier sees it that looks at an item or a part."""
        if group == PARTS:
            return ReferenceWorld(self.reference, self.judged, self.view, self.each, part=self.reference.views[item])
        found = self.reference.item(self.view.id, group, item)
        return ReferenceWorld(self.reference, self.judged, self.view, self.each, found)

    def item_of(self, subject: Subject) -> Item | None:
        """The item that a subject stands for here."""
        if subject is Subject.EACH:
            return self.each
        return self.item if subject is Subject.ITEM else None

    def place_of(self, subject: Subject) -> tuple[str, str | None]:
        """The view and the item for which a finding about a subject is judged."""
        if subject is Subject.ITEM and self.part is not None:
            return self.part.id, None
        item = self.item_of(subject)
        return self.view.id, None if item is None else item.id

    def finding(self, finding: str, subject: Subject) -> Truth:
        """How a finding about a subject stands."""
        return self.reference.judge(finding, *self.place_of(subject))

    def counted(self, condition: StatusCount) -> int:
        """How many of the selected findings have settled so."""
        view = self.part if self.part is not None and condition.subject is Subject.ITEM else self.view
        counted = self.reference.selected(condition.selector)
        return sum(STATUS_OF[self.reference.judge(finding, view.id)] in condition.statuses for finding in counted)

"""From answers to what they tell: the ground on which the engine builds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.initiative.initiative import UNANSWERED, Initiative, View
from advisor.logic.answers import Answer, Held, Item, Items, Table, judge, judge_shared, looked_up
from advisor.logic.conditions import AnswerTest, Ref, Shares, StatusCount, Subject
from advisor.logic.evaluate import World, evaluate
from advisor.logic.truth import Truth
from advisor.model.question import Question
from advisor.rulebook.rulebook import Rulebook

Atom = AnswerTest | Shares
"""A condition that answers alone decide."""


@dataclass(frozen=True)
class Standpoint:
    """Whose answers are looked at: a view and, where a condition is about items, the items."""

    view: View
    each: Item | None = None
    item: Item | None = None

    def answer(self, ref: Ref) -> Answer:
        """The answer to a question about its subject. The answer to `group.id` is the item itself."""
        if ref.subject is Subject.INITIATIVE:
            return self.view.answer(ref.question)
        item = self.each if ref.subject is Subject.EACH else self.item
        name = ref.question.rpartition(".")[2]
        if item is None:
            return UNANSWERED
        return Answer((Held(frozenset((item.id,))),)) if name == "id" else item.answers.get(name, UNANSWERED)


def truth(atom: Atom, at: Standpoint, tables: Mapping[str, Table]) -> Truth:
    """What the answers tell about an atom."""
    match atom:
        case AnswerTest(ref, check):
            answer = at.answer(ref)
            return judge(check, answer) if answer.held else Truth.UNKNOWN
        case Shares(left, right, table):
            other = at.answer(right)
            return judge_shared(at.answer(left), other if table is None else looked_up(other, tables[table]))


def asserted(initiative: Initiative, rulebook: Rulebook) -> tuple[View, ...]:
    """The views of an initiative with only the answers that matter.

    An answer is set aside, and stays in the file, where its question's `ask_when` is refuted and not contested.
    """
    views = ((view, [q for q in rulebook.conditional if _is_answered(q, view)]) for view in initiative.views)
    return tuple(_without(view, _aside(view, answered, rulebook)) for view, answered in views)


def matters(question: Question, at: Standpoint, rulebook: Rulebook) -> Truth:
    """Whether a question matters, by what is asserted; unknown as long as what it depends on is not answered."""
    if question.ask_when is None:
        return Truth.TRUE
    return evaluate(question.ask_when, _Asking(at, rulebook, question.group))


def set_aside(view: View, rulebook: Rulebook) -> frozenset[str]:
    """The questions that do not matter in a view; for items, `group.question` with the item's id after a slash.

    A question that is set aside is unanswered for those that ask about it, so the search is repeated until nothing
    changes. It ends because no `ask_when` goes round in a circle.
    """
    return _aside(view, rulebook.conditional, rulebook)


def _is_answered(question: Question, view: View) -> bool:
    if question.group is None:
        return question.id in view.answers or question.id in view.groups
    field = question.id.removeprefix(f"{question.group}.")
    return any(field in item.answers for item in view.group(question.group).items)


def _aside(view: View, questions: Sequence[Question], rulebook: Rulebook) -> frozenset[str]:
    """Those of some questions that do not matter in a view."""
    aside: frozenset[str] = frozenset()
    while questions:
        remaining = _without(view, aside)
        found = frozenset(name for q in questions for name in _refuted(q, view, remaining, rulebook))
        if found == aside:
            break
        aside = found
    return aside


def _refuted(question: Question, view: View, remaining: View, rulebook: Rulebook) -> Iterator[str]:
    """The question, or its name for each item, where what is still asserted refutes that it matters."""
    assert question.ask_when is not None  # noqa: S101 -- asked of conditional questions only
    if question.group is None:
        if evaluate(question.ask_when, _Asking(Standpoint(remaining), rulebook)) is Truth.FALSE:
            yield question.id
        return
    items = {item.id: item for item in remaining.group(question.group).items}
    for item in view.group(question.group).items:
        world = _Asking(Standpoint(remaining, items.get(item.id)), rulebook, question.group)
        if evaluate(question.ask_when, world) is Truth.FALSE:
            yield f"{question.id}/{item.id}"


def _without(view: View, aside: frozenset[str]) -> View:
    if not aside:
        return view
    answers = {q: a for q, a in view.answers.items() if q not in aside}
    groups = {g: _items_without(g, items, aside) for g, items in view.groups.items() if g not in aside}
    return replace(view, answers=answers, groups=groups)


def _items_without(group: str, items: Items, aside: frozenset[str]) -> Items:
    kept = (
        Item(item.id, {f: a for f, a in item.answers.items() if f"{group}.{f}/{item.id}" not in aside})
        for item in items.items
    )
    return Items(tuple(kept), items.complete, items.note)


class _Asking:
    """The world in which `ask_when` is judged: answers only, no findings."""

    settled = False

    def __init__(self, at: Standpoint, rulebook: Rulebook, group: str | None = None) -> None:
        self.at = at
        self.view = at.view
        self.rulebook = rulebook
        self.about = group
        """The group of the item that the question is about."""

    def answer(self, ref: Ref, table: str | None = None) -> Answer:
        """The answer as it is written, whether or not the question matters."""
        answer = self.at.answer(ref)
        return answer if table is None else looked_up(answer, self.rulebook.tables[table])

    def group(self, name: str) -> Items:
        """The items as they are listed."""
        return self.view.group(name)

    def itself(self, group: str) -> str | None:
        """The item that the question is about, if it belongs to this group."""
        return self.at.each.id if self.at.each is not None and self.about == group else None

    def looking_at(self, group: str, item: str) -> World:
        """The same with an item in view."""
        found = next(i for i in self.view.group(group).items if i.id == item)
        return _Asking(Standpoint(self.view, self.at.each, found), self.rulebook, self.about)

    def finding(self, finding: str, subject: Subject) -> Truth:
        """Never asked: whether a question matters hangs on answers alone."""
        raise NotImplementedError(finding)

    def counted(self, condition: StatusCount) -> int:
        """Never asked either."""
        raise NotImplementedError

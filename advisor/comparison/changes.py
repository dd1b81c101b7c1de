"""What differs, as clauses that can follow "because": how it is in the second initiative."""

from collections.abc import Iterator, Sequence

from advisor.comparison.differences import Cell, Difference, Sort
from advisor.explain.clauses import About, Clauses
from advisor.explain.words import Wordings, inside_a_sentence
from advisor.initiative.initiative import UNANSWERED, Initiative, View
from advisor.logic.answers import Answer, Held, Item
from advisor.logic.conditions import PARTS
from advisor.messages import compare as messages
from advisor.model.question import LIST_TYPES, Question
from advisor.text import both

_NOTHING = Held(frozenset(), complete=False)


class Changes:
    """Tells of a difference how it is in the second initiative."""

    def __init__(self, words: Wordings, first: Initiative, second: Initiative) -> None:
        self.words = words
        self.first = first
        self.second = second

    def clause(self, difference: Difference, label: str) -> str:
        """How it is there.

        Args:
            difference: what differs.
            label: what that is in a few words, for what has no clause of its own.
        """
        cell, (view, *_) = difference.cell, difference.views
        if cell.question != PARTS:
            return self._of_view(cell, label, self.first.view(view), self.second.view(view))
        return self._of_parts(cell, label)

    def _of_parts(self, cell: Cell, label: str) -> str:
        match cell.sort:
            case Sort.PART:
                there = any(part.id == cell.item for part in self.second.parts)
                name = next(p.name for side in (self.first, self.second) for p in side.parts if p.id == cell.item)
                return _listed_under(name, messages.PARTS, is_there=there)
            case Sort.DATES:
                return messages.HAS_OTHER_DATES.format(says=label)
            case Sort.LIST:
                template = messages.IS_WHOLE if self.second.parts_complete else messages.MAY_BE_MORE_OF
                return template.format(says=messages.PARTS)
        return _listing(label, [part.name for part in self.second.parts])

    def _of_view(self, cell: Cell, label: str, first: View, second: View) -> str:
        clauses = Clauses(self.words, second.groups)
        question, group = self.words.questions.find(cell.question), cell.question.rpartition(".")[0]
        match cell.sort:
            case Sort.LIST if second.group(cell.question).complete:
                return clauses.no_more(question)
            case Sort.LIST:
                return messages.MAY_BE_MORE_OF.format(says=self.words.text(question.label))
            case Sort.ITEM if (item := _item(first, cell.question, cell)) is not None:
                return clauses.one_less(cell.question, item)
            case Sort.ITEM:
                (added,) = (one for one in second.group(cell.question).items if one.id == cell.item)
                name = inside_a_sentence(self.words.item_name(cell.question, added))
                return _listed_under(name, self.words.text(question.label), is_there=True)
            case Sort.ANSWER:
                items = [_item(view, group, cell) for view in (first, second)]
                answers = [_answer(view, item, question) for view, item in zip((first, second), items, strict=True)]
                about = None if items[1] is None else (group, items[1])
                return both(_answered(clauses, question, answers, about, label)) or _unsettled(answers[1], label)
        there = second.group(cell.question)
        if not there.items and there.complete:
            return clauses.none(question)
        return _listing(label, [self.words.item_name(cell.question, item) for item in there.items])


def _unsettled(answer: Answer, label: str) -> str:
    """That nothing is answered, or several things by disagreeing sources."""
    if answer.contested:
        return messages.IS_DISPUTED.format(says=label)
    return (messages.IS_WITHHELD if answer.withheld else messages.IS_NOT_KNOWN).format(says=label)


def _answered(
    clauses: Clauses, question: Question, answers: Sequence[Answer], about: About | None, label: str
) -> Iterator[str]:
    """What is answered now, where one thing is."""
    before, now = (answer.held[0] if len(answer.held) == 1 else None for answer in answers)
    if now is None:
        return
    if question.type in LIST_TYPES:
        yield from _listed(clauses, question, (before or _NOTHING, now), about, label)
    else:
        yield clauses.answer(question, now.words, about)


def _listed(
    clauses: Clauses, question: Question, held: tuple[Held, Held], about: About | None, label: str
) -> Iterator[str]:
    """What has come to a list and what has gone from it; whether that is all where nothing else has changed."""
    before, now = held
    if not now.words and now.complete:
        yield clauses.none(question, about)
        return
    if added := now.words - before.words:
        yield clauses.answer(question, added, about)
    gone = sorted(map(str, before.words - now.words if now.complete else now.excluded - before.excluded))
    yield from (clauses.lacks(question, word, about) for word in gone)
    if not added and not gone and before.words != now.words:
        yield clauses.answer(question, now.words, about)
    elif not added and not gone:
        may_be_more = messages.MAY_BE_MORE_OF.format(says=label)
        yield clauses.no_more(question, about) if now.complete else may_be_more


def _listed_under(name: str, label: str, *, is_there: bool) -> str:
    """That somebody or something is on a list, or is not."""
    return (messages.IS_LISTED if is_there else messages.IS_NOT_LISTED).format(name=name, label=label)


def _listing(label: str, names: Sequence[str]) -> str:
    """Who or what stands on a list."""
    if not names:
        return messages.LISTS_NOTHING.format(says=label)
    return messages.LISTS.format(says=label, names=both(map(inside_a_sentence, names)))


def _item(view: View, group: str, cell: Cell) -> Item | None:
    return next((item for item in view.group(group).items if item.id == cell.item), None)


def _answer(view: View, item: Item | None, question: Question) -> Answer:
    return view.answer(question.id) if item is None else item.answers.get(question.name, UNANSWERED)

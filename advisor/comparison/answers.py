"""The answers that differ, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.comparison.changes import Changes
from advisor.comparison.differences import Cell, Difference, Sort, shared_parts
from advisor.comparison.results import DifferenceResult
from advisor.explain.words import Wordings
from advisor.initiative.initiative import UNANSWERED, Initiative, View
from advisor.logic.answers import Held, Item
from advisor.logic.conditions import PARTS
from advisor.messages import assessment as page
from advisor.messages import compare as messages
from advisor.model.entry import in_language
from advisor.text import both


class Places:
    """Where something differs: throughout, as a whole, or in some phases and strands."""

    def __init__(self, first: Initiative, second: Initiative) -> None:
        self._names = {id_: second.view(id_).name for id_ in shared_parts(first, second)}

    def named(self, views: Sequence[str]) -> str:
        """Where something differs; empty where it does throughout."""
        if not self._names or len(views) > len(self._names):
            return ""
        parts = both(self._names[view] for view in views if view)
        where = messages.AS_A_WHOLE if not parts else messages.AND_IN_PARTS if "" in views else messages.IN_PARTS
        return where.format(parts=parts)


class AnswerWords:
    """Tells differences between the answers of two initiatives."""

    def __init__(self, words: Wordings, first: Initiative, second: Initiative) -> None:
        self.words = words
        self.sides = (first, second)
        self.places = Places(first, second)
        self.changes = Changes(words, first, second)

    def told(self, number: int, difference: Difference) -> DifferenceResult:
        """A difference with its number."""
        cell, (view, *_) = difference.cell, difference.views
        first, second = (self._answer(cell, side, view) for side in self.sides)
        says = self._says(cell, view)
        return DifferenceResult(
            number=number,
            sort=cell.sort,
            section=self._section(cell),
            question=cell.question,
            item=cell.item,
            parts=list(difference.views) if cell.question != PARTS else [],
            unmatched=cell.sort is Sort.GROUP and all(_lists(cell, side) for side in self.sides),
            where="" if cell.question == PARTS else self.places.named(difference.views),
            says=says,
            first=first,
            second=second,
            clause=self.changes.clause(difference, says),
        )

    def _section(self, cell: Cell) -> str:
        if cell.question == PARTS:
            return messages.PARTS
        questions = self.words.questions
        about = questions.initiative[cell.question.partition(".")[0]].section
        return next((in_language(s.title, self.words.language) for s in questions.sections if s.id == about), about)

    def label(self, question: str) -> str:
        """A question in a few words."""
        return messages.PARTS if question == PARTS else self.words.text(self.words.questions.find(question).label)

    def _says(self, cell: Cell, view: str) -> str:
        label, group = self.label(cell.question), cell.question.rpartition(".")[0]
        match cell.sort:
            case Sort.LIST:
                return messages.IS_THAT_ALL.format(label=label)
            case Sort.ITEM:
                return messages.IN_LIST.format(label=label, item=self._item(cell.question, cell, view))
            case Sort.PART | Sort.DATES:
                names = (part.name for side in self.sides for part in side.parts if part.id == cell.item)
                return messages.IN_LIST.format(label=label, item=next(names))
            case Sort.ANSWER if group:
                return messages.OF_ITEM.format(label=label, item=self._item(group, cell, view))
        return label

    def _item(self, group: str, cell: Cell, view: str) -> str:
        """What an item is called, as it was called first."""
        items = (item for side in self.sides for item in side.view(view).group(group).items)
        return self.words.item_name(group, next(item for item in items if item.id == cell.item))

    def _answer(self, cell: Cell, side: Initiative, view: str) -> str:
        if cell.question == PARTS:
            return self._of_parts(cell, side)
        seen = side.view(view)
        group, _, field = cell.question.rpartition(".")
        match cell.sort:
            case Sort.GROUP:
                return self.words.members(cell.question, seen.group(cell.question))
            case Sort.LIST:
                return _whole(is_all=seen.group(cell.question).complete)
            case Sort.ITEM:
                return _there(is_there=_item_of(seen, cell.question, cell) is not None)
        item = _item_of(seen, group, cell) if group else None
        answer = seen.answer(cell.question) if item is None else item.answers.get(field, UNANSWERED)
        question = self.words.questions.find(cell.question)
        if question.of is not None:
            there = {one.id: self.words.item_name(question.of, one) for one in seen.group(question.of).items}
            answer = replace(answer, held=tuple(_named(held, there) for held in answer.held))
        return self.words.answer(question, answer)

    def _of_parts(self, cell: Cell, side: Initiative) -> str:
        part = next((part for part in side.parts if part.id == cell.item), None)
        match cell.sort:
            case Sort.LIST:
                return _whole(is_all=side.parts_complete)
            case Sort.PART:
                return _there(is_there=part is not None)
            case Sort.DATES if part is not None:
                named = len({one.name for side_ in self.sides for one in side_.parts if one.id == cell.item}) > 1
                return _dated(part, named=named)
        names = both(one.name for one in side.parts)
        return f"{names}; {_whole(is_all=side.parts_complete)}" if names else messages.NO_PARTS


def _lists(cell: Cell, side: Initiative) -> bool:
    """Whether a list has anything in it."""
    if cell.question == PARTS:
        return bool(side.parts)
    return any(view.group(cell.question).items for view in side.views)


def _item_of(view: View, group: str, cell: Cell) -> Item | None:
    return next((item for item in view.group(group).items if item.id == cell.item), None)


def _named(held: Held, names: Mapping[str, str]) -> Held:
    """Items by their names, as far as they are listed."""
    words, excluded = (frozenset(names.get(str(one), one) for one in some) for some in (held.words, held.excluded))
    return replace(held, words=words, excluded=excluded)


def _whole(*, is_all: bool) -> str:
    return messages.THAT_IS_ALL if is_all else messages.MAY_BE_MORE


def _there(*, is_there: bool) -> str:
    return messages.THERE if is_there else messages.NOT_THERE


def _dated(part: View, *, named: bool) -> str:
    """What a part is called, where that differs too, its kind and its dates."""
    dates = page.FROM_UNTIL.join(date for date in (part.start, part.end) if date)
    return ", ".join(filter(None, (part.name if named else "", part.kind, dates)))

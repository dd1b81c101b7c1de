"""Which words an answer may hold: all options, and of what has no end, one of each sort that rules tell apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from advisor.codes.names import FREE
from advisor.logic.answers import Between, Includes, Only, Word
from advisor.logic.conditions import AnswerTest, Condition, Shares, nodes
from advisor.model.question import CLOSED_TYPES, AnswerType, Question
from advisor.rulebook.rulebook import Rulebook

UNTOLD = (AnswerType.TEXT, AnswerType.DATE)
"""What no rule can test."""

_ALIKE = {AnswerType.LANGUAGES: AnswerType.LANGUAGE, AnswerType.TERRITORIES: AnswerType.TERRITORY}
OTHERS = tuple(f"{FREE}{name}" for name in ("one of its own", "another", "a third", "a fourth"))
"""Words that no rule and no table names. So many, that lists of items can each hold their own."""


class Words:
    """The words that answers may hold, as far as any rule of a rulebook can tell."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._bounds: defaultdict[str, set[float]] = defaultdict(set)
        self._named: defaultdict[AnswerType, set[Word]] = defaultdict(set)
        self.tested: set[Word] = set()
        """The words that a rule asks for by name, and not through a table."""
        for condition in _conditions(rulebook):
            for node in nodes(condition):
                self._note(node)

    def of(self, question: Question) -> Sequence[Word]:
        """The words that an answer to a question may hold; none where the answer names items."""
        if question.type in CLOSED_TYPES:
            return tuple(question.options)
        if question.type is AnswerType.NUMBER:
            return tuple(_sorts(sorted(self._bounds[question.id])))
        return (*sorted(self._named[alike(question.type)], key=str), *OTHERS)

    def _note(self, node: Condition) -> None:
        match node:
            case AnswerTest(ref, Between(low, high)):
                self._bounds[ref.question] |= {bound for bound in (low, high) if bound is not None}
            case AnswerTest(ref, Includes(words) | Only(words)):
                self._named[self._kind(ref.question)] |= words
                self.tested |= words
            case Shares(left, right, str(table)):
                rows = self._rulebook.tables[table].rows
                self._named[self._kind(right.question)] |= set(rows)
                self._named[self._kind(left.question)] |= {word for row in rows.values() for word in row}

    def _kind(self, question: str) -> AnswerType:
        return alike(self._rulebook.questions.find(question).type)


def alike(kind: AnswerType) -> AnswerType:
    """The type whose answers hold words of the same sort, one each."""
    return _ALIKE.get(kind, kind)


def _conditions(rulebook: Rulebook) -> Iterator[Condition]:
    for finding in rulebook.findings.values():
        yield from finding.conditions
    for question in rulebook.questions.all():
        if question.ask_when is not None:
            yield question.ask_when


def _sorts(bounds: Sequence[float]) -> Iterable[float]:
    """A number of each sort that tests with these bounds tell apart: each bound, and what lies between and beyond."""
    if not bounds:
        return [1.0]
    between = [_between(low, high) for low, high in pairwise(bounds)]
    below = bounds[0] / 2 if 0 < bounds[0] <= 1 else bounds[0] - 1
    return sorted({below, *bounds, *between, bounds[-1] + 1})


def _between(low: float, high: float) -> float:
    whole = int(low // 1) + 1
    return whole if whole < high else (low + high) / 2

"""Answers, and what each of them tells about a test.

An answer holds no value (unknown, or known but withheld), one value, or several by disagreeing sources (contested).
A value is a set of words with a mark whether that is all: `yes` is {yes}, complete; two ticked options of a longer
list are incomplete until somebody says "that is all".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor.logic.truth import Truth, told

Word = str | float
"""One value of an answer: an option, a code, a text, or a number."""


@dataclass(frozen=True, slots=True)
class Held:
    """One value that somebody holds."""

    words: frozenset[Word]
    complete: bool = True
    by: str | None = None
    excluded: frozenset[Word] = frozenset()
    """Words that are known not to belong to it, where the rest is open."""

    def lacks(self, words: frozenset[Word]) -> bool:
        """Whether none of these words can belong to it."""
        return not self.words & words and (self.complete or words <= self.excluded)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known in answer to a question; nothing held means unknown."""

    held: tuple[Held, ...] = ()
    withheld: bool = False
    note: str | None = None

    @property
    def contested(self) -> bool:
        """Whether disagreeing sources hold different values."""
        return len(self.held) > 1


@dataclass(frozen=True, slots=True)
class Item:
    """One member of a group: a side, a third party, a mediator."""

    id: str
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Items:
    """The members of a group that are known, and whether they are all."""

    items: tuple[Item, ...] = ()
    complete: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Includes:
    """At least one of these words belongs to the answer. For a single choice: the answer is one of them."""

    words: frozenset[Word]


@dataclass(frozen=True, slots=True)
class Only:
    """Nothing but these words belongs to the answer."""

    words: frozenset[Word]


@dataclass(frozen=True, slots=True)
class Between:
    """The number lies within these bounds, which belong to it."""

    low: float | None
    high: float | None


Check = Includes | Only | Between


def judge(check: Check, answer: Answer) -> Truth:
    """What an answer tells about a test. Each held value is judged by itself; disputes stay disputes."""
    if len(answer.held) == 1:
        return _judge_held(check, answer.held[0])
    verdicts = [_judge_held(check, held) for held in answer.held]
    return told(any(v.told_true for v in verdicts), any(v.told_false for v in verdicts))


def _judge_held(check: Check, held: Held) -> Truth:
    match check:
        case Includes(words):
            return told(bool(held.words & words), held.lacks(words))
        case Only(words):
            inside = held.words <= words
            return told(inside and held.complete, not inside)
        case Between(low, high):
            inside = all(_within(word, low, high) for word in held.words)
            return told(inside, not inside)


def _within(word: Word, low: float | None, high: float | None) -> bool:
    return isinstance(word, int | float) and (low is None or word >= low) and (high is None or word <= high)


def judge_shared(left: Answer, right: Answer) -> Truth:
    """Whether two answers have a word in common, over every pair of values that somebody holds."""
    verdicts = [_judge_pair(a, b) for a in left.held for b in right.held]
    return told(any(v.told_true for v in verdicts), any(v.told_false for v in verdicts))


def _judge_pair(left: Held, right: Held) -> Truth:
    apart = (left.complete and right.lacks(left.words)) or (right.complete and left.lacks(right.words))
    return told(bool(left.words & right.words), apart)


@dataclass(frozen=True, slots=True)
class Table:
    """A list to look words up in: for each word, the words of its row."""

    rows: Mapping[str, frozenset[str]]
    reflexive: bool = False
    """Whether a word without a row stands for itself; else nobody knows what it stands for."""

    def row(self, word: Word) -> frozenset[str] | None:
        """What a word stands for; None where that is not known."""
        own = frozenset((str(word),)) if self.reflexive else None
        return self.rows.get(str(word), own)


def looked_up(answer: Answer, table: Table) -> Answer:
    """The answer with each word replaced by its row of a table; incomplete where a word has no row."""
    return Answer(tuple(_looked_up(held, table) for held in answer.held), answer.withheld, answer.note)


def _looked_up(held: Held, table: Table) -> Held:
    rows = [table.row(word) for word in held.words]
    words = frozenset[Word]().union(*(row for row in rows if row is not None))
    return Held(words, held.complete and None not in rows, held.by)

"""Answers that may be any: what is told of them, as formulas."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from advisor.logic.answers import Between, Check, Includes, Only, Table, Word
from advisor.solver.circuit import FALSE, TRUE, Circuit
from advisor.solver.door import Formula


@dataclass(frozen=True)
class Told:
    """Whether something is told true, and whether it is told false."""

    true: Formula
    false: Formula

    def denied(self) -> "Told":
        """What is told of the contrary."""
        return Told(self.false, self.true)


@dataclass(frozen=True)
class AnyHeld:
    """One value that somebody may hold: which words belong to it is open."""

    there: Formula
    words: Mapping[Word, Formula]
    complete: Formula = TRUE
    excluded: Mapping[Word, Formula] = field(default_factory=dict)


AnyAnswer = Sequence[AnyHeld]
"""An answer that may be any: of so many values, those that are there."""


class Judge:
    """Says what answers tell, as `advisor.logic.answers` does, of all answers at once."""

    def __init__(self, circuit: Circuit, tables: Mapping[str, Table]) -> None:
        self.circuit = circuit
        self.tables = tables

    def test(self, check: Check, answer: AnyAnswer) -> Told:
        """What an answer tells about a test."""
        return self._over((held.there, self._test_held(check, held)) for held in answer)

    def _test_held(self, check: Check, held: AnyHeld) -> Told:
        match check:
            case Includes(words):
                return Told(self._any(held, words), self._lacks(held, dict.fromkeys(_in_order(words), TRUE)))
            case Only(words):
                inside = self.circuit.all_of(-so for word, so in held.words.items() if word not in words)
                return Told(self.circuit.all_of((inside, held.complete)), -inside)
            case Between():
                inside = self.circuit.all_of(-so for word, so in held.words.items() if not _within(word, check))
                return Told(inside, -inside)

    def shared(self, left: AnyAnswer, right: AnyAnswer) -> Told:
        """Whether two answers have a word in common."""
        pairs = ((a, b) for a in left for b in right)
        return self._over((self.circuit.all_of((a.there, b.there)), self._shared(a, b)) for a, b in pairs)

    def _shared(self, left: AnyHeld, right: AnyHeld) -> Told:
        common = (word for word in left.words if word in right.words)
        so = self.circuit.any_of(self.circuit.all_of((left.words[w], right.words[w])) for w in common)
        apart = (
            self.circuit.all_of((left.complete, self._lacks(right, left.words))),
            self.circuit.all_of((right.complete, self._lacks(left, right.words))),
        )
        return Told(so, self.circuit.any_of(apart))

    def looked_up(self, answer: AnyAnswer, table: str) -> AnyAnswer:
        """The answer with each word replaced by its row of a table."""
        return [self._looked_up(held, self.tables[table]) for held in answer]

    def _looked_up(self, held: AnyHeld, table: Table) -> AnyHeld:
        rows = {word: table.row(word) for word in held.words}
        standing: dict[Word, list[Formula]] = {}
        for word, row in rows.items():
            for found in _in_order(row or ()):
                standing.setdefault(found, []).append(held.words[word])
        known = (-held.words[word] for word, row in rows.items() if row is None)
        words = {word: self.circuit.any_of(those) for word, those in standing.items()}
        return AnyHeld(held.there, words, self.circuit.all_of((held.complete, *known)))

    def _any(self, held: AnyHeld, words: Iterable[Word]) -> Formula:
        return self.circuit.any_of(held.words.get(word, FALSE) for word in words)

    def _lacks(self, held: AnyHeld, words: Mapping[Word, Formula]) -> Formula:
        """That none of these words, as far as they are meant, can belong to it."""
        apart = self.circuit.all_of(
            -self.circuit.all_of((held.words.get(word, FALSE), meant)) for word, meant in words.items()
        )
        ruled_out = self.circuit.all_of(
            self.circuit.any_of((-meant, held.excluded.get(word, FALSE))) for word, meant in words.items()
        )
        return self.circuit.all_of((apart, self.circuit.any_of((held.complete, ruled_out))))

    def _over(self, values: Iterable[tuple[Formula, Told]]) -> Told:
        """What all values tell together of which some may not be there: disputes stay disputes."""
        known = list(values)
        return Told(
            self.circuit.any_of(self.circuit.all_of((there, value.true)) for there, value in known),
            self.circuit.any_of(self.circuit.all_of((there, value.false)) for there, value in known),
        )


def _in_order(words: Iterable[Word]) -> list[Word]:
    """Words in an order that is the same in every run, so that the same rules get the same examples."""
    return sorted(words, key=str)


def _within(word: Word, bounds: Between) -> bool:
    return (
        isinstance(word, int | float)
        and (bounds.low is None or word >= bounds.low)
        and (bounds.high is None or word <= bounds.high)
    )

"""What is answered: as it is said, and as it may be otherwise."""

from collections.abc import Mapping, Sequence

from advisor.logic.answers import Answer, Held, Word
from advisor.model.question import LIST_TYPES, Question
from advisor.solver.answers import AnyAnswer, AnyHeld
from advisor.solver.circuit import FALSE, TRUE
from advisor.solver.door import Formula
from advisor.solver.words import UNTOLD
from advisor.whatif.board import Board, Mover
from advisor.whatif.moves import Contradicts, Spot, Step
from advisor.whatif.vocabulary import Vocabulary


class OpenAnswers:
    """The answers about an initiative, each as it is said in the whole or in a part."""

    def __init__(self, board: Board, words: Vocabulary) -> None:
        self.board = board
        self.circuit = board.circuit
        self.words = words
        self._made: dict[Spot, AnyAnswer] = {}

    def at(self, spot: Spot, question: Question, answer: Answer, items: Mapping[str, Formula]) -> AnyAnswer:
        """The answer that may be given at a spot.

        Args:
            spot: where it is said.
            question: what is asked.
            answer: what is said now.
            items: for an answer that names items, those that there may be.
        """
        if spot not in self._made:
            self._made[spot] = self._any(Mover(self.board, spot, question), answer, items)
        return self._made[spot]

    def _any(self, move: Mover, answer: Answer, items: Mapping[str, Formula]) -> AnyAnswer:
        question = move.question
        if question.type in UNTOLD:
            return [_fixed(held) for held in answer.held]
        if question.type in LIST_TYPES and not answer.contested:
            return [self._list(move, answer.held[0] if answer.held else None, items)]
        accounts = range(len(answer.held) if answer.contested else 0)
        accepted = [move(Step.ACCEPT, number, Contradicts.A_DISPUTE) for number in accounts]
        said = {} if question.type in LIST_TYPES else self._said(move, answer)
        others = [*accepted, *said.values()]
        self._at_most_one(others)
        as_now = -self.circuit.any_of(others)
        stands = [self.circuit.any_of((as_now, one)) for one in accepted] or [as_now] * len(answer.held)
        known = [_fixed(held, there) for held, there in zip(answer.held, stands, strict=True)]
        return [*known, AnyHeld(self.circuit.any_of(said.values()), said)] if said else known

    def _said(self, move: Mover, answer: Answer) -> Mapping[Word, Formula]:
        """The words that may be said instead."""
        now = {word for held in answer.held for word in held.words}
        against = Contradicts.WHAT_IS_SAID if answer.held else Contradicts.NOTHING
        words = self.words.of(move.question)
        return {word: move(Step.SAY, word, against) for word in words if word not in now}

    def _list(self, move: Mover, held: Held | None, items: Mapping[str, Formula]) -> AnyHeld:
        now = held or Held(frozenset(), complete=False)
        offered = items or self.words.of(move.question)
        words: dict[Word, Formula] = {}
        excluded: dict[Word, Formula] = {}
        for word in dict.fromkeys((*offered, *sorted(now.words, key=str))):
            words[word], excluded[word] = self._member(move, word, now)
        for name, there in items.items():
            # An answer can name only items that are there.
            self.circuit.require(-words[name], there)
        complete = TRUE if now.complete else move(Step.CLOSE)
        return AnyHeld(TRUE if held else self.board.leaves(move.spot), words, complete, excluded)

    def _member(self, move: Mover, word: Word, now: Held) -> tuple[Formula, Formula]:
        """Whether a word belongs to a list, and whether it is known not to where the rest is open."""
        if word in now.words:
            drop = move(Step.DROP, word, Contradicts.WHAT_IS_SAID)
            return -drop, FALSE if now.complete else drop
        known_not = now.complete or word in now.excluded
        include = move(Step.INCLUDE, word, Contradicts.WHAT_IS_SAID if known_not else Contradicts.NOTHING)
        if known_not:
            return include, FALSE if now.complete else -include
        exclude = move(Step.EXCLUDE, word)
        self._at_most_one([include, exclude])
        return include, exclude

    def _at_most_one(self, formulas: Sequence[Formula]) -> None:
        earlier = FALSE
        for one in formulas:
            self.circuit.require(-one, -earlier)
            earlier = self.circuit.any_of((earlier, one))


def _fixed(held: Held, there: Formula = TRUE) -> AnyHeld:
    """A value as it is held."""
    # In an order that is the same in every run, so that the same file gets the same changes.
    words, excluded = (dict.fromkeys(sorted(those, key=str), TRUE) for those in (held.words, held.excluded))
    return AnyHeld(there, words, TRUE if held.complete else FALSE, excluded)

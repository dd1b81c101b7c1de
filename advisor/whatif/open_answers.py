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
        anew = question.type in LIST_TYPES
        said = self._listed_anew(move, items) if anew else self._said(move, answer)
        otherwise = self.circuit.any_of(said.values())
        self._at_most_one([*accepted, otherwise] if anew else [*accepted, *said.values()])
        as_now = -self.circuit.any_of((*accepted, otherwise))
        stands = [self.circuit.any_of((as_now, one)) for one in accepted] or [as_now] * len(answer.held)
        known = [_fixed(held, there) for held, there in zip(answer.held, stands, strict=True)]
        return [*known, AnyHeld(otherwise, said)]

    def _said(self, move: Mover, answer: Answer) -> Mapping[Word, Formula]:
        """The words that may be said instead."""
        now = {word for held in answer.held for word in held.words}
        not_known = {word for word, option in move.question.options.items() if option.not_known}
        against = Contradicts.WHAT_IS_SAID if answer.held else Contradicts.NOTHING
        if now and now <= not_known:
            against = Contradicts.THAT_NOBODY_KNOWS
        said = {word: move(Step.SAY, word, against) for word in self.words.of(move.question) if word not in now}
        for word in not_known & said.keys():
            self.circuit.require(-said[word], self.board.not_knowing)
        return said

    def _listed_anew(self, move: Mover, items: Mapping[str, Formula]) -> Mapping[Word, Formula]:
        """The words that may be on a list of which the accounts differ, in place of all of them."""
        words = items or self.words.of(move.question)
        said = {word: move(Step.INCLUDE, word, Contradicts.WHAT_IS_SAID) for word in words}
        for name, there in items.items():
            self.circuit.require(-said[name], there)
        return said

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

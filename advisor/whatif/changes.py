"""What would change a conclusion: the smallest sets of answers that would bring it about, each tried out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.initiative.initiative import Initiative
from advisor.model.question import AnswerType
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.door import Formula
from advisor.solver.words import Words
from advisor.whatif.goals import Goal
from advisor.whatif.moves import Move, Spot, moved, said_at
from advisor.whatif.open_initiative import OpenMeaning, meaning_of
from advisor.whatif.vocabulary import AllWords, WordsAtHand, has_no_end

ANSWERS_AT_MOST = 4
"""With more answers than these it would be another initiative."""
SETS_AT_MOST = 8
"""So many sets of answers are looked for, of each sort."""
WAYS_AT_MOST = 12
"""So many ways are looked for to answer the same questions otherwise."""


@dataclass(frozen=True)
class Change:
    """Questions which, answered otherwise, would bring a conclusion about; fewer of them would not."""

    spots: tuple[Spot, ...]
    ways: tuple[frozenset[Move], ...]
    """Moves that do it, one at least at each spot, and none of them too many; those with the fewest first."""


@dataclass(frozen=True)
class Changes:
    """What was found."""

    changes: tuple[Change, ...]
    """Those that the convener could choose first, then those that only add to what is known, then all others."""
    complete: bool
    """Whether there are no others that take as few answers as `ANSWERS_AT_MOST`."""


def changes(rulebook: Rulebook, initiative: Initiative, goal: Goal, words: Words | None = None) -> Changes:
    """The smallest sets of answers that would bring something about.

    Args:
        rulebook: by which is judged.
        initiative: with the answers as they are.
        goal: what is to come about.
        words: which words rules can tell apart, where somebody has that ready.
    """
    at_hand = WordsAtHand(words or Words(rulebook), rulebook.questions, initiative, rulebook.tables)
    return _Search(meaning_of(rulebook, initiative, at_hand), rulebook, initiative, goal, at_hand).found()


class _Search:
    """Looks for the sets of spots in the order of their size, so that whatever is found has no smaller one in it."""

    def __init__(
        self, meaning: OpenMeaning, rulebook: Rulebook, initiative: Initiative, goal: Goal, words: AllWords
    ) -> None:
        self.rulebook = rulebook
        self.initiative = initiative
        self.goal = goal
        self.board = meaning.initiative.board
        self.circuit = meaning.circuit
        self._said = frozenset(word for those in words.said.values() for word in those)
        self.wanted = goal.formula(meaning)
        self.leaves = {spot: self.board.leaves(spot) for spot in self.board.moves}

    def found(self) -> Changes:
        """All changes up to the bounds."""
        found: list[Change] = []
        for fixed in self._sorts():
            those = list(self._smallest(fixed))
            found += those
        return Changes(tuple(found), complete=len(those) < SETS_AT_MOST)

    def _sorts(self) -> Sequence[Sequence[Formula]]:
        """What must not move, for each sort of change in turn."""
        one = self.board
        limits = (-one.more_than_one, -one.not_knowing, *(() if self.goal.may_add else (-one.additions,)))
        return (
            (*limits, -one.against_circumstance),
            (*limits, -one.against_what_is_said),
            limits,
        )

    def _smallest(self, fixed: Sequence[Formula]) -> Iterator[Change]:
        number = 0
        for size in range(1, ANSWERS_AT_MOST + 1):
            no_more = -self.circuit.at_least(size + 1, list(self.leaves.values()))
            while self.circuit.decider.can_be([self.wanted, no_more, *fixed]):
                spots = tuple(spot for spot, left in self.leaves.items() if self.circuit.decider.is_so(left))
                yield Change(spots, tuple(self._ways(spots, fixed)))
                self.circuit.require(*(-self.leaves[spot] for spot in spots))
                number += 1
                if number == SETS_AT_MOST:
                    return

    def _ways(self, spots: Sequence[Spot], fixed: Sequence[Formula]) -> Iterator[frozenset[Move]]:
        """The moves at these spots that do it, without any that is too many, the fewest first."""
        searching = self.circuit.free()
        rest = [self.wanted, searching, *fixed, *(-left for spot, left in self.leaves.items() if spot not in spots)]
        made = {move: formula for spot in spots for move, formula in self.board.moves[spot].items()}
        number = 0
        for size in range(len(spots), len(made) + 1):
            few = -self.circuit.at_least(size + 1, list(made.values()))
            while number < WAYS_AT_MOST and self.circuit.decider.can_be([few, *rest]):
                way = self.board.made()
                for like in self._alike(way, made, rest):
                    self.circuit.require(-searching, *sorted(-made[move] for move in like))
                    way = min(way, like, key=self._how_odd)
                self._try(way)
                yield way
                number += 1
            if number:
                # Longer ways differ from the short ones by what nobody would think of.
                return

    def _alike(
        self, way: frozenset[Move], made: Mapping[Move, Formula], rest: Sequence[Formula]
    ) -> list[frozenset[Move]]:
        """The way, and those that differ from it in one number, language or place only, of which one is enough."""
        like = [way]
        for move in sorted(way, key=str):
            question = self.rulebook.questions.find(move.spot.question)
            if question.type is AnswerType.NUMBER or has_no_end(question):
                others = (way - {move} | {o} for o in made if (o.spot, o.step) == (move.spot, move.step) and o != move)
                like += [one for one in others if self._does(one, made, rest)]
        return like

    def _does(self, way: frozenset[Move], made: Mapping[Move, Formula], rest: Sequence[Formula]) -> bool:
        return self.circuit.decider.can_be(
            [*rest, *(formula if move in way else -formula for move, formula in made.items())]
        )

    def _how_odd(self, way: frozenset[Move]) -> tuple[float, str]:
        """How far the words of a way are from what is said: numbers by how much, others by whether they occur."""
        return sum(map(self._strangeness, way)), str(sorted(str(move.word) for move in way))

    def _strangeness(self, move: Move) -> float:
        if isinstance(move.word, str):
            return 0 if move.word in self._said else 1
        said = [word for held in said_at(self.initiative, move.spot).held for word in held.words]
        return min((abs(move.word - word) for word in said if not isinstance(word, str)), default=move.word)

    def _try(self, way: Iterable[Move]) -> None:
        """Judges the initiative anew by what knows nothing of the solver."""
        changed = moved(self.initiative, way, self.rulebook.questions)
        if not self.goal.holds(Reference(self.rulebook, changed)):
            raise AssertionError((way, self.goal))

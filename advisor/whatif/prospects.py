"""What is still possible: to what a conclusion can come, however what is open is answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.initiative.initiative import Initiative
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.words import Words
from advisor.whatif.goals import Settles
from advisor.whatif.moves import Move, moved
from advisor.whatif.open_initiative import meaning_of
from advisor.whatif.outcomes import Concluded
from advisor.whatif.vocabulary import AllWords


@dataclass(frozen=True)
class Prospect:
    """What is still possible of one conclusion."""

    witnesses: Mapping[Status, frozenset[Move]]
    """For each way in which it can still settle when all is answered: answers that bring it there, none too many."""

    @property
    def settled(self) -> Status | None:
        """How it settles whatever the unknowns are, if they do not matter to it; unknown where nothing decides it."""
        return next(iter(self.witnesses)) if len(self.witnesses) == 1 else None


class Prospects:
    """What is still possible of one initiative: nothing that is said or disputed becomes anything else."""

    def __init__(self, rulebook: Rulebook, initiative: Initiative, words: Words | None = None) -> None:
        self.rulebook = rulebook
        self.initiative = initiative
        said = AllWords(words or Words(rulebook), rulebook.questions, initiative)
        self.meaning = meaning_of(rulebook, initiative, said)

    def of(self, about: Concluded) -> Prospect:
        """What is still possible of a conclusion."""
        board, found = self.meaning.initiative.board, {}
        for value, status in STATUS_OF.items():
            goal = Settles(about, value)
            if self.meaning.circuit.decider.can_be([goal.formula(self.meaning), *board.only_filled_in]):
                found[status] = self._shortest(board.made(), goal)
        return Prospect(found)

    def _shortest(self, moves: frozenset[Move], goal: Settles) -> frozenset[Move]:
        """The moves without all that can be left out one after the other, judged by what knows no solver."""
        for move in sorted(moves, key=lambda move: (move.spot, move.step.value, str(move.word)), reverse=True):
            fewer = moves - {move}
            if goal.holds(Reference(self.rulebook, moved(self.initiative, fewer, self.rulebook.questions))):
                moves = fewer
        return moves

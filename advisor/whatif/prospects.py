"""What is still possible: to what a conclusion can come, however what is open is answered."""

from advisor.initiative.initiative import Initiative
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.door import Formula
from advisor.solver.words import Words
from advisor.whatif.goals import Settles
from advisor.whatif.moves import Move, Spot, Step, moved
from advisor.whatif.open_initiative import meaning_of
from advisor.whatif.outcomes import Concluded
from advisor.whatif.vocabulary import AllWords


class Prospects:
    """What is still possible of one initiative: nothing that is said or disputed becomes anything else."""

    def __init__(self, rulebook: Rulebook, initiative: Initiative, words: Words | None = None) -> None:
        self.rulebook = rulebook
        self.initiative = initiative
        said = AllWords(words or Words(rulebook), rulebook.questions, initiative)
        self.meaning = meaning_of(rulebook, initiative, said)

    def possible(self, about: Concluded) -> tuple[Status, ...]:
        """How a conclusion can still settle when all is answered."""
        return tuple(status for value, status in STATUS_OF.items() if self._can_be(Settles(about, value)))

    def settled(self, about: Concluded) -> Status | None:
        """How it settles whatever the unknowns are, if they do not matter to it; unknown where nothing decides it."""
        possible = self.possible(about)
        return possible[0] if len(possible) == 1 else None

    def witness(self, goal: Settles) -> frozenset[Move] | None:
        """Answers that bring a conclusion about, none of them too many; None where none can."""
        board = self.meaning.initiative.board
        if not self._can_be(goal, -board.more_than_one) and not self._can_be(goal):
            return None
        moves = board.made()
        for move in sorted(moves, key=_to_go, reverse=True):
            fewer = moves - {move}
            # Judged by what knows nothing of the solver.
            if goal.holds(Reference(self.rulebook, moved(self.initiative, fewer, self.rulebook.questions))):
                moves = fewer
        return moves

    def _can_be(self, goal: Settles, *limits: Formula) -> bool:
        only_filled_in = self.meaning.initiative.board.only_filled_in
        return self.meaning.circuit.decider.can_be([goal.formula(self.meaning), *only_filled_in, *limits])


def _to_go(move: Move) -> tuple[bool, Spot, str, str]:
    """Items that are added go first where they can: what is said of them goes with them."""
    return move.step is Step.ADD, move.spot, move.step.value, str(move.word)

"""The moves that may be made from what is said of an initiative, as formulas."""

from dataclasses import dataclass

from advisor.logic.answers import Word
from advisor.model.question import Question
from advisor.solver.circuit import Circuit
from advisor.solver.door import Formula
from advisor.whatif.moves import Contradicts, Move, Spot, Step


class Board:
    """All moves, and what limits them."""

    def __init__(self, circuit: Circuit) -> None:
        self.circuit = circuit
        self.blanks = circuit.free()
        """Whether anything may be left open."""
        self.against_what_is_said = circuit.free()
        """Whether answers may be others than those that are given."""
        self.against_disputes = circuit.free()
        """Whether disputes may be settled."""
        self.against_not_knowing = circuit.free()
        """Whether something may be known that is said not to be."""
        self.not_knowing = circuit.free()
        """Whether it may be answered that something is not known."""
        self.additions = circuit.free()
        """Whether lists may have new items."""
        self.against_circumstance = circuit.free()
        """Whether anything may move that no convener chooses."""
        self.more_than_one = circuit.free()
        """Whether lists may have more than one new item."""
        self.moves: dict[Spot, dict[Move, Formula]] = {}

    def move(self, move: Move) -> Formula:
        """That a move is made."""
        at_spot = self.moves.setdefault(move.spot, {})
        if move not in at_spot:
            at_spot[move] = made = self.circuit.free()
            if move.contradicts is Contradicts.WHAT_IS_SAID:
                self.circuit.require(-made, self.against_what_is_said)
            if move.contradicts is Contradicts.A_DISPUTE:
                self.circuit.require(-made, self.against_disputes)
            if move.contradicts is Contradicts.THAT_NOBODY_KNOWS:
                self.circuit.require(-made, self.against_not_knowing)
            if move.step is Step.ADD:
                self.circuit.require(-made, self.additions)
            if not move.changeable:
                self.circuit.require(-made, self.against_circumstance)
        return at_spot[move]

    def leaves(self, spot: Spot) -> Formula:
        """That any move is made at a spot."""
        return self.circuit.any_of(self.moves.get(spot, {}).values())

    def made(self) -> frozenset[Move]:
        """The moves of the case that the decider found last."""
        so = self.circuit.decider.is_so
        return frozenset(move for at_spot in self.moves.values() for move, made in at_spot.items() if so(made))

    @property
    def only_filled_in(self) -> tuple[Formula, ...]:
        """That all is answered that is open, and nothing else moves."""
        return (-self.blanks, -self.against_what_is_said, -self.against_disputes, -self.against_not_knowing)


@dataclass(frozen=True)
class Mover:
    """Makes moves about one question at one spot."""

    board: Board
    spot: Spot
    question: Question

    def __call__(self, step: Step, word: Word = "", against: Contradicts = Contradicts.NOTHING) -> Formula:
        """That a move is made."""
        # Which account of a dispute is right is nobody's choice.
        changeable = self.question.changeable and step is not Step.ACCEPT
        return self.board.move(Move(self.spot, step, word, against, changeable))

"""One initiative as formulas: what is said of it, and each move from there to something else."""

from advisor.initiative.initiative import Initiative
from advisor.model.question import Questions
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.circuit import FALSE, TRUE, Circuit
from advisor.solver.meaning import Meaning
from advisor.solver.views import Asked
from advisor.whatif.board import Board
from advisor.whatif.open_answers import OpenAnswers
from advisor.whatif.open_lists import OpenLists
from advisor.whatif.open_view import OpenView, Said
from advisor.whatif.vocabulary import Vocabulary


class OpenInitiative:
    """What is said of an initiative, from which any moves may be made."""

    def __init__(
        self, board: Board, questions: Questions, words: Vocabulary, initiative: Initiative, asked: Asked
    ) -> None:
        self.board = board
        said = Said(board, questions, asked, OpenLists(board, questions, initiative), OpenAnswers(board, words))
        self.whole = OpenView(said, initiative.whole)
        self.part_views = [OpenView(said, part, self.whole) for part in initiative.parts]
        # Whether there are other parts than those that are told is a question that no move answers.
        self.parts = [TRUE for _ in initiative.parts]
        self.parts_complete = TRUE if initiative.parts_complete else FALSE

    def view(self, part: str) -> OpenView:
        """A part by its id; the whole for an empty one."""
        return next((view for view in self.part_views if view.id == part), self.whole)


OpenMeaning = Meaning[OpenInitiative]


def meaning_of(
    rulebook: Rulebook, initiative: Initiative, words: Vocabulary, board: Board | None = None
) -> OpenMeaning:
    """What the rules make of an initiative and of all that could be said of it instead.

    Args:
        rulebook: by which is judged.
        initiative: with the answers as they are.
        words: which words answers may hold.
        board: for the moves, where not any may be made.
    """
    made = board or Board(Circuit())
    return Meaning(
        rulebook, made.circuit, lambda asked: OpenInitiative(made, rulebook.questions, words, initiative, asked)
    )

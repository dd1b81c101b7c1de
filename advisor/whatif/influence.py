"""Which questions can still change what: decided over every way in which all that is open could be answered."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from advisor.initiative.initiative import Initiative
from advisor.model.question import Questions
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.circuit import FALSE, TRUE, Circuit
from advisor.solver.door import Formula
from advisor.solver.words import Words
from advisor.whatif.board import Board
from advisor.whatif.goals import told_of
from advisor.whatif.moves import Spot
from advisor.whatif.open_initiative import OpenMeaning, meaning_of
from advisor.whatif.open_lists import is_new
from advisor.whatif.outcomes import Outcome, outcomes
from advisor.whatif.vocabulary import AllWords


class Influence:
    """Two initiatives that answer all that is open, and may differ in one question only.

    If they can come to different conclusions, that question can still change them; if no question can, they are
    settled.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        initiative: Initiative,
        wanted: Sequence[Outcome] | None = None,
        words: Words | None = None,
    ) -> None:
        """Takes what is asked for.

        Args:
            rulebook: by which is judged.
            initiative: with the answers so far.
            wanted: the outcomes that are to be known; everything worth asking for if not given.
            words: which words rules can tell apart, where somebody has that ready.
        """
        self.circuit = circuit = Circuit()
        said = AllWords(words or Words(rulebook), rulebook.questions, initiative)
        self.board, self._others = (Board(circuit, only_filled_in=True) for _ in range(2))
        one, other = (meaning_of(rulebook, initiative, said, board) for board in (self.board, self._others))
        self.questions = rulebook.questions
        self._initiative = one.initiative
        self._differ = {
            outcome: self._differ_in(outcome, one, other)
            for outcome in (outcomes(rulebook, initiative) if wanted is None else wanted)
        }
        self._alike = {spot: self._alike_at(spot) for spot in self.board.moves}

    @cached_property
    def open(self) -> tuple[Outcome, ...]:
        """The outcomes that are not settled: what is open can still be answered so that they come out differently."""
        return tuple(self._found(tuple(self._differ), ()))

    def spot(self, part: str, question: str, item: str | None = None) -> Spot:
        """Where a part, or the whole, has the answer to a question from."""
        return self._initiative.view(part).spot(self.questions.find(question), item or "")

    def of(self, spot: Spot) -> tuple[Outcome, ...]:
        """The outcomes that an answer can still change; for a list, what it lists, with all that is said of that."""
        return tuple(self._at(spot, self.open))

    def reaches_any(self, spot: Spot, among: Collection[Outcome]) -> bool:
        """Whether an answer can still change any of some outcomes, which is known sooner than which of them."""
        return next(self._at(spot, among), None) is not None

    def _at(self, spot: Spot, among: Collection[Outcome]) -> Iterator[Outcome]:
        varied = {one for one in self.board.moves if one == spot or _is_of_new(one, spot, self.questions)}
        reached = [outcome for outcome in among if not varied.isdisjoint(self._reached[outcome])]
        return self._found(reached, [alike for one, alike in self._alike.items() if one not in varied])

    @cached_property
    def _reached(self) -> Mapping[Outcome, frozenset[Spot]]:
        """The spots that each outcome is worked out from; no other can change it, so the solver need not look."""
        spots = list(self.board.moves)
        seen = {made: 1 << at for at, spot in enumerate(spots) for made in self.board.moves[spot].values()}
        for whole, parts in self.circuit.wholes:
            seen[whole] = 0
            for part in parts:
                seen[whole] |= seen.get(abs(part), 0)
        bits = {outcome: seen.get(abs(differ), 0) for outcome, differ in self._differ.items()}
        return {
            outcome: frozenset(spot for at, spot in enumerate(spots) if found >> at & 1)
            for outcome, found in bits.items()
        }

    def _found(self, among: Collection[Outcome], alike: Sequence[Formula]) -> Iterator[Outcome]:
        left = [outcome for outcome in among if self._differ[outcome] != FALSE]
        while left:
            any_differs = self.circuit.any_of(self._differ[outcome] for outcome in left)
            if not self.circuit.decider.can_be([any_differs, *alike]):
                return
            found = {outcome for outcome in left if self.circuit.decider.is_so(self._differ[outcome])}
            yield from (outcome for outcome in left if outcome in found)
            left = [outcome for outcome in left if outcome not in found]

    def _differ_in(self, outcome: Outcome, one: OpenMeaning, other: OpenMeaning) -> Formula:
        """That two initiatives come to different conclusions."""
        pairs = []
        for about in outcome.findings:
            here = told_of(one, about)[1]
            if not {here.true, here.false} <= {TRUE, FALSE}:
                there = told_of(other, about)[1]
                pairs += [(here.true, there.true), (here.false, there.false)]
        return self.circuit.any_of(self.circuit.all_of(so) for a, b in pairs for so in ((a, -b), (-a, b)))

    def _alike_at(self, spot: Spot) -> Formula:
        """That both make the same moves at a spot."""
        alike = self.circuit.free()
        for move, made in self.board.moves[spot].items():
            also = self._others.move(move)
            self.circuit.require(-alike, -made, also)
            self.circuit.require(-alike, made, -also)
        return alike


def _is_of_new(spot: Spot, listing: Spot, questions: Questions) -> bool:
    """Whether something would be said of an item that a list may come to have."""
    if listing.question not in questions.groups or not is_new(spot.item):
        return False
    return spot.question.rpartition(".")[0] == listing.question

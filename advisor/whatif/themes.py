"""What questions can still change, with as little worked out as an answer needs."""

from collections.abc import Collection, Iterator, Sequence

from advisor.initiative.initiative import Initiative
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.words import Words
from advisor.whatif.influence import Influence
from advisor.whatif.moves import Spot
from advisor.whatif.outcomes import Outcome, Sort

CLASSIFIES = (Sort.HEADLINE, Sort.VERDICT)
"""What says which track it is. That is decided in a fraction of the time that advice takes."""
_ALL_SCHOOLS = ""


class Influences:
    """Decides of the classification in one set of formulas, and of stops and advice theme by theme.

    The solver settles everything it was ever told of, with each question. A theme is told only when it is asked of.
    """

    def __init__(
        self, rulebook: Rulebook, initiative: Initiative, wanted: Sequence[Outcome], words: Words | None = None
    ) -> None:
        """Takes what is asked for.

        Args:
            rulebook: by which is judged.
            initiative: with the answers so far.
            wanted: the outcomes that are to be known.
            words: which words answers may hold, where somebody has that ready.
        """
        self.rulebook = rulebook
        self.initiative = initiative
        self.wanted = wanted
        self.words = words or Words(rulebook)
        self._made: dict[str, Influence] = {}

    def spot(self, part: str, question: str, item: str | None = None) -> Spot:
        """Where a part, or the whole, has the answer to a question from."""
        return self._influence(_ALL_SCHOOLS).spot(part, question, item)

    def settled(self, sort: Sort) -> bool:
        """Whether nothing of a sort that says which track it is can change, however all that is open is answered."""
        return all(outcome.sort is not sort for outcome in self._influence(_ALL_SCHOOLS).open)

    def of(self, spot: Spot, sorts: Collection[Sort]) -> Iterator[Outcome]:
        """The outcomes of some sorts that an answer can still change."""
        for theme in dict.fromkeys(self._theme(one) for one in self.wanted if one.sort in sorts):
            yield from (one for one in self._influence(theme).of(spot) if one.sort in sorts)

    def reaches_any(self, spot: Spot, among: Collection[Outcome]) -> bool:
        """Whether an answer can still change any of some outcomes, which is known sooner than which of them."""
        themes: dict[str, list[Outcome]] = {}
        for one in among:
            themes.setdefault(self._theme(one), []).append(one)
        return any(self._influence(theme).reaches_any(spot, those) for theme, those in themes.items())

    def _theme(self, outcome: Outcome) -> str:
        if outcome.sort in CLASSIFIES:
            return _ALL_SCHOOLS
        return self.rulebook.findings[outcome.findings[0].finding].home

    def _influence(self, theme: str) -> Influence:
        if theme not in self._made:
            wanted = [one for one in self.wanted if self._theme(one) == theme]
            self._made[theme] = Influence(self.rulebook, self.initiative, wanted, self.words)
        return self._made[theme]

"""What to ask next: of the questions that are still to be asked, those first that can still change most.

What a question can change is decided exactly, over every way in which all that is open could be answered. How many
rules mention it says little: most of them may be settled already, whatever it is answered.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from advisor.initiative.initiative import Initiative
from advisor.interview.plan import Interview, Step
from advisor.model.question import AnswerType
from advisor.solver.words import Words
from advisor.whatif.moves import Spot
from advisor.whatif.outcomes import Outcome, Sort, outcomes
from advisor.whatif.themes import CLASSIFIES, Influences


@dataclass(frozen=True)
class Ranked:
    """A question with what its answer can still change."""

    step: Step
    changes: tuple[Outcome, ...] = ()

    @property
    def first(self) -> Sort | None:
        """The first sort of what it can change; None where that is nothing."""
        return min((outcome.sort for outcome in self.changes), default=None)

    def number(self, sort: Sort) -> int:
        """How many outcomes of a sort it can change."""
        return sum(outcome.sort is sort for outcome in self.changes)


def rank(first: Sort | None, verdicts: int) -> tuple[int, int]:
    """Where a question stands; what comes first has the lowest. Those that stand alike keep the order of the files.

    First what can change the headline, since everything else is read in its light; of that, what more verdicts hang on,
    since the headline hangs on them. Then what can bring a stop or lift one, since somebody could be harmed; then what
    can change single verdicts, which matter to readers of one school; then advice. Sorts are not added up: one verdict
    is not worth ten pieces of advice, nor the other way round. Nothing is counted after the headline, so that questions
    about the same thing stay together.

    Args:
        first: the first sort of what it can change; None where that is nothing.
        verdicts: how many verdicts it can change.
    """
    return (len(Sort), 0) if first is None else (first, -verdicts if first is Sort.HEADLINE else 0)


@dataclass(frozen=True)
class Deciding:
    """The questions to ask now, what decides most first."""

    steps: tuple[Step, ...] = ()
    headline: bool = False
    """Whether they can change the headline; else they can change something, but not that."""


class Order:
    """The questions of one interview that are still to be asked, about the whole or a part, as its answers stand."""

    def __init__(self, interview: Interview, initiative: Initiative, words: Words | None = None) -> None:
        """Begins without deciding anything.

        Args:
            interview: what there is to ask.
            initiative: the answers, of the whole and of all parts.
            words: which words answers may hold, where somebody has that ready.
        """
        self.interview = interview
        self._wanted = outcomes(interview.rulebook, initiative, interview.view.id)
        self._influences = Influences(interview.rulebook, initiative, self._wanted, words)
        self._changed: dict[Step, tuple[Outcome, ...]] = {}
        self._firsts: dict[Step, Sort | None] = {}

    @cached_property
    def to_ask(self) -> tuple[Step, ...]:
        """The questions that are still to be asked, in the order of the files.

        A list that there may be more of can be asked again. What is withheld is not asked.
        """
        now = self.interview
        steps = dict.fromkeys(step for section in now.sections() for step in now.steps(section))
        return tuple(step for step in steps if self._is_open(step))

    @property
    def settled(self) -> bool:
        """Whether which track it is can no longer change, whatever else is answered."""
        return self._influences.settled(Sort.HEADLINE)

    @cached_property
    def ranked(self) -> tuple[Ranked, ...]:
        """Every question that is still to be asked, what decides most first, with all that it can change."""
        every = [Ranked(step, (*self._classified(step), *self._further(step))) for step in self.to_ask]
        return tuple(sorted(every, key=lambda one: rank(one.first, one.number(Sort.VERDICT))))

    def deciding(self, passed: Collection[Step] = ()) -> Deciding:
        """What to ask now; nothing where no question changes anything any more.

        As long as a question can change the headline, only such questions; stops and advice need not be worked out
        then.

        Args:
            passed: questions that were passed over.
        """
        asked = [step for step in self.to_ask if step not in passed]
        headline = [step for step in asked if self._number(step, Sort.HEADLINE)]
        among = headline or [step for step in asked if self._first(step) is not None]
        in_order = sorted(among, key=lambda step: rank(self._first(step), self._number(step, Sort.VERDICT)))
        return Deciding(tuple(in_order), headline=bool(headline))

    def _first(self, step: Step) -> Sort | None:
        """The first sort of what a question can change."""
        if step not in self._firsts:
            self._firsts[step] = next((sort for sort in Sort if self._can_change(step, sort)), None)
        return self._firsts[step]

    def _can_change(self, step: Step, sort: Sort) -> bool:
        if sort in CLASSIFIES:
            return self._number(step, sort) > 0
        return self._influences.reaches_any(self._spot(step), [one for one in self._wanted if one.sort is sort])

    def _number(self, step: Step, sort: Sort) -> int:
        """How many outcomes of a sort it can change that say which track it is."""
        return Ranked(step, self._classified(step)).number(sort)

    def _classified(self, step: Step) -> tuple[Outcome, ...]:
        if step not in self._changed:
            self._changed[step] = tuple(self._influences.of(self._spot(step), CLASSIFIES))
        return self._changed[step]

    def _further(self, step: Step) -> Iterator[Outcome]:
        return self._influences.of(self._spot(step), (Sort.STOP, Sort.ADVICE))

    def _spot(self, step: Step) -> Spot:
        return self._influences.spot(self.interview.view.id, step.question, step.item)

    def _is_open(self, step: Step) -> bool:
        now = self.interview
        question = now.question(step)
        if question.type is AnswerType.GROUP:
            return not now.view.group(question.id).complete
        answer = now.answer(step)
        is_whole = answer.contested or (bool(answer.held) and answer.held[0].complete)
        return not answer.withheld and not is_whole

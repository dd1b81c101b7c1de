"""What to ask next: of the questions that are still to be asked, those first that can still change most.

What a question can change is decided exactly, over every way in which all that is open could be answered. How many
rules mention it says little: most of them may be settled already, whatever it is answered.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from advisor.initiative.initiative import Initiative
from advisor.interview.plan import Interview, Step
from advisor.model.question import AnswerType
from advisor.solver.words import Words
from advisor.whatif.influence import Influence
from advisor.whatif.outcomes import Outcome, Sort, outcomes

_CLASSIFIES = (Sort.HEADLINE, Sort.VERDICT)
"""What says which track it is. It is decided in a fraction of the time that advice takes."""


@dataclass(frozen=True)
class Ranked:
    """A question with what its answer can still change."""

    step: Step
    changes: tuple[Outcome, ...] = ()

    @property
    def decides_headline(self) -> bool:
        """Whether its answer can change which track it is."""
        return self.number(Sort.HEADLINE) > 0

    def number(self, sort: Sort) -> int:
        """How many outcomes of a sort it can change."""
        return sum(outcome.sort is sort for outcome in self.changes)


def rank(changes: Collection[Outcome]) -> tuple[int, int]:
    """Where a question stands by what it can change; what comes first has the lowest.

    First what can change the headline, since everything else is read in its light; of that, what more schools wait
    for, since the headline hangs on them. Then what can bring a stop or lift one, since somebody could be harmed; then
    single verdicts, which matter to readers of one school; then advice. Within each, what changes more of the sort
    comes first. Sorts are not added up: one verdict is not worth ten pieces of advice, nor the other way round.
    """
    if not changes:
        return len(Sort), 0
    first = min(outcome.sort for outcome in changes)
    counted = Sort.VERDICT if first is Sort.HEADLINE else first
    return first, -sum(outcome.sort is counted for outcome in changes)


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
        self.initiative = initiative
        self.words = words or Words(interview.rulebook)
        self._changed: dict[tuple[bool, Step], tuple[Outcome, ...]] = {}

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
        return all(outcome.sort is not Sort.HEADLINE for outcome in self._classification.open)

    @cached_property
    def ranked(self) -> tuple[Ranked, ...]:
        """Every question that is still to be asked, what decides most first, with all that it can change."""
        every = [Ranked(step, (*self._of(step, first=True), *self._of(step, first=False))) for step in self.to_ask]
        return tuple(sorted(every, key=lambda one: rank(one.changes)))

    def deciding(self, passed: Collection[Step] = ()) -> tuple[Ranked, ...]:
        """What to ask now, what decides most first; empty where nothing changes anything any more.

        As long as a question can change the headline, only such questions; stops and advice need not be worked out
        then.

        Args:
            passed: questions that were passed over.
        """
        asked = [Ranked(step, self._of(step, first=True)) for step in self.to_ask if step not in passed]
        if any(one.decides_headline for one in asked):
            return tuple(sorted((one for one in asked if one.decides_headline), key=lambda one: rank(one.changes)))
        return tuple(one for one in self.ranked if one.changes and one.step not in passed)

    def _is_open(self, step: Step) -> bool:
        now = self.interview
        question = now.question(step)
        if question.type is AnswerType.GROUP:
            return not now.view.group(question.id).complete
        answer = now.answer(step)
        is_whole = answer.contested or (bool(answer.held) and answer.held[0].complete)
        return not answer.withheld and not is_whole

    def _of(self, step: Step, *, first: bool) -> tuple[Outcome, ...]:
        if (first, step) not in self._changed:
            influence = self._classification if first else self._further
            spot = influence.spot(self.interview.view.id, step.question, step.item)
            self._changed[first, step] = influence.of(spot)
        return self._changed[first, step]

    @cached_property
    def _classification(self) -> Influence:
        return self._influence([one for one in self._wanted if one.sort in _CLASSIFIES])

    @cached_property
    def _further(self) -> Influence:
        return self._influence([one for one in self._wanted if one.sort not in _CLASSIFIES])

    @cached_property
    def _wanted(self) -> tuple[Outcome, ...]:
        return outcomes(self.interview.rulebook, self.initiative, self.interview.view.id)

    def _influence(self, wanted: Sequence[Outcome]) -> Influence:
        return Influence(self.interview.rulebook, self.initiative, wanted, self.words)

"""What is not known yet, with what matters most first."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from advisor.initiative.initiative import UNANSWERED, Initiative, Listing, View
from advisor.logic.conditions import PARTS
from advisor.model.finding import Kind
from advisor.report.assessment import FindingResult, OpenQuestion, SchoolResult
from advisor.rulebook.rulebook import Rulebook
from advisor.whatif.outcomes import ESSENTIAL, Outcome, Sort, outcomes
from advisor.whatif.themes import Influences

_Place = tuple[str, str | None]
"""A question, and the item of which it is asked."""

_WEIGHTS = {Sort.STOP: 10, Sort.HEADLINE: 6, Sort.VERDICT: 1}
"""Before everything else: whether somebody could be harmed. Then which track it is. Advice has weights of its own, and
what single schools say beside that is worth least."""
_LESSER = ESSENTIAL - 1
"""What is not decided exactly, since it weighs less, cannot come before what is."""


def ranked(
    rulebook: Rulebook,
    initiative: Initiative,
    schools: Iterable[SchoolResult],
    findings: Iterable[FindingResult],
    part: str = "",
) -> list[OpenQuestion]:
    """Every open question once, with the findings that wait for it; first those that can still change most.

    That a finding waits for an answer does not mean that the answer can change it: others may decide it by now. So what
    an answer can change is decided over every way in which all that is open could be answered. That takes longer than
    all else in an assessment, so it is left out for advice that is not essential; there it counts what waits.

    Args:
        rulebook: tells how much each finding matters, and which questions everybody is asked.
        initiative: what was judged.
        schools: what the schools say.
        findings: everything else.
        part: the id of a part, where all this is about one.
    """
    asked = list(_asked([*(v for school in schools for v in school.verdicts), *findings]))
    if not asked:
        return []
    waiting: dict[_Place, list[str]] = {}
    questions: dict[_Place, OpenQuestion] = {}
    for finding, question in asked:
        place = (question.question, question.item)
        questions.setdefault(place, question)
        waiting.setdefault(place, []).append(finding.id)
    measure = _Measure(rulebook, initiative, part, {finding.id for finding, _ in asked})
    weighed = [_with(questions[place], names, measure) for place, names in waiting.items()]
    return sorted(
        weighed,
        key=lambda q: (-q.weight, not _is_core(rulebook, q.question), -sum(map(measure.of, q.waiting))),
    )


class _Measure:
    """Weighs what answers can still change."""

    def __init__(self, rulebook: Rulebook, initiative: Initiative, part: str, undecided: Collection[str]) -> None:
        self.rulebook = rulebook
        self.part = part
        every = outcomes(rulebook, initiative, part)
        wanted = [o for o in every if o.sort is Sort.HEADLINE or o.findings[0].finding in undecided]
        self._measured = {about.finding for outcome in every for about in outcome.findings}
        self._influences = Influences(rulebook, initiative, wanted)
        self._by_weight: dict[int, list[Outcome]] = {}
        for outcome in wanted:
            self._by_weight.setdefault(self._weight(outcome), []).append(outcome)

    def weight(self, question: OpenQuestion, waiting: Collection[str]) -> int:
        """Of the weightiest that an answer can change; of what is not measured, of the weightiest that waits for it."""
        if question.question == PARTS:
            # Which further phases there might be is not thought through: it counts what waits.
            return max(map(self.of, waiting))
        spot = self._influences.spot(self.part, question.question, question.item)
        least = max((self.of(name) for name in waiting if name not in self._measured), default=0)
        for weight in sorted(self._by_weight, reverse=True):
            if weight <= least:
                break
            if self._influences.reaches_any(spot, self._by_weight[weight]):
                return weight
        return least

    def _weight(self, outcome: Outcome) -> int:
        return _WEIGHTS.get(outcome.sort) or self.of(outcome.findings[0].finding)

    def of(self, finding: str) -> int:
        """What a finding weighs by itself."""
        found = self.rulebook.findings[finding]
        if found.kind is Kind.STOP:
            return _WEIGHTS[Sort.STOP]
        return (found.weight or 1) if finding in self._measured else min(found.weight or 1, _LESSER)


def answered_by_parts(question: str, item: str | None, initiative: Initiative) -> bool:
    """Whether every phase and strand has an answer of its own, so that the whole needs none."""
    return bool(initiative.parts) and all(_answers(part, question, item) for part in initiative.parts)


def _answers(part: View, question: str, item_id: str | None) -> bool:
    """Whether a part says itself what is asked, or that there is nobody here of whom it could be asked."""
    group, _, field = question.rpartition(".")
    listing = part.said.groups.get(group or question, Listing())
    if not group:
        return bool(part.said.answers.get(question, UNANSWERED).held or listing.items or listing.how == "closed")
    here = {item.id: item.answers for item in listing.items}
    if item_id not in here:
        return listing.how == "closed"
    return bool(here[item_id].get(field, UNANSWERED).held)


def _is_core(rulebook: Rulebook, question: str) -> bool:
    return question in rulebook.questions.initiative and rulebook.questions.initiative[question].core


def _asked(findings: Sequence[FindingResult]) -> Iterator[tuple[FindingResult, OpenQuestion]]:
    """What can be asked now: not what does not matter, or not before something else is known."""
    for finding in findings:
        for question in finding.open:
            if question.matters:
                yield finding, question


def _with(question: OpenQuestion, names: list[str], measure: _Measure) -> OpenQuestion:
    """A question with what waits for it, the weightiest first."""
    waiting = sorted(dict.fromkeys(names), key=lambda name: -measure.of(name))
    return question.model_copy(update={"waiting": waiting, "weight": measure.weight(question, names)})

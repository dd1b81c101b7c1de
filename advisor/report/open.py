"""What is not known yet, with what matters most first."""

from collections.abc import Iterable, Iterator, Sequence

from advisor.initiative.initiative import UNANSWERED, Initiative, Listing, View
from advisor.model.finding import Kind
from advisor.report.assessment import FindingResult, OpenQuestion, SchoolResult
from advisor.rulebook.rulebook import Rulebook

_STOP = 10
"""Before everything else: whether somebody could be harmed."""
_NAMES_A_TRACK = 6
"""What decides which track it is, as long as none is named."""


def ranked(
    rulebook: Rulebook, schools: Iterable[SchoolResult], findings: Iterable[FindingResult], *, named: bool
) -> list[OpenQuestion]:
    """Every open question once, with the findings that wait for it.

    Args:
        rulebook: tells how much each finding matters, and which questions everybody is asked.
        schools: what the schools say.
        findings: everything else.
        named: whether a track is named already.
    """
    verdicts = [v for school in schools for v in school.verdicts]
    others = list(findings)
    weights = {v.id: 1 if named or v.umbrella else _NAMES_A_TRACK for v in verdicts}
    weights |= {finding.id: _weight(rulebook, finding) for finding in others}
    waiting: dict[tuple[str, str | None], list[str]] = {}
    questions: dict[tuple[str, str | None], OpenQuestion] = {}
    for finding, question in _asked([*verdicts, *others]):
        place = (question.question, question.item)
        questions.setdefault(place, question)
        waiting.setdefault(place, []).append(finding.id)
    return sorted(
        (_with(questions[place], names, weights) for place, names in waiting.items()),
        key=lambda q: (-q.weight, not _is_core(rulebook, q.question), -sum(weights[n] for n in q.waiting)),
    )


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


def _weight(rulebook: Rulebook, finding: FindingResult) -> int:
    found = rulebook.findings[finding.id]
    return _STOP if found.kind is Kind.STOP else found.weight or 1


def _is_core(rulebook: Rulebook, question: str) -> bool:
    return question in rulebook.questions.initiative and rulebook.questions.initiative[question].core


def _asked(findings: Sequence[FindingResult]) -> Iterator[tuple[FindingResult, OpenQuestion]]:
    """What can be asked now: not what does not matter, or not before something else is known."""
    for finding in findings:
        for question in finding.open:
            if question.matters:
                yield finding, question


def _with(question: OpenQuestion, names: list[str], weights: dict[str, int]) -> OpenQuestion:
    """A question with what waits for it, the weightiest first."""
    waiting = sorted(dict.fromkeys(names), key=lambda name: -weights[name])
    return question.model_copy(update={"waiting": waiting, "weight": weights[waiting[0]]})

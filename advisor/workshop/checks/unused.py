"""What stands in a rulebook in vain: questions not read, findings and sources not used, verdicts without a track."""

import re
from collections.abc import Iterator

from advisor.logic.conditions import findings_used, questions_used
from advisor.messages import checks as messages
from advisor.messages.skeletons import TO_WRITE
from advisor.model.finding import Finding, Kind
from advisor.model.question import AnswerType, Question
from advisor.text import quoted
from advisor.workshop.checks.desk import Desk, named
from advisor.workshop.checks.notes import Note

_PLACEHOLDER = re.compile(r"\{[^{}.]*\.([^{}]*)\}")


def not_built_on(desk: Desk) -> Iterator[Note]:
    """The premises on which nothing builds, and the criteria of schools whose verdicts do not need them."""
    for finding in desk.findings:
        if finding.kind is Kind.PREMISE or (finding.kind is Kind.CRITERION and _has_verdicts(finding, desk)):
            used = desk.links.built_on_by(finding) or desk.links.goes_with(finding) or _opens_a_theme(finding, desk)
            if not used:
                message = messages.NOTHING_BUILDS_ON.format(finding=named(finding), kind=finding.kind)
                yield Note(finding.place, "W11", message, finding.id)


def _has_verdicts(finding: Finding, desk: Desk) -> bool:
    return bool(desk.rulebook.of_kind(finding.home, Kind.VERDICT))


def _opens_a_theme(finding: Finding, desk: Desk) -> bool:
    """Whether the advice of a theme waits for it."""
    gates = (home.applies_when for home in desk.rulebook.homes.values())
    return any(gate is not None and finding.id in findings_used(gate) for gate in gates)


def not_read(desk: Desk) -> Iterator[Note]:
    """The questions whose answers no rule reads. What is asked in words, no rule can read."""
    read = {q for question in desk.rulebook.questions.all() for q in _asked_by(question)}
    read |= {question for finding in desk.findings for question in desk.links.asks(finding)}
    read |= {question for finding in desk.findings for question in _named_in_texts(finding)}
    for question in desk.rulebook.questions.all():
        if question.type is not AnswerType.TEXT and question.id not in read:
            message = messages.NO_RULE_READS.format(question=quoted(question.id))
            yield Note(question.place, "W12", message, question.id)


def _asked_by(question: Question) -> frozenset[str]:
    return frozenset() if question.ask_when is None else questions_used(question.ask_when)


def _named_in_texts(finding: Finding) -> Iterator[str]:
    """The questions whose answers stand in the texts of a finding that is made for each item."""
    for text in (text for wording in finding.texts for text in wording.values()):
        for match in _PLACEHOLDER.finditer(text):
            yield f"{finding.for_each}.{match[1]}"


def not_written(desk: Desk) -> Iterator[Note]:
    """The words that hold the place of others since a skeleton was put there."""
    before, after = TO_WRITE.split("{what}")
    for place, text in desk.written.texts():
        if text.startswith(before):
            yield Note(place, "W15", messages.STILL_TO_WRITE.format(what=text.removeprefix(before).removesuffix(after)))


def without_track(desk: Desk) -> Iterator[Note]:
    """The verdicts that name no track."""
    for finding in desk.findings:
        if finding.kind is Kind.VERDICT and not finding.tracks:
            yield Note(finding.place, "W16", messages.NAMES_NO_TRACK.format(finding=named(finding)), finding.id)


def not_cited(desk: Desk) -> Iterator[Note]:
    """The sources that nothing cites."""
    cited = {finding.source.ref for finding in desk.findings if finding.source is not None}
    cited |= {citation.ref for term in desk.rulebook.glossary.terms.values() for citation in term.source}
    cited |= set(desk.written.cited())
    for source in desk.rulebook.sources:
        if source not in cited:
            yield Note(desk.written.source(source), "W13", messages.NOTHING_CITES.format(source=quoted(source)))

"""Outcomes told: what was expected, what came, and why."""

from collections.abc import Iterable, Iterator

from advisor.engine.run import Engine
from advisor.explain.words import status_word
from advisor.logic.conditions import Status
from advisor.messages import cases as messages
from advisor.model.entry import BASE_LANGUAGE
from advisor.model.finding import Finding
from advisor.report.assessment import FindingResult, ProofStep
from advisor.report.results import Results
from advisor.rulebook.rulebook import Rulebook
from advisor.text import both
from advisor.workshop.cases.case import Case, ExpectedFilling, ExpectedHeadline, ExpectedStatus
from advisor.workshop.cases.result import CaseResult, MissResult
from advisor.workshop.cases.run import Miss, Outcome, headline_of


def told(failed: Iterable[Outcome], rulebook: Rulebook) -> list[CaseResult]:
    """Cases that came out otherwise than expected, with the reasons."""
    engine = Engine(rulebook)
    return [_case(outcome, Results(engine, outcome.case.initiative, BASE_LANGUAGE)) for outcome in failed]


def _case(outcome: Outcome, results: Results) -> CaseResult:
    case = outcome.case
    misses = [_miss(miss, outcome, results) for miss in outcome.misses]
    return CaseResult(case=case.name, file=case.place.file, line=case.place.line, misses=misses)


def _miss(miss: Miss, outcome: Outcome, results: Results) -> MissResult:
    case = outcome.case
    match miss.expected:
        case ExpectedStatus() as expected:
            return _status(expected, miss, case, results)
        case ExpectedHeadline(place=place, part=part, tracks=tracks, agreement=agreement):
            headline = headline_of(outcome.reference, part)
            return MissResult(
                what=_in_part(messages.HEADLINE, part, case),
                finding=None,
                part=part or None,
                item=None,
                file=place.file,
                line=place.line,
                expected=_headline((tracks, agreement)),
                came=_headline(miss.came),
                says=headline and headline.says,
                why=[],
                rule=None,
            )
        case ExpectedFilling(place=place, finding=name, item=item, people=people):
            finding = results.rulebook.findings[name]
            return MissResult(
                what=messages.FILLS_IT.format(finding=_of_item(name, item)),
                finding=name,
                part=None,
                item=item,
                file=place.file,
                line=place.line,
                expected=_people(people),
                came=_people(miss.came),
                says=None,
                why=[],
                rule=_place(finding),
            )


def _status(expected: ExpectedStatus, miss: Miss, case: Case, results: Results) -> MissResult:
    finding = results.rulebook.findings[expected.finding]
    view = case.initiative.view(expected.part)
    item = next((item for item in results.items(finding, view) if item is None or item.id == expected.item), None)
    result = results.finding(finding, view, item)
    assert isinstance(miss.came, Status)  # noqa: S101 -- what a status is held against
    return MissResult(
        what=_in_part(_of_item(finding.id, expected.item), expected.part, case),
        finding=finding.id,
        part=expected.part or None,
        item=expected.item,
        file=expected.place.file,
        line=expected.place.line,
        expected=status_word(finding.kind, expected.status),
        came=status_word(finding.kind, miss.came),
        says=result.says,
        why=list(dict.fromkeys(_why(result))),
        rule=_place(finding),
    )


def _of_item(finding: str, item: str | None) -> str:
    return finding if item is None else messages.OF_ITEM.format(finding=finding, item=item)


def _in_part(what: str, part: str, case: Case) -> str:
    return messages.IN_PART.format(what=what, part=case.initiative.view(part).name) if part else what


def _place(finding: Finding) -> str:
    return f"{finding.place.file}:{finding.place.line}"


def _why(result: FindingResult) -> Iterator[str]:
    """The answers that decide a finding; where it is open, those that are missing."""
    for proof in (result.proof, result.contrary):
        if proof is not None:
            yield from (step.says for step in _leaves(proof.steps))
    yield from (question.says for question in result.open)


def _leaves(steps: Iterable[ProofStep]) -> Iterator[ProofStep]:
    for step in steps:
        if step.steps:
            yield from _leaves(step.steps)
        else:
            yield step


def _headline(came: object) -> str:
    assert isinstance(came, tuple)  # noqa: S101 -- what a headline is held against
    tracks, agreement = came
    named = both(f"Track {track}" for track in tracks) if tracks else messages.NO_TRACK
    return messages.AGREEMENT_ON.format(agreement=agreement, tracks=named)


def _people(came: object) -> str:
    assert isinstance(came, frozenset)  # noqa: S101 -- what a filling is held against
    return both(f"{person} ({fills})" for person, fills in sorted(came)) or messages.NOBODY

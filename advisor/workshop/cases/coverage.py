"""Coverage: which rules no case and no example shows at work, and which it never shows at rest."""

from collections.abc import Iterable, Iterator, Sequence

from advisor.explain.conditions import Conditions
from advisor.initiative.initiative import Initiative
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.model.entry import BASE_LANGUAGE
from advisor.model.finding import Finding
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.cases.case import ExpectedStatus
from advisor.workshop.cases.result import CoverageResult, UnseenResult
from advisor.workshop.cases.run import Outcome

_BOTH = frozenset((Status.MET, Status.NOT_MET))


def coverage(rulebook: Rulebook, outcomes: Sequence[Outcome], examples: Sequence[Initiative]) -> CoverageResult:
    """Looks how each finding settles in all cases and examples, their parts and their items.

    What a case expects has been looked at already, and shows most; the rest is looked for only until it is seen.
    """
    seen: dict[str, set[Status]] = {name: set() for name in rulebook.findings}
    for name, status in _expected(outcomes):
        seen[name].add(status)
    unseen = {name for name, found in seen.items() if not found >= _BOTH}
    for reference in _references(rulebook, outcomes, examples):
        for name in sorted(unseen):
            places = reference.places(rulebook.findings[name])
            seen[name].update(STATUS_OF[reference.judge(name, *place)] for place in places)
        unseen = {name for name in unseen if not seen[name] >= _BOTH}
    in_files = [rulebook.findings[name] for home in rulebook.homes.values() for name in home.findings]
    return CoverageResult(
        findings=len(in_files),
        examples=len(examples),
        never_met=_told((f for f in in_files if Status.MET not in seen[f.id]), rulebook),
        never_unmet=_told((f for f in in_files if Status.NOT_MET not in seen[f.id]), rulebook),
    )


def _expected(outcomes: Iterable[Outcome]) -> Iterator[tuple[str, Status]]:
    """How the findings have settled of which a case expects something."""
    for outcome in outcomes:
        for expected, came in zip(outcome.case.expected, outcome.came, strict=True):
            if isinstance(expected, ExpectedStatus) and isinstance(came, Status):
                yield expected.finding, came


def _references(rulebook: Rulebook, outcomes: Iterable[Outcome], examples: Iterable[Initiative]) -> Iterator[Reference]:
    yield from (outcome.reference for outcome in outcomes)
    yield from (Reference(rulebook, example) for example in examples)


def _told(findings: Iterable[Finding], rulebook: Rulebook) -> list[UnseenResult]:
    conditions = Conditions(rulebook, BASE_LANGUAGE)
    return [
        UnseenResult(id=f.id, says=conditions.text(f, f.statement), file=f.place.file, line=f.place.line)
        for f in findings
    ]

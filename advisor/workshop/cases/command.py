"""`advisor rules test`: from files of cases to what is told of them."""

from collections.abc import Sequence
from pathlib import Path

from advisor.initiative.examples import read_examples
from advisor.rulebook.bundled import cases_of
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.cases.below import Below, read_below
from advisor.workshop.cases.coverage import coverage
from advisor.workshop.cases.reader import Unreadable, read_cases
from advisor.workshop.cases.result import BelowResult, CaseResult, CoverageResult, LeftOutResult, RunResult
from advisor.workshop.cases.run import Outcome, outcomes


def run_cases(folder: Path, paths: Sequence[Path] = (), *, with_coverage: bool = False) -> RunResult:
    """Holds cases against the rules of a folder.

    Args:
        folder: of the rulebook.
        paths: files of cases; those of the rulebook and of all that it builds on if none are given.
        with_coverage: whether to look for rules that no case and no example shows.

    Raises:
        AdvisorError: the rulebook or a file of cases cannot be read.
    """
    rulebook = load_rulebook(folder)
    own = list(outcomes(rulebook, read_cases(paths or cases_of(folder), folder, rulebook)))
    below = None if paths or len(rulebook.layers) == 1 else read_below(rulebook)
    others = [] if below is None else list(outcomes(rulebook, below.cases))
    seen: CoverageResult | None = None
    if with_coverage:
        seen = coverage(rulebook, [*own, *others], [example for _, example in read_examples(rulebook)])
    return RunResult(
        cases=len(own),
        expectations=_expectations(own),
        failed=_failed(own, rulebook),
        below=None if below is None else _below(below, others, rulebook),
        coverage=seen,
    )


def _below(below: Below, came: Sequence[Outcome], rulebook: Rulebook) -> BelowResult:
    return BelowResult(
        cases=len(came),
        expectations=_expectations(came),
        failed=_failed(came, rulebook),
        left_out=[_left_out(case) for case in below.left_out],
        switched_off=below.switched_off,
    )


def _expectations(came: Sequence[Outcome]) -> int:
    return sum(len(outcome.case.expected) for outcome in came)


def _failed(came: Sequence[Outcome], rulebook: Rulebook) -> list[CaseResult]:
    failed = [outcome for outcome in came if outcome.misses]
    if not failed:
        return []
    # Only proofs need the engine, which takes time to load.
    from advisor.workshop.cases.told import told

    return told(failed, rulebook)


def _left_out(case: Unreadable) -> LeftOutResult:
    why = [fault.message for fault in case.why]
    return LeftOutResult(case=case.name, file=case.place.file, line=case.place.line, why=why)

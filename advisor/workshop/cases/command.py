"""`advisor rules test`: from files of cases to what is told of them."""

from collections.abc import Sequence
from pathlib import Path

from advisor.initiative.examples import read_examples
from advisor.rulebook.bundled import cases_of
from advisor.rulebook.loader import load_rulebook
from advisor.workshop.cases.below import Below, read_below
from advisor.workshop.cases.case import Case
from advisor.workshop.cases.coverage import coverage
from advisor.workshop.cases.reader import Unreadable, read_cases
from advisor.workshop.cases.result import BelowResult, CaseResult, CoverageResult, LeftOutResult, RunResult
from advisor.workshop.cases.run import Trial
from advisor.workshop.cases.told import coverage_told, told


def run_cases(folder: Path, paths: Sequence[Path] = (), *, with_coverage: bool = False) -> RunResult:
    """Holds cases against the rules of a folder.

    Args:
        folder: of the rulebook.
        paths: files of cases; those of the rulebook and of all that it builds on if none are given.
        with_coverage: whether to look for rules that no case and no example shows.

    Raises:
        AdvisorError: the rulebook or a file of cases cannot be read.
    """
    trial = Trial(load_rulebook(folder))
    cases = read_cases(paths or cases_of(folder), folder, trial.rulebook)
    below = None if paths or len(trial.rulebook.layers) == 1 else read_below(trial.rulebook)
    seen: CoverageResult | None = None
    if with_coverage:
        examples = [example for _, example in read_examples(trial.rulebook)]
        held = [*cases, *(below.cases if below else ())]
        shown = coverage(trial.engine, [*(case.initiative for case in held), *examples])
        seen = coverage_told(shown, len(examples), trial.rulebook)
    return RunResult(
        cases=len(cases),
        expectations=_expectations(cases),
        failed=_failed(cases, trial),
        below=None if below is None else _below(below, trial),
        coverage=seen,
    )


def _below(below: Below, trial: Trial) -> BelowResult:
    return BelowResult(
        cases=len(below.cases),
        expectations=_expectations(below.cases),
        failed=_failed(below.cases, trial),
        left_out=[_left_out(case) for case in below.left_out],
        switched_off=below.switched_off,
    )


def _failed(cases: Sequence[Case], trial: Trial) -> list[CaseResult]:
    return [told(outcome, trial) for outcome in trial.outcomes(cases) if outcome.misses]


def _expectations(cases: Sequence[Case]) -> int:
    return sum(len(case.expected) for case in cases)


def _left_out(case: Unreadable) -> LeftOutResult:
    why = [fault.message for fault in case.why]
    return LeftOutResult(case=case.name, file=case.place.file, line=case.place.line, why=why)

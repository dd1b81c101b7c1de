"""`advisor rules test`: from files of cases to what is told of them."""

from collections.abc import Sequence
from pathlib import Path

from advisor.initiative.examples import read_examples
from advisor.rulebook.bundled import cases_of
from advisor.rulebook.loader import load_rulebook
from advisor.workshop.cases.coverage import coverage
from advisor.workshop.cases.reader import read_cases
from advisor.workshop.cases.result import CoverageResult, RunResult
from advisor.workshop.cases.run import Trial
from advisor.workshop.cases.told import coverage_told, told


def run_cases(folder: Path, paths: Sequence[Path] = (), *, with_coverage: bool = False) -> RunResult:
    """Holds cases against the rules of a folder.

    Args:
        folder: of the rulebook.
        paths: files of cases; those of the rulebook if none are given.
        with_coverage: whether to look for rules that no case and no example shows.

    Raises:
        AdvisorError: the rulebook or a file of cases cannot be read.
    """
    trial = Trial(load_rulebook(folder))
    cases = read_cases(paths or cases_of(folder), folder, trial.rulebook)
    failed = [told(outcome, trial) for outcome in trial.outcomes(cases) if outcome.misses]
    seen: CoverageResult | None = None
    if with_coverage:
        examples = [example for _, example in read_examples(trial.rulebook)]
        shown = coverage(trial.engine, [*(case.initiative for case in cases), *examples])
        seen = coverage_told(shown, len(examples), trial.rulebook)
    return RunResult(
        cases=len(cases),
        expectations=sum(len(case.expected) for case in cases),
        failed=failed,
        coverage=seen,
    )

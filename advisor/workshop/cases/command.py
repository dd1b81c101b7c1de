"""`advisor rules test`: from files of cases to what is told of them."""

from collections.abc import Sequence
from pathlib import Path

from advisor.initiative.examples import read_examples
from advisor.rulebook.bundled import cases_of
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.cases.coverage import coverage
from advisor.workshop.cases.reader import read_cases
from advisor.workshop.cases.result import CaseResult, CoverageResult, RunResult
from advisor.workshop.cases.run import Outcome, outcomes


def run_cases(folder: Path, paths: Sequence[Path] = (), *, with_coverage: bool = False) -> RunResult:
    """Holds cases against the rules of a folder.

    Args:
        folder: of the rulebook.
        paths: files of cases; those of the rulebook if none are given.
        with_coverage: whether to look for rules that no case and no example shows.

    Raises:
        AdvisorError: the rulebook or a file of cases cannot be read.
    """
    rulebook = load_rulebook(folder)
    cases = read_cases(paths or cases_of(folder), folder, rulebook)
    came = list(outcomes(rulebook, cases))
    failed = [outcome for outcome in came if outcome.misses]
    seen: CoverageResult | None = None
    if with_coverage:
        seen = coverage(rulebook, came, [example for _, example in read_examples(rulebook)])
    return RunResult(
        cases=len(cases),
        expectations=sum(len(case.expected) for case in cases),
        failed=_told(failed, rulebook) if failed else [],
        coverage=seen,
    )


def _told(failed: Sequence[Outcome], rulebook: Rulebook) -> list[CaseResult]:
    # Only proofs need the engine, which takes time to load.
    from advisor.workshop.cases.told import told

    return told(failed, rulebook)

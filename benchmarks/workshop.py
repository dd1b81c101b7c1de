"""How long the tools take that hold the bundled rules against cases, and against a changed copy of themselves."""

import shutil
import statistics
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import timed

from advisor.rulebook.bundled import bundled_rules
from advisor.workshop.cases.command import run_cases
from advisor.workshop.diff.command import compared

ROUNDS = 7
BEFORE, AFTER = "all: [{finding: unofficial}", "any: [{finding: unofficial}"
"""A change that many initiatives notice."""


def time_workshop() -> None:
    """Times `rules test`, with coverage too, and `rules diff` over the examples and over all initiatives."""
    rules = bundled_rules()
    tests = rules.parent / "tests"
    folders = (rules / "examples", tests / "initiatives", tests / "composed")
    every = [path for folder in folders for path in folder.glob("*.yaml")]
    with TemporaryDirectory() as folder:
        changed = _changed(rules, Path(folder) / "rules")
        old, new = str(rules), str(changed)
        _tell("rules test", lambda: run_cases(rules, []))
        _tell("rules test --coverage", lambda: run_cases(rules, [], with_coverage=True))
        _tell("rules diff, the examples", lambda: compared(old, new, rules))
        _tell(f"rules diff, {len(every)} initiatives", lambda: compared(old, new, rules, every))


def _changed(rules: Path, copy: Path) -> Path:
    shutil.copytree(rules, copy)
    school = copy / "schools" / "1-montville.yaml"
    school.write_text(school.read_text().replace(BEFORE, AFTER))
    return copy


def _tell(name: str, work: Callable[[], object]) -> None:
    times = [timed(work)[1] for _ in range(ROUNDS)]
    print(f"{name}: {statistics.median(times):.0f} ms ({min(times):.0f} to {max(times):.0f})")


if __name__ == "__main__":
    time_workshop()

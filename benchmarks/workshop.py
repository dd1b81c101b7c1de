"""How long a person waits for the tools that hold the bundled rules against cases, and against a changed copy."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import print_title
from processes import REPEATS, print_process, with_bytecode

from advisor.rulebook.bundled import bundled_rules

BEFORE, AFTER = "all: [{finding: unofficial}", "any: [{finding: unofficial}"
"""A change that many initiatives notice."""


def time_workshop() -> None:
    """Times `rules test`, with coverage too, and `rules diff` over the examples and over all initiatives."""
    print_title(f"The workshop, each command as a process, {REPEATS} times after a first that does not count")
    rules = bundled_rules()
    tests = rules.parent / "tests"
    folders = (rules / "examples", tests / "initiatives", tests / "composed")
    every = [str(path) for folder in folders for path in folder.glob("*.yaml")]
    with TemporaryDirectory() as folder, with_bytecode() as environment:
        diff = ("diff", "bundled", str(_changed(rules, Path(folder) / "rules")))
        for what, call in {
            "rules check --quick": ("check", "--quick"),
            "rules test": ("test",),
            "rules test --coverage": ("test", "--coverage"),
            "rules diff": diff,
            f"rules diff --on {len(every)}": (*diff, "--on", *every),
        }.items():
            print_process(what, ["-m", "advisor", "rules", *call], environment)


def _changed(rules: Path, copy: Path) -> Path:
    shutil.copytree(rules, copy)
    school = copy / "schools" / "1-montville.yaml"
    school.write_text(school.read_text().replace(BEFORE, AFTER))
    return copy


if __name__ == "__main__":
    time_workshop()

"""How long it takes to decide what follows from all answers, for the bundled rules."""

from collections.abc import Callable, Iterator
from functools import partial

from measuring import print_milliseconds, print_title, timed

from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.solver.possible import Possible
from advisor.workshop.checks.check import CHECKS, check
from advisor.workshop.checks.desk import Desk
from advisor.workshop.checks.notes import Note

REPEATS = 5


def time_checking() -> None:
    """All checks, and each by itself."""
    folder = bundled_rules()
    rulebook = load_rulebook(folder)
    possible = Possible(rulebook)
    for finding in rulebook.findings.values():
        possible.finding(finding)
    size = f"{len(rulebook.findings)} findings, {possible.circuit.size} formulas"
    print_title(f"advisor rules check, beyond faults: {size}, {REPEATS} times")
    print_milliseconds("load, and look for faults", [_took(lambda: load_rulebook(folder, thoroughly=True))])
    print_milliseconds("all checks", [_took(lambda: check(rulebook)) for _ in range(REPEATS)])
    desk = Desk(rulebook)
    for one in CHECKS:
        print_milliseconds(one.__name__.replace("_", " "), [_took(partial(_listed, one, desk))])


def _listed(one: Callable[[Desk], Iterator[Note]], desk: Desk) -> list[Note]:
    return list(one(desk))


def _took(work: Callable[[], object]) -> float:
    return timed(work)[1]

"""The command that sets two initiatives, or two versions of one, side by side: `advisor compare A B`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.calls import existing, rulebook_of
from advisor.cli.parsing import DONE, command, tell
from advisor.errors import AdvisorError, Fault

if TYPE_CHECKING:
    from advisor.cli.parsing import Commands
    from advisor.initiative.initiative import Initiative


def add_command(commands: "Commands") -> None:
    """Adds it."""
    about = "set two initiatives, or two versions of one, side by side"
    compare = command(commands, "compare", _compare, about, translated=True)
    compare.add_argument("first", type=Path, metavar="FIRST", help="an initiative file; of two versions the earlier")
    compare.add_argument("second", type=Path, metavar="SECOND", help="another, or a later version of it")
    compare.add_argument("--json", action="store_true", help="for programs; schema in rules/schema/comparison.json")


def _compare(call: argparse.Namespace) -> int:
    from advisor.comparison.compare import compared
    from advisor.comparison.forms import FORMS
    from advisor.initiative.reader import read_initiative

    rulebook = rulebook_of(call)
    read: list[Initiative] = []
    faults: list[Fault] = []
    for path in (call.first, call.second):
        try:
            read.append(read_initiative(existing(path), rulebook.questions))
        except AdvisorError as error:
            # What is wrong with both files is told at once.
            faults += error.faults
    if faults:
        return tell(faults)
    told = compared(rulebook, read[0], read[1], (str(call.first), str(call.second)), call.language)
    print(FORMS["json" if call.json else "text"].written(told), end="")
    return DONE

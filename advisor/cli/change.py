"""`advisor change`: what would bring a conclusion where it is not."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.calls import existing, rulebook_of
from advisor.cli.parsing import DONE, command, hint_at
from advisor.messages import change as messages

if TYPE_CHECKING:
    from advisor.cli.parsing import Commands

_FEW = 3
"""So many changes of a sort are told, unless all are asked for."""


def add_command(commands: "Commands") -> None:
    """Adds the command."""
    change = command(commands, "change", _change, messages.ABOUT, translated=True)
    change.add_argument("file", type=Path, metavar="FILE", help="an initiative file")
    change.add_argument("finding", nargs="?", metavar="ID", help=messages.WHICH)
    change.add_argument("--part", metavar="PART", default="", help="in one phase or strand of the initiative")
    change.add_argument("--item", metavar="ITEM", help="for findings made for each side, mediator and so on")
    change.add_argument("--all", action="store_true", help=messages.ALL)
    change.add_argument("--json", action="store_true", help="for programs: one JSON object")


def _change(call: argparse.Namespace) -> int:
    from advisor.initiative.reader import read_initiative
    from advisor.report.change.outlook import Outlooks
    from advisor.report.change.plain import as_text
    from advisor.report.forms import as_json
    from advisor.report.meant import check_part, elsewhere, meant

    rulebook = rulebook_of(call)
    initiative = read_initiative(existing(call.file), rulebook.questions)
    outlooks = Outlooks(rulebook, initiative, call.language)
    if call.finding is None:
        check_part(initiative, call.part)
        told = outlooks.of_the_headline(call.part)
    else:
        about = meant(rulebook, initiative, call.finding, call.part, call.item)
        told = outlooks.report(about)
        hint_at(elsewhere(rulebook, initiative, about))
    print(as_json(told) if call.json else as_text(told, initiative, None if call.all else _FEW), end="")
    return DONE

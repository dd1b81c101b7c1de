"""How calls are read: commands with their options, and what a wrong call is told."""

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

from advisor.calls import ENGLISH
from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import calls as messages
from advisor.text import either, visible

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]  # noqa: SLF001 -- there is no other name for it

AUDIENCES = ("team", "funder", "public")
DONE, NO, WRONG = 0, 1, 2
"""What the program leaves with."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a call the way the rest of the program does."""

    def error(self, message: str) -> NoReturn:
        """Leaves with a fault."""
        said = f"{message[0].upper()}{message[1:]}. Try {self.prog} --help."
        raise AdvisorError([Fault(Place("advisor"), "C02", said)])


def command(commands: "Commands", name: str, run: object, about: str, *, translated: bool = False) -> Parser:
    """Adds a command; `--rules` goes with all of them."""
    added = commands.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.", allow_abbrev=False)
    added.add_argument("--rules", metavar="DIR", default=argparse.SUPPRESS, help=messages.ANOTHER_RULEBOOK)
    if translated:
        added.add_argument("--language", default=ENGLISH, metavar="CODE", help=messages.ANOTHER_LANGUAGE)
    added.set_defaults(run=run)
    return added


def tell(faults: Iterable[Fault]) -> int:
    """Says what is wrong, a line each, and what to leave with."""
    for fault in faults:
        print(visible(str(fault)), file=sys.stderr)
    return WRONG


def hint_at(options: Iterable[str]) -> None:
    """Says where else a finding is so, by the options that lead there."""
    if told := either(options):
        print(visible(messages.SO_ELSEWHERE.format(options=told)), file=sys.stderr)

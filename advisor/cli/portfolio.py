"""The command that sets many initiatives side by side: `advisor portfolio DIR`."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.calls import rulebook_of, rules_of
from advisor.cli.parsing import DONE, command, tell
from advisor.cli.progress import with_progress
from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import portfolio as messages
from advisor.text import quoted, visible

if TYPE_CHECKING:
    from advisor.cli.parsing import Commands
    from advisor.portfolio.row import Outcome, Row


def add_command(commands: "Commands") -> None:
    """Adds it."""
    about = "set all initiatives of a folder side by side"
    portfolio = command(commands, "portfolio", _portfolio, about, translated=True)
    portfolio.add_argument("folder", type=Path, metavar="DIR", help="a folder with initiative files, at any depth")
    portfolio.add_argument("--csv", action="store_true", help="for spreadsheets")
    portfolio.add_argument("--json", action="store_true", help="for programs: one JSON object a line")
    portfolio.add_argument("--sort", metavar="COLUMN", help="by a column of the CSV, such as stops; numbers downwards")
    portfolio.add_argument("--today", metavar="DATE", help="the day from which the next wave is looked for")


def _portfolio(call: argparse.Namespace) -> int:
    from advisor.portfolio.columns import column_of, columns, ordered
    from advisor.portfolio.files import find_files
    from advisor.portfolio.forms import FORMS
    from advisor.portfolio.spread import Spread, schools
    from advisor.portfolio.stream import outcomes
    from advisor.portfolio.work import Terms

    rulebook, terms = rulebook_of(call), Terms(rules_of(call), _today(call.today), call.language)
    if not call.folder.is_dir():
        raise AdvisorError([Fault(Place(str(call.folder)), "C01", messages.NO_SUCH_FOLDER)])
    there = columns(rulebook, call.language)
    sort = None if call.sort is None else column_of(call.sort, there)
    files, faults = find_files(call.folder)
    tally = _Tally(tell(faults) if faults else DONE)
    judged = with_progress(outcomes(files, terms, rulebook), len(files), messages.JUDGING, prints=sort is None)
    rows: Iterable[Row] = tally.rows(judged)
    if sort is not None:
        rows = ordered(rows, sort)
    form = FORMS["csv" if call.csv else "json" if call.json else "text"](there)
    spread = Spread(schools(rulebook, call.language))
    print(form.head(), end="")
    for row in rows:
        spread.add(row)
        print(form.row(row), end="")
    print(form.foot(spread), end="", flush=True)
    print(messages.COUNTED.format(rows=spread.rows, faulty=tally.faulty, passed=tally.passed), file=sys.stderr)
    return tally.code


class _Tally:
    """Tells of the files that give no row, and counts them."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.faulty = 0
        self.passed = 0

    def rows(self, outcomes: "Iterable[Outcome]") -> "Iterator[Row]":
        """The rows; of all other files it is told what they are."""
        for outcome in outcomes:
            if outcome.row is not None:
                yield outcome.row
            elif outcome.faults:
                self.faulty += 1
                self.code = tell(outcome.faults)
            else:
                self.passed += 1
                print(visible(messages.PASSED_OVER.format(file=outcome.file)), file=sys.stderr)


def _today(typed: str | None) -> str:
    """A day; that of the clock if none was typed."""
    if typed is None:
        return date.today().isoformat()  # noqa: DTZ011 -- the day where the person is
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError as error:
        message = messages.NO_DATE.format(date=quoted(typed))
        raise AdvisorError([Fault(Place("advisor"), "C02", message)]) from error

"""The forms in which a portfolio can be had: a table to read, CSV for spreadsheets, lines of JSON for programs."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Protocol

from rich.cells import set_cell_size

from advisor.messages import portfolio as messages
from advisor.model.finding import TRACKS
from advisor.portfolio.columns import Column, Value
from advisor.portfolio.row import Row
from advisor.portfolio.spread import Spread
from advisor.text import visible

_WIDTHS = {
    "name": 26,
    "tracks": 11,
    "agreement": 9,
    "team_gaps": 4,
    "language_gaps": 5,
    "stops": 5,
    "open": 4,
    "next_wave": 9,
}
"""So many columns of a terminal each takes; with the gaps between them, eighty at most."""
_SCHOOL, _CELL = 25, 10
_STEERING = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins a formula in a spreadsheet, also as the wide letters of East Asian keyboards."""


class Form(Protocol):
    """A form; every text ends with the end of a line."""

    def head(self) -> str:
        """What stands before the rows."""

    def row(self, row: Row) -> str:
        """A row."""

    def foot(self, spread: Spread) -> str:
        """What stands below the rows."""


class Table:
    """To be read; what takes too much room is cut."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = [column for column in columns if column.id in _WIDTHS]

    def head(self) -> str:
        """The titles."""
        return _line(_fitted(column.title, _WIDTHS[column.id]) for column in self.columns)

    def row(self, row: Row) -> str:
        """A line for an initiative."""
        return _line(self._cell(column, row) for column in self.columns)

    def foot(self, spread: Spread) -> str:
        """What the titles mean; then the schools and the tracks."""
        if not spread.rows:
            return f"{messages.NONE_FOUND}\n"
        return f"\n{messages.LEGEND}\n\n{''.join(_spread(spread))}"

    def _cell(self, column: Column, row: Row) -> str:
        value, width = column.value(row), _WIDTHS[column.id]
        if column.id == "next_wave" and not value and row.undated_waves:
            value = messages.DATE_UNKNOWN
        return f"{value:>{width}}" if isinstance(value, int) or value == messages.NOT_KNOWN else _fitted(value, width)


class Csv:
    """For spreadsheets: text in quotes, numbers without, and nothing that a spreadsheet would take for a formula."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns

    def head(self) -> str:
        """The ids of the columns."""
        return _csv([column.id for column in self.columns])

    def row(self, row: Row) -> str:
        """A line for an initiative."""
        return _csv([column.value(row) for column in self.columns])

    def foot(self, spread: Spread) -> str:  # noqa: ARG002 -- a spreadsheet counts for itself
        """Nothing."""
        return ""


class Json:
    """One object a line."""

    def __init__(self, columns: Sequence[Column]) -> None:
        """Takes the columns as the other forms do; what it tells is more than they hold."""

    def head(self) -> str:
        """Nothing."""
        return ""

    def row(self, row: Row) -> str:
        """An object for an initiative."""
        told = asdict(row)
        told["headline"] = told.pop("says")
        told["next_wave"] = row.next_wave or None
        told["schools"] = {one.pop("school"): one for one in told["schools"]}
        return f"{_escaped(json.dumps(told, ensure_ascii=False))}\n"

    def foot(self, spread: Spread) -> str:  # noqa: ARG002 -- programs count for themselves
        """Nothing."""
        return ""


FORMS: Mapping[str, Callable[[Sequence[Column]], Form]] = {"text": Table, "csv": Csv, "json": Json}
"""What writes each form, by a name that does not change."""


def _spread(spread: Spread) -> Iterator[str]:
    yield f"{messages.SPREAD}\n\n"
    yield _line((_fitted("", _SCHOOL), *(_fitted(track, _CELL) for track in (*TRACKS, messages.NO_TRACK))))
    for school, cells in spread.lines():
        yield _line((_fitted(school, _SCHOOL), *(_fitted(cell, _CELL) for cell in cells)))
    yield f"\n{messages.SPREAD_LEGEND}\n"


def _line(cells: Iterator[str] | Sequence[str]) -> str:
    return f"{' '.join(cells).rstrip()}\n"


def _fitted(text: str, width: int) -> str:
    """Text as wide as it has to be, on one line."""
    shown = " ".join(visible(text).split())
    fitted = set_cell_size(shown, width)
    return fitted if fitted.rstrip() == shown else f"{set_cell_size(shown, width - 1).rstrip()}…".ljust(width)


def _csv(values: Sequence[Value]) -> str:
    line = io.StringIO()
    # In quotes, no sign in a text begins a cell of its own, whichever sign a spreadsheet takes for the end of a cell.
    csv.writer(line, quoting=csv.QUOTE_NONNUMERIC).writerow([_harmless(value) for value in values])
    return line.getvalue()


def _harmless(value: Value) -> Value:
    """A cell that no spreadsheet takes for a formula; a quote before it has it read as text."""
    if isinstance(value, int):
        return value
    shown = visible(value).replace("\n", " ")
    return f"'{shown}" if value.lstrip(" ").startswith(_STEERING) else shown


def _escaped(line: str) -> str:
    """JSON in which what could steer a terminal is written as its code, which programs read as the sign itself."""
    if visible(line) == line:
        return line
    return "".join(c if visible(c) == c else f"\\u{ord(c):04x}" for c in line)

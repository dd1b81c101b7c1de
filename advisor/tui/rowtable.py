"""The table of many initiatives: a line for each, which can be searched and put in order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from advisor.messages import portfolio as told
from advisor.messages.screens import portfolio as messages
from advisor.portfolio.columns import Column, ordered
from advisor.portfolio.row import Row
from advisor.tui.shown import shown_by_rich

_FIRST = ("name", "tracks", "agreement", "stops", "team_gaps", "language_gaps", "open", "next_wave")
"""What matters most stands where no one has to scroll."""
_ELSEWHERE = ("headline", "file")
"""The one is too long for a column, and stands below the table; the other stands last, without the folder."""
_NAME = 28


class RowTable(DataTable[Text]):
    """The rows that have come so far; those in which the words stand that are looked for."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select_cursor", show=False, tooltip=messages.OPEN_TIP)]

    def __init__(self, columns: Sequence[Column], folder: Path) -> None:
        super().__init__(cursor_type="row", fixed_columns=1, zebra_stripes=True)
        by_id = {column.id: column for column in columns}
        schools = [column for column in columns if column.id not in (*_FIRST, *_ELSEWHERE)]
        file = replace(by_id["file"], value=lambda row: str(Path(row.file).relative_to(folder)))
        self.told = [*(by_id[name] for name in _FIRST), *schools, file]
        """The columns, in their order on the screen."""
        self.rows_by_file: dict[str, Row] = {}
        self._cells: dict[str, tuple[list[Text], str]] = {}
        """By file what stands in its line, and the words among which is searched: made once, since it takes a while."""
        self.order: Column | None = None
        self.words = ""
        """What is looked for, in small letters."""

    def on_mount(self) -> None:
        """Puts the titles up."""
        for column in self.told:
            self.add_column(shown_by_rich(column.title), width=_NAME if column.id == "name" else None, key=column.id)

    @property
    def marked(self) -> Row | None:
        """The marked row."""
        return self.rows_by_file[self._file_at(self.cursor_row)] if self.row_count else None

    @property
    def there(self) -> Sequence[Row]:
        """The rows that are shown, as they stand."""
        found = [row for row in self.rows_by_file.values() if self._has_words(row)]
        return found if self.order is None else ordered(found, self.order)

    def take(self, rows: Iterable[Row]) -> None:
        """Adds rows below the others; once all are there, `fill_anew` puts them in order."""
        for row in rows:
            self.rows_by_file[row.file] = row
            if self._has_words(row):
                self._add(row)

    def renew(self, row: Row) -> None:
        """Shows what has become of a row."""
        self._cells.pop(row.file, None)
        self.rows_by_file[row.file] = row
        if row.file in self.rows:
            for column, cell in zip(self.told, self._line(row)[0], strict=True):
                self.update_cell(row.file, column.id, cell, update_width=True)

    def fill_anew(self) -> None:
        """Shows the rows anew; the marked one stays marked as long as it is there."""
        marked = self.marked
        self.clear()
        for row in self.there:
            self._add(row)
        if marked is not None and marked.file in self.rows:
            self.move_cursor(row=self.get_row_index(marked.file))

    def forget(self) -> None:
        """Lets go of all rows."""
        self.clear()
        self.rows_by_file.clear()
        self._cells.clear()

    def _add(self, row: Row) -> None:
        self.add_row(*self._line(row)[0], key=row.file)

    def _line(self, row: Row) -> tuple[list[Text], str]:
        if row.file not in self._cells:
            self._cells[row.file] = ([_cell(column, row) for column in self.told], _text(row, self.told))
        return self._cells[row.file]

    def _has_words(self, row: Row) -> bool:
        """Whether what is looked for stands in the row, or below the table when it is marked."""
        return not self.words or all(word in self._line(row)[1] for word in self.words.split())

    def _file_at(self, at: int) -> str:
        return str(self.ordered_rows[at].key.value)


def _text(row: Row, columns: Iterable[Column]) -> str:
    marks = (mark.says for mark in (*row.stops, *row.team_gaps, *row.language_gaps))
    return " ".join((row.says, *marks, *(str(column.value(row)) for column in columns))).casefold()


def _cell(column: Column, row: Row) -> Text:
    value = column.value(row)
    if isinstance(value, int) or value == told.NOT_KNOWN:
        cell = shown_by_rich((str(value), "" if value else "dim"))
        cell.justify = "right"
        return cell
    if column.id == "next_wave" and not value and row.undated_waves:
        value = told.DATE_UNKNOWN
    cell = shown_by_rich(" ".join(value.split()))
    if column.id == "name":
        cell.truncate(_NAME, overflow="ellipsis")
    return cell

"""Many initiatives: a table that fills while they are judged, and the way into each of them."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, DataTable, Footer, Input, Static
from textual.worker import get_current_worker

from advisor.errors import AdvisorError, Fault
from advisor.messages.screens import everywhere
from advisor.messages.screens import portfolio as messages
from advisor.portfolio.columns import columns
from advisor.portfolio.files import find_files
from advisor.portfolio.row import Judge, Outcome, Row
from advisor.portfolio.spread import Spread, schools
from advisor.portfolio.stream import outcomes
from advisor.portfolio.work import Terms
from advisor.tui.bar import TopBar
from advisor.tui.dialogs import Choose, Tell
from advisor.tui.exportrows import export_rows
from advisor.tui.place import AdvisorScreen, Place
from advisor.tui.rowtable import RowTable
from advisor.tui.shown import shown, shown_lines
from advisor.tui.spread import SpreadWindow

_FLUSH_EVERY = 0.2
"""So many seconds lie between two times that rows are put up while they come."""


class PortfolioScreen(AdvisorScreen):
    """The initiatives of a folder."""

    ENDS_CASE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", messages.SEARCH, show=False, tooltip=messages.SEARCH_TIP),
        Binding("o", "order", messages.ORDER, show=False, tooltip=messages.ORDER_TIP),
        Binding("s", "spread", messages.SPREAD, show=False, tooltip=messages.SPREAD_TIP),
        Binding("l", "left_out", messages.LEFT_OUT, show=False, tooltip=messages.LEFT_OUT_TIP),
        Binding("f9", "why", everywhere.WHY, show=False, tooltip=messages.WHY_TIP),
        Binding("f6", "export_rows", messages.EXPORT, show=False, tooltip=messages.EXPORT_TIP),
    ]

    @dataclass
    class Judged(Message):
        """Some more files have been judged, or it is known how many there are."""

        run: int
        files: int
        outcomes: list[Outcome]
        faults: list[Fault]
        is_last: bool = False

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.today = date.today().isoformat()  # noqa: DTZ011 -- the day where the person is
        self._run = 0
        """Which stream it is that fills the table; what comes from an earlier one is too late."""
        self._files = 0
        self._done = 0
        self._passed: list[str] = []
        self._faults: list[Fault] = []
        self._faulty = 0
        self._looked_into: Path | None = None

    def compose(self) -> ComposeResult:
        """What can be done, the table, and more about the marked line."""
        yield TopBar(None, f"{messages.PLACE}: {self.folder}")
        with Horizontal(classes="tools", id="ways"):
            yield Input(placeholder=messages.SEARCH, id="search", compact=True)
            yield Button(messages.ORDER, id="order", compact=True, tooltip=messages.ORDER_TIP)
            yield Button(messages.SPREAD, id="spread", compact=True, tooltip=messages.SPREAD_TIP)
            yield Button(messages.LEFT_OUT, id="left-out", compact=True, tooltip=messages.LEFT_OUT_TIP)
            yield Button(messages.EXPORT, id="export", compact=True, tooltip=messages.EXPORT_TIP)
        yield Static(id="counted")
        yield RowTable(columns(self.app.ready.rulebook, self.app.language), self.folder)
        yield Static(id="marked")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begins to judge."""
        self.table.focus()
        self.call_after_refresh(self._begin)

    @property
    def table(self) -> RowTable:
        """The table."""
        return self.query_one(RowTable)

    def explained(self) -> list[str]:
        """What the table tells."""
        return [messages.PORTFOLIO_HELP]

    def follow_rules(self) -> None:
        """Judges all of them anew."""
        self._begin()

    # Filling the table

    def _begin(self) -> None:
        self._run += 1
        self._files = self._done = self._faulty = 0
        self._passed, self._faults = [], []
        self.table.forget()
        self._judge(self._run)

    @work(thread=True, exclusive=True)
    def _judge(self, run: int) -> None:
        """Judges beside the screen; ends, with its processes, as soon as the screen is left."""
        worker = get_current_worker()
        rulebook = self.app.ready.rulebook
        terms = Terms(self.app.rules, self.today, self.app.language)
        files, faults = find_files(self.folder)
        self.post_message(self.Judged(run, len(files), [], faults))
        batch: list[Outcome] = []
        errors: list[Fault] = []
        last = monotonic()
        try:
            for outcome in outcomes(files, terms, rulebook, lambda: worker.is_cancelled):
                batch.append(outcome)
                if monotonic() - last > _FLUSH_EVERY:
                    self.post_message(self.Judged(run, len(files), batch, []))
                    batch, last = [], monotonic()
        except AdvisorError as error:
            errors = list(error.faults)
        self.post_message(self.Judged(run, len(files), batch, errors, is_last=True))

    @on(Judged)
    def _take(self, event: Judged) -> None:
        if event.run != self._run:
            return
        self._files = event.files
        self._faults += event.faults
        for outcome in event.outcomes:
            self._done += 1
            self._faults += outcome.faults
            self._faulty += bool(outcome.faults)
            if outcome.row is None and not outcome.faults:
                self._passed.append(outcome.file)
        self.table.take(outcome.row for outcome in event.outcomes if outcome.row is not None)
        if event.is_last and self.table.order is not None:
            self.table.fill_anew()
        self._tell()

    # What is told of it

    def _tell(self) -> None:
        rows, shown_rows = len(self.table.rows_by_file), self.table.row_count
        counted = messages.ROWS if shown_rows == rows else messages.SHOWN
        words = [counted.format(shown=shown_rows, rows=rows)]
        if self._done < self._files:
            words.append(messages.JUDGED.format(done=self._done, all=self._files))
        elif not rows:
            words = [messages.NONE_HERE]
        elif not shown_rows:
            words = [messages.NOTHING_FOUND]
        if self._passed:
            words.append(messages.PASSED.format(number=len(self._passed)))
        if self._faulty:
            words.append(messages.FAULTY.format(number=self._faulty))
        self.query_one("#left-out").set_class(not (self._faults or self._passed), "-nothing")
        self.query_one("#counted", Static).update(shown(" · ".join(words)))
        self._tell_marked()

    @on(DataTable.RowHighlighted)
    def _tell_marked(self) -> None:
        row = self.table.marked
        self.query_one("#marked", Static).update(Content() if row is None else _told(row))

    # Searching and ordering

    def action_search(self) -> None:
        """Goes to where one types what is looked for."""
        self.query_one("#search", Input).focus()

    @on(Input.Changed, "#search")
    def _search(self, event: Input.Changed) -> None:
        self.table.words = event.value.casefold()
        self.table.fill_anew()
        self._tell()

    @on(Input.Submitted, "#search")
    def _found(self) -> None:
        self.table.focus()

    @on(Button.Pressed, "#order")
    @work
    async def action_order(self) -> None:
        """Lets a column be chosen by which the rows stand."""
        choices = [messages.AS_FOUND, *(column.title for column in self.table.told)]
        chosen = await self.app.push_screen_wait(Choose(messages.ORDER_BY, choices))
        if chosen is not None:
            self._order(chosen - 1)

    @on(DataTable.HeaderSelected)
    def _clicked(self, event: DataTable.HeaderSelected) -> None:
        self._order(event.column_index)

    def _order(self, at: int) -> None:
        """Orders by a column; as they were found for none."""
        self.table.order = self.table.told[at] if at >= 0 else None
        self.table.fill_anew()

    # Windows

    @on(Button.Pressed, "#spread")
    def action_spread(self) -> None:
        """Shows which school sees which track in how many of the rows that are shown."""
        called = schools(self.app.ready.rulebook, self.app.language)
        self.app.push_screen(SpreadWindow(Spread(called).added(self.table.there)))

    @on(Button.Pressed, "#left-out")
    def action_left_out(self) -> None:
        """Tells of the files that give no row."""
        lines = []
        if self._faults:
            lines.append("\n".join((messages.FAULTS, *map(str, self._faults))))
        if self._passed:
            lines.append("\n".join((messages.NO_INITIATIVES, *self._passed)))
        self.app.push_screen(Tell(messages.LEFT_OUT_TITLE, lines or [messages.NOTHING_LEFT_OUT]))

    @on(Button.Pressed, "#export")
    @work
    async def action_export_rows(self) -> None:
        """Puts the rows that are shown into a file."""
        await export_rows(self.app, self.folder, self.table.there, self.table.order)

    # Into an initiative and back

    @on(DataTable.RowSelected)
    def _open(self) -> None:
        if self.table.marked is not None:
            self._looked_into = Path(self.table.marked.file)
            self.app.look_into(self._looked_into)

    def action_why(self) -> None:
        """Goes into the marked initiative, and on to why it is called what it is."""
        self._open()
        if isinstance(self.app.screen, Place):
            self.app.screen.action_why()

    def on_screen_resume(self) -> None:
        """Judges anew what may have been changed while one was there."""
        if self._looked_into is not None and self.app.case is None:
            outcome = Judge(self.app.ready, self.today, self.app.language).outcome(self._looked_into)
            self._looked_into = None
            if outcome.row is not None:
                self.table.renew(outcome.row)
                self._tell_marked()


def _told(row: Row) -> Content:
    """A row in sentences: its headline, and what is only counted in the table."""
    told_of = (
        ("stops", " ".join(mark.says for mark in row.stops)),
        ("team_gaps", "; ".join(mark.says for mark in row.team_gaps)),
        ("language_gaps", "; ".join(mark.says for mark in row.language_gaps)),
    )
    lines = (shown((f"{messages.GAPS[name]}: ", "bold"), says) for name, says in told_of if says)
    return shown_lines(shown((row.name, "bold"), f"  {row.says}"), *lines)

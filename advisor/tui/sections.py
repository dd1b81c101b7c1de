"""The sections of the interview at the left, each with how far it has come."""

from rich.table import Table
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from advisor.tui.pages import Pages
from advisor.tui.shown import shown_in_tree


class Sections(OptionList):
    """The sections; choosing one goes to its first open question."""

    def show(self, pages: Pages, current: str) -> None:
        """Shows how far each has come."""
        now = pages.case.interview
        self.known = now.sections()
        rows = []
        for section in self.known:
            done = now.progress(section)
            row = Table.grid(padding=(0, 1, 0, 0), expand=True)
            row.add_column(ratio=1)
            row.add_column(justify="right", no_wrap=True)
            finished = done.answered == done.asked
            style = "bold" if section == current else ""
            count = "✓" if finished else f"{done.answered}/{done.asked}"
            row.add_row(shown_in_tree((pages.title(section), style)), shown_in_tree((count, "dim")))
            rows.append(Option(row))
        self.set_options(rows)
        self.highlighted = self.known.index(current) if current in self.known else None

    known: tuple[str, ...] = ()

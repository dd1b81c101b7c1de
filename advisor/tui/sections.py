"""The sections of the interview at the left, each with how far it has come."""

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from advisor.interview.plan import Progress
from advisor.tui.course import DECISIVE
from advisor.tui.laid import Laid
from advisor.tui.pages import Pages
from advisor.tui.shown import shown, shown_lines

_DONE = "✓"
_COUNT = 6
"""So many columns are kept for the count."""


class Sections(OptionList):
    """The sections; choosing one goes to its first open question."""

    known: tuple[str, ...] = ()
    _rows: tuple[tuple[str, str, bool], ...] = ()

    def show(self, pages: Pages, current: str) -> None:
        """Shows how far each has come, and in which one we are."""
        now = pages.now
        self.known = now.sections()
        rows = tuple((pages.title(s), _count(now.progress(s)), s == current) for s in self.known)
        if pages.case.RANKS:
            self.known = (*self.known, DECISIVE)
            rows = (*rows, (pages.title(DECISIVE), "", current == DECISIVE))
        if rows != self._rows:
            self._rows = rows
            self.set_class(len(rows) == 1, "-alone")
            self._fill()

    def on_resize(self) -> None:
        """Draws the rows anew: the list would show them as wide as it was before the panes found their widths."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        self.set_options([Option(_Row(*row)) for row in self._rows])
        self.highlighted = next((at for at, (_, _, is_current) in enumerate(self._rows) if is_current), None)


def _count(done: Progress) -> str:
    return _DONE if done.answered == done.asked else f"{done.answered}/{done.asked}"


class _Row(Laid):
    """A title, and at the right how far it has come."""

    def __init__(self, title: str, count: str, is_current: bool) -> None:  # noqa: FBT001 -- from a row
        self.title = shown((title, "bold" if is_current else ""))
        self.count = shown((count, "dim"))

    def __str__(self) -> str:
        return f"{self.title} {self.count}"

    def laid(self, width: int) -> Content:
        """The title in as many lines as it needs; the count beside the first."""
        first, *others = self.title.wrap(max(width - _COUNT, 1))
        gap = " " * max(width - first.cell_length - self.count.cell_length, 1)
        return shown_lines(first + shown(gap) + self.count, *others)

"""A picture of how the schools' tracks spread over many initiatives."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from advisor.messages.screens import everywhere
from advisor.messages.screens import portfolio as messages
from advisor.model.finding import TRACKS
from advisor.portfolio.spread import Spread
from advisor.tui.dialogs import Dialog
from advisor.tui.shown import shown

_SCHOOL, _BAR, _CELL = 22, 6, 14
_EIGHTHS = " ▏▎▍▌▋▊▉"


class SpreadWindow(Dialog[None]):
    """A bar for each school and track, as long as so many initiatives."""

    heading = messages.SPREAD_TITLE

    def __init__(self, spread: Spread) -> None:
        super().__init__()
        self.spread = spread

    def contents(self) -> ComposeResult:
        """The bars."""
        yield Static(Content("\n").join(self._lines()))
        yield Static(shown(messages.SPREAD_OF.format(number=self.spread.rows)), classes="hint")

    def buttons(self) -> ComposeResult:
        """The way out."""
        with Horizontal(id="buttons"):
            yield Button(everywhere.CLOSE, variant="primary", compact=True, id="cancel")

    def explained(self) -> list[str]:
        """What the bars are."""
        return [messages.SPREAD_TIP]

    def _lines(self) -> Iterator[Content]:
        heads = (shown((track, "bold")) for track in (*TRACKS, messages.SEES_NONE))
        yield _line(Content(), heads)
        for school, called in self.spread.schools:
            tracks = [self._cell(school, track) for track in TRACKS]
            yield _line(shown(called), [*tracks, self._none(school)])

    def _cell(self, school: str, track: str) -> Content:
        key = (school, track)
        sure, broad, contested = (c[key] for c in (self.spread.supported, self.spread.broadly, self.spread.contested))
        numbers = [str(sure)] if sure else []
        numbers += [f"({broad})"] if broad else []
        numbers += [f"{contested}!"] if contested else []
        return shown((self._bar(sure), "$success"), (self._bar(broad), "dim"), " ".join(numbers))

    def _none(self, school: str) -> Content:
        number = self.spread.supported[school, ""]
        return shown((str(number), "dim")) if number else Content()

    def _bar(self, number: int) -> str:
        """As long as so many of all of them; whatever there is can be seen."""
        eighths = round(number * _BAR * 8 / max(self.spread.rows, 1))
        whole, rest = divmod(max(eighths, 1), 8)
        return f"{'█' * whole}{_EIGHTHS[rest].strip()} " if number else ""


def _line(first: Content, cells: "Iterator[Content] | list[Content]") -> Content:
    padded = (cell.truncate(_CELL, pad=True) for cell in cells)
    return Content("").join((first.truncate(_SCHOOL, ellipsis=True, pad=True), Content(" "), *padded))

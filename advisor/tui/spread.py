"""A picture of how the schools' tracks spread over many initiatives."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from advisor.messages.screens import everywhere
from advisor.messages.screens import portfolio as messages
from advisor.model.finding import TRACKS
from advisor.portfolio.spread import Spread
from advisor.tui.dialogs import Dialog
from advisor.tui.laid import Laid
from advisor.tui.shown import shown, shown_lines

_EIGHTHS = " ▏▎▍▌▋▊▉"
_LEAST_NAME, _LONGEST_NAME, _LEAST_BAR, _LONGEST_BAR = 12, 26, 3, 12


class Bars(Laid):
    """A line for each school; for each track a number and, where there is room, a bar as long as that."""

    def __init__(self, spread: Spread) -> None:
        self.spread = spread
        self.heads = [*TRACKS, messages.SEES_NONE]
        self.rows = list(spread.lines())
        self.widths = [max(map(len, column)) + 1 for column in zip(self.heads, *(c for _, c in self.rows), strict=True)]

    def __str__(self) -> str:
        return "\n".join(" ".join((called, *cells)) for called, cells in self.rows)

    def laid(self, width: int) -> Content:
        """The table in a width; where that is small, the names of schools are cut, and there are no bars."""
        room = width - sum(self.widths)
        bar = min((room - _LONGEST_NAME) // len(TRACKS) - 1, _LONGEST_BAR)
        bar = bar if bar >= _LEAST_BAR else 0
        beside = (bar + 1 if bar else 0) * len(TRACKS)
        name = min(max(room - beside, _LEAST_NAME), _LONGEST_NAME)
        return shown_lines(self._titles(name, bar), *self._schools(name, bar))

    def _titles(self, name: int, bar: int) -> Content:
        *tracks, none = (shown((head, "bold")) for head in self.heads)
        wide = [width + (bar + 1 if bar else 0) for width in self.widths]
        cells = [head.truncate(width, pad=True) for head, width in zip(tracks, wide, strict=False)]
        return Content("").join((Content(" " * name), *cells, none))

    def _schools(self, name: int, bar: int) -> Iterator[Content]:
        """A line for each."""
        for (school, _), (called, numbers) in zip(self.spread.schools, self.rows, strict=True):
            first = shown(called).truncate(name - 1, ellipsis=True, pad=True) + Content(" ")
            cells = [shown(number).truncate(wide, pad=True) for number, wide in zip(numbers, self.widths, strict=True)]
            drawn = [self._drawn(school, track, bar) for track in TRACKS] if bar else [Content()] * len(TRACKS)
            yield Content("").join((first, *(x for two in zip(drawn, cells, strict=False) for x in two), cells[-1]))

    def _drawn(self, school: str, track: str, width: int) -> Content:
        """A bar for those that are sure, and one behind it for a broad use of the term."""
        counts = ((self.spread.supported, "$success"), (self.spread.broadly, "dim"))
        bars = [(_bar(counted[school, track], self.spread.rows, width), style) for counted, style in counts]
        return shown(*bars).truncate(width, pad=True) + Content(" ")


class SpreadWindow(Dialog[None]):
    """A bar for each school and track, as long as so many initiatives."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "leave", everywhere.CLOSE)]
    heading = messages.SPREAD_TITLE

    def __init__(self, spread: Spread) -> None:
        super().__init__()
        self.spread = spread

    def contents(self) -> ComposeResult:
        """The bars."""
        yield Static(Bars(self.spread))
        yield Static(shown(messages.SPREAD_OF.format(number=self.spread.rows)), classes="hint")

    def buttons(self) -> ComposeResult:
        """The way out."""
        with Horizontal(id="buttons"):
            yield Button(everywhere.CLOSE, variant="primary", compact=True, id="cancel")

    def explained(self) -> list[str]:
        """What the bars are."""
        return [messages.SPREAD_HELP]


def _bar(number: int, of: int, width: int) -> str:
    """As long as so many of all; whatever there is can be seen."""
    whole, rest = divmod(max(round(number * width * 8 / max(of, 1)), 1), 8)
    return f"{'█' * whole}{_EIGHTHS[rest].strip()}" if number and width else ""

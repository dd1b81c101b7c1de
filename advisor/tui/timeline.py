"""Bars on a common scale of years: when each part of an initiative began and ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style

_MONTHS = 12
_DAYS = 31
_LABEL = 6
"""So many columns a year needs to be named."""

Span = tuple[float, float]
"""From when until when, in years."""


@dataclass(frozen=True)
class Scale:
    """The years that are shown."""

    first: int
    end: int

    def column(self, year: float, width: int) -> int:
        """The column in which a moment lies."""
        return round((year - self.first) / (self.end - self.first) * width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The years, as many as can be named."""
        width = options.max_width
        every = ceil((self.end - self.first) * _LABEL / max(width, 1))
        line = [" "] * width
        for year in range(self.first, self.end, max(every, 1)):
            at = self.column(year, width)
            label = str(year)
            if at + len(label) <= width:
                line[at : at + len(label)] = label
        yield Segment("".join(line), Style(dim=True))


@dataclass(frozen=True)
class Bar:
    """The time of one part; an arrow where its beginning or its end is open."""

    scale: Scale
    start: str | None
    end: str | None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """A bar as long as the part."""
        width = options.max_width
        first = 0 if self.start is None else self.scale.column(span(self.start)[0], width)
        last = width if self.end is None else self.scale.column(span(self.end)[1], width)
        first = min(first, width - 1)
        bar = ["━"] * max(last - first, 1)
        if self.start is None:
            bar[0] = "←"
        if self.end is None:
            bar[-1] = "→"
        yield Segment(f"{' ' * first}{''.join(bar)}".ljust(width))


def scale_of(dates: Iterable[str]) -> Scale | None:
    """The years that hold all dates; None where there are none."""
    spans = [span(date) for date in dates]
    if not spans:
        return None
    return Scale(floor(min(begin for begin, _ in spans)), ceil(max(end for _, end in spans)))


def span(date: str) -> Span:
    """The time for which a date stands: a year, a month or a day."""
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    if not month:
        return float(year), year + 1.0
    begin = year + (month - 1) / _MONTHS
    if not day:
        return begin, year + month / _MONTHS
    return begin + (day - 1) / _DAYS / _MONTHS, begin + day / _DAYS / _MONTHS

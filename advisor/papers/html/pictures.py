"""Where things stand in the two pictures of a page. What they show is told in words beside them, too."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.papers.paper import Dates, Verdicts

_NAME, _COLUMN, _ROW, _TOP = 190, 110, 30, 30
_LONGEST = 28
"""Names that do not fit are cut; the table that goes with the picture has them whole."""
_WIDTH, _MARGIN = 640, 50
_YEAR = 12


@dataclass(frozen=True)
class Mark:
    """Something at a place."""

    x: float
    y: float
    says: str
    sign: str = ""
    status: str = ""


@dataclass(frozen=True)
class Picture:
    """Marks on a sheet."""

    width: int
    height: int
    headings: tuple[Mark, ...]
    marks: tuple[Mark, ...]


def standings_picture(verdicts: Verdicts) -> Picture:
    """The schools below each other, the tracks side by side."""
    tracks = verdicts.header[1:]
    columns = [Mark(_NAME + _COLUMN * i, _TOP - 12, _cut(track)) for i, track in enumerate(tracks)]
    names = [Mark(0, _TOP + _ROW * i + 15, _cut(row.name.says)) for i, row in enumerate(verdicts.rows)]
    return Picture(
        width=_NAME + _COLUMN * len(tracks),
        height=_TOP + _ROW * len(verdicts.rows) + 6,
        headings=(*columns, *names),
        marks=tuple(_standings(verdicts)),
    )


def _standings(verdicts: Verdicts) -> Iterator[Mark]:
    for i, row in enumerate(verdicts.rows):
        for j, cell in enumerate(row.cells):
            # Two verdicts on one track share its place.
            for k, one in enumerate(cell):
                word = f"({one.word})" if one.broad else one.word
                x, y = _NAME + _COLUMN * j + 10 + 52 * k, _TOP + _ROW * i + 10
                yield Mark(x, y, word, one.sign, one.status)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def timeline_picture(dates: Dates) -> Picture | None:
    """The known dates along a line, to scale; None where there are not two to compare."""
    known = sorted({(_months(event.date), event.date_says) for event in dates.events if event.date is not None})
    if len(known) < 2:  # noqa: PLR2004 -- one alone has no distance to any other
        return None
    first, last = known[0][0], known[-1][0]
    scale = (_WIDTH - 2 * _MARGIN) / max(last - first, 1)
    # Names of neighbours stand above and below the line by turns, so that they do not run into one another.
    marks = [Mark(_MARGIN + (m - first) * scale, 20 if i % 2 else 62, says) for i, (m, says) in enumerate(known)]
    return Picture(width=_WIDTH, height=74, headings=(), marks=tuple(marks))


def _months(date: str) -> int:
    year, _, month = date.partition("-")
    return int(year) * _YEAR + int(month or 1)

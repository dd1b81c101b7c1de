"""The one way in which text gets onto the screen: never read as markup, and never able to steer the terminal.

Whatever Textual is given as a `str` it reads as markup: brackets vanish, or end the program.
"""

from rich.text import Text
from textual.content import Content

from advisor.text import visible

Piece = str | tuple[str, str]
"""Text, or text with a style."""

STATUS_STYLES = {
    "supported": "$success",
    "met": "$success",
    "contested": "$warning",
    "undecided": "dim",
    "unknown": "dim",
    "refuted": "dim",
    "not met": "dim",
}
"""Colour only repeats what sign and word say."""


def shown(*pieces: Piece) -> Content:
    """Text as it may be shown, piece by piece."""
    return Content.assemble(*map(_visible, pieces))


def shown_lines(*lines: Content) -> Content:
    """Lines below each other."""
    return Content("\n").join(lines)


def hanging(before: Content, text: Content, width: int, further: Content | None = None) -> Content:
    """Text in lines of a width, all of them beside what stands before the first.

    Args:
        before: what stands before the first line.
        text: what is broken into lines.
        width: how wide the lines may be.
        further: what stands before each further line; blanks if nothing else is given.
    """
    further = Content(" " * before.cell_length) if further is None else further
    first, *others = text.wrap(max(width - before.cell_length, 1)) or [text]
    return shown_lines(before + first, *(further + line for line in others))


def shown_by_rich(*pieces: Piece) -> Text:
    """The same for what Rich draws, and for trees, which take no Content."""
    return Text.assemble(*map(_visible, pieces))


def _visible(piece: Piece) -> tuple[str, str]:
    text, style = (piece, "") if isinstance(piece, str) else piece
    return visible(text), style

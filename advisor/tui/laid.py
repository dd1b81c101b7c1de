"""Text that is laid out anew for every width: with a hanging indent, or in columns."""

from abc import abstractmethod
from collections.abc import Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from advisor.tui.shown import hanging, shown_lines


class Laid(Visual):
    """Something that becomes lines of text as soon as it is known how wide they may be."""

    @abstractmethod
    def laid(self, width: int) -> Content:
        """The lines, none of them wider than this."""

    @abstractmethod
    def __str__(self) -> str:
        """The words, without the places of their lines."""

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draws the lines."""
        return self.lines(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 -- Textual's
        """As wide as there is room."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """So many lines."""
        return self.lines(width).get_height(rules, width)

    def lines(self, width: int) -> Content:
        """The lines, laid out once for each width: a list measures what it is going to draw."""
        known: dict[int, Content] = self.__dict__.setdefault("_known", {})
        if width not in known:
            known[width] = self.laid(width)
        return known[width]


class Hanging(Laid):
    """A paragraph whose lines begin below each other, beside a mark."""

    def __init__(self, mark: Content, text: Content, further: Content | None = None) -> None:
        """Puts the mark before the first line.

        Args:
            mark: what stands before the first line.
            text: the paragraph.
            further: what stands before each further line; blanks if nothing else is given.
        """
        self.mark = mark
        self.text = text
        self.further = further

    def __str__(self) -> str:
        return f"{self.mark}{self.text}"

    def laid(self, width: int) -> Content:
        """The paragraph, wrapped."""
        return hanging(self.mark, self.text, width, self.further)


class Columns(Laid):
    """Cells beside each other; the first takes the room that the others leave."""

    def __init__(self, first: Content, cells: Sequence[Content], widths: Sequence[int], below: Content) -> None:
        """Puts cells beside each other.

        Args:
            first: the first cell, in as many lines as it needs.
            cells: the others.
            widths: how wide each of the others is.
            below: what stands below all of them, if anything.
        """
        self.first = first
        self.cells = cells
        self.widths = widths
        self.below = below

    def __str__(self) -> str:
        return " ".join(map(str, (self.first, *self.cells, self.below)))

    def laid(self, width: int) -> Content:
        """The cells, and what stands below."""
        room = max(width - sum(self.widths), 2)
        first, *further = (line.pad_right(room - line.cell_length) for line in self.first.wrap(room - 1))
        cells = [cell.truncate(wide, pad=True) for cell, wide in zip(self.cells, self.widths, strict=True)]
        lines = [Content("").join((first, *cells)), *further]
        return shown_lines(*lines, hanging(Content("  "), self.below, width)) if self.below else shown_lines(*lines)

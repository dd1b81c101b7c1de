"""Where a rule file is written: YAML in colours, with its line numbers, and a sign beside each line with a fault."""

from collections.abc import Collection
from typing import ClassVar

from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from advisor.messages.screens import editor as messages
from advisor.messages.screens import everywhere
from advisor.text import visible

_LIGHT = "light"
_DARK = "css"
_STEP = 2
"""So many blanks further in stands what belongs to a line."""
_HIDDEN = "\ufffd"
"""What is shown of a character that could steer the terminal: as wide as that is counted to be."""


class RuleArea(TextArea):
    """A text in which a fault is marked by a sign and by colour."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z,super+z", "undo", everywhere.UNDO, show=False, tooltip=messages.UNDO_TIP),
        Binding("ctrl+y,super+y", "redo", messages.REDO, show=False, tooltip=messages.REDO_TIP),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rule-area--fault"}

    def __init__(self, text: str) -> None:
        super().__init__(text, language="yaml", show_line_numbers=True, id="text")
        self.indent_width = _STEP
        self._faulty: frozenset[int] = frozenset()
        """The lines with faults, counted from 0."""
        colours = TextAreaTheme.get_builtin_theme("github_light")
        self.register_theme(TextAreaTheme(_LIGHT, syntax_styles={} if colours is None else colours.syntax_styles))

    def on_mount(self) -> None:
        """Takes colours that can be read on the ground that there is."""
        self.watch(self.app, "theme", self._choose_colours)

    def _choose_colours(self) -> None:
        self.theme = _DARK if self.app.current_theme.dark else _LIGHT

    @property
    def line(self) -> int:
        """The line of the cursor, counted from 1."""
        return self.cursor_location[0] + 1

    def mark(self, lines: Collection[int]) -> None:
        """Marks the lines with faults, counted from 1."""
        self._faulty = frozenset(line - 1 for line in lines)
        self.refresh()

    def go_to(self, line: int, column: int = 1) -> None:
        """Puts the cursor at a place, counted from 1, and brings it into sight."""
        self.move_cursor((line - 1, column - 1), center=True)

    def get_line(self, line_index: int) -> Text:
        """A line as it may be shown, each character in its place."""
        line = super().get_line(line_index)
        if visible(line.plain) == line.plain:
            return line
        return Text("".join(c if visible(c) == c else _HIDDEN for c in line.plain), end="", no_wrap=True)

    def render_line(self, y: int) -> Strip:
        """A row, with a sign between the number of a faulty line and its text."""
        strip = super().render_line(y)
        row = y + self.scroll_offset.y
        if row >= self.wrapped_document.height:
            return strip
        line, _ = self.wrapped_document.offset_to_location(Offset(0, row))
        if line not in self._faulty or self.wrapped_document.location_to_offset((line, 0)).y != row:
            return strip
        style = self.get_component_rich_style("rule-area--fault")
        width = self.gutter_width - 1
        number = strip.crop(0, width - 1).text
        return Strip.join([Strip([Segment(f"{number}{messages.FAULT_SIGN}", style)], width), strip.crop(width)])

    async def _on_key(self, event: events.Key) -> None:
        """Begins a new line below the one before."""
        if event.key != "enter":
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        row, column = self.cursor_location
        before = self.document.get_line(row)[:column]
        indent = before[: len(before) - len(before.lstrip(" "))]
        self.replace(f"\n{indent}", *self.selection, maintain_selection_offset=False)

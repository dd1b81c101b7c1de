"""The rows of buttons round a question: to its neighbours, and what can be said of every question."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Key
from textual.message import Message
from textual.widgets import Button

from advisor.messages.screens import everywhere
from advisor.messages.screens import interview as messages
from advisor.tui.shown import shown


class Way(StrEnum):
    """What can be said of every question besides answering it, and the steps to its neighbours."""

    UNKNOWN = "unknown"
    WITHHELD = "withheld"
    DISPUTED = "disputed"
    NOTE = "note"
    CLEAR = "clear"
    PREVIOUS = "previous"
    NEXT = "next"
    ORDER = "order"


STEPS: Mapping[Way, tuple[str, str]] = {
    Way.PREVIOUS: (messages.PREVIOUS, messages.PREVIOUS_TIP),
    Way.NEXT: (messages.NEXT, messages.NEXT_TIP),
    Way.ORDER: (messages.ORDER_BUTTON, messages.ORDER_TIP),
}
WAYS: Mapping[Way, tuple[str, str]] = {
    Way.UNKNOWN: (messages.UNKNOWN, messages.UNKNOWN_TIP),
    Way.WITHHELD: (messages.WITHHELD, messages.WITHHELD_TIP),
    Way.DISPUTED: (messages.DISPUTED, messages.DISPUTED_TIP),
    Way.NOTE: (messages.NOTE, everywhere.NOTE_TIP),
    Way.CLEAR: (messages.CLEAR, messages.CLEAR_TIP),
}


class Ways(Horizontal):
    """A row of buttons; the arrows go along it and leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("up,down", "leave", show=False),
    ]

    class Taken(Message):
        """One of the ways was taken."""

        def __init__(self, way: Way) -> None:
            self.way = way
            super().__init__()

    class Left(Message):
        """Somebody goes back to the question with an arrow key, or with the number of an answer."""

        def __init__(self, number: str = "") -> None:
            self.number = number
            super().__init__()

    def __init__(self, ways: Mapping[Way, tuple[str, str]], id: str) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id)
        self.ways = ways

    def compose(self) -> ComposeResult:
        """A button for each."""
        for way, (label, tip) in self.ways.items():
            yield Button(shown(label), id=way.value, compact=True, tooltip=tip)

    def show(self, ways: tuple[Way, ...]) -> None:
        """Shows those that there are here."""
        for way in self.ways:
            self.query_one(f"#{way.value}", Button).display = way in ways

    def enter(self) -> None:
        """Goes to the first of them."""
        if buttons := self._buttons:
            buttons[0].focus()

    def action_step(self, by: int) -> None:
        """Goes along the row, and not beyond its ends."""
        buttons = self._buttons
        at = next((at for at, button in enumerate(buttons) if button.has_focus), 0)
        buttons[min(max(at + by, 0), len(buttons) - 1)].focus()

    def action_leave(self) -> None:
        """Says that somebody goes back to the question."""
        self.post_message(self.Left())

    def on_key(self, event: Key) -> None:
        """Numbers mark answers here as well."""
        if event.character is not None and event.character.isdecimal():
            event.stop()
            self.post_message(self.Left(event.character))

    @property
    def _buttons(self) -> list[Button]:
        return [button for button in self.query(Button) if button.display]

    @on(Button.Pressed)
    def _take(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Taken(Way(str(event.button.id))))

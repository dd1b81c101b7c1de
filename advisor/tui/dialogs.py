"""Small windows that ask for one thing. Escape leaves each of them with nothing changed."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from advisor.messages import screens as messages
from advisor.tui.shown import shown

Result = TypeVar("Result")


class Dialog(ModalScreen[Result | None]):
    """A window over the others; None means that it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", messages.CANCEL)]

    def action_leave(self) -> None:
        """Leaves with nothing changed."""
        self.dismiss(None)


class Tell(Dialog[None]):
    """Says something, and waits until it has been read."""

    AUTO_FOCUS = "#box"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", messages.CLOSE)]

    def __init__(self, heading: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.heading = heading
        self.lines = lines

    def compose(self) -> ComposeResult:
        """What is said, and the way out."""
        with VerticalScroll(id="box"):
            yield Static(shown(self.heading), classes="heading")
            yield Static(shown("\n\n".join(self.lines)))
            with Horizontal(id="buttons"):
                yield Button(messages.CLOSE, variant="primary", compact=True, id="close")

    @on(Button.Pressed)
    def _close(self) -> None:
        self.dismiss(None)


class Choose(Dialog[int]):
    """Lets one of a few lines be chosen; its place in the list is the result."""

    def __init__(self, heading: str, choices: Sequence[str]) -> None:
        super().__init__()
        self.heading = heading
        self.choices = choices

    def compose(self) -> ComposeResult:
        """The question and the choices."""
        with VerticalScroll(id="box", can_focus=False):
            yield Static(shown(self.heading), classes="heading")
            yield OptionList(*(Option(shown(choice)) for choice in self.choices), markup=False)

    def on_mount(self) -> None:
        """Marks the first, so that Enter chooses it."""
        self.query_one(OptionList).highlighted = 0

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


class Ask(Dialog[str]):
    """Asks for one line."""

    def __init__(self, heading: str, hint: str = "", value: str = "", *, may_be_empty: bool = False) -> None:
        super().__init__()
        self.heading = heading
        self.hint = hint
        self.value = value
        self.may_be_empty = may_be_empty

    def compose(self) -> ComposeResult:
        """The question, what it means, and where to type."""
        with VerticalScroll(id="box", can_focus=False):
            yield Static(shown(self.heading), classes="heading")
            yield Input(self.value, select_on_focus=False)
            yield Static(shown(self.hint), classes="hint")
            yield Static(classes="wrong")

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if complaint := self.complaint(text):
            self.query_one(".wrong", Static).update(shown(complaint))
        else:
            self.dismiss(text)

    def complaint(self, text: str) -> str:
        """Why what was typed cannot stand; empty where it can."""
        return "" if text or self.may_be_empty else messages.NEEDS_NAME


class WriteNote(Dialog[str]):
    """Asks for a note of any length."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", messages.SAVE, priority=True)]

    def __init__(self, heading: str, note: str) -> None:
        super().__init__()
        self.heading = heading
        self.note = note

    def compose(self) -> ComposeResult:
        """Where to write, and how to save it."""
        with VerticalScroll(id="box", can_focus=False):
            yield Static(shown(self.heading), classes="heading")
            yield TextArea(self.note)
            yield Static(shown(messages.NOTE_HELP), classes="hint")
            with Horizontal(id="buttons"):
                yield Button(messages.SAVE, variant="primary", compact=True, id="save")
                yield Button(messages.CANCEL, compact=True, id="cancel")

    def action_save(self) -> None:
        """Gives the note back."""
        self.dismiss(self.query_one(TextArea).text.strip())

    @on(Button.Pressed, "#save")
    def _save(self) -> None:
        self.action_save()

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(None)

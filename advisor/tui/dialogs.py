"""Small windows that ask for one thing. Escape leaves each of them with nothing changed."""

from collections.abc import Sequence
from typing import Any, ClassVar, TypeVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Footer, Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from advisor.errors import AdvisorError
from advisor.messages.screens import everywhere
from advisor.messages.screens import windows as messages
from advisor.tui.shown import shown

Result = TypeVar("Result")


class Dialog(ModalScreen[Result | None]):
    """A window over the others; None means that it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", everywhere.HELP, tooltip=messages.WINDOW_TIP),
        Binding("escape", "leave", everywhere.CANCEL, tooltip=messages.CANCEL_TIP),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]

    HANGS_ON_RULES: ClassVar[bool] = True
    """Whether the rules may not become others while it is open."""
    TELLS_OF_RULES: ClassVar[bool] = False
    """Whether it says itself that the rules have changed, or that their files have faults."""
    heading = ""
    _at_first: object = None
    """What was entered when it opened."""

    def compose(self) -> ComposeResult:
        """What it asks; below, always in sight, why that cannot stand, and the buttons; its keys."""
        with VerticalScroll(id="box", can_focus=False):
            yield Static(shown(self.heading), classes="heading")
            yield from self.contents()
            with Vertical(id="foot"):
                yield Static(classes="wrong")
                yield from self.buttons()
        yield Footer(compact=True)

    def contents(self) -> ComposeResult:
        """What stands between the heading and the buttons."""
        yield from ()

    def buttons(self) -> ComposeResult:
        """What can be pressed."""
        yield from ()

    def on_mount(self) -> None:
        """Remembers what it opens with."""
        self._at_first = self.entered()

    def explained(self) -> list[str]:
        """What this window is for, in paragraphs."""
        return [messages.WINDOW_HELP]

    def entered(self) -> object:
        """What has been typed or changed here."""
        return [entry.value.strip() for entry in self.query(Input)]

    @property
    def is_changed(self) -> bool:
        """Whether anything would be lost if it were left."""
        return self._at_first is not None and self.entered() != self._at_first

    def follow_rules(self) -> None:
        """Shows what the rules say now that are in use."""

    def complain(self, complaint: str) -> None:
        """Says why what was entered cannot stand; takes no room where it can."""
        wrong = self.query_one(".wrong", Static)
        wrong.update(shown(complaint))
        wrong.display = bool(complaint)

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Leaves with nothing changed; asks first if something would be lost."""
        if self.is_changed:
            self._leave_if_meant()
        else:
            self.dismiss(None)

    @work
    async def _leave_if_meant(self) -> None:
        if await may_lose_what_was_typed(self.app):
            self.dismiss(None)


class Tell(Dialog[None]):
    """Says something, and waits until it has been read."""

    AUTO_FOCUS = "#box"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "leave", everywhere.CLOSE)]

    def __init__(self, heading: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.heading = heading
        self.lines = lines

    def contents(self) -> ComposeResult:
        """What is said."""
        yield Static(shown("\n\n".join(self.lines)))

    def buttons(self) -> ComposeResult:
        """The way out."""
        with Horizontal(id="buttons"):
            yield Button(everywhere.CLOSE, variant="primary", compact=True, id="cancel")

    def on_mount(self) -> None:
        """Lets the arrow keys move what is longer than the window."""
        box = self.query_one("#box")
        box.can_focus = True
        box.focus()


class Choose(Dialog[int]):
    """Lets one of a few lines be chosen; its place in the list is the result."""

    def __init__(self, heading: str, choices: Sequence[str]) -> None:
        super().__init__()
        self.heading = heading
        self.choices = choices

    def contents(self) -> ComposeResult:
        """The choices."""
        yield OptionList(*(Option(shown(choice)) for choice in self.choices), markup=False)

    def on_mount(self) -> None:
        """Marks the first, so that Enter chooses it."""
        self.query_one(OptionList).highlighted = 0

    def explained(self) -> list[str]:
        """How one chooses."""
        return [everywhere.HOW_TO_CHOOSE, *super().explained()]

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


class EditDialog(Dialog[Result]):
    """A window with something to save: by its first button, or by Ctrl+S."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", everywhere.SAVE, priority=True)]
    SAVES: ClassVar[str] = everywhere.SAVE
    """What its first button says."""

    def buttons(self) -> ComposeResult:
        """The ways out, with what was entered and without."""
        with Horizontal(id="buttons"):
            yield Button(self.SAVES, variant="primary", compact=True, id="save")
            yield Button(everywhere.CANCEL, compact=True, id="cancel")

    def explained(self) -> list[str]:
        """How one saves."""
        return [messages.FORM_HELP.format(button=self.SAVES), *super().explained()]

    @on(Button.Pressed, "#save")
    def _save(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Gives what was entered as the result, or complains."""
        raise NotImplementedError


class Ask(EditDialog[str]):
    """Asks for one line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", everywhere.GO_ON, priority=True)]
    SAVES = everywhere.GO_ON

    def __init__(self, heading: str, hint: str = "", value: str = "", *, may_be_empty: bool = False) -> None:
        super().__init__()
        self.heading = heading
        self.hint = hint
        self.value = value
        self.may_be_empty = may_be_empty

    def contents(self) -> ComposeResult:
        """Where to type, and what that means."""
        yield Input(self.value, select_on_focus=False)
        yield Static(shown(self.hint), classes="hint")

    def explained(self) -> list[str]:
        """What is asked."""
        return [f"{self.heading} {self.hint}", *super().explained()]

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Gives the line back, if it can stand."""
        text = self.completed(self.query_one(Input).value.strip())
        if complaint := self.complaint(text):
            self.complain(complaint)
        else:
            self.dismiss(text)

    def completed(self, text: str) -> str:
        """What is meant by what was typed."""
        return text

    def complaint(self, text: str) -> str:
        """Why what was typed cannot stand; empty where it can."""
        return "" if text or self.may_be_empty else everywhere.NEEDS_NAME


class WriteNote(EditDialog[str]):
    """Asks for a note of any length."""

    def __init__(self, heading: str, note: str) -> None:
        super().__init__()
        self.heading = heading
        self.note = note

    def contents(self) -> ComposeResult:
        """Where to write, and how to save it."""
        yield TextArea(self.note)
        yield Static(shown(messages.NOTE_HELP), classes="hint")

    def on_mount(self) -> None:
        """Goes on where the note ends."""
        self.query_one(TextArea).move_cursor(self.query_one(TextArea).document.end)

    def entered(self) -> object:
        """The note."""
        return self.query_one(TextArea).text.strip()

    def explained(self) -> list[str]:
        """What notes are for."""
        return [everywhere.NOTE_TIP, messages.NOTE_HELP, *super().explained()]

    def action_save(self) -> None:
        """Gives the note back."""
        self.dismiss(self.query_one(TextArea).text.strip())


def told(error: AdvisorError) -> Tell:
    """Says what stood in the way, and where."""
    lines = [f"{fault.message} ({fault.code})" for fault in error.faults]
    places = dict.fromkeys(str(fault.place) for fault in error.faults)
    return Tell(messages.CANNOT, [*lines, *places])


async def agreed(app: App[Any], question: str, no: str, yes: str) -> bool:
    """Asks before something that cannot be undone; Escape is no."""
    return await app.push_screen_wait(Choose(question, (no, yes))) == 1


async def may_remove(app: App[Any], name: str) -> bool:
    """Asks before something is removed together with every answer about it."""
    return await agreed(app, messages.ITEM_REALLY.format(name=name), messages.ITEM_KEEP, everywhere.ITEM_REMOVE)


async def may_lose_what_was_typed(app: App[Any]) -> bool:
    """Asks before a window is left in which something was typed or changed."""
    return await agreed(app, messages.UNSAVED, messages.UNSAVED_KEEP, messages.UNSAVED_LEAVE)

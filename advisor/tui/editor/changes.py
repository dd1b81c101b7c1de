"""What a change of the rules changes, told before it is saved."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from advisor.errors import AdvisorError
from advisor.messages.screens import editor as messages
from advisor.messages.screens import everywhere
from advisor.rulebook.rulebook import Rulebook
from advisor.tui.dialogs import EditDialog
from advisor.tui.laid import Hanging
from advisor.tui.shown import shown
from advisor.workshop.diff.command import compare
from advisor.workshop.diff.lines import Line
from advisor.workshop.diff.plain import lines


class Changes(EditDialog[bool]):
    """Tells what changes; the result is whether it is to be saved."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", everywhere.SAVE, priority=True)]
    heading = messages.WHAT_CHANGES

    class Compared(Message):
        """The two states have been held against each other."""

        def __init__(self, told: Sequence[Line]) -> None:
            self.told = told
            super().__init__()

    def __init__(self, now: Rulebook, new: Rulebook | None, files: Sequence[tuple[Path, str]]) -> None:
        """Compares rules.

        Args:
            now: those in use.
            new: those that there would be; None where other files have faults, so that nobody can tell.
            files: the initiatives to judge by both, and what they are called.
        """
        super().__init__()
        self.now, self.new = now, new
        self.files = files
        self.told: Sequence[Line] = ()
        """What is shown; empty until it is known."""

    def contents(self) -> ComposeResult:
        """What changes, line by line."""
        yield OptionList(id="changes", markup=False)

    def buttons(self) -> ComposeResult:
        """Saving it, or going on."""
        with Horizontal(id="buttons"):
            yield Button(self.SAVES, variant="primary", compact=True, id="save")
            yield Button(messages.GO_ON_WRITING, compact=True, id="cancel")

    def on_mount(self) -> None:
        """Begins to compare."""
        super().on_mount()
        self._fill([Line(messages.COMPARING)])
        if self.new is None:
            self.post_message(self.Compared([Line(messages.CANNOT_COMPARE)]))
        else:
            self._compare(self.new)

    def explained(self) -> list[str]:
        """What is compared."""
        return [messages.CHANGES_HELP, *super().explained()]

    @work(thread=True)
    def _compare(self, new: Rulebook) -> None:
        try:
            told = list(lines(compare((everywhere.RULES, self.now), (everywhere.RULES, new), self.files)))
        except AdvisorError as error:
            told = [Line(str(fault)) for fault in error.faults]
        self.post_message(self.Compared(told))

    @on(Compared)
    def _show(self, event: Compared) -> None:
        self.told = event.told
        self._fill(self.told)

    def _fill(self, told: Iterable[Line]) -> None:
        listed = self.query_one("#changes", OptionList)
        listed.set_options(map(_option, told))
        listed.highlighted = 0

    def action_save(self) -> None:
        """Agrees to it, once it has been told."""
        if self.told:
            self.dismiss(True)


def _option(line: Line) -> Option:
    if not line.says:
        return Option("", disabled=True)
    says = (line.says, "bold") if line.is_heading else line.says
    return Option(Hanging(shown(line.first), shown(says), shown(line.further)))

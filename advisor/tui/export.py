"""Handing something on: in which form, into which file, and how a command line would say it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from advisor.errors import AdvisorError
from advisor.messages.screens import everywhere
from advisor.messages.screens import export as messages
from advisor.rulebook.bundled import bundled_rules
from advisor.settings import settings_file
from advisor.store import disk
from advisor.tui.dialogs import EditDialog, agreed
from advisor.tui.files import as_path
from advisor.tui.shown import shown

_LONG = 30.0
"""So many seconds does it stay on the screen where the file is, so that it can be noted down."""


def choices(id_: str, says: Iterable[str]) -> OptionList:
    """A list of which one line is chosen."""
    return OptionList(*map(Option, map(shown, says)), id=id_, markup=False)


def as_bytes(text: str) -> bytes:
    """Text as it stands in a file."""
    return text.encode(errors="backslashreplace")


class ExportDialog(EditDialog[Path]):
    """Asks for a form and a file, and writes it; the result is where it was written."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", everywhere.EXPORT, priority=True)]
    SAVES = everywhere.EXPORT
    HELP: ClassVar[str]
    """What is written."""
    HOLDS: ClassVar[str]
    """What to beware of."""
    FORMS: ClassVar[Mapping[str, str]]
    """What each form is called."""
    FROM_A_SHELL: ClassVar[str] = messages.EXPORT_LINE

    def __init__(self, rules: Path) -> None:
        super().__init__()
        self.rules = None if rules == bundled_rules() and not settings_file().exists() else rules
        self.proposed = ""
        """The name that was proposed; another form proposes another one as long as nobody has typed."""

    def proposal(self) -> Path:
        """The file into which it goes unless another is named."""
        raise NotImplementedError

    def line(self) -> str:
        """What writes the same from a shell."""
        raise NotImplementedError

    def written(self) -> bytes:
        """What goes into the file."""
        raise NotImplementedError

    def holds(self) -> str:
        """What to beware of."""
        return self.HOLDS

    def contents(self) -> ComposeResult:
        """The forms, the file, what to beware of, and what a command line would say."""
        yield from self.ways()
        yield Input(select_on_focus=False, compact=True)
        yield Static(shown(self.HOLDS), id="holds", classes="hint")
        yield Static(shown(self.FROM_A_SHELL), classes="hint line")
        yield Static(id="line", classes="hint")

    def ways(self) -> ComposeResult:
        """What there is to choose, and the title of the file."""
        yield Static(shown(messages.EXPORT_FORM))
        yield self.forms()
        yield Static(shown(messages.EXPORT_FILE), classes="question")

    def forms(self) -> OptionList:
        """The forms."""
        return choices("form", self.FORMS.values())

    def on_mount(self) -> None:
        """Proposes the first form."""
        self.query_one("#form", OptionList).highlighted = 0

    def entered(self) -> object:
        """A name that somebody typed; nothing for the one that was proposed."""
        value = self.query_one(Input).value
        return "" if value == self.proposed else value

    def explained(self) -> list[str]:
        """What is written, and for whom."""
        return [self.HELP, self.holds(), f"{self.FROM_A_SHELL}\n{self.line()}", *super().explained()]

    @property
    def form(self) -> str:
        """The form that is marked."""
        return list(self.FORMS)[self.query_one("#form", OptionList).highlighted or 0]

    @property
    def path(self) -> Path:
        """The file that is named."""
        return as_path(self.query_one(Input).value.strip())

    @on(OptionList.OptionHighlighted)
    def propose(self) -> None:
        """Proposes another file, as long as nobody has typed one."""
        entry = self.query_one(Input)
        if entry.value == self.proposed:
            self.proposed = entry.value = str(self.proposal())
            entry.cursor_position = len(entry.value)
        self.tell_line()

    @on(Input.Changed)
    def tell_line(self) -> None:
        """Shows what follows from what is chosen."""
        self.complain("")
        self.query_one("#holds", Static).update(shown(self.holds()))
        self.query_one("#line", Static).update(shown(self.line()))

    @on(OptionList.OptionSelected)
    def _go_on(self, event: OptionList.OptionSelected) -> None:
        self.query_one(self.following(event.option_list.id)).focus()

    def following(self, choice: str | None) -> str:  # noqa: ARG002 -- where there is more to choose
        """What comes after a choice."""
        return "Input"

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Writes the file, if it can be written."""
        self._write()

    @work
    async def _write(self) -> None:
        path = self.path
        if complaint := self.complaint(path):
            self.complain(complaint)
            return
        replace = messages.EXPORT_THERE.format(path=path)
        if path.exists() and not await agreed(self.app, replace, messages.EXPORT_KEEP, messages.EXPORT_REPLACE):
            self.complain(everywhere.EXPORT_KEPT)
            return
        try:
            with disk.told(path, everywhere.EXPORT_KEPT):
                disk.replace(path, self.written())
        except AdvisorError as error:
            self.complain(error.faults[0].message)
        else:
            self.dismiss(path)

    def complaint(self, path: Path) -> str:
        """Why nothing can be written there; empty where it can."""
        if not path.name:
            return everywhere.NEEDS_PATH
        return messages.EXPORT_FOLDER if path.is_dir() else ""


async def exported(app: App[None], dialog: ExportDialog) -> None:
    """Says where something was written, or that it was not."""
    path = await app.push_screen_wait(dialog)
    if path is None:
        app.notify(everywhere.EXPORT_KEPT, markup=False)
    else:
        app.notify(messages.EXPORTED.format(path=path), markup=False, timeout=_LONG)

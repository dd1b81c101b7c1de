"""Handing an assessment on: in which form, into which file, and how a command line would say it."""

from collections.abc import Mapping
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
from advisor.report.forms import FORMS, command
from advisor.rulebook.bundled import bundled_rules
from advisor.settings import settings_file
from advisor.store import disk
from advisor.tui.case import Case
from advisor.tui.dialogs import EditDialog, agreed
from advisor.tui.files import as_path
from advisor.tui.shown import shown

_LONG = 30.0
"""So many seconds does it stay on the screen where the file is, so that it can be noted down."""


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

    def written(self) -> str:
        """What goes into the file."""
        raise NotImplementedError

    def contents(self) -> ComposeResult:
        """The forms, the file, what to beware of, and what a command line would say."""
        yield Static(shown(messages.EXPORT_FORM))
        yield OptionList(*map(Option, map(shown, self.FORMS.values())), markup=False)
        yield Static(shown(messages.EXPORT_FILE), classes="question")
        yield Input(select_on_focus=False, compact=True)
        yield Static(shown(self.HOLDS), classes="hint")
        yield Static(shown(self.FROM_A_SHELL), classes="hint line")
        yield Static(id="line", classes="hint")

    def on_mount(self) -> None:
        """Proposes the first form."""
        self.query_one(OptionList).highlighted = 0

    def entered(self) -> object:
        """A name that somebody typed; nothing for the one that was proposed."""
        value = self.query_one(Input).value
        return "" if value == self.proposed else value

    def explained(self) -> list[str]:
        """What is written, and for whom."""
        return [self.HELP, self.HOLDS, *super().explained()]

    @property
    def form(self) -> str:
        """The form that is marked."""
        return list(self.FORMS)[self.query_one(OptionList).highlighted or 0]

    @property
    def path(self) -> Path:
        """The file that is named."""
        return as_path(self.query_one(Input).value.strip())

    @on(OptionList.OptionHighlighted)
    def _propose(self) -> None:
        entry = self.query_one(Input)
        if entry.value == self.proposed:
            self.proposed = entry.value = str(self.proposal())
            entry.cursor_position = len(entry.value)
        self._tell_line()

    @on(Input.Changed)
    def _tell_line(self) -> None:
        self.complain("")
        self.query_one("#line", Static).update(shown(self.line()))

    @on(OptionList.OptionSelected)
    def _go_on(self) -> None:
        self.query_one(Input).focus()

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
                disk.replace(path, self.written().encode(errors="backslashreplace"))
        except AdvisorError as error:
            self.complain(error.faults[0].message)
        else:
            self.dismiss(path)

    def complaint(self, path: Path) -> str:
        """Why nothing can be written there; empty where it can."""
        if not path.name:
            return everywhere.NEEDS_PATH
        return messages.EXPORT_FOLDER if path.is_dir() else ""


class Export(ExportDialog):
    """Writes an assessment."""

    HELP, HOLDS, FORMS = messages.EXPORT_HELP, messages.EXPORT_HOLDS, messages.FORMS
    heading = messages.EXPORT_TITLE

    def __init__(self, case: Case, rules: Path) -> None:
        super().__init__(rules)
        self.case = case

    def proposal(self) -> Path:
        """A name like that of the initiative, beside it."""
        # What came along with the program is not where people look for what they have written.
        folder = self.case.path.parent if self.case.file is not None else Path()
        return folder / f"{self.case.path.stem}{FORMS[self.form].ending}"

    def line(self) -> str:
        """The call that assesses it."""
        return command(FORMS[self.form], ("assess", self.case.path), self.path, self.rules, self.case.language)

    def written(self) -> str:
        """The assessment."""
        return FORMS[self.form].written(self.case.assessment)

    def complaint(self, path: Path) -> str:
        """Whether that is the initiative itself."""
        is_itself = path.exists() and not path.is_dir() and path.samefile(self.case.path)
        return messages.EXPORT_SELF if is_itself else super().complaint(path)


async def exported(app: App[None], dialog: ExportDialog) -> None:
    """Says where something was written, or that it was not."""
    path = await app.push_screen_wait(dialog)
    if path is None:
        app.notify(everywhere.EXPORT_KEPT, markup=False)
    else:
        app.notify(messages.EXPORTED.format(path=path), markup=False, timeout=_LONG)

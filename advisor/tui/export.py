"""Handing an assessment on: in which form, into which file, and how a command line would say it."""

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from advisor.errors import AdvisorError
from advisor.messages import screens as messages
from advisor.report.forms import FORMS, Form, command
from advisor.rulebook.bundled import bundled_rules
from advisor.settings import settings_file
from advisor.store import disk
from advisor.tui.case import Case
from advisor.tui.dialogs import Choose, Dialog
from advisor.tui.files import as_path
from advisor.tui.shown import shown


class Export(Dialog[Path]):
    """Asks for a form and a file, and writes it; the result is where it was written."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, case: Case, rules: Path) -> None:
        super().__init__()
        self.case = case
        self.rules = None if rules == bundled_rules() and not settings_file().exists() else rules
        self.proposed = ""
        """The name that was proposed; another form proposes another one as long as nobody has typed."""

    def compose(self) -> ComposeResult:
        """The forms, the file, what a command line would say, and what to beware of."""
        with VerticalScroll(id="box", can_focus=False):
            yield Static(shown(messages.EXPORT_TITLE), classes="heading")
            yield OptionList(*(Option(shown(messages.FORMS[form])) for form in FORMS), markup=False)
            yield Static(shown(messages.EXPORT_FILE), classes="question")
            yield Input(select_on_focus=False, compact=True)
            yield Static(classes="wrong")
            yield Static(shown(messages.EXPORT_HOLDS), classes="hint")
            with Horizontal(id="buttons"):
                yield Button(messages.EXPORT, variant="primary", compact=True, id="save")
                yield Button(messages.CANCEL, compact=True, id="cancel")
            yield Static(shown(messages.EXPORT_LINE), classes="hint line")
            yield Static(id="line", classes="hint")

    def on_mount(self) -> None:
        """Proposes the whole as text."""
        self.query_one(OptionList).highlighted = 0

    @property
    def form(self) -> Form:
        """The form that is marked."""
        return list(FORMS.values())[self.query_one(OptionList).highlighted or 0]

    @property
    def path(self) -> Path:
        """The file that is named."""
        return as_path(self.query_one(Input).value.strip())

    @on(OptionList.OptionHighlighted)
    def _propose(self) -> None:
        entry = self.query_one(Input)
        if entry.value == self.proposed:
            # What came along with the program is not where people look for what they have written.
            folder = self.case.path.parent if self.case.file is not None else Path()
            self.proposed = entry.value = str(folder / f"{self.case.path.stem}{self.form.ending}")
            entry.cursor_position = len(entry.value)
        self._tell_line()

    @on(Input.Changed)
    def _tell_line(self) -> None:
        self._complain("")
        line = command(self.form, self.case.path, self.path, self.rules, self.case.language)
        self.query_one("#line", Static).update(shown(line))

    @on(OptionList.OptionSelected)
    def _go_on(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    @work
    async def _write(self) -> None:
        path = self.path
        if complaint := self._complaint(path):
            self._complain(complaint)
            return
        if path.exists():
            choices = (messages.EXPORT_KEEP, messages.EXPORT_REPLACE)
            if await self.app.push_screen_wait(Choose(messages.EXPORT_THERE.format(path=path), choices)) != 1:
                return
        try:
            with disk.told(path, messages.EXPORT_KEPT):
                disk.replace(path, self.form.written(self.case.assessment).encode(errors="backslashreplace"))
        except AdvisorError as error:
            self._complain(error.faults[0].message)
        else:
            self.dismiss(path)

    def _complain(self, complaint: str) -> None:
        wrong = self.query_one(".wrong", Static)
        wrong.update(shown(complaint))
        wrong.display = bool(complaint)

    def _complaint(self, path: Path) -> str:
        """Why nothing can be written there; empty where it can."""
        if not path.name:
            return messages.NEEDS_PATH
        if path.is_dir():
            return messages.EXPORT_FOLDER
        return messages.EXPORT_SELF if path.exists() and path.samefile(self.case.path) else ""

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.dismiss(None)

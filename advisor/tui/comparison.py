"""Two initiatives, or two versions of one, side by side: what differs, and what is told of the marked line."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Footer, Static

from advisor.comparison.compare import compared
from advisor.comparison.forms import FORMS
from advisor.comparison.results import Comparison
from advisor.errors import AdvisorError
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.messages.screens import compare as messages
from advisor.report.forms import command
from advisor.tui import findings
from advisor.tui.bar import TopBar
from advisor.tui.case import Case
from advisor.tui.compared import Lines
from advisor.tui.export import ExportDialog, as_bytes, exported
from advisor.tui.leads import Leading
from advisor.tui.shown import shown
from advisor.tui.which import Found

if TYPE_CHECKING:
    from advisor.tui.app import AdvisorApp


class ComparisonScreen(Leading):
    """The initiative that is open, beside another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "swap", messages.SWAP, show=False, tooltip=messages.SWAP_TIP),
        Binding("o", "other", messages.OTHER, show=False, tooltip=messages.OTHER_TIP),
        Binding("f6", "export_comparison", messages.EXPORT, show=False, tooltip=messages.EXPORT_TIP),
    ]

    def __init__(self, case: Case, other: Found) -> None:
        super().__init__(case)
        self.other = other
        self.told: Comparison | None = None
        self.is_swapped = False
        self._is_after = False
        """Whether the one that is open stands second."""
        self._shown: object = None
        """What is shown was made of."""

    def compose(self) -> ComposeResult:
        """What can be done, how much differs, then the list."""
        yield TopBar(self.case, messages.PLACE)
        with Horizontal(classes="tools"):
            yield Button(messages.SWAP, id="swap", compact=True, tooltip=messages.SWAP_TIP)
            yield Button(messages.OTHER, id="other", compact=True, tooltip=messages.OTHER_TIP)
            yield Button(messages.EXPORT, id="export", compact=True, tooltip=messages.EXPORT_TIP)
            yield Static(shown(messages.HINT), id="hint")
        yield Static(id="overview")
        yield findings.Findings()
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Compares as soon as there is something to show it in."""
        self.call_after_refresh(self.refresh_case)

    def refresh_case(self) -> None:
        """Compares anew where one of them, or the rules, have changed."""
        if not self.query(findings.Lines):
            return
        try:
            sides = self._sides()
        except AdvisorError as error:
            self.app.tell(error)
            return
        rulebook = self.case.engine.rulebook
        if (rulebook, sides) == self._shown:
            return
        self._shown = rulebook, sides
        files = self.files
        self.told = compared(rulebook, *sides, (str(files[0]), str(files[1])), self.case.language)
        counted = messages.COUNTED.format(answers=len(self.told.differences), conclusions=len(self.told.conclusions))
        self.query_one("#overview", Static).update(shown(counted))
        lines = Lines(self.told, self.case.initiative, rulebook)
        self.query_one(findings.Findings).show(list(lines.entries()), messages.SAME)
        self.query_one(findings.Lines).focus()

    def explained(self) -> list[str]:
        """What the list tells, and the terms of art in the marked line."""
        marked = self.query_one(findings.Lines).marked
        told = messages.HELP_TEXT.format(name=self.case.initiative.name)
        return [told, *([] if marked is None else self.terms(marked))]

    def _sides(self) -> tuple[Initiative, Initiative]:
        """The two: of two versions the one that is open counts as the later, else as the first; unless swapped."""
        here = self.case.initiative
        if self.other.is_as_opened and self.case.as_opened is not None:
            there = self.case.as_opened
        else:
            there = read_initiative(self.other.path, self.case.engine.rulebook.questions)
        self._is_after = (here.name == there.name) is not self.is_swapped
        return (there, here) if self._is_after else (here, there)

    @property
    def files(self) -> tuple[Path, Path]:
        """Where the two stand, in the order in which they are shown."""
        return (self.other.path, self.case.path) if self._is_after else (self.case.path, self.other.path)

    @on(Button.Pressed, "#swap")
    def action_swap(self) -> None:
        """Lets the two change sides."""
        self.is_swapped = not self.is_swapped
        self.refresh_case()

    @on(Button.Pressed, "#other")
    @work
    async def action_other(self) -> None:
        """Compares the initiative that is open with another one."""
        from advisor.tui.comparing import which_other

        if other := await which_other(self.app, self.case):
            self.other = other
            self.refresh_case()

    @on(Button.Pressed, "#export")
    @work
    async def action_export_comparison(self) -> None:
        """Puts the comparison into a file."""
        if self.told is not None:
            files = None if self.other.is_as_opened else self.files
            await exported(self.app, ExportComparison(self.app, self.told, files))


class ExportComparison(ExportDialog):
    """Writes a comparison."""

    HELP, HOLDS, FORMS = messages.EXPORT_HELP, messages.EXPORT_HOLDS, messages.FORMS
    heading = messages.EXPORT_TITLE

    def __init__(self, app: "AdvisorApp", told: Comparison, files: tuple[Path, Path] | None) -> None:
        super().__init__(app.rules)
        self.told = told
        self.files = files
        self.language = app.language

    def proposal(self) -> Path:
        """A neutral name where one works."""
        return Path(f"{messages.FILE_NAME}{FORMS[self.form].ending}")

    def line(self) -> str:
        """The call that compares two files; what stands in no file any more cannot be compared from a shell."""
        if self.files is None:
            return messages.NO_LINE
        return command(FORMS[self.form], ("compare", *self.files), self.path, self.rules, self.language)

    def written(self) -> bytes:
        """The comparison."""
        return as_bytes(FORMS[self.form].written(self.told))

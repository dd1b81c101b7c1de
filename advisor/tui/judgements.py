"""What can be expected: the promises of a proposal and the demands of funders, each with what to think of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Footer, Static

from advisor.errors import AdvisorError
from advisor.funders.forms import FORMS
from advisor.funders.results import Expected
from advisor.messages.screens import assessment, everywhere
from advisor.messages.screens import promises as messages
from advisor.report.assessment import Assessment
from advisor.tui.bar import TopBar
from advisor.tui.case import Case
from advisor.tui.files import OpenFile
from advisor.tui.findings import Findings, Lines
from advisor.tui.handing import Export
from advisor.tui.judged import entries, overview
from advisor.tui.leads import Leading
from advisor.tui.promised import Promised, Sort
from advisor.tui.shown import shown


class JudgementsScreen(Leading):
    """A list of promises and demands, and what is told of the marked one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", messages.ADD_PROFILE, show=False, tooltip=messages.ADD_PROFILE_TIP)
    ]
    case: Promised

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._shown: object = None

    def compose(self) -> ComposeResult:
        """What can be done, all of it in a line, then the list."""
        yield TopBar(self.case, messages.JUDGEMENTS)
        with Horizontal(classes="tools"):
            yield Button(assessment.EXPORT_BUTTON, id="export", compact=True, tooltip=everywhere.EXPORT_TIP)
            yield Button(messages.ADD_PROFILE, id="add", compact=True, tooltip=messages.ADD_PROFILE_TIP)
            yield Static(shown(messages.HINT.format(name=self.case.about.initiative.name)), id="hint")
        yield Static(id="overview")
        yield Findings()
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Judges as soon as there is something to show it in."""
        self.call_after_refresh(self.refresh_case)

    def refresh_case(self) -> None:
        """Shows the judgements as they stand; what was marked stays marked."""
        if not self.query(Lines):
            return
        told = self.case.expected
        if told is not self._shown:
            self._shown = told
            self.query_one("#overview", Static).update(shown("\n".join(overview(told))))
            empty = messages.NO_PROMISES if self.case.sort is Sort.CLAIMS else messages.NO_DEMANDS
            self.query_one(Findings).show(list(entries(told)), empty)
            self.query_one(Lines).focus()

    def explained(self) -> list[str]:
        """What the judgements mean, and the terms of art in the marked line."""
        marked = self.query_one(Lines).marked
        return [messages.JUDGEMENTS_HELP, *([] if marked is None else self.terms(marked))]

    @on(Button.Pressed, "#export")
    def _export(self) -> None:
        self.app.action_export()

    @on(Button.Pressed, "#add")
    @work
    async def action_add(self) -> None:
        """Holds the demands of a further funder against the initiative."""
        path = await self.app.push_screen_wait(OpenFile(messages.WHICH_PROFILE))
        if path is None:
            return
        try:
            self.case.hold_against(path)
        except AdvisorError as error:
            self.app.tell(error)
        else:
            self.refresh_case()


class ExportJudgements(Export):
    """Writes the judgements, or the expectation sheet with them."""

    HELP, FORMS, RESULTS, NAME = messages.EXPORT_HELP, messages.EXPORT_FORMS, FORMS, messages.FILE_NAME
    heading = messages.EXPORT_TITLE
    case: Promised

    def judged(self) -> Expected:
        """The judgements."""
        return self.promised(self.assessed())

    def promised(self, about: Assessment) -> Expected:
        """The same, for the expectation sheet."""
        return self.case.expected_for(about)

    def call(self) -> tuple[str | Path, ...]:
        """The command that judges them, with all of the files."""
        return ("expect", *self._files())

    def paper_call(self) -> tuple[str | Path, ...]:
        """The command that writes the sheet."""
        return ("report", *self._files())

    def _files(self) -> Iterator[str | Path]:
        yield self.case.about.path
        option = "--claims" if self.case.sort is Sort.CLAIMS else "--funder"
        for pair in ((option, self.case.path), *(("--funder", path) for path in self.case.profiles)):
            yield from pair

    def complaint(self, path: Path) -> str:
        """Whether that is one of the files that are judged."""
        judged = (self.case.about.path, *self.case.profiles)
        if path.is_file() and any(path.samefile(one) for one in judged):
            return messages.EXPORT_OWN
        return super().complaint(path)

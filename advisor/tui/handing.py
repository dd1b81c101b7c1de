"""Handing on what is said of an initiative: which paper or form, for whom, as what, and into which file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, OptionList, Static

from advisor.funders.results import Expected
from advisor.messages.screens import export as messages
from advisor.model.advice import PaperKind
from advisor.papers.build import KINDS, build, usual_audience
from advisor.papers.formats import FORMATS, writer_for
from advisor.report import forms
from advisor.report.assess import assess_for
from advisor.report.assessment import Assessment
from advisor.report.audience import Audience
from advisor.report.forms import Form, command, shell_line
from advisor.settings import receipt_key
from advisor.tui.case import Case
from advisor.tui.export import ExportDialog, as_bytes, choices
from advisor.tui.shown import shown

_DATES = ".ics"
_PAPERS: Mapping[str, PaperKind] = {**{kind: kind for kind in KINDS}, _DATES: "memo"}
"""What is a paper, by its name in the list. The dates are those of the memo, which has all of them."""


class Export(ExportDialog):
    """Writes an assessment, or a paper made of it."""

    HELP, FORMS = messages.EXPORT_HELP, messages.FORMS
    HOLDS = messages.HOLDS["team"]
    heading = messages.EXPORT_TITLE
    RESULTS: ClassVar[Mapping[str, Form[Any]]] = forms.FORMS
    """How what is judged is written, where it is no paper."""
    NAME: ClassVar[str] = messages.FILE_NAME
    """What a file for others is called: the name of the initiative can tell too much."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high"), (30, "-tall")]

    def __init__(self, case: Case, rules: Path) -> None:
        super().__init__(rules)
        self.case = case
        self._usual = Audience.TEAM

    # What it is made of

    def assessed(self) -> Assessment:
        """The assessment of the initiative, for those for whom it is."""
        about = self.case.about
        if self.audience is Audience.TEAM:
            return about.assessment
        return assess_for(about.engine, about.initiative, self.audience, about.language, receipt_key())

    def judged(self) -> Assessment | Expected:
        """What is written where it is no paper."""
        return self.assessed()

    def promised(self, about: Assessment) -> Expected | None:  # noqa: ARG002 -- where something is promised
        """What an expectation sheet tells of promises."""
        return None

    def call(self) -> tuple[str | Path, ...]:
        """The command that judges it, with its files."""
        return ("assess", self.case.path)

    def paper_call(self) -> tuple[str | Path, ...]:
        """The command that writes papers, with its files."""
        return ("report", self.case.path)

    # What is chosen

    def ways(self) -> ComposeResult:
        """What, for whom, and as what; the title of the file."""
        with Horizontal(id="ways"):
            with Vertical():
                yield Static(shown(messages.WHAT))
                yield self.forms()
            with Vertical():
                yield Static(shown(messages.FOR_WHOM))
                yield choices("audience", messages.AUDIENCES.values())
                with Vertical(id="as"):
                    yield Static(shown(messages.AS))
                    yield choices("format", messages.FORMATS.values())
        yield Static(shown(messages.INTO), classes="question")

    def on_mount(self) -> None:
        """Proposes the first of everything."""
        super().on_mount()
        for name in ("#audience", "#format"):
            self.query_one(name, OptionList).highlighted = 0

    @property
    def audience(self) -> Audience:
        """For whom it is."""
        return Audience(list(messages.AUDIENCES)[self.query_one("#audience", OptionList).highlighted or 0])

    @property
    def _format(self) -> str:
        return list(messages.FORMATS)[self.query_one("#format", OptionList).highlighted or 0]

    @property
    def _has_formats(self) -> bool:
        return self.form in KINDS

    def proposal(self) -> Path:
        """A name like that of the initiative, beside it; for others, one that tells nothing."""
        # What came along with the program is not where people look for what they have written.
        folder = self.case.path.parent if self.case.file is not None else Path()
        team = self.audience is Audience.TEAM
        stem = self.case.path.stem if team else f"{self.NAME}-{self.audience}"
        if self.form not in _PAPERS:
            return folder / f"{stem}{self.RESULTS[self.form].ending}"
        ending = self._format if self._has_formats else _DATES
        kind = messages.PAPER_NAMES[self.form]
        return folder / (f"{stem}-{kind}{ending}" if team else f"{kind}-{self.audience}{ending}")

    @on(OptionList.OptionHighlighted, "#form")
    def _choose_audience(self) -> None:
        """Goes with what is usual for a paper, unless somebody has chosen otherwise."""
        usual = usual_audience(_PAPERS[self.form]) if self.form in _PAPERS else Audience.TEAM
        if self.audience is self._usual:
            self.query_one("#audience", OptionList).highlighted = list(Audience).index(usual)
        self._usual = usual
        self.query_one("#as").display = self._has_formats

    @on(OptionList.OptionHighlighted, "#format")
    def _change_ending(self) -> None:
        """Gives the file that somebody has typed the ending of the format."""
        entry = self.query_one(Input)
        if self._has_formats and entry.value != self.proposed and self.path.suffix.lower() in FORMATS:
            entry.value = str(self.path.with_suffix(self._format))

    def following(self, choice: str | None) -> str:
        """The next choice; after the last one the file."""
        after = {"form": "#audience", "audience": "#format" if self._has_formats else "Input"}
        return after.get(str(choice), "Input")

    # What is written

    def holds(self) -> str:
        """What stands in it, or is left out."""
        return messages.HOLDS[self.audience]

    def line(self) -> str:
        """The call that writes the same."""
        audience = ("--audience", self.audience.value) if self.audience is not self._usual else ()
        if self.form not in _PAPERS:
            call = (*self.call(), *audience)
            return command(self.RESULTS[self.form], call, self.path, self.rules, self.case.language)
        paper = ("--paper", self.form) if self.form in KINDS else ()
        return shell_line((*self.paper_call(), *paper, *audience, "-o", self.path), self.rules, self.case.language)

    def written(self) -> bytes:
        """The paper, or what is judged in one of its forms."""
        if self.form not in _PAPERS:
            return as_bytes(self.RESULTS[self.form].written(self.judged()))
        write = writer_for(self.path, None)
        assessment = self.assessed()
        return write(build(assessment, _PAPERS[self.form], self.promised(assessment)), None)

    def complaint(self, path: Path) -> str:
        """Whether that is the initiative itself."""
        is_itself = path.exists() and not path.is_dir() and path.samefile(self.case.path)
        return messages.EXPORT_SELF if is_itself else super().complaint(path)

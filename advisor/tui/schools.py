"""By whose definition: the schools side by side, and the tests of the marked one."""

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList

from advisor.messages import assessment as told
from advisor.messages.screens import assessment as messages
from advisor.model.finding import TRACKS
from advisor.report import wording
from advisor.report.assessment import CriterionResult, SchoolResult, VerdictResult
from advisor.report.plain.lines import SIGNS, status_words, told_status
from advisor.text import either
from advisor.tui.findings import Entry, Lines, Proven, heading
from advisor.tui.laid import Columns, Hanging
from advisor.tui.scope import Scope
from advisor.tui.shown import STATUS_STYLES, shown, shown_lines

_GAP = 2
_NOTHING = Content()


class SchoolsView(Container):
    """A table with a line for each school, and below it what the marked school asks for."""

    scope: Scope

    def compose(self) -> ComposeResult:
        """The table and the tests."""
        yield Lines(id="table", markup=False)
        yield Lines(id="tests", markup=False)

    def show(self, scope: Scope) -> None:
        """Shows what the schools say."""
        self.scope = scope
        table = self.query_one("#table", Lines)
        before = table.highlighted if len(table.entries) == len(scope.view.schools) + 1 else None
        table.fill(list(_table(scope.view.schools)), before)
        self._tell()

    @on(OptionList.OptionHighlighted, "#table")
    def _tell(self) -> None:
        at = self.query_one("#table", Lines).highlighted
        if at is not None:
            self.query_one("#tests", Lines).fill(list(_tests(self.scope.view.schools[at - 1], self.scope.id)))

    @on(OptionList.OptionSelected, "#table")
    def _go_down(self) -> None:
        self.query_one("#tests", Lines).focus()


def _table(schools: list[SchoolResult]) -> Iterator[Entry]:
    """A line of tracks, then a line for each school."""
    rows = [[_cell(school, track) for track in TRACKS] for school in schools]
    heads = [shown((track, "bold")) for track in TRACKS]
    columns = list(zip(heads, *rows, strict=True))
    widths = [max(cell.cell_length for cell in column) + _GAP for column in columns]
    yield Entry(Columns(shown(messages.TRACK_HEADING), heads, widths, _NOTHING), is_heading=True)
    for school, cells in zip(schools, rows, strict=True):
        if school.verdicts:
            yield Entry(Columns(shown(school.short), cells, widths, _beside(school)))
        else:
            yield Entry(Columns(shown(school.short), [], [], _counted(school.criteria)))


def _cell(school: SchoolResult, track: str) -> Content:
    """How a school stands to a track; a verdict that covers several tracks stands in brackets under each of them."""
    return Content("  ").join(_verdict_cell(verdict) for verdict in school.verdicts if track in verdict.tracks)


def _verdict_cell(verdict: VerdictResult) -> Content:
    word = f"{SIGNS[verdict.status]} {_in_a_word(verdict)}"
    return shown((f"({word})" if verdict.umbrella else word, STATUS_STYLES[verdict.status]))


def _in_a_word(verdict: VerdictResult) -> str:
    """How it has settled, or will whatever is answered."""
    if verdict.settled is None:
        return told_status(verdict.kind, verdict.status)
    if verdict.settled == verdict.status:
        return messages.STAYS_OPEN
    return messages.WILL_BE.format(status=told_status(verdict.kind, verdict.settled))


def _beside(school: SchoolResult) -> Content:
    """What a school says that names no track, a line for each."""
    beside = [v for v in school.verdicts if not v.tracks and v.status in ("supported", "contested")]
    return shown_lines(*(_sign(v) + shown(v.says, *_in_doubt(v)) for v in beside))


def _in_doubt(verdict: VerdictResult) -> Iterator[str]:
    if verdict.status == "contested":
        yield f" ({told_status(verdict.kind, verdict.status)})"


def _counted(criteria: list[CriterionResult]) -> Content:
    """Of a school that names no track: how many of its tests have settled how."""
    statuses = [criterion.status for criterion in criteria]
    counts = ((status, statuses.count(status)) for status in ("met", "contested", "not met", "unknown"))
    cells = [(f"{SIGNS[s]} {n} {messages.OF_TESTS[s]}", STATUS_STYLES[s]) for s, n in counts if n]
    return shown(messages.NAMES_NO_TRACK) + Content("  ").join(map(shown, cells))


def _tests(school: SchoolResult, part: str) -> Iterator[Entry]:
    """What a school says, verdict by verdict, with the tests that decide."""
    yield heading(school.title)
    for verdict in school.verdicts:
        says = shown((f"{_title(verdict)}: ", "bold"), verdict.says)
        yield Entry(Hanging(_sign(verdict), says), lead=Proven(verdict.id, verdict.item, part))
        for criterion in verdict.criteria:
            yield _test(criterion, part, "  ")
    for criterion in school.criteria:
        yield _test(criterion, part, "")
    findings = [f for verdict in school.verdicts for f in (verdict, *verdict.criteria)] or school.criteria
    for source in wording.sources(findings):
        yield Entry(shown((source, "dim")))


def _title(verdict: VerdictResult) -> str:
    word = status_words(verdict)
    if not verdict.tracks:
        return word.capitalize()
    track = messages.TRACK.format(track=either(verdict.tracks))
    return f"{messages.BROAD.format(statement=track) if verdict.umbrella else track}, {word}"


def _test(criterion: CriterionResult, part: str, indent: str) -> Entry:
    word = status_words(criterion)
    word = word if criterion.decides else told.GOES_WITH.format(status=word)
    line = shown(criterion.says, (f" ({word})", STATUS_STYLES[criterion.status]))
    return Entry(Hanging(indent + _sign(criterion), line), lead=Proven(criterion.id, criterion.item, part))


def _sign(finding: VerdictResult | CriterionResult) -> Content:
    return shown((f"{SIGNS[finding.status]} ", f"bold {STATUS_STYLES[finding.status]}"))

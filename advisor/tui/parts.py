"""The phases and strands of an initiative, each with its time and what it is called."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from rich.table import Table
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from advisor.messages import assessment as assessment_messages
from advisor.messages import proof as proof_messages
from advisor.messages.screens import everywhere
from advisor.messages.screens import parts as messages
from advisor.report.assessment import Headline, PartPicture, SchoolResult
from advisor.report.headline import in_time, tracks_of
from advisor.report.plain.lines import SIGNS
from advisor.store.file import InitiativeFile
from advisor.text import either
from advisor.tui.bar import TopBar
from advisor.tui.dialogs import Choose, may_remove
from advisor.tui.partform import PartFacts, PartForm
from advisor.tui.picture import ORDER
from advisor.tui.place import Place
from advisor.tui.shown import STATUS_STYLES, shown, shown_by_rich, shown_lines
from advisor.tui.timeline import Bar, Scale, scale_of

_SIGNS = {"agreed": "+", "split": "+", "contested": "!", "undecided": "?", "none": "×"}


class Further(StrEnum):
    """What can be done besides looking at a part."""

    ADD = messages.PART_ADD
    ALL = everywhere.THAT_IS_ALL
    MORE = everywhere.MAY_BE_MORE


class PartsScreen(Place):
    """The parts on a common scale of years; below, one of them in full."""

    _parts: tuple[PartPicture, ...] = ()
    _further: tuple[Further, ...] = ()

    def compose(self) -> ComposeResult:
        """The scale, the parts, and the one that is marked."""
        yield TopBar(self.case, everywhere.PARTS)
        yield Static(id="scale")
        yield OptionList(id="parts", markup=False)
        with VerticalScroll(id="part"):
            yield Static(id="part-text")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Shows the parts, as soon as there is something to show them in."""
        self.call_after_refresh(self.refresh_case)

    def refresh_case(self) -> None:
        """Shows the parts as they are now; the marked place stays."""
        if not self.query("#part-text"):
            return
        self._parts = tuple(in_time(self.case.picture.parts))
        self._further = () if self.case.file is None else tuple(self._offered())
        scale = scale_of(date for part in self._parts for date in (part.start, part.end) if date is not None)
        years = self.query_one("#scale", Static)
        years.update(_row("", scale or "", ""))
        years.display = scale is not None
        listed = self.query_one("#parts", OptionList)
        before = listed.highlighted
        further = (Option(shown("→ ", (one.value, "italic"))) for one in self._further)
        listed.set_options([*(Option(_told(part, scale)) for part in self._parts), *further])
        listed.highlighted = before or 0
        listed.display = bool(listed.option_count)
        if not listed.option_count:
            self._show(_what_parts_are(messages.NO_PARTS_OF_EXAMPLE))

    @property
    def looked_at(self) -> str:
        """The marked part."""
        at = self.query_one("#parts", OptionList).highlighted
        return self._parts[at].id if at is not None and at < len(self._parts) else ""

    def explained(self) -> list[str]:
        """What phases and strands are for."""
        return [messages.WHAT_PARTS_ARE, messages.PARTS_HELP]

    def _offered(self) -> Iterator[Further]:
        yield Further.ADD
        if self._parts:
            yield Further.MORE if self.case.initiative.parts_complete else Further.ALL

    @on(OptionList.OptionHighlighted, "#parts")
    def _look(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index < len(self._parts):
            self._show(shown_lines(*_lines(self._parts[event.option_index])))
        else:
            state = messages.PARTS_ARE_ALL if self.case.initiative.parts_complete else messages.PARTS_MAY_BE_MORE
            self._show(_what_parts_are(state if self._parts else messages.NO_PARTS))

    @on(OptionList.OptionSelected, "#parts")
    def _choose(self, event: OptionList.OptionSelected) -> None:
        at = event.option_index
        if self.case.file is None:
            self.query_one("#part").focus()
        elif at < len(self._parts):
            self._change(self._parts[at])
        elif self._further[at - len(self._parts)] is Further.ADD:
            self._add()
        else:
            complete = self._further[at - len(self._parts)] is Further.ALL
            self._save(lambda file: file.close_parts(complete=complete))

    @work
    async def _add(self) -> None:
        facts = await self.app.push_screen_wait(PartForm(messages.PART_NEW, PartFacts()))
        if facts is not None:
            self._save(lambda file: file.add_part(facts.kind, facts.name, facts.start, facts.end))

    @work
    async def _change(self, part: PartPicture) -> None:
        choices = (messages.PART_ASK, messages.PART_CHANGE, everywhere.ITEM_REMOVE)
        match await self.app.push_screen_wait(Choose(everywhere.ITEM_WHAT.format(name=part.name), choices)):
            case 0:
                self.app.ask_about_part(part.id)
            case 1:
                before = PartFacts(part.kind, part.name, part.start, part.end)
                new = await self.app.push_screen_wait(PartForm(messages.PART_CHANGE, before))
                if new is not None:
                    self._save(lambda file: file.change_part(part.id, new.kind, new.name, new.start, new.end))
            case 2:
                if await may_remove(self.app, part.name):
                    self._save(lambda file: file.remove_part(part.id))

    def _save(self, change: Callable[[InitiativeFile], object]) -> None:
        if self.save(change):
            self.refresh_case()

    def _show(self, text: Content) -> None:
        self.query_one("#part-text", Static).update(text)
        self.query_one("#part").scroll_home(animate=False)


def _what_parts_are(state: str) -> Content:
    return shown_lines(shown(messages.WHAT_PARTS_ARE), shown(), shown(state))


def _told(part: PartPicture, scale: Scale | None) -> Table:
    if scale is None or (part.start is None and part.end is None):
        time: Bar | Text = Text(messages.NO_DATES, "dim")
    else:
        time = Bar(scale, part.start, part.end)
    return _row(shown_by_rich(part.name), time, shown_by_rich(_called(part.headline)))


def _row(name: str | Text, time: str | Text | Scale | Bar, called: str | Text) -> Table:
    """Three columns, as wide in every row."""
    row = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for ratio in (4, 3, 4):
        row.add_column(ratio=ratio)
    row.add_row(name, time, called)
    return row


def _called(headline: Headline | None) -> str:
    """What a part is, in a few words."""
    if headline is None:
        return ""
    words = tracks_of(headline)
    return f"{_SIGNS[headline.agreement]} {words}{messages.AGREED if headline.agreement == 'agreed' else ''}"


def _lines(part: PartPicture) -> Iterator[Content]:
    """A part in full: its headline, and what each school says."""
    kind = assessment_messages.PARTS[part.kind].format(name=part.name)
    yield shown((kind, "bold"), (f"  {_dates(part)}", "dim"))
    yield shown()
    yield shown(part.headline.says if part.headline is not None else everywhere.NO_PICTURE)
    yield shown()
    yield shown((assessment_messages.DEFINITION, "bold"))
    yield from _stands(part.schools)


def _stands(schools: Sequence[SchoolResult]) -> Iterator[Content]:
    """What the schools say of each track that they know; what says yes comes first."""
    verdicts = [(school, verdict) for school in schools for verdict in school.verdicts if verdict.tracks]
    for school, verdict in sorted(verdicts, key=lambda pair: ORDER.index(pair[1].status)):
        style = STATUS_STYLES[verdict.status]
        title = assessment_messages.TITLE_BROAD if verdict.umbrella else assessment_messages.TITLE
        says = title.format(school=school.short, tracks=either(verdict.tracks))
        yield shown((f"{SIGNS[verdict.status]} ", style), f"{says}: ", (proof_messages.STATUS[verdict.status], style))


def _dates(part: PartPicture) -> str:
    match part.start, part.end:
        case None, None:
            return messages.NO_DATES
        case None, end:
            return messages.UNTIL.format(end=end)
        case start, None:
            return messages.SINCE.format(start=start)
        case start, end:
            return f"{start}{assessment_messages.FROM_UNTIL}{end}"

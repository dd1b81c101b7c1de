"""The assessment: what matters most, by whose definition, and what is advised, tab by tab."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Footer, OptionList, Static, TabbedContent, TabPane

from advisor.errors import AdvisorError
from advisor.messages import assessment as told
from advisor.messages.screens import assessment as messages
from advisor.messages.screens import everywhere, turning
from advisor.report.wording import named
from advisor.store import disk
from advisor.tui.bar import TopBar
from advisor.tui.case import Case
from advisor.tui.dialogs import Choose
from advisor.tui.entries import Entries, stops_changed
from advisor.tui.files import AskNewPath, as_path
from advisor.tui.findings import Asked, Entry, Findings, Fold, Lead, Lines, Proven, Several, Tab
from advisor.tui.leads import Leading
from advisor.tui.schools import SchoolsView
from advisor.tui.scope import Scope
from advisor.tui.shown import shown

_SECTIONS = {"steps": ("steps", "reflections", "lessons")}
"""What a tab tells besides the section that it is named after."""
_DATED = "steps"


class _Pane(TabPane):
    """What a tab shows."""

    @on(TabPane.Focused)
    def _stay(self, event: TabPane.Focused) -> None:
        # It would turn back to this tab when another one has been chosen meanwhile.
        event.stop()


class AssessmentScreen(Leading):
    """Nine tabs, each filled when it is first shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False, priority=True, tooltip=messages.LEFT_TIP),
        Binding("right", "turn(1)", show=False, priority=True, tooltip=messages.RIGHT_TIP),
        *(Binding(str(number), f"tab('{tab}')", show=False) for number, tab in enumerate(messages.TABS, start=1)),
        Binding("p", "part", show=False, tooltip=messages.PART_TIP),
        Binding("c", "another_track", turning.ANOTHER_TRACK_NAME, show=False, tooltip=turning.ANOTHER_TRACK_TIP),
    ]

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.scope = Scope(case.engine.rulebook, case.initiative, case.assessment)
        self._since = self._look()
        self._shown: dict[str, Scope] = {}
        """What each tab has been filled with."""

    def compose(self) -> ComposeResult:
        """What can be done, then the tabs."""
        yield TopBar(self.case, everywhere.ADVICE)
        with Horizontal(id="parts", classes="tools"):
            yield Button(id="part", compact=True, tooltip=messages.PART_TIP)
        with Horizontal(classes="tools"):
            yield Button(messages.EXPORT_BUTTON, id="export", compact=True, tooltip=everywhere.EXPORT_TIP)
            if self.case.file is None:
                yield Button(messages.COPY, id="copy", compact=True, tooltip=messages.COPY_TIP)
            yield Button(turning.ANOTHER_TRACK, id="another", compact=True, tooltip=turning.ANOTHER_TRACK_TIP)
            yield Static(id="hint")
        with TabbedContent(id="tabs"):
            for tab, title in messages.TABS.items():
                with _Pane(title, id=tab):
                    yield SchoolsView() if tab == "schools" else Findings()
        yield Footer(compact=True)

    @property
    def looked_at(self) -> str:
        """The phase or strand that one reads about; empty for the whole."""
        return self.scope.id

    def refresh_case(self) -> None:
        """Shows the assessment as it stands; what has not changed stays as it is, with its marked line."""
        if self.scope.assessment is not self.case.assessment:
            self._since = self._look()
            self._tell_of(self.scope.id)
        elif self._shown:
            self._fill()

    def _look(self) -> list[Entry]:
        """Which stops have come and gone since somebody last looked."""
        before, self.case.looked_at = self.case.looked_at, self.case.assessment
        return [] if before is None else list(stops_changed(before, self.case.assessment))

    def _tell_of(self, part: str) -> None:
        self.scope = Scope(self.case.engine.rulebook, self.case.initiative, self.case.assessment, part)
        self._fill()

    def explained(self) -> list[str]:
        """What the tabs tell, and the terms of art in the marked line."""
        pane = self.query_one(TabbedContent).active_pane
        marked = None if pane is None else pane.query(Lines).first().marked
        return [messages.ASSESSMENT_HELP, *([] if marked is None else self.terms(marked))]

    # The tabs

    @on(TabbedContent.TabActivated)
    def _turned(self) -> None:
        self._fill()
        if pane := self.query_one(TabbedContent).active_pane:
            pane.query(Lines).first().focus()

    def _fill(self) -> None:
        tab = self.query_one(TabbedContent).active
        part, whole = self.scope.part, messages.OF_WHOLE if tab == "front" else messages.OF_ALL_PARTS
        name = whole if part is None else told.PARTS[part.kind].format(name=part.name)
        self.query_one("#parts").display = bool(self.scope.assessment.parts)
        self.query_one("#part", Button).label = shown(messages.OF.format(name=name))
        pane = self.query_one(TabbedContent).active_pane
        if pane is None or self.is_filled(tab):
            return
        self._shown[tab] = self.scope
        if tab == "schools":
            pane.query_one(SchoolsView).show(self.scope)
        else:
            self._fill_list(tab, pane.query_one(Findings))

    @on(OptionList.OptionHighlighted)
    def _hint(self) -> None:
        """Says what Enter does on the marked line."""
        pane = self.query_one(TabbedContent).active_pane
        marked = None if pane is None else pane.query(Lines).first().marked
        if marked is not None:
            self.query_one("#hint", Static).update(shown(_enters(marked.lead)))

    def is_filled(self, tab: str) -> bool:
        """Whether a tab tells the assessment as it stands."""
        return self._shown.get(tab) is self.scope

    def _fill_list(self, tab: str, findings: Findings) -> None:
        entries = Entries(self.scope)
        if tab == "front":
            lines = list(entries.front(self._since))
            first_stop = next((at + 1 for at, line in enumerate(lines) if line.is_heading), None)
            findings.show(lines, "", first_stop if self.scope.stops() else None)
        elif tab == "open":
            findings.show(list(entries.open()), messages.NOTHING_OPEN)
        else:
            names = _SECTIONS.get(tab, (tab,))
            dated = entries.timeline() if tab == _DATED else ()
            there = [*entries.sections(names), *dated]
            waits = () if there or self._is_told_of_parts(names) else entries.waited_for(names)
            findings.show([*there, *waits], self._why_empty(names))

    def _why_empty(self, names: tuple[str, ...]) -> str:
        """Why a tab has nothing to tell."""
        if self._is_told_of_parts(names):
            return messages.EMPTY_WHOLE
        view = self.scope.view
        reasons = [notice.says for notice in view.notices] or [messages.EMPTY]
        return " ".join([*reasons, messages.EMPTY_LESSONS] if view.lessons else reasons)

    def _is_told_of_parts(self, names: tuple[str, ...]) -> bool:
        """Whether some part has what the whole, of which one reads, has not."""
        parts = self.scope.assessment.parts if self.scope.part is None else ()
        return any(getattr(part, name) for part in parts for name in names)

    def action_tab(self, tab: str) -> None:
        """Shows a tab."""
        self.query_one(TabbedContent).active = tab

    def action_turn(self, by: int) -> None:
        """Goes to the tab before or after."""
        tabs = list(messages.TABS)
        self.action_tab(tabs[(tabs.index(self.query_one(TabbedContent).active) + by) % len(tabs)])

    def follow_tab(self, tab: Tab) -> None:
        """Shows the tab that a line leads to."""
        self.action_tab(tab.id)

    # What can be done

    @on(Button.Pressed, "#part")
    @work
    async def action_part(self) -> None:
        """Lets the whole be chosen, or one part."""
        parts = self.scope.assessment.parts
        if not parts:
            return
        names = (messages.OF_WHOLE, *(told.PARTS[part.kind].format(name=named(part)) for part in parts))
        chosen = await self.app.push_screen_wait(Choose(messages.WHICH_PART, names))
        if chosen is not None:
            self._tell_of(parts[chosen - 1].id if chosen else "")

    @on(Button.Pressed, "#export")
    def _export(self) -> None:
        self.app.action_export()

    @on(Button.Pressed, "#another")
    def action_another_track(self) -> None:
        """Shows what would make it another track."""
        # Nothing but this needs what looks for it, which takes a while to load.
        from advisor.tui.anothertrack import AnotherTrackScreen

        self.app.push_screen(AnotherTrackScreen(self.case, self.scope.id))

    @on(Button.Pressed, "#copy")
    @work
    async def _copy(self) -> None:
        """Copies an example to a file that can be changed, and opens it."""
        typed = await self.app.push_screen_wait(AskNewPath())
        if not typed:
            return
        path = as_path(typed)
        try:
            with disk.told(path, everywhere.EXPORT_KEPT):
                disk.replace(path, self.case.path.read_bytes())
        except AdvisorError as error:
            self.app.tell(error)
        else:
            self.app.call_later(self.app.begin, "open", path)


def _enters(lead: Lead | None) -> str:
    """What Enter does on a line, by where the line leads; a school has its tests beside it."""
    match lead:
        case Proven() | Several() | Fold():
            return messages.ENTER
        case Asked():
            return messages.ENTER_ASKED
        case Tab():
            return messages.ENTER_TAB
        case None:
            return messages.ENTER_SCHOOL

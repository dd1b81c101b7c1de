"""The rulebook on a screen: its contents at the left, one thing in plain English and as written at the right."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Footer, Input, OptionList, Static, Tree
from textual.widgets.option_list import Option

from advisor.engine.run import Engine
from advisor.errors import AdvisorError
from advisor.messages.screens import editor, everywhere
from advisor.messages.screens import rules as messages
from advisor.model.entry import in_language
from advisor.report.rulebook.lookup import RulebookPages
from advisor.report.rulebook.page import Sort, Target
from advisor.report.rulebook.search import Hit, search
from advisor.report.rulebook.written import Written, yaml_of
from advisor.tui.bar import TopBar
from advisor.tui.case import Case
from advisor.tui.editor.opening import change
from advisor.tui.findings import Proven
from advisor.tui.place import AdvisorScreen
from advisor.tui.proof import ProofScreen
from advisor.tui.rulespage import PageView, Row, option_of, rows
from advisor.tui.rulestree import RulesTree
from advisor.tui.shown import shown
from advisor.tui.standing import standing

_MOST = 100
"""So many pages are listed at once."""


class SearchField(Input):
    """Where one types what to look for."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "app.focus_next", show=False)]


class RulesScreen(AdvisorScreen):
    """The rulebook, to search and to read; an initiative may be open or not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", show=False, tooltip=messages.SEARCH_TIP),
        Binding("c", "change", show=False, tooltip=editor.CHANGE_TIP),
        Binding("escape", "back", everywhere.BACK, tooltip=messages.READ_BACK_TIP),
    ]

    TELLS_OF_RULES = True

    def __init__(self, engine: Engine, language: str, case: Case | None) -> None:
        super().__init__()
        self.case = case
        self.pages = RulebookPages(engine.rulebook, language)
        self._hits: tuple[Target, ...] = ()
        self._shown: Target | None = None
        self._before: list[tuple[Target, int]] = []
        """Where one was before following a reference: what was shown, and which line."""

    def compose(self) -> ComposeResult:
        """A line to search, the contents or what was found, and the page."""
        yield TopBar(self.case, everywhere.RULES)
        with Horizontal(id="rules"):
            with Vertical(id="contents"):
                yield SearchField(placeholder=messages.SEARCH, id="search", compact=True)
                yield Static(id="counted")
                yield RulesTree(self.pages)
                yield OptionList(id="found", markup=False)
            yield PageView(id="page", markup=False)
        with Horizontal(id="foot", classes="tools"):
            yield Static(shown(messages.HOW_TO_READ), id="how")
            yield Button(editor.CHANGE, id="change", compact=True, tooltip=editor.CHANGE_TIP)
        yield Static(id="faulty")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begins with the first school, as soon as the contents are there."""
        self._switch(searching=False)
        self._tell_faults()
        self.call_after_refresh(self._begin)

    def on_screen_resume(self) -> None:
        """Shows how things stand now in the initiative that is open, and in the files."""
        if self._shown is not None:
            self.follow_rules()

    def follow_rules(self) -> None:
        """Shows what stands in the files now; what one has read may be gone."""
        at = self.query_one(PageView).highlighted or 0
        if self.pages.rulebook is not self.app.ready.rulebook:
            self.pages = RulebookPages(self.app.ready.rulebook, self.pages.language)
            tree = self.query_one(RulesTree)
            tree.follow(self.pages)
            self._before = [(target, line) for target, line in self._before if target in tree.known]
            self._hits = ()
            self.query_one("#search", Input).value = ""
            if self._shown not in tree.known:
                self._shown, at = next(iter(tree.known)), 0
        self._tell_faults()
        if self._shown is not None:
            self.open(self._shown, at)

    def _tell_faults(self) -> None:
        """Says if what is shown is not what stands in the files."""
        faults = self.app.in_use.faults if self.app.in_use else ()
        told = self.query_one("#faulty", Static)
        told.display = bool(faults)
        told.update(shown(*(editor.NOT_IN_USE.format(fault=fault) for fault in faults[:1])))

    def _begin(self) -> None:
        tree = self.query_one(RulesTree)
        self.open(next(iter(tree.known)))
        tree.focus()

    def explained(self) -> list[str]:
        """What the rulebook is, and how it is read."""
        return [messages.RULES_HELP]

    # What is shown

    def open(self, target: Target, at: int = 0) -> None:
        """Shows the page about something, read as far as some line."""
        self._shown = target
        finding = self.pages.rulebook.findings[target.id] if target.sort is Sort.FINDING else None
        here = tuple(standing(finding, self.case.results)) if finding and self.case else ()
        page = self.pages.page(target)
        self.query_one(PageView).show(rows(page, here, self._written(target)), at)
        self.query_one(RulesTree).reveal(target)

    def _written(self, target: Target) -> Written | None:
        try:
            return yaml_of(target, self.pages.rulebook)
        except AdvisorError:
            # Somebody may be changing the file now. What was read of it when the program began is told all the same.
            return None

    @on(Tree.NodeHighlighted)
    def _look(self, event: Tree.NodeHighlighted[Target | None]) -> None:
        if event.node.data not in (None, self._shown):
            self._before.clear()
            self.open(event.node.data)

    @on(Tree.NodeSelected)
    def _read(self, event: Tree.NodeSelected[Target | None]) -> None:
        if not event.node.allow_expand:
            self.query_one(PageView).focus()

    @on(OptionList.OptionHighlighted, "#found")
    def _look_at_hit(self, event: OptionList.OptionHighlighted) -> None:
        if self._hits and self._hits[event.option_index] != self._shown:
            self._before.clear()
            self.open(self._hits[event.option_index])

    @on(OptionList.OptionSelected, "#found")
    def _read_hit(self) -> None:
        self.query_one(PageView).focus()

    @on(PageView.Followed)
    def _follow(self, event: PageView.Followed) -> None:
        if isinstance(event.lead, Proven):
            self._prove(event.lead)
            return
        if self._shown is not None:
            self._before.append((self._shown, self.query_one(PageView).highlighted or 0))
        self.open(event.lead)

    def _prove(self, proven: Proven) -> None:
        if self.case is not None:
            self.app.push_screen(ProofScreen(self.case, proven))

    async def action_back(self) -> None:
        """Goes back to where a reference was followed, then out of the search, then out of the rulebook."""
        search_ = self.query_one("#search", Input)
        if self._before:
            self.open(*self._before.pop())
        elif search_.value:
            search_.value = ""
            self.query_one(RulesTree).focus()
        else:
            await self.app.action_back()

    @on(Button.Pressed, "#change")
    @work
    async def action_change(self) -> None:
        """Opens the file in which the page stands, to change it."""
        place = None if self._shown is None else self.pages.page(self._shown).place
        if self._shown is not None and place is not None:
            await change(self.app, self._shown, place)

    # Searching

    def action_search(self) -> None:
        """Goes to where one types what to look for."""
        self.query_one("#search", Input).focus()

    @on(Input.Changed, "#search")
    def _search(self, event: Input.Changed) -> None:
        hits = search(self.pages.rulebook, event.value, self.pages.language)
        self._hits = tuple(hit.target for hit in hits[:_MOST])
        found = self.query_one("#found", OptionList)
        found.set_options(map(self._told, hits[:_MOST]))
        found.highlighted = 0
        template = messages.MANY_FOUND if len(hits) > _MOST else messages.FOUND if hits else messages.NOTHING_FOUND
        self.query_one("#counted", Static).update(template.format(number=len(hits), most=_MOST))
        self._switch(searching=bool(event.value.strip()))

    def _switch(self, *, searching: bool) -> None:
        for place in ("#found", "#counted"):
            self.query_one(place).display = searching
        self.query_one(RulesTree).display = not searching

    def _told(self, hit: Hit) -> Option:
        of = messages.SORTS.get(hit.target.sort.value, "")
        if hit.target.sort is Sort.FINDING:
            home = self.pages.rulebook.homes[self.pages.rulebook.findings[hit.target.id].home]
            of = in_language(home.short, self.pages.language)
        return option_of(Row((hit.title, (f"  {of}", "dim")), messages.LINE))

    @on(Input.Submitted, "#search")
    def _into(self) -> None:
        """Goes to what was found, where Down and Enter do what they do in every list."""
        if self._hits:
            self.query_one("#found", OptionList).focus()

"""The program on a screen: which screens there are, and the keys that are the same on all of them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from advisor.errors import AdvisorError
from advisor.messages.screens import compare, promises
from advisor.messages.screens import everywhere as messages
from advisor.tui.dialogs import Dialog, may_lose_what_was_typed, told
from advisor.tui.files import AskNewName, AskNewPath, OpenFile, OpenFolder, as_path
from advisor.tui.help import COMMANDS
from advisor.tui.home import HomeScreen
from advisor.tui.place import LOOK_EVERY, AdvisorScreen, Place
from advisor.tui.recent import remember
from advisor.tui.shown import shown_by_rich
from advisor.tui.watching import WatchfulApp

if TYPE_CHECKING:
    from advisor.engine.run import Engine
    from advisor.tui.case import Case


class AdvisorApp(WatchfulApp):
    """Opens on the first page, and reads the rules only when that page is there."""

    TITLE = messages.NAME
    CSS_PATH = "styles.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", messages.HELP, tooltip=messages.HELP_TIP),
        Binding("f2", "go('interview')", messages.QUESTIONS, tooltip=messages.QUESTIONS_TIP),
        Binding("f3", "go('assessment')", messages.ADVICE, tooltip=messages.ADVICE_TIP),
        Binding("f4", "go('parts')", messages.PARTS, tooltip=messages.PARTS_TIP),
        Binding("f5", "rules", messages.RULES, show=False, tooltip=messages.BROWSE_RULES_HELP),
        Binding("f7", "check_promises", promises.CHECK, show=False, tooltip=promises.CHECK_TIP),
        Binding("f8", "compare", compare.COMPARE, show=False, tooltip=compare.COMPARE_TIP),
        Binding("f6", "export", messages.EXPORT, show=False, tooltip=messages.EXPORT_TIP),
        Binding("ctrl+s", "save", messages.SAVE, show=False, tooltip=messages.SAVE_TIP),
        Binding("escape", "back", messages.BACK, tooltip=messages.BACK_TIP),
        Binding("ctrl+q", "quit", messages.LEAVE, show=False, tooltip=messages.LEAVE_TIP, priority=True),
        Binding("ctrl+p", COMMANDS, messages.COMMANDS, show=False, tooltip=messages.COMMANDS_TIP, priority=True),
    ]

    def __init__(
        self, rules: Path, path: Path | None = None, language: str = "en", engine: "Engine | None" = None
    ) -> None:
        """Opens on the first page, or on an initiative.

        Args:
            rules: the folder of the rulebook.
            path: an initiative file; it is made if it is not there.
            language: in which it asks and tells, as far as the rulebook is translated.
            engine: the compiled rulebook, where somebody has it ready.
        """
        super().__init__()
        self.rules = rules
        self.path = path
        self.language = language
        self.engine = engine

    def on_mount(self) -> None:
        """Shows the first page, then reads the rules."""
        self.push_screen(HomeScreen())
        self.call_after_refresh(self._read_rules)
        self.set_interval(LOOK_EVERY, self.look)

    def _read_rules(self) -> None:
        # pydantic takes longer to load than the first page takes to appear.
        from advisor.engine.run import Engine
        from advisor.rulebook.loader import load_rulebook
        from advisor.tui.inuse import RulesInUse

        try:
            self._judge_by(self.engine or Engine(load_rulebook(self.rules)))
        except AdvisorError as error:
            self.exit(return_code=2, message=shown_by_rich("\n".join(map(str, error.faults))))
            return
        self.in_use = RulesInUse(self.rules, self.ready.rulebook)
        if isinstance(self.screen, HomeScreen):
            self.screen.fill()
        if self.path is not None:
            self.begin("new" if not self.path.exists() else "open", self.path)

    # What the first page offers

    def begin(self, action: str, path: Path | None = None) -> None:
        """Does what was chosen on the first page."""
        match action, path:
            case "new", _:
                self._begin_new(path)
            case "choose", _:
                self._choose()
            case "open", Path() if path.is_file():
                self._open(path)
            case "open", Path():
                self.notify(messages.NO_SUCH_FILE, severity="warning", markup=False)
            case "example", Path():
                self._look_at(path)
            case "promises", _:
                self.action_check_promises()
            case "portfolio", _:
                self._portfolio()
            case "compare", _:
                self.action_compare()
            case "rules", _:
                self.action_rules()
            case _:
                self.exit()

    @work
    async def _begin_new(self, path: Path | None) -> None:
        """Asks for a name, and for a file unless that is known; whoever leaves the file is back at the name."""
        name = ""
        while typed := await self.push_screen_wait(AskNewName(name)):
            name = typed
            if path is None and (new := await self.push_screen_wait(AskNewPath())):
                path = as_path(new)
            if path is not None:
                self._open(path, name)
                return

    @work
    async def _choose(self) -> None:
        if path := await self.push_screen_wait(OpenFile()):
            self._open(path)

    @work
    async def _portfolio(self) -> None:
        from advisor.tui.portfolio import PortfolioScreen

        if folder := await self.push_screen_wait(OpenFolder()):
            self.push_screen(PortfolioScreen(folder))

    def _open(self, path: Path, name: str = "") -> None:
        from advisor.tui.case import Case
        from advisor.tui.interview import InterviewScreen

        case = self.take(lambda engine: Case.own(engine, self.language, path, name))
        if case is None:
            return
        remember(path)
        while not isinstance(self.screen, HomeScreen):
            # What is open below is about another initiative.
            self.pop_screen()
        self.push_screen(InterviewScreen(case))

    def _look_at(self, path: Path) -> None:
        from advisor.tui.case import Case

        if self.take(lambda engine: Case.example(engine, self.language, path)):
            self.action_go("assessment")

    @work
    async def action_check_promises(self) -> None:
        """Holds what a proposal promises, or a funder expects, against an initiative: against the one that is open."""
        from advisor.tui.checking import check

        if self.engine is not None and not self._is_held_back():
            await check(self)

    @work
    async def action_compare(self) -> None:
        """Sets an initiative beside another, or beside another version of it: the one that is open, if one is."""
        from advisor.tui.comparing import compare

        if self.engine is not None and not self._is_held_back():
            await compare(self)

    def close_what_was_left(self) -> None:
        """Closes promises whose last screen has been left; what is open is the initiative alone again."""
        there = [screen.case for screen in self.screen_stack if isinstance(screen, Place)]
        if self.case is not None and self.case is not self.case.about and self.case not in there:
            self.case.close()
            self.case = self.case.about

    def look_into(self, path: Path) -> None:
        """Shows the assessment of one of many initiatives, above the screen that lists them."""
        from advisor.tui.case import Case

        if self.take(lambda engine: Case.own(engine, self.language, path)):
            self.action_go("assessment")

    def take(self, opened: "Callable[[Engine], Case]") -> "Case | None":
        """Takes another initiative in the place of the one that is open; says so where that fails."""
        try:
            case = opened(self.ready)
        except AdvisorError as error:
            self.tell(error)
            return None
        self.leave_case()
        self.case = case
        return case

    def on_unmount(self) -> None:
        """Lets others open the file, however the program is left."""
        self.leave_case()

    def leave_case(self) -> None:
        """Closes what is open, so that others can open it."""
        if self.case is not None:
            for case in {self.case, self.case.about}:
                case.close()
            self.case = None

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leaves out what can only be done with an open initiative."""
        if action in ("go", "export", "save"):
            return self.case is not None
        if action == "check_promises":
            # What is promised cannot be held against what is promised.
            return self.case is None or self.case is self.case.about
        return super().check_action(action, parameters)

    def action_go(self, name: str) -> None:
        """Goes to a screen about what is open; back to it where it is open below others."""
        from advisor.tui.places import place

        if self.case is None or self._is_held_back():
            return
        if name == "interview" and self.case.file is None:
            self.notify(messages.EXAMPLE_ONLY, markup=False)
            return
        kind, case = place(name, self.case)
        if not self._back_to(kind, case):
            self.push_screen(kind(case))

    def ask_about_part(self, part: str) -> None:
        """Goes to the questions about one phase or strand, by its id."""
        from advisor.tui.interview import InterviewScreen

        if self.case is None or self.case.file is None:
            self.notify(messages.EXAMPLE_ONLY, markup=False)
        else:
            self.push_screen(InterviewScreen(self.case, part))

    @work
    async def action_export(self) -> None:
        """Puts what is said of what is open into a file that others can read."""
        from advisor.tui.export import exported
        from advisor.tui.places import export

        if self.case is not None:
            await exported(self, export(self.case, self.rules))

    def action_save(self) -> None:
        """Says that there is nothing to save."""
        own = self.case is not None and self.case.file is not None
        self.notify(messages.SAVED_ALREADY if own else messages.NOTHING_SAVED, markup=False)

    def action_rules(self) -> None:
        """Opens the rules, or goes back to them."""
        from advisor.tui.rules import RulesScreen

        if self.engine is None:
            self.notify(messages.LOADING, markup=False)
        elif not self._is_held_back() and not self._back_to(RulesScreen):
            self.push_screen(RulesScreen(self.engine, self.language, self.case))

    def _is_held_back(self) -> bool:
        return isinstance(self.screen, AdvisorScreen) and self.screen.holds_back()

    def _back_to(self, kind: type[AdvisorScreen], case: "Case | None" = None) -> bool:
        """Goes back to a screen that is open below others, if there is one: for a case, to one about its whole."""
        there = [s for s in self.screen_stack if isinstance(s, kind)]
        there = [s for s in there if not isinstance(s, Place) or (s.case is case and not s.part)]
        while there and self.screen is not there[-1]:
            self.pop_screen()
        return bool(there)

    async def action_back(self) -> None:
        """Goes back one screen; what is open is closed with its last screen."""
        if isinstance(self.screen, HomeScreen):
            self.notify(messages.ESCAPE_AT_HOME, markup=False)
            return
        if self._is_held_back():
            return
        self.pop_screen()
        if isinstance(self.screen, AdvisorScreen) and self.screen.ENDS_CASE:
            self.leave_case()
            self.refresh_bindings()

    async def action_quit(self) -> None:
        """Leaves the program; asks first if something would be lost."""
        if not self._is_held_back():
            self._quit()

    @work
    async def _quit(self) -> None:
        is_changed = any(isinstance(screen, Dialog) and screen.is_changed for screen in self.screen_stack)
        if not is_changed or await may_lose_what_was_typed(self):
            self.exit()

    def tell(self, error: AdvisorError) -> None:
        """Says what stood in the way."""
        self.push_screen(told(error))

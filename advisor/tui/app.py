"""The program on a screen: which screens there are, and the keys that are the same on all of them."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from advisor.errors import AdvisorError
from advisor.messages import screens as messages
from advisor.tui.dialogs import Ask, Tell
from advisor.tui.files import AskNewPath, OpenFile, as_path
from advisor.tui.home import HomeScreen
from advisor.tui.place import AdvisorScreen, Place
from advisor.tui.recent import forget, remember
from advisor.tui.shown import shown_by_rich

if TYPE_CHECKING:
    from advisor.engine.run import Engine
    from advisor.tui.case import Case

_LOOK_EVERY = 2.0
"""So many seconds lie between two looks at whether another program has changed the file."""
_LONG = 30.0
"""So many seconds does a notice stay that is grave, or to be noted down."""


class AdvisorApp(App[None]):
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
        Binding("ctrl+s", "export", messages.EXPORT, show=False, tooltip=messages.EXPORT_TIP),
        Binding("escape", "back", messages.BACK, tooltip=messages.BACK_TIP),
        Binding("ctrl+q", "quit", messages.LEAVE, show=False, tooltip=messages.LEAVE_TIP, priority=True),
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
        self.case: Case | None = None
        self.engine = engine
        self.examples: tuple[tuple[str, str, Path], ...] = ()

    def on_mount(self) -> None:
        """Shows the first page, then reads the rules."""
        self.push_screen(HomeScreen())
        self.call_after_refresh(self._read_rules)
        self.set_interval(_LOOK_EVERY, self._look)

    def _read_rules(self) -> None:
        # pydantic takes longer to load than the first page takes to appear.
        from advisor.engine.run import Engine
        from advisor.initiative.examples import read_examples
        from advisor.rulebook.loader import load_rulebook

        try:
            self.engine = self.engine or Engine(load_rulebook(self.rules))
            read = read_examples(self.engine.rulebook)
        except AdvisorError as error:
            self.exit(return_code=2, message=shown_by_rich("\n".join(map(str, error.faults))))
            return
        self.examples = tuple((one.name, one.years or "", path) for path, one in read)
        home = self.screen_stack[-1]
        if isinstance(home, HomeScreen):
            home.fill()
        if self.path is not None:
            self.begin("new" if not self.path.exists() else "open", self.path)

    # What the first page offers

    def begin(self, action: str, path: Path | None = None) -> None:
        """Does what was chosen on the first page."""
        match action, path:
            case "new", None:
                self._begin_new()
            case "new", Path():
                self._begin_at(path)
            case "choose", _:
                self._choose()
            case "open", Path():
                self._open(path)
            case "example", Path():
                self._look_at(path)
            case "rules", _:
                self.action_rules()
            case _:
                self.exit()

    @work
    async def _begin_new(self) -> None:
        name = await self.push_screen_wait(Ask(messages.NEW_NAME, messages.NEW_NAME_HELP))
        if not name:
            return
        typed = await self.push_screen_wait(AskNewPath())
        if typed:
            self._open(as_path(typed), name)

    @work
    async def _begin_at(self, path: Path) -> None:
        name = await self.push_screen_wait(Ask(messages.NEW_NAME, messages.NEW_NAME_HELP))
        if name:
            self._open(path, name)

    @work
    async def _choose(self) -> None:
        path = await self.push_screen_wait(OpenFile())
        if path is not None:
            self._open(path)

    def _open(self, path: Path, name: str = "") -> None:
        from advisor.tui.case import Case
        from advisor.tui.interview import InterviewScreen

        assert self.engine is not None  # noqa: S101 -- nothing can be chosen before the rules are there
        try:
            self._take(Case.own(self.engine, self.language, path, name))
        except AdvisorError as error:
            self.tell(error)
            return
        remember(path)
        assert self.case is not None  # noqa: S101 -- it has just been taken
        while not isinstance(self.screen, HomeScreen):
            # What is open below is about another initiative.
            self.pop_screen()
        self.push_screen(InterviewScreen(self.case))

    def _look_at(self, path: Path) -> None:
        from advisor.tui.case import Case

        assert self.engine is not None  # noqa: S101 -- nothing can be chosen before the rules are there
        try:
            self._take(Case.example(self.engine, self.language, path))
        except AdvisorError as error:
            self.tell(error)
            return
        self.action_go("assessment")

    def _take(self, case: "Case") -> None:
        self.leave_case()
        self.case = case

    def on_unmount(self) -> None:
        """Lets others open the file, however the program is left."""
        self.leave_case()

    def leave_case(self) -> None:
        """Closes what is open, so that others can open it."""
        if self.case is not None:
            self.case.close()
            self.case = None

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        """Leaves out what can only be done with an open initiative."""
        return self.case is not None if action in ("go", "export") else True

    def action_go(self, name: str) -> None:
        """Goes to a screen about the open initiative; back to it where it is open below others."""
        from advisor.tui.assessment import AssessmentScreen
        from advisor.tui.interview import InterviewScreen
        from advisor.tui.parts import PartsScreen

        if self.case is None:
            return
        if name == "interview" and self.case.file is None:
            self.notify(messages.EXAMPLE_ONLY, markup=False)
            return
        kinds: dict[str, type[Place]] = {
            "interview": InterviewScreen,
            "parts": PartsScreen,
            "assessment": AssessmentScreen,
        }
        kind = kinds[name]
        if not self._back_to(kind):
            self.push_screen(kind(self.case))

    def ask_about_part(self, part: str) -> None:
        """Goes to the questions about one phase or strand, by its id."""
        from advisor.tui.interview import InterviewScreen

        if self.case is None or self.case.file is None:
            self.notify(messages.EXAMPLE_ONLY, markup=False)
        else:
            self.push_screen(InterviewScreen(self.case, part))

    @work
    async def action_export(self) -> None:
        """Puts the assessment into a file that others can read."""
        from advisor.tui.export import Export

        if self.case is not None:
            path = await self.push_screen_wait(Export(self.case, self.rules))
            if path is not None:
                self.notify(messages.EXPORTED.format(path=path), markup=False, timeout=_LONG)

    def action_rules(self) -> None:
        """Opens the rules, or goes back to them."""
        from advisor.tui.rules import RulesScreen

        if self.engine is None:
            self.notify(messages.LOADING, markup=False)
        elif not self._back_to(RulesScreen):
            self.push_screen(RulesScreen(self.engine, self.language, self.case))

    def _back_to(self, kind: type[AdvisorScreen]) -> bool:
        """Goes back to a screen about the whole that is open below others, if there is one."""
        there = [s for s in self.screen_stack if isinstance(s, kind) and not (isinstance(s, Place) and s.part)]
        while there and self.screen is not there[-1]:
            self.pop_screen()
        return bool(there)

    async def action_back(self) -> None:
        """Goes back one screen; what is open is closed with its last screen."""
        if isinstance(self.screen, HomeScreen):
            self.notify(messages.ESCAPE_AT_HOME, markup=False)
            return
        self.pop_screen()
        if isinstance(self.screen, HomeScreen):
            self.leave_case()
            self.refresh_bindings()

    def action_help(self) -> None:
        """Explains what is on the screen, then its keys."""
        told = self.screen.explained() if isinstance(self.screen, AdvisorScreen) else []
        bindings = [active.binding for active in self.screen.active_bindings.values()]
        keys = [(self.get_key_display(b), b.tooltip or b.description) for b in bindings if b.show or b.tooltip]
        width = max(len(key) for key, _ in keys) + 2
        self.push_screen(Tell(messages.HELP, [*told, "\n".join(f"{key:{width}}{does}" for key, does in keys)]))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 -- Textual's
        """What the command palette offers: whatever has a key, and what needs none."""
        for binding in self.BINDINGS:
            assert isinstance(binding, Binding)  # noqa: S101 -- they stand above
            action = binding.action.partition("(")[0]
            if self.check_action(action, ()):
                yield SystemCommand(binding.description, binding.tooltip, partial(self.run_action, binding.action))
        yield SystemCommand(messages.COLOURS, messages.COLOURS_TIP, self.action_change_theme)
        yield SystemCommand(messages.FORGET, messages.FORGET_TIP, self._forget)

    def _forget(self) -> None:
        forget()
        self.notify(messages.FORGOTTEN, markup=False)

    def tell(self, error: AdvisorError) -> None:
        """Says what stood in the way."""
        lines = [f"{fault.message} ({fault.code})" for fault in error.faults]
        places = dict.fromkeys(str(fault.place) for fault in error.faults)
        self.push_screen(Tell(messages.CANNOT, [*lines, *places]))

    def _look(self) -> None:
        """Tells what another program has done to the file, and shows what it says now."""
        from advisor.tui.case import News

        match None if self.case is None else self.case.look():
            case News.CHANGED:
                self.notify(messages.CHANGED_ELSEWHERE, severity="warning", markup=False)
                for screen in self.screen_stack:
                    if isinstance(screen, Place):
                        screen.refresh_case()
            case News.SPOILT:
                self.notify(messages.NOT_READ, severity="error", timeout=_LONG, markup=False)

"""The editor of a rule file: the text, its faults, and the way to saving it."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Button, Footer, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from advisor.errors import AdvisorError, Fault
from advisor.messages.screens import editor as messages
from advisor.messages.screens import everywhere
from advisor.rulebook.bundled import EXAMPLES
from advisor.tui.bar import TopBar
from advisor.tui.dialogs import Choose, Dialog, agreed
from advisor.tui.editor.area import RuleArea
from advisor.tui.editor.changes import Changes
from advisor.tui.inuse import RulesNews
from advisor.tui.laid import Hanging
from advisor.tui.place import A_MOMENT, LOOK_EVERY, AdvisorScreen
from advisor.tui.shown import shown
from advisor.workshop.editing import Checked, RuleText, check

if TYPE_CHECKING:
    from advisor.tui.app import AdvisorApp

_PAUSE = 0.3
"""So many seconds after the last key the text is checked."""


class EditorScreen(Dialog[None]):
    """Changes one file of the rules; nothing is in use before it is saved."""

    app: "AdvisorApp"
    AUTO_FOCUS = "#text"
    HANGS_ON_RULES = False
    TELLS_OF_RULES = True
    HORIZONTAL_BREAKPOINTS = AdvisorScreen.HORIZONTAL_BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", everywhere.SAVE, tooltip=messages.WHAT_CHANGES_TIP, priority=True),
        Binding("f8", "next_fault", messages.NEXT_FAULT, show=False, tooltip=messages.NEXT_FAULT_TIP),
        Binding("escape", "leave", everywhere.BACK, tooltip=messages.BACK_TIP),
    ]

    class Done(Message):
        """A text has been checked."""

        def __init__(self, text: str, checked: Checked) -> None:
            self.text = text
            self.checked = checked
            super().__init__()

    def __init__(self, folder: Path, file: RuleText, line: int) -> None:
        """Opens a file.

        Args:
            folder: the rulebook in use.
            file: the file.
            line: where to begin, counted from 1.
        """
        super().__init__()
        self.folder = folder
        self.file = file
        self.first_line = line
        self.faults: tuple[Fault, ...] = ()
        """What is wrong in the rulebook with the text, what is wrong in this file first."""
        self._later: Timer | None = None
        self._checked: str | None = None
        """The text whose faults are known."""

    def compose(self) -> ComposeResult:
        """The text; below, what is wrong with it, and what can be done."""
        yield TopBar(None, messages.PLACE.format(file=self.file.name))
        yield RuleArea(self.file.text)
        with Horizontal(id="outside", classes="tools"):
            yield Static(shown(messages.CHANGED_OUTSIDE), classes="told")
            yield Button(messages.READ_ANEW, id="anew", compact=True, tooltip=messages.READ_ANEW_TIP)
        yield Static(shown(messages.CHECKING), id="says")
        yield OptionList(id="faults", markup=False)
        with Horizontal(classes="tools"):
            yield Button(messages.WHAT_CHANGES, id="save", compact=True, tooltip=messages.WHAT_CHANGES_TIP)
            yield Button(messages.NEXT_FAULT, id="next", compact=True, tooltip=messages.NEXT_FAULT_TIP)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Goes to where the page stands that one came from."""
        super().on_mount()
        self.set_interval(LOOK_EVERY, self._look)
        self._tell_state()
        self._check(self.file.text)
        self.call_after_refresh(self.area.go_to, self.first_line)

    @property
    def area(self) -> RuleArea:
        """Where one writes."""
        return self.query_one(RuleArea)

    def entered(self) -> object:
        """The text."""
        return self.area.text

    @property
    def is_changed(self) -> bool:
        """Whether it says anything else than what was read last."""
        return self.area.text != self.file.text

    def explained(self) -> list[str]:
        """How one writes, and what saving does."""
        return [messages.EDITOR_HELP, messages.EDITOR_HELP_SAVE]

    def follow_rules(self) -> None:
        """Checks it again, beside what other files say now."""
        self._check(self.area.text)

    # Checking

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._tell_state()
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(_PAUSE, lambda: self._check(self.area.text))

    @work(thread=True, exclusive=True, group="check")
    def _check(self, text: str) -> None:
        self.post_message(self.Done(text, check(self.folder, self.file.path, text)))

    @on(Done)
    def _tell(self, event: Done) -> None:
        if event.text != self.area.text:
            # What has been typed since then is checked on its own.
            return
        self._checked, faults = event.text, event.checked.faults
        self.faults = (*filter(self._is_here, faults), *(fault for fault in faults if not self._is_here(fault)))
        self.area.mark([fault.place.line for fault in self.faults if self._is_here(fault)])
        self._tell_state()
        listed = self.query_one("#faults", OptionList)
        listed.display = self.query_one("#next").display = bool(self.faults)
        listed.set_options(map(self._option, self.faults))
        listed.highlighted = 0 if self.faults else None

    def _tell_state(self) -> None:
        changed = self.is_changed
        self.query_one("#state", Static).update(shown(messages.UNSAVED_STATE if changed else messages.SAVED_STATE))
        number = len(self.faults)
        if self._checked != self.area.text:
            says = messages.CHECKING
        elif not number:
            says = messages.SOUND_SAVE if changed else messages.SOUND
        elif changed:
            says = messages.ONE_FAULT if number == 1 else messages.FAULTS.format(number=number)
        else:
            says = messages.ONE_FAULT_IN_FILE if number == 1 else messages.FAULTS_IN_FILE.format(number=number)
        told = self.query_one("#says", Static)
        told.set_class(bool(number), "-faulty")
        told.update(shown(f"{messages.FAULT_SIGN} {says}" if number else says))

    def _is_here(self, fault: Fault) -> bool:
        return fault.place.file == self.file.name

    def _option(self, fault: Fault) -> Option:
        here = self._is_here(fault)
        place = messages.FAULT.format(line=fault.place.line) if here and fault.place.line else ""
        where = place if here else messages.FAULT_ELSEWHERE.format(place=fault.place)
        return Option(Hanging(shown((f"{messages.FAULT_SIGN} ", "$text-error")), shown((where, "bold"), fault.message)))

    @on(OptionList.OptionSelected, "#faults")
    def _go_to(self, event: OptionList.OptionSelected) -> None:
        self._show(self.faults[event.option_index])

    def _show(self, fault: Fault) -> None:
        if self._is_here(fault):
            self.area.go_to(max(fault.place.line, 1), max(fault.place.column, 1))
            self.area.focus()
        else:
            self.notify(messages.ELSEWHERE.format(place=fault.place), markup=False)

    @on(Button.Pressed, "#next")
    def action_next_fault(self) -> None:
        """Goes to the next fault in this file; after the last, to the first."""
        here = [fault for fault in self.faults if self._is_here(fault)]
        if here:
            self._show(next((fault for fault in here if fault.place.line > self.area.line), here[0]))

    # Saving

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Tells what it changes, then saves it, unless it has faults."""
        if self.is_changed:
            self._save()
        else:
            self.notify(messages.NOT_CHANGED, timeout=A_MOMENT, markup=False)

    @work(exclusive=True, group="save")
    async def _save(self) -> None:
        text = self.area.text
        checked = await asyncio.to_thread(check, self.folder, self.file.path, text)
        self.post_message(self.Done(text, checked))
        if not self._may_be_saved(checked):
            self.notify(messages.NOT_SAVED, severity="error", markup=False)
            return
        if not await self.app.push_screen_wait(Changes(self.app.ready.rulebook, checked.rulebook, self._initiatives())):
            return
        over_others = self.file.is_changed_elsewhere
        if over_others and not await self._mine_is_to_stay():
            return
        try:
            self.file.save(text, over_others=over_others)
        except AdvisorError as error:
            self.app.tell(error)
        else:
            self._saved()

    def _may_be_saved(self, checked: Checked) -> bool:
        """Whether it has no fault; those that other files have already must not keep this one from being mended."""
        others = self.app.in_use is not None and self.app.in_use.faults
        return checked.rulebook is not None or bool(others and not any(map(self._is_here, checked.faults)))

    def _initiatives(self) -> list[tuple[Path, str]]:
        """The initiative that is open, then those that come along."""
        case = None if self.app.case is None else self.app.case.about
        opened = [] if case is None else [(case.path, messages.THE_OPEN_ONE)]
        there = [path for _, _, path in self.app.examples if case is None or path != case.path]
        return [*opened, *((path, f"{EXAMPLES}/{path.name}") for path in there)]

    async def _mine_is_to_stay(self) -> bool:
        """Asks what is to become of what another program wrote; reads that anew if it is to stay."""
        choices = (messages.KEEP_WRITING, messages.TAKE_THEIRS, messages.TAKE_MINE)
        chosen = await self.app.push_screen_wait(Choose(messages.WHICH_STAYS, choices))
        if chosen == 1:
            self._read_anew()
        return chosen == len(choices) - 1

    def _saved(self) -> None:
        self._look()
        self._tell_state()
        if self.app.look_at_rules() is RulesNews.WAITING and self.app.in_use is not None:
            told = messages.SAVED_WAITING.format(fault=self.app.in_use.faults[0])
            self.notify(told, severity="warning", markup=False)
        else:
            self.notify(messages.SAVED, timeout=A_MOMENT, markup=False)

    # What other programs do

    def _look(self) -> None:
        """Tells it when another program has changed the file."""
        self.query_one("#outside").display = self.file.is_changed_elsewhere

    @on(Button.Pressed, "#anew")
    @work
    async def _anew(self) -> None:
        really = messages.LOSE_MINE, messages.KEEP_WRITING, messages.READ_ANEW
        if not self.is_changed or await agreed(self.app, *really):
            self._read_anew()

    def _read_anew(self) -> None:
        try:
            self.file.read()
        except AdvisorError as error:
            self.app.tell(error)
            return
        line = self.area.line
        self.area.text = self.file.text
        self.area.go_to(line)
        self.area.focus()
        self._look()

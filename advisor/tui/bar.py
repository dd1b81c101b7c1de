"""The line at the top of every screen: what is open, and that it is safe."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from advisor.messages.screens import everywhere as messages
from advisor.tui.case import Case
from advisor.tui.shown import shown


class TopBar(Horizontal):
    """What is open, and whether what is done here is kept."""

    def __init__(self, case: Case | None, place: str) -> None:
        super().__init__()
        self.case = case
        self.place = place

    def compose(self) -> ComposeResult:
        """The title, then the state."""
        name = self.case.initiative.name if self.case is not None else messages.NAME
        yield Static(shown(name, (f"  {self.place}", "not bold dim")), id="title")
        state = "" if self.case is None else messages.ALL_SAVED if self.case.file else messages.NOTHING_SAVED
        yield Static(shown(state), id="state")

"""What the screens about an open initiative share."""

from textual.screen import Screen

from advisor.errors import AdvisorError
from advisor.tui.case import Case
from advisor.tui.dialogs import Tell

BREAKPOINTS = [(0, "-narrow"), (76, "-usual"), (100, "-wide"), (124, "-full")]
"""From how many columns on a screen is laid out in which way."""


class Place(Screen[None]):
    """A screen about an open initiative; it shows what has changed elsewhere when one comes back to it."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case

    def on_screen_resume(self) -> None:
        """Shows the initiative as it stands now."""
        self.refresh_case()

    def refresh_case(self) -> None:
        """Shows the initiative as it stands."""

    def tell(self, error: AdvisorError) -> None:
        """Says what stood in the way."""
        self.app.push_screen(Tell(f"{error.faults[0].code}", [fault.message for fault in error.faults]))

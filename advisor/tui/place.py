"""What the screens about an open initiative share."""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from advisor.tui.app import AdvisorApp
    from advisor.tui.case import Case


class Place(Screen[None]):
    """A screen about an open initiative; it shows what has changed elsewhere when one comes back to it."""

    app: "AdvisorApp"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-usual"), (100, "-wide"), (124, "-full")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    def __init__(self, case: "Case") -> None:
        super().__init__()
        self.case = case

    def on_screen_resume(self) -> None:
        """Shows the initiative as it stands now."""
        self.refresh_case()

    def refresh_case(self) -> None:
        """Shows the initiative as it stands."""

    def explained(self) -> list[str]:
        """What this screen is for, in paragraphs."""
        return []

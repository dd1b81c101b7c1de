"""What screens share."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from advisor.errors import AdvisorError

if TYPE_CHECKING:
    from advisor.store.file import InitiativeFile
    from advisor.tui.app import AdvisorApp
    from advisor.tui.case import Case


class AdvisorScreen(Screen[None]):
    """A screen that is laid out as there is room, and can say what it is for."""

    app: "AdvisorApp"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-usual"), (100, "-wide"), (124, "-full")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    def explained(self) -> list[str]:
        """What this screen is for, in paragraphs."""
        return []


class Place(AdvisorScreen):
    """A screen about an open initiative; it shows what has changed elsewhere when one comes back to it."""

    part = ""
    """The phase or strand that it is about; empty for the whole."""

    def __init__(self, case: "Case") -> None:
        super().__init__()
        self.case = case

    def on_screen_resume(self) -> None:
        """Shows the initiative as it stands now."""
        self.refresh_case()

    def refresh_case(self) -> None:
        """Shows the initiative as it stands."""

    def save(self, change: "Callable[[InitiativeFile], object]") -> bool:
        """Changes the file; says so where that fails."""
        assert self.case.file is not None  # noqa: S101 -- an example is not changed
        try:
            change(self.case.file)
        except AdvisorError as error:
            self.app.tell(error)
            return False
        return True

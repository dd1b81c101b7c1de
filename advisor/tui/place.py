"""What screens share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import Screen

from advisor.errors import AdvisorError
from advisor.messages.screens import everywhere as messages

if TYPE_CHECKING:
    from advisor.initiative.initiative import Initiative
    from advisor.store.file import InitiativeFile
    from advisor.tui.app import AdvisorApp
    from advisor.tui.case import Case

LOOK_EVERY = 2.0
"""So many seconds lie between two looks at whether another program has changed a file that is open."""
A_MOMENT = 4
"""So many seconds a passing notice stays."""


class AdvisorScreen(Screen[None]):
    """A screen that is laid out as there is room, and can say what it is for."""

    app: "AdvisorApp"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-usual"), (100, "-wide"), (124, "-full")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    TELLS_OF_RULES: ClassVar[bool] = False
    """Whether it says itself that the rules have changed, or that their files have faults."""

    ENDS_CASE: ClassVar[bool] = False
    """Whether whoever comes back to it has done with the initiative that was open."""

    def holds_back(self) -> bool:
        """Says what would be lost if one left now; False where there is nothing, or where one was told already."""
        return False

    def explained(self) -> list[str]:
        """What this screen is for, in paragraphs."""
        return []

    def follow_rules(self) -> None:
        """Shows what the rules say now that are in use, or that they are not what stands in the files."""


class Place(AdvisorScreen):
    """A screen about an open initiative; it shows what has changed elsewhere when one comes back to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "why", messages.WHY, show=False, tooltip=messages.WHY_TIP),
        Binding("ctrl+z", "undo", messages.UNDO, show=False, tooltip=messages.UNDO_TIP),
    ]
    part = ""
    """The phase or strand that it is about; empty for the whole."""

    @property
    def looked_at(self) -> str:
        """The phase or strand that one reads about; empty for the whole."""
        return self.part

    def __init__(self, case: "Case") -> None:
        super().__init__()
        self.case = case

    def on_screen_resume(self) -> None:
        """Shows the initiative as it stands now."""
        self.app.close_what_was_left()
        self.refresh_case()

    def refresh_case(self) -> None:
        """Shows the initiative as it stands."""

    def follow_rules(self) -> None:
        """Shows what they make of the initiative."""
        self.refresh_case()

    def show_undone(self, later: "Initiative") -> None:  # noqa: ARG002 -- for those that look for what was taken back
        """Shows the initiative after a change to it was taken back; what it was before is given."""
        self.refresh_case()

    @work
    async def action_why(self) -> None:
        """Lets one choose whose verdict on the initiative is to be explained."""
        from advisor.tui.whys import choose_why

        await choose_why(self.app, self.case.about, self.looked_at)

    def action_undo(self) -> None:
        """Takes the last change back."""
        later, undone = self.case.initiative, []
        if self.case.file is None or not self.save(lambda file: undone.append(file.undo())):
            return
        told = messages.UNDONE if any(undone) else messages.NOTHING_TO_UNDO
        self.notify(told, timeout=A_MOMENT, markup=False)
        if any(undone):
            self.show_undone(later)

    def save(self, change: "Callable[[InitiativeFile], object]") -> bool:
        """Changes the file; says so where that fails."""
        assert self.case.file is not None  # noqa: S101 -- an example is not changed
        try:
            change(self.case.file)
        except AdvisorError as error:
            self.app.tell(error)
            return False
        return True

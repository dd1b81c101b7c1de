"""The way to a comparison: which initiative, and with what it is compared."""

from typing import TYPE_CHECKING

from advisor.messages.screens import compare as messages
from advisor.tui.case import Case
from advisor.tui.comparison import ComparisonScreen
from advisor.tui.place import Place
from advisor.tui.which import Found, opening, which

if TYPE_CHECKING:
    from advisor.tui.app import AdvisorApp


async def compare(app: "AdvisorApp") -> None:
    """Asks what is to be compared with what, and shows it; whoever leaves is where they were."""
    if app.case is None:
        found = await which(app, messages.WHICH_FIRST)
        if found is None or app.take(opening(app, found)) is None:
            return
    if app.case is None:
        return
    case = app.case.about
    if other := await which_other(app, case):
        app.push_screen(ComparisonScreen(case, other))
    elif not any(isinstance(screen, Place) for screen in app.screen_stack):
        app.leave_case()


async def which_other(app: "AdvisorApp", case: Case) -> Found | None:
    """Asks with what an initiative is compared."""
    before = []
    if case.as_opened not in (None, case.initiative):
        before = [(messages.AS_OPENED, Found(case.path, is_as_opened=True))]
    return await which(app, messages.WHICH_OTHER.format(name=case.initiative.name), before, case.path.absolute())

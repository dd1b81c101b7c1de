"""From anywhere to why: what each school says of what is open, and from there to its proof."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from advisor.messages import proof as told
from advisor.messages.screens import proof as messages
from advisor.report.plain.lines import SIGNS
from advisor.report.wording import verdict_title
from advisor.tui.dialogs import Choose
from advisor.tui.findings import Proven
from advisor.tui.picture import ORDER
from advisor.tui.proof import ProofScreen

if TYPE_CHECKING:
    from advisor.tui.app import AdvisorApp
    from advisor.tui.case import Case


async def choose_why(app: "AdvisorApp", case: "Case", part: str) -> None:
    """Lets a verdict be chosen, and shows what it rests on.

    Args:
        app: the program.
        case: what is open.
        part: of which phase or strand; the whole if empty.
    """
    verdicts = sorted(_verdicts(case, part), key=lambda verdict: ORDER.index(verdict[0]))
    chosen = await app.push_screen_wait(Choose(messages.WHICH_VERDICT, [says for _, says, _ in verdicts]))
    if chosen is not None:
        app.push_screen(ProofScreen(case, verdicts[chosen][2]))


def _verdicts(case: "Case", part: str) -> Iterator[tuple[str, str, Proven]]:
    """What the schools say: how it has settled, the line to choose it by, and where it is proven."""
    for school in case.picture_of(part).schools:
        for verdict in school.verdicts:
            says = f"{SIGNS[verdict.status]} {verdict_title(school, verdict)}: {told.STATUS[verdict.status]}"
            yield verdict.status, says, Proven(verdict.id, verdict.item, part)

"""Which initiative: one of one's own, or one that comes along."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.engine.run import Engine
from advisor.messages.screens import everywhere as messages
from advisor.tui.case import Case
from advisor.tui.dialogs import Choose
from advisor.tui.files import OpenFile
from advisor.tui.recent import recent, remember

if TYPE_CHECKING:
    from advisor.tui.app import AdvisorApp


@dataclass(frozen=True)
class Found:
    """An initiative that was chosen."""

    path: Path
    is_example: bool = False
    is_as_opened: bool = False
    """Whether it is the one that is open, as it was then."""


async def which(
    app: "AdvisorApp", heading: str, before: Sequence[tuple[str, Found]] = (), but: Path | None = None
) -> Found | None:
    """Asks for an initiative: a file of one's own, or what comes along; None if that was left.

    Args:
        app: the program.
        heading: what is asked.
        before: what can be chosen besides, with the words to choose it by.
        but: what is left out.
    """
    choices: list[tuple[str, Found | None]] = [
        *before,
        *((f"{path.name}  {path.parent}", Found(path)) for path in recent() if path != but),
        (messages.ANOTHER_FILE, None),
        *(
            (messages.AN_EXAMPLE.format(name=name, years=years), Found(path, is_example=True))
            for name, years, path in app.examples
            if path != but
        ),
    ]
    chosen = await app.push_screen_wait(Choose(heading, [says for says, _ in choices]))
    if chosen is None:
        return None
    if (found := choices[chosen][1]) is not None:
        return found
    path = await app.push_screen_wait(OpenFile())
    return None if path is None else Found(path)


def opening(app: "AdvisorApp", found: Found) -> Callable[[Engine], Case]:
    """What opens it; a file of one's own is put on the list of recent ones."""

    def opened(engine: Engine) -> Case:
        if found.is_example:
            return Case.example(engine, app.language, found.path)
        case = Case.own(engine, app.language, found.path)
        remember(found.path)
        return case

    return opened

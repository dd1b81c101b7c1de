"""The way to the promises: against which initiative, and in which file they stand or shall stand."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.errors import AdvisorError
from advisor.messages.screens import promises as messages
from advisor.tui.case import Case
from advisor.tui.dialogs import Ask, Choose
from advisor.tui.files import AskNewPath, OpenFile, alike, as_path, unused
from advisor.tui.place import Place
from advisor.tui.promised import Promised, Sort
from advisor.tui.which import opening, which

if TYPE_CHECKING:
    from advisor.tui.app import AdvisorApp

_NAMES = {
    Sort.CLAIMS: (messages.NAME_CLAIMS, messages.NAME_CLAIMS_HELP),
    Sort.PROFILE: (messages.NAME_PROFILE, messages.NAME_PROFILE_HELP),
}


@dataclass(frozen=True)
class Chosen:
    """A file with promises or demands, and its name where it is a new one."""

    path: Path
    sort: Sort
    name: str = ""


async def check(app: "AdvisorApp") -> None:
    """Asks what is to be held against what, and begins to ask about it; whoever leaves is where they were."""
    if app.case is None:
        found = await which(app, messages.ABOUT_WHICH)
        if found is None or app.take(opening(app, found)) is None:
            return
    if app.case is not None and (promised := await _promises(app, app.case)):
        app.case = promised
        app.action_go("interview")
    elif not any(isinstance(screen, Place) for screen in app.screen_stack):
        app.leave_case()


async def _promises(app: "AdvisorApp", about: Case) -> Promised | None:
    """Asks what is held against an initiative, and opens it; None if that was left, or failed, which is told."""
    try:
        chosen = await _chosen(app, about)
        if chosen is None:
            return None
        return Promised(about, chosen.path, chosen.sort, chosen.name)
    except AdvisorError as error:
        app.tell(error)
        return None


async def _chosen(app: "AdvisorApp", about: Case) -> Chosen | None:
    """A file that is there, beside the initiative or elsewhere, or a new one."""
    # What came along with the program is not where people look for what they have written.
    folder = about.path.parent if about.file is not None else Path()
    stems = {sort: folder / f"{about.path.stem}-{messages.FILE_NAMES[sort]}" for sort in Sort}
    there = [path for stem in stems.values() for path in alike(stem)]
    lines = [
        *(messages.GO_ON_WITH.format(file=path.name) for path in there),
        messages.NEW_CLAIMS,
        messages.NEW_PROFILE,
        messages.OPEN_EITHER,
    ]
    at = await app.push_screen_wait(Choose(messages.WHAT.format(name=about.initiative.name), lines))
    if at is None:
        return None
    if at < len(there):
        return Chosen(there[at], Sort.of(there[at]))
    if lines[at] == messages.OPEN_EITHER:
        path = await app.push_screen_wait(OpenFile())
        return None if path is None else Chosen(path, Sort.of(path))
    sort = Sort.CLAIMS if lines[at] == messages.NEW_CLAIMS else Sort.PROFILE
    return await _new(app, sort, stems[sort])


async def _new(app: "AdvisorApp", sort: Sort, stem: Path) -> Chosen | None:
    """A name and a file for what is not there yet; whoever leaves the file is back at the name."""
    name = ""
    plain = stem.with_name(f"{stem.name}.yaml")
    while typed := await app.push_screen_wait(Ask(*_NAMES[sort], name)):
        name = typed
        proposed = unused(stem) if plain.exists() else plain
        if new := await app.push_screen_wait(AskNewPath(messages.NEW_PATH, proposed)):
            return Chosen(as_path(new), sort, name)
    return None

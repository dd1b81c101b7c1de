"""From a page of the rulebook to the file that it stands in; rules that come along are not written into."""

from typing import TYPE_CHECKING

from textual.widgets.text_area import Document

from advisor.errors import AdvisorError, Place
from advisor.messages.screens import editor as messages
from advisor.report.rulebook.page import Sort, Target
from advisor.report.rulebook.written import yaml_of
from advisor.rulebook.bundled import comes_along
from advisor.rulebook.rulebook import Rulebook
from advisor.tui.dialogs import Ask, Tell
from advisor.tui.editor.screen import EditorScreen
from advisor.workshop.editing import RuleText
from advisor.workshop.replacing import CAN_BE_COPIED, copy_up

if TYPE_CHECKING:
    from advisor.tui.app import AdvisorApp


async def change(app: "AdvisorApp", target: Target, place: Place) -> None:
    """Opens the file of a page at its line, or says what can be done instead.

    Args:
        app: the program.
        target: what the page is about.
        place: where that stood when the rules were read.
    """
    rulebook = app.ready.rulebook
    if not comes_along(rulebook.layer_of(place).folder):
        _open(app, rulebook, _place_now(target, rulebook, place))
    elif comes_along(rulebook.layers[0].folder):
        lines = [messages.BEGIN_LAYER, messages.BEGIN_LINES, messages.BEGIN_THEN]
        app.push_screen(Tell(messages.CANNOT_CHANGE, lines))
    elif target.sort in CAN_BE_COPIED:
        await _copy(app, target, rulebook)
    else:
        _tell_of_head(app, target, rulebook)


def _place_now(target: Target, rulebook: Rulebook, place: Place) -> Place:
    try:
        return Place(place.file, yaml_of(target, rulebook).first)
    except AdvisorError:
        # The file has faults now, which is why somebody comes.
        return place


def _open(app: "AdvisorApp", rulebook: Rulebook, place: Place) -> None:
    try:
        file = RuleText(rulebook.path_of(place), place.file)
    except AdvisorError as error:
        app.tell(error)
        return
    if Document(file.text).text != file.text:
        app.push_screen(Tell(messages.CANNOT_OPEN, [messages.ODD_LINES.format(file=place.file)]))
    else:
        app.push_screen(EditorScreen(app.rules, file, max(place.line, 1)))


async def _copy(app: "AdvisorApp", target: Target, rulebook: Rulebook) -> None:
    """Copies what stands below into the top layer, and opens the copy."""
    hint = messages.COPY_HINT.format(folder=rulebook.layers[0].folder)
    why = await app.push_screen_wait(Ask(messages.COPY_HEADING, hint))
    if not why:
        return
    try:
        file, line = copy_up(target, rulebook, why)
    except AdvisorError as error:
        app.tell(error)
        return
    app.look_at_rules()
    layer = rulebook.layers[0]
    place = Place(f"{layer.name}/{file.relative_to(layer.folder).as_posix()}", line)
    app.notify(messages.COPIED.format(file=place.file), markup=False)
    _open(app, rulebook, place)


def _tell_of_head(app: "AdvisorApp", target: Target, rulebook: Rulebook) -> None:
    folder = "schools" if target.sort is Sort.SCHOOL else "themes"
    told = messages.HEAD_OF_FILE.format(file=f"{folder}/{target.id}.yaml", folder=rulebook.layers[0].folder)
    app.push_screen(Tell(messages.CANNOT_CHANGE, [told, messages.HEAD_LINE.format(sort=target.sort, id=target.id)]))

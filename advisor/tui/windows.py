"""What the interview asks in windows: a note beside an answer, and what becomes of somebody in a list."""

from advisor.interview.plan import Step
from advisor.messages.screens import everywhere
from advisor.messages.screens import interview as messages
from advisor.model.question import AnswerType
from advisor.tui.dialogs import Ask, Choose, WriteNote, may_remove
from advisor.tui.pages import Pages
from advisor.tui.place import Place


async def write_note(place: Place, pages: Pages, step: Step) -> None:
    """Asks for the note beside an answer or a list, and keeps it."""
    question = pages.now.question(step)
    is_group = question.type is AnswerType.GROUP
    note = pages.now.view.group(question.id).note if is_group else pages.now.answer(step).note
    new = await place.app.push_screen_wait(WriteNote(messages.NOTE_TITLE, note or ""))
    if new is None:
        return
    if is_group:
        place.save(lambda file: file.note_list(question.id, new or None, place.part))
    else:
        place.save(lambda file: file.note(question, new or None, step.item, place.part))


async def change_item(place: Place, group: str, item: str, name: str) -> bool:
    """Asks what is to be done with an item of a list, and does it.

    Args:
        place: where it is asked.
        group: the list.
        item: the id of the item.
        name: what it is called.

    Returns:
        Whether the questions about it are wanted.
    """
    choices = (messages.ITEM_RENAME, messages.ITEM_QUESTIONS, everywhere.ITEM_REMOVE)
    chosen = await place.app.push_screen_wait(Choose(everywhere.ITEM_WHAT.format(name=name), choices))
    if chosen == choices.index(messages.ITEM_RENAME):
        new = await place.app.push_screen_wait(Ask(messages.ITEM_NEW_NAME, value=name))
        if new:
            place.save(lambda file: file.rename_item(group, item, new, place.part))
    elif chosen == choices.index(everywhere.ITEM_REMOVE) and await may_remove(place.app, name):
        place.save(lambda file: file.remove_item(group, item, place.part))
    return chosen == choices.index(messages.ITEM_QUESTIONS)

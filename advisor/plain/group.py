"""A group as a short list: adding, renaming and removing its items, and saying that they are all."""

import re

from advisor.interview.plan import Step
from advisor.interview.typed import MORE, Unclear
from advisor.logic.answers import Item, Items
from advisor.messages import interview as messages
from advisor.model.question import Question
from advisor.plain.moves import Move, moved, unquoted
from advisor.plain.question import Asker

_ON_ITEM = re.compile(r"(e|edit|r|remove) *([0-9]+)", re.IGNORECASE)
_OTHERWISE = re.compile(r"[0-9]+|y|yes|no", re.IGNORECASE)
"""What is more likely to be meant for another question than to be a name."""


class GroupAsker:
    """Puts the questions that are answered with a list of items."""

    def __init__(self, asker: Asker) -> None:
        self.asker = asker
        self.talk = asker.talk
        self.file = asker.file
        self.part = asker.part

    def put(self, step: Step) -> None:
        """Says the question and the list as it stands."""
        question = self.asker.interview.question(step)
        self.talk.say(self.asker.words.text(question.prompt))
        items = self._items(question)
        if items.items:
            taken_over = self.part and not self.asker.interview.is_said_here(step)
            self.talk.say(messages.LISTED_AS_THE_WHOLE if taken_over else messages.LISTED)
        for number, item in enumerate(items.items, start=1):
            self.talk.say(self._name(question, item), "      ", f"  {number:>2}  ")
        state = messages.LIST_CLOSED if items.complete else messages.LIST_OPEN
        self.talk.say(state if items.items else f"{messages.NONE_LISTED} {state if items.complete else ''}")
        if items.note:
            self.talk.say(messages.NOTE_SO_FAR.format(note=items.note), "  ")
        self.talk.say(messages.GROUP_HOW_ITEMS if items.items else messages.GROUP_HOW)

    def hear(self, step: Step) -> Move:
        """Hears what is to be done with the list, and does it."""
        question = self.asker.interview.question(step)
        typed = self.talk.ask()
        if (move := moved(typed)) is not None:
            return move
        match typed.lower():
            case "?" | "؟" | "help":
                self.asker.explain(question)
                self.talk.say(messages.FEW_KEYS_OF_LISTS)
            case "??" | "؟؟":
                own = messages.PART_KEYS if self.part else ()
                self.asker.keys((*messages.GROUP_KEYS, *own, *messages.KEYS_EVERYWHERE), question)
            case "=" | "+" | "that is all" | "all" | "done" | "none" | "nobody":
                self.file.close_list(question.id, complete=typed != MORE, part=self.part)
                return Move.ON
            case "n" | "note":
                self.file.note_list(question.id, self.talk.ask(messages.NOTE) or None, self.part)
            case "w" if self.part:
                self.file.clear(question, part=self.part)
            case "-" | "!" | "/" | "c" | "clear" as key:
                raise Unclear(messages.NOT_FOR_LISTS[key[0]])
            case _ if on_item := _ON_ITEM.fullmatch(typed):
                self._change(question, on_item[1].lower()[0], int(on_item[2]))
            case _:
                self._add(question, typed)
        return Move.STAY

    def _items(self, question: Question) -> Items:
        return self.file.initiative.view(self.part).group(question.id)

    def _name(self, question: Question, item: Item) -> str:
        return self.asker.words.item_name(question.id, item)

    def _add(self, question: Question, typed: str) -> None:
        name = unquoted(typed.removeprefix("add ")).strip()
        if not name:
            raise Unclear(messages.GROUP_HOW)
        if _OTHERWISE.fullmatch(typed):
            raise Unclear(messages.NO_NAME.format(typed=typed))
        self.file.add_item(question.id, name, self.part)
        self.talk.say(messages.ADDED.format(name=name))

    def _change(self, question: Question, what: str, number: int) -> None:
        items = self._items(question).items
        if not 1 <= number <= len(items):
            raise Unclear(messages.NO_SUCH_NUMBER.format(number=number))
        item = items[number - 1]
        name = self._name(question, item)
        if what == "e":
            if new := self.talk.ask(messages.NEW_NAME):
                self.file.rename_item(question.id, item.id, new, self.part)
                self.talk.say(messages.RENAMED.format(name=new))
        elif self.talk.ask((messages.REALLY_HERE if self.part else messages.REALLY).format(name=name)).lower() in (
            "yes",
            "y",
        ):
            self.file.remove_item(question.id, item.id, self.part)
            self.talk.say(messages.REMOVED.format(name=name))
        else:
            self.talk.say(messages.NOT_REMOVED)

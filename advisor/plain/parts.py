"""The phases and strands: listing, adding, describing and removing them, and answering about one of them."""

import re
from dataclasses import replace

from advisor.errors import AdvisorError
from advisor.initiative.answers import is_date
from advisor.initiative.initiative import PartKind, View
from advisor.interview.plan import CORE
from advisor.interview.typed import Unclear
from advisor.messages import interview as messages
from advisor.messages import next as following
from advisor.plain.decisive import Decisive
from advisor.plain.moves import go_away, unquoted
from advisor.plain.question import Asker
from advisor.plain.walk import Walk

_ON_PART = re.compile(r"(?:(e|r|edit|remove) *)?([0-9]+)", re.IGNORECASE)
_KINDS: dict[str, PartKind] = {"1": "phase", "phase": "phase", "2": "strand", "strand": "strand"}
_NOT_KNOWN = "-"


class PartsAsker:
    """Asks about the phases and strands of an initiative."""

    def __init__(self, asker: Asker) -> None:
        self.asker = asker
        self.talk = asker.talk
        self.file = asker.file

    def run(self) -> None:
        """Lists the parts and does what is typed, until the person goes back or away."""
        listening = True
        while listening:
            self._put()
            try:
                listening = self._hear()
            except Unclear as unclear:
                self.talk.say(str(unclear))
            except AdvisorError as error:
                self.asker.tell(error)

    def _put(self) -> None:
        self.talk.say()
        initiative = self.file.initiative
        self.talk.say(messages.PARTS_PROMPT)
        for number, part in enumerate(initiative.parts, start=1):
            self.talk.say(_described(part), "      ", f"  {number:>2}  ")
        if initiative.parts:
            self.talk.say(messages.LIST_CLOSED if initiative.parts_complete else messages.LIST_OPEN)
        self.talk.say(messages.PARTS_HOW_SOME if initiative.parts else messages.PARTS_HOW)

    def _hear(self) -> bool:
        """Does one thing; says whether there may be more to do here."""
        typed = self.talk.ask()
        go_away(typed)
        match typed.lower():
            case "" | ">" | "<" | "b" | "back":
                return False
            case "?" | "؟" | "??":
                self.talk.say(messages.PARTS_HELP)
            case "=" | "+":
                self.file.close_parts(complete=typed == "=")
            case _ if on_part := _ON_PART.fullmatch(typed):
                self._do((on_part[1] or "").lower()[:1], self._part(int(on_part[2])))
            case "y" | "yes" | "no":
                raise Unclear(messages.NO_NAME.format(typed=typed))
            case _:
                self._add(unquoted(typed))
        return True

    def _part(self, number: int) -> View:
        parts = self.file.initiative.parts
        if not 1 <= number <= len(parts):
            raise Unclear(messages.NO_SUCH_NUMBER.format(number=number))
        return parts[number - 1]

    def _do(self, what: str, part: View) -> None:
        if what == "e":
            if name := self.talk.ask(messages.NEW_NAME):
                self._write(replace(part, name=unquoted(name)))
            self._describe(part.id)
        elif what == "r":
            sure = self.talk.ask(messages.REALLY.format(name=part.name)).lower() in ("yes", "y")
            if sure:
                self.file.remove_part(part.id)
            self.talk.say(messages.REMOVED.format(name=part.name) if sure else messages.NOT_REMOVED)
        else:
            self._ask_about(part)

    def _add(self, name: str) -> None:
        """Adds a part at once, so that it is there even if the person leaves before all is said about it."""
        part = self.file.add_part("phase", name)
        self._describe(part)
        self.talk.say(messages.PART_ADDED.format(name=name, number=len(self.file.initiative.parts)))

    def _describe(self, part: str) -> None:
        """Asks what a part is and when it was, and writes each answer at once."""
        self._write(replace(self._now(part), kind=self._kind(self._now(part).kind)))
        self._write(replace(self._now(part), start=self._date(messages.PART_START, self._now(part).start)))
        self._write(replace(self._now(part), end=self._date(messages.PART_END, self._now(part).end)))

    def _now(self, part: str) -> View:
        return self.file.initiative.view(part)

    def _write(self, part: View) -> None:
        assert part.kind is not None  # noqa: S101 -- every part has one
        self.file.change_part(part.id, part.kind, part.name, part.start, part.end)

    def _kind(self, before: PartKind | None) -> PartKind | None:
        while typed := self.talk.ask(messages.PART_KIND.format(before=messages.PART_KINDS[str(before)])).lower():
            go_away(typed)
            if typed in _KINDS:
                return _KINDS[typed]
            self.talk.say(messages.PART_NO_KIND)
        return before

    def _date(self, prompt: str, before: str | None) -> str | None:
        while typed := self.talk.ask(prompt.format(before=before or messages.PART_NO_DATE)):
            go_away(typed)
            if typed == _NOT_KNOWN:
                return None
            if is_date(typed):
                return typed
            self.talk.say(messages.HOW["date"])
        return before

    def _ask_about(self, part: View) -> None:
        """Asks about one part: first what tells it from others, then section by section."""
        walk = Walk(Asker(self.file, self.asker.rulebook, self.talk, self.asker.language, part.id))
        self.talk.say(messages.PART_BEGIN.format(name=part.name))
        walk.through(CORE)
        while True:
            walk.offer()
            self.talk.say(following.BY_DECISION, "", "   d  ")
            self.talk.say(messages.PARTS_AGAIN, "", "   b  ")
            typed = self.talk.ask(messages.FURTHER).lower()
            go_away(typed)
            if typed in ("", "b", "<", "back"):
                return
            if typed == "d":
                Decisive(walk).run()
            else:
                walk.choose(typed)


def _described(part: View) -> str:
    """A part with what it is and when it was."""
    dates = (
        words.format(date=date)
        for words, date in ((messages.PART_FROM, part.start), (messages.PART_UNTIL, part.end))
        if date
    )
    return f"{part.name}: {' '.join((messages.PART_KINDS[str(part.kind)], *dates))}"

"""The plain interview from beginning to end: the first questions, the front page, then sections by choice."""

from collections.abc import Callable
from pathlib import Path

from advisor.engine.run import Engine
from advisor.messages import interview as messages
from advisor.messages import next as following
from advisor.plain.decisive import Decisive
from advisor.plain.moves import ToFront, ToMenu, go_away
from advisor.plain.parts import PartsAsker
from advisor.plain.question import Asker
from advisor.plain.talk import Leave, Talk
from advisor.plain.walk import Walk
from advisor.report.assess import assess
from advisor.report.plain.page import front_as_text
from advisor.rulebook.rulebook import Rulebook
from advisor.store.file import InitiativeFile


def interview(path: Path, rulebook: Rulebook, talk: Talk, language: str, *, decisive: bool = False) -> None:
    """Interviews a person about the initiative in a file, which is made if it is not there.

    Args:
        path: the file.
        rulebook: what is asked.
        talk: the person.
        language: of the questions.
        decisive: whether to begin with what decides most, and not with the questions that everybody is asked.

    Raises:
        AdvisorError: the file cannot be opened, or has become faulty meanwhile.
    """
    try:
        name = "" if path.exists() else _name(talk)
    except (Leave, KeyboardInterrupt):
        talk.say(messages.NO_FILE_MADE)
        return
    with InitiativeFile(path, rulebook.questions, name) as file:
        try:
            _Session(file, rulebook, talk, language).run(decisive=decisive)
        except (Leave, KeyboardInterrupt):
            talk.say()
        talk.say(messages.GOODBYE.format(path=path))


def _name(talk: Talk) -> str:
    name = ""
    while not name:
        name = talk.ask(messages.NEW)
    if name in ("q", "quit"):
        raise Leave
    return name


class _Session:
    def __init__(self, file: InitiativeFile, rulebook: Rulebook, talk: Talk, language: str) -> None:
        self.file = file
        self.rulebook = rulebook
        self.talk = talk
        self.language = language
        self.asker = Asker(file, rulebook, talk, language)
        self.walk = Walk(self.asker)
        self.parts = PartsAsker(self.asker)

    def run(self, *, decisive: bool) -> None:
        """Asks until the person leaves."""
        for line in messages.WELCOME:
            self.talk.say(line.format(path=self.file.shown))
        self._follow(self._decide if decisive else self._begin)
        while True:
            self._follow(self._choose)

    def _follow(self, do: Callable[[], None]) -> None:
        """Does something, from which the person may go to the front page or to the menu."""
        try:
            do()
        except ToFront:
            self._front()
        except ToMenu:
            pass

    def _begin(self) -> None:
        self.walk.begin()
        self._front()

    def _decide(self) -> None:
        Decisive(self.walk).run()
        self._front()

    def _front(self) -> None:
        self.talk.page("")
        engine = Engine(self.rulebook)
        self.talk.page(front_as_text(assess(engine, self.file.initiative, self.language)))
        engine.close()
        if aside := self.asker.interview.aside():
            find = self.rulebook.questions.find
            labels = dict.fromkeys(self.asker.words.text(find(step.question).label) for step in aside)
            self.talk.say(messages.ASIDE.format(labels="; ".join(labels)))

    def _choose(self) -> None:
        """Offers the sections by name, and goes through the one that is chosen."""
        self.walk.offer()
        self.talk.say(following.BY_DECISION, "", "   d  ")
        self.talk.say(messages.PARTS.format(number=len(self.file.initiative.parts)), "", "   p  ")
        self.talk.say(messages.FRONT_AGAIN, "", "   f  ")
        self.talk.say(messages.LEAVE, "", "   q  ")
        typed = self.talk.ask(messages.FURTHER).lower()
        go_away(typed)
        if typed == "d":
            self._decide()
        elif typed in ("p", "phases", "strands", "phases and strands"):
            self.parts.run()
        elif self.walk.choose(typed):
            self._front()

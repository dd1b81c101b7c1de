"""The plain interview from beginning to end: the first questions, the front page, then sections by choice."""

from pathlib import Path

from advisor.engine.run import Engine
from advisor.errors import AdvisorError
from advisor.interview.plan import CORE, Step
from advisor.interview.typed import Unclear
from advisor.messages import interview as messages
from advisor.model.question import AnswerType
from advisor.plain.group import GroupAsker
from advisor.plain.question import Asker, Move
from advisor.plain.talk import Leave, Talk
from advisor.report.assess import assess
from advisor.report.plain.page import front_as_text
from advisor.rulebook.rulebook import Rulebook
from advisor.store.file import InitiativeFile

_CHANGED = "S03"


def interview(path: Path, rulebook: Rulebook, talk: Talk, language: str) -> None:
    """Interviews a person about the initiative in a file, which is made if it is not there.

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
            _Session(file, rulebook, talk, language).run()
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
        self.groups = GroupAsker(self.asker)

    def run(self) -> None:
        """Asks until the person leaves."""
        for line in messages.WELCOME:
            self.talk.say(line.format(path=self.file.shown))
        now = self.asker.interview
        if not all(now.is_answered(step) for step in now.steps(CORE)):
            self._through(CORE)
        self._front()
        while True:
            self._choose()

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
        now = self.asker.interview
        sections = now.sections()
        self.talk.say()
        for number, section in enumerate(sections, start=1):
            done = now.progress(section)
            title = self._title(section)
            line = messages.SECTION.format(title=title, answered=done.answered, asked=done.asked)
            self.talk.say(line, "      ", f"  {number:>2}  ")
        self.talk.say(messages.FRONT_AGAIN, "", "   f  ")
        self.talk.say(messages.LEAVE, "", "   q  ")
        typed = self.talk.ask(messages.FURTHER).lower()
        if typed in ("q", "quit"):
            raise Leave
        if typed in ("f", messages.FRONT_AGAIN.lower()):
            self._front()
            return
        titles = [self._title(section).lower() for section in sections]
        chosen = [at for at, title in enumerate(titles, start=1) if typed == str(at) or (typed and typed in title)]
        if len(chosen) != 1:
            self.talk.say(messages.NO_SUCH_SECTION)
            return
        self._through(sections[chosen[0] - 1])
        self._front()

    def _title(self, section: str) -> str:
        return self.asker.interview.title(section, self.language) or messages.CORE_TITLE

    def _through(self, section: str) -> None:
        """Puts the questions of a section one after the other, from the first that has no answer."""
        steps = self.asker.interview.steps(section)
        if not steps:
            self.talk.say(messages.NOTHING_LEFT)
            return
        now = self.asker.interview
        step: Step | None = next((step for step in steps if not now.is_answered(step)), steps[0])
        while step is not None:
            before = self.asker.interview.steps(section)
            move = self._at(step, before)
            steps = self.asker.interview.steps(section)
            if move is Move.ON:
                step = now.after(step, before, steps)
            elif move is Move.BACK:
                step = self._previous(step, steps)
            elif step not in steps:
                step = now.after(step, before, steps)

    def _previous(self, step: Step, steps: tuple[Step, ...]) -> Step:
        at = steps.index(step) if step in steps else 0
        if not at:
            self.talk.say(messages.FIRST_QUESTION)
            return steps[0]
        return steps[at - 1]

    def _at(self, step: Step, steps: tuple[Step, ...]) -> Move:
        """Puts one question until it leads on or back."""
        question = self.asker.interview.question(step)
        asker = self.groups if question.type is AnswerType.GROUP else self.asker
        title = self._title(question.section)
        self.talk.say()
        self.talk.say(messages.WHERE.format(number=steps.index(step) + 1, total=len(steps), title=title))
        asker.put(step)
        while True:
            try:
                move = asker.hear(step)
            except Unclear as unclear:
                self.talk.say(str(unclear))
                continue
            except AdvisorError as error:
                self._tell(error)
                return Move.STAY
            if move is not Move.STAY:
                return move
            if question.type is AnswerType.GROUP:
                asker.put(step)

    def _tell(self, error: AdvisorError) -> None:
        """Says what stood in the way; a file that others have changed is read again."""
        for fault in error.faults:
            self.talk.say(f"{fault.code} {fault.message}")
        if any(fault.code == _CHANGED for fault in error.faults):
            self.file.read()
            self.talk.say(messages.READ_ANEW)

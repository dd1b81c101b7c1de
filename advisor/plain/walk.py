"""Going through the questions, section by section."""

from advisor.errors import AdvisorError
from advisor.interview.plan import CORE, Interview, Step
from advisor.interview.typed import Unclear
from advisor.messages import interview as messages
from advisor.model.question import AnswerType
from advisor.plain.group import GroupAsker
from advisor.plain.moves import Move
from advisor.plain.question import Asker


class Walk:
    """Leads through the questions about the whole, or about one part."""

    def __init__(self, asker: Asker) -> None:
        self.asker = asker
        self.groups = GroupAsker(asker)
        self.talk = asker.talk

    def offer(self) -> None:
        """Says which sections there are, by numbers."""
        now = self.asker.interview
        self.talk.say()
        for number, section in enumerate(now.sections(), start=1):
            done = now.progress(section)
            line = messages.SECTION.format(title=self._title(now, section), answered=done.answered, asked=done.asked)
            self.talk.say(line, "      ", f"  {number:>2}  ")

    def choose(self, typed: str) -> bool:
        """Goes through the section that was chosen; says so where none was, and that it was none."""
        now = self.asker.interview
        sections = now.sections()
        titles = [self._title(now, section).lower() for section in sections]
        chosen = [at for at, title in enumerate(titles, start=1) if typed == str(at) or (typed and typed in title)]
        if len(chosen) != 1:
            self.talk.say(messages.NO_SUCH_SECTION)
            return False
        self.through(sections[chosen[0] - 1])
        return True

    def begin(self) -> None:
        """Goes through the first questions, unless all are answered."""
        now = self.asker.interview
        if not all(now.is_answered(step) for step in now.steps(CORE)):
            self.through(CORE)

    def _title(self, now: Interview, section: str) -> str:
        return now.title(section, self.asker.language) or messages.CORE_TITLE

    def through(self, section: str) -> None:
        """Puts the questions of a section one after the other, from the first that has no answer.

        In a part, from the beginning: what is answered there is as for the whole, and to be looked at.
        """
        now = self.asker.interview
        steps = now.steps(section)
        if not steps:
            self.talk.say(messages.NOTHING_LEFT)
            return
        step: Step | None = steps[0]
        if not self.asker.part:
            step = next((step for step in steps if not now.is_answered(step)), steps[0])
        while step is not None:
            before = self.asker.interview.steps(section)
            move = self.at(step, messages.NUMBER.format(number=before.index(step) + 1, total=len(before)))
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

    def at(self, step: Step, place: str) -> Move:
        """Puts one question until it leads on or back.

        Args:
            step: the question.
            place: where it stands among those that are asked.
        """
        now = self.asker.interview
        question = now.question(step)
        asker = self.groups if question.type is AnswerType.GROUP else self.asker
        self.talk.say()
        where = messages.WHERE.format(place=place, title=self._title(now, question.section))
        about = now.view.name if self.asker.part else ""
        self.talk.say(messages.WHERE_IN_PART.format(part=about, where=where) if about else where)
        asker.put(step)
        while True:
            try:
                move = asker.hear(step)
            except Unclear as unclear:
                self.talk.say(str(unclear))
                continue
            except AdvisorError as error:
                self.asker.tell(error)
                return Move.STAY
            if move is not Move.STAY:
                return move
            if question.type is AnswerType.GROUP:
                asker.put(step)

"""Asking what decides most first: where that stands, and what was asked on the way."""

from advisor.interview.order import Deciding, Order
from advisor.interview.plan import Interview, Step
from advisor.messages import next as messages
from advisor.report.next import standing

DECISIVE = "=decisive"
"""The questions by what they decide; its place among the sections. No section is called so."""


class Course:
    """The way through the questions of one interview by what they decide."""

    def __init__(self) -> None:
        self._asked: list[Step] = []
        """What was asked on the way; whoever passes over a question is not asked it again."""
        self.deciding = Deciding()
        """What there was to ask when the question that stands was chosen."""
        self.standing = ""
        """Whether which track it is can still change, where no question that is left can change it."""
        self._is_told = False

    def next(self, order: Order) -> Step | None:
        """The question that decides most; once none where the headline is settled, and where nothing is left."""
        self.deciding = order.deciding(self._asked)
        was_told, self._is_told = self._is_told, not self.deciding.headline
        told = (standing(settled=order.settled, deciding=0), "" if self.deciding.steps else messages.NOTHING_LEFT)
        self.standing = " ".join(filter(None, told)) if self._is_told else ""
        if not self.deciding.steps or (self._is_told and not was_told):
            return None
        return self.deciding.steps[0]

    def pass_over(self, step: Step) -> None:
        """Notes that a question was asked."""
        if step not in self._asked:
            self._asked.append(step)

    def back(self, now: Interview) -> Step | None:
        """The question that was asked before, if there is one and what it is about is still there."""
        while self._asked:
            step = self._asked.pop()
            if now.is_there(step):
                return step
        return None

    @property
    def takes_long(self) -> bool:
        """Whether stops and advice have to be worked out, which takes longer than the headline."""
        return self._is_told and bool(self.deciding.steps)

    @property
    def goes_on(self) -> str:
        """What is still to be decided, where the headline is not; empty where that is nothing."""
        number = len(self.deciding.steps)
        return messages.LEFT_REST[number == 1].format(number=number) if number else ""

"""Asking what decides most: after each answer the question follows that can now change most."""

from advisor.interview.order import Deciding, Order
from advisor.interview.plan import Step
from advisor.messages import next as messages
from advisor.plain.moves import Move, go_away
from advisor.plain.question import Asker
from advisor.plain.walk import Walk
from advisor.report.next import left, standing
from advisor.solver.words import Words


class Decisive:
    """Leads through the questions about the whole, or about one part, by what they can still change."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.asker: Asker = walk.asker
        self.talk = walk.talk
        self._words = Words(self.asker.rulebook)
        self._asked: list[Step] = []
        """What was asked already; whoever passes over a question is not asked it again."""
        self._is_told = False
        """Whether it was said that no question can change the headline any more."""

    def run(self) -> None:
        """Asks until no answer can change anything, or the person leaves."""
        while (deciding := self._deciding()).steps:
            if self._ask(deciding.steps[0], deciding) is Move.BACK:
                self._go_back()
        self.talk.say()
        self.talk.say(messages.NOTHING_LEFT)

    def _deciding(self) -> Deciding:
        """What to ask now; says once that no question that is left can change which track it is."""
        order = self._order()
        deciding = order.deciding(self._asked)
        was_told, self._is_told = self._is_told, not deciding.headline
        if self._is_told and not was_told:
            self.talk.say()
            self.talk.say(standing(settled=order.settled, deciding=0))
            if deciding.steps:
                go_away(self.talk.ask(messages.GO_ON))
        return deciding

    def _order(self) -> Order:
        return Order(self.asker.interview, self.asker.file.initiative, self._words)

    def _ask(self, step: Step, deciding: Deciding) -> Move:
        """Puts one question until it leads on or back, or is none any more."""
        move = Move.STAY
        while move is Move.STAY and step in self._there():
            move = self.walk.at(step, left(deciding))
        if move is not Move.BACK:
            self._asked.append(step)
        return move

    def _there(self) -> set[Step]:
        now = self.asker.interview
        return {step for section in now.sections() for step in now.steps(section)}

    def _go_back(self) -> None:
        """Asks once more what was asked before, and what was asked before that, as long as the person goes back."""
        while self._asked:
            step = self._asked.pop()
            if self._ask(step, self._order().deciding(self._asked)) is not Move.BACK:
                return
        self.talk.say(messages.FIRST_QUESTION)

"""The interview: what becomes of each answer."""

from dataclasses import replace

from textual import on, work

from advisor.initiative.initiative import Initiative
from advisor.interview.offers import NOTHING_HELD, End, Reply, SeveralOf
from advisor.interview.plan import Interview, Step
from advisor.interview.typed import ALL, MORE, Unclear
from advisor.logic.answers import Answer, Word
from advisor.messages.screens import interview as messages
from advisor.tui.disputing import Dispute
from advisor.tui.pages import ADVICE, WHOLE
from advisor.tui.place import A_MOMENT
from advisor.tui.question import QuestionView
from advisor.tui.questionnaire import Questionnaire
from advisor.tui.ways import Way
from advisor.tui.windows import change_item, write_note

_WINDOW = "window"
"""The group of the workers that wait for an answer in a window."""


class InterviewScreen(Questionnaire):
    """Asks question by question; every answer is in the file before the next question appears."""

    def _is_late(self, said: QuestionView.Said) -> bool:
        """Whether something was said of a question that has been left, or while a window asks something."""
        asks = any(worker.group == _WINDOW and not worker.is_finished for worker in self.workers)
        return said.step != self.step or asks or not self.is_current

    @on(QuestionView.Picked)
    def _picked(self, event: QuestionView.Picked) -> None:
        if self._is_late(event):
            return
        if self.step is None:
            self._leave_crossroads(str(event.pick))
        elif event.pick == WHOLE:
            self._take_over(self.step)
        elif self.answering is None:
            self._picked_in_group(event.pick)
        elif not isinstance(event, QuestionView.Crossed):
            self._reply(self.answering.picked(event.pick))
        elif isinstance(self.answering, SeveralOf) and not isinstance(event.pick, End):
            self._reply(self.answering.crossed(event.pick))

    @on(QuestionView.Typed)
    def _typed(self, event: QuestionView.Typed) -> None:
        if self._is_late(event):
            return
        if not event.text:
            self.action_go(Way.NEXT)
        elif self.answering is None:
            self._list(event.text)
        else:
            try:
                reply = self.answering.typed(event.text)
            except Unclear as unclear:
                self.query_one(QuestionView).complain(str(unclear))
            else:
                self._reply(reply)

    def _reply(self, reply: Reply) -> None:
        step = self.step
        assert step is not None  # noqa: S101 -- there is a question, since it has been answered
        held = () if replace(reply.held, by=None) == NOTHING_HELD else (reply.held,)
        self._answer(replace(self.pages.now.answer(step), held=held, withheld=False), on=reply.done)

    def _answer(self, answer: Answer, *, on: bool) -> None:
        """Writes an answer, and goes on if that finishes it."""
        step, question = self.step, self._question
        before, earlier = self.pages.now.steps(self.section), self.pages.now
        if step is None or not self.save(lambda file: file.set(question, answer, step.item, self.part)):
            return
        if on:
            self._tell_change(step, earlier)
            self._finish(before)
            return
        self._show_again()

    def _finish(self, before: tuple[Step, ...]) -> None:
        """Goes on from a question that has been answered, or back to where it was opened."""
        if self._asked_for is not None and self.step == self._asked_for:
            self.dismiss()
        else:
            self._on(before)

    def _tell_change(self, step: Step, earlier: Interview) -> None:
        """Says what stood there before, if anything did: nothing is overwritten unseen, and no secret said again."""
        was, now = earlier.answer(step), self.pages.now.answer(step)
        if not was.held or _said(was) == _said(now):
            return
        if now.withheld or not now.held:
            told = messages.WAS_WITHHELD if now.withheld else messages.WAS_CLEARED
        else:
            told = messages.WAS_CHANGED.format(before=self.words.answer(self._question, was))
        self.notify(told, timeout=A_MOMENT, markup=False)

    def show_undone(self, later: Initiative) -> None:
        """Goes to the question that was taken back."""
        changed = self.pages.now.differs(self.case.asked(later, self.part))
        if changed is None:
            self.refresh_case()
        else:
            self.show_question(changed)

    @on(QuestionView.Went)
    def _went(self, event: QuestionView.Went) -> None:
        step = self.step
        if self._is_late(event):
            return
        if event.way is Way.ORDER:
            self.action_order()
        elif event.way in (Way.PREVIOUS, Way.NEXT) or step is None:
            self.action_go(event.way)
        elif self.holds_back():
            return
        elif event.way is Way.NOTE:
            self._note(step)
        elif event.way is Way.DISPUTED:
            self._dispute(step)
        elif event.way is Way.CLEAR:
            self._clear(step)
        else:
            note = self.pages.now.answer(step).note
            self._answer(Answer(withheld=event.way is Way.WITHHELD, note=note), on=True)

    def _clear(self, step: Step) -> None:
        earlier = self.pages.now
        if earlier.answer(step) == Answer():
            self.notify(messages.NOTHING_TO_CLEAR, timeout=A_MOMENT, markup=False)
        elif self.save(lambda file: file.clear(self._question, step.item, self.part)):
            self._tell_change(step, earlier)
            self._show()

    def _take_over(self, step: Step) -> None:
        """Leaves a part with the answer of the whole, or gives that back to it."""
        before, question = self.pages.now.steps(self.section), self._question
        said_here = self.pages.now.is_said_here(step)
        if not said_here or self.save(lambda file: file.clear(question, step.item, self.part)):
            self._on(before)

    @work(group=_WINDOW)
    async def _note(self, step: Step) -> None:
        await write_note(self, self.pages, step)
        self._show_again()

    @work(group=_WINDOW)
    async def _dispute(self, step: Step) -> None:
        view, note = self.pages.now.view, self.pages.now.answer(step).note
        dialog = Dispute(self._question, self.pages.prompt(step), view, self.words, note)
        answer = await self.app.push_screen_wait(dialog)
        if answer is not None:
            self._answer(answer, on=True)

    # Lists of items

    def _list(self, typed: str) -> None:
        """Adds somebody by name, or ends the list with the same signs as line by line."""
        group = self._question.id
        if typed in (ALL, MORE):
            self._picked_in_group(End.ALL if typed == ALL else End.MORE)
        elif typed.isdecimal():
            self.query_one(QuestionView).complain(messages.NO_NAME)
        elif self.save(lambda file: file.add_item(group, typed, self.part)):
            self._show()

    def _picked_in_group(self, pick: Word | End) -> None:
        group = self._question.id
        if not isinstance(pick, End):
            self._change_item(group, str(pick))
            return
        before = self.pages.now.steps(self.section)
        if self.save(lambda file: file.close_list(group, complete=pick is End.ALL, part=self.part)):
            self._finish(before)

    @work(group=_WINDOW)
    async def _change_item(self, group: str, item: str) -> None:
        found = next(one for one in self.pages.now.view.group(group).items if one.id == item)
        if await change_item(self, group, found.id, self.words.item_name(group, found)):
            steps = self.pages.now.steps(self.section)
            self._stand(next((step for step in steps if step.item == item), self.step))
        else:
            self._show_again()

    def _leave_crossroads(self, pick: str) -> None:
        if pick == ADVICE:
            self.app.action_go("parts" if self.part else "assessment")
        else:
            self.enter(pick, again=True)


def _said(answer: Answer) -> object:
    """What an answer says, whoever holds it and whether or not that is all."""
    return answer.withheld, [(held.words, held.excluded) for held in answer.held]

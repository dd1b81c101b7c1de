"""The interview: sections at the left, one question in the middle, the picture so far at the right."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, OptionList

from advisor.errors import AdvisorError
from advisor.explain.words import Wordings
from advisor.interview.offers import Answering, End, Reply, SeveralOf, answering
from advisor.interview.plan import CORE, Step
from advisor.interview.typed import Unclear, Understanding
from advisor.interview.why import Why
from advisor.logic.answers import Answer, Word
from advisor.messages import screens as messages
from advisor.model.question import AnswerType, Question
from advisor.store.file import InitiativeFile
from advisor.tui.bar import TopBar
from advisor.tui.case import Case
from advisor.tui.dialogs import Ask, Choose, WriteNote
from advisor.tui.disputing import Dispute
from advisor.tui.pages import ADVICE, Pages
from advisor.tui.picture import PictureView
from advisor.tui.place import Place
from advisor.tui.question import QuestionView, Way
from advisor.tui.sections import Sections


class InterviewScreen(Place):
    """Asks question by question; every answer is in the file before the next question appears."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "pageup", "go('previous')", messages.PREVIOUS, show=False, priority=True, tooltip=messages.PREVIOUS_TIP
        ),
        Binding("pagedown", "go('next')", messages.NEXT, show=False, priority=True, tooltip=messages.NEXT_TIP),
    ]

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        rulebook = case.engine.rulebook
        self.words = Wordings(rulebook.questions, case.language)
        self.understanding = Understanding(self.words)
        self.pages = Pages(case, self.words, Why(rulebook, self.words))
        self.section = CORE
        self.step: Step | None = None
        """None where a section has come to its end."""
        self.answering: Answering | None = None
        """None where the question is a group."""

    def compose(self) -> ComposeResult:
        """Three panes; the outer two give way where there is no room."""
        yield TopBar(self.case, messages.QUESTIONS)
        with Horizontal(id="middle"):
            yield Sections(id="sections", markup=False)
            yield QuestionView()
            yield PictureView()
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begins with the first question that has no answer, as soon as there is something to show it in."""
        self.call_after_refresh(self.enter, self.section)

    def refresh_case(self) -> None:
        """Shows the question anew, since answers may have changed; its item may be gone."""
        if self.query_one(QuestionView).page is None:
            return
        if self.step is not None and not self.case.interview.is_there(self.step):
            self.enter(self.section)
        else:
            self._show(anew=False)

    def explained(self) -> list[str]:
        """What the question means, why it is asked, and how one answers."""
        about = [] if self.step is None else self.pages.explained(self._question)
        ways = messages.WAYS_HELP.format(
            unknown=messages.UNKNOWN,
            withheld=messages.WITHHELD,
            disputed=messages.DISPUTED,
            note=messages.NOTE,
            clear=messages.CLEAR,
        )
        return [*about, messages.INTERVIEW_HELP, ways]

    # Where the interview stands

    def enter(self, section: str) -> None:
        """Goes to the first question of a section that has no answer, or to where it ends."""
        self.section = section
        now = self.case.interview
        self._stand(next((step for step in now.steps(section) if not now.is_answered(step)), None))

    def show_question(self, step: Step) -> None:
        """Goes to one question, whether or not it is asked now."""
        question = self.case.interview.question(step)
        self.section = CORE if question.core else question.section
        self._stand(step)

    def _stand(self, step: Step | None) -> None:
        self.step = step
        self._show()

    def _show(self, *, anew: bool = True) -> None:
        view = self.query_one(QuestionView)
        if self.step is None:
            self.answering = None
            view.show(self.pages.crossroads(self.section), anew=anew)
        elif self._question.type is AnswerType.GROUP:
            self.answering = None
            view.show(self.pages.group(self.step, self.section), anew=anew)
        else:
            self.answering = self._answering(self.step)
            view.show(self.pages.question(self.step, self.section, self.answering), anew=anew)
        self.query_one(Sections).show(self.pages, self.section)
        self.query_one(PictureView).show(self.case.picture)

    @property
    def _question(self) -> Question:
        assert self.step is not None  # noqa: S101 -- only asked where there is a question
        return self.case.interview.question(self.step)

    def _answering(self, step: Step) -> Answering:
        now = self.case.interview
        answer = now.answer(step)
        held = answer.held[0] if len(answer.held) == 1 else None
        return answering(now.question(step), now.view, self.understanding, held)

    # Moving

    def action_go(self, way: str) -> None:
        """Goes to the question before or after."""
        if way == Way.PREVIOUS:
            self._back()
        else:
            self._on(self.case.interview.steps(self.section))

    def _on(self, before: tuple[Step, ...]) -> None:
        """Goes on, though the answer may have changed which questions there are."""
        if self.step is None:
            return
        now = self.case.interview.steps(self.section)
        self._stand(self.case.interview.after(self.step, before, now) if self.step in before else None)

    def _back(self) -> None:
        steps = self.case.interview.steps(self.section)
        at = steps.index(self.step) if self.step in steps else len(steps)
        if at:
            self._stand(steps[at - 1])
        else:
            self.notify(messages.FIRST_QUESTION, markup=False)

    @on(OptionList.OptionSelected, "#sections")
    def _enter(self, event: OptionList.OptionSelected) -> None:
        self.enter(self.query_one(Sections).known[event.option_index])

    # Answering

    @on(QuestionView.Picked)
    def _picked(self, event: QuestionView.Picked) -> None:
        if self.step is None:
            self._leave_crossroads(str(event.pick))
        elif self.answering is None:
            self._picked_in_group(event.pick)
        elif not isinstance(event, QuestionView.Crossed):
            self._reply(self.answering.picked(event.pick))
        elif isinstance(self.answering, SeveralOf) and not isinstance(event.pick, End):
            self._reply(self.answering.crossed(event.pick))

    @on(QuestionView.Typed)
    def _typed(self, event: QuestionView.Typed) -> None:
        if not event.text:
            self.action_go(Way.NEXT)
        elif self.answering is None:
            self._add(event.text)
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
        self._answer(replace(self.case.interview.answer(step), held=(reply.held,), withheld=False), on=reply.done)

    def _answer(self, answer: Answer, *, on: bool) -> None:
        """Writes an answer, and goes on if that finishes it."""
        step, question = self.step, self._question
        before = self.case.interview.steps(self.section)
        if step is None or not self.save(lambda file: file.set(question, answer, step.item)):
            return
        if on:
            self._on(before)
        else:
            self._show(anew=False)

    def save(self, change: Callable[[InitiativeFile], object]) -> bool:
        """Changes the file; says so where that fails, and shows what the file holds then."""
        assert self.case.file is not None  # noqa: S101 -- an example is not asked about
        try:
            change(self.case.file)
        except AdvisorError as error:
            self.app.tell(error)
            return False
        return True

    @on(QuestionView.Went)
    def _went(self, event: QuestionView.Went) -> None:
        step = self.step
        if event.way in (Way.PREVIOUS, Way.NEXT) or step is None:
            self.action_go(event.way)
        elif event.way is Way.NOTE:
            self._note(step)
        elif event.way is Way.DISPUTED:
            self._dispute(step)
        elif event.way is Way.CLEAR:
            self._clear(step)
        else:
            note = self.case.interview.answer(step).note
            self._answer(Answer(withheld=event.way is Way.WITHHELD, note=note), on=True)

    def _clear(self, step: Step) -> None:
        if self.case.interview.answer(step) == Answer():
            self.notify(messages.NOTHING_TO_CLEAR, markup=False)
        elif self.save(lambda file: file.clear(self._question, step.item)):
            self._show()

    @work
    async def _note(self, step: Step) -> None:
        question = self._question
        is_group = question.type is AnswerType.GROUP
        group = self.case.initiative.whole.group(question.id)
        note = group.note if is_group else self.case.interview.answer(step).note
        new = await self.app.push_screen_wait(WriteNote(messages.NOTE_TITLE, note or ""))
        if new is None:
            return
        if is_group:
            self.save(lambda file: file.note_list(question.id, new or None))
        else:
            self.save(lambda file: file.note(question, new or None, step.item))
        self._show(anew=False)

    @work
    async def _dispute(self, step: Step) -> None:
        view, note = self.case.interview.view, self.case.interview.answer(step).note
        dialog = Dispute(self._question, self.pages.prompt(step), view, self.words, note)
        answer = await self.app.push_screen_wait(dialog)
        if answer is not None:
            self._answer(answer, on=True)

    # Lists of items

    def _add(self, name: str) -> None:
        group = self._question.id
        if self.save(lambda file: file.add_item(group, name)):
            self._show(anew=False)

    def _picked_in_group(self, pick: Word | End) -> None:
        group = self._question.id
        if not isinstance(pick, End):
            self._change_item(group, str(pick))
            return
        before = self.case.interview.steps(self.section)
        if self.save(lambda file: file.close_list(group, complete=pick is End.ALL)):
            self._on(before)

    @work
    async def _change_item(self, group: str, item: str) -> None:
        found = next(one for one in self.case.initiative.whole.group(group).items if one.id == item)
        name = self.words.item_name(group, found)
        choices = (messages.ITEM_RENAME, messages.ITEM_QUESTIONS, messages.ITEM_REMOVE)
        match await self.app.push_screen_wait(Choose(messages.ITEM_WHAT.format(name=name), choices)):
            case 0:
                new = await self.app.push_screen_wait(Ask(messages.ITEM_NEW_NAME, value=name))
                if new:
                    self.save(lambda file: file.rename_item(group, item, new))
            case 1:
                steps = self.case.interview.steps(self.section)
                self._stand(next((step for step in steps if step.item == item), self.step))
                return
            case 2:
                sure = Choose(messages.ITEM_REALLY.format(name=name), (messages.ITEM_KEEP, messages.ITEM_REMOVE))
                if await self.app.push_screen_wait(sure) == 1:
                    self.save(lambda file: file.remove_item(group, item))
        self._show(anew=False)

    def _leave_crossroads(self, pick: str) -> None:
        if pick == ADVICE:
            self.app.action_go("assessment")
        else:
            self.enter(pick)

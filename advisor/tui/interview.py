"""The interview: sections at the left, one question in the middle, the picture so far at the right."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.containers import Horizontal
from textual.widgets import Footer, OptionList

from advisor.explain.words import Wordings
from advisor.initiative.initiative import Initiative
from advisor.interview.offers import NOTHING_HELD, Answering, End, Reply, SeveralOf
from advisor.interview.plan import CORE, Interview, Step
from advisor.interview.typed import Unclear
from advisor.interview.why import Why
from advisor.logic.answers import Answer, Word
from advisor.messages.screens import everywhere
from advisor.messages.screens import interview as messages
from advisor.model.question import AnswerType, Question
from advisor.tui.bar import TopBar
from advisor.tui.case import Case
from advisor.tui.commands import QuestionCommands
from advisor.tui.disputing import Dispute
from advisor.tui.pages import ADVICE, WHOLE, Pages
from advisor.tui.picture import PictureView
from advisor.tui.place import A_MOMENT, Place
from advisor.tui.question import QuestionView
from advisor.tui.sections import Sections
from advisor.tui.ways import Way
from advisor.tui.windows import change_item, write_note

_WINDOW = "window"
"""The group of the workers that wait for an answer in a window."""


class InterviewScreen(Place):
    """Asks question by question; every answer is in the file before the next question appears."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {QuestionCommands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "go('previous')", show=False, priority=True, tooltip=messages.PREVIOUS_TIP),
        Binding("pagedown", "go('next')", show=False, priority=True, tooltip=messages.NEXT_TIP),
    ]

    def __init__(self, case: Case, part: str = "", step: Step | None = None) -> None:
        """Asks about an initiative, or about one part of it by its id; begins with a question if one is given."""
        super().__init__(case)
        self.part = part
        self.section = CORE
        self._ask_by_rules()
        self.step = step
        """None where a section has come to its end."""
        self.answering: Answering | None = None
        """None where the question is a group."""

    def _ask_by_rules(self) -> None:
        rulebook = self.case.engine.rulebook
        if self.section not in {section.id for section in rulebook.questions.sections}:
            self.section = CORE
        self.words = Wordings(rulebook.questions, self.case.language)
        self.pages = Pages(self.case, self.part, self.words, Why(rulebook, self.words))

    def compose(self) -> ComposeResult:
        """Three panes; the outer two give way where there is no room."""
        named = messages.QUESTIONS_ABOUT.format(questions=everywhere.QUESTIONS, part=self.pages.now.view.name)
        yield TopBar(self.case, named if self.part else everywhere.QUESTIONS)
        with Horizontal(id="middle"):
            yield Sections(id="sections", markup=False)
            yield QuestionView()
            yield PictureView()
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begins, with the first question that has no answer if not told otherwise, as soon as there are widgets."""
        self.call_after_refresh(lambda: self.show_question(self.step) if self.step else self.enter(self.section))

    def refresh_case(self) -> None:
        """Shows the question anew, since answers and rules may have changed; its item, or it itself, may be gone."""
        if self.query_one(QuestionView).page is None:
            return
        if self.words.questions is not self.case.engine.rulebook.questions:
            self._ask_by_rules()
        if all(self.part != view.id for view in self.case.initiative.views):
            self.notify(messages.PART_GONE, markup=False)
            self.dismiss()
        elif self.step is not None and not self.pages.now.is_there(self.step):
            self.enter(self.section)
        else:
            self._show(anew=False)

    def explained(self) -> list[str]:
        """What the question means, why it is asked, and how one answers."""
        about = [] if self.step is None else self.pages.explained(self._question)
        return [*about, messages.INTERVIEW_HELP, self.pages.ways()]

    # Where the interview stands

    def enter(self, section: str, *, again: bool = False) -> None:
        """Goes to the first question of a section that has no answer here; if there is none, to where it ends.

        Args:
            section: where to go.
            again: to go through a section again that has an answer to everything.
        """
        self.section = section
        now = self.pages.now
        steps = now.steps(section)
        self._stand(next((step for step in steps if not now.is_said_here(step)), steps[0] if again and steps else None))

    def show_question(self, step: Step) -> None:
        """Goes to one question, whether or not it is asked now."""
        question = self.pages.now.question(step)
        self.section = CORE if step in self.pages.now.steps(CORE) else question.section
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
            self.answering = self.pages.answering(self.step)
            view.show(self.pages.question(self.step, self.section, self.answering), anew=anew)
        self.query_one(Sections).show(self.pages, self.section)
        self.query_one(PictureView).show(self.case.picture_of(self.part))

    @property
    def _question(self) -> Question:
        assert self.step is not None  # noqa: S101 -- only asked where there is a question
        return self.pages.now.question(self.step)

    # Moving

    def action_go(self, way: str) -> None:
        """Goes to the question before or after."""
        if way == Way.PREVIOUS:
            self._back()
        else:
            self._on(self.pages.now.steps(self.section))

    def _on(self, before: tuple[Step, ...]) -> None:
        """Goes on, though the answer may have changed which questions there are."""
        if self.step is None:
            return
        now = self.pages.now.steps(self.section)
        self._stand(self.pages.now.after(self.step, before, now) if self.step in before else None)

    def _back(self) -> None:
        steps = self.pages.now.steps(self.section)
        at = steps.index(self.step) if self.step in steps else len(steps)
        if at:
            self._stand(steps[at - 1])
        else:
            self.notify(messages.FIRST_QUESTION, timeout=A_MOMENT, markup=False)

    @on(OptionList.OptionSelected, "#sections")
    def _enter(self, event: OptionList.OptionSelected) -> None:
        self.enter(self.query_one(Sections).known[event.option_index], again=True)

    # Answering

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
            self._on(before)
        else:
            self._show(anew=False)

    def _tell_change(self, step: Step, earlier: Interview) -> None:
        """Says what stood there before, if anything did: nothing is overwritten unseen."""
        was = earlier.answer(step)
        if earlier.is_said_here(step) and was != self.pages.now.answer(step):
            told = self.words.answer(self._question, was)
            self.notify(messages.WAS_CHANGED.format(before=told), timeout=A_MOMENT, markup=False)

    def show_undone(self, later: Initiative) -> None:
        """Goes to the question that was taken back."""
        changed = self.pages.now.differs(Interview(self.case.engine.rulebook, later, self.part))
        if changed is None:
            self.refresh_case()
        else:
            self.show_question(changed)

    @on(QuestionView.Went)
    def _went(self, event: QuestionView.Went) -> None:
        step = self.step
        if self._is_late(event):
            return
        if event.way in (Way.PREVIOUS, Way.NEXT) or step is None:
            self.action_go(event.way)
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
        self._show(anew=False)

    @work(group=_WINDOW)
    async def _dispute(self, step: Step) -> None:
        view, note = self.pages.now.view, self.pages.now.answer(step).note
        dialog = Dispute(self._question, self.pages.prompt(step), view, self.words, note)
        answer = await self.app.push_screen_wait(dialog)
        if answer is not None:
            self._answer(answer, on=True)

    # Lists of items

    def _add(self, name: str) -> None:
        group = self._question.id
        if self.save(lambda file: file.add_item(group, name, self.part)):
            self._show()

    def _picked_in_group(self, pick: Word | End) -> None:
        group = self._question.id
        if not isinstance(pick, End):
            self._change_item(group, str(pick))
            return
        before = self.pages.now.steps(self.section)
        if self.save(lambda file: file.close_list(group, complete=pick is End.ALL, part=self.part)):
            self._on(before)

    @work(group=_WINDOW)
    async def _change_item(self, group: str, item: str) -> None:
        found = next(one for one in self.pages.now.view.group(group).items if one.id == item)
        if await change_item(self, group, found.id, self.words.item_name(group, found)):
            steps = self.pages.now.steps(self.section)
            self._stand(next((step for step in steps if step.item == item), self.step))
        else:
            self._show(anew=False)

    def _leave_crossroads(self, pick: str) -> None:
        if pick == ADVICE:
            self.app.action_go("parts" if self.part else "assessment")
        else:
            self.enter(pick, again=True)

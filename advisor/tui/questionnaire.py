"""The interview's three panes (sections, one question, the picture so far), and going from question to question."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.containers import Horizontal
from textual.widgets import Footer, OptionList

from advisor.explain.words import Wordings
from advisor.interview.offers import Answering
from advisor.interview.plan import CORE, Step
from advisor.interview.why import Why
from advisor.messages.screens import everywhere
from advisor.messages.screens import interview as messages
from advisor.model.question import AnswerType, Question
from advisor.tui.bar import TopBar
from advisor.tui.case import Case
from advisor.tui.commands import QuestionCommands
from advisor.tui.course import DECISIVE, Course
from advisor.tui.pages import Pages
from advisor.tui.picture import PictureView
from advisor.tui.place import A_MOMENT, Place
from advisor.tui.question import QuestionView
from advisor.tui.sections import Sections
from advisor.tui.ways import Way


class Questionnaire(Place):
    """Stands at one question, and goes to others; what is done with an answer is said by whoever derives from it."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {QuestionCommands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "go('previous')", show=False, priority=True, tooltip=messages.PREVIOUS_TIP),
        Binding("pagedown", "go('next')", show=False, priority=True, tooltip=messages.NEXT_TIP),
        Binding("ctrl+o", "order", messages.ORDER, show=False, tooltip=messages.ORDER_TIP),
    ]

    def __init__(self, case: Case, part: str = "", step: Step | None = None, *, decisive: bool = False) -> None:
        """Asks about an initiative, or about one part of it by its id; begins with a question if one is given."""
        super().__init__(case)
        self.part = part
        self.section = DECISIVE if decisive else ""
        self._course = Course()
        self._ask_by_rules()
        self.step = step
        """None where a section has come to its end."""
        self._asked_for = step
        """What it was opened for, from elsewhere; an answer to that leads back there."""
        self._held_back = ""
        """What was typed and not sent off when somebody was last told so."""
        self.answering: Answering | None = None
        """None where the question is a group."""

    def _ask_by_rules(self) -> None:
        rulebook = self.case.engine.rulebook
        self.words = Wordings(rulebook.questions, self.case.language)
        self.pages = Pages(self.case, self.part, self.words, Why(rulebook, self.words), self._course)
        if self.section not in {DECISIVE, *(section.id for section in rulebook.questions.sections)}:
            self.section = next(iter(self.pages.now.sections()), CORE)

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
        order = [messages.ORDER_HELP] if self.case.RANKS else []
        return [*about, messages.INTERVIEW_HELP, *order, self.pages.ways()]

    def holds_back(self) -> bool:
        """Says once that what stands where one types is not written yet."""
        view = self.query_one(QuestionView)
        before, self._held_back = self._held_back, view.typed
        if not view.typed or view.typed == before:
            return False
        view.complain(messages.NOT_WRITTEN.format(typed=view.typed))
        return True

    # Where the interview stands

    def enter(self, section: str, *, again: bool = False) -> None:
        """Goes to the first question of a section that has no answer here; if there is none, to where it ends.

        Args:
            section: where to go.
            again: to go through a section again that has an answer to everything.
        """
        self.section = section
        if section == DECISIVE:
            self._follow_course()
            return
        now = self.pages.now
        steps = now.steps(section)
        self._stand(next((step for step in steps if not now.is_said_here(step)), steps[0] if again and steps else None))

    def _follow_course(self) -> None:
        """Goes to what decides most; where that takes a moment, says so first, so that one sees the answer taken."""
        if not self._course.takes_long:
            self._stand(self._course.next(self.case.order_of(self.part)))
            return
        self.step = None
        self.query_one(QuestionView).show(self.pages.looking())
        self.call_after_refresh(lambda: self._stand(self._course.next(self.case.order_of(self.part))))

    def show_question(self, step: Step) -> None:
        """Goes to one question, whether or not it is asked now."""
        if self.section != DECISIVE:
            self.section = self._section_of(step)
        self._stand(step)

    def _section_of(self, step: Step) -> str:
        return CORE if step in self.pages.now.steps(CORE) else self.pages.now.question(step).section

    def action_order(self) -> None:
        """Asks in the other order: what decides most first, or section by section."""
        if not self.case.RANKS or self.holds_back():
            return
        if self.section != DECISIVE:
            self.enter(DECISIVE)
        elif self.step is None:
            self.enter(CORE, again=True)
        else:
            self.section = self._section_of(self.step)
            self._show()

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
        self.query_one(PictureView).show(self.case, self.part)

    def _show_again(self) -> None:
        """Shows the same question, ready for a further answer."""
        self._show(anew=False)
        self.query_one(QuestionView).focus_first()

    @property
    def _question(self) -> Question:
        assert self.step is not None  # noqa: S101 -- only asked where there is a question
        return self.pages.now.question(self.step)

    # Moving

    def action_go(self, way: str) -> None:
        """Goes to the question before or after."""
        if self.holds_back():
            return
        if way == Way.PREVIOUS:
            self._back()
        else:
            self._on(self.pages.now.steps(self.section))

    def _on(self, before: tuple[Step, ...]) -> None:
        """Goes on, though the answer may have changed which questions there are."""
        if self.step is None:
            return
        if self.section == DECISIVE:
            self._course.pass_over(self.step)
            self.enter(DECISIVE)
            return
        now = self.pages.now.steps(self.section)
        self._stand(self.pages.now.after(self.step, before, now) if self.step in before else None)

    def _back(self) -> None:
        if self.section == DECISIVE and (before := self._course.back(self.pages.now)):
            self._stand(before)
            return
        steps = self.pages.now.steps(self.section)
        at = steps.index(self.step) if self.step in steps else len(steps)
        if at:
            self._stand(steps[at - 1])
        else:
            self.notify(messages.FIRST_QUESTION, timeout=A_MOMENT, markup=False)

    @on(OptionList.OptionSelected, "#sections")
    def _enter(self, event: OptionList.OptionSelected) -> None:
        if not self.holds_back():
            self.enter(self.query_one(Sections).known[event.option_index], again=True)

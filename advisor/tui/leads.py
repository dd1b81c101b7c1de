"""Where lines lead: to a proof, to another tab, and back to the question that an answer belongs to."""

from textual import on

from advisor.explain.terms import terms_in
from advisor.initiative.initiative import UNANSWERED, View
from advisor.interview.plan import Step
from advisor.logic.conditions import PARTS
from advisor.messages import screens as messages
from advisor.model.entry import in_language
from advisor.model.question import AnswerType, Question
from advisor.tui.findings import Asked, Entry, Lines, Proven, Tab
from advisor.tui.place import Place


class Leading(Place):
    """A screen whose lines lead elsewhere."""

    @on(Lines.Opened)
    def _follow(self, event: Lines.Opened) -> None:
        match event.lead:
            case Tab() as tab:
                self.follow_tab(tab)
            case Asked() as asked:
                self._ask(asked)
            case Proven() as proven:
                # A proof leads to further proofs.
                from advisor.tui.proof import ProofScreen

                self.app.push_screen(ProofScreen(self.case, proven))

    def terms(self, entry: Entry) -> list[str]:
        """The terms of art in a line and what is told of it, with what they mean."""
        text = f"{entry.line} {entry.detail or ''}"
        language = self.case.language
        return [
            f"{in_language(term.term, language)}: {in_language(term.says, language)}"
            for term in terms_in(text, self.case.engine.rulebook)
        ]

    def follow_tab(self, tab: Tab) -> None:
        """Shows another tab."""

    def _ask(self, asked: Asked) -> None:
        """Goes to a question in the interview, unless it is asked elsewhere."""
        if asked.step.question == PARTS:
            self.notify(messages.PARTS_QUESTION, markup=False)
            return
        step = self._askable(asked.step)
        if part := self._answers_itself(asked.part, step):
            self.notify(messages.PART_QUESTION.format(part=part.name), markup=False)
        elif self.case.interview.is_there(step):
            self.app.go_to_question(step)
        else:
            self.notify(messages.PARTS_QUESTION, markup=False)

    def _askable(self, step: Step) -> Step:
        """A question about items that is asked of none of them yet begins with the list."""
        group = self.case.interview.question(step).group
        return Step(group) if group is not None and step.item is None else step

    def _answers_itself(self, part: str, step: Step) -> View | None:
        """The part that is meant, if it has an answer of its own."""
        question, initiative = self.case.interview.question(step), self.case.initiative
        views = [v for v in initiative.parts if v.id == part]
        own = (v for v in views if _answer(v, question, step) != _answer(initiative.whole, question, step))
        return next(own, None)


def _answer(view: View, question: Question, step: Step) -> object:
    """What a view answers to a question, whatever its kind."""
    if question.type is AnswerType.GROUP:
        return view.group(question.id)
    if question.group is None:
        return view.answer(question.id)
    items = view.group(question.group).items
    return next((one.answers.get(question.name, UNANSWERED) for one in items if one.id == step.item), None)

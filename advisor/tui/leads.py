"""Where lines lead: to a proof, to another tab, and back to the question that an answer belongs to."""

from textual import on, work

from advisor.explain.terms import meanings_in
from advisor.interview.plan import Step
from advisor.logic.conditions import PARTS
from advisor.messages.screens import everywhere as messages
from advisor.tui.dialogs import Choose
from advisor.tui.findings import Asked, Entry, Fold, Lead, Lines, Proven, Several, Tab
from advisor.tui.place import Place


class Leading(Place):
    """A screen whose lines lead elsewhere."""

    @on(Lines.Opened)
    def _opened(self, event: Lines.Opened) -> None:
        self._follow(event.lead)

    def _follow(self, lead: Lead) -> None:
        match lead:
            case Several() as several:
                self._choose(several)
            case Tab() as tab:
                self.follow_tab(tab)
            case Asked() as asked:
                self._ask(asked)
            case Fold() as fold:
                self.unfold(fold)
            case Proven() as proven:
                # A proof leads to further proofs.
                from advisor.tui.proof import ProofScreen

                self.app.push_screen(ProofScreen(self.case, proven))

    @work
    async def _choose(self, several: Several) -> None:
        """Lets one be chosen of what a line leads to."""
        chosen = await self.app.push_screen_wait(Choose(several.title, [says for says, _ in several.leads]))
        if chosen is not None:
            self._follow(several.leads[chosen][1])

    def terms(self, entry: Entry) -> list[str]:
        """The terms of art in a line and what is told of it, with what they mean."""
        text = f"{entry.line} {entry.detail or ''}"
        return list(map(str, meanings_in(text, self.case.engine.rulebook, self.case.language)))

    def follow_tab(self, tab: Tab) -> None:
        """Shows another tab."""

    def unfold(self, fold: Fold) -> None:
        """Shows lines that have been left out, or leaves them out again."""

    def _ask(self, asked: Asked) -> None:
        """Opens a question above this screen, so that one comes back to it: in the part, or as the whole answers it."""
        from advisor.tui.interview import InterviewScreen
        from advisor.tui.parts import PartsScreen

        if asked.step.question == PARTS or all(asked.part != view.id for view in self.case.initiative.views):
            self.app.push_screen(PartsScreen(self.case.about))
            return
        case = self.case.answering(asked.step)
        if case is None or case.file is None:
            self.notify(messages.OTHER_FILE if case is None else messages.EXAMPLE_ONLY, markup=False)
            return
        now = case.interview_of(asked.part)
        group = now.question(asked.step).group
        # A question about items that is asked of none of them yet begins with their list.
        step = Step(group) if group is not None and asked.step.item is None else asked.step
        own = now.is_said_here(step) or (now.can_differ(step) and not now.is_answered(step))
        self.app.push_screen(InterviewScreen(case, asked.part if own else "", step))

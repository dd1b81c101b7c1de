"""Going to a question by its words, from the command palette."""

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import Hit, Hits, Provider

from advisor.interview.plan import Step
from advisor.text import visible
from advisor.tui.shown import shown_by_rich

if TYPE_CHECKING:
    from advisor.tui.interview import InterviewScreen


class QuestionCommands(Provider):
    """Finds the questions that are asked now."""

    @property
    def _interview(self) -> "InterviewScreen":
        return cast("InterviewScreen", self.screen)

    async def search(self, query: str) -> Hits:
        """The questions that match."""
        matcher = self.matcher(query)
        now = self._interview.pages.now
        for section in now.sections():
            for step in now.steps(section):
                # The palette takes markup, or what Rich draws; a name from the file must not be read as markup.
                prompt = visible(self._interview.pages.prompt(step))
                if (score := matcher.match(prompt)) > 0:
                    yield Hit(score, shown_by_rich(prompt), partial(self._go, step), text=prompt)

    def _go(self, step: Step) -> None:
        self._interview.show_question(step)

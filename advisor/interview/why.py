"""Why a question is asked, in sentences."""

from collections.abc import Iterator

from advisor.explain.words import Wordings
from advisor.interview.uses import Reasons
from advisor.messages import interview as messages
from advisor.model.question import Question
from advisor.rulebook.rulebook import Rulebook
from advisor.text import both, quoted

_FEW_THEMES = 4
"""So many themes are named."""


class Why:
    """Says of the questions of a rulebook who uses their answers."""

    def __init__(self, rulebook: Rulebook, words: Wordings) -> None:
        self.rulebook = rulebook
        self.words = words
        self.reasons = Reasons(rulebook)

    def sentences(self, question: Question) -> Iterator[str]:
        """Why a question is asked."""
        uses = self.reasons.uses(question)
        homes = self.rulebook.homes
        if uses.schools:
            yield messages.WHY_SCHOOLS.format(schools=both(self.words.text(homes[s].short) for s in uses.schools))
        if uses.themes:
            titles = [quoted(self.words.text(homes[theme].title)) for theme in uses.themes[:_FEW_THEMES]]
            begin = messages.WHY_ALSO if uses.schools else messages.WHY_BEGIN
            yield messages.WHY_THEMES.format(begin=begin, themes=both(titles))
        if uses.questions:
            yield messages.WHY_QUESTIONS
        elif not uses.schools and not uses.themes:
            yield messages.WHY_NOTHING

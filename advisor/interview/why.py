"""Why a question is asked, in sentences."""

from collections.abc import Iterator, Sequence

from advisor.explain.words import Wordings
from advisor.interview.uses import Reasons
from advisor.messages import interview as messages
from advisor.model.question import Question
from advisor.rulebook.rulebook import Rulebook
from advisor.text import both, quoted

_FEW = 4
"""So many schools, and so many themes, are named."""


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
            schools = [self.words.text(homes[school].short) for school in uses.schools]
            yield messages.WHY_SCHOOLS.format(schools=_few(schools, messages.WHY_OTHERS))
        if uses.themes:
            titles = [quoted(self.words.text(homes[theme].title)) for theme in uses.themes]
            begin = messages.WHY_ALSO if uses.schools else messages.WHY_BEGIN
            yield messages.WHY_THEMES.format(begin=begin, themes=_few(titles, messages.WHY_MORE))
        if uses.questions:
            yield messages.WHY_QUESTIONS
        elif not uses.schools and not uses.themes:
            yield messages.WHY_NOTHING


def _few(names: Sequence[str], others: str) -> str:
    """Names in a sentence; only the first where they are many."""
    if len(names) <= _FEW:
        return both(names)
    return both((*names[: _FEW - 1], others.format(number=len(names) - _FEW + 1)))

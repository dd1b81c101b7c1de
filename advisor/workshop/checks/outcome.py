"""What a check of a rulebook comes down to, in a sentence."""

from collections.abc import Sequence

from advisor.messages import checks as messages
from advisor.model.entry import in_language
from advisor.rulebook.rulebook import Rulebook
from advisor.text import both
from advisor.workshop.checks.notes import Note


def outcome(rulebook: Rulebook, notes: Sequence[Note]) -> str:
    """How much there is to note, and where to read on; or that there is nothing, and where that was looked for."""
    if not notes:
        return _sound(messages.WELL, rulebook)
    codes = sorted({note.code for note in notes})
    return messages.SUMMARY.format(number=len(notes), pages=both(messages.PAGE.format(code=code) for code in codes))


def quick_outcome(rulebook: Rulebook) -> str:
    """That nothing is wrong, and that no more was looked for."""
    return _sound(messages.WELL_QUICK, rulebook)


def _sound(template: str, rulebook: Rulebook) -> str:
    questions = sum(1 for _ in rulebook.questions.all())
    return template.format(title=in_language(rulebook.title), findings=len(rulebook.findings), questions=questions)

"""From typed words to answers in a file."""

from advisor.errors import AdvisorError
from advisor.explain.words import Wordings
from advisor.interview.plan import Interview, Step
from advisor.interview.typed import Ambiguous, Choice, Unclear, Understanding
from advisor.interview.why import Why
from advisor.logic.answers import Answer, Held
from advisor.messages import interview as messages
from advisor.model.question import Question
from advisor.plain.moves import Move, ToMenu, unquoted
from advisor.plain.talk import Talk
from advisor.rulebook.rulebook import Rulebook
from advisor.store.file import InitiativeFile
from advisor.text import quoted

_CHANGED = "S03"


class Hearing:
    """Hears answers about one initiative, or about one part of it, and writes them into its file."""

    def __init__(self, file: InitiativeFile, rulebook: Rulebook, talk: Talk, language: str, part: str = "") -> None:
        """Begins to ask.

        Args:
            file: where the answers are kept.
            rulebook: what is asked.
            talk: the person.
            language: the language of the questions.
            part: the phase or strand that is asked about; the whole if it is empty.
        """
        self.file = file
        self.rulebook = rulebook
        self.talk = talk
        self.language = language
        self.part = part
        self.words = Wordings(rulebook.questions, language)
        self.understanding = Understanding(self.words)
        self.why = Why(rulebook, self.words)
        self._several: tuple[str, Ambiguous] | None = None
        """What was typed last, where a name in it fits several: a number then says which."""

    @property
    def interview(self) -> Interview:
        """The interview as the answers stand now."""
        return Interview(self.rulebook, self.file.initiative, self.part)

    def number(self, choices: tuple[Choice, ...]) -> None:
        """Says what can be chosen, by numbers."""
        for number, choice in enumerate(choices, start=1):
            label = choice.label if choice.help is None else f"{choice.label}. {choice.help}"
            self.talk.say(label, "      ", f"  {number:>2}  ")

    def heard(self, prompt: str = "") -> str:
        """Hears an answer. A number says which was meant, where a name has just turned out to fit several."""
        typed = self.talk.ask(prompt)
        several, self._several = self._several, None
        if several is None or not typed.isdecimal():
            return typed
        before, ambiguous = several
        if not 1 <= int(typed) <= len(ambiguous.choices):
            self._several = several
            raise Unclear(messages.NO_SUCH_NUMBER.format(number=typed))
        return before.replace(ambiguous.entry, ambiguous.choices[int(typed) - 1].word, 1)

    def understood(self, question: Question, typed: str) -> Held:
        """The answer that was typed.

        Raises:
            Unclear: it has no one meaning.
        """
        try:
            return self.understanding.held(question, unquoted(typed), self.interview.view)
        except Ambiguous as ambiguous:
            self._several = typed, ambiguous
            self.talk.say(messages.FITS_SEVERAL.format(typed=quoted(ambiguous.entry)))
            self.number(ambiguous.choices)
            raise Unclear(messages.WHICH) from ambiguous

    def save(self, step: Step, answer: Answer) -> Move:
        """Writes an answer, and goes on."""
        question = self.interview.question(step)
        self.file.set(question, answer, step.item, self.part)
        self.talk.say(messages.SAVED.format(answer=self.words.answer(question, answer)), "  ")
        return Move.ON

    def note(self, step: Step, note: str | None) -> None:
        """Writes a note."""
        self.file.note(self.interview.question(step), note, step.item, self.part)

    def tell(self, error: AdvisorError) -> None:
        """Says what stood in the way; a file that others have changed is read again.

        Raises:
            Away: the part that was asked about is gone.
        """
        for fault in error.faults:
            self.talk.say(f"{fault.code} {fault.message}")
        if any(fault.code == _CHANGED for fault in error.faults):
            self.file.read()
            self.talk.say(messages.READ_ANEW)
            if all(view.id != self.part for view in self.file.initiative.views):
                raise ToMenu

"""Putting one question, with its help, and hearing its answer."""

from collections.abc import Iterable
from enum import Enum, auto

from advisor.explain.terms import terms_of
from advisor.explain.words import Wordings
from advisor.initiative.initiative import UNANSWERED
from advisor.interview.plan import Interview, Step
from advisor.interview.typed import ALL, MORE, Choice, Unclear, Understanding
from advisor.interview.why import Why
from advisor.logic.answers import Answer, Held
from advisor.messages import interview as messages
from advisor.model.question import LIST_TYPES, AnswerType, Question
from advisor.plain.talk import Leave, Talk
from advisor.rulebook.rulebook import Rulebook
from advisor.store.file import InitiativeFile


class Move(Enum):
    """Where the interview goes from a question."""

    ON = auto()
    BACK = auto()
    STAY = auto()


class Asker:
    """Puts questions about one file."""

    def __init__(self, file: InitiativeFile, rulebook: Rulebook, talk: Talk, language: str) -> None:
        self.file = file
        self.rulebook = rulebook
        self.talk = talk
        self.words = Wordings(rulebook.questions, language)
        self.understanding = Understanding(self.words)
        self.why = Why(rulebook, self.words)

    @property
    def interview(self) -> Interview:
        """The interview as the answers stand now."""
        return Interview(self.rulebook, self.file.initiative)

    def put(self, step: Step) -> None:
        """Says a question, what can be answered, and what has been."""
        interview = self.interview
        question, item = interview.question(step), interview.item(step)
        prompt = self.words.text(question.prompt)
        if item is not None and question.group is not None:
            name = self.words.item_name(question.group, item)
            prompt = messages.ABOUT_ITEM.format(name=name, prompt=prompt)
        self.talk.say(prompt)
        self._put_choices(question, self.understanding.choices(question, interview.view))
        answer = interview.answer(step)
        if answer.held or answer.withheld:
            self.talk.say(messages.SO_FAR.format(answer=self.words.answer(question, answer)), "  ")
        if answer.note:
            self.talk.say(messages.NOTE_SO_FAR.format(note=answer.note), "  ")

    def _put_choices(self, question: Question, choices: tuple[Choice, ...]) -> None:
        for number, choice in enumerate(choices, start=1):
            label = choice.label if choice.help is None else f"{choice.label}. {choice.help}"
            self.talk.say(label, "      ", f"  {number:>2}  ")
        if question.of is not None and not choices:
            group = self.words.text(self.rulebook.questions.initiative[question.of].label).lower()
            self.talk.say(messages.NOTHING_TO_CHOOSE.format(group=group))
        if not choices and question.type in messages.HOW:
            self.talk.say(messages.HOW[question.type])

    def help(self, question: Question) -> None:
        """Says what a question means, why it is asked, and which keys there are."""
        self.explain(question)
        lists = question.type in LIST_TYPES
        if lists:
            self.talk.say(messages.SEVERAL_LISTED if question.all_listed else messages.SEVERAL)
        self.keys((*(messages.LIST_KEYS if lists else ()), *messages.KEYS), question)
        if question.type is AnswerType.TEXT:
            self.talk.say(messages.QUOTES)

    def explain(self, question: Question) -> None:
        """Says what a question and the terms in it mean, and why it is asked."""
        if question.help is not None:
            self.talk.say(self.words.text(question.help))
        for term in terms_of(question, self.rulebook, self.words.language):
            says = messages.TERM.format(term=self.words.text(term.term), says=self.words.text(term.says))
            self.talk.say(says, "  ", "  ")
        for sentence in self.why.sentences(question):
            self.talk.say(sentence)

    def keys(self, keys: Iterable[tuple[str, str]], question: Question) -> None:
        """Says which keys there are."""
        for key, meaning in keys:
            shown = key.format(note="note" if question.type is AnswerType.YES_NO else "n")
            self.talk.say(meaning, " " * 14, f"  {shown:<10}  ")

    def hear(self, step: Step) -> Move:
        """Hears what is answered, does it, and says so; AdvisorError and Unclear are for the caller to tell."""
        question = self.interview.question(step)
        typed = self.talk.ask()
        if (move := moved(typed)) is not None:
            return move
        match typed.lower():
            case "?" | "؟":
                self.help(question)
                return Move.STAY
            case "-":
                return self._save(step, Answer(note=self._answer(step).note))
            case "!":
                return self._save(step, Answer(withheld=True, note=self._answer(step).note))
            case "/":
                return self._dispute(step, question)
            case "note":
                return self._note(step)
            case "n" if question.type is not AnswerType.YES_NO:
                return self._note(step)
            case "c" | "clear":
                return self._clear(step)
            case "=" | "+":
                return self._close(step, question, complete=typed == ALL)
        held = self.understanding.held(question, _unquoted(typed), self.interview.view)
        self._save(step, Answer((held,), note=self._answer(step).note))
        if question.type in LIST_TYPES and not question.all_listed and not typed.endswith((ALL, MORE)):
            self._ask_if_all(step, held)
        return Move.ON

    def _answer(self, step: Step) -> Answer:
        return self.interview.answer(step)

    def _save(self, step: Step, answer: Answer) -> Move:
        question = self.interview.question(step)
        self.file.set(question, answer, step.item)
        self.talk.say(messages.SAVED.format(answer=self.words.answer(question, answer)), "  ")
        return Move.ON

    def _clear(self, step: Step) -> Move:
        if self._answer(step) == UNANSWERED:
            self.talk.say(messages.NOTHING_TO_CLEAR)
        else:
            self.file.clear(self.interview.question(step), step.item)
            self.talk.say(messages.CLEARED)
        return Move.STAY

    def _note(self, step: Step) -> Move:
        note = self.talk.ask(messages.NOTE) or None
        self.file.note(self.interview.question(step), note, step.item)
        return Move.STAY

    def _ask_if_all(self, step: Step, held: Held) -> None:
        """Asks whether a list is whole; whatever else is typed is heard as more answers."""
        question = self.interview.question(step)
        while (typed := self.talk.ask(messages.IS_THAT_ALL)).lower() not in ("", "no", "n", MORE):
            if typed.lower() in ("yes", "y", ALL):
                self._save(step, Answer((Held(held.words),), note=self._answer(step).note))
                return
            try:
                more = self.understanding.held(question, _unquoted(typed), self.interview.view)
            except Unclear as unclear:
                self.talk.say(str(unclear))
                continue
            held = Held(held.words | more.words, complete=False, excluded=(held.excluded | more.excluded) - held.words)
            self._save(step, Answer((held,), note=self._answer(step).note))

    def _close(self, step: Step, question: Question, *, complete: bool) -> Move:
        """Says of a list as it stands that it is all, or that there may be more."""
        answer = self._answer(step)
        if question.type not in LIST_TYPES:
            raise Unclear(messages.ONE_ANSWER)
        if answer.contested:
            raise Unclear(messages.DISPUTED_ALREADY)
        words = answer.held[0].words if answer.held else frozenset()
        return self._save(step, Answer((Held(words, complete),), note=answer.note))

    def _dispute(self, step: Step, question: Question) -> Move:
        """Hears the accounts of those who disagree; nothing is written before there are two."""
        accounts: list[Held] = []
        while True:
            enough = len(accounts) > 1
            end = messages.ACCOUNT_ENOUGH if enough else messages.ACCOUNT_STOP
            typed = self.talk.ask(messages.ACCOUNT.format(number=len(accounts) + 1, end=end))
            if typed.lower() in ("q", "quit"):
                raise Leave
            if not typed and not enough:
                raise Unclear(messages.NO_DISPUTE_OF_NOTHING)
            if not typed:
                return self._save(step, Answer(tuple(accounts), note=self._answer(step).note))
            try:
                held = self.understanding.held(question, _unquoted(typed), self.interview.view)
            except Unclear as unclear:
                self.talk.say(str(unclear))
                continue
            by = self.talk.ask(messages.WHO) or None
            # What a source says is taken as all that it says, or two accounts would never disagree.
            complete = held.complete or (question.type in LIST_TYPES and not typed.endswith(MORE) and not held.excluded)
            accounts.append(Held(held.words, complete, by, held.excluded))


def moved(typed: str) -> Move | None:
    """Where a key leads to that is the same everywhere; None for all others.

    Raises:
        Leave: it leads out.
    """
    match typed.lower():
        case "" | ">" | "skip":
            return Move.ON
        case "<" | "back":
            return Move.BACK
        case "q" | "quit" | "exit":
            raise Leave
    return None


def _unquoted(typed: str) -> str:
    inside = typed[1:-1]
    return inside if typed == f'"{inside}"' and inside else typed

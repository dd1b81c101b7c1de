"""Putting one question, with its help, and hearing its answer."""

from collections.abc import Iterable

from advisor.explain.terms import meanings_of
from advisor.initiative.initiative import UNANSWERED
from advisor.interview.plan import Step
from advisor.interview.typed import ALL, MORE, Choice, Unclear
from advisor.logic.answers import Answer, Held
from advisor.messages import interview as messages
from advisor.model.question import LIST_TYPES, AnswerType, Question
from advisor.plain.dispute import DisputeAsker
from advisor.plain.hearing import Hearing
from advisor.plain.moves import Move, go_away, moved


class Asker(Hearing):
    """Puts questions about one file, and hears the answers."""

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
        self._put_answer(step)

    def _put_answer(self, step: Step) -> None:
        """Says what has been answered; in a part, whether that is its own answer or that of the whole."""
        interview, said_here = self.interview, messages.SO_FAR
        if self.part:
            said_here = messages.HERE if interview.is_said_here(step) else messages.AS_THE_WHOLE
        answer = interview.answer(step)
        if answer.held or answer.withheld or said_here == messages.HERE:
            self.talk.say(said_here.format(answer=self.words.answer(interview.question(step), answer)), "  ")
        if answer.note:
            self.talk.say(messages.NOTE_SO_FAR.format(note=answer.note), "  ")

    def _put_choices(self, question: Question, choices: tuple[Choice, ...]) -> None:
        self.number(choices)
        if question.of is not None and not choices:
            group = self.words.text(self.rulebook.questions.initiative[question.of].label).lower()
            self.talk.say(messages.NOTHING_TO_CHOOSE.format(group=group))
        if not choices and question.type in messages.HOW:
            self.talk.say(messages.HOW[question.type])

    def help(self, question: Question, *, all_keys: bool) -> None:
        """Says what a question means, why it is asked, and the keys that are needed most; or else every key."""
        lists = question.type in LIST_TYPES
        if not all_keys:
            self.explain(question)
            if lists:
                self.talk.say(messages.SEVERAL_LISTED if question.all_listed else messages.SEVERAL)
            self.talk.say(messages.FEW_KEYS_OF_PART if self.part else messages.FEW_KEYS)
            return
        own = messages.PART_KEYS if self.part else messages.WHOLE_KEYS
        self.keys((*(messages.LIST_KEYS if lists else ()), *messages.KEYS, *own, *messages.KEYS_EVERYWHERE), question)
        if question.type is AnswerType.TEXT:
            self.talk.say(messages.QUOTES)

    def explain(self, question: Question) -> None:
        """Says what a question and the terms in it mean, and why it is asked."""
        if question.help is not None:
            self.talk.say(self.words.text(question.help))
        for meaning in meanings_of(question, self.rulebook, self.words.language):
            self.talk.say(str(meaning), "  ", "  ")
        for sentence in self.why.sentences(question):
            self.talk.say(sentence)

    def keys(self, keys: Iterable[tuple[str, str]], question: Question) -> None:
        """Says what keys do."""
        for key, meaning in keys:
            shown = key.format(note="note" if question.type is AnswerType.YES_NO else "n")
            self.talk.say(meaning, " " * 14, f"  {shown:<10}  ")

    def hear(self, step: Step) -> Move:
        """Hears what is answered, does it, and says so; AdvisorError and Unclear are for the caller to tell."""
        question = self.interview.question(step)
        typed = self.heard()
        move = moved(typed) or self._pressed(step, question, typed)
        if move is not None:
            return move
        held = self.understood(question, typed)
        self.save(step, Answer((held,), note=self._answer(step).note))
        if question.type in LIST_TYPES and not question.all_listed and not typed.endswith((ALL, MORE)):
            self._ask_if_all(step, held)
        return Move.ON

    def _pressed(self, step: Step, question: Question, typed: str) -> Move | None:
        """What a key does that says something of the answer, or asks for help; None for all else."""
        match typed.lower():
            case "?" | "؟" | "??" | "؟؟" as asked:
                self.help(question, all_keys=len(asked) > 1)
                return Move.STAY
            case "-":
                return self.save(step, Answer(note=self._answer(step).note))
            case "!":
                return self.save(step, Answer(withheld=True, note=self._answer(step).note))
            case "/":
                return DisputeAsker(self, step).hear()
            case "note":
                return self._note(step)
            case "n" if question.type is not AnswerType.YES_NO:
                return self._note(step)
            case "w" | "c" | "clear" if self.part:
                return self._as_the_whole(step)
            case "c" | "clear":
                return self._clear(step)
            case "=" | "+":
                return self._close(step, question, complete=typed == ALL)
        return None

    def _answer(self, step: Step) -> Answer:
        return self.interview.answer(step)

    def _clear(self, step: Step) -> Move:
        if self._answer(step) == UNANSWERED:
            self.talk.say(messages.NOTHING_TO_CLEAR)
        else:
            self.file.clear(self.interview.question(step), step.item)
            self.talk.say(messages.CLEARED)
        return Move.STAY

    def _as_the_whole(self, step: Step) -> Move:
        """Takes over the answer of the whole, in the place of one that the part may have."""
        question = self.interview.question(step)
        self.file.clear(question, step.item, self.part)
        self.talk.say(messages.AS_THE_WHOLE.format(answer=self.words.answer(question, self._answer(step))), "  ")
        return Move.ON

    def _note(self, step: Step) -> Move:
        self.note(step, self.talk.ask(messages.NOTE) or None)
        return Move.STAY

    def _ask_if_all(self, step: Step, held: Held) -> None:
        """Asks whether a list is whole; whatever else is typed is heard as more answers."""
        question = self.interview.question(step)
        while (typed := self.heard(messages.IS_THAT_ALL)).lower() not in ("", "no", "n", MORE):
            go_away(typed)
            if typed.lower() in ("yes", "y", ALL):
                self.save(step, Answer((Held(held.words),), note=self._answer(step).note))
                return
            try:
                more = self.understood(question, typed)
            except Unclear as unclear:
                self.talk.say(str(unclear))
                continue
            held = Held(held.words | more.words, complete=False, excluded=(held.excluded | more.excluded) - held.words)
            self.save(step, Answer((held,), note=self._answer(step).note))

    def _close(self, step: Step, question: Question, *, complete: bool) -> Move:
        """Says of a list as it stands that it is all, or that there may be more."""
        answer = self._answer(step)
        if question.type not in LIST_TYPES:
            raise Unclear(messages.ONE_ANSWER)
        if answer.contested:
            raise Unclear(messages.DISPUTED_ALREADY)
        words = answer.held[0].words if answer.held else frozenset()
        return self.save(step, Answer((Held(words, complete),), note=answer.note))

"""Hearing the accounts of sources that disagree."""

from advisor.interview.plan import Step
from advisor.interview.typed import MORE, Unclear
from advisor.logic.answers import Answer, Held
from advisor.messages import interview as messages
from advisor.model.question import LIST_TYPES, Question
from advisor.plain.hearing import Hearing
from advisor.plain.moves import Move, go_away, unquoted
from advisor.plain.talk import Away

_FEWEST = 2


class DisputeAsker:
    """Hears account after account."""

    def __init__(self, hearing: Hearing, step: Step) -> None:
        self.hearing = hearing
        self.step = step
        self.accounts: list[Held] = []

    def hear(self) -> Move:
        """Hears the accounts and writes them. Whoever leaves in the middle finds again what was said.

        Raises:
            Away: the person leaves.
            Unclear: there are fewer accounts than a dispute has.
        """
        try:
            while self._hears_another():
                pass
        except (Away, KeyboardInterrupt):
            self._keep()
            raise
        if len(self.accounts) < _FEWEST:
            raise Unclear(messages.NO_DISPUTE_OF_NOTHING)
        return self._save()

    def _hears_another(self) -> bool:
        """Hears one account; says whether there may be more."""
        end = messages.ACCOUNT_STOP if len(self.accounts) < _FEWEST else messages.ACCOUNT_ENOUGH
        try:
            typed = self.hearing.heard(messages.ACCOUNT.format(number=len(self.accounts) + 1, end=end))
            go_away(typed)
            if typed:
                self._hear_account(typed)
        except Unclear as unclear:
            self.hearing.talk.say(str(unclear))
            return True
        return bool(typed)

    def _hear_account(self, typed: str) -> None:
        question = self._question
        held = self.hearing.understood(question, typed)
        # What a source says is taken as all that it says, or two accounts would never disagree.
        complete = held.complete or (question.type in LIST_TYPES and not typed.endswith(MORE) and not held.excluded)
        # Kept before anything else is asked, so that nobody who leaves now has to say it again.
        self.accounts.append(Held(held.words, complete, excluded=held.excluded))
        by = self.hearing.talk.ask(messages.WHO)
        go_away(by)
        self.accounts[-1] = Held(held.words, complete, unquoted(by) or None, held.excluded)

    @property
    def _question(self) -> Question:
        return self.hearing.interview.question(self.step)

    def _save(self) -> Move:
        note = self.hearing.interview.answer(self.step).note
        return self.hearing.save(self.step, Answer(tuple(self.accounts), note=note))

    def _keep(self) -> None:
        """Keeps what was said so far: two accounts are a dispute, one alone goes into the note."""
        if len(self.accounts) >= _FEWEST:
            self._save()
        elif self.accounts:
            hearing = self.hearing
            (account,) = self.accounts
            said = hearing.words.answer(self._question, Answer((Held(account.words, account.complete),)))
            told = messages.ACCOUNT_BY.format(by=account.by, says=said) if account.by else said
            before = hearing.interview.answer(self.step).note
            note = messages.ONE_ACCOUNT.format(account=told)
            hearing.note(self.step, f"{before} {note}" if before else note)
            hearing.talk.say(messages.KEPT_IN_NOTE, "  ")

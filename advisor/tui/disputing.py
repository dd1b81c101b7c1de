"""A dispute, account by account: what each source says, who holds it, and a note."""

from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Footer, Static

from advisor.explain.words import Wordings
from advisor.initiative.initiative import View
from advisor.interview.offers import Answering, answering
from advisor.interview.typed import Unclear, Understanding
from advisor.logic.answers import Answer, Held
from advisor.messages.screens import interview as messages
from advisor.model.question import LIST_TYPES, Question
from advisor.tui.dialogs import Ask, Choose, Dialog
from advisor.tui.question import Page, QuestionView
from advisor.tui.shown import shown, shown_lines


class Dispute(Dialog[Answer]):
    """Hears the accounts of those who disagree; the result holds at least two."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, question: Question, prompt: str, view: View, words: Wordings, note: str | None) -> None:
        super().__init__()
        self.question = question
        self.prompt = prompt
        self.view = view
        self.words = words
        self.note = note
        self.accounts: list[Held] = []
        self.answering = self._fresh()

    def compose(self) -> ComposeResult:
        """The question once more, in a window of its own."""
        with Vertical(id="box", classes="tall"):
            yield QuestionView()
            yield Static(classes="wrong")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Asks for the first account."""
        self._show()

    def entered(self) -> object:
        """What is typed, and the accounts that were heard."""
        return super().entered(), len(self.accounts)

    def explained(self) -> list[str]:
        """What a dispute is."""
        return [messages.DISPUTED_TIP, *super().explained()]

    def _fresh(self) -> Answering:
        return answering(self.question, self.view, Understanding(self.words))

    def _show(self, *, anew: bool = True) -> None:
        told = (
            messages.DISPUTE_SO_FAR.format(number=number, account=self._account(held))
            for number, held in enumerate(self.accounts, start=1)
        )
        page = Page(
            step=None,
            where=messages.ACCOUNT.format(number=len(self.accounts) + 1),
            prompt=self.prompt,
            standing=shown_lines(*map(shown, told)),
            help="",
            about=shown(""),
            offers=self.answering.offers,
            placeholder=messages.PLACEHOLDERS[self.question.type.value] if self.answering.is_typed else None,
            ways=(),
        )
        self.query_one(QuestionView).show(page, anew=anew)

    def _account(self, held: Held) -> str:
        told = self.words.held(self.question, held)
        return f"{told} ({held.by})" if held.by else told

    @on(QuestionView.Picked)
    def _picked(self, event: QuestionView.Picked) -> None:
        reply = self.answering.picked(event.pick)
        if reply.done:
            self._heard(reply.held)
        else:
            self._show(anew=False)

    @on(QuestionView.Typed)
    def _typed(self, event: QuestionView.Typed) -> None:
        try:
            reply = self.answering.typed(event.text)
        except Unclear as unclear:
            self.complain(str(unclear))
            return
        self.complain("")
        if reply.done:
            self._heard(reply.held)
        else:
            self._show(anew=False)

    @work
    async def _heard(self, held: Held) -> None:
        """One account is whole: who holds it, and is there a further one?"""
        # What a source says is taken as all that it says, or two accounts would never disagree.
        if self.question.type in LIST_TYPES and not held.excluded:
            held = Held(held.words)
        if any(replace(held, by=None) == replace(other, by=None) for other in self.accounts):
            self.complain(messages.SAME_ACCOUNT)
            return
        by = await self.app.push_screen_wait(Ask(messages.WHO, messages.WHO_HELP, may_be_empty=True))
        if by is None:
            return
        self.accounts.append(replace(held, by=by or None))
        self.answering = self._fresh()
        choice = await self._what_next() if len(self.accounts) > 1 else messages.FURTHER_ACCOUNT
        if choice == messages.FURTHER_ACCOUNT:
            self._show()
            return
        note = self.note
        if choice == messages.DISPUTE_AND_NOTE:
            new = await self.app.push_screen_wait(Ask(messages.DISPUTE_NOTE, value=note or "", may_be_empty=True))
            note = note if new is None else new or None
        self.dismiss(Answer(tuple(self.accounts), note=note))

    async def _what_next(self) -> str:
        """What is chosen when there are two accounts or more; whoever leaves the choice can still leave all."""
        choices = (messages.THATS_THE_DISPUTE, messages.DISPUTE_AND_NOTE, messages.FURTHER_ACCOUNT)
        chosen = await self.app.push_screen_wait(Choose(self.prompt, choices))
        return messages.FURTHER_ACCOUNT if chosen is None else choices[chosen]

"""The question view: one question at a time, the same few widgets for every kind, filled anew in place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from advisor.interview.offers import End, Mark, Offer
from advisor.interview.plan import Step
from advisor.logic.answers import Word
from advisor.messages.screens import interview as messages
from advisor.tui.choices import Choices
from advisor.tui.shown import shown
from advisor.tui.ways import STEPS, WAYS, Way, Ways

_LEAST_WIDTH = 40
"""The width is not known before the first question is laid out."""


@dataclass(frozen=True)
class Page:
    """What the view shows of one question."""

    step: Step | None
    """The question; None for a page that asks what next."""
    where: str
    prompt: str
    standing: Content
    """The answer so far."""
    help: str
    """What the question means, and how it is answered."""
    about: Content
    """Why it is asked, and what its words mean."""
    offers: Callable[[str], tuple[Offer, ...]]
    """What can be picked, given what is typed."""
    placeholder: str | None = None
    """What can be typed; None where nothing can."""
    marked: int | None = None
    """Which of the offers is marked at first, if any: what Enter can choose without changing anything."""
    is_answered: bool = False
    ways: tuple[Way, ...] = tuple(Way)


class QuestionView(Widget):
    """Shows one question, and says what somebody does with it.

    What it says names the question, since by the time it is heard another one may stand here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "to_choices", show=False)]

    class Said(Message):
        """Somebody did something with a question."""

        def __init__(self, page: "Page") -> None:
            self.step = page.step
            super().__init__()

    class Picked(Said):
        """An offer was picked."""

        def __init__(self, page: "Page", pick: Word | End) -> None:
            self.pick = pick
            super().__init__(page)

    class Crossed(Picked):
        """An offer was said not to belong."""

    class Typed(Said):
        """Something was typed and sent off."""

        def __init__(self, page: "Page", text: str) -> None:
            self.text = text
            super().__init__(page)

    class Went(Said):
        """One of the ways was taken that every question has."""

        def __init__(self, page: "Page", way: Way) -> None:
            self.way = way
            super().__init__(page)

    page: Page | None = None

    def compose(self) -> ComposeResult:
        """The same widgets for every question."""
        with Horizontal(id="top"):
            yield Static(id="where")
            yield Ways(STEPS, id="steps")
        yield Static(id="prompt")
        yield Static(id="help")
        yield Static(id="standing")
        yield Input(id="entry", select_on_focus=False)
        yield Static(id="wrong")
        yield Choices(id="choices", markup=False)
        with VerticalScroll(id="about", can_focus=False):
            yield Static(id="about-text")
        yield Ways(WAYS, id="ways")

    def show(self, page: Page, *, anew: bool = True) -> None:
        """Shows a question.

        Args:
            page: what to show.
            anew: whether it is another question than before, so that what was typed and marked is forgotten.
        """
        self.page = page
        self._tell("#where", shown(page.where))
        self._tell("#prompt", shown(page.prompt))
        self._tell("#help", shown(page.help))
        self._tell("#standing", page.standing)
        self._tell("#about-text", page.about)
        for row in self.query(Ways):
            row.show(page.ways)
        entry, choices = self.query_one(Input), self.query_one(Choices)
        entry.display = page.placeholder is not None
        entry.placeholder = page.placeholder or ""
        if anew:
            self.query_one("#about").scroll_home(animate=False)
        with self.prevent(Input.Changed):
            entry.value = ""
        self._offer(page.offers(""), page.marked if anew else choices.highlighted)
        if anew:
            choices.scroll_home(animate=False)
            self.focus_first()

    @property
    def typed(self) -> str:
        """What has been typed and not been sent off."""
        return self.query_one(Input).value.strip()

    def complain(self, complaint: str) -> None:
        """Says why what was typed cannot stand; nothing where it can."""
        self._tell("#wrong", shown(complaint))

    def _tell(self, place: str, text: Content) -> None:
        """Says something in its place, which takes no room where there is nothing to say."""
        widget = self.query_one(place, Static)
        widget.update(text)
        widget.display = bool(text.plain)

    def _offer(self, offers: tuple[Offer, ...], marked: int | None) -> None:
        """Fills the list of offers."""
        assert self.page is not None  # noqa: S101 -- only called with a page
        self.complain("")
        choices = self.query_one(Choices)
        choices.offer(self.page.step, offers, None if marked is None or not offers else min(marked, len(offers) - 1))
        # What the answers do not need is left to what is said about the question.
        choices.styles.max_height = choices.needed_height(max(self.size.width, _LEAST_WIDTH))

    def focus_first(self) -> None:
        """Goes to where the answer is given."""
        entry = self.query_one(Input)
        (entry if entry.display else self.query_one(Choices)).focus()

    def action_to_choices(self) -> None:
        """Goes from where one types to what can be picked, and marks the first of it."""
        choices = self.query_one(Choices)
        if choices.option_count:
            choices.highlighted = 0
            choices.focus()
        else:
            self.query_one("#ways", Ways).enter()

    @on(Input.Changed, "#entry")
    def _complete(self, event: Input.Changed) -> None:
        """Marks what Enter would take."""
        if self.page is not None:
            offers = self.page.offers(event.value)
            self._offer(offers, 0 if event.value.strip() and offers and offers[0].is_meant else None)

    @on(Input.Submitted, "#entry")
    def _send(self, event: Input.Submitted) -> None:
        event.stop()
        if self.page is not None:
            self.post_message(self.Typed(self.page, event.value.strip()))

    @on(Choices.Chosen)
    def _pick(self, event: Choices.Chosen) -> None:
        event.stop()
        if self.page is not None and event.choice.step == self.page.step:
            said = self.Crossed if event.crossed else self.Picked
            self.post_message(said(self.page, event.choice.offer.pick))

    @on(Choices.Puzzled)
    def _explain(self, event: Choices.Puzzled) -> None:
        """Enter where nothing is marked goes on from an answer, and is explained where there is none."""
        event.stop()
        if event.entered and self.page is not None and self.page.is_answered:
            self.post_message(self.Went(self.page, Way.NEXT))
        else:
            ticked = any(choice.offer.mark is not Mark.NONE for choice in self.query_one(Choices).lines)
            self.complain(messages.HOW_TO_TICK if ticked else messages.HOW_TO_PICK)

    @on(Choices.Left)
    def _leave_choices(self, event: Choices.Left) -> None:
        event.stop()
        if not event.upwards:
            self.query_one("#ways", Ways).enter()
        elif self.query_one(Input).display:
            self.query_one(Input).focus()
        else:
            self.query_one("#steps", Ways).enter()

    @on(Ways.Left)
    def _leave_ways(self, event: Ways.Left) -> None:
        event.stop()
        choices = self.query_one(Choices)
        (choices if choices.option_count else self.query_one(Input)).focus()
        if event.number:
            choices.mark(event.number)

    @on(Ways.Taken)
    def _go(self, event: Ways.Taken) -> None:
        event.stop()
        if self.page is not None:
            self.post_message(self.Went(self.page, event.way))

"""The question view: one question at a time, the same few widgets for every kind, filled anew in place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from advisor.interview.offers import End, Mark, Offer
from advisor.logic.answers import Word
from advisor.messages import screens as messages
from advisor.tui.shown import hanging, shown

_MARKS = {Mark.OPEN: "[ ]", Mark.TICKED: "[x]", Mark.CROSSED: "[-]"}
_ENDS = {End.ALL: messages.THAT_IS_ALL, End.MORE: messages.MAY_BE_MORE, End.DONE: messages.GO_ON}


class Way(StrEnum):
    """What can be said of every question besides answering it, and the steps to its neighbours."""

    UNKNOWN = "unknown"
    WITHHELD = "withheld"
    DISPUTED = "disputed"
    NOTE = "note"
    CLEAR = "clear"
    PREVIOUS = "previous"
    NEXT = "next"


_STEPS = {
    Way.PREVIOUS: (messages.PREVIOUS, messages.PREVIOUS_TIP),
    Way.NEXT: (messages.NEXT, messages.NEXT_TIP),
}
_WAYS = {
    Way.UNKNOWN: (messages.UNKNOWN, messages.UNKNOWN_TIP),
    Way.WITHHELD: (messages.WITHHELD, messages.WITHHELD_TIP),
    Way.DISPUTED: (messages.DISPUTED, messages.DISPUTED_TIP),
    Way.NOTE: (messages.NOTE, messages.NOTE_TIP),
    Way.CLEAR: (messages.CLEAR, messages.CLEAR_TIP),
}


@dataclass(frozen=True)
class Page:
    """What the view shows of one question."""

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
    marked: int = 0
    """Which of the offers is marked at first."""
    ways: tuple[Way, ...] = tuple(Way)


class Choices(OptionList):
    """The answers that can be picked, each with what it means."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "select", show=False, tooltip=messages.CHOOSE_TIP),
        Binding("x", "cross", show=False, tooltip=messages.CROSS_TIP),
        Binding("equals_sign", "end(True)", show=False, tooltip=messages.ALL_TIP),
        Binding("plus", "end(False)", show=False, tooltip=messages.MORE_TIP),
    ]

    class Ended(Message):
        """Somebody says that a list is all, or that there may be more."""

        def __init__(self, *, complete: bool) -> None:
            self.complete = complete
            super().__init__()

    class Crossed(Message):
        """Somebody says that an answer does not belong."""

        def __init__(self, at: int) -> None:
            self.at = at
            super().__init__()

    def action_cross(self) -> None:
        """Says so of the marked one."""
        if self.highlighted is not None:
            self.post_message(self.Crossed(self.highlighted))

    def action_end(self, complete: bool) -> None:  # noqa: FBT001 -- from a key
        """Says so of the list."""
        self.post_message(self.Ended(complete=complete))

    def on_key(self, event: Key) -> None:
        """Picks the answer with the number that is typed; goes back up to where one types."""
        if event.character and event.character.isdecimal() and 1 <= int(event.character) <= self.option_count:
            self.highlighted = int(event.character) - 1
            self.action_select()
            event.stop()
        elif event.key == "up" and not self.highlighted:
            self.screen.focus_previous()
            event.stop()
            event.prevent_default()


class Entry(Input):
    """Where one types an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "app.focus_next", show=False)]


class QuestionView(Widget):
    """Shows one question, and says what somebody does with it."""

    class Picked(Message):
        """An offer was picked."""

        def __init__(self, pick: Word | End) -> None:
            self.pick = pick
            super().__init__()

    class Crossed(Picked):
        """An offer was said not to belong."""

    class Typed(Message):
        """Something was typed and sent off."""

        def __init__(self, text: str) -> None:
            self.text = text
            super().__init__()

    class Went(Message):
        """One of the ways was taken that every question has."""

        def __init__(self, way: Way) -> None:
            self.way = way
            super().__init__()

    page: Page | None = None
    _offers: tuple[Offer, ...] = ()

    def compose(self) -> ComposeResult:
        """The same widgets for every question."""
        with Horizontal(id="top"):
            yield Static(id="where")
            yield from _buttons(_STEPS)
        yield Static(id="prompt")
        yield Static(id="help")
        yield Static(id="standing")
        yield Entry(id="entry", select_on_focus=False)
        yield Static(id="wrong")
        yield Choices(id="choices", markup=False)
        with VerticalScroll(id="about", can_focus=False):
            yield Static(id="about-text")
        with Horizontal(id="ways"):
            yield from _buttons(_WAYS)

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
        for way in Way:
            self.query_one(f"#{way.value}", Button).display = way in page.ways
        entry = self.query_one(Entry)
        entry.display = page.placeholder is not None
        entry.placeholder = page.placeholder or ""
        if anew:
            self.query_one("#about").scroll_home(animate=False)
        if anew or page.placeholder is not None:
            with self.prevent(Input.Changed):
                entry.value = ""
        self._fill(keep=not anew)
        if anew:
            (entry if entry.display else self.query_one(Choices)).focus()

    def complain(self, complaint: str) -> None:
        """Says why what was typed cannot stand; nothing where it can."""
        self._tell("#wrong", shown(complaint))

    def _tell(self, place: str, text: Content) -> None:
        """Says something in its place, which takes no room where there is nothing to say."""
        widget = self.query_one(place, Static)
        widget.update(text)
        widget.display = bool(text.plain)

    def _fill(self, *, keep: bool) -> None:
        """Fills the list of offers; the marked place stays, or is where the answer is."""
        assert self.page is not None  # noqa: S101 -- only called with a page
        entry, choices = self.query_one(Entry), self.query_one(Choices)
        before = choices.highlighted
        self._offers = self.page.offers(entry.value)
        self.complain("")
        digits = len(str(len(self._offers)))
        width = choices.size.width - choices.styles.scrollbar_size_vertical
        rows = (_rendered(f"{at:>{digits}}", offer, width) for at, offer in enumerate(self._offers, start=1))
        choices.set_options([Option(row) for row in rows])
        if self._offers:
            choices.highlighted = min(before or 0, len(self._offers) - 1) if keep else self.page.marked

    def on_resize(self) -> None:
        """Breaks the lines of the offers anew."""
        if self.page is not None:
            self.call_after_refresh(self._fill, keep=True)

    @on(Input.Changed, "#entry")
    def _complete(self) -> None:
        if self.page is not None:
            self._fill(keep=True)

    @on(Input.Submitted, "#entry")
    def _send(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Typed(event.value.strip()))

    @on(OptionList.OptionSelected, "#choices")
    def _pick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Picked(self._offers[event.option_index].pick))

    @on(Choices.Crossed)
    def _cross(self, event: Choices.Crossed) -> None:
        event.stop()
        self.post_message(self.Crossed(self._offers[event.at].pick))

    @on(Choices.Ended)
    def _end(self, event: Choices.Ended) -> None:
        event.stop()
        wanted = (End.ALL, End.DONE) if event.complete else (End.MORE,)
        for offer in self._offers:
            if offer.pick in wanted:
                self.post_message(self.Picked(offer.pick))

    @on(Button.Pressed)
    def _go(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Went(Way(str(event.button.id))))


def _buttons(ways: Mapping[Way, tuple[str, str]]) -> Iterator[Button]:
    for way, (label, tip) in ways.items():
        yield Button(shown(label), id=way.value, compact=True, tooltip=tip)


def _rendered(number: str, offer: Offer, width: int) -> Content:
    """An offer: what does not fit one line stays beside its number."""
    if isinstance(offer.pick, End):
        before = shown(f"{'→':>{len(number)}} ")
        return hanging(before, shown((offer.label or _ENDS[offer.pick], "italic")), width)
    mark = f"{_MARKS[offer.mark]} " if offer.mark in _MARKS else ""
    words = shown(offer.label, (f"\n{offer.help}" if offer.help else "", "dim"))
    return hanging(shown(f"{number} {mark}"), words, width)

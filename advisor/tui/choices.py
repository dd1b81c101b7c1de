"""The answers to choose from: arrows and numbers only mark one, Enter chooses it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from advisor.interview.offers import End, Mark, Offer
from advisor.interview.plan import Step
from advisor.messages.screens import everywhere
from advisor.messages.screens import interview as messages
from advisor.tui.laid import Hanging
from advisor.tui.shown import shown

_MARKS = {Mark.OPEN: "[ ]", Mark.TICKED: "[x]", Mark.CROSSED: "[-]"}
_BESIDE = 4
"""So many columns go to the margins and the scroll bar."""
_KEYS = ("space", "x", "equals_sign", "plus")
"""What can be typed here besides numbers."""
_ENDS = {
    End.ALL: everywhere.THAT_IS_ALL,
    End.MORE: everywhere.MAY_BE_MORE,
    End.DONE: everywhere.GO_ON,
    End.NONE: messages.NONE_AT_ALL,
}


class Choice(Option):
    """A line that can be chosen."""

    def __init__(self, step: Step | None, offer: Offer, number: str) -> None:
        """Makes a line of an offer to a question; the end of a list has no number."""
        self.step = step
        self.offer = offer
        if isinstance(offer.pick, End):
            words = shown((offer.label or _ENDS[offer.pick], "italic"))
        else:
            words = shown(offer.label, (f"\n{offer.help}" if offer.help else "", "dim"))
        mark = f"{_MARKS[offer.mark]} " if offer.mark in _MARKS else ""
        self.line = Hanging(shown(f"{number} {mark}"), words)
        super().__init__(self.line)


class Choices(OptionList):
    """The answers that can be picked, each with what it means."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", show=False, tooltip=messages.CHOOSE_TIP),
        Binding("space", "tick", show=False, tooltip=messages.TICK_TIP),
        Binding("x", "cross", show=False, tooltip=messages.CROSS_TIP),
        Binding("equals_sign", "end(True)", show=False, tooltip=messages.ALL_TIP),
        Binding("plus", "end(False)", show=False, tooltip=messages.MORE_TIP),
    ]

    class Chosen(Message):
        """A line was chosen, or said not to belong."""

        def __init__(self, choice: Choice, *, crossed: bool = False) -> None:
            self.choice = choice
            self.crossed = crossed
            super().__init__()

    class Puzzled(Message):
        """A key was pressed that chooses nothing: nothing is marked, or the key is none of ours."""

        def __init__(self, *, entered: bool = False) -> None:
            self.entered = entered
            super().__init__()

    class Left(Message):
        """Somebody goes on beyond an end of the list with the arrow keys."""

        def __init__(self, *, upwards: bool) -> None:
            self.upwards = upwards
            super().__init__()

    _number = ""
    """The digits that have been typed one after the other."""

    def offer(self, step: Step | None, offers: Sequence[Offer], marked: int | None) -> None:
        """Shows what can be picked in answer to a question, and marks one of it, or nothing."""
        digits = len(str(len(offers)))
        ends = sum(isinstance(offer.pick, End) for offer in offers)
        numbers = [f"{number:>{digits}}" for number in range(1, len(offers) - ends + 1)]
        numbers += [f"{'→':>{digits}}"] * ends
        self.set_options([Choice(step, offer, number) for offer, number in zip(offers, numbers, strict=True)])
        self.highlighted = marked

    @property
    def lines(self) -> list[Choice]:
        """All that can be picked."""
        return [option for option in self.options if isinstance(option, Choice)]

    def needed_height(self, width: int) -> int:
        """So many lines they take where there is room for them, with one above them."""
        return 1 + sum(choice.line.lines(width - _BESIDE).plain.count("\n") + 1 for choice in self.lines)

    @property
    def _marked(self) -> Choice | None:
        return None if self.highlighted is None else self.lines[self.highlighted]

    def action_select(self) -> None:
        """Chooses the marked one."""
        if (choice := self._marked) is not None:
            self.post_message(self.Chosen(choice))
        else:
            self.post_message(self.Puzzled(entered=True))

    def action_tick(self) -> None:
        """Ticks the marked one; what is not ticked is only chosen with Enter, since a text may hold blanks."""
        choice = self._marked
        if choice is not None and choice.offer.mark is not Mark.NONE:
            self.action_select()
        else:
            self.post_message(self.Puzzled())

    def action_cross(self) -> None:
        """Says of the marked one that it does not belong."""
        if (choice := self._marked) is not None:
            self.post_message(self.Chosen(choice, crossed=True))

    def action_end(self, complete: bool) -> None:  # noqa: FBT001 -- from a key
        """Says that the list is all, or that there may be more."""
        wanted = (End.ALL, End.NONE) if complete else (End.MORE,)
        for choice in self.lines:
            if choice.offer.pick in wanted:
                self.post_message(self.Chosen(choice))

    def action_cursor_up(self) -> None:
        """Goes up, at last out of the list."""
        if self.highlighted:
            super().action_cursor_up()
        else:
            self.post_message(self.Left(upwards=True))

    def action_cursor_down(self) -> None:
        """Goes down, at last out of the list."""
        if self.option_count and self.highlighted != self.option_count - 1:
            super().action_cursor_down()
        else:
            self.post_message(self.Left(upwards=False))

    def on_key(self, event: Key) -> None:
        """Marks the answer with the number that is typed."""
        if event.character is not None and event.is_printable and event.key not in _KEYS:
            event.stop()
            self.mark(event.character)
        else:
            self._number = ""

    def mark(self, digit: str) -> None:
        """Marks an answer by a digit of its number, the first one or a further one."""
        typed, self._number = self._number, ""
        numbered = sum(not isinstance(choice.offer.pick, End) for choice in self.lines)
        for number in (f"{typed}{digit}", digit):
            if number.isdecimal() and 1 <= int(number) <= numbered:
                self._number = number
                self.highlighted = int(number) - 1
                return
        self.post_message(self.Puzzled())

"""A page of the rulebook, line by line: one reads with the arrow keys, and follows what is marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from advisor.messages import rulebook as rulebook_messages
from advisor.messages.screens import rules as messages
from advisor.report.rulebook.page import Line, Page, Section, Target
from advisor.report.rulebook.written import Written
from advisor.tui.findings import Proven
from advisor.tui.laid import Hanging
from advisor.tui.shown import Piece, shown

_STEP = 2
"""So many columns further in stands what a line leads to."""


@dataclass(frozen=True)
class Row:
    """A line of the page."""

    pieces: tuple[Piece, ...] = ()
    mark: str = ""
    indent: int = 0
    lead: Target | Proven | None = None
    """The page, or the proof, to which it leads."""


class PageView(OptionList):
    """One page of the rulebook. Every line can be reached, so that one can read on without a mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", show=False, tooltip=messages.FOLLOW_TIP),
        Binding("left", "app.focus_previous", show=False, tooltip=messages.TO_CONTENTS_TIP),
    ]

    class Followed(Message):
        """A line was followed to where it leads."""

        def __init__(self, lead: Target | Proven) -> None:
            self.lead = lead
            super().__init__()

    rows: tuple[Row, ...] = ()
    """The lines that are shown."""

    def show(self, rows: Iterator[Row], at: int = 0) -> None:
        """Shows a page, read as far as some line."""
        self.rows = tuple(rows)
        self.set_options([option_of(row) for row in self.rows])
        self.highlighted = at
        self.scroll_to_highlight(top=not at)

    @on(OptionList.OptionSelected)
    def _follow(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        lead = self.rows[event.option_index].lead
        if lead is not None:
            self.post_message(self.Followed(lead))


def rows(page: Page, here: Sequence[tuple[str, Proven]], written: Written | None) -> Iterator[Row]:
    """A page as lines.

    Args:
        page: what is told in plain English.
        here: how it stands in the initiative that is open, case by case; empty where none is.
        written: how it stands in its file; None where that cannot be read now.
    """
    yield Row(((page.title, "bold"),))
    yield Row()
    if len(here) > 1:
        yield Row(((messages.STANDS_HERE.format(words=""), "bold"),))
    for words, proven in here:
        says = words if len(here) > 1 else messages.STANDS_HERE.format(words=words)
        yield Row((says,), messages.CAN_BE_FOLLOWED, lead=proven)
    if here:
        yield Row()
    for fact in page.facts:
        mark = messages.CAN_BE_FOLLOWED if fact.target else ""
        yield Row(((f"{fact.label}: ", "dim"), fact.says), mark, lead=fact.target)
    for section in page.sections:
        yield from _section(section)
    if written is not None:
        yield Row()
        place = rulebook_messages.IN_THE_FILE.format(file=written.file, line=written.first)
        yield Row(((place, "bold"),))
        yield from (Row((line,)) for line in page.in_place_of)
        for line in written.lines:
            yield Row((line.lstrip(),), indent=len(line) - len(line.lstrip()))


def _section(section: Section) -> Iterator[Row]:
    yield Row()
    yield Row(((section.title, "bold"),))
    for line in section.lines:
        yield from _line(line, 0)
    yield from (Row(((note, "dim"),)) for note in section.notes)


def _line(line: Line, indent: int) -> Iterator[Row]:
    target = line.target or next(iter(line.asks), None)
    yield Row((line.says,), messages.CAN_BE_FOLLOWED if target else messages.LINE, indent, target)
    for inner in line.under:
        yield from _line(inner, indent + _STEP)


def option_of(row: Row) -> Option:
    """A line for a list; what does not fit one line stays beside its mark."""
    if not row.pieces:
        # What is empty only keeps lines apart, and is passed over.
        return Option("", disabled=True)
    mark = (" " * row.indent, (row.mark, "bold" if row.lead else "dim"), " " if row.mark else "")
    return Option(Hanging(shown(*mark), shown(*row.pieces)))

"""A list, and what is told of the marked line. Enter goes to what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.visual import Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from advisor.interview.plan import Step
from advisor.tui.shown import shown


@dataclass(frozen=True)
class Proven:
    """A finding, whose proof can be shown."""

    finding: str
    item: str | None = None
    part: str = ""


@dataclass(frozen=True)
class Asked:
    """A question, to which one can go."""

    step: Step
    part: str = ""


@dataclass(frozen=True)
class Tab:
    """Another tab."""

    id: str


@dataclass(frozen=True)
class Several:
    """A choice of what to look into."""

    title: str
    leads: "tuple[tuple[str, Lead], ...]"
    """Each with the words to choose it by."""


@dataclass(frozen=True)
class Fold:
    """Lines that can be left out."""

    name: str


BULLET = "• "
Lead = Proven | Asked | Tab | Several | Fold
"""Where a line leads."""


@dataclass(frozen=True)
class Entry:
    """A line of a list."""

    line: Visual
    detail: Content | None = None
    """What is told of it when it is marked."""
    lead: Lead | None = None
    is_heading: bool = False


def heading(text: str, style: str = "bold $text-accent") -> Entry:
    """A heading within a list."""
    return Entry(shown((text, style)), is_heading=True)


class Lines(OptionList):
    """The lines; headings cannot be marked, but are never out of sight above the first line that can."""

    entries: Sequence[Entry] = ()

    class Opened(Message):
        """A line was chosen that leads somewhere."""

        def __init__(self, lead: Lead) -> None:
            self.lead = lead
            super().__init__()

    def fill(self, entries: Sequence[Entry], marked: int | None = None) -> None:
        """Shows other lines. What was marked stays marked if it is still among them.

        Args:
            entries: the lines.
            marked: which is marked otherwise; the first that can be if not given.
        """
        before = None if self.marked is None else self.marked.lead
        self.entries = entries
        self.set_options([Option(entry.line, disabled=entry.is_heading) for entry in entries])
        first = next((at for at, entry in enumerate(entries) if not entry.is_heading), None)
        again = (at for at, entry in enumerate(entries) if entry.lead is not None and entry.lead == before)
        self.highlighted = next(again, first if marked is None else marked)

    def fill_from(self, start: int, entries: Sequence[Entry]) -> None:
        """Shows other lines from one on; those before it stay where they are, and so does what is marked.

        Args:
            start: from which line on they are others.
            entries: the lines from there on.
        """
        marked, at = self.marked, self.highlighted
        self.entries = [*self.entries[:start], *entries]
        while self.option_count > start:
            self.remove_option_at_index(self.option_count - 1)
        self.add_options([Option(entry.line, disabled=entry.is_heading) for entry in entries])
        if at is not None and at < start:
            return
        lead = None if marked is None else marked.lead
        again = (n for n, entry in enumerate(self.entries) if lead is not None and entry.lead == lead)
        self.highlighted = next(again, self._can_be_marked(at or start, start))

    def go_to(self, start: int) -> None:
        """Marks the first line from one on that can be marked, and shows as much as there is room for from there."""
        self.highlighted = self._can_be_marked(start, start)
        self.scroll_to(y=self._index_to_line.get(start, 0), animate=False, force=True, immediate=True)

    def _can_be_marked(self, wanted: int, start: int) -> int | None:
        """A line that can be marked: the wanted one or one that follows; else the first from a start on."""
        there = [at for at in range(start, len(self.entries)) if not self.entries[at].is_heading]
        return next((at for at in there if at >= wanted), there[0] if there else None)

    @property
    def marked(self) -> Entry | None:
        """The marked line."""
        return None if self.highlighted is None else self.entries[self.highlighted]

    def scroll_to_highlight(self, top: bool = False) -> None:  # noqa: FBT001, FBT002 -- Textual's
        """Brings the marked line into sight, with the headings right above it."""
        super().scroll_to_highlight(top)
        at = self.highlighted
        if not at or at not in self._index_to_line or not self.entries[at - 1].is_heading:
            return
        while at and self.entries[at - 1].is_heading:
            at -= 1
        above = Region(0, self._index_to_line[at], 1, 1)
        self.scroll_to_region(above, force=True, animate=False, immediate=True)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        if (lead := self.entries[event.option_index].lead) is not None:
            event.stop()
            self.post_message(self.Opened(lead))


class Findings(Container):
    """A list and what is told of the marked line; one sentence where there is nothing to list."""

    def compose(self) -> ComposeResult:
        """The list, the detail, and the sentence."""
        yield Lines(markup=False)
        with VerticalScroll(classes="detail"):
            yield Static()
        yield Static(classes="nothing")

    def show(self, entries: Sequence[Entry], empty: str, marked: int | None = None) -> None:
        """Shows other lines, or says why there are none."""
        self.set_class(not entries, "-empty")
        self.query_one(".nothing", Static).update(shown(empty))
        self.query_one(Lines).fill(entries, marked)
        self._tell()

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        entry = self.query_one(Lines).marked
        scroll = self.query_one(".detail", VerticalScroll)
        scroll.query_one(Static).update(shown() if entry is None or entry.detail is None else entry.detail)
        scroll.scroll_home(animate=False)

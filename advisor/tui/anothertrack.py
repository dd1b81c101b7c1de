"""What would make it another track: of the whole, or of a phase or strand."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Footer, Static

from advisor.messages.screens import turning as messages
from advisor.report.change.outlook import Outlooks
from advisor.report.change.results import Outlook
from advisor.tui.bar import TopBar
from advisor.tui.case import Case
from advisor.tui.findings import Entry, Lines
from advisor.tui.shown import shown, shown_lines
from advisor.tui.turning import Turning
from advisor.tui.turns import tracks_lines


class AnotherTrackScreen(Turning):
    """Track by track, whether a school names it, and what would change that."""

    def __init__(self, case: Case, part: str = "") -> None:
        super().__init__(case)
        self.part = part

    def compose(self) -> ComposeResult:
        """The question, then a list."""
        yield TopBar(self.case, messages.TITLE)
        yield Static(id="claim")
        with Horizontal(classes="tools"):
            yield Static(shown(messages.HINT), id="hint")
        yield Lines(id="turns", markup=False)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Looks for it as soon as there is something to show it in."""
        self.call_after_refresh(self.refresh_case)

    def refresh_case(self) -> None:
        """Looks for it anew where an answer has changed; the part may be gone."""
        part = next((view for view in self.case.initiative.views if view.id == self.part), None)
        if part is None:
            self.notify(messages.PART_GONE, markup=False)
            self.dismiss()
        elif self.query("#turns"):
            about = [shown((messages.IN_PART.format(part=part.name), "dim"))] if self.part else []
            self.query_one("#claim", Static).update(shown_lines(shown((messages.ANOTHER_TRACK_NAME, "bold")), *about))
            self.look_for_turns()

    def explained(self) -> list[str]:
        """How it is read, and the terms of art in the marked line."""
        marked = self.query_one("#turns", Lines).marked
        return [messages.HELP, *([] if marked is None else self.terms(marked))]

    def looked_for(self, outlooks: Outlooks) -> Sequence[Outlook]:
        """What would change which tracks are named."""
        return outlooks.of_the_headline(self.part).outlooks

    def told_turns(self, found: Sequence[Outlook]) -> Sequence[Entry]:
        """All that was found, track by track."""
        return list(tracks_lines(found, self.case.initiative, self.unfolded))

    def show_turns(self) -> None:
        """Shows what is known of it now."""
        self.query_one("#turns", Lines).fill_from(0, self.turns)

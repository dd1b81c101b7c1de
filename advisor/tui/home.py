"""The first page: start, open, look at an example, read the rules."""

from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.visual import Visual
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from advisor.messages.screens import compare, everywhere, promises
from advisor.messages.screens import home as messages
from advisor.tui.laid import Hanging
from advisor.tui.place import AdvisorScreen
from advisor.tui.recent import lost, recent
from advisor.tui.shown import shown


@dataclass(frozen=True)
class Entry:
    """One line of the first page, and what it does."""

    label: str
    help: str = ""
    action: str = ""
    """Empty for what is only said."""
    path: Path | None = None


class HomeScreen(AdvisorScreen):
    """The first page."""

    ENDS_CASE = True
    _entries: tuple[Entry, ...] = ()
    _lost: tuple[Path, ...] = ()
    """What was on the list of recent files and is gone; it is told until the program ends."""

    def compose(self) -> ComposeResult:
        """What this is, in three lines at the first time; then everything one can do."""
        with Vertical(id="home"):
            yield Static(shown((everywhere.NAME, "bold"), f"  {messages.TAGLINE}"), id="tagline")
            first = "\n".join((*messages.FIRST_RUN, "", everywhere.HOW_TO_CHOOSE))
            yield Static(shown(everywhere.HOW_TO_CHOOSE if recent() else first), id="introduction")
            yield OptionList(id="places", markup=False)
        yield Footer(compact=True)

    def on_screen_resume(self) -> None:
        """Shows the files that were opened lately, that of a moment ago among them."""
        self.fill()

    def follow_rules(self) -> None:
        """Shows the initiatives that come along with them."""
        self.fill()

    def explained(self) -> list[str]:
        """What can be done here."""
        return [messages.HOME_HELP]

    def fill(self) -> None:
        """Shows what can be chosen, as far as the rules have been read."""
        self._entries = tuple(self._all())
        places = self.query_one("#places", OptionList)
        before = places.highlighted
        places.set_options([Option(_line(entry), disabled=not entry.action) for entry in self._entries])
        places.highlighted = before or 0
        places.focus()

    def _all(self) -> list[Entry]:
        self._lost += tuple(lost())
        lately = [Entry(path.name, _folder(path), "open", path) for path in recent()]
        lately += [Entry(path.name, messages.LOST.format(folder=_folder(path))) for path in self._lost]
        examples = [Entry(name, years, "example", path) for name, years, path in self.app.examples]
        return [
            Entry(messages.NEW, messages.NEW_HELP, "new"),
            Entry(messages.OPEN, messages.OPEN_HELP, "choose"),
            Entry(messages.COMPARE, messages.COMPARE_HELP, "portfolio"),
            Entry(compare.COMPARE, compare.COMPARE_HELP, "compare"),
            Entry(promises.CHECK, promises.CHECK_HELP, "promises"),
            Entry(messages.BROWSE_RULES, everywhere.BROWSE_RULES_HELP, "rules"),
            Entry(everywhere.LEAVE, messages.LEAVE_HELP, "leave"),
            *([Entry(messages.RECENT), *lately] if lately else []),
            *([Entry(messages.EXAMPLES), *examples] if examples else []),
        ]

    @on(OptionList.OptionSelected, "#places")
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        entry = self._entries[event.option_index]
        self.app.begin(entry.action, entry.path)


def _folder(path: Path) -> str:
    try:
        return f"~/{path.parent.relative_to(Path.home())}"
    except ValueError:
        return str(path.parent)


def _line(entry: Entry) -> Visual:
    if not entry.action and not entry.help:
        return shown("\n", (entry.label, "bold"))
    return Hanging(shown(f"  {entry.label}  "), shown((entry.help, "dim")))

"""Screens that tell what would change something, which is looked for beside them."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from advisor.initiative.initiative import Initiative
from advisor.messages.screens import turning as messages
from advisor.report.change.outlook import Outlooks
from advisor.report.change.results import Outlook
from advisor.rulebook.rulebook import Rulebook
from advisor.tui.case import Case
from advisor.tui.findings import Entry, Fold
from advisor.tui.leads import Leading
from advisor.tui.shown import shown

_LOOKING = (Entry(shown((messages.LOOKING, "dim"))),)


@dataclass(frozen=True, eq=False)
class _State:
    """An initiative as it stood, and the rules by which it was judged."""

    rulebook: Rulebook
    initiative: Initiative

    def is_that_of(self, case: Case) -> bool:
        """Whether nothing has changed since."""
        return self.rulebook is case.engine.rulebook and self.initiative is case.initiative


class Turning(Leading):
    """A screen that tells what would change something, as soon as that has been found."""

    class Found(Message):
        """It has been found what would change something, as an initiative stood."""

        def __init__(self, of: "_State", outlooks: Sequence[Outlook]) -> None:
            self.of = of
            self.outlooks = outlooks
            super().__init__()

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._sought: _State | None = None
        """Of what it is looked for, or has been."""
        self._found: Sequence[Outlook] | None = None
        self.unfolded: set[str] = set()
        """The names of what is told otherwise than at first."""

    @abstractmethod
    def looked_for(self, outlooks: Outlooks) -> Sequence[Outlook]:
        """What is looked for, which takes a moment."""

    @abstractmethod
    def told_turns(self, found: Sequence[Outlook]) -> Sequence[Entry]:
        """What was found, line by line."""

    @abstractmethod
    def show_turns(self) -> None:
        """Shows what is known of it now."""

    @property
    def turns(self) -> Sequence[Entry]:
        """What is known of it now, line by line."""
        return _LOOKING if self._found is None else self.told_turns(self._found)

    def look_for_turns(self) -> None:
        """Looks for it, unless that is done already of the initiative as it stands."""
        if self._sought is None or not self._sought.is_that_of(self.case):
            self._sought, self._found = _State(self.case.engine.rulebook, self.case.initiative), None
            self._look(self._sought)
            self.show_turns()

    @work(thread=True, exclusive=True, group="turns")
    def _look(self, state: _State) -> None:
        outlooks = Outlooks(state.rulebook, state.initiative, self.case.language)
        self.post_message(self.Found(state, self.looked_for(outlooks)))

    @on(Found)
    def _take(self, found: Found) -> None:
        if found.of is self._sought:
            self._found = found.outlooks
            self.show_turns()

    def unfold(self, fold: Fold) -> None:
        """Shows lines that have been left out, or leaves them out again."""
        self.unfolded ^= {fold.name}
        self.show_turns()

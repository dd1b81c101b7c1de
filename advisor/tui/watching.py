"""What is open and in use, and what other programs have done to its files."""

from pathlib import Path
from typing import TYPE_CHECKING

from advisor.messages.screens import everywhere as messages
from advisor.tui.dialogs import Dialog
from advisor.tui.help import HelpfulApp
from advisor.tui.place import AdvisorScreen, Place

if TYPE_CHECKING:
    from advisor.engine.run import Engine
    from advisor.tui.case import Case
    from advisor.tui.inuse import RulesInUse, RulesNews

_LONG = 30.0
"""So many seconds does a notice stay that is grave, or to be noted down."""


class WatchfulApp(HelpfulApp):
    """A program that notices when others write what it has open."""

    case: "Case | None" = None
    engine: "Engine | None" = None
    in_use: "RulesInUse | None" = None
    """None before the rules are there."""
    examples: tuple[tuple[str, str, Path], ...] = ()

    @property
    def ready(self) -> "Engine":
        """The compiled rulebook, as soon as it is there."""
        assert self.engine is not None  # noqa: S101 -- nothing can be chosen before the rules are there
        return self.engine

    def _judge_by(self, engine: "Engine") -> None:
        """Uses rules from now on, wherever the program stands."""
        from advisor.initiative.examples import read_examples

        read = read_examples(engine.rulebook)
        if self.case is not None:
            self.case.follow(engine)
        self.engine = engine
        self.examples = tuple((one.name, one.years or "", path) for path, one in read)

    def look(self) -> None:
        """Tells what other programs have done to the files that are open."""
        self._look_at_initiative()
        news = self.look_at_rules()
        if news is not None and not (isinstance(self.screen, AdvisorScreen | Dialog) and self.screen.TELLS_OF_RULES):
            severity, told = messages.RULES_NEWS[news]
            self.notify(told, severity=severity, timeout=_LONG, markup=False)

    def look_at_rules(self) -> "RulesNews | None":
        """Uses the rules as they are written now, if they can be read; else goes on with those from before."""
        if self.in_use is None or any(isinstance(s, Dialog) and s.HANGS_ON_RULES for s in self.screen_stack):
            return None
        news = self.in_use.look(self._judge_by)
        if news is not None and isinstance(self.screen, AdvisorScreen | Dialog):
            self.screen.follow_rules()
        return news

    def _look_at_initiative(self) -> None:
        """Tells what another program has done to the initiative, and shows what it says now."""
        from advisor.tui.case import News

        match None if self.case is None else self.case.look():
            case News.CHANGED:
                self.notify(messages.CHANGED_ELSEWHERE, severity="warning", markup=False)
                for screen in self.screen_stack:
                    if isinstance(screen, Place):
                        screen.refresh_case()
            case News.SPOILT:
                self.notify(messages.NOT_READ, severity="error", timeout=_LONG, markup=False)

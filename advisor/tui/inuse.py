"""The rules in use and their files: what was sound last stays in use until the files are sound again."""

import contextlib
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

from advisor.engine.run import Engine
from advisor.errors import AdvisorError, Fault
from advisor.rulebook.files import rule_paths
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook

Stamp = tuple[Path, int, int, int]
"""A file, and numbers of which one is another as soon as anybody has written it."""


class RulesNews(StrEnum):
    """What has become of rules whose files have changed."""

    FOLLOWED = "followed"
    SPOILT = "spoilt"
    """They have faults."""
    WAITING = "waiting"
    """They are sound, but the initiative that is open cannot be read with them."""


class RulesInUse:
    """The rules in use, and what stands in their files now."""

    def __init__(self, folder: Path, rulebook: Rulebook) -> None:
        self.folder = folder
        self.rulebook = rulebook
        """What was sound last."""
        self.faults: tuple[Fault, ...] = ()
        """Why the files, as they stand now, are not in use; empty where they are."""
        self._next: Engine | None = None
        """What would be in use if the initiative could be read with it."""
        self._seen = self._stamps()

    def look(self, use: Callable[[Engine], None]) -> RulesNews | None:
        """Reads files that have changed since the last look, and uses what they say; nothing is told twice.

        Args:
            use: how rules come into use; raises AdvisorError where that cannot be.
        """
        if is_changed := self._stamps() != self._seen:
            self._read()
        if self._next is None:
            return RulesNews.SPOILT if is_changed else None
        try:
            use(self._next)
        except AdvisorError as error:
            self.faults = error.faults
            return RulesNews.WAITING if is_changed else None
        self._next, self.faults = None, ()
        return RulesNews.FOLLOWED

    def _read(self) -> None:
        # In this order, a change between the two is noticed at the next look.
        self._seen = self._stamps()
        try:
            self.rulebook = load_rulebook(self.folder)
        except AdvisorError as error:
            self._next, self.faults = None, error.faults
        else:
            self._next = Engine(self.rulebook)

    def _stamps(self) -> list[Stamp]:
        folders = [self.folder, *(layer.folder for layer in self.rulebook.layers[1:])]
        return [stamp for folder in folders for stamp in _stamps_in(folder)]


def _stamps_in(folder: Path) -> Iterator[Stamp]:
    for path in rule_paths(folder):
        with contextlib.suppress(OSError):
            stat = path.stat()
            yield path, stat.st_ctime_ns, stat.st_size, stat.st_ino

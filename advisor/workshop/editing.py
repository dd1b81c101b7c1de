"""A rule file that is changed by hand, inside the program: checked with the whole rulebook before it is saved."""

from dataclasses import dataclass
from pathlib import Path

from advisor.documents import MAX_BYTES
from advisor.errors import AdvisorError, Fault, Place
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook
from advisor.store import disk


@dataclass(frozen=True)
class Checked:
    """What a text would be in the place of its file."""

    rulebook: Rulebook | None
    """The whole rulebook with it; None where anything in it is wrong."""
    faults: tuple[Fault, ...] = ()


def check(folder: Path, path: Path, text: str) -> Checked:
    """Reads a rulebook with a text in the place of one of its files.

    Args:
        folder: the rulebook.
        path: the file, as the rulebook names it.
        text: what would stand there.
    """
    try:
        return Checked(load_rulebook(folder, instead={path: text}))
    except AdvisorError as error:
        return Checked(None, error.faults)


class RuleText:
    """The text of a rule file, as it was read last."""

    def __init__(self, path: Path, name: str) -> None:
        """Reads the file.

        Args:
            path: the file; through a symbolic link, the one that it leads to.
            name: what it is called in messages.

        Raises:
            AdvisorError: it cannot be read.
        """
        self.path = path
        self.name = name
        self.read()

    def read(self) -> None:
        """Reads the file anew; what was read before stays if that fails."""
        try:
            content = self.path.read_bytes()
            self.text = content.removeprefix(disk.MARK).decode()
        except OSError as error:
            raise self._error("Y01", f"The file cannot be read: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise self._error("Y01", "This is not UTF-8 text. Save the file as UTF-8.") from error
        if len(content) > MAX_BYTES:
            raise self._error("Y02", f"The file is larger than {MAX_BYTES // 1_000_000} MB.")
        self._content = content

    @property
    def is_changed_elsewhere(self) -> bool:
        """Whether another program has changed the file since it was read here, or taken it away."""
        try:
            return disk.content(self.path) != self._content
        except OSError:
            return True

    def save(self, text: str, *, over_others: bool = False) -> None:
        """Puts a text in the place of the old.

        Args:
            text: what the file is to hold.
            over_others: whether that goes for what another program has written meanwhile, too.

        Raises:
            AdvisorError: another program has changed the file, or the machine refuses.
        """
        target = self.path.resolve()
        with disk.told(self.path, disk.KEPT):
            lock = disk.Lock(target)
            try:
                if self.is_changed_elsewhere and not over_others:
                    raise self._error("S03", disk.CHANGED_MEANWHILE)
                mark = disk.MARK if self._content.startswith(disk.MARK) else b""
                content = mark + text.encode()
                disk.replace(target, content, disk.mode_of(target))
            finally:
                lock.release()
        self.text, self._content = text, content

    def _error(self, code: str, message: str) -> AdvisorError:
        return AdvisorError([Fault(Place(self.name), code, message)])

"""Which file: to begin a new initiative, or to open one that is there."""

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import DirectoryTree, Input, Static

from advisor.messages.screens import everywhere, portfolio
from advisor.messages.screens import windows as messages
from advisor.tui.dialogs import Ask, EditDialog
from advisor.tui.shown import shown

_SUFFIX = ".yaml"
_SUFFIXES = (_SUFFIX, ".yml")


class AskNewName(Ask):
    """Asks what a new initiative is called."""

    def __init__(self, name: str) -> None:
        super().__init__(messages.NEW_NAME, messages.NEW_NAME_HELP, name)


class AskNewPath(Ask):
    """Asks where a file that is not there yet shall be."""

    def __init__(self, heading: str = messages.NEW_PATH, proposed: Path | None = None) -> None:
        path = proposed or unused(Path(messages.FILE_NAME))
        super().__init__(heading, messages.NEW_PATH_HELP.format(folder=Path.cwd() / path.parent), str(path))

    def completed(self, text: str) -> str:
        """With the ending by which such files are found again."""
        return f"{text}{_SUFFIX}" if text and as_path(text).suffix not in _SUFFIXES else text

    def complaint(self, text: str) -> str:
        """Whether something is there already, or no name was typed."""
        if not text:
            return everywhere.NEEDS_PATH
        return messages.IS_THERE if as_path(text).exists() else ""


class _Files(DirectoryTree):
    """Folders, and the files that could be initiatives."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Leaves out what is hidden, and what is no YAML file."""
        return [path for path in paths if not path.name.startswith(".") and _could_be(path)]


class OpenFile(EditDialog[Path]):
    """Asks for a file that is there: typed, or chosen below the working folder."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", messages.OPEN_IT, priority=True)]
    SAVES = messages.OPEN_IT

    def __init__(self, heading: str = messages.OPEN_PATH) -> None:
        super().__init__()
        self.heading = heading

    def contents(self) -> ComposeResult:
        """Where to type, and where to choose."""
        yield Input()
        yield Static(shown(messages.OPEN_PATH_HELP), classes="hint")
        yield _Files(Path.cwd())

    def explained(self) -> list[str]:
        """How a file is found."""
        return [messages.OPEN_PATH_HELP, *super().explained()]

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Gives back what was typed, if it is there."""
        path = as_path(self.query_one(Input).value.strip())
        if path.is_file():
            self.dismiss(path)
        else:
            self.complain(everywhere.NO_SUCH_FILE)

    @on(DirectoryTree.FileSelected)
    def _chosen(self, event: DirectoryTree.FileSelected) -> None:
        self.dismiss(event.path)


class _Folders(DirectoryTree):
    """Folders alone."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Leaves out files, and what is hidden."""
        return [path for path in paths if not path.name.startswith(".") and _is_folder(path)]


class OpenFolder(EditDialog[Path]):
    """Asks for a folder that is there: typed, or chosen below the working folder."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", messages.OPEN_IT, priority=True)]
    SAVES = messages.OPEN_IT
    heading = portfolio.OPEN_FOLDER

    def contents(self) -> ComposeResult:
        """Where to type, and where to choose."""
        yield Input(str(Path.cwd()), select_on_focus=False)
        yield Static(shown(portfolio.OPEN_FOLDER_HELP), classes="hint")
        yield _Folders(Path.cwd())

    def entered(self) -> object:
        """Nothing that would be missed."""
        return ""

    def explained(self) -> list[str]:
        """How a folder is found."""
        return [portfolio.OPEN_FOLDER_HELP, *super().explained()]

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Gives back what was typed, if it is there."""
        path = as_path(self.query_one(Input).value.strip())
        if _is_folder(path):
            self.dismiss(path)
        else:
            self.complain(portfolio.NO_SUCH_FOLDER)

    @on(DirectoryTree.DirectorySelected)
    def _chosen(self, event: DirectoryTree.DirectorySelected) -> None:
        self.query_one(Input).value = str(event.path)


def as_path(typed: str) -> Path:
    """A path as a person types it, with `~` for their home."""
    path = Path(typed)
    with contextlib.suppress(RuntimeError):
        path = path.expanduser()
    return path


def unused(stem: Path) -> Path:
    """A numbered name that no file has yet: beside others that begin alike, or in the working folder."""
    numbers = (int(found[1]) for path in alike(stem) if (found := re.search(r"-(\d+)\.ya?ml$", path.name)))
    return stem.with_name(f"{stem.name}-{max(numbers, default=0) + 1}{_SUFFIX}")


def alike(stem: Path) -> list[Path]:
    """The files whose names begin like this, and could be read."""
    with contextlib.suppress(OSError):
        return sorted(p for p in stem.parent.iterdir() if p.name.startswith(stem.name) and p.suffix in _SUFFIXES)
    return []


def _could_be(path: Path) -> bool:
    return _is_folder(path) or path.suffix in _SUFFIXES


def _is_folder(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.is_dir()
    return False

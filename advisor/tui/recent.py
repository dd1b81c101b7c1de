"""Which files were opened lately: kept for this user alone, and forgotten on demand.

Even the name of a file can tell too much, so nothing but the paths is kept, and only the owner can read them.
"""

import json
from pathlib import Path

import platformdirs

from advisor.store import disk

_MOST = 8


def recent() -> list[Path]:
    """The files that were opened lately and are still there, the last one first."""
    return [path for path in _kept() if _is_there(path)]


def lost() -> list[Path]:
    """The files that are no longer there. They are told this once, and taken off the list, names and all."""
    gone = [path for path in _kept() if not _is_there(path)]
    if gone:
        _write(recent())
    return gone


def remember(path: Path) -> None:
    """Puts a file at the head of the list. A machine that refuses is not pressed."""
    path = path.absolute()
    _write([path, *(other for other in recent() if other != path)][:_MOST])


def forget() -> None:
    """Empties the list."""
    _write([])


def _kept() -> list[Path]:
    try:
        kept = json.loads(_list().read_text(encoding="utf-8"))
        return [Path(path) for path in kept if isinstance(path, str)]
    except (OSError, ValueError, TypeError):
        # A list that cannot be read is no reason to keep anybody from their work.
        return []


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _write(paths: list[Path]) -> None:
    try:
        _list().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        disk.replace(_list(), json.dumps([str(path) for path in paths]).encode())
    except OSError:
        return


def _list() -> Path:
    return platformdirs.user_state_path("advisor") / "recent.json"

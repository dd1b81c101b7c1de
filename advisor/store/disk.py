"""Files that are written whole or not at all, read by nobody but their owner, and open in one program at a time."""

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from advisor.errors import AdvisorError, Fault, Place

MARK = b"\xef\xbb\xbf"
"""What some programs put before the first letter of a file."""
KEPT = "Nothing was written; the file is as it was."
CHANGED_MEANWHILE = f"Another program has changed or moved this file since it was read here. {KEPT}"
_OWNER_ONLY = 0o600
_SHARED = 0o666
"""For others to read, as far as the machine lets them."""
_NO_LOCKS_HERE = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP)
"""Some file systems know no locks; there, a file that has changed is still noticed before it is written."""


@contextlib.contextmanager
def told(path: Path, done: str) -> Iterator[None]:
    """Says which file the machine refuses, and what has become of it."""
    try:
        yield
    except OSError as error:
        message = f"The machine refuses to save this file: {error.strerror}. {done}"
        raise AdvisorError([Fault(Place(str(path)), "S02", message)]) from error


def content(path: Path) -> bytes | None:
    """What the file holds; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def mode_of(path: Path) -> int:
    """Who may read and write a file that is not for its owner alone; of one that is not there yet, everybody."""
    return path.stat().st_mode & 0o777 if path.exists() else _SHARED


def replace(path: Path, data: bytes, mode: int = _OWNER_ONLY) -> None:
    """Puts new content in the place of the old, which stays as it was if anything goes wrong.

    Only whoever holds the file's lock may do so: what a program that was killed has left half-written is overwritten.
    """
    beside = _beside(path)
    try:
        beside.unlink(missing_ok=True)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with open(descriptor, "wb") as file:  # noqa: PTH123 -- a Path cannot open what is open already
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def tidy(path: Path) -> None:
    """Takes away what a program that was killed while it saved has left beside a file. The lock's holder may."""
    _beside(path).unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.saving")


def _settle(folder: Path) -> None:
    """Makes sure that the new file would be found after a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems keep folders in order by themselves, and refuse to be asked.
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)


class Lock:
    """Keeps other copies of this program away from a file. It goes with the process, however that ends."""

    def __init__(self, path: Path) -> None:
        """Takes the lock.

        Raises:
            AdvisorError: another program has it.
        """
        self._path = path.with_name(f".{path.name}.lock")
        while True:
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, _OWNER_ONLY)
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                if error.errno not in _NO_LOCKS_HERE:
                    os.close(self._descriptor)
                    raise _taken(path, error) from error
            if self._is_in_place():
                return
            os.close(self._descriptor)

    def _is_in_place(self) -> bool:
        """Whether nobody has taken the lock file away since it was opened: a lock on it would keep nobody out."""
        try:
            return os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Gives the lock back, and leaves no trace of it."""
        with contextlib.suppress(OSError):
            self._path.unlink()
        os.close(self._descriptor)


def _taken(path: Path, error: OSError) -> Exception:
    if not isinstance(error, BlockingIOError):
        return error
    message = "Another window has this file open. Close it there first, so that no answer is lost."
    return AdvisorError([Fault(Place(str(path)), "S01", message)])

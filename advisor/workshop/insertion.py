"""Putting an entry into a rule file, at the end of those that it belongs to: all else in the file stays as it is."""

from collections.abc import Sequence
from pathlib import Path

from advisor.documents import DataPath, Document, parse_document
from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import skeletons as messages
from advisor.rulebook.entries import value_at
from advisor.store import disk
from advisor.store.sheet import Sheet
from advisor.workshop.skeletons import indented


def insert(file: Path, head: Sequence[str], path: DataPath, lines: Sequence[str]) -> int:
    """Puts an entry into a file, and returns the number of its first line.

    Args:
        file: the file; it is made if it is not there.
        head: what a new file begins with.
        path: where the entry goes.
        lines: the entry, its id first.

    Raises:
        AdvisorError: the file cannot be read, changed or written.
    """
    target = file.resolve()
    with disk.told(file, disk.KEPT):
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = disk.Lock(target)
        try:
            before = disk.content(target)
            text = "".join(f"{line}\n" for line in head) if before is None else _text(file, before)
            ends = "\r\n" if "\r\n" in text else "\n"
            after = with_entry(text.replace("\r\n", "\n"), path, lines, str(file))
            mark = disk.MARK if before is not None and before.startswith(disk.MARK) else b""
            disk.replace(target, mark + after.replace("\n", ends).encode(), disk.mode_of(target))
        finally:
            lock.release()
    return parse_document(after, str(file)).key_place(path).line


def with_entry(text: str, path: DataPath, lines: Sequence[str], name: str) -> str:
    """A text with an entry, and with the words above it that are not there yet.

    Args:
        text: of a rule file.
        path: where the entry goes.
        lines: the entry, its id first.
        name: what the file is called in messages.

    Raises:
        AdvisorError: it is no YAML, or so written that nothing can be added.
    """
    before = parse_document(text, name)
    there = path[:-1]
    while there not in before.values and there:
        lines = [f"{there[-1]}:", *indented(lines)]
        there = there[:-1]
    if before.data is None:
        return "\n".join((*filter(None, [text.rstrip()]), *lines, ""))
    sheet = Sheet(text)
    try:
        sheet.append(there, lines)
        after = parse_document(sheet.text, name)
    except (ValueError, KeyError, AdvisorError) as error:
        raise _cannot(name) from error
    if path not in after.keys or not _keeps(before, after):
        raise _cannot(name)
    return sheet.text


def _keeps(before: Document, after: Document) -> bool:
    """Whether everything that was said is said still."""
    for path in before.values:
        was = value_at(before.data, path)
        # What held nothing may hold the entry now.
        if path not in after.values or not (isinstance(was, dict | list | None) or was == value_at(after.data, path)):
            return False
    return True


def _text(file: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _cannot(str(file)) from error


def _cannot(name: str) -> AdvisorError:
    return AdvisorError([Fault(Place(name), "S05", messages.CANNOT_ADD)])

"""What is written of something in the files of a rulebook."""

import re
from dataclasses import dataclass

from advisor.documents import DataPath, read_document
from advisor.errors import Place
from advisor.report.rulebook.page import Sort, Target, named_by
from advisor.rulebook.entries import path_of
from advisor.rulebook.rulebook import Rulebook

_LINE_BREAK = re.compile("[\n\x85\u2028\u2029]")
"""What YAML counts as the end of a line, once the file has been read as text."""


@dataclass(frozen=True)
class Written:
    """Lines of a file, as they are written."""

    file: str
    """Named from the folder that holds the rulebook, so that it reads the same on every machine."""
    first: int
    """The number of the first line, counted from 1."""
    lines: tuple[str, ...]


def yaml_of(target: Target, rulebook: Rulebook) -> Written:
    """The lines that say something, its id among them, as they stand in its file now.

    Args:
        target: what it is. Schools and themes are files of their own: what stands there before their findings.
        rulebook: where it stands.

    Raises:
        AdvisorError: the file cannot be read any more.
    """
    named = named_by(target)
    match target.sort:
        case Sort.FINDING:
            return _block(rulebook.findings[target.id].place, rulebook, path_of(named))
        case Sort.QUESTION:
            return _block(rulebook.questions.find(target.id).place, rulebook, path_of(named))
        case Sort.SOURCE | Sort.TERM:
            return _block(rulebook.places[named], rulebook, path_of(named))
        case Sort.SCHOOL | Sort.THEME:
            return _head(rulebook.homes[target.id].place, rulebook)


def _block(place: Place, rulebook: Rulebook, path: DataPath) -> Written:
    """The lines from one key of a file to the next that stands beside or above it."""
    file = rulebook.path_of(place)
    document = read_document(file)
    own = document.key_place(path)
    beside = (place for other, place in document.key_places() if len(other) <= len(path))
    lines = _LINE_BREAK.split(file.read_text(encoding="utf-8-sig"))
    next_line = min((place.line for place in beside if place.line > own.line), default=len(lines) + 1)
    block = lines[own.line - 1 : next_line - 1]
    while len(block) > 1 and _leads_on(block[-1], own.column):
        block.pop()
    return Written(place.file, own.line, tuple(block))


def _head(place: Place, rulebook: Rulebook) -> Written:
    """The lines of a school or theme before its findings, which have pages of their own."""
    file = rulebook.path_of(place)
    findings = read_document(file).key_place(("findings",))
    block = _LINE_BREAK.split(file.read_text(encoding="utf-8-sig"))[: findings.line - 1]
    while len(block) > 1 and _leads_on(block[-1], findings.column + 1):
        block.pop()
    return Written(place.file, 1, tuple(block))


def _leads_on(line: str, column: int) -> bool:
    """Whether a line at the end of an entry says nothing of it: it is empty, or a comment before what comes next."""
    return not line.strip() or (line.lstrip().startswith("#") and len(line) - len(line.lstrip()) < column)

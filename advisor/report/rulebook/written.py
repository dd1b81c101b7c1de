"""What is written of a finding in its file."""

import re
from dataclasses import dataclass
from pathlib import Path

from advisor.documents import read_document
from advisor.model.finding import Finding

_LINE_BREAK = re.compile("[\n\x85\u2028\u2029]")
"""What YAML counts as the end of a line, once the file has been read as text."""
_DEPTH = 2
"""Findings stand in `findings:`, which stands in the file."""


@dataclass(frozen=True)
class Written:
    """Lines of a file, as they are written."""

    file: Path
    first: int
    """The number of the first line, counted from 1."""
    lines: tuple[str, ...]


def yaml_of(finding: Finding, folder: Path) -> Written:
    """The lines that say a finding, its id among them, as they stand in its file now.

    Args:
        finding: a finding of the rulebook.
        folder: the folder from which the rulebook was loaded.

    Raises:
        AdvisorError: the file cannot be read any more.
    """
    # A place names the file from the folder that holds the rulebook, so that it reads the same on every machine.
    file = folder / Path(finding.place.file).relative_to(folder.name)
    document = read_document(file)
    own = document.key_place(("findings", finding.id.partition("/")[2]))
    beside = (place for path, place in document.keys.items() if len(path) <= _DEPTH)
    lines = _LINE_BREAK.split(file.read_text(encoding="utf-8-sig"))
    next_line = min((place.line for place in beside if place.line > own.line), default=len(lines) + 1)
    block = lines[own.line - 1 : next_line - 1]
    while len(block) > 1 and _leads_on(block[-1], own.column):
        block.pop()
    return Written(file, own.line, tuple(block))


def _leads_on(line: str, column: int) -> bool:
    """Whether a line at the end of an entry says nothing of it: it is empty, or a comment before what comes next."""
    return not line.strip() or (line.lstrip().startswith("#") and len(line) - len(line.lstrip()) < column)

"""What is written of a finding in its file."""

from dataclasses import dataclass
from pathlib import Path

from advisor.model.finding import Finding


@dataclass(frozen=True)
class Written:
    """Lines of a file, as they are written."""

    file: Path
    first: int
    """The number of the first line, counted from 1."""
    lines: tuple[str, ...]


def yaml_of(finding: Finding, folder: Path) -> Written:
    """The lines that say a finding, its id among them.

    Args:
        finding: a finding of the rulebook.
        folder: the folder from which the rulebook was loaded.

    Raises:
        OSError: the file cannot be read any more.
    """
    # A place names the file from the folder that holds the rulebook, so that it reads the same on every machine.
    file = folder / Path(finding.place.file).relative_to(folder.name)
    lines = file.read_text(encoding="utf-8-sig").split("\n")[finding.place.line - 1 :]
    own = _indent(lines[0]) if lines else 0
    end = next((n for n, line in enumerate(lines) if n and _says(line) and not _inside(line, own)), len(lines))
    while end and not _inside(lines[end - 1], own) and end > 1:
        end -= 1
    return Written(file, finding.place.line, tuple(lines[:end]))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _says(line: str) -> bool:
    """Whether a line says anything: it is not empty, and no comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _inside(line: str, own: int) -> bool:
    """Whether a line belongs to an entry that begins at this indent: it stands further in, or closes its brackets."""
    return bool(line.strip()) and (_indent(line) > own or line.lstrip().startswith(("}", "]")))

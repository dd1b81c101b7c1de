"""The entries of rule files: what each is called, and where it stands."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

from advisor.documents import DataPath
from advisor.model.finding import SchoolEntry, ThemeEntry
from advisor.model.glossary import GlossaryEntry
from advisor.model.language import LanguagesEntry
from advisor.model.question import SectionEntry
from advisor.model.source import SourcesEntry, SystemsEntry, TableEntry
from advisor.rulebook.faults import Named
from advisor.rulebook.files import WrittenFile

NAMED_BY: Mapping[type[BaseModel], str] = {
    SchoolEntry: "school",
    ThemeEntry: "theme",
    SectionEntry: "section",
    TableEntry: "table",
}
"""What a file is called by its own words; of the others there is one each."""
HOLDS: Mapping[type[BaseModel], tuple[str, ...]] = {
    SchoolEntry: ("findings",),
    ThemeEntry: ("findings",),
    SectionEntry: ("questions",),
    TableEntry: ("rows",),
    SourcesEntry: ("sources",),
    GlossaryEntry: ("terms",),
    LanguagesEntry: ("languages", "territories"),
    SystemsEntry: ("systems",),
}
"""The words below which the entries of a file stand."""
_IN_FILES = ("findings", "rows")
"""The sorts whose ids begin with what their file is called."""
Written = tuple[WrittenFile, DataPath]
"""Where something stands: in which file, and where in it."""
Index = Mapping[Named, Written]
"""Where everything stands."""


def file_id(file: WrittenFile) -> str:
    """What a file is about, by its own word for it or, where that is missing, by its name without its number."""
    named_by = NAMED_BY.get(file.model)
    if named_by is None:
        return ""
    written = file.document.data.get(named_by) if isinstance(file.document.data, dict) else None
    return written if isinstance(written, str) else PurePath(file.document.name).stem.lstrip("0123456789-")


def entries(file: WrittenFile) -> Iterator[tuple[Named, DataPath]]:
    """The entries of a file, by the ids under which others know them, and where each stands."""
    for sort in HOLDS[file.model]:
        for name, entry in fields_below(file.document.data, sort).items():
            path: DataPath = (sort, name)
            yield Named(sort, f"{file_id(file)}/{name}" if sort in _IN_FILES else name), path
            for inner in fields_below(entry, "fields") if sort == "questions" else ():
                yield Named(sort, f"{name}.{inner}"), (*path, "fields", inner)


def path_of(named: Named) -> DataPath:
    """Where an entry stands in its file."""
    if named.sort == "questions" and "." in named.id:
        group, _, name = named.id.partition(".")
        return ("questions", group, "fields", name)
    return (named.sort, named.id.partition("/")[2] if named.sort in _IN_FILES else named.id)


def entry_at(file: WrittenFile, path: DataPath) -> str:
    """The id of the entry in which a path lies, or of the school or theme where it lies in none."""
    around = (named.id for named, own in entries(file) if path[: len(own)] == own)
    return max(around, key=len, default=file_id(file))


def index(files: Iterable[WrittenFile]) -> Index:
    """Where everything stands in some files; of two that are called alike, the first."""
    found: dict[Named, tuple[WrittenFile, DataPath]] = {}
    for file in files:
        for named, path in entries(file):
            found.setdefault(named, (file, path))
    return found


def only_adds(named: Named, own: Index) -> bool:
    """Whether an entry is a group with nothing but further questions about its items."""
    file, path = own[named]
    entry = value_at(file.document.data, path)
    return named.sort == "questions" and isinstance(entry, dict) and set(entry) == {"fields"}


def value_at(data: Any, path: DataPath) -> Any:
    """What stands at a path."""
    for step in path:
        data = data[step]
    return data


def take_out(written: Written) -> None:
    """Takes an entry out of what a file says, if it is there still."""
    file, (*around, last) = written
    data = file.document.data
    for step in around:
        data = data.get(step) if isinstance(data, dict) else None
    if isinstance(data, dict):
        data.pop(last, None)


def fields_below(data: Any, key: str) -> dict[str, Any]:
    """The entries below a word; none where something else stands there."""
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}

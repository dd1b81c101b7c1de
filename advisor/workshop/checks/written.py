"""The rule files as they are written, for the places of single lines."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from advisor.documents import DataPath, Document, read_document
from advisor.errors import Place
from advisor.rulebook.files import SOURCES, rule_paths


class Written:
    """The files of a rulebook, read again only when a place in them is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def documents(self) -> dict[str, Document]:
        """All of them, by the names that places have."""
        paths = {
            path: f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}" for path in rule_paths(self.folder)
        }
        return {name: read_document(path, name) for path, name in paths.items()}

    def raw(self, place: Place, path: DataPath) -> Any:
        """What is written at a path of the file in which a place lies; None if nothing is."""
        value = self.documents[place.file].data
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def line(self, place: Place, path: DataPath) -> Place:
        """Where that stands."""
        return self.documents[place.file].key_place(path)

    def source(self, source: str) -> Place:
        """Where a source stands."""
        return self.documents[f"{self.folder.name}/{SOURCES}"].key_place(("sources", source))

    def cited(self) -> Iterator[str]:
        """The sources that files cite as a whole, such as tables."""
        for document in self.documents.values():
            source = document.data.get("source") if isinstance(document.data, dict) else None
            if isinstance(source, dict):
                yield str(source.get("ref"))

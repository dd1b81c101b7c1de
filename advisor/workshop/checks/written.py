"""The rule files as they are written, for the places of single lines."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any

from advisor.documents import DataPath, Document, read_document
from advisor.errors import Place
from advisor.rulebook.files import rule_paths


class Written:
    """The files of a rulebook, read again only when a place in them is asked for.

    Args:
        folders: the folders in which they lie, by what these are called in places.
    """

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self.folders = folders

    @cached_property
    def documents(self) -> dict[str, Document]:
        """All of them, by the names that places have."""
        paths = {
            (PurePath(called) / path.relative_to(folder)).as_posix(): path
            for called, folder in self.folders.items()
            for path in rule_paths(folder)
        }
        return {name: read_document(path, name) for name, path in paths.items()}

    def raw(self, place: Place, path: DataPath) -> Any:
        """What is written at a path of the file in which a place lies; None if nothing is."""
        return _at(self.documents[place.file], path)

    def line(self, place: Place, path: DataPath) -> Place:
        """Where that stands."""
        return self.documents[place.file].key_place(path)

    def source(self, source: str) -> Place:
        """Where a source stands."""
        path: DataPath = ("sources", source)
        return next(d.key_place(path) for d in self.documents.values() if _at(d, path) is not None)

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Every text that is written in them, and where."""
        for document in self.documents.values():
            yield from ((document.place(path), text) for path, text in _texts(document.data, ()))

    def cited(self) -> Iterator[str]:
        """The sources that files cite as a whole, such as schools and tables."""
        for document in self.documents.values():
            for path in (("source",), ("source", "ref")):
                if isinstance(ref := _at(document, path), str):
                    yield ref


def _texts(value: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list):
        for step, within in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(within, (*path, step))


def _at(document: Document, path: DataPath) -> Any:
    value = document.data
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value

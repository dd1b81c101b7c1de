"""Collecting everything that is wrong with a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from advisor.documents import DataPath, Document
from advisor.errors import Fault
from advisor.rulebook.shapes import misshapen

Model = TypeVar("Model", bound=BaseModel)

_NOWHERE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Named:
    """Something in a rulebook that others can name: a finding, a question, a source and so on."""

    sort: str
    """The word below which such things stand in the files."""
    id: str


@dataclass(frozen=True)
class Missing:
    """Something that is named and not there."""

    meant: tuple[Named, ...]
    """What may have been meant: a question can be about an item or about the whole."""
    path: DataPath
    """Where it is named."""


class FaultCollector:
    """The faults found in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.faults: list[Fault] = []
        self.missing: dict[Fault, Missing] = {}
        """What is not there, for the faults that say so."""

    def add(self, path: DataPath, code: str, message: str) -> None:
        """Notes a fault at the value that stands at this path."""
        self.faults.append(Fault(self.document.place(path), code, message))

    def add_key(self, path: DataPath, code: str, message: str) -> None:
        """Notes a fault at the key that leads to this path."""
        self.faults.append(Fault(self.document.key_place(path), code, message))

    def add_missing(
        self, sort: str, ids: Iterable[str], path: DataPath, code: str, message: str, *, at_key: bool = False
    ) -> None:
        """Notes a fault where something is named that is not there.

        Args:
            sort: what it would be: the word below which such things stand in the files.
            ids: what may have been meant.
            path: where it is named.
            code: of the fault.
            message: of the fault.
            at_key: whether it is named as a key.
        """
        note = self.add_key if at_key else self.add
        note(path, code, message)
        self.missing[self.faults[-1]] = Missing(tuple(Named(sort, id_) for id_ in ids), path)

    def validate(
        self, model: type[Model], data: Any, path: DataPath = (), elsewhere: Mapping[str, str] = _NOWHERE
    ) -> Model | None:
        """The data as a model, or None with its faults noted.

        Args:
            model: the shape that the data should have.
            data: what is written.
            path: where it stands.
            elsewhere: for keys that belong somewhere else, a sentence that says where.
        """
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for wrong in misshapen(model, error, self.document, path, elsewhere):
                note = self.add_key if wrong.at_key else self.add
                note(wrong.path, wrong.code, wrong.message)
            return None

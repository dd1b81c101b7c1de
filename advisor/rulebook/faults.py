"""Collecting everything that is wrong with a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from advisor.documents import DataPath, Document
from advisor.errors import Fault
from advisor.rulebook.shapes import misshapen

Model = TypeVar("Model", bound=BaseModel)

_NOWHERE: Mapping[str, str] = MappingProxyType({})


class FaultCollector:
    """The faults found in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.faults: list[Fault] = []

    def add(self, path: DataPath, code: str, message: str) -> None:
        """Notes a fault at the value that stands at this path."""
        self.faults.append(Fault(self.document.place(path), code, message))

    def add_key(self, path: DataPath, code: str, message: str) -> None:
        """Notes a fault at the key that leads to this path."""
        self.faults.append(Fault(self.document.key_place(path), code, message))

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

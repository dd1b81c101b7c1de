"""Collecting everything that is wrong with a file, and pydantic's complaints put in plain words."""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from advisor.documents import DataPath, Document
from advisor.errors import AdvisorError, Fault
from advisor.text import either, expected_one_of, quoted

Model = TypeVar("Model", bound=BaseModel)

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "dict_type": "fields below it, each with a key",
    "model_type": "fields below it, each with a key",
    "list_type": "a list",
    "tuple_type": "a list",
}


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

    def raise_any(self) -> None:
        """Raises an `AdvisorError` with all faults, if there are any."""
        if self.faults:
            raise AdvisorError(self.faults)

    def validate(self, model: type[Model], data: Any, path: DataPath = ()) -> Model | None:
        """The data as a model, or None with its faults noted."""
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                self._note(model, path, detail)
            return None

    def _note(self, model: type[BaseModel], root: DataPath, detail: Any) -> None:
        path = (*root, *(step for step in detail["loc"] if step != "[key]"))
        kind, value, name = detail["type"], detail["input"], str(path[-1]) if path else "the file"
        if kind == "extra_forbidden":
            known = _fields_at(model, detail["loc"][:-1])
            self.add_key(path, "F01", f'There is no field "{name}" here.{expected_one_of(name, known)}')
        elif kind == "missing":
            self.add_key(path[:-1], "F02", f'The field "{name}" is missing here.')
        elif kind == "string_pattern_mismatch":
            where = self.add_key if "[key]" in detail["loc"] else self.add
            where(path, "F04", f"{quoted(value)} cannot be an id. {_ID_RULE}")
        elif kind in ("literal_error", "enum"):
            choices = _choices(detail["ctx"]["expected"])
            hint = expected_one_of(value, choices) or f" Expected {either(choices)}."
            self.add(path, "F03", f'{quoted(value)} cannot be the "{name}".{hint}')
        else:
            wanted = _WANTED.get(kind) or str(detail["msg"]).removeprefix("Input should ").removeprefix("be ")
            self.add(path, "F03", f'"{name}" should be {wanted}; {_found(value)}.')


_ID_RULE = "Ids are lower-case letters and digits, with single hyphens, underscores or points between them."


def _choices(expected: str) -> list[str]:
    return [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",")]


def _found(value: Any) -> str:
    match value:
        case None:
            return "nothing is written there"
        case dict():
            return "found fields below it"
        case list():
            return "found a list" if value else "found an empty list"
        case "":
            return "found empty text"
        case _:
            return f"found {quoted(value)}"


def _fields_at(model: type[BaseModel], loc: Iterable[str | int]) -> list[str]:
    """The field names of the model that stands at this location inside another."""
    current: type[BaseModel] = model
    for step in loc:
        inner = current.model_fields.get(str(step))
        if inner is not None:
            current = _model_in(inner.annotation) or current
    return list(current.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(inner) for inner in getattr(annotation, "__args__", ()))
    return next((model for model in found if model), None)



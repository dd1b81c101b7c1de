"""Files that do not have the shape they should have: pydantic's complaints, put in plain words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from advisor.documents import DataPath, Document
from advisor.model.entry import ID_PATTERN
from advisor.text import as_written, both, did_you_mean, expected, found, nearest, quoted

_WANTED = {
    "string_type": "be text",
    "int_type": "be a whole number",
    "int_parsing": "be a whole number",
    "int_from_float": "be a whole number",
    "bool_type": "be true or false",
    "dict_type": "have entries below it, each with a key and a colon",
    "list_type": "be a list",
    "tuple_type": "be a list",
    "string_pattern_mismatch": "be a date such as 1993, 1993-05 or 1993-05-14",
}
_ID_RULE = (
    "An id is made of lower-case letters and digits, begins with a letter, and can have single hyphens, underscores "
    "or points inside."
)
_FEW = 3
"""So many fields can be shown in an example."""


@dataclass(frozen=True)
class Misshapen:
    """One thing that has the wrong shape: where it stands, and what is wrong."""

    path: DataPath
    at_key: bool
    code: str
    message: str


def misshapen(
    model: type[BaseModel], error: ValidationError, document: Document, root: DataPath, elsewhere: Mapping[str, str]
) -> Iterator[Misshapen]:
    """What is wrong with the shape of data.

    Args:
        model: the shape that the data should have.
        error: what pydantic found.
        document: where the data stand.
        root: where they stand in it.
        elsewhere: for keys that belong somewhere else, a sentence that says where.
    """
    details: Sequence[Any] = error.errors(include_url=False)
    missing = [detail["loc"] for detail in details if detail["type"] == "missing"]
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    # A misspelled field would otherwise be reported twice: as unknown, and as missing.
    meant = {loc: near for loc in unknown if (near := _meant(loc, missing, elsewhere))}
    for detail in details:
        loc = detail["loc"]
        if detail["type"] == "missing" and loc not in meant.values():
            yield _missing(loc, root)
        elif detail["type"] == "extra_forbidden":
            yield _unknown(model, loc, root, elsewhere, meant.get(loc))
        elif detail["type"] != "missing" and not _is_echo(detail):
            yield _wrong(model, detail, document, root)


def _is_echo(detail: Any) -> bool:
    """Whether a list or text counts as empty only because everything in it is wrong, which is told already."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _meant(unknown: DataPath, missing: Sequence[DataPath], elsewhere: Mapping[str, str]) -> DataPath | None:
    """The missing field of which an unknown one is a misspelling."""
    beside = [str(loc[-1]) for loc in missing if loc[:-1] == unknown[:-1]]
    near = None if unknown[-1] in elsewhere else nearest(unknown[-1], beside)
    return None if near is None else (*unknown[:-1], near)


def _missing(loc: DataPath, root: DataPath) -> Misshapen:
    where = "here" if root or len(loc) > 1 else "in this file"
    return Misshapen((*root, *loc[:-1]), True, "F02", f'The field "{loc[-1]}" is missing {where}.')


def _unknown(
    model: type[BaseModel], loc: DataPath, root: DataPath, elsewhere: Mapping[str, str], meant: DataPath | None
) -> Misshapen:
    name = str(loc[-1])
    if meant is not None:
        hint = did_you_mean(name, [str(meant[-1])])
    elif name in elsewhere:
        hint = f" {elsewhere[name]}"
    else:
        fields = _field_names(_type_at(model, loc[:-1]))
        hint = did_you_mean(name, fields) or expected(fields)
    return Misshapen((*root, *loc), True, "F01", f"There is no field {quoted(name)} here.{hint}")


def _wrong(model: type[BaseModel], detail: Any, document: Document, root: DataPath) -> Misshapen:
    kind, value, loc = detail["type"], detail["input"], detail["loc"]
    at_key = loc[-1:] == ("[key]",)
    path = _written(document, root, loc[:-1] if at_key else loc)
    if kind in ("string_too_long", "too_long"):
        return Misshapen(path, at_key, "F04", f"{quoted(value)} is too long. An id has at most 80 letters.")
    if kind == "string_pattern_mismatch" and detail["ctx"]["pattern"] == ID_PATTERN:
        return Misshapen(path, at_key, "F04", f"{quoted(value)} cannot be an id. {id_rule(value)}")
    if kind in ("literal_error", "enum"):
        return Misshapen(path, at_key, "F03", _no_such_word(value, path, _words(_type_at(model, loc))))
    if not path:
        return Misshapen(path, False, "F03", _no_file(model, value))
    wanted = _wanted(detail, _type_at(model, loc))
    written = _value_at(document.data, path)
    return Misshapen(path, at_key, "F03", f"{_subject(path)} should {wanted}; {found(written)}.")


def _written(document: Document, root: DataPath, loc: DataPath) -> DataPath:
    """Where it stands in the file: a plain text is checked as if its language were written above it."""
    path = (*root, *loc)
    while len(path) > len(root) and path not in document.values:
        path = path[:-1]
    return path


def _value_at(data: Any, path: DataPath) -> Any:
    for step in path:
        data = data[step]
    return data


def _subject(path: DataPath) -> str:
    if path and isinstance(path[-1], int):
        return f"Each of {_subject(path[:-1])}"
    return quoted(path[-1]) if path else "This"


def id_rule(value: object) -> str:
    """How to spell an id: the one that was probably meant, or the rule."""
    meant = likely_id(str(value))
    return _ID_RULE if meant is None else f"Write {quoted(meant)}."


def likely_id(written: str) -> str | None:
    """The id that was probably meant, if there is one."""
    proposed = re.sub(r"[^a-z0-9._-]+", "-", written.lower()).strip("-._")
    return proposed if re.fullmatch(ID_PATTERN, proposed) else None


def _no_file(model: type[BaseModel], value: object) -> str:
    needed = [name for name, field in _fields(model) if field.is_required()]
    begin = f"It should have the field{'s' if len(needed) > 1 else ''} {both(map(quoted, needed))}."
    return f"This file is empty. {begin}" if value is None else f"This file has no fields; {found(value)}. {begin}"


def _wanted(detail: Any, annotation: Any) -> str:
    """What something should do or be, as the middle of a sentence."""
    kind, value, limits = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "model_type" and _is_model(annotation):
        names = _field_names(annotation)
        if len(names) <= _FEW:
            return f"be written {{{', '.join(f'{name}: …' for name in names)}}}"
        return f'have fields below it, such as "{names[0]}: …"'
    if kind in ("list_type", "tuple_type") and not isinstance(value, dict | None):
        return f"be a list, such as {as_written([value])}"
    if kind == "string_type" and isinstance(value, bool):
        return "be text, so put it in quotes"
    if kind in ("string_too_short", "too_short"):
        return "be a list with something in it" if isinstance(value, list) else "be text"
    if kind == "greater_than_equal":
        return f"be {limits['ge']} or more"
    if kind == "less_than_equal":
        return f"be {limits['le']} or less"
    return _WANTED.get(kind, "be something else")


def _no_such_word(value: object, path: DataPath, words: Sequence[str]) -> str:
    if value in (None, "") or isinstance(value, dict | list):
        return f"{_subject(path)} should be one word; {found(value)}.{expected(words)}"
    named = path[:-1] if path and isinstance(path[-1], int) else path
    return f"{_subject(named)} cannot be {quoted(value)}.{did_you_mean(value, words) or expected(words)}"


def _words(annotation: Any) -> list[str]:
    """The words that a field can hold."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(member.value) for member in annotation]
    return [str(word) for word in get_args(annotation)] if get_origin(annotation) is Literal else []


def _type_at(model: type[BaseModel], loc: DataPath) -> Any:
    """The type of what stands at this path inside data of a model's shape; None where there can be nothing."""
    current: Any = model
    for step in loc:
        current = _bare(current)
        if _is_model(current):
            current = next((field.annotation for name, field in _fields(current) if name == step), None)
        else:
            inner = get_args(current)
            current = inner[-1 if get_origin(current) is dict else 0] if inner else None
    return _bare(current)


def _bare(annotation: Any) -> Any:
    """A type without its annotations, and without the choice of leaving it out."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(inner for inner in get_args(annotation) if inner is not NoneType))
    return annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _fields(model: Any) -> list[tuple[str, FieldInfo]]:
    """The fields of a model, by the names that people write."""
    return [(field.alias or name, field) for name, field in model.model_fields.items()]


def _field_names(model: Any) -> list[str]:
    return [name for name, _ in _fields(model)] if _is_model(model) else []

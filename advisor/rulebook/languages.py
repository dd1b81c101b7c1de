"""Texts in several languages: whether what stands above each of them is a language."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from advisor.documents import DataPath
from advisor.model.entry import Text
from advisor.rulebook.faults import FaultCollector
from advisor.text import did_you_mean, nearest, quoted

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CODES = "such as en, ar or pt-BR"


def check_languages(entry: BaseModel, path: DataPath, faults: FaultCollector) -> None:
    """Notes every key that stands where a language should, in an entry that has the right shape otherwise."""
    for name, alias, wording in _fields(type(entry)):
        _check(getattr(entry, name), (*path, alias), faults, wording=wording)


def wordings(value: Any, *, wording: bool = False) -> Iterator[Mapping[str, str]]:
    """Every text for people in an entry, with its translations."""
    if isinstance(value, BaseModel):
        for name, _, translated in _fields(type(value)):
            yield from wordings(getattr(value, name), wording=translated)
    elif isinstance(value, dict) and wording:
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from wordings(inner)


@cache
def _fields(model: type[BaseModel]) -> list[tuple[str, str, bool]]:
    """The fields of a model: its name, its key in a file, and whether it may be translated."""
    fields = model.model_fields.items()
    return [(name, field.alias or name, _is_wording(field.annotation)) for name, field in fields]


def _check(value: Any, path: DataPath, faults: FaultCollector, *, wording: bool = False) -> None:
    if isinstance(value, BaseModel):
        check_languages(value, path, faults)
    elif isinstance(value, dict):
        strange = [key for key in value if wording and not _LANGUAGE.fullmatch(key)]
        if path in faults.document.values:
            for key in strange:
                faults.add_key((*path, key), "F01", f"{quoted(key)} is not the code of a language, {_CODES}.")
        elif strange:
            _note_option(strange, path[:-1], faults)
        for key, inner in value.items():
            _check(inner, (*path, key), faults)


def _note_option(strange: list[str], path: DataPath, faults: FaultCollector) -> None:
    """Notes what is wrong with an option that has no label: its fields were taken for languages."""
    label = nearest("label", strange)
    if label is None and "help" in strange:
        faults.add_key(path, "F02", 'The field "label" is missing here.')
    for key in strange:
        if key == "help":
            continue
        hint = did_you_mean(key, ["label"])
        faults.add_key((*path, key), "F01", f"{quoted(key)} is neither a field here nor a language, {_CODES}.{hint}")


def _is_wording(annotation: Any) -> bool:
    if get_origin(annotation) is dict:
        return bool(get_args(annotation)[1] == Text)
    return any(_is_wording(inner) for inner in get_args(annotation))

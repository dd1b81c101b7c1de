"""YAML files read strictly and safely, with the place of every value.

YAML 1.2's core schema is used throughout, so that `no` stays the word no and `NO` stays Norway. Anchors, aliases and
tags are refused: rulebook and initiative files come from other people.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from advisor.errors import AdvisorError, Fault, Place

MAX_BYTES = 2_000_000
MAX_DEPTH = 40

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]{1,18}(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")

DataPath = tuple[str | int, ...]


class WrittenInt(int):
    """A whole number that remembers how it was typed, for the places where it turns out to be text (010)."""

    typed: str


class WrittenFloat(float):
    """A number that remembers how it was typed."""

    typed: str


@dataclass
class Document:
    """A YAML file's data and where each piece of it stands."""

    name: str
    data: Any = None
    values: dict[DataPath, Place] = field(default_factory=dict)
    keys: dict[DataPath, Place] = field(default_factory=dict)

    def place(self, path: DataPath) -> Place:
        """Where the value at this path stands; where there is none, the nearest thing around it."""
        return self._nearest(self.values, path)

    def key_place(self, path: DataPath) -> Place:
        """Where the key that leads to this path stands."""
        return self.keys.get(path) or self._nearest(self.values, path)

    def _nearest(self, places: dict[DataPath, Place], path: DataPath) -> Place:
        for end in range(len(path), -1, -1):
            if path[:end] in places:
                return places[path[:end]]
        return Place(self.name)


def read_document(path: Path, name: str | None = None) -> Document:
    """Reads a YAML file.

    Args:
        path: the file.
        name: what the file is called in messages; its path if not given.

    Raises:
        AdvisorError: the file cannot be read or is not the YAML that is allowed here.
    """
    shown = str(path) if name is None else name
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _error(Place(shown), "Y02", f"The file is larger than {MAX_BYTES // 1_000_000} MB.")
        raw = path.read_bytes()
    except OSError as error:
        raise _error(Place(shown), "Y01", f"The file cannot be read: {error.strerror}.") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _error(Place(shown, line, 1), "Y01", "This line is not UTF-8 text. Save the file as UTF-8.") from error
    return parse_document(text, shown)


def parse_document(text: str, name: str) -> Document:
    """Reads YAML text; see `read_document`."""
    try:
        return _Builder(name).build(yaml.parse(text, Loader=_PARSER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        raise _error(place, "Y03", _yaml_message(error, text, place.line)) from error
    except yaml.YAMLError as error:
        raise _error(Place(name), "Y03", "A character that no text may contain (a control character).") from error


def _yaml_message(error: yaml.MarkedYAMLError, text: str, line: int) -> str:
    lines = text.splitlines()
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    if "mapping values are not allowed" in (error.problem or ""):
        return "A colon followed by a space starts a new key here. Put the whole text in quotes."
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return "Indent with spaces: this line begins with a tab."
    if "could not find expected ':'" in (error.problem or ""):
        return "A colon is missing after a key, here or in the line above."
    return f"The YAML breaks off here: {error.problem or 'unreadable'}. Look at quotes, brackets and indentation."


def _error(place: Place, code: str, message: str) -> AdvisorError:
    return AdvisorError([Fault(place, code, message)])


class _Builder:
    """Turns the parser's events into plain values, and notes where each stood."""

    def __init__(self, name: str) -> None:
        self.document = Document(name)
        self.faults: list[Fault] = []

    def build(self, events: Iterator[yaml.Event]) -> Document:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.document.values:
                    raise _error(self._place(event), "Y06", "A second document begins here. One file holds one.")
                self.document.data = self._value(next(events), events, ())
        if self.faults:
            raise AdvisorError(self.faults)
        return self.document

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.document.name, mark.line + 1, mark.column + 1)

    def _fault(self, event: yaml.Event, code: str, message: str) -> None:
        self.faults.append(Fault(self._place(event), code, message))

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: DataPath) -> Any:
        self.document.values[path] = self._place(event)
        if len(path) > MAX_DEPTH:
            raise _error(self._place(event), "Y02", f"This is nested more than {MAX_DEPTH} levels deep.")
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, "Y05", f"The alias *{event.anchor} is not allowed here. Write the text out.")
            return None
        if getattr(event, "anchor", None):
            self._fault(event, "Y05", f"The anchor &{event.anchor} is not allowed here. Leave it out.")
        if isinstance(event, yaml.ScalarEvent):
            if event.tag:
                self._fault(event, "Y05", f"The tag {event.tag} is not allowed here. Leave it out.")
            return event.value if event.style else _scalar(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _sequence(self, events: Iterator[yaml.Event], path: DataPath) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(self._value(event, events, (*path, len(values))))
        return values

    def _mapping(self, events: Iterator[yaml.Event], path: DataPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, events, path)
            if key in values:
                self._fault(event, "Y04", f'"{key}" stands here a second time. Keep one.')
            self.document.keys.setdefault((*path, key), self._place(event))
            values[key] = self._value(next(events), events, (*path, key))
        return values

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: DataPath) -> str:
        if isinstance(event, yaml.ScalarEvent) and event.value:
            return str(event.value)
        self._fault(event, "Y07", "A key must be a word. Text with braces or brackets goes in quotes.")
        self._value(event, events, (*path, ""))
        return ""


def _scalar(typed: str) -> Any:
    if typed in _NULL:
        return None
    if typed in _BOOL:
        return _BOOL[typed]
    if _INT.fullmatch(typed):
        whole = WrittenInt(typed)
        whole.typed = typed
        return whole
    if _FLOAT.fullmatch(typed):
        number = WrittenFloat(typed)
        number.typed = typed
        return number
    return typed


def as_text(value: Any) -> Any:
    """A value as text where its field wants text: a plain number is what was typed; anything else is left as it is."""
    return value.typed if isinstance(value, WrittenInt | WrittenFloat) else value

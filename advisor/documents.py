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
from advisor.syntax import STRAIGHT_QUOTES, explain, in_curly_quotes
from advisor.text import quoted

MAX_BYTES = 2_000_000
MAX_DEPTH = 40

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]{1,18}(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")

_LEAVE_OUT = "Leave it out, or put the text in quotes."
_WRITE_OUT = "Write out what it stands for, or put the text in quotes."

DataPath = tuple[str | int, ...]
Mark = Any
"""Where the parser found something; its C and its Python part have a class each for it, and some events have none."""


class WrittenInt(int):
    """A whole number that remembers how it was typed, for the places where it turns out to be text (010)."""

    typed: str

    def __str__(self) -> str:
        """As it was typed."""
        return self.typed


class WrittenFloat(float):
    """A number that remembers how it was typed."""

    typed: str

    def __str__(self) -> str:
        """As it was typed."""
        return self.typed


@dataclass
class Document:
    """A YAML file's data and where each piece of it stands."""

    name: str
    data: Any = None
    values: dict[DataPath, Mark] = field(default_factory=dict)
    """The parser's own marks: few of them are ever asked for as places."""
    keys: dict[DataPath, Mark] = field(default_factory=dict)

    def place(self, path: DataPath) -> Place:
        """Where the value at this path stands; where there is none, the nearest thing around it."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.values:
                return self.at(self.values[path[:end]])
        return Place(self.name)

    def key_place(self, path: DataPath) -> Place:
        """Where the key that leads to this path stands."""
        return self.at(self.keys[path]) if path in self.keys else self.place(path)

    def key_places(self) -> Iterator[tuple[DataPath, Place]]:
        """Every key, by the path to which it leads."""
        return ((path, self.at(mark)) for path, mark in self.keys.items())

    def at(self, mark: Mark) -> Place:
        """The place of a mark; what came from another file has one already."""
        if isinstance(mark, Place):
            return mark
        return Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name)


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
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _error(Place(shown), "Y01", f"The file cannot be read: {error.strerror}.") from error
    if len(raw) > MAX_BYTES:
        raise _error(Place(shown), "Y02", f"The file is larger than {MAX_BYTES // 1_000_000} MB.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _error(Place(shown, line, 1), "Y01", "This line is not UTF-8 text. Save the file as UTF-8.") from error
    return parse_document(text, shown)


def parse_document(text: str, name: str) -> Document:
    """Reads YAML text; see `read_document`."""
    builder = _Builder(name)
    try:
        return builder.build(events(text))
    except yaml.YAMLError as error:
        explained = explain(error, text)
        # What is already known to be wrong in a line is likely to be why the parser stopped in it.
        if all(fault.place.line != explained.line for fault in builder.faults):
            place = Place(name, explained.line, explained.column)
            builder.faults.append(Fault(place, "Y03", explained.message))
        raise AdvisorError(builder.faults) from error


def events(text: str) -> Iterator[yaml.Event]:
    """What the parser finds in a text, one thing after the other."""
    return yaml.parse(text, Loader=_PARSER)


def _error(place: Place, code: str, message: str) -> AdvisorError:
    return AdvisorError([Fault(place, code, message)])


class _Builder:
    """Turns the parser's events into plain values, and notes where each stood."""

    def __init__(self, name: str) -> None:
        self.document = Document(name)
        self.faults: list[Fault] = []

    def build(self, events: Iterator[yaml.Event]) -> Document:
        """Builds the one document that the events tell of; a second one is a fault."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.document.values:
                    raise self._stop(event, "Y06", "A second document begins here. One file holds one.")
                self.document.data = self._value(next(events), events, ())
        if self.faults:
            raise AdvisorError(self.faults)
        return self.document

    def _fault(self, event: yaml.Event, code: str, message: str) -> None:
        self.faults.append(Fault(self.document.at(event.start_mark), code, message))

    def _stop(self, event: yaml.Event, code: str, message: str) -> AdvisorError:
        self._fault(event, code, message)
        return AdvisorError(self.faults)

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: DataPath) -> Any:
        self.document.values[path] = event.start_mark
        if len(path) > MAX_DEPTH:
            raise self._stop(event, "Y02", f"This is nested more than {MAX_DEPTH} levels deep.")
        self._check_marks(event)
        if isinstance(event, yaml.AliasEvent):
            return None
        if isinstance(event, yaml.ScalarEvent):
            self._check_quotes(event)
            return event.value if event.style else plain_value(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _check_marks(self, event: yaml.Event) -> None:
        """Notes the marks that files of other people may not have: they could swell a file, or run things."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, "Y05", f"The alias {quoted(f'*{anchor}')} is not allowed. {_WRITE_OUT}")
        elif anchor:
            self._fault(event, "Y05", f"The anchor {quoted(f'&{anchor}')} is not allowed. {_LEAVE_OUT}")
        if tag:
            self._fault(event, "Y05", f'A tag, which begins with "!", is not allowed. {_LEAVE_OUT}')

    def _check_quotes(self, event: yaml.ScalarEvent) -> None:
        """Notes curly quotes that were meant to hold a text together, and would be shown as part of it."""
        if not event.style and in_curly_quotes(event.value):
            self._fault(event, "Y03", STRAIGHT_QUOTES)

    def _sequence(self, events: Iterator[yaml.Event], path: DataPath) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(self._value(event, events, (*path, len(values))))
        return values

    def _mapping(self, events: Iterator[yaml.Event], path: DataPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, events, path)
            if key and key in values:
                first = self.document.key_place((*path, key))
                message = f"{quoted(key)} stands here a second time (first in line {first.line}). Keep one."
                self._fault(event, "Y04", message)
            self.document.keys.setdefault((*path, key), event.start_mark)
            values[key] = self._value(next(events), events, (*path, key))
        return values

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: DataPath) -> str:
        """The key, or nothing where it is none, which is noted."""
        if isinstance(event, yaml.AliasEvent):
            self._check_marks(event)
            return ""
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            self._fault(event, "Y07", "A key must be a word. Text with brackets goes in quotes.")
            self._value(event, events, (*path, ""))
            return ""
        self._check_marks(event)
        if ":" in event.value and not event.style:
            self._fault(event, "Y07", f"{quoted(event.value)} is read as one word. Put a space after the colon.")
        return str(event.value)


def plain_value(typed: str) -> Any:
    """What a word without quotes means."""
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

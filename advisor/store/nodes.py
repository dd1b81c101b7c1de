"""Where each value of a YAML text stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import yaml

from advisor.documents import DataPath, events


@dataclass
class Node:
    """A value: a word, or the fields or entries of a collection by key or number."""

    kind: Literal["word", "fields", "list"]
    start: int
    end: int
    word: str = ""
    block: bool = False
    """Whether it takes lines of its own: a collection without brackets, or text below a `|` or `>`."""
    children: "dict[str | int, Child]" = field(default_factory=dict)

    @property
    def last(self) -> "Child":
        """The child that stands last."""
        return next(reversed(self.children.values()))


@dataclass
class Child:
    """A field or an entry of a collection: its value, and where the key or hyphen before it stands."""

    start: int
    stop: int
    node: Node


def root(text: str) -> Node:
    """The value that a whole text holds.

    Raises:
        ValueError: it is no YAML.
    """
    try:
        for event in (found := events(text)):
            if isinstance(event, yaml.DocumentStartEvent):
                return _Reader(text, found).node(next(found))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    raise ValueError("The text is empty.")


def at(node: Node, path: DataPath) -> Node:
    """The value at a path."""
    for key in path:
        node = node.children[key].node
    return node


class _Reader:
    def __init__(self, text: str, found: Iterator[yaml.Event]) -> None:
        self.text = text
        self.events = found

    def node(self, event: yaml.Event) -> Node:
        """The value that begins with an event."""
        start, end = _places(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._filled(Node("fields", start, end, block=not event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._filled(Node("list", start, end, block=not event.flow_style))
        node = Node("word", start, end, getattr(event, "value", ""))
        if self.text.startswith(("|", ">"), start):
            # The parser takes the empty lines that follow for a part of it.
            node.block, node.end = True, start + len(self.text[start:end].rstrip())
        return node

    def _filled(self, node: Node) -> Node:
        """A collection with what is in it."""
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent | yaml.MappingEndEvent):
            first = self.node(event)
            if node.kind == "fields":
                node.children[first.word] = Child(first.start, first.end, self.node(next(self.events)))
            else:
                hyphen = self._hyphen(node) if node.block else first.start
                node.children[len(node.children)] = Child(hyphen, hyphen + node.block, first)
        # Without brackets, the parser takes what lies between it and the next value for a part of it.
        node.end = node.last.node.end if node.block else _places(event)[1]
        return node

    def _hyphen(self, node: Node) -> int:
        """Where the hyphen of the next entry stands: right below that of the first, which begins the list."""
        if not node.children:
            return node.start
        line = f"\n{' ' * column(self.text, node.start)}-"
        return self.text.index(line, node.last.node.end) + len(line) - 1


def _places(event: yaml.Event) -> tuple[int, int]:
    """Where what the parser found begins and ends."""
    assert event.start_mark is not None  # noqa: S101 -- only events that no text was read for have none
    assert event.end_mark is not None  # noqa: S101
    return event.start_mark.index, event.end_mark.index


def line_start(text: str, place: int) -> int:
    """Where the line begins in which a place lies."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Where the line ends in which a place lies, before its line break."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def end_of_comments(text: str, place: int, indent: int) -> int:
    """The end of the last comment in the lines below a place, as far as they are no less indented, or empty."""
    end = place
    while place < len(text):
        place = line_end(text, place + 1)
        line = text[line_start(text, place) : place]
        if line.lstrip().startswith("#") and len(line) - len(line.lstrip()) >= indent:
            end = place
        elif line.strip():
            break
    return end


def column(text: str, place: int) -> int:
    """How many characters stand before a place in its line."""
    return place - line_start(text, place)


def comments(text: str, node: Node) -> list[str]:
    """The comments in a value, and behind its last word where it takes lines of its own."""
    end = line_end(text, node.end) if node.block else node.end
    found, reached = [], node.start
    for start, stop in (*_words(text, node), (end, end)):
        # Between two words there are brackets, commas and hyphens, and what begins with a # is a comment.
        found += [line[line.index("#") :].rstrip() for line in text[reached:start].split("\n") if "#" in line]
        reached = stop
    return found


def _words(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Where the keys and words of a value stand."""
    for child in node.children.values():
        yield child.start, child.stop
        yield from _words(text, child.node)
    if not node.children and node.word:
        yield (line_end(text, node.start) if node.block else node.start), node.end

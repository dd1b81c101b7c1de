"""The text of a YAML file that is changed where it stands: all that is not changed stays to the letter.

A comment belongs to the line it ends; one on lines of its own belongs to what follows, and stays when what precedes it
goes. Comments in a value that is replaced stay below it.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from advisor.documents import DataPath
from advisor.store import nodes
from advisor.store.nodes import Child, Node, column, line_end, line_start
from advisor.store.written import words

_STEP = 2
"""So far to the right stands what belongs to a key."""
_BEFORE_COMMENT = re.compile(" +(?=#)")


class Sheet:
    """A text, with the changes made to it so far.

    Where a text is no YAML, or no longer, each method raises a ValueError.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._root: Node | None = None

    def at(self, path: DataPath) -> Node:
        """The value at a path.

        Raises:
            KeyError: there is none.
        """
        if self._root is None:
            self._root = nodes.root(self.text)
        return nodes.at(self._root, path)

    def put(self, path: DataPath, data: object) -> None:
        """Gives a field a value, in the place of the one before or below the last field."""
        *around, key = path
        fields = self.at((*around,))
        if key in fields.children:
            self._replace(fields.children[key], data)
        else:
            self._insert((*around,), [field := f"{key}: {words(data)}"], field)

    def append(self, path: DataPath, lines: Sequence[str]) -> None:
        """Puts an entry of several lines at the end of fields, below the comments there; apart, where others are."""
        node, text = self.at(path), self.text
        if not node.children and path and self.at(path[:-1]).block:
            self._insert(path, lines, "")
        elif node.block:
            starts = [child.start for child in node.children.values()]
            indent = column(text, starts[0])
            apart = all("\n\n" in text[start:stop] for start, stop in pairwise(starts))
            end = nodes.end_of_comments(text, line_end(text, node.end), indent)
            self._write(f"{text[:end]}{apart * chr(10)}{_below(indent, lines)}{text[end:]}")
        else:
            raise ValueError("There are brackets around it.")

    def add(self, path: DataPath, fields: Mapping[str, object]) -> None:
        """Puts an entry with these fields at the end of a list."""
        lines = [f"{key}: {words(data)}" for key, data in fields.items()]
        hyphens = ["- ", *["  "] * (len(lines) - 1)]
        self._insert(path, [f"{before}{line}" for before, line in zip(hyphens, lines, strict=True)], words(fields))

    def take(self, path: DataPath) -> None:
        """Takes a field or an entry out, with the comments in it and behind it."""
        *around, key = path
        parent = self.at((*around,))
        child, keys = parent.children[key], list(parent.children)
        at = keys.index(key)
        following = parent.children[keys[at + 1]].start if at + 1 < len(keys) else None
        if len(keys) == 1:
            self._replace(self.at((*around[:-1],)).children[around[-1]], [] if isinstance(key, int) else {}, keep=False)
        elif not parent.block and following is None:
            self._cut(parent.children[keys[at - 1]].node.end, child.node.end)
        elif not parent.block and following is not None:
            self._cut(child.start, following)
        elif not self.text[(start := line_start(self.text, child.start)) : child.start].strip():
            self._cut(max(start - 1, 0), line_end(self.text, child.node.end))
        else:
            # A hyphen stands before it, and now before what follows, unless that is a comment.
            end = line_end(self.text, child.node.end)
            nearest = following if following is not None and not self.text[end:following].strip() else end
            self._cut(child.start, nearest)

    def rename(self, path: DataPath, key: str) -> None:
        """Calls a field otherwise."""
        *around, before = path
        child = self.at((*around,)).children[before]
        self._write(self.text[: child.start] + key + self.text[child.stop :])

    def wrap(self, path: DataPath, key: str) -> None:
        """Puts a field's list under a field of its own."""
        *around, name = path
        child = self.at((*around,)).children[name]
        node, text = child.node, self.text
        if not node.block:
            inside = f"{{{key}: {text[node.start : node.end]}}}"
            self._write(text[: node.start] + inside + text[node.end :])
            return
        start, end = line_start(text, node.start), line_end(text, node.end)
        indent = " " * max(column(text, node.start), column(text, child.start) + _STEP)
        moved = re.sub("^(?=.)", " " * _STEP, text[start:end], flags=re.MULTILINE)
        self._write(f"{text[:start]}{indent}{key}:\n{moved}{text[end:]}")

    def _write(self, text: str) -> None:
        self.text, self._root = text, None

    def _cut(self, start: int, end: int) -> None:
        self._write(self.text[:start] + self.text[end:])

    def _insert(self, path: DataPath, lines: Sequence[str], inside: str) -> None:
        """Puts something at the end of a collection: in lines of its own, or inside brackets."""
        node, text = self.at(path), self.text
        end = line_end(text, node.end)
        if node.block:
            self._write(text[:end] + _below(column(text, next(iter(node.children.values())).start), lines) + text[end:])
        elif node.children:
            self._write(f"{text[: node.last.node.end]}, {inside}{text[node.last.node.end :]}")
        elif path and (around := self.at(path[:-1])).block and "\n" not in text[node.start : node.end]:
            indent = column(text, around.children[path[-1]].start) + _STEP
            self._write(text[: node.start].rstrip(" ") + text[node.end : end] + _below(indent, lines) + text[end:])
        else:
            self._write(f"{text[: node.start + 1]}{inside}{text[node.start + 1 :]}")

    def _replace(self, child: Child, data: object, *, keep: bool = True) -> None:
        node, text, new = child.node, self.text, words(data)
        kept = nodes.comments(text, node) if keep else []
        below = _below(column(text, child.start) + _STEP, kept)
        if node.block and node.children:
            colon = text.index(":", child.stop) + 1
            above = text[colon : line_start(text, node.start) - 1]
            self._write(f"{text[:colon]} {new}{above}{below}{text[line_end(text, node.end) :]}")
        elif node.block:
            self._write(f"{text[: node.start]}{'  '.join((new, *kept))}{text[node.end :]}")
        else:
            space = " " if text[node.start - 1] == ":" else ""
            end = line_end(text, node.end)
            before = text[node.start : node.end]
            behind = text[node.end : end] if "\n" in before else _aligned(text[node.end : end], len(new) - len(before))
            self._write(f"{text[: node.start]}{space}{new}{behind}{below}{text[end:]}")


def _below(indent: int, lines: Sequence[str]) -> str:
    return "".join(f"\n{' ' * indent}{line}" for line in lines)


def _aligned(behind: str, longer: int) -> str:
    """What stands behind a value that has become longer or shorter: a comment stays in its column if there is room."""
    gap = _BEFORE_COMMENT.match(behind)
    if gap is None:
        return behind
    return " " * max(min(len(gap[0]), _STEP), len(gap[0]) - longer) + behind[gap.end() :]

"""YAML that is changed and written again as its author wrote it: the only door to ruamel.yaml.

Plain words are kept as they were typed (`no`, `010`, `~`), since only our own reader says what they mean. A comment
belongs to the line it ends; one on lines of its own belongs to what follows, and stays when what precedes it goes.
"""

import difflib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString
from ruamel.yaml.tokens import CommentToken

from advisor.documents import plain_value

Fields = CommentedMap
Entries = CommentedSeq

_LAYOUTS = ((4, 2), (2, 0), (3, 1))
"""How far the entries of a list stand to the right, and their hyphens: as people write it, the commonest first."""
_WIDEST = 1_000_000
"""Lines are never broken anew."""
_PLAIN = re.compile(r"[^\W\d_][\w -]*[\w]|[^\W\d_]|~[\w][\w -]*")
"""Text that needs no quotes, whoever reads it."""


class _Resolver(VersionedResolver):
    """Takes every plain word for text, so that it is written as it was typed, and nothing for nothing."""

    @property
    def versioned_resolver(self) -> Any:
        """What a plain word may be besides text, by its first letter."""
        return {"": [("tag:yaml.org,2002:null", re.compile("^$"))]}


Layout = tuple[int, int]


def read(text: str) -> Fields:
    """A file as a tree that can be changed."""
    tree: Fields = _yaml(_LAYOUTS[0]).load(text)
    return tree


def layout_of(text: str) -> Layout:
    """The layout that a file's author has given to its lists."""
    tree = read(text)
    return min(_LAYOUTS, key=lambda layout: _lines_changed(text, written(tree, layout)))


def written(tree: Fields, layout: Layout = _LAYOUTS[0]) -> str:
    """A tree as text."""
    stream = io.StringIO()
    _yaml(layout).dump(tree, stream)
    return stream.getvalue()


def _yaml(layout: Layout) -> YAML:
    yaml = YAML()
    yaml.Resolver = _Resolver
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    yaml.width = _WIDEST
    yaml.indent(mapping=2, sequence=layout[0], offset=layout[1])
    return yaml


def _lines_changed(before: str, after: str) -> int:
    if before == after:
        return 0
    same = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False).get_matching_blocks()
    return 1 + before.count("\n") - sum(block.size for block in same)


def value(data: object) -> Any:
    """Plain data as it is written: lists and fields in brackets, text in quotes where it could be misread."""
    if isinstance(data, Mapping):
        fields = Fields((key, value(inner)) for key, inner in data.items())
        fields.fa.set_flow_style()
        return fields
    if isinstance(data, str):
        return data if _PLAIN.fullmatch(data) and plain_value(data) == data else DoubleQuotedScalarString(data)
    if isinstance(data, Sequence):
        entries = Entries(map(value, data))
        entries.fa.set_flow_style()
        return entries
    return repr(data).removesuffix(".0")


def put(fields: Fields, key: str, new: Any) -> None:
    """Gives a field a value, and keeps the comments that stand behind and below what was there before."""
    if not fields:
        fields.fa.set_block_style()
    last = key if key in fields else next(reversed(fields), None)
    below = _cut_below(fields, last) if last is not None and (last != key or _is_block(fields[key])) else ""
    fields[key] = new
    _append_at_end(fields, key, below)


def add(entries: Entries, new: Any) -> None:
    """Puts an entry at the end of a list."""
    if not entries:
        entries.fa.set_block_style()
    below = _cut_below(entries, len(entries) - 1) if _is_block(entries) else ""
    entries.append(new)
    _append_at_end(entries, len(entries) - 1, below)


def take(parent: Fields | Entries, key: Any) -> None:
    """Takes one of several entries out, with the comment behind it; what stands on the lines below it stays."""
    keys = _keys(parent)
    at = keys.index(key)
    below = _cut_below(parent, key)
    del parent[key]
    if at:
        _append_at_end(parent, keys[at - 1], below)
    elif below:
        # Nothing precedes it any more, so it stands above what comes first now.
        first = _keys(parent)[0]
        comment = "\n".join(line.strip().removeprefix("#").removeprefix(" ") for line in below.strip().splitlines())
        parent.yaml_set_comment_before_after_key(first, before=comment, indent=parent.lc.col or 0)


def rename(fields: Fields, key: str, new: str) -> None:
    """Calls a field otherwise, where it stands."""
    comments = fields.ca.items.pop(key, None)
    fields.insert(list(fields).index(key), new, fields.pop(key))
    if comments is not None:
        fields.ca.items[new] = comments


def wrap(fields: Fields, key: str, inner: str) -> None:
    """Puts a field's value under a field of its own."""
    entries = fields[key]
    if not entries:
        fields[key] = value({inner: []})
        return
    around = Fields({inner: entries})
    around.fa.set_block_style()
    fields[key] = around


def _keys(node: Fields | Entries) -> list[Any]:
    return list(node) if isinstance(node, Fields) else list(range(len(node)))


def _is_block(node: Any) -> bool:
    return isinstance(node, Fields | Entries) and not node.fa.flow_style() and bool(node)


def _end(parent: Any, key: Any) -> tuple[Any, Any]:
    """Where ruamel.yaml keeps the comments below an entry: with the last thing in it."""
    while _is_block(parent[key]):
        parent = parent[key]
        key = _keys(parent)[-1]
    return parent, key


def _cut_below(parent: Any, key: Any) -> str:
    """Takes away the comments on the lines below an entry, which belong to what follows."""
    parent, key = _end(parent, key)
    below = ""
    for token in _tokens(parent.ca.items.get(key)):
        behind, line_end, rest = token.value.partition("\n")
        if rest.strip():
            token.value = f"{behind}{line_end}"
            below += rest
    return below


def _tokens(kept: Any) -> Iterator[CommentToken]:
    if isinstance(kept, CommentToken):
        yield kept
    for inner in kept if isinstance(kept, list) else ():
        yield from _tokens(inner)


def _append_at_end(parent: Any, key: Any, below: str) -> None:
    """Puts comments on the lines below an entry, after those that stand there already."""
    if not below:
        return
    parent, key = _end(parent, key)
    place = 2 if isinstance(parent, Fields) else 0
    slots: list[Any] = parent.ca.items.setdefault(key, [None] * 4)
    if slots[place] is None:
        slots[place] = CommentToken(f"\n{below}", CommentMark(0), None)
    else:
        slots[place].value += below

"""A paper as Markdown. Whatever would be read as markup is escaped."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch

from advisor.messages import papers as messages
from advisor.papers.paper import Bullets, Dates, Line, Note, Paper, Paragraph, Reference, Table, Verdicts

_MARKUP = re.compile(r"[\\`*_\[\]<>|~#&$^{}]")
_AT_THE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_ADDRESS = re.compile(r"(?<=\w)([:@])(?=\S)|(?<=\bwww)(\.)", re.IGNORECASE)
"""What some readers of Markdown would turn into a link."""
_INDENT = "    "


def as_markdown(paper: Paper) -> bytes:
    """The text."""
    return ("\n\n".join(_blocks(paper)) + "\n").encode()


def _blocks(paper: Paper) -> Iterator[str]:
    yield f"# {escaped(paper.title)}"
    yield escaped(paper.subtitle)
    yield escaped(paper.for_whom)
    for section in paper.body:
        yield f"{'#' * (section.level + 1)} {escaped(section.heading)}"
        for block in section.blocks:
            yield from _block(block)
    if paper.notes:
        yield f"## {messages.NOTES}"
        yield escaped(paper.about_notes)
        yield "\n".join(map(_note, paper.notes))
    if paper.bibliography:
        yield f"## {messages.BIBLIOGRAPHY}"
        yield "\n".join(map(_source, paper.bibliography))
    yield "---"
    yield from map(escaped, paper.receipt)


@singledispatch
def _block(block: object) -> Iterator[str]:
    raise TypeError(block)


@_block.register
def _(block: Paragraph) -> Iterator[str]:
    yield _line(block.line)


@_block.register
def _(block: Bullets) -> Iterator[str]:
    yield "\n".join(
        f"{f'{number}.' if block.numbered else '-'} {f'  {chr(10)}{_INDENT}'.join(map(_line, item))}"
        for number, item in enumerate(block.items, start=1)
    )


@_block.register
def _(block: Table) -> Iterator[str]:
    rows = [[" · ".join(map(_line, cell)) for cell in row] for row in block.rows]
    yield from _table(block.caption, block.header, rows)


@_block.register
def _(block: Verdicts) -> Iterator[str]:
    rows = [
        [_line(row.name), *(escaped(" ".join(one.says for one in cell)) for cell in row.cells)] for row in block.rows
    ]
    yield from _table(block.caption, block.header, rows)


@_block.register
def _(block: Dates) -> Iterator[str]:
    rows = [[escaped(event.date_says), escaped(event.when), _line(event.what)] for event in block.events]
    yield from _table(block.caption, block.header, rows)


def _table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"**{escaped(caption)}**"
    lines = [list(map(escaped, header)), ["---"] * len(header), *rows]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _line(line: Line) -> str:
    label = f"**{escaped(line.label)}:** " if line.label else ""
    notes = "".join(f" \\[{number}\\]" for number in line.notes)
    return f"{label}{escaped(line.says)}{notes}"


def _note(note: Note) -> str:
    return f"{note.number}. {' '.join(escaped(says) for says in (note.says, *(r.says for r in note.rests)) if says)}"


def _source(source: Reference) -> str:
    label = f"**{escaped(source.label)}:** " if source.label else ""
    return f"- {label}{escaped(f'{source.says} {source.known}'.strip())}"


def escaped(text: str) -> str:
    """Text that is read as it stands."""
    text = _MARKUP.sub(r"\\\g<0>", text)
    text = _ADDRESS.sub(r"\\\g<0>", text)
    return _AT_THE_START.sub(_escaped_start, text)


def _escaped_start(found: re.Match[str]) -> str:
    """What would begin a list, a line or a heading."""
    space, sign = found.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}"

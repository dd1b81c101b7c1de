"""A comparison as a page of plain text."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len

from advisor.comparison.results import Comparison, ConclusionResult, DifferenceResult
from advisor.comparison.wording import alone, by_place, cause, coarse, foot, only, placed, stands, title, together
from advisor.messages import compare as messages
from advisor.report.plain.lines import WIDTH, heading, wrapped
from advisor.text import visible

_WIDTHS = (32, 22, 22)
"""What differs, and beside it both sides; with the gaps between them as wide as a page."""
_GAP = 2
_LONG = 88
"""What is longer does not stand in a column: it stands below what differs."""


def as_text(told: Comparison) -> str:
    """The whole comparison, for a person to read."""
    return visible("\n".join(_lines(told))) + "\n"


def _lines(told: Comparison) -> Iterator[str]:
    yield from wrapped(title(told))
    yield "=" * min(len(title(told)), WIDTH)
    for side in (told.first, told.second):
        if side.file is not None:
            yield from wrapped(messages.FILE.format(called=side.called, file=side.file), "  ")
    yield from wrapped(messages.FOR_THE_TEAM)
    yield from _answers(told)
    yield from _conclusions(told)


def _answers(told: Comparison) -> Iterator[str]:
    if not told.differences:
        yield ""
        yield messages.NO_ANSWER_DIFFERS
        return
    yield from heading(messages.ANSWERS)
    yield from _columns("", told.first.called, told.second.called)
    for section, found in groupby(told.differences, key=lambda one: one.section):
        yield ""
        yield from wrapped(section)
        for one in found:
            yield from _beside(told, _numbered(one), one.first, one.second)
    if lists := coarse(told):
        yield ""
        yield from wrapped(lists)


def _conclusions(told: Comparison) -> Iterator[str]:
    if not told.conclusions:
        yield ""
        yield from wrapped(messages.NO_CONCLUSION_DIFFERS)
        return
    yield from heading(messages.CONCLUSIONS)
    yield from _columns("", told.first.called, told.second.called)
    for reason in told.reasons:
        yield ""
        yield from wrapped(cause(told, reason), "  ")
        yield from _found(told, reason.conclusions)
    if told.unexplained:
        yield ""
        yield from wrapped(f"{messages.NOT_EXPLAINED}. {messages.WHY_NOT_EXPLAINED}")
        yield from _found(told, told.unexplained)
    if told.reasons:
        yield ""
    for line in foot(told):
        yield from wrapped(line)


def _found(told: Comparison, conclusions: Sequence[ConclusionResult]) -> Iterator[str]:
    for place, found in by_place(conclusions):
        indent = "    " if place else "  "
        if place:
            yield from wrapped(f"{place}:", "    ", "  ")
        for side, alike in together(told, found):
            if side is None:
                for one in alike:
                    yield from _beside(told, f"{indent}{one.says}", stands(one.first), stands(one.second))
            else:
                yield from wrapped(f"{only(told, side)}:", f"{indent}  ", indent)
                for one in alike:
                    yield from wrapped(alone(told, side, one), f"{indent}    ", f"{indent}  - ")


def _numbered(one: DifferenceResult) -> str:
    return f"  {one.number}. {placed(one)}"


def _beside(told: Comparison, says: str, first: str, second: str) -> Iterator[str]:
    """What differs and both sides in columns; below each other where that would be long."""
    if max(len(first), len(second)) <= _LONG:
        yield from _columns(says, first, second)
        return
    indent = _indent(says)
    yield from wrapped(says.strip(), f"{indent}  ", indent)
    for side, cell in ((told.first, first), (told.second, second)):
        yield from wrapped(messages.FILE.format(called=side.called, file=cell), f"{indent}    ", f"{indent}  ")


def _columns(*cells: str) -> Iterator[str]:
    columns = [_wrapped(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True)]
    for at in range(max(map(len, columns))):
        line = [column[at] if at < len(column) else "" for column in columns]
        padded = (text + " " * (width - cell_len(text)) for text, width in zip(line, _WIDTHS, strict=True))
        yield (" " * _GAP).join(padded).rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    """A cell in lines; what is indented stays so."""
    indent = _indent(text)
    return textwrap.wrap(
        " ".join(text.split()),
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  " if indent else "",
        break_on_hyphens=False,
    )


def _indent(text: str) -> str:
    return " " * (len(text) - len(text.lstrip()))

"""Why, as plain text: as wide as the paper, and both sides of a dispute beside each other where there is room."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from advisor.messages import proof as messages
from advisor.report.assessment import VerdictResult
from advisor.report.plain.lines import SIGNS, WIDTH, signed, status_words
from advisor.report.reasons.build import further_sources
from advisor.report.reasons.result import Branch, Side, WhyResult
from advisor.text import paragraph, visible

TWO_COLUMNS = 100
"""From so many columns on, two sides stand beside each other."""
_WIDEST = 160
_BETWEEN = " | "


def as_text(told: WhyResult, width: int = WIDTH) -> str:
    """The page.

    Args:
        told: why.
        width: how many columns the terminal has.
    """
    return "\n".join(_lines(told, width)) + "\n"


def _lines(told: WhyResult, width: int) -> Iterator[str]:
    result = told.result
    yield from _wrapped(f"{SIGNS[result.status]} {result.says} ({status_words(result)})", "  ")
    yield ""
    yield from _wrapped(" ".join(told.paragraph))
    yield ""
    if told.shared:
        yield messages.BOTH_REST_ON
        yield from _tree(told.shared)
        yield ""
    yield from _sides(told.sides, width)
    settled = isinstance(result, VerdictResult) and result.settled is not None
    if result.open and not settled:
        yield messages.UNDECIDED
        for question in result.open:
            yield from _wrapped(question.says, "    ", "  ? ")
    yield ""
    for remark in (*told.remarks, *further_sources(told)):
        yield from _wrapped(remark)


def _sides(sides: Sequence[Side], width: int) -> Iterator[str]:
    if len(sides) < 2 or width < TWO_COLUMNS:  # noqa: PLR2004 -- two sides
        for side in sides:
            yield from _side(side, WIDTH)
        return
    column = (min(width, _WIDEST) - len(_BETWEEN)) // 2
    for left, right in zip_longest(*(_side(side, column) for side in sides), fillvalue=""):
        yield f"{left:{column}}{_BETWEEN}{right}".rstrip()


def _side(side: Side, width: int) -> Iterator[str]:
    yield from _wrapped(side.heading, "  ", width=width)
    if not side.steps:
        yield from _wrapped(messages.NO_ANSWER_NEEDED, "  ", "  ", width)
    yield from _tree(side.steps, width)


def _tree(branches: Sequence[Branch], width: int = WIDTH, depth: int = 1) -> Iterator[str]:
    """One step after the other, each with what it rests on further in."""
    indent = "  " * depth
    for branch in branches:
        yield from _wrapped(words(branch), f"{indent}  ", indent, width)
        for beside in besides(branch):
            yield from _wrapped(beside, f"{indent}    ", f"{indent}  ", width)
        yield from _tree(branch.steps, width, depth + 1)


def words(branch: Branch) -> str:
    """A step in a line, with the sign of how it has settled, and with what it rests on."""
    says = branch.says if branch.status is None else signed(branch.says, branch.status)
    return f"{says} ({branch.rests})" if branch.rests else says


def besides(branch: Branch) -> Iterator[str]:
    """What is told below a step besides what it rests on."""
    if branch.note:
        yield messages.NOTE.format(note=branch.note)
    if branch.looked_for:
        yield messages.LOOKED_FOR.format(says=branch.looked_for)


def _wrapped(text: str, indent: str = "", first: str = "", width: int = WIDTH) -> Iterator[str]:
    # What becomes visible takes more room, so it does so before the lines are broken.
    yield from paragraph(visible(text), indent, first, width).splitlines()

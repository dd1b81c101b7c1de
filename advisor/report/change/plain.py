"""What would change a conclusion, as lines of plain text."""

from collections.abc import Iterator
from itertools import groupby

from advisor.messages import change as messages
from advisor.messages.proof import STATUS
from advisor.report.change.results import ChangeResult, Outlook, Turn
from advisor.report.plain.lines import wrapped
from advisor.text import both, either
from advisor.whatif.changes import ANSWERS_AT_MOST


def outlook_lines(outlook: Outlook, most: int | None = None) -> Iterator[str]:
    """What is still possible of a conclusion, then what would bring it where it is not.

    Args:
        outlook: what there is to tell.
        most: so many changes of a sort are told; all if not given.
    """
    if outlook.possible:
        yield from wrapped(_possible(outlook))
        yield ""
    for turn in outlook.turns:
        yield from _turn(turn, most)
        yield ""


def _possible(outlook: Outlook) -> str:
    if outlook.settled is None:
        return messages.STILL_POSSIBLE.format(possible=either(STATUS[status] for status in outlook.possible))
    if outlook.settled == outlook.status:
        return messages.NEVER_DECIDED
    return messages.SETTLED.format(status=STATUS[outlook.settled])


def _turn(turn: Turn, most: int | None) -> Iterator[str]:
    yield turn.says
    if not turn.changes:
        yield from wrapped(messages.NOTHING.format(number=ANSWERS_AT_MOST), "  ", "  ")
    for by, those in groupby(turn.changes, key=lambda change: change.by):
        told = list(those)
        yield f"  {messages.BY[by]}"
        for change in told[:most]:
            yield from _change(change)
        if len(told) > (most or len(told)):
            yield f"    {messages.MORE.format(number=len(told) - (most or 0))}"
    if not turn.complete:
        yield f"  {messages.MAY_BE_MORE}"


def _change(change: ChangeResult) -> Iterator[str]:
    first, *others = change.says
    yield from wrapped(first, "      ", "    - ")
    for clause in others:
        yield from wrapped(messages.AND_ALSO.format(clause=clause), "        ", "      ")
    if change.in_other_ways:
        yield from wrapped(messages.OTHER_WAYS, "      ", "      ")
    if change.also:
        template = messages.ALSO if len(change.also) == 1 else messages.ALSO_SEVERAL
        yield from wrapped(template.format(schools=both(change.also)), "      ", "      ")

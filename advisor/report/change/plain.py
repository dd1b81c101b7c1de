"""What would change a conclusion, as lines of plain text."""

from collections.abc import Iterator
from itertools import groupby

from advisor.initiative.initiative import Initiative
from advisor.messages import change as messages
from advisor.messages.proof import STATUS
from advisor.report.change.results import ChangeResult, Outlook, OutlookReport, Turn
from advisor.report.plain.lines import SIGNS, heading, wrapped
from advisor.text import either, visible
from advisor.whatif.changes import ANSWERS_AT_MOST

_UNDECIDED = ("undecided", "unknown")


def as_text(report: OutlookReport, initiative: Initiative, most: int | None = None) -> str:
    """The page.

    Args:
        report: what there is to tell.
        initiative: for what its parts are called.
        most: so many changes of a sort are told; all if not given.
    """
    lines: list[str] = []
    for part, outlooks in groupby(report.outlooks, key=lambda outlook: outlook.part):
        if part:
            lines += [messages.PART.format(part=initiative.view(part).name), ""]
        for outlook in outlooks:
            lines += wrapped(f"{SIGNS[outlook.status]} {outlook.says}", "  ")
            lines += ["", *outlook_lines(outlook, most)]
    return visible("\n".join(lines).rstrip()) + "\n"


def section(outlook: Outlook, most: int) -> str:
    """What stands below why: as much as that of what would change it."""
    lines = [*heading(messages.HEADING), *outlook_lines(outlook, most)]
    return visible("\n".join(lines).rstrip()) + "\n"


def outlook_lines(outlook: Outlook, most: int | None) -> Iterator[str]:
    """What is still possible of a conclusion, then what would bring it where it is not.

    Args:
        outlook: what there is to tell.
        most: so many changes of a sort are told; all if there is no number.
    """
    if outlook.possible:
        yield from wrapped(possible(outlook))
        yield ""
    for turn in outlook.turns:
        yield from _turn(turn, most)
        yield ""
    if any(_left_out(turn, most) for turn in outlook.turns):
        place = (("--part", outlook.part), ("--item", outlook.item))
        options = (f" {option} {value}" for option, value in place if value)
        yield messages.ALL_OF_THEM.format(finding=outlook.finding, place="".join(options))
        yield ""


def possible(outlook: Outlook) -> str:
    """What is still possible of a conclusion that is not decided, in a sentence."""
    if outlook.settled in _UNDECIDED:
        return messages.NEVER_DECIDED
    if outlook.settled is not None:
        return messages.SETTLED.format(status=STATUS[outlook.settled])
    decided = [STATUS[status] for status in outlook.possible if status not in _UNDECIDED]
    silent = [messages.SILENT[status] for status in outlook.possible if status in _UNDECIDED]
    return messages.STILL_POSSIBLE.format(possible=either([*decided, *silent]))


def _turn(turn: Turn, most: int | None) -> Iterator[str]:
    yield turn.says
    if turn.example is not None:
        yield from wrapped(messages.FOR_EXAMPLE.format(number=ANSWERS_AT_MOST), "  ", "  ")
        for answer in turn.example.answers:
            yield from wrapped(answer.says, "      ", "    - ")
    elif not turn.changes:
        yield from wrapped(messages.NOTHING.format(number=ANSWERS_AT_MOST), "  ", "  ")
    for by, told in by_sort(turn):
        yield f"  {messages.BY[by]}"
        for change in told[:most]:
            yield from _change(change)
        if most is not None and len(told) > most:
            yield f"    {messages.MORE.format(number=len(told) - most)}"
    if not turn.complete:
        yield f"  {messages.MAY_BE_MORE}"


def by_sort(turn: Turn) -> Iterator[tuple[str, list[ChangeResult]]]:
    """The changes, each sort with how it would come about."""
    for by, those in groupby(turn.changes, key=lambda change: change.by):
        yield by, list(those)


def _left_out(turn: Turn, most: int | None) -> bool:
    return most is not None and any(len(told) > most for _, told in by_sort(turn))


def _change(change: ChangeResult) -> Iterator[str]:
    first, *others = change.says
    yield from wrapped(first, "      ", "    - ")
    for clause in others:
        yield from wrapped(messages.AND_ALSO.format(clause=clause), "        ", "      ")
    for beside in besides(change):
        yield from wrapped(beside, "      ", "      ")


def besides(change: ChangeResult) -> Iterator[str]:
    """What is told of a change besides the answers: other ways, and what else it would bring."""
    if change.in_other_ways:
        yield messages.OTHER_WAYS
    for stop in change.brings:
        yield messages.BRINGS.format(stop=stop)
    if change.also:
        yield messages.ALSO.format(verdicts="; ".join(change.also))

"""What would change a conclusion, in lines that lead to the questions."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from advisor.initiative.initiative import Initiative
from advisor.interview.plan import Step
from advisor.messages import change as told
from advisor.messages.screens import turning as messages
from advisor.report.change.plain import besides, by_sort, possible
from advisor.report.change.results import ChangedAnswer, ChangeResult, Outlook, Turn
from advisor.report.plain.lines import SIGNS
from advisor.tui.findings import BULLET, Asked, Entry, Fold, heading
from advisor.tui.laid import Hanging
from advisor.tui.shown import STATUS_STYLES, shown, shown_lines
from advisor.whatif.changes import ANSWERS_AT_MOST
from advisor.whatif.open_lists import is_new

_FEW = 3
"""So many changes of a sort are told, unless all are asked for."""
_GAP = heading("")
_STOP = "$text-error"


def tracks_lines(outlooks: Sequence[Outlook], initiative: Initiative, unfolded: Collection[str]) -> Iterator[Entry]:
    """What would change which tracks are named; of several phases or strands, no track is open at first.

    Args:
        outlooks: what there is to tell.
        initiative: for what its parts are called.
        unfolded: the names of what is told otherwise than at first.
    """
    are_many = len({outlook.part for outlook in outlooks}) > 1
    for part, those in groupby(outlooks, key=lambda outlook: outlook.part):
        if part:
            yield heading(told.PART.format(part=initiative.view(part).name))
        for outlook in those:
            fold = Fold(f"{outlook.part}/{outlook.finding}")
            is_open = (fold.name in unfolded) is are_many
            mark, sign = "▾ " if is_open else "▸ ", (f"{SIGNS[outlook.status]} ", STATUS_STYLES[outlook.status])
            yield Entry(Hanging(shown((mark, "dim")), shown(sign, (outlook.says, "bold"))), lead=fold)
            if is_open:
                yield from turn_lines(outlook, unfolded)
                yield _GAP


def turn_lines(outlook: Outlook, unfolded: Collection[str]) -> Iterator[Entry]:
    """What is still possible of one conclusion, then what would bring it where it is not.

    Args:
        outlook: what there is to tell.
        unfolded: the names of what is told in full.
    """
    if outlook.possible:
        yield Entry(shown((possible(outlook), "bold")))
    for turn in outlook.turns:
        yield heading(turn.says, "bold $foreground")
        yield from _turn(turn, f"{outlook.part}/{outlook.finding}/{turn.status}", unfolded)


def _turn(turn: Turn, name: str, unfolded: Collection[str]) -> Iterator[Entry]:
    if turn.example is not None:
        yield heading(told.FOR_EXAMPLE.format(number=ANSWERS_AT_MOST), "$text-muted")
        for answer in turn.example.answers:
            yield Entry(Hanging(shown(f"  {BULLET}"), shown(answer.says)), lead=_lead(answer))
    elif not turn.changes:
        yield Entry(Hanging(shown("  "), shown(told.NOTHING.format(number=ANSWERS_AT_MOST))))
    for by, changes in by_sort(turn):
        yield heading(told.BY[by], "$text-muted")
        fold = Fold(f"{name}/{by}")
        few = changes if fold.name in unfolded else changes[:_FEW]
        for change in few:
            yield from _change(change)
        if len(few) < len(changes):
            more = messages.MORE.format(number=len(changes) - len(few))
            yield Entry(Hanging(shown(("  ▸ ", "dim")), shown(more)), lead=fold)
    if not turn.complete:
        yield Entry(Hanging(shown("  "), shown((told.MAY_BE_MORE, "dim"))))


def _change(change: ChangeResult) -> Iterator[Entry]:
    """A line for each answer, which leads to its question; what else there is to tell stands below the last."""
    answers, stops = change.ways[0].answers, [told.BRINGS.format(stop=stop) for stop in change.brings]
    for clause, answer in zip(change.says, answers, strict=True):
        is_first, is_last = answer is answers[0], answer is answers[-1]
        says = shown(clause if is_first else told.AND_ALSO.format(clause=clause))
        beside = [shown((line, _STOP if line in stops else "dim")) for line in besides(change)] if is_last else []
        yield Entry(
            Hanging(shown(f"  {BULLET}" if is_first else "    "), shown_lines(says, *beside)), lead=_lead(answer)
        )


def _lead(answer: ChangedAnswer) -> Asked:
    """The question of an answer; of somebody who would have to be added, the list."""
    item = None if answer.item is None or is_new(answer.item) else answer.item
    return Asked(Step(answer.question, item), answer.part)

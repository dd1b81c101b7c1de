"""The order of findings: none builds on a later one, conclusions rest on answers, and readings on how they settled."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from advisor.logic.conditions import AnswerTest, Condition, Holds, Quantified, Shares, StatusCount, StatusIs
from advisor.model.finding import GROUND_KINDS, Finding
from advisor.rulebook.conditions import Leaf
from advisor.rulebook.findings import ReadFinding

_ASKS = "This finding asks how others have settled"


def in_order(read: Mapping[str, ReadFinding]) -> dict[str, Finding]:
    """The findings in an order in which none builds on a later one, each marked if it is a reading.

    Whatever forbids such an order, or mixes readings with what they read, is noted in the collectors. A finding may
    build on one that is not here, because it could not be read: nothing is said about that.
    """
    builds_on = {name: _named(finding, read) for name, finding in read.items()}
    circles = list(find_circles(builds_on))
    for circle in circles:
        _note_circle(circle, read)
    if circles:
        return {}
    ordered: dict[str, Finding] = {}
    for name in TopologicalSorter(builds_on).static_order():
        reading = _is_reading(read[name], ordered)
        ordered[name] = read[name].finding.model_copy(update={"reading": reading})
        _check_layers(ordered[name], read[name], ordered)
    return ordered


def find_circles(builds_on: Mapping[str, Mapping[str, object]]) -> Iterator[list[str]]:
    """The circles among names that build on one another, each from the name that is first in the alphabet.

    Where circles touch, one of them is found; the others show when it is mended.
    """
    left = {name: list(others) for name, others in builds_on.items()}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1][:0:-1]
            start = circle.index(min(circle))
            yield [*circle[start:], *circle[:start]]
            left = {n: [o for o in others if o not in circle] for n, others in left.items() if n not in circle}
        else:
            return


def _named(finding: ReadFinding, known: Mapping[str, ReadFinding]) -> dict[str, Leaf]:
    """The findings that a finding names, each with where it does so first."""
    named: dict[str, Leaf] = {}
    for leaf in finding.leaves:
        name = _finding_in(leaf.condition)
        if name in known:
            named.setdefault(name, leaf)
    return named


def _finding_in(condition: Condition) -> str:
    return condition.finding if isinstance(condition, Holds | StatusIs) else ""


def _note_circle(circle: list[str], read: Mapping[str, ReadFinding]) -> None:
    first = read[circle[0]]
    following = [*circle[1:], circle[0]]
    chain = ", which builds on ".join(f'"{_short(name, first.finding.home)}"' for name in following)
    path = _named(first, read)[following[0]].path
    first.faults.add(path, "R07", f'"{circle[0].partition("/")[2]}" builds on {chain}: this goes round in a circle.')


def _short(finding: str, home: str) -> str:
    """A finding as it is named in a file."""
    return finding.removeprefix(f"{home}/")


def _is_reading(finding: ReadFinding, earlier: Mapping[str, Finding]) -> bool:
    # A conclusion that reads others is wrong in itself; what builds on it is not to be blamed as well.
    if finding.finding.kind in GROUND_KINDS:
        return False
    return any(_reads(leaf.condition, earlier) for leaf in finding.leaves)


def _reads(condition: Condition, earlier: Mapping[str, Finding]) -> bool:
    """Whether a finding that rests on this is a reading."""
    if isinstance(condition, Holds):
        return condition.finding in earlier and earlier[condition.finding].reading
    return isinstance(condition, StatusIs | StatusCount)


def _check_layers(finding: Finding, read: ReadFinding, earlier: Mapping[str, Finding]) -> None:
    for leaf in read.leaves:
        used = earlier.get(_finding_in(leaf.condition))
        if used is not None and used.scope == "whole" and finding.scope != "whole":
            name = _short(used.id, finding.home)
            message = f'A part cannot build on "{name}", which is judged once for the whole.'
            read.faults.add(leaf.path, "R17", message)
        if finding.kind in GROUND_KINDS and _reads(leaf.condition, earlier):
            _note_layer(leaf, finding, read)
        elif finding.reading:
            _check_reading(leaf, used, finding.home, read)


def _note_layer(leaf: Leaf, finding: Finding, read: ReadFinding) -> None:
    """Notes a conclusion that reads others, at the word that makes it do so."""
    rests = f"A {finding.kind} rests on answers"
    if isinstance(leaf.condition, Holds):
        name = _short(leaf.condition.finding, finding.home)
        read.faults.add(leaf.path, "R15", f'{rests}, but "{name}" asks how findings have settled.')
    else:
        word = leaf.path[:-1] if isinstance(leaf.condition, StatusIs) else leaf.path
        read.faults.add_key(word, "R15", f"{rests}, so it may not ask how findings have settled.")


def _check_reading(leaf: Leaf, used: Finding | None, home: str, read: ReadFinding) -> None:
    """Notes what a reading may not ask for: it must know of everything how it has settled."""
    if isinstance(leaf.condition, AnswerTest | Shares):
        message = f"{_ASKS}, so it may not test answers. Make a premise of this test, and ask for its status."
        read.faults.add_key(leaf.path, "R23", message)
    if isinstance(leaf.condition, Quantified):
        message = f'{_ASKS}, so it may not ask what is listed. Say under "where" how it has settled for each.'
        read.faults.add_key(leaf.path, "R23", message)
    if used is None:
        return
    name = _short(used.id, home)
    if isinstance(leaf.condition, Holds) and not used.reading:
        wanted = f"{{status: {{finding: {name}, is: …}}}}"
        message = f'{_ASKS}, so ask it of "{name}" as well: {wanted}.'
        read.faults.add(leaf.path, "R23", message)
    if isinstance(leaf.condition, StatusIs) and used.reading:
        message = (
            f'"{name}" itself asks how findings have settled, so it is simply met or not. Write {{finding: {name}}}.'
        )
        read.faults.add(leaf.path, "R23", message)

"""What changed between two states of a rulebook, as lines of text."""

from collections.abc import Iterable, Iterator, Mapping

from advisor.messages import diff as messages
from advisor.report.plain.lines import heading, wrapped
from advisor.report.rulebook.page import Sort
from advisor.text import both, visible
from advisor.workshop.diff.lines import Line
from advisor.workshop.diff.newcomers import home_of, in_brief, overview
from advisor.workshop.diff.result import (
    ChangeResult,
    Difference,
    DiffResult,
    EffectResult,
    FillingChange,
    StateResult,
    StatusChange,
)

_SHORT = 8
"""So much of a hash tells two states apart."""
_HEADS = {"added": messages.ADDED_ONE, "removed": messages.REMOVED_ONE, "changed": messages.CHANGED_ONE}
_TRACKS = ("verdict", "criterion")


def as_text(result: DiffResult) -> str:
    """Two states of a rulebook, told to a person."""
    between = messages.BETWEEN.format(old=_state(result.old), new=_state(result.new))
    return visible("\n".join(_wrapped([Line(between), *lines(result)]))) + "\n"


def _wrapped(told: Iterable[Line]) -> Iterator[str]:
    for line in told:
        if line.is_heading:
            yield from heading(line.says)
        elif line.says:
            yield from wrapped(line.says, line.further, line.first)
        else:
            yield ""


def lines(result: DiffResult) -> Iterator[Line]:
    """What changed, and whom that concerns."""
    if not result.changes:
        same = result.old.sha256 == result.new.sha256
        yield Line()
        yield Line(messages.SAME_HASH if same else messages.NOTHING)
        return
    yield Line(messages.CHANGED, is_heading=True)
    for change in result.changes:
        yield from _change(change)
    one = result.looked_at == 1
    told = messages.EFFECTS_OF_ONE if one else messages.EFFECTS.format(number=result.looked_at)
    yield Line(told, is_heading=True)
    if not result.effects:
        yield Line(messages.NO_EFFECT)
    schools = {one.id: one.says for one in result.changes if (one.sort, one.change) == (Sort.SCHOOL, "added")}
    yield from overview(result.effects, schools)
    for effect in result.effects:
        yield from _effect(effect, schools)
    if 0 < len(result.effects) < result.looked_at:
        yield Line(messages.REST)


def _state(state: StateResult) -> str:
    fields = {**state.model_dump(), "sha256": state.sha256[:_SHORT]}
    return messages.STATE.format(**fields)


def _change(change: ChangeResult) -> Iterator[Line]:
    yield Line(_HEADS[change.change].format(sort=change.sort, says=change.says, id=change.id), "  ")
    if change.file is not None:
        yield Line(messages.IN_THE_FILE.format(file=change.file, line=change.line), "  ", "  ")
    for difference in change.differences:
        yield from _difference(difference)
    yield Line()


def _difference(difference: Difference) -> Iterator[Line]:
    yield Line(difference.what, "  ", "  ")
    if difference.before or difference.now:
        for word, says in ((messages.BEFORE, difference.before), (messages.NOW, difference.now)):
            yield Line(word, "    ", "    ")
            for line in says or [messages.ABSENT]:
                yield from _indented(line)


def _indented(line: str) -> Iterator[Line]:
    says = line.lstrip(" ")
    indent = " " * (6 + len(line) - len(says))
    yield Line(says, f"{indent}  ", f"{indent}- ")


def _effect(effect: EffectResult, schools: Mapping[str, str]) -> Iterator[Line]:
    yield Line(messages.OF_FILE.format(initiative=effect.initiative, file=effect.file), "  ")
    for headline in effect.headlines:
        title = messages.HEADLINE if headline.part is None else messages.HEADLINE_OF.format(part=headline.part)
        yield Line(title + _through(headline.through), "  ", "  ")
        yield Line(f"{messages.BEFORE} {headline.before or messages.NO_HEADLINE}", "      ", "    ")
        yield Line(f"{messages.NOW} {headline.now or messages.NO_HEADLINE}", "      ", "    ")
    yield from in_brief(effect, schools)
    for change in effect.findings:
        if home_of(change) not in schools:
            yield from _status(change)
    for filling in effect.filled:
        yield from _filling(filling)
    if effect.reworded:
        yield Line(messages.REWORDED.format(ids=both(effect.reworded)), "    ", "  - ")
    if effect.faults:
        yield Line(messages.NOT_READ, "  ", "  ")
        for fault in effect.faults:
            yield Line(fault, "      ", "    ")
    yield Line()


def _status(change: StatusChange) -> Iterator[Line]:
    yield Line(f"{change.says} {_where(change)}", "    ", "  - ")
    words = messages.OTHERS if change.kind in _TRACKS else messages.ADVICE
    before, now = (words.get(status, status) for status in (change.before, change.now))
    said = messages.FROM_TO.format(before=before, now=now)
    yield Line(f"{said}{_through(change.through, change.finding)}", "    ", "    ")


def _filling(change: FillingChange) -> Iterator[Line]:
    yield Line(f"{change.says} {_where(change)}", "    ", "  - ")
    yield Line(messages.FILLED + _through(change.through, change.finding), "    ", "    ")
    for word, people in ((messages.BEFORE, change.before), (messages.NOW, change.now)):
        yield Line(f"{word} {both(people) or messages.NOBODY}", "        ", "      ")


def _where(change: StatusChange | FillingChange) -> str:
    item = "" if change.item is None else f", {change.item}"
    part = "" if change.part is None else f", {change.part}"
    return messages.WHERE.format(finding=change.finding, item=item, part=part)


def _through(ids: Iterable[str], own: str | None = None) -> str:
    """Where a change comes from, unless that is the very finding that it is told of."""
    others = [one for one in ids if one != own]
    return f", {messages.THROUGH.format(ids=both(others))}" if others else ""

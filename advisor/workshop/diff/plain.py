"""What changed between two states of a rulebook, as lines of text."""

from collections.abc import Iterable, Iterator

from advisor.messages import diff as messages
from advisor.report.plain.lines import heading, wrapped
from advisor.text import both, visible
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
    return visible("\n".join(_lines(result))) + "\n"


def _lines(result: DiffResult) -> Iterator[str]:
    yield from wrapped(messages.BETWEEN.format(old=_state(result.old), new=_state(result.new)))
    if not result.changes:
        same = result.old.sha256 == result.new.sha256
        yield ""
        yield from wrapped(messages.SAME_HASH if same else messages.NOTHING)
        return
    yield from heading(messages.CHANGED)
    for change in result.changes:
        yield from _change(change)
    one = result.looked_at == 1
    yield from heading(messages.EFFECTS_OF_ONE if one else messages.EFFECTS.format(number=result.looked_at))
    if not result.effects:
        yield messages.NO_EFFECT
    for effect in result.effects:
        yield from _effect(effect)
    if 0 < len(result.effects) < result.looked_at:
        yield messages.REST


def _state(state: StateResult) -> str:
    fields = {**state.model_dump(), "sha256": state.sha256[:_SHORT]}
    return messages.STATE.format(**fields)


def _change(change: ChangeResult) -> Iterator[str]:
    yield from wrapped(_HEADS[change.change].format(sort=change.sort, says=change.says, id=change.id), "  ")
    if change.file is not None:
        yield f"  {messages.IN_THE_FILE.format(file=change.file, line=change.line)}"
    for difference in change.differences:
        yield from _difference(difference)
    yield ""


def _difference(difference: Difference) -> Iterator[str]:
    yield from wrapped(difference.what, "  ", "  ")
    if difference.before or difference.now:
        for word, lines in ((messages.BEFORE, difference.before), (messages.NOW, difference.now)):
            yield f"    {word}"
            for line in lines or [messages.ABSENT]:
                yield from _indented(line)


def _indented(line: str) -> Iterator[str]:
    says = line.lstrip(" ")
    indent = " " * (6 + len(line) - len(says))
    yield from wrapped(says, f"{indent}  ", f"{indent}- ")


def _effect(effect: EffectResult) -> Iterator[str]:
    yield from wrapped(messages.OF_FILE.format(initiative=effect.initiative, file=effect.file), "  ")
    for headline in effect.headlines:
        title = messages.HEADLINE if headline.part is None else messages.HEADLINE_OF.format(part=headline.part)
        yield f"  {title}{_through(headline.through)}"
        yield from wrapped(f"{messages.BEFORE} {headline.before or messages.NO_HEADLINE}", "      ", "    ")
        yield from wrapped(f"{messages.NOW} {headline.now or messages.NO_HEADLINE}", "      ", "    ")
    for change in effect.findings:
        yield from _status(change)
    for filling in effect.filled:
        yield from _filling(filling)
    if effect.faults:
        yield f"  {messages.NOT_READ}"
        for fault in effect.faults:
            yield from wrapped(fault, "      ", "    ")
    yield ""


def _status(change: StatusChange) -> Iterator[str]:
    yield from wrapped(f"{change.says} {_where(change)}", "    ", "  - ")
    words = messages.OTHERS if change.kind in _TRACKS else messages.ADVICE
    before, now = (words.get(status, status) for status in (change.before, change.now))
    said = messages.FROM_TO.format(before=before, now=now)
    yield from wrapped(f"{said}{_through(change.through, change.finding)}", "    ", "    ")


def _filling(change: FillingChange) -> Iterator[str]:
    yield from wrapped(f"{change.says} {_where(change)}", "    ", "  - ")
    yield f"    {messages.FILLED}{_through(change.through, change.finding)}"
    for word, people in ((messages.BEFORE, change.before), (messages.NOW, change.now)):
        yield from wrapped(f"{word} {both(people) or messages.NOBODY}", "        ", "      ")


def _where(change: StatusChange | FillingChange) -> str:
    item = "" if change.item is None else f", {change.item}"
    part = "" if change.part is None else f", {change.part}"
    return messages.WHERE.format(finding=change.finding, item=item, part=part)


def _through(ids: Iterable[str], own: str | None = None) -> str:
    """Where a change comes from, unless that is the very finding that it is told of."""
    others = [one for one in ids if one != own]
    return f", {messages.THROUGH.format(ids=both(others))}" if others else ""

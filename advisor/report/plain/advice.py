"""Advice in words: each piece with its reason, the next step, and what it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from advisor.explain.words import inside_a_sentence
from advisor.messages import assessment as messages
from advisor.report.assessment import AdviceResult, FillerResult, ViewResult
from advisor.report.plain.lines import heading, wrapped
from advisor.text import both

_SUBHEADINGS: Mapping[tuple[str, str | None], str] = {
    ("measure", None): messages.MEASURES,
    **{(kind, stance): words for kind in ("goal", "expectation") for stance, words in messages.STANCES.items()},
}
_INDENT = "    "


def brief(advice: AdviceResult, mark: str) -> Iterator[str]:
    """A piece of advice for the front page: what to do."""
    part = f"{advice.part}: " if advice.part else ""
    indent = " " * (len(mark) + 1)
    yield from wrapped(f"{part}{_disputed(advice, advice.says)}", indent, f"{mark} ")
    if advice.also:
        others = both(map(inside_a_sentence, advice.also))
        yield from wrapped(messages.SAME_FOR.format(others=others), indent, indent)
    # What is told of a risk is no instruction yet.
    if advice.kind in ("stop", "risk") and advice.next_step:
        yield from wrapped(advice.next_step, indent, indent)


def notices(view: ViewResult) -> Iterator[str]:
    """What to know about the assessment itself."""
    if view.notices:
        yield ""
        for notice in view.notices:
            yield from wrapped(messages.NOTE.format(note=notice.says), "  ")


def advice(view: ViewResult) -> Iterator[str]:
    """Everything that is advised, section by section."""
    for name, title in messages.SECTIONS.items():
        section = [one for one in getattr(view, name) if _is_told(one, view)]
        if section:
            yield from heading(title)
            yield from _section(section)
    if view.timeline:
        yield from heading(messages.TIMELINE)
        for event in view.timeline:
            date = f"{event.date}, " if event.date else ""
            yield from wrapped(f"{date}{event.when}: {event.says}", "    ", "  ")


def _is_told(advice: AdviceResult, view: ViewResult) -> bool:
    """Whether it has its place here: not in the timeline, and no role of which it is not known what it asks for."""
    dated = any(event.finding == advice.id for event in view.timeline)
    return not dated and (advice.complete or advice.role is None)


def advice_beyond(part: ViewResult, before: Sequence[ViewResult], title: str) -> Iterator[str]:
    """What is advised for one part and was not told before, of the whole or of another part."""
    told = {(a.id, a.item) for view in before for name in messages.SECTIONS for a in getattr(view, name)}
    here = {name: list(getattr(part, name)) for name in messages.SECTIONS}
    kept = {name: [a for a in section if (a.id, a.item) not in told] for name, section in here.items()}
    again = [
        messages.SECTIONS[name].lower()
        for name, section in here.items()
        if any((a.id, a.item) in told for a in section)
    ]
    dates = [event for event in part.timeline if all(event not in view.timeline for view in before)]
    if any(kept.values()):
        yield from heading(title, "=")
        yield from advice(part.model_copy(update={**kept, "timeline": dates}))
        if again:
            yield ""
            yield from wrapped(messages.AGAIN.format(sections=both(again)))


def _section(section: Sequence[AdviceResult]) -> Iterator[str]:
    covered = [a for a in section if a.filled == "fully"]
    for one in covered:
        yield from wrapped(f"{one.role}: {_named(_there(one))} [{one.id}]", _INDENT, "  + ")
    rest = [a for a in section if a.filled != "fully"]
    for (kind, stance), group in groupby(rest, key=lambda a: (a.kind, a.stance)):
        if (kind, stance) in _SUBHEADINGS:
            yield f"{_SUBHEADINGS[kind, stance]}:"
        for _, same in groupby(group, key=lambda a: a.id):
            yield from _finding(list(same))


def _finding(same: Sequence[AdviceResult]) -> Iterator[str]:
    """What one finding says; where it is made for several items, the reason is told once."""
    *_, last = same
    for one in same:
        yield from _role(one) if one.role else _statement(one)
    if last.better:
        yield from wrapped(messages.BETTER.format(words=last.better), _INDENT, _INDENT)
    yield from _why(last)
    for step in dict.fromkeys(one.next_step for one in same if one.next_step):
        yield from wrapped(messages.NEXT.format(step=step), _INDENT, _INDENT)


def _statement(advice: AdviceResult) -> Iterator[str]:
    severity = f" ({messages.SEVERITY[advice.weight]})" if advice.kind == "risk" else ""
    yield from wrapped(f"{_disputed(advice, advice.says)}{severity} [{advice.id}]", _INDENT, "  - ")


def _role(advice: AdviceResult) -> Iterator[str]:
    """A line of the terms of reference, or of the staffing table."""
    need = messages.STANCES[str(advice.stance)].lower()
    yield from wrapped(f"{_disputed(advice, str(advice.role))} ({need}) [{advice.id}]", _INDENT, "  * ")
    yield from wrapped(advice.says, _INDENT, _INDENT)
    if advice.look_for:
        yield from wrapped(messages.LOOK_FOR.format(words=advice.look_for), _INDENT, _INDENT)
    if advice.filled is not None:
        yield from _filled(advice)


def _filled(advice: AdviceResult) -> Iterator[str]:
    """Who fills a role, who could, and of whom it is not known."""
    there = _there(advice)
    could = [f for f in advice.filled_by if f.certain and f.fills == "could"]
    asked = [f.name for f in advice.filled_by if not f.certain]
    nobody = messages.NOBODY if advice.filled != "open" else messages.NOT_KNOWN_WHO
    yield from wrapped(messages.FILLED_BY.format(people=_named(there) or nobody), _INDENT, _INDENT)
    if could:
        yield from wrapped(messages.COULD_BE_FILLED_BY.format(people=_named(could)), _INDENT, _INDENT)
    if asked:
        yield from wrapped(messages.ASK_ABOUT.format(people="; ".join(asked)), _INDENT, _INDENT)


def _there(advice: AdviceResult) -> list[FillerResult]:
    """Those who are there and fill a role, at least in part."""
    return [f for f in advice.filled_by if f.certain and f.fills != "could"]


def _named(people: Iterable[FillerResult]) -> str:
    return "; ".join(messages.FILLS[one.fills].format(name=one.name, how=one.how) for one in people)


def _why(advice: AdviceResult) -> Iterator[str]:
    reason = " ".join((*([advice.because] if advice.because else []), *_rests(advice)))
    if reason:
        yield from wrapped(messages.WHY.format(reason=reason), _INDENT, _INDENT)
    if advice.dissent:
        yield from wrapped(messages.OTHERS_DISAGREE.format(dissent=advice.dissent), _INDENT, _INDENT)


def _rests(advice: AdviceResult) -> Iterator[str]:
    """What it rests on, in a few words; nothing where it is ours alone, as the foot of the page says."""
    if advice.source is not None:
        known = messages.KNOWN_THROUGH[advice.source.seen].format(source=advice.source.short)
        yield messages.RESTS[advice.basis].format(source=known)
    elif advice.basis == "practice":
        yield messages.PRACTITIONERS


def _disputed(advice: AdviceResult, text: str) -> str:
    """What is said of advice, with a word before it where it hangs on a dispute."""
    hangs = advice.status == "contested" or advice.disputed
    return messages.ON_A_DISPUTED_POINT.format(advice=text) if hangs else text

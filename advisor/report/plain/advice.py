"""Advice in words: each piece with its reason, the next step, and what it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from advisor.explain.words import inside_a_sentence
from advisor.messages import assessment as messages
from advisor.report import wording
from advisor.report.assessment import AdviceResult, ViewResult
from advisor.report.plain.lines import heading, wrapped
from advisor.text import both

_INDENT = "    "


def brief(advice: AdviceResult, mark: str) -> Iterator[str]:
    """A piece of advice for the front page: what to do."""
    part = f"{advice.part}: " if advice.part else ""
    indent = " " * (len(mark) + 1)
    yield from wrapped(f"{part}{wording.disputed(advice, advice.says)}", indent, f"{mark} ")
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


def advice(view: ViewResult, *, with_ids: bool) -> Iterator[str]:
    """Everything that is advised, section by section, with the ids of findings for those who look up their proofs."""
    for name, title in messages.SECTIONS.items():
        section = [one for one in getattr(view, name) if wording.is_told(one, view)]
        if section:
            yield from heading(title)
            yield from _section(section, with_ids=with_ids)
    if view.timeline:
        yield from heading(messages.TIMELINE)
        for event in view.timeline:
            date = f"{event.date}, " if event.date else ""
            yield from wrapped(f"{date}{event.when}: {event.says}", "    ", "  ")


def advice_beyond(part: ViewResult, before: Sequence[ViewResult], title: str, *, with_ids: bool) -> Iterator[str]:
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
        yield from advice(part.model_copy(update={**kept, "timeline": dates}), with_ids=with_ids)
        if again:
            yield ""
            yield from wrapped(messages.AGAIN.format(sections=both(again)))


def _section(section: Sequence[AdviceResult], *, with_ids: bool) -> Iterator[str]:
    for one in section:
        if one.filled == "fully":
            yield from wrapped(f"{wording.covered(one)}{_id(one) if with_ids else ''}", _INDENT, "  + ")
    rest = [a for a in section if a.filled != "fully"]
    for title, group in groupby(rest, key=wording.subheading):
        if title:
            yield f"{title}:"
        for _, same in groupby(group, key=lambda a: a.id):
            yield from _finding(list(same), with_ids=with_ids)


def _id(advice: AdviceResult) -> str:
    return messages.ID.format(id=advice.id)


def _finding(same: Sequence[AdviceResult], *, with_ids: bool) -> Iterator[str]:
    """What one finding says; where it is made for several items, the reason is told once."""
    *_, last = same
    for one in same:
        mark = "  * " if one.role else "  - "
        yield from wrapped(f"{wording.statement(one)}{_id(one) if with_ids else ''}", _INDENT, mark)
        if one.role:
            yield from _told(wording.asked_for(one))
    yield from _told(wording.better(last))
    yield from _why(last, messages.WHY if len(same) == 1 else messages.WHY_EACH)
    yield from _told(dict.fromkeys(step for one in same for step in wording.next_step(one)))


def _told(lines: Iterable[wording.Told]) -> Iterator[str]:
    for line in lines:
        yield from wrapped(str(line), _INDENT, _INDENT)


def _why(advice: AdviceResult, label: str) -> Iterator[str]:
    reason = wording.reason(advice)
    if reason:
        yield from _told([wording.Told(label, reason)])
    yield from _told(wording.dissent(advice))

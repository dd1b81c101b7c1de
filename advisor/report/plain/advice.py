"""Advice in words: each piece with its reason, the next step, and what it rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from advisor.explain.words import inside_a_sentence
from advisor.report.assessment import AdviceResult, FillerResult, ViewResult
from advisor.report.plain.lines import heading, wrapped
from advisor.text import both

_TITLES = {
    "stops": "Stop",
    "team": "The mediation team",
    "languages": "Languages",
    "goals": "Goals",
    "expectations": "What to expect, and how to measure it",
    "risks": "Risks",
    "steps": "Steps",
    "reflections": "Questions to think about",
    "lessons": "What it shows",
}
_STANCES = {
    "pursue": "Pursue",
    "reasonable": "Reasonable to expect",
    "outside-control": "Possible, but not in the hands of those who organise",
    "do-not-promise": "Do not promise",
    "do-not-expect": "Do not expect",
    "cannot-be-known": "Cannot be known",
    "essential": "Essential",
    "advised": "Advised",
}
_SUBHEADINGS: Mapping[tuple[str, str | None], str] = {
    ("measure", None): "How to know",
    **{(kind, stance): words for kind in ("goal", "expectation") for stance, words in _STANCES.items()},
}
_SEVERITY = {5: "grave", 4: "serious", 3: "moderate", 2: "minor", 1: "minor"}
_INDENT = "    "


def brief(advice: AdviceResult, mark: str) -> Iterator[str]:
    """A piece of advice for the front page: what to do."""
    part = f"{advice.part}: " if advice.part else ""
    indent = " " * (len(mark) + 1)
    yield from wrapped(f"{part}{_disputed(advice)}{advice.says}", indent, f"{mark} ")
    if advice.also:
        yield from wrapped(f"The same for {both(map(inside_a_sentence, advice.also))}.", indent, indent)
    # What is told of a risk is no instruction yet.
    if advice.kind in ("stop", "risk") and advice.next_step:
        yield from wrapped(advice.next_step, indent, indent)


def notices(view: ViewResult) -> Iterator[str]:
    """What to know about the assessment itself."""
    if view.notices:
        yield ""
        for notice in view.notices:
            yield from wrapped(f"Note: {notice.says}", "  ")


def advice(view: ViewResult) -> Iterator[str]:
    """Everything that is advised, section by section."""
    for name, title in _TITLES.items():
        section = [one for one in getattr(view, name) if _is_told(one, view)]
        if section:
            yield from heading(title)
            yield from _section(section)
    if view.timeline:
        yield from heading("Timeline")
        for event in view.timeline:
            date = f"{event.date}, " if event.date else ""
            yield from wrapped(f"{date}{event.when}: {event.says}", "    ", "  ")


def _is_told(advice: AdviceResult, view: ViewResult) -> bool:
    """Whether it has its place here: not in the timeline, and no role of which it is not known what it asks for."""
    dated = any(event.finding == advice.id for event in view.timeline)
    return not dated and (advice.complete or advice.role is None)


def advice_beyond(part: ViewResult, before: Sequence[ViewResult], title: str) -> Iterator[str]:
    """What is advised for one part and was not told before, of the whole or of another part."""
    told = {(a.id, a.item) for view in before for name in _TITLES for a in getattr(view, name)}
    here = {name: list(getattr(part, name)) for name in _TITLES}
    kept = {name: [a for a in section if (a.id, a.item) not in told] for name, section in here.items()}
    again = [_TITLES[name].lower() for name, section in here.items() if any((a.id, a.item) in told for a in section)]
    dates = [event for event in part.timeline if all(event not in view.timeline for view in before)]
    if any(kept.values()):
        yield from heading(title, "=")
        yield from advice(part.model_copy(update={**kept, "timeline": dates}))
        if again:
            yield ""
            yield from wrapped(f"Here too, some of what is told above of {both(again)}.")


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
        yield from wrapped(f"Say instead: {last.better}", _INDENT, _INDENT)
    yield from _why(last)
    for step in dict.fromkeys(one.next_step for one in same if one.next_step):
        yield from wrapped(f"Next: {step}", _INDENT, _INDENT)


def _statement(advice: AdviceResult) -> Iterator[str]:
    severity = f" ({_SEVERITY[advice.weight]})" if advice.kind == "risk" else ""
    yield from wrapped(f"{_disputed(advice)}{advice.says}{severity} [{advice.id}]", _INDENT, "  - ")


def _role(advice: AdviceResult) -> Iterator[str]:
    """A line of the terms of reference, or of the staffing table."""
    need = _STANCES[str(advice.stance)].lower()
    yield from wrapped(f"{_disputed(advice)}{advice.role} ({need}) [{advice.id}]", _INDENT, "  * ")
    yield from wrapped(advice.says, _INDENT, _INDENT)
    if advice.look_for:
        yield from wrapped(f"Look for: {advice.look_for}", _INDENT, _INDENT)
    if advice.filled is not None:
        yield from _filled(advice)


def _filled(advice: AdviceResult) -> Iterator[str]:
    """Who fills a role, who could, and of whom it is not known."""
    there = _there(advice)
    could = [f for f in advice.filled_by if f.certain and f.fills == "could"]
    asked = [f.name for f in advice.filled_by if not f.certain]
    nobody = "nobody yet" if advice.filled != "open" else "not known yet"
    yield from wrapped(f"Filled by: {_named(there) or nobody}", _INDENT, _INDENT)
    if could:
        yield from wrapped(f"Could be filled by: {_named(could)}", _INDENT, _INDENT)
    if asked:
        yield from wrapped(f"Ask about: {'; '.join(asked)}", _INDENT, _INDENT)


def _there(advice: AdviceResult) -> list[FillerResult]:
    """Those who are there and fill a role, at least in part."""
    return [f for f in advice.filled_by if f.certain and f.fills != "could"]


def _named(people: Iterable[FillerResult]) -> str:
    return "; ".join(f"{one.name}, {'in part: ' if one.fills == 'partly' else ''}{one.how}" for one in people)


def _why(advice: AdviceResult) -> Iterator[str]:
    reason = " ".join((*([advice.because] if advice.because else []), *_rests(advice)))
    if reason:
        yield from wrapped(f"Why: {reason}", _INDENT, _INDENT)
    if advice.dissent:
        yield from wrapped(f"Others disagree: {advice.dissent}", _INDENT, _INDENT)


def _rests(advice: AdviceResult) -> Iterator[str]:
    """What it rests on, in a few words; nothing where it is ours alone, as the foot of the page says."""
    if advice.source is not None:
        builds = {"heuristic": "we build on ", "practice": "practitioners, in "}.get(advice.basis, "")
        known = {"brief": ", known through the issue brief", "secondary": ", known through others"}
        yield f"({builds}{advice.source.short}{known.get(advice.source.seen, '')})"
    elif advice.basis == "practice":
        yield "(practitioners)"


def _disputed(advice: AdviceResult) -> str:
    return "On a disputed point: " if advice.status == "contested" or advice.disputed else ""

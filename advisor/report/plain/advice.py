"""Advice in words: each piece with its reason, the next step, and what it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

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
    "outside-control": "Possible, but outside your control",
    "do-not-promise": "Do not promise",
    "do-not-expect": "Do not expect",
    "cannot-be-known": "Cannot be known",
    "essential": "Essential",
    "advised": "Advised",
}
_SEVERITY = {5: "grave", 4: "serious", 3: "moderate", 2: "minor", 1: "minor"}
_BASIS = {"source": "", "practice": "practitioners", "heuristic": "our rule of thumb"}
_FILLS = {"fully": "", "partly": "in part: ", "could": "could: "}
_UNFILLED = {
    "open": "The answers do not say yet who does this.",
    "nobody": "Nobody listed does this yet.",
}


def brief(advice: AdviceResult, mark: str) -> Iterator[str]:
    """A piece of advice for the front page: what to do."""
    # What a role needs is told as a sentence here, since its table stands further down.
    yield from wrapped(f"{_disputed(advice)}{advice.says}", " " * (len(mark) + 1), f"{mark} ")
    if advice.kind == "stop" and advice.next_step:
        yield from wrapped(advice.next_step, " " * (len(mark) + 1), " " * (len(mark) + 1))


def notices(view: ViewResult) -> Iterator[str]:
    """What to know about the assessment itself."""
    if view.notices:
        yield ""
        for notice in view.notices:
            yield from wrapped(f"Note: {notice.says}", "  ")


def advice(view: ViewResult) -> Iterator[str]:
    """Everything that is advised, section by section."""
    for name, title in _TITLES.items():
        section: list[AdviceResult] = getattr(view, name)
        if section:
            yield from heading(title)
            yield from _section(section)
    if view.timeline:
        yield from heading("Timeline")
        for event in view.timeline:
            date = f"{event.date}, " if event.date else ""
            yield from wrapped(f"{date}{event.when}: {event.says}", "    ", "  ")


def advice_beyond(part: ViewResult, whole: ViewResult) -> Iterator[str]:
    """What is advised for one part and not for the whole."""
    told = {(a.id, a.item) for name in _TITLES for a in getattr(whole, name)}
    kept = {name: [a for a in getattr(part, name) if (a.id, a.item) not in told] for name in _TITLES}
    yield from advice(part.model_copy(update={**kept, "timeline": []}))


def _section(section: Sequence[AdviceResult]) -> Iterator[str]:
    for (needs, stance), group in groupby(section, key=lambda a: (a.role is not None, a.stance)):
        if stance is not None and not needs:
            yield f"{_STANCES[stance]}:"
        for one in group:
            yield from _role(one) if needs else _advice(one)


def _advice(advice: AdviceResult) -> Iterator[str]:
    severity = f" ({_SEVERITY[advice.weight]})" if advice.kind == "risk" else ""
    yield from wrapped(f"{_disputed(advice)}{advice.says}{severity} [{advice.id}]", "    ", "  - ")
    if advice.better:
        yield from wrapped(f"Say instead: {advice.better}", "    ", "    ")
    yield from _why(advice)
    if advice.next_step:
        yield from wrapped(f"Next: {advice.next_step}", "    ", "    ")


def _role(advice: AdviceResult) -> Iterator[str]:
    """A line of the terms of reference, or of the staffing table."""
    need = _STANCES[str(advice.stance)].lower()
    yield from wrapped(f"{_disputed(advice)}{advice.role} ({need}) [{advice.id}]", "    ", "  * ")
    yield from wrapped(advice.says, "    ", "    ")
    if advice.look_for:
        yield from wrapped(f"Look for: {advice.look_for}", "    ", "    ")
    if advice.filled is not None:
        yield from wrapped(f"Filled by: {_filled(advice)}", "    ", "    ")
    yield from _why(advice)


def _filled(advice: AdviceResult) -> str:
    named = [f"{_FILLS[f.fills]}{_filler(f)}" for f in advice.filled_by]
    gap = _UNFILLED.get(str(advice.filled), "")
    return "; ".join(named) + (f". {gap}" if named and gap else "." if named else gap)


def _filler(filler: FillerResult) -> str:
    perhaps = "" if filler.certain else ", perhaps: the answers leave it open"
    return f"{filler.name} ({filler.how}{perhaps})"


def _why(advice: AdviceResult) -> Iterator[str]:
    rests = both(_rests(advice))
    why = f"Why: {advice.because}" if advice.because else ""
    yield from wrapped(f"{why} ({rests})".strip(), "    ", "    ")
    if advice.dissent:
        yield from wrapped(f"Others disagree: {advice.dissent}", "    ", "    ")


def _rests(advice: AdviceResult) -> Iterable[str]:
    """What it rests on, in a few words."""
    if advice.source is not None:
        known = {"brief": ", known through the issue brief", "secondary": ", known through others"}
        yield f"{advice.source.short}{known.get(advice.source.seen, '')}"
    if basis := _BASIS[advice.basis]:
        yield basis


def _disputed(advice: AdviceResult) -> str:
    return "On a disputed point: " if advice.status == "contested" or advice.disputed else ""

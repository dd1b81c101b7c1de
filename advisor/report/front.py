"""The front page: what is wrong, missing or dangerous here, drawn from the sections of an assessment."""

from collections.abc import Iterable, Mapping, Sequence

from advisor.model.finding import Kind
from advisor.report.advice import SECTIONS
from advisor.report.assessment import AdviceResult, FrontPage, OpenQuestion, PartResult
from advisor.text import both

Sections = Mapping[str, Sequence[AdviceResult]]

_FROM = ("goals", "team", "languages", "risks", "expectations", "steps", "reflections", "lessons")
"""The sections from which the front page is drawn; of equal weights, in this order."""
_STOPS, _ADVICE, _QUESTIONS = 2, 5, 3
"""So many of each fit on the front page."""
_LEAST, _LEAST_ASKED = 3, 4
"""What weighs less can wait, and so can what only lesser things wait for. Lessons stand all the same."""
_OF_ONE_SECTION = {"lessons": _ADVICE}
"""So many from one section, else two, so that the front page shows the whole picture; lessons stand alone."""
_TO_CHANGE = (None, "do-not-promise", "essential", "advised")
"""Of goals and expectations, only what must not be promised asks for a change."""


def front_page(whole: Sections, parts: Sequence[PartResult], open_: Iterable[OpenQuestion]) -> FrontPage:
    """What matters most, in the whole or in any part: at most two stops, five pieces of advice, and three questions."""
    views: list[Sections] = [whole, *({name: getattr(part, name) for name in SECTIONS} for part in parts)]
    by_section = {
        name: sorted(
            _told_once([advice for view in views for advice in view[name] if _matters(advice)], len(parts)),
            key=lambda advice: -advice.weight,
        )
        for name in ("stops", *_FROM)
    }
    if not whole["lessons"]:
        # What a phase that is over shows can wait while the rest goes on.
        by_section["lessons"] = []
    places = [
        (-advice.weight, place, advice)
        for name in _FROM
        for place, advice in enumerate(by_section[name][: _OF_ONE_SECTION.get(name, 2)])
    ]
    chosen = [advice for _, _, advice in sorted(places, key=lambda entry: entry[:2])]
    asked = [question for question in open_ if not question.withheld and question.weight >= _LEAST_ASKED]
    return FrontPage(stops=by_section["stops"][:_STOPS], advice=chosen[:_ADVICE], ask=asked[:_QUESTIONS])


def _told_once(advice: Iterable[AdviceResult], parts: int) -> list[AdviceResult]:
    """The first of each finding, with the others of whom it is said, and the parts that have it unless all have."""
    by_finding: dict[str, list[AdviceResult]] = {}
    for one in advice:
        by_finding.setdefault(one.id, []).append(one)
    told = []
    for first, *others in by_finding.values():
        also = dict.fromkeys(one.about for one in others if one.about and one.item != first.item)
        said_in = dict.fromkeys(one.part for one in (first, *others) if one.part)
        everywhere = first.part is None or len(said_in) == parts
        update = {"also": list(also), "part": None if everywhere else both(said_in)}
        told.append(first.model_copy(update=update))
    return told


def _matters(advice: AdviceResult) -> bool:
    """Whether there is something to do: a role that somebody fills, or may well fill, can wait."""
    weighs = advice.weight >= _LEAST or advice.kind == Kind.LESSON
    may_be_filled = advice.filled in ("fully", "withheld") or (advice.filled == "open" and bool(advice.filled_by))
    return weighs and advice.complete and not may_be_filled and advice.stance in _TO_CHANGE

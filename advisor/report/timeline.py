"""When things are due: moments counted from the dates of an initiative."""

from collections.abc import Iterable

from advisor.initiative.initiative import View
from advisor.model.advice import Moment
from advisor.model.entry import in_language
from advisor.model.finding import Finding
from advisor.report.assessment import AdviceResult, Event

_YEAR = 12


def timeline(advice: Iterable[tuple[Finding, AdviceResult]], view: View, language: str) -> list[Event]:
    """Everything that has its moment, in the order in which it comes."""
    due = [(finding.at, result) for finding, result in advice if finding.at is not None]
    ordered = sorted(due, key=lambda pair: (pair[0].years is not None, pair[0].share, pair[0].months))
    return [
        Event(when=in_language(at.says, language), date=date_of(at, view), says=result.says, finding=result.id)
        for at, result in ordered
    ]


def date_of(at: Moment, view: View) -> str | None:
    """The month of a moment, or its year where no more is known; None where that cannot be said."""
    start, years = _only(view, at.of), 0.0 if at.years is None else _only(view, at.years)
    if not isinstance(start, str) or not isinstance(years, float):
        return None
    later = at.months + round(years * _YEAR * at.share)
    year, _, rest = start.partition("-")
    if not rest:
        # From a year alone, only whole years can be counted.
        return str(int(year) + later // _YEAR) if later % _YEAR == 0 else None
    months = int(year) * _YEAR + int(rest[:2]) - 1 + later
    return f"{months // _YEAR:04}-{months % _YEAR + 1:02}"


def _only(view: View, question: str) -> str | float | None:
    """The one word of an answer; None where it is unknown or disputed."""
    held = view.answer(question).held
    return next(iter(held[0].words)) if len(held) == 1 and len(held[0].words) == 1 else None

"""When things are due: moments counted from the dates of an initiative."""

from collections.abc import Iterable
from math import inf

from advisor.initiative.initiative import View
from advisor.model.advice import Moment
from advisor.model.entry import in_language
from advisor.model.finding import Finding
from advisor.report.assessment import AdviceResult, Event

_YEAR = 12


def timeline(advice: Iterable[tuple[Finding, AdviceResult]], view: View, language: str) -> list[Event]:
    """Everything that has its moment, in the order in which it comes."""
    due = [(finding.at, result) for finding, result in advice if finding.at is not None]
    ordered = sorted(due, key=lambda pair: _order(pair[0], view))
    return [
        Event(when=in_language(at.says, language), date=date_of(at, view), says=result.says, finding=result.id)
        for at, result in ordered
    ]


def date_of(at: Moment, view: View) -> str | None:
    """The month of a moment, or its year where no more is known; None where that cannot be said."""
    start, later = _only(view, at.of), _months_later(at, view)
    if not isinstance(start, str) or later is None:
        return None
    year, _, rest = start.partition("-")
    if not rest:
        # From a year alone, only whole years can be counted.
        return str(int(year) + later // _YEAR) if later % _YEAR == 0 else None
    months = int(year) * _YEAR + int(rest[:2]) - 1 + later
    return f"{months // _YEAR}-{months % _YEAR + 1:02}"


def _months_later(at: Moment, view: View) -> int | None:
    """So many months after the date; None where the number of years is not known."""
    years = 0.0 if at.years is None else _only(view, at.years)
    return at.months + round(years * _YEAR * at.share) if isinstance(years, float) else None


def _order(at: Moment, view: View) -> tuple[float, float, int]:
    """What is so many years later, and nobody knows how many, comes last."""
    later = _months_later(at, view)
    return inf if later is None else later, at.share, at.months


def _only(view: View, question: str) -> str | float | None:
    """The one word of an answer; None where it is unknown or disputed."""
    held = view.answer(question).held
    return next(iter(held[0].words)) if len(held) == 1 else None

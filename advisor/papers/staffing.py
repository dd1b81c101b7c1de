"""The language staffing plan: for whom which language is needed, and who covers it."""

from collections.abc import Iterator

from advisor.messages import papers as messages
from advisor.papers.paper import Section
from advisor.papers.telling import Teller, section
from advisor.report.assessment import ViewResult


def sections(teller: Teller) -> Iterator[Section]:
    """The plan, section by section."""
    told = list(teller.by_view(lambda view, level: _plan(teller, view, level)))
    yield from teller.no_needs("staffing", messages.STAFFING, ("staffing",))
    yield from told
    yield from teller.asked(teller.questions(("staffing", "language")))


def _plan(teller: Teller, view: ViewResult, level: int) -> list[Section]:
    needs = teller.fresh((one for one in view.languages if one.role), view)
    other = (one for one in (*view.expectations, *view.risks, *view.steps) if "staffing" in one.papers)
    rest = teller.fresh([*(one for one in view.languages if not one.role), *other], view)
    table = teller.roles(needs, messages.STAFFING_HEADER, messages.STAFFING_CAPTION)
    return [
        *section(messages.STAFFING, level, table),
        *section(messages.TO_DO, level, teller.bullets(rest)),
    ]

"""The expectation sheet for those who pay: what to expect, what not, how to know, and what to settle."""

from collections.abc import Iterator

from advisor.messages import assessment as words
from advisor.messages import papers as messages
from advisor.papers.paper import Section
from advisor.papers.telling import Teller, section
from advisor.report.assessment import ViewResult


def sections(teller: Teller) -> Iterator[Section]:
    """The sheet, section by section."""
    yield from teller.by_view(lambda view, level: _sheet(teller, view, level))
    yield from teller.asked(teller.questions(("goal", "expectation", "measure")))


def _sheet(teller: Teller, view: ViewResult, level: int) -> list[Section]:
    promised = teller.fresh((*view.goals, *view.expectations), view)
    marked = teller.fresh((one for one in (*view.risks, *view.steps) if "expectations" in one.papers), view)
    by_stance = [
        one
        for stance, heading in messages.AIMS.items()
        for one in section(heading, level, teller.bullets(p for p in promised if p.stance == stance))
    ]
    measures = teller.bullets(one for one in promised if one.kind == "measure")
    return [
        *by_stance,
        *section(words.MEASURES, level, measures),
        *section(messages.TO_SETTLE, level, teller.bullets(marked)),
        *section(words.TIMELINE, level, teller.dates(view)),
    ]

"""One page to speak from: what it is, what matters most, what not to promise, what to ask."""

from collections.abc import Iterator

from advisor.messages import papers as messages
from advisor.papers.paper import Section
from advisor.papers.telling import Teller


def sections(teller: Teller) -> Iterator[Section]:
    """The page, section by section."""
    front = teller.assessment.front
    if front.advice:
        yield Section(heading=messages.MATTERS_MOST, blocks=[teller.front(front.advice, numbered=True)])
    yield from teller.asked(front.ask)

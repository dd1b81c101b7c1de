"""The dates of a paper as a calendar file.

A month alone is no day, so that an entry spans all of what is known of its date: a month, or a year. It blocks no time.
"""

import hashlib
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime

from icalendar import Calendar, Event

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import papers as messages
from advisor.papers.paper import Dates, Due, Paper

_PROGRAM = "-//advisor//papers//EN"
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
"""When an entry was made: not told, so that the same paper gives the same file."""
_DECEMBER = 12


def as_calendar(paper: Paper) -> bytes:
    """The calendar.

    Raises:
        AdvisorError: no date is known.
    """
    calendar = Calendar()
    calendar.add("prodid", _PROGRAM)
    calendar.add("version", "2.0")
    dated = [(due, due.date) for due in _due(paper) if due.date is not None and _in_a_calendar(due.date)]
    if not dated:
        raise AdvisorError([Fault(Place(paper.title), "P04", messages.NO_DATES)])
    for due, day in dated:
        calendar.add_component(_event(paper, due, day))
    return bytes(calendar.to_ical())


def _due(paper: Paper) -> Iterator[Due]:
    for section in paper.sections:
        for block in section.blocks:
            if isinstance(block, Dates):
                yield from block.events


def _event(paper: Paper, due: Due, day: str) -> Event:
    event = Event()
    first, after, span = _spanned(day)
    told = f"{paper.initiative}\n{due.finding}\n{day}\n{due.when}\n{due.what.says}"
    event.add("uid", f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@advisor")
    event.add("dtstamp", _NO_TIME)
    event.add("dtstart", first)
    event.add("dtend", after)
    event.add("summary", due.what.says)
    event.add("description", messages.CALENDAR_DAY_UNKNOWN.format(when=due.when, span=span))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _in_a_calendar(day: str) -> bool:
    return MINYEAR <= int(day.partition("-")[0]) < MAXYEAR


def _spanned(day: str) -> tuple[date, date, str]:
    """The first day that a date may mean, the first that it cannot, and what lies between."""
    year, _, month = day.partition("-")
    if not month:
        return date(int(year), 1, 1), date(int(year) + 1, 1, 1), messages.YEAR
    number = int(month)
    following = (int(year) + 1, 1) if number == _DECEMBER else (int(year), number + 1)
    return date(int(year), number, 1), date(*following, 1), messages.MONTH

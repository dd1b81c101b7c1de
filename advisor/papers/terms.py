"""The terms of reference for the mediation team: roles, what to look for, who fills them, and how the team works."""

from collections.abc import Iterator

from advisor.messages import papers as messages
from advisor.papers.paper import Section
from advisor.papers.telling import Teller, section
from advisor.report.assessment import ViewResult

_AIMS = ("pursue", "do-not-promise")
"""What a team has to know of the aims: what to work for, and what not to promise."""


def sections(teller: Teller) -> Iterator[Section]:
    """The terms, section by section."""
    told = list(teller.by_view(lambda view, level: _terms(teller, view, level)))
    yield from teller.no_needs("terms", messages.ROLES, ("role", "staffing"))
    yield from told
    yield from teller.asked(teller.questions(("role", "team", "staffing")))


def _terms(teller: Teller, view: ViewResult, level: int) -> list[Section]:
    team = teller.fresh(view.team, view)
    staffing = teller.fresh([one for one in view.languages if one.role], view)
    marked = teller.fresh((one for one in (*view.risks, *view.steps) if "terms" in one.papers), view)
    roles = teller.roles([one for one in team if one.role], messages.ROLE_HEADER, messages.ROLES_CAPTION)
    languages = teller.roles(staffing, messages.STAFFING_HEADER, messages.STAFFING_CAPTION)
    work = teller.bullets([*(one for one in team if not one.role), *marked])
    aims = [
        one
        for stance in _AIMS
        for one in section(
            messages.AIMS[stance],
            level,
            teller.bullets(teller.fresh((g for g in view.goals if g.stance == stance), view)),
        )
    ]
    return [
        *section(messages.ROLES, level, roles),
        *section(messages.LANGUAGES, level, languages),
        *section(messages.TEAMWORK, level, work),
        *aims,
    ]

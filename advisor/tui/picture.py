"""The picture so far: what the initiative is called, and where each school stands, while answers arrive."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from advisor.funders.wording import demands
from advisor.messages import funders as messages
from advisor.messages import proof as proof_messages
from advisor.messages.screens import everywhere, interview, promises
from advisor.model.finding import CLAIMS
from advisor.report.assessment import PartPicture, Picture, SchoolResult, VerdictResult
from advisor.report.plain.lines import SIGNS
from advisor.text import either
from advisor.tui.case import Case
from advisor.tui.judged import STANCES
from advisor.tui.promised import Promised, Sort
from advisor.tui.shown import STATUS_STYLES, shown, shown_lines

ORDER = ("supported", "contested", "undecided", "refuted")
"""What is told of first."""


class PictureView(VerticalScroll):
    """The headline, then the schools one by one."""

    can_focus = False
    _shown: object = None

    def compose(self) -> ComposeResult:
        """One text, filled anew after each answer."""
        yield Static(id="picture")

    def show(self, case: Case, part: str) -> None:
        """Shows how things stand: what each school says, or what is thought of each promise."""
        told = case.initiative if isinstance(case, Promised) else case.picture_of(part)
        if told is not self._shown:
            self._shown = told
            lines = _judged(case) if isinstance(case, Promised) else _lines(case.picture_of(part))
            self.query_one("#picture", Static).update(shown_lines(*lines))


def _judged(case: Promised) -> Iterator[Content]:
    """Each promise, or how many demands there are of which it can be said whether they are met."""
    yield shown((promises.SO_FAR, "bold"))
    yield shown()
    so_far = case.so_far
    for item in case.file.initiative.whole.group(CLAIMS).items:
        stance = so_far[item.id]
        sign, style = STANCES[stance]
        words = messages.STANCES[stance] if stance else messages.NOT_JUDGED
        yield shown((f"{sign} ", f"bold {style}"), case.results.words.item_name(CLAIMS, item))
        yield shown((words, style))
        yield shown()
    for funder in case.expected.funders[:1] if case.sort is Sort.PROFILE else ():
        for title, sign, found in demands(funder):
            yield shown((f"{sign} ", "bold"), messages.DEMANDS[title].format(number=len(found)))


def _lines(picture: Picture | PartPicture) -> Iterator[Content]:
    yield shown((interview.PICTURE, "bold"))
    yield shown()
    yield shown(picture.headline.says if picture.headline is not None else everywhere.NO_PICTURE)
    yield shown()
    for school in picture.schools:
        if any(verdict.tracks for verdict in school.verdicts):
            yield from _school(school)


def _school(school: SchoolResult) -> Iterator[Content]:
    """A school with its strongest verdicts: what it says yes to, else what is disputed, else what is open."""
    verdicts = [verdict for verdict in school.verdicts if verdict.tracks]
    best = min((ORDER.index(verdict.status) for verdict in verdicts), default=len(ORDER) - 1)
    status = ORDER[best]
    style = STATUS_STYLES[status]
    yield shown((f"{SIGNS[status]} ", style), school.short)
    yield shown("  ", (_told(status, [v for v in verdicts if v.status == status]), style))


def _told(status: str, verdicts: list[VerdictResult]) -> str:
    tracks = either(dict.fromkeys(track for verdict in verdicts for track in verdict.tracks))
    if status == "refuted":
        return interview.NO_TRACK
    if status == "undecided":
        return interview.OPEN_TRACK.format(tracks=tracks)
    return f"Track {tracks}: {proof_messages.STATUS[status]}"

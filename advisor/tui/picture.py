"""The picture so far: what the initiative is called, and where each school stands, while answers arrive."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from advisor.messages import proof as proof_messages
from advisor.messages.screens import everywhere
from advisor.messages.screens import interview as messages
from advisor.report.assessment import PartPicture, Picture, SchoolResult, VerdictResult
from advisor.report.plain.lines import SIGNS
from advisor.text import either
from advisor.tui.shown import STATUS_STYLES, shown, shown_lines

ORDER = ("supported", "contested", "undecided", "refuted")
"""What is told of first."""


class PictureView(VerticalScroll):
    """The headline, then the schools one by one."""

    can_focus = False
    _shown: Picture | PartPicture | None = None

    def compose(self) -> ComposeResult:
        """One text, filled anew after each answer."""
        yield Static(id="picture")

    def show(self, picture: Picture | PartPicture) -> None:
        """Shows how things stand."""
        if picture is not self._shown:
            self._shown = picture
            self.query_one("#picture", Static).update(shown_lines(*_lines(picture)))


def _lines(picture: Picture | PartPicture) -> Iterator[Content]:
    yield shown((messages.PICTURE, "bold"))
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
        return messages.NO_TRACK
    if status == "undecided":
        return messages.OPEN_TRACK.format(tracks=tracks)
    return f"Track {tracks}: {proof_messages.STATUS[status]}"

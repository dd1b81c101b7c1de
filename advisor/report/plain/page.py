"""The assessment as a page: what matters most first, then what is advised, then why it is what it is."""

from collections.abc import Iterator

from advisor.report.assessment import AdviceResult, Assessment, PartResult, ViewResult
from advisor.report.plain.advice import advice, advice_beyond, brief, notices
from advisor.report.plain.classification import reasons, table
from advisor.report.plain.lines import WIDTH, heading, wrapped
from advisor.text import visible

RECORDS = {
    "own": "",
    "real": "A real initiative, described from published sources.",
    "composed": "A composed example: no such initiative exists.",
}
MAY_BE_DONE = "What is advised below may be done already; the record does not say."
NOTHING_TO_CHANGE = "Nothing that is answered so far has to change. What is not answered may."
LEGEND = """+ met or supported   - not met or refuted   ? not known   ! contested
( ) a broad use of the term
Where advice names no source, it is our rule of thumb.
Why each school says so: advisor assess FILE --reasons
The whole proof of a finding: advisor why FILE ID, with the id in [brackets]"""
_MOST_OPEN = 12
"""So many open questions are listed."""


def as_text(assessment: Assessment, *, with_reasons: bool) -> str:
    """The whole assessment, for a person to read.

    Args:
        assessment: what to tell.
        with_reasons: whether to tell why each school says what it says, which is longer than all the rest.
    """
    return visible("\n".join((*_front(assessment), *_rest(assessment, with_reasons=with_reasons)))) + "\n"


def front_as_text(assessment: Assessment) -> str:
    """What matters most, on one screen."""
    return visible("\n".join(_front(assessment))) + "\n"


def _front(assessment: Assessment) -> Iterator[str]:
    yield from _title(assessment)
    front = assessment.front
    if front.stops:
        yield from ("", "STOP")
        for stop in front.stops:
            yield from brief(stop, "!")
        for stop in _further_stops(assessment):
            yield from wrapped(stop.says, "  ", "! ")
    if not front.stops and not front.advice and (assessment.team or assessment.goals or assessment.expectations):
        yield from ("", NOTHING_TO_CHANGE)
    if front.advice:
        yield from ("", "WHAT MATTERS MOST")
        for number, one in enumerate(front.advice, start=1):
            yield from brief(one, f"{number}.")
    if front.ask:
        yield from ("", "FIND OUT NEXT" if not assessment.lessons else "WHAT THE RECORD DOES NOT SAY")
        for question in front.ask:
            yield from wrapped(question.says, "  ", "? ")


def _title(assessment: Assessment) -> Iterator[str]:
    initiative = assessment.initiative
    title = f"{initiative.name}, {initiative.years}" if initiative.years else initiative.name
    yield from wrapped(title)
    yield "=" * min(len(title), WIDTH)
    if RECORDS[initiative.record]:
        yield RECORDS[initiative.record]
    if initiative.record == "real" and assessment.front.advice and not assessment.lessons:
        yield from wrapped(MAY_BE_DONE)
    if assessment.headline is not None:
        yield from wrapped(assessment.headline.says)


def _further_stops(assessment: Assessment) -> list[AdviceResult]:
    """The stops that the front page has no room to tell in full."""
    shown = {stop.id for stop in assessment.front.stops}
    return [stop for stop in assessment.stops if stop.id not in shown]


def _rest(assessment: Assessment, *, with_reasons: bool) -> Iterator[str]:
    yield from notices(assessment)
    yield from advice(assessment)
    before: list[ViewResult] = [assessment]
    for part in assessment.parts:
        yield from advice_beyond(part, before, f"{part.kind.capitalize()}: {part.name}{_dates(part)}")
        before.append(part)
    yield from _open(assessment)
    yield from heading("By whose definition" if not assessment.parts else "By whose definition: what holds throughout")
    yield from table(assessment)
    if with_reasons and not assessment.parts:
        yield from heading("Why it is called that")
        yield from reasons(assessment)
    for part in assessment.parts:
        yield from _part(part, with_reasons=with_reasons)
    yield from _published(assessment)
    yield from ("", LEGEND)
    rulebook = assessment.rulebook
    yield f"Rules: {rulebook.title}, version {rulebook.version} ({rulebook.sha256[:12]})"


def _part(part: PartResult, *, with_reasons: bool) -> Iterator[str]:
    yield from heading(f"By whose definition: {part.name}{_dates(part)}")
    if part.headline is not None:
        yield from wrapped(part.headline.says)
        yield ""
    yield from table(part)
    if with_reasons:
        yield from heading("Why it is called that")
        yield from reasons(part)


def _dates(part: PartResult) -> str:
    dates = " to ".join(date for date in (part.start, part.end) if date)
    return f" ({dates})" if dates else ""


def _open(assessment: Assessment) -> Iterator[str]:
    if assessment.parts or not assessment.open:
        return
    yield from heading("Not known yet")
    yield from wrapped('A list is open until it stands under "only:" in the file, which says: that is all.')
    for question in assessment.open[:_MOST_OPEN]:
        withheld = " (known, but not written here)" if question.withheld else ""
        yield from wrapped(f"{question.says}{withheld}", "  ", "? ")
    further = len(assessment.open) - _MOST_OPEN
    if further > 0:
        yield f"  and {further} more that matter less: advisor assess FILE --json lists them."


def _published(assessment: Assessment) -> Iterator[str]:
    """What others have called it, whether or not we agree."""
    initiative = assessment.initiative
    if initiative.published:
        yield from heading("What others have called it")
        for label in initiative.published:
            who = f"{label.by} ({label.year})" if label.year else label.by
            unchecked = " [recalled, unchecked]" if label.evidence.startswith("recalled") else ""
            yield from wrapped(f"{label.label}: {who}{unchecked}", "    ", "  ")
    if initiative.review:
        yield from wrapped(f"Compared with ours: {initiative.review}", "    ", "  ")

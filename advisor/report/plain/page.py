"""The assessment as a page: what matters most first, then what is advised, then why it is what it is."""

from collections.abc import Iterator

from advisor.report.assessment import Assessment, PartResult, ViewResult
from advisor.report.plain.advice import advice, advice_beyond, brief, notices
from advisor.report.plain.classification import reasons, table
from advisor.report.plain.lines import WIDTH, heading, wrapped
from advisor.text import visible

RECORDS = {
    "own": "",
    "real": "A real initiative, described from published sources.",
    "composed": "A composed example: no such initiative exists.",
}
LEGEND = """+ met or supported   - not met or refuted   ? not known   ! contested
( ) a broad use of the term
The whole proof of a finding: advisor why FILE ID, with the id in [brackets]"""
_MOST_OPEN = 12
"""So many open questions are listed."""


def as_text(assessment: Assessment) -> str:
    """The whole assessment, for a person to read."""
    return visible("\n".join((*_front(assessment), *_rest(assessment)))) + "\n"


def front_as_text(assessment: Assessment) -> str:
    """What matters most, on one screen."""
    return visible("\n".join(_front(assessment))) + "\n"


def _front(assessment: Assessment) -> Iterator[str]:
    initiative = assessment.initiative
    title = f"{initiative.name}, {initiative.years}" if initiative.years else initiative.name
    yield from wrapped(title)
    yield "=" * min(len(title), WIDTH)
    if RECORDS[initiative.record]:
        yield RECORDS[initiative.record]
    if assessment.headline is not None:
        yield from wrapped(assessment.headline.says)
    front = assessment.front
    if front.stops:
        yield from heading("Stop")
        for stop in front.stops:
            yield from brief(stop, "!")
        further = len({stop.id for stop in assessment.stops} - {stop.id for stop in front.stops})
        if further:
            yield f"! and {further} more, below."
    if front.advice:
        yield from heading("What matters most")
        for number, one in enumerate(front.advice, start=1):
            yield from brief(one, f"{number}.")
    if front.ask:
        yield from heading("Find out next" if not assessment.lessons else "What the record does not say")
        for question in front.ask:
            yield from wrapped(question.says, "  ", "? ")


def _rest(assessment: Assessment) -> Iterator[str]:
    yield from notices(assessment)
    yield from heading("By whose definition" if not assessment.parts else "What holds throughout")
    yield from table(assessment)
    yield from advice(assessment)
    for part in assessment.parts:
        yield from _part(part, assessment)
    yield from _open(assessment)
    if not assessment.parts:
        yield from heading("Why it is called that")
        yield from reasons(assessment)
    yield from _published(assessment)
    yield from ("", LEGEND)
    rulebook = assessment.rulebook
    yield f"Rules: {rulebook.title}, version {rulebook.version} ({rulebook.sha256[:12]})"


def _part(part: PartResult, whole: ViewResult) -> Iterator[str]:
    dates = " to ".join(date for date in (part.start, part.end) if date)
    yield from heading(f"{part.kind.capitalize()}: {part.name}{f' ({dates})' if dates else ''}", "=")
    if part.headline is not None:
        yield from wrapped(part.headline.says)
        yield ""
    yield from table(part)
    yield from advice_beyond(part, whole)
    yield from heading("Why it is called that")
    yield from reasons(part)


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

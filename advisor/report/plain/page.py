"""The assessment as a page: what matters most first, then what is advised, then why it is what it is."""

from collections.abc import Iterator

from advisor.messages import assessment as messages
from advisor.report.assessment import Assessment, PartResult, ViewResult
from advisor.report.audience import Audience
from advisor.report.plain.advice import advice, advice_beyond, brief, notices
from advisor.report.plain.classification import reasons, table
from advisor.report.plain.lines import WIDTH, heading, wrapped
from advisor.report.wording import further_stops, left_out, named, published, receipt
from advisor.text import visible

_MOST_OPEN = 12
"""So many open questions are listed."""


def as_text(assessment: Assessment, *, with_reasons: bool) -> str:
    """The whole assessment, for a person to read.

    Args:
        assessment: what to tell.
        with_reasons: whether to tell why each school says what it says, which is longer than all the rest, and the id
            of each finding, by which its proof is found.
    """
    return visible("\n".join((*_front(assessment), *_rest(assessment, with_reasons=with_reasons)))) + "\n"


def front_as_text(assessment: Assessment) -> str:
    """What matters most, on one screen."""
    return visible("\n".join(_front(assessment))) + "\n"


def _front(assessment: Assessment) -> Iterator[str]:
    yield from _title(assessment)
    front = assessment.front
    if front.stops:
        yield from ("", messages.STOP)
        for stop in (*front.stops, *further_stops(front, assessment)):
            yield from brief(stop, "!")
    advised = assessment.team or assessment.goals or assessment.expectations
    # Others are not told everything that has to change.
    if advised and not front.stops and not front.advice and assessment.audience is Audience.TEAM:
        yield from ("", messages.NOTHING_TO_CHANGE)
    if front.advice:
        yield from ("", messages.MATTERS_MOST)
        for number, one in enumerate(front.advice, start=1):
            yield from brief(one, f"{number}.")
    if front.ask:
        yield from ("", messages.FIND_OUT if not assessment.lessons else messages.RECORD_SILENT)
        for question in front.ask:
            yield from wrapped(question.says, "  ", "? ")


def _title(assessment: Assessment) -> Iterator[str]:
    initiative = assessment.initiative
    title = f"{initiative.name}, {initiative.years}" if initiative.years else initiative.name
    yield from wrapped(title)
    yield "=" * min(len(title), WIDTH)
    if messages.RECORDS[initiative.record]:
        yield messages.RECORDS[initiative.record]
    if initiative.record == "real" and assessment.front.advice and not assessment.lessons:
        yield from wrapped(messages.MAY_BE_DONE)
    for line in left_out(assessment.audience, assessment.withheld):
        yield from wrapped(line)
    if assessment.headline is not None:
        yield from wrapped(assessment.headline.says)


def _rest(assessment: Assessment, *, with_reasons: bool) -> Iterator[str]:
    yield from notices(assessment)
    yield from advice(assessment, with_ids=with_reasons)
    before: list[ViewResult] = [assessment]
    for part in assessment.parts:
        title = messages.PARTS[part.kind].format(name=named(part))
        yield from advice_beyond(part, before, title, with_ids=with_reasons)
        before.append(part)
    yield from _open(assessment)
    yield from heading(messages.DEFINITION if not assessment.parts else messages.DEFINITION_THROUGHOUT)
    yield from table(assessment)
    if with_reasons and not assessment.parts:
        yield from heading(messages.REASONS)
        yield from reasons(assessment)
    for part in assessment.parts:
        yield from _part(part, with_reasons=with_reasons)
    yield from _published(assessment)
    yield from ("", messages.LEGEND, messages.WITH_IDS if with_reasons else messages.WITHOUT_IDS)
    for line in receipt(assessment):
        yield from wrapped(line, "  ")


def _part(part: PartResult, *, with_reasons: bool) -> Iterator[str]:
    yield from heading(messages.DEFINITION_OF_PART.format(part=named(part)))
    if part.headline is not None:
        yield from wrapped(part.headline.says)
        yield ""
    yield from table(part)
    if with_reasons:
        yield from heading(messages.REASONS)
        yield from reasons(part)


def _open(assessment: Assessment) -> Iterator[str]:
    if assessment.parts or not assessment.open:
        return
    yield from heading(messages.NOT_KNOWN_YET)
    yield from wrapped(messages.OPEN_LISTS)
    for question in assessment.open[:_MOST_OPEN]:
        says = messages.WITHHELD.format(question=question.says) if question.withheld else question.says
        yield from wrapped(says, "  ", "? ")
    further = len(assessment.open) - _MOST_OPEN
    if further > 0:
        yield f"  {messages.FURTHER_OPEN.format(number=further)}"


def _published(assessment: Assessment) -> Iterator[str]:
    """What others have called it, whether or not we agree."""
    initiative = assessment.initiative
    if initiative.published:
        yield from heading(messages.CALLED_BY_OTHERS)
        for label in published(initiative):
            yield from wrapped(label, "    ", "  ")
    if initiative.review:
        yield from wrapped(messages.COMPARED.format(review=initiative.review), "    ", "  ")

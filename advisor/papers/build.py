"""Papers from what is said for an audience, and from nothing else: what that leaves out cannot come in again."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from advisor.funders.results import Expected
from advisor.messages import assessment as words
from advisor.messages import papers as messages
from advisor.model.advice import PaperKind
from advisor.model.entry import BASE_LANGUAGE
from advisor.papers import briefing, expectations, memo, promises, staffing, terms
from advisor.papers.paper import Block, Paper, Section
from advisor.papers.telling import Teller, paragraph
from advisor.report import wording
from advisor.report.assessment import Assessment
from advisor.report.audience import Audience


class _Builder(Protocol):
    """Tells what a paper is for, below its opening."""

    def __call__(self, teller: Teller, /) -> Iterator[Section]: ...


_BUILDERS: Mapping[PaperKind, _Builder] = {
    "memo": memo.sections,
    "terms": terms.sections,
    "staffing": staffing.sections,
    "expectations": expectations.sections,
    "briefing": briefing.sections,
}
KINDS: tuple[PaperKind, ...] = tuple(_BUILDERS)
_FOR_FUNDERS: tuple[PaperKind, ...] = ("expectations",)


def usual_audience(kind: PaperKind) -> Audience:
    """For whom a paper is, unless somebody else is named."""
    return Audience.FUNDER if kind in _FOR_FUNDERS else Audience.TEAM


def build(assessment: Assessment, kind: PaperKind, expected: Expected | None = None) -> Paper:
    """A paper of a kind.

    Args:
        assessment: for whom the paper is.
        kind: which paper.
        expected: for the expectation sheet: what is promised and demanded, for the same audience.
    """
    teller = Teller(assessment)
    opening = list(_opening(teller, kind))
    told = list(_BUILDERS[kind](teller))
    if expected is not None:
        told += promises.sections(teller, expected)
    initiative = assessment.initiative
    return Paper(
        kind=kind,
        title=f"{initiative.name}, {initiative.years}" if initiative.years else initiative.name,
        subtitle=messages.KINDS[kind],
        # The words of the program are English, whatever the language of the rulebook's texts.
        language=BASE_LANGUAGE,
        audience=assessment.audience,
        for_whom=messages.AUDIENCES[assessment.audience],
        sections=[*opening, *told],
        withheld=assessment.withheld,
        receipt=list(wording.receipt(assessment)),
        about_notes=messages.ABOUT_NOTES,
        notes=teller.notes.notes,
        bibliography=teller.notes.bibliography(),
        initiative=initiative.id,
    )


def _opening(teller: Teller, kind: PaperKind) -> Iterator[Section]:
    """What the initiative is, and what has to be done before anything else."""
    assessment = teller.assessment
    said = [words.RECORDS[assessment.initiative.record]]
    if assessment.initiative.record == "real" and assessment.front.advice and not assessment.lessons:
        said.append(words.MAY_BE_DONE)
    if assessment.headline is not None:
        said.append(assessment.headline.says)
    if assessment.lessons and kind not in messages.NOTHING_SAID:
        said.append(messages.OVER)
    else:
        said += [notice.says for notice in assessment.notices]
    if kind in messages.NOTHING_SAID and not assessment.notices and not _advised(assessment):
        said.append(teller.nothing(messages.NOTHING_SAID[kind]))
    blocks: list[Block] = [paragraph(says) for says in said if says]
    yield Section(heading=messages.WHAT_IT_IS, blocks=blocks)
    front = assessment.front
    if front.stops:
        stops = teller.front((*front.stops, *wording.further_stops(front, assessment)), numbered=False)
        yield Section(heading=messages.BEFORE_ANYTHING, blocks=[stops])


def _advised(assessment: Assessment) -> bool:
    views = (assessment, *assessment.parts)
    return any(getattr(view, name) for view in views for name in words.SECTIONS)

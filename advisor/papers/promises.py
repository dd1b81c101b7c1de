"""What a proposal promises and what funders expect, each with what to think of it."""

from collections.abc import Iterator, Sequence

from advisor.explain.words import inside_a_sentence
from advisor.funders import wording
from advisor.funders.results import ClaimResult, ClashResult, Expected, FunderResult, JudgementResult
from advisor.messages import assessment as page
from advisor.messages import funders as words
from advisor.messages import papers as messages
from advisor.papers.paper import Block, Bullets, Line, Paragraph, Section
from advisor.papers.telling import Teller, paragraph, section, told_lines
from advisor.report.assessment import FindingResult, OpenQuestion
from advisor.report.wording import Told

_ASKED = 4
"""So many questions are told of one promise or funder."""


def sections(teller: Teller, expected: Expected) -> Iterator[Section]:
    """The promises, then the demands of each funder."""
    yield from section(messages.PROMISED, 1, list(_opening(expected)))
    for number, claim in enumerate(expected.claims, start=1):
        heading = messages.PROMISE.format(number=number, judgement=wording.judgement(claim))
        yield Section(heading=heading, level=2, blocks=list(_promise(teller, claim)))
    for funder in expected.funders:
        yield from _funder(teller, funder)


def _opening(expected: Expected) -> Iterator[Block]:
    if expected.proposal is not None:
        yield paragraph(words.PROPOSAL.format(title=expected.proposal))
    if expected.claims:
        yield paragraph(wording.counts(expected.claims))


def _promise(teller: Teller, claim: ClaimResult) -> Iterator[Block]:
    """A promise in its own words; where these are not told, as it was read."""
    if claim.says:
        yield paragraph(words.QUOTED.format(says=claim.says))
    yield Paragraph(line=Line(label=words.READ_AS, says=wording.read_as(claim) or claim.id))
    yield from map(paragraph, wording.remarks(claim))
    if told := wording.told(claim):
        yield Bullets(items=[_decisive(teller, told[0]), *([_further(teller, one, claim)] for one in told[1:])])
    yield from map(paragraph, wording.may_turn_out(claim))
    yield from _asked(words.PROPOSAL_IS_SILENT, claim.not_said)
    yield from _asked(words.NOT_KNOWN_YET, claim.open)


def _decisive(teller: Teller, one: JudgementResult) -> list[Line]:
    """What decides the judgement, with what to say, to measure and to ask."""
    return [Line(says=wording.alone(one), notes=teller.notes.of(one)), *told_lines(wording.instead(one))]


def _further(teller: Teller, one: JudgementResult, claim: ClaimResult) -> Line:
    """What else is so of a promise."""
    says = f"{wording.alone(one)}{wording.also(one, claim)}"
    return Line(label=words.ALSO, says=says, notes=teller.notes.of(one))


def _funder(teller: Teller, funder: FunderResult) -> Iterator[Section]:
    sorts = list(wording.demands(funder))
    opening = [] if sorts else [paragraph(words.NOTHING_ASKED)]
    if funder.more_not_told:
        opening.append(paragraph(words.MORE_IN_THE_WAY))
    yield Section(heading=words.FUNDER.format(name=inside_a_sentence(funder.name)), blocks=opening)
    for title, _, found in sorts:
        yield Section(heading=title, level=2, blocks=[Bullets(items=[_demand(teller, one) for one in found])])
    yield from section(words.PROFILE_IS_SILENT, 2, _questions(funder.not_said))
    yield from section(words.NOT_KNOWN_YET, 2, _questions(funder.open))


def _demand(teller: Teller, one: FindingResult) -> list[Line]:
    line = Line(says=wording.alone(one), notes=teller.notes.of(one))
    next_step = one.next_step if isinstance(one, ClashResult) else None
    return [line, *told_lines([Told(page.NEXT, next_step)] if next_step else [])]


def _asked(title: str, questions: Sequence[OpenQuestion]) -> Iterator[Block]:
    if questions:
        yield paragraph(f"{title}:")
        yield from _questions(questions)


def _questions(questions: Sequence[OpenQuestion]) -> list[Block]:
    """The first questions of some, and how many more there are."""
    items = [[Line(says=wording.asked(question))] for question in questions[:_ASKED]]
    if len(questions) > _ASKED:
        items.append([Line(says=words.FURTHER.format(number=len(questions) - _ASKED))])
    return [Bullets(items=items)] if items else []

"""The process-design memo: what matters most on the first page, then everything that is advised."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from advisor.messages import assessment as words
from advisor.messages import papers as messages
from advisor.papers.paper import Block, Bullets, Line, Section
from advisor.papers.telling import Teller, paragraph, section
from advisor.report import wording
from advisor.report.assessment import AdviceResult, ViewResult

_MOST_OPEN = 12
"""So many open questions are listed."""


def sections(teller: Teller) -> Iterator[Section]:
    """The memo, section by section."""
    assessment = teller.assessment
    if assessment.front.advice:
        advice = teller.front(assessment.front.advice, numbered=True)
        yield Section(heading=messages.MATTERS_MOST, blocks=[advice])
    yield from teller.asked(assessment.front.ask)
    rest = [
        *teller.by_view(lambda view, level: _advice(teller, view, level)),
        *_open(teller),
        *_definitions(teller),
        *_published(teller),
    ]
    # Where little is told, a page of its own for the front would be an empty one.
    yield rest[0].model_copy(update={"new_page": bool(assessment.front.advice) and not assessment.lessons})
    yield from rest[1:]


def _advice(teller: Teller, view: ViewResult, level: int) -> list[Section]:
    """Everything that is advised for the whole or a part, beyond the first page."""
    found: list[Section] = []
    for name, title in words.SECTIONS.items():
        fresh = teller.fresh(getattr(view, name), view)
        needs = [one for one in fresh if one.role]
        rest = [one for one in fresh if not one.role]
        header, caption = _NEEDS.get(name, ((), ""))
        groups = [(heading, list(group)) for heading, group in groupby(rest, key=wording.subheading)]
        plain = [one for heading, group in groups if not heading for one in group]
        found += section(title, level, [*teller.roles(needs, header, caption), *teller.bullets(plain)])
        headed = [(heading, group) for heading, group in groups if heading]
        found += _under(teller, title if not (needs or plain) else "", headed, level)
    return [*found, *section(words.TIMELINE, level, teller.dates(view))]


_NEEDS = {
    "team": (messages.ROLE_HEADER, messages.ROLES_CAPTION),
    "languages": (messages.STAFFING_HEADER, messages.STAFFING_CAPTION),
}


def _under(teller: Teller, title: str, headed: Sequence[tuple[str, list[AdviceResult]]], level: int) -> list[Section]:
    """Advice under headings of its own, below the title of its section."""
    below = [one for heading, group in headed for one in section(heading, level + 1, teller.bullets(group))]
    return [*([Section(heading=title, level=level)] if title and below else []), *below]


def _open(teller: Teller) -> list[Section]:
    """What is not known yet, beyond the questions of the first page."""
    assessment = teller.assessment
    if assessment.parts:
        return []
    asked = {(question.question, question.item) for question in assessment.front.ask}
    rest = [question for question in assessment.open if (question.question, question.item) not in asked]
    items = [[Line(says=words.WITHHELD.format(question=q.says) if q.withheld else q.says)] for q in rest[:_MOST_OPEN]]
    if not items:
        return []
    blocks: list[Block] = [paragraph(words.OPEN_LISTS), Bullets(items=items)]
    if len(rest) > _MOST_OPEN:
        blocks.append(paragraph(messages.FURTHER_OPEN.format(number=len(rest) - _MOST_OPEN)))
    return section(words.NOT_KNOWN_YET, 1, blocks)


def _definitions(teller: Teller) -> Iterator[Section]:
    assessment = teller.assessment
    heading = words.DEFINITION if not assessment.parts else words.DEFINITION_THROUGHOUT
    yield Section(heading=heading, blocks=teller.verdicts(assessment))
    for part in assessment.parts:
        name = wording.named(part)
        said = [paragraph(part.headline.says)] if part.headline is not None else []
        blocks = [*said, *teller.verdicts(part)]
        yield Section(heading=words.DEFINITION_OF_PART.format(part=name), blocks=blocks)


def _published(teller: Teller) -> list[Section]:
    """What others have called it, whether or not we agree."""
    initiative = teller.assessment.initiative
    labels = [[Line(says=label)] for label in wording.published(initiative)]
    blocks: list[Block] = [Bullets(items=labels)] if labels else []
    if initiative.review:
        blocks.append(paragraph(words.COMPARED.format(review=initiative.review)))
    return section(words.CALLED_BY_OTHERS, 1, blocks)

"""What those who pay can expect, as a page: each promise with what to think of it first, then why."""

from collections.abc import Iterable, Iterator, Sequence

from advisor.explain.words import inside_a_sentence
from advisor.funders import wording
from advisor.funders.results import ClaimResult, ClashResult, Expected, FunderResult, JudgementResult
from advisor.messages import assessment as page
from advisor.messages import funders as messages
from advisor.report.assessment import Assessment, FindingResult, OpenQuestion, ViewResult
from advisor.report.audience import Audience
from advisor.report.plain.advice import advice, advice_beyond
from advisor.report.plain.lines import WIDTH, heading, proof_lines, wrapped
from advisor.report.wording import Told, in_full, left_out, named, rules
from advisor.text import visible

_IN = "   "
_MOST = 4
"""So many questions are told of one promise or funder."""


def as_text(expected: Expected, *, with_reasons: bool) -> str:
    """The judgements on promises and demands, for a person to read.

    Args:
        expected: what to tell.
        with_reasons: whether to tell each proof down to the answers, with the ids of findings.
    """
    return visible("\n".join(_page(expected, with_reasons=with_reasons))) + "\n"


def expectations_as_text(assessment: Assessment, *, with_reasons: bool) -> str:
    """What to expect of an initiative, whatever is promised or demanded."""
    return visible("\n".join(_expectations(assessment, with_reasons=with_reasons))) + "\n"


def _page(expected: Expected, *, with_reasons: bool) -> Iterator[str]:
    yield from _title(messages.TITLE.format(name=expected.initiative.name), expected)
    if expected.proposal is not None:
        yield from wrapped(messages.PROPOSAL.format(title=expected.proposal))
    if expected.claims:
        yield from wrapped(wording.counts(expected.claims))
    for number, claim in enumerate(expected.claims, start=1):
        yield ""
        yield from _claim(number, claim, with_reasons=with_reasons)
    for funder in expected.funders:
        yield from heading(messages.FUNDER.format(name=inside_a_sentence(funder.name)))
        yield from _funder(funder, with_reasons=with_reasons)
    yield from _sources(expected)
    yield ""
    yield from wrapped(messages.LEGEND if not with_reasons else messages.LEGEND_WITH_REASONS)
    for line in rules(expected.rulebook):
        yield from wrapped(line, "  ")


def _sources(expected: Expected) -> Iterator[str]:
    """Every source that is named above, in full."""
    cited = {found.source.ref: found.source for found in _findings(expected) if found.source is not None}
    if cited:
        yield from heading(messages.SOURCES)
    for source in cited.values():
        yield from wrapped(f"{source.short}: {in_full(source)}.", "    ", "  ")


def _findings(expected: Expected) -> Iterator[FindingResult]:
    """What is told, with where it comes from."""
    for claim in expected.claims:
        yield from claim.reasons
    for funder in expected.funders:
        for _, _, found in wording.demands(funder):
            yield from found


def _title(title: str, told: Expected | Assessment) -> Iterator[str]:
    yield from wrapped(title)
    yield "=" * min(len(title), WIDTH)
    if page.RECORDS[told.initiative.record]:
        yield page.RECORDS[told.initiative.record]
    if told.audience is Audience.TEAM:
        yield from wrapped(messages.FOR_THE_TEAM)
    for line in left_out(told.audience, told.withheld):
        yield from wrapped(line)


# Promises


def _claim(number: int, claim: ClaimResult, *, with_reasons: bool) -> Iterator[str]:
    answers = wording.read_as(claim)
    title = messages.QUOTED.format(says=claim.says) if claim.says else answers or claim.id
    yield from wrapped(title, _IN, f"{number}. ")
    if with_reasons and claim.says and answers:
        yield from _told([Told(messages.READ_AS, answers)])
    for line in (f"{wording.judgement(claim).upper()}.", *wording.remarks(claim)):
        yield from _indented(line)
    told = wording.told(claim)
    for first in told[:1]:
        yield from _reason(first, with_reasons=with_reasons)
    for other in told[1:]:
        yield from _further(other, claim, with_reasons=with_reasons)
    yield from _not_known(claim)


def _not_known(claim: ClaimResult) -> Iterator[str]:
    """What would have to be known to judge a promise, or to be sure that it is no worse."""
    for line in wording.may_turn_out(claim):
        yield from _indented(line)
    yield from _questions(messages.PROPOSAL_IS_SILENT, claim.not_said, _IN)
    yield from _questions(messages.NOT_KNOWN_YET, claim.open, _IN)


def _reason(one: JudgementResult, *, with_reasons: bool) -> Iterator[str]:
    """What decides the judgement, with all that is said of it."""
    yield from _indented(wording.says(one, with_id=with_reasons))
    yield from _told(wording.why(one))
    yield from _told(wording.instead(one))
    if with_reasons:
        yield from _proof(one)


def _further(one: JudgementResult, claim: ClaimResult, *, with_reasons: bool) -> Iterator[str]:
    """What else is so of a promise: in a line, unless all is asked for."""
    says = f"{wording.says(one, with_id=with_reasons)}{wording.also(one, claim)}"
    yield from _told([Told(messages.ALSO, says)])
    if with_reasons:
        yield from _told(wording.why(one))
        yield from _told(wording.instead(one))
        yield from _proof(one)


# Those who pay


def _funder(funder: FunderResult, *, with_reasons: bool) -> Iterator[str]:
    demands = list(wording.demands(funder))
    for title, sign, found in demands:
        yield f"{title}:"
        for one in found:
            yield from _demand(one, sign, with_reasons=with_reasons)
    if not demands:
        yield from wrapped(messages.NOTHING_ASKED)
    if funder.more_not_told:
        yield from wrapped(messages.MORE_IN_THE_WAY)
    yield from _questions(messages.PROFILE_IS_SILENT, funder.not_said, "")
    yield from _questions(messages.NOT_KNOWN_YET, funder.open, "")


def _demand(one: FindingResult, sign: str, *, with_reasons: bool) -> Iterator[str]:
    yield from wrapped(wording.says(one, with_id=with_reasons), _IN, f" {sign} ")
    if one.status != "met" or isinstance(one, ClashResult):
        yield from _told(wording.why(one))
    if isinstance(one, ClashResult) and one.next_step:
        yield from _told([Told(page.NEXT, one.next_step)])
    if with_reasons:
        yield from _proof(one)


# What both have


def _proof(one: FindingResult) -> Iterator[str]:
    for step in (step for proof in (one.proof, one.contrary) if proof is not None for step in proof.steps):
        yield from (f"{_IN}{line}" for line in proof_lines(step, depth=1))


def _questions(title: str, questions: Sequence[OpenQuestion], indent: str) -> Iterator[str]:
    if questions:
        yield from wrapped(f"{title}:", indent, indent)
    for question in questions[:_MOST]:
        yield from wrapped(wording.asked(question), f"{indent}   ", f"{indent} ? ")
    if len(questions) > _MOST:
        yield from wrapped(messages.FURTHER.format(number=len(questions) - _MOST), indent, f"{indent} ")


def _told(lines: Iterable[Told]) -> Iterator[str]:
    for line in lines:
        yield from _indented(str(line))


def _indented(text: str) -> Iterator[str]:
    yield from wrapped(text, _IN, _IN)


# What to expect whatever is promised


def _expectations(assessment: Assessment, *, with_reasons: bool) -> Iterator[str]:
    yield from _title(messages.EXPECTATIONS.format(name=assessment.initiative.name), assessment)
    alone = _alone(assessment)
    lines = list(advice(alone, with_ids=with_reasons))
    before: list[ViewResult] = [alone]
    for part in assessment.parts:
        title = page.PARTS[part.kind].format(name=named(part))
        lines += advice_beyond(_alone(part), before, title, with_ids=with_reasons)
        before.append(part)
    yield from lines or wrapped(messages.IS_OVER if assessment.lessons else messages.NOTHING_TO_EXPECT)
    yield ""
    yield from wrapped(messages.HOW_TO_CHECK)
    for line in rules(assessment.rulebook):
        yield from wrapped(line, "  ")


def _alone(view: ViewResult) -> ViewResult:
    """A view with nothing but what to expect and how to know it."""
    told = {one.id for one in view.expectations}
    others: dict[str, object] = {name: [] for name in page.SECTIONS if name != "expectations"}
    return view.model_copy(update={**others, "timeline": [event for event in view.timeline if event.finding in told]})

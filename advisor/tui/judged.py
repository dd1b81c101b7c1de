"""The lines of what is said of promises and demands, and what is told of each."""

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from advisor.explain.words import inside_a_sentence
from advisor.funders import wording
from advisor.funders.results import ClaimResult, ClashResult, Expected, FunderResult
from advisor.interview.plan import Step
from advisor.messages import assessment as page
from advisor.messages import funders as messages
from advisor.messages.screens import promises as screen
from advisor.report.assessment import FindingResult, OpenQuestion
from advisor.report.wording import Told, rests_on
from advisor.tui.findings import Asked, Entry, Lead, Proven, Several, heading
from advisor.tui.laid import Hanging
from advisor.tui.shown import shown, shown_lines

STANCES = {
    "reasonable": ("+", "$success"),
    "outside-control": ("~", "$warning"),
    "do-not-expect": ("×", "$text-error"),
    "cannot-be-known": ("○", "$text-error"),
    None: ("?", "dim"),
}
"""The sign and the colour of each judgement; both only repeat what its words say."""


def overview(told: Expected) -> Iterator[str]:
    """All of it in a line or two."""
    if told.claims:
        yield wording.counts(told.claims)
    for funder in told.funders:
        yield str(Told(messages.FUNDER.format(name=inside_a_sentence(funder.name)), wording.tally(funder)))


def entries(told: Expected) -> Iterator[Entry]:
    """A line for each promise, then for each demand under the name of the funder."""
    yield from map(_claim, told.claims)
    for funder in told.funders:
        yield from _funder(funder)


def _claim(claim: ClaimResult) -> Entry:
    sign, style = STANCES[claim.judgement]
    says = claim.says or wording.read_as(claim) or claim.id
    line = Hanging(shown((f"{sign} ", f"bold {style}")), shown_lines(shown(says), shown((_judged(claim), style))))
    return Entry(line, shown_lines(*_told_of(claim)), _lead(says, claim))


def _judged(claim: ClaimResult) -> str:
    return f"{wording.judgement(claim)}."


def _told_of(claim: ClaimResult) -> Iterator[Content]:
    """Everything that is told of a promise besides its own words."""
    yield shown((_judged(claim), f"bold {STANCES[claim.judgement][1]}"))
    yield from map(shown, wording.remarks(claim))
    told = wording.told(claim)
    for first in told[:1]:
        yield shown(wording.alone(first))
        yield from _lines((*wording.instead(first), *_reasons(first)))
    for other in told[1:]:
        yield from _lines([Told(messages.ALSO, f"{wording.alone(other)}{wording.also(other, claim)}")])
    yield from map(shown, wording.may_turn_out(claim))
    yield from _questions(messages.PROPOSAL_IS_SILENT, claim.not_said)
    yield from _questions(messages.NOT_KNOWN_YET, claim.open)
    yield from map(_rests, told[:1])
    if answers := wording.read_as(claim):
        yield shown((str(Told(messages.READ_AS, answers)), "dim"))


def _lead(title: str, claim: ClaimResult) -> Lead | None:
    """Where Enter leads: to the proof of the one reason, or to a choice of all that there is to look into."""
    reasons = [Proven(one.id, claim.id) for one in wording.told(claim)]
    says = [
        screen.LEADS["why" if at == 0 else "also"].format(says=one.says) for at, one in enumerate(wording.told(claim))
    ]
    asked = [*claim.not_said, *claim.open]
    leads: list[Lead] = [*reasons, *(Asked(Step(one.question, one.item)) for one in asked)]
    words = [*says, *(screen.LEADS["ask"].format(says=one.says) for one in asked)]
    if len(leads) > 1:
        return Several(title, tuple(zip(words, leads, strict=True)))
    return leads[0] if leads else None


def _funder(funder: FunderResult) -> Iterator[Entry]:
    yield heading(messages.FUNDER.format(name=inside_a_sentence(funder.name)))
    for title, sign, found in wording.demands(funder):
        for one in found:
            line = Hanging(shown((f"{sign} ", "bold")), shown(wording.alone(one)))
            yield Entry(line, shown_lines(shown((title, "bold")), *_of_demand(one)), Proven(one.id, funder.id))
    for title, questions in ((messages.PROFILE_IS_SILENT, funder.not_said), (messages.NOT_KNOWN_YET, funder.open)):
        if questions:
            yield heading(title, "bold")
        for question in questions:
            lead = Asked(Step(question.question, question.item))
            yield Entry(Hanging(shown(("? ", "bold")), shown(wording.asked(question))), lead=lead)


def _of_demand(one: FindingResult) -> Iterator[Content]:
    if isinstance(one, ClashResult) and one.next_step:
        yield from _lines([Told(page.NEXT, one.next_step)])
    yield from _lines(_reasons(one))
    yield _rests(one)


def _reasons(one: FindingResult) -> Iterator[Told]:
    if one.because:
        yield Told(page.WHY, one.because)
    if one.dissent:
        yield Told(page.OTHERS_DISAGREE, one.dissent)


def _rests(one: FindingResult) -> Content:
    return shown((rests_on(one.basis, one.source), "dim"))


def _questions(title: str, questions: Sequence[OpenQuestion]) -> Iterator[Content]:
    if questions:
        yield shown((f"{title}:", "bold"))
    for question in questions:
        yield shown(("? ", "bold"), wording.asked(question))


def _lines(lines: Iterable[Told]) -> Iterator[Content]:
    yield from (shown((f"{line.label}: ", "bold"), line.says) for line in lines)

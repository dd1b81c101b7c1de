"""Judgements on promises in words: what the page and the screen have in common."""

from collections import Counter
from collections.abc import Iterator, Sequence

from advisor.funders.results import ClaimResult, FunderResult, JudgementResult
from advisor.messages import assessment as page
from advisor.messages import audience
from advisor.messages import funders as messages
from advisor.report.assessment import FindingResult, OpenQuestion
from advisor.report.plain.lines import SIGNS
from advisor.report.wording import Told, reason
from advisor.text import both


def counts(claims: Sequence[ClaimResult]) -> str:
    """How many promises there are, and how many of each judgement."""
    counted = Counter(map(_summary, claims))
    told = [
        messages.COUNTED.format(number=counted[judgement], judgement=messages.SUMMARY[judgement])
        for judgement in messages.SUMMARY
        if counted[judgement]
    ]
    if len(claims) == 1:
        return messages.ONE.format(judgement=messages.SUMMARY[_summary(claims[0])])
    return messages.NUMBERS.format(number=len(claims), counts=both(told))


def _summary(claim: ClaimResult) -> str:
    return claim.judgement or ("withheld" if claim.not_told else "")


def read_as(claim: ClaimResult) -> str:
    """What a promise was read to say."""
    return "; ".join(f"{answer.label}: {answer.says}" for answer in claim.answers)


def judgement(claim: ClaimResult) -> str:
    """What to think of a promise, in a few words."""
    if claim.judgement is None:
        if claim.not_told:
            return audience.NOT_TOLD.rstrip(".")
        return messages.NOT_JUDGED if claim.undecided else messages.NO_RULE
    words = messages.STANCES[claim.judgement]
    return messages.ON_A_DISPUTED_POINT.format(judgement=words) if claim.disputed else words


def remarks(claim: ClaimResult) -> Iterator[str]:
    """What keeps the judgement from being the last word."""
    if claim.beyond_dispute:
        yield messages.BEYOND_DISPUTE.format(judgement=messages.STANCES[claim.beyond_dispute].lower())


def may_turn_out(claim: ClaimResult) -> Iterator[str]:
    """What graver judgement hangs on what is not known; for others, that one may hang on what they are not told."""
    if claim.not_told and claim.judgement:
        yield messages.MAY_BE_GRAVER
    if claim.could_be and claim.judgement:
        yield messages.COULD_BE_GRAVER.format(judgement=messages.STANCES[claim.could_be].lower())


def told(claim: ClaimResult) -> list[JudgementResult]:
    """The reasons that are told, the one that decides first.

    Beside what speaks against a promise, that something else of it is reasonable would only blur the answer.
    """
    return [one for one in claim.reasons if one.stance != "reasonable" or claim.judgement == "reasonable"]


def also(one: JudgementResult, claim: ClaimResult) -> str:
    """What stands behind a further reason: its judgement, where that is another one."""
    return "" if one.stance == claim.judgement else f" ({messages.STANCES[one.stance].lower()})"


def alone(one: FindingResult) -> str:
    """What a finding says, and whether that hangs on a dispute; where that is not told, what it is about."""
    if one.status == "withheld":
        return one.claims
    return page.ON_A_DISPUTED_POINT.format(advice=one.says) if one.disputed or one.status == "contested" else one.says


def says(one: FindingResult, *, with_id: bool = False) -> str:
    """What a finding says, with what it rests on unless that stands beside its reason."""
    rests = f" {reason(one)}" if not one.because and reason(one) else ""
    return f"{alone(one)}{rests}{page.ID.format(id=one.id) if with_id else ''}"


def why(one: FindingResult) -> Iterator[Told]:
    """Why, and who disagrees."""
    if one.because:
        yield Told(page.WHY, reason(one))
    if one.dissent:
        yield Told(page.OTHERS_DISAGREE, one.dissent)


def instead(one: JudgementResult) -> Iterator[Told]:
    """What to say and to measure instead, and what to ask."""
    measure = messages.MEASURE if one.stance == "reasonable" else messages.INSTEAD
    labelled = ((messages.BETTER, one.better), (measure, one.instead), (messages.ASK, one.ask))
    yield from (Told(label, text) for label, text in labelled if text)


def asked(question: OpenQuestion) -> str:
    """A question, and that the convener knows the answer where that is so."""
    return page.WITHHELD.format(question=question.says) if question.withheld else question.says


def tally(funder: FunderResult) -> str:
    """How many of a funder's demands there are of each sort."""
    told = [messages.DEMANDS[title].format(number=len(found)) for title, _, found in demands(funder)]
    return f"{'; '.join(told)}." if told else messages.NOTHING_ASKED


def demands(funder: FunderResult) -> Iterator[tuple[str, str, Sequence[FindingResult]]]:
    """What is said of a funder's demands, the gravest first: a heading, a sign, and what stands there."""
    known: dict[tuple[str, str], Sequence[FindingResult]] = {
        (messages.CLASHES, "!"): funder.clashes,
        (messages.UNMET, "×"): funder.unmet,
        (messages.DISPUTED, "!"): funder.disputed,
        (messages.UNKNOWN, "?"): funder.unknown,
        (messages.NOT_TOLD, SIGNS["withheld"]): funder.not_told,
        (messages.MET, "+"): funder.met,
    }
    yield from ((title, sign, found) for (title, sign), found in known.items() if found)

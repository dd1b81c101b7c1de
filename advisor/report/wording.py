"""What is said of a piece of advice and of what a claim rests on: the words that pages and screens share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from advisor.messages import assessment as messages
from advisor.messages import audience as audience_messages
from advisor.messages import proof as proof_messages
from advisor.report.assessment import (
    AdviceResult,
    Assessment,
    FillerResult,
    FindingResult,
    FrontPage,
    InitiativeResult,
    LayerResult,
    PartPicture,
    RulebookResult,
    SchoolResult,
    SourceResult,
    VerdictResult,
    ViewResult,
)
from advisor.report.audience import Audience
from advisor.text import either

_NOT_FILLED = {"open": messages.NOT_KNOWN_WHO, "withheld": audience_messages.NOT_TOLD_WHO}
"""What is said where nobody is told to fill a role and somebody may."""
_HASH = 12
"""So many letters of a hash tell it from others."""
_SUBHEADINGS: Mapping[tuple[str, str | None], str] = {
    ("measure", None): messages.MEASURES,
    **{(kind, stance): words for kind in ("goal", "expectation") for stance, words in messages.STANCES.items()},
}


class Told(NamedTuple):
    """One thing that is told of something, with the words before it."""

    label: str
    says: str

    def __str__(self) -> str:
        return messages.TOLD.format(label=self.label, says=self.says) if self.label else self.says


def is_told(advice: AdviceResult, view: ViewResult) -> bool:
    """Whether it has its place here: not in the timeline, and no role of which it is not known what it asks for."""
    dated = any(event.finding == advice.id for event in view.timeline)
    return not dated and (advice.complete or advice.role is None)


def named(part: PartPicture) -> str:
    """A part by its name, with its dates."""
    dates = messages.FROM_UNTIL.join(date for date in (part.start, part.end) if date)
    return f"{part.name} ({dates})" if dates else part.name


def verdict_title(school: SchoolResult, verdict: VerdictResult) -> str:
    """What a school judges: itself and the track, or what it says where it names none."""
    if not verdict.tracks:
        return f"{school.title}: {verdict.claims.rstrip('.')}"
    title = messages.TITLE_BROAD if verdict.umbrella else messages.TITLE
    return title.format(school=school.title, tracks=either(verdict.tracks))


def sources(findings: Iterable[FindingResult]) -> Iterator[str]:
    """Every source that findings cite, once, with how it is known to us."""
    cited = {f.source.ref: f.source for f in findings if f.source is not None}
    for source in cited.values():
        yield messages.SOURCE.format(source=in_full(source))


def in_full(source: SourceResult) -> str:
    """A source in full, with how it is known to us where that is not from itself; without the point at its end."""
    return messages.KNOWN_TO_US[source.seen].format(source=source.reference.rstrip("."))


def published(initiative: InitiativeResult) -> Iterator[str]:
    """What others have called it, and who."""
    for label in initiative.published:
        who = f"{label.by} ({label.year})" if label.year else label.by
        called = f"{label.label}: {who}"
        recalled = label.evidence.startswith("recalled")
        yield messages.RECALLED.format(label=called) if recalled else called


def receipt(assessment: Assessment) -> Iterator[str]:
    """By which rules it was judged and on which answers, so that somebody can tell later whether they are the same."""
    yield from rules(assessment.rulebook)
    yield messages.ANSWERS.format(hash=assessment.initiative.answers[:_HASH])


def left_out(audience: Audience, withheld: Sequence[str]) -> Iterator[str]:
    """For whom it is, and what they are not told; nothing for the team."""
    if audience is not Audience.TEAM:
        told = audience_messages.LEFT_OUT.format(questions="; ".join(withheld).lower())
        yield f"{audience_messages.AUDIENCES[audience]} {told}"


def rules(rulebook: RulebookResult) -> Iterator[str]:
    """By which rules it was judged: all together, then what they were made of, if of more than one."""
    yield messages.RULES.format(rules=_rulebook(rulebook))
    if len(rulebook.layers) > 1:
        top, *below = rulebook.layers
        yield messages.TOP_LAYER.format(rules=_rulebook(top))
        yield from (messages.LAYER_BELOW.format(rules=_rulebook(layer)) for layer in below)


def _rulebook(rules: LayerResult) -> str:
    return messages.RULEBOOK.format(title=rules.title, version=rules.version, sha256=rules.sha256[:_HASH])


def further_stops(front: FrontPage, view: ViewResult) -> list[AdviceResult]:
    """The stops that the front page has no room to tell in full."""
    shown = {stop.id for stop in front.stops}
    return [stop for stop in view.stops if stop.id not in shown]


def subheading(advice: AdviceResult) -> str:
    """Under what it stands within its section; empty where the section is heading enough."""
    return _SUBHEADINGS.get((advice.kind, advice.stance), "")


def statement(advice: AdviceResult) -> str:
    """The line that tells it: the role that is asked for, or what to do or to know."""
    if advice.role:
        need = messages.STANCES[str(advice.stance)].lower()
        return messages.ROLE.format(role=disputed(advice, advice.role), need=need)
    severity = f" ({messages.SEVERITY[advice.weight]})" if advice.kind == "risk" else ""
    return f"{disputed(advice, advice.says)}{severity}"


def disputed(advice: AdviceResult, text: str) -> str:
    """What is said of advice, with a word before it where it hangs on a dispute."""
    hangs = advice.status == "contested" or advice.disputed
    return messages.ON_A_DISPUTED_POINT.format(advice=text) if hangs else text


def covered(advice: AdviceResult) -> str:
    """A role that needs nobody any more, with those who fill it."""
    return str(Told(str(advice.role), _named(_there(advice))))


def asked_for(advice: AdviceResult) -> Iterator[Told]:
    """What a role asks for, and who fills it, could, or may."""
    yield Told("", advice.says)
    if advice.look_for:
        yield Told(messages.LOOK_FOR, advice.look_for)
    if advice.filled is not None:
        yield filled_by(advice)
        if could := [f for f in advice.filled_by if f.certain and f.fills == "could"]:
            yield Told(messages.COULD_BE_FILLED_BY, _named(could))
        if unsure := [f for f in advice.filled_by if not f.certain]:
            yield Told(messages.ASK_ABOUT, "; ".join(map(_asked_about, unsure)))


def _asked_about(one: FillerResult) -> str:
    """Somebody who may fill a role, with what is to be found out."""
    return messages.UNKNOWN_OF.format(name=one.name, unknown=", ".join(one.unknown)) if one.unknown else one.name


def filled_by(advice: AdviceResult) -> Told:
    """Who fills a role, or that nobody does."""
    return Told(messages.FILLED_BY, _named(_there(advice)) or _NOT_FILLED.get(str(advice.filled), messages.NOBODY))


def better(advice: AdviceResult) -> Iterator[Told]:
    """Words that can be kept."""
    if advice.better:
        yield Told(messages.BETTER, advice.better)


def next_step(advice: AdviceResult) -> Iterator[Told]:
    """The first thing to do about it."""
    if advice.next_step:
        yield Told(messages.NEXT, advice.next_step)


def dissent(advice: AdviceResult) -> Iterator[Told]:
    """Who disagrees."""
    if advice.dissent:
        yield Told(messages.OTHERS_DISAGREE, advice.dissent)


def reason(told: AdviceResult | FindingResult) -> str:
    """Why, and what that rests on in a few words: nothing where it is ours alone, as the foot of the page says."""
    return " ".join((*([told.because] if told.because else []), *_rests(told)))


def _rests(told: AdviceResult | FindingResult) -> Iterator[str]:
    if told.source is not None:
        known = messages.KNOWN_THROUGH[told.source.seen].format(source=told.source.short)
        yield messages.RESTS[told.basis].format(source=known)
    elif told.basis == "practice":
        yield messages.PRACTITIONERS


def rests_on(basis: Literal["source", "practice", "heuristic"], source: SourceResult | None) -> str:
    """What a claim rests on, with its reference and how that is known to us, in a sentence."""
    if source is None:
        return proof_messages.RESTS_ALONE[basis]
    place = f" ({source.place})" if source.place else ""
    known = messages.KNOWN_TO_US[source.seen].format(source=f"{source.reference.rstrip('.')}{place}")
    return proof_messages.RESTS[basis].format(source=known)


def _there(advice: AdviceResult) -> list[FillerResult]:
    """Those who are there and fill a role, at least in part."""
    return [f for f in advice.filled_by if f.certain and f.fills != "could"]


def _named(people: Iterable[FillerResult]) -> str:
    return "; ".join(messages.FILLS[one.fills].format(name=one.name, how=one.how) for one in people)

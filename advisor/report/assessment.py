"""The assessment as plain data: what `advisor assess --json` prints and every other form is made from."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from advisor.model.advice import PaperKind
from advisor.report.audience import Audience


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SourceResult(_Result):
    """Where a claim comes from."""

    ref: str
    place: str | None
    reference: Annotated[str, Field(description="Authors, year and title, as a person would cite it.")]
    short: Annotated[str, Field(description="Authors and year, as it is named in a sentence.")]
    seen: Annotated[Literal["brief", "publication", "secondary"], Field(description="How we know the source.")]


class ProofStep(_Result):
    """One step of a proof, and what it rests on."""

    says: str
    finding: str | None = None
    status: str | None = None
    question: Annotated[str | None, Field(description="The question whose answer this step is.")] = None
    item: str | None = None
    note: str | None = None
    basis: str | None = None
    sensitive: Annotated[bool, Field(description="It, or what it rests on, could endanger someone.")] = False
    steps: list["ProofStep"] = []


class OpenQuestion(_Result):
    """An answer that something undecided waits for."""

    question: str
    item: str | None
    says: str
    withheld: Annotated[bool, Field(description="Known to the convener, but not written in the file.")]
    matters: Annotated[
        bool, Field(description="False where by other answers the question does not matter, or not yet.")
    ] = True
    waiting: Annotated[list[str], Field(description="The findings that wait for it; the weightiest first.")] = []
    weight: Annotated[
        int,
        Field(
            description="Of the weightiest that its answer can still change: 10 a stop, 6 which track it is, then the "
            "weight of advice; 0 where it can change nothing any more."
        ),
    ] = 0


class FindingResult(_Result):
    """How one finding has settled."""

    id: str
    kind: str
    item: Annotated[str | None, Field(description="The item it is about, for findings made for each item.")] = None
    status: Annotated[
        Literal["met", "not met", "unknown", "contested", "supported", "refuted", "undecided", "withheld"],
        Field(description="`withheld`: not for this audience, since a sensitive answer could show."),
    ]
    says: Annotated[str, Field(description="What is told of this initiative.")]
    claims: Annotated[str, Field(description="What would be told if it were met.")]
    basis: Literal["source", "practice", "heuristic"]
    source: SourceResult | None
    because: str | None = None
    dissent: str | None = None
    sensitive: Annotated[bool, Field(description="It rests on an answer that could endanger someone.")] = False
    disputed: Annotated[bool, Field(description="It hangs on a dispute: one account or reading of it being right.")] = (
        False
    )
    proof: Annotated[ProofStep | None, Field(description="Why it is met (or supported).")] = None
    contrary: Annotated[ProofStep | None, Field(description="Why it is not met (or refuted).")] = None
    open: Annotated[list[OpenQuestion], Field(description="What it waits for, where it is undecided.")] = []


class CriterionResult(FindingResult):
    """A criterion as one school's verdict uses it."""

    decides: Annotated[bool, Field(description="False where it merely goes with the verdict.")] = True


class VerdictResult(FindingResult):
    """What one school says of one track."""

    track: Annotated[
        str | None, Field(description="The track it names; null if none, or if it cannot tell several apart.")
    ]
    tracks: list[str]
    umbrella: Annotated[bool, Field(description="It covers tracks that others keep apart, and never names one alone.")]
    criteria: list[CriterionResult]
    settled: Annotated[
        str | None,
        Field(
            description="Of one that is undecided: how it will settle however all that is open is answered; undecided "
            "where nothing would decide it, null where that depends on the answers."
        ),
    ] = None


class SchoolResult(_Result):
    """What one school of thought says."""

    id: str
    title: str
    short: Annotated[str, Field(description="The title as it stands in a sentence.")]
    verdicts: list[VerdictResult]
    criteria: Annotated[list[CriterionResult], Field(description="Of a school that gives no verdict.")] = []


class Dissent(_Result):
    """A school that refuses a track which others name."""

    school: str
    says: str


class Headline(_Result):
    """The initiative in a sentence."""

    tracks: list[Literal["I", "1.5", "II", "III"]]
    contested: Annotated[
        list[Literal["I", "1.5", "II", "III"]], Field(description="Tracks on which a verdict is contested.")
    ]
    agreement: Literal["agreed", "split", "contested", "undecided", "none"]
    says: str
    dissent: list[Dissent]


class FillerResult(_Result):
    """Somebody who fills a role, or could."""

    group: str
    item: str
    name: str
    how: Annotated[str, Field(description="How they fill it, as the end of a sentence about them.")]
    fills: Annotated[Literal["fully", "partly", "could"], Field(description="`could`: they are not there yet.")]
    certain: Annotated[bool, Field(description="False where the answers leave it open.")]
    unknown: Annotated[tuple[str, ...], Field(description="What is not known of them and would decide it.")]


class AdviceResult(_Result):
    """A piece of advice that holds here. Its proof stands under `findings`, by the same id and item."""

    id: str
    kind: str
    item: str | None
    about: Annotated[str | None, Field(description="What the item is called.")]
    also: Annotated[list[str], Field(description="On the front page: of whom else it is said.")] = []
    part: Annotated[
        str | None,
        Field(description="The name of the phase or strand for which it is said; on the front page, of all of them."),
    ]
    status: Annotated[Literal["met", "contested"], Field(description="`contested`: it hangs on a dispute.")]
    says: str
    complete: Annotated[bool, Field(description="False where it speaks of an answer that is not known yet.")]
    because: str | None
    dissent: str | None
    next_step: str | None
    weight: Annotated[int, Field(description="5 somebody could be harmed … 1 good to know.")]
    stance: str | None
    better: Annotated[str | None, Field(description="Words that can be kept, for a goal or an expectation.")]
    role: str | None
    look_for: str | None
    filled: Annotated[
        Literal["fully", "partly", "could", "open", "nobody", "withheld"] | None,
        Field(
            description="How well a role is filled; `open` where the answers do not say yet, `withheld` where this "
            "audience is not told."
        ),
    ]
    filled_by: list[FillerResult]
    papers: Annotated[
        list[PaperKind], Field(description="Papers in which it is told although its kind has no place there.")
    ]
    basis: Literal["source", "practice", "heuristic"]
    source: SourceResult | None
    sensitive: bool
    disputed: bool


class Event(_Result):
    """Something that is due at a moment in the life of the initiative."""

    when: Annotated[str, Field(description="In words, whether or not the date is known.")]
    date: Annotated[str | None, Field(description="As exact as the date from which it is counted.")]
    says: str
    finding: str


class ViewResult(_Result):
    """How the initiative, or one part of it, is judged, and what is advised."""

    headline: Headline | None
    schools: list[SchoolResult]
    stops: list[AdviceResult]
    team: Annotated[list[AdviceResult], Field(description="Roles as terms of reference need them, then advice.")]
    languages: Annotated[list[AdviceResult], Field(description="The staffing table, then advice.")]
    goals: list[AdviceResult]
    expectations: Annotated[list[AdviceResult], Field(description="What to expect, then how to measure it.")]
    risks: list[AdviceResult]
    steps: list[AdviceResult]
    reflections: Annotated[list[AdviceResult], Field(description="Questions to think about, without a right answer.")]
    lessons: Annotated[list[AdviceResult], Field(description="Of what is over.")]
    notices: Annotated[list[AdviceResult], Field(description="What to know about this assessment.")]
    timeline: list[Event]
    findings: Annotated[
        list[FindingResult], Field(description="How everything else has settled, whether or not it holds, with proofs.")
    ]


class PartPicture(_Result):
    """A phase or a strand, and what it is."""

    id: str
    name: str
    kind: Literal["phase", "strand"]
    start: str | None
    end: str | None
    headline: Headline | None
    schools: list[SchoolResult]


class PartResult(PartPicture, ViewResult):
    """A phase or a strand, with everything that is said of it."""


class Picture(_Result):
    """What an initiative is, told quickly: without reasons, advice and open questions."""

    headline: Headline | None
    schools: Annotated[list[SchoolResult], Field(description="With their verdicts alone.")]
    parts: list[PartPicture]


class LabelResult(_Result):
    """What somebody has called the initiative in print."""

    label: str
    by: str
    year: int | None
    title: str | None
    evidence: str


class InitiativeResult(_Result):
    """Which initiative was assessed."""

    id: str
    name: str
    record: Literal["own", "real", "composed"]
    years: str | None
    published: list[LabelResult]
    review: Annotated[
        str | None, Field(description="Whether our result agrees with the published labels, and why not.")
    ]
    answers: Annotated[str, Field(description="A hash of the answers that were used; keyed for others than the team.")]


class LayerResult(_Result):
    """A rulebook that the rules were made of."""

    title: str
    version: str
    sha256: Annotated[str, Field(description="Of its own files.")]


class RulebookResult(LayerResult):
    """Which rules were used: title and version are those of the top layer."""

    sha256: Annotated[str, Field(description="Of all layers: the same hash means the same rules.")]
    layers: Annotated[
        list[LayerResult],
        Field(description="What they were made of, the top one first; one alone where it builds on no other."),
    ] = []


class FrontPage(_Result):
    """What matters most, for one screen: it repeats what stands elsewhere."""

    stops: Annotated[list[AdviceResult], Field(max_length=2)]
    advice: Annotated[list[AdviceResult], Field(max_length=5)]
    ask: Annotated[list[OpenQuestion], Field(max_length=3)]


class Assessment(ViewResult):
    """Everything that an assessment says."""

    audience: Annotated[Audience, Field(strict=False, description="For whom it is; only the team is told everything.")]
    withheld: Annotated[
        list[str], Field(description="What others are not told, in general words: the same whatever the answers are.")
    ]
    front: FrontPage
    initiative: InitiativeResult
    rulebook: RulebookResult
    parts: list[PartResult]
    open: Annotated[
        list[OpenQuestion],
        Field(description="Every answer that something about the whole waits for; what matters most first."),
    ]

"""What is said of promises and of what those who pay expect, as plain data: what `advisor expect --json` prints."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from advisor.report.assessment import AdviceResult, FindingResult, InitiativeResult, OpenQuestion, RulebookResult
from advisor.report.audience import Audience

Judgement = Literal["do-not-expect", "cannot-be-known", "outside-control", "reasonable"]
GRAVITY: tuple[Judgement, ...] = ("do-not-expect", "cannot-be-known", "outside-control", "reasonable")
"""The gravest first: what is told of a promise of which several are so."""


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class JudgementResult(FindingResult):
    """One reason to think so of a promise."""

    stance: Judgement
    weight: int
    better: Annotated[str | None, Field(description="Words that can be kept.")]
    instead: Annotated[str | None, Field(description="What to measure instead, and when.")]
    ask: Annotated[str | None, Field(description="A question to put to the convener.")]


class AnswerResult(_Result):
    """What a promise was read to say."""

    question: str
    label: str
    says: str


class ClaimResult(_Result):
    """What to think of one promise."""

    id: str
    says: Annotated[str | None, Field(description="In the proposal's own words, where they are given.")]
    answers: list[AnswerResult]
    judgement: Annotated[
        Judgement | None, Field(description="The gravest of those that are so; null where none is, or not yet.")
    ]
    disputed: Annotated[bool, Field(description="That it is so grave hangs on a dispute.")]
    beyond_dispute: Annotated[
        Judgement | None, Field(description="Where it hangs on a dispute: the gravest that stands whoever is right.")
    ]
    could_be: Annotated[
        Judgement | None, Field(description="A graver one that it may turn out to be; what for stands under `open`.")
    ]
    reasons: Annotated[list[JudgementResult], Field(description="All that is so, the gravest and weightiest first.")]
    undecided: Annotated[list[JudgementResult], Field(description="What could make it graver, and is not known.")]
    not_told: Annotated[
        bool, Field(description="For others than the team: what they are not told could make it graver.")
    ]
    not_said: Annotated[list[OpenQuestion], Field(description="What the proposal does not say, and would decide it.")]
    open: Annotated[list[OpenQuestion], Field(description="What to ask the convener, since it would decide it.")]


class ClashResult(FindingResult):
    """Where what a funder expects gets in the way of the process, or of another funder."""

    weight: int
    next_step: str | None


class FunderResult(_Result):
    """What one funder expects, held against the initiative."""

    id: str
    name: str
    clashes: Annotated[list[ClashResult], Field(description="Those that are so; the weightiest first.")]
    unmet: list[FindingResult]
    disputed: list[FindingResult]
    unknown: Annotated[list[FindingResult], Field(description="What its profile states, and waits for the conveners.")]
    not_told: Annotated[
        list[FindingResult], Field(description="For others than the team: what hangs on what they are not told.")
    ]
    more_not_told: Annotated[
        bool, Field(description="For others than the team: what they are not told could get in the way, too.")
    ]
    met: list[FindingResult]
    not_said: Annotated[list[OpenQuestion], Field(description="What profiles do not say, and would decide the rest.")]
    open: Annotated[list[OpenQuestion], Field(description="What to ask the convener, since it would decide the rest.")]


class Expected(_Result):
    """What those who pay can expect of an initiative."""

    audience: Annotated[Audience, Field(strict=False, description="For whom it is; only the team is told everything.")]
    withheld: Annotated[
        list[str], Field(description="What others are not told, in general words: the same whatever the answers are.")
    ]
    initiative: InitiativeResult
    rulebook: RulebookResult
    expectations: Annotated[
        list[AdviceResult], Field(description="What to expect of it whatever is promised, then how to measure it.")
    ]
    proposal: Annotated[str | None, Field(description="What the proposal is called.")]
    claims: list[ClaimResult]
    funders: list[FunderResult]

"""What findings that advise say beyond what they state: how much it matters, what to do, who fills the need, when."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from advisor.logic.conditions import Quantified
from advisor.model.entry import Entry, Id, Wording

Stance = Literal[
    "pursue",
    "reasonable",
    "outside-control",
    "do-not-promise",
    "do-not-expect",
    "cannot-be-known",
    "essential",
    "advised",
]
Fills = Literal["fully", "partly", "could"]
PaperKind = Literal["memo", "terms", "staffing", "expectations", "briefing"]
"""What can be written of an assessment, to be sent: a memo tells everything that is advised, the others their share."""


class Moment(Entry):
    """A moment in the life of an initiative: so many months after something that has a date."""

    says: Annotated[Wording, Field(description="When, in words: it is said whether or not the date is known.")]
    of: Annotated[Id, Field(description="The question whose answer is the date to count from.")]
    years: Annotated[Id | None, Field(description="A question whose answer is a number of years to add first.")] = None
    share: Annotated[float, Field(gt=0, le=1, description="So much of those years only: 0.5 is halfway.")] = 1
    months: Annotated[int, Field(description="So many months later; before it, if negative.")] = 0


class Advice(Entry):
    """The fields of a finding that advises; which go with which kind stands in `rulebook/advice.py`."""

    weight: Annotated[
        int | None,
        Field(
            ge=1,
            le=5,
            description=(
                "How much it matters: 5 somebody could be harmed, 4 the purpose could be missed, "
                "3 the work would be weaker, 2 it could be better, 1 good to know."
            ),
        ),
    ] = None
    stance: Annotated[
        Stance | None, Field(description="Of goals, expectations, judgements, roles and staffing: what to do.")
    ] = None
    next_step: Annotated[Wording | None, Field(description="The first thing to do about it.")] = None
    better: Annotated[
        Wording | None, Field(description="For goals, expectations and judgements: words that can be kept.")
    ] = None
    instead: Annotated[Wording | None, Field(description="For judgements: what to measure instead, and when.")] = None
    ask: Annotated[Wording | None, Field(description="For judgements: a question to put to the convener.")] = None
    role: Annotated[Wording | None, Field(description="For roles and staffing: the role in a few words.")] = None
    look_for: Annotated[Wording | None, Field(description="For roles and staffing: what to look for in a person.")] = (
        None
    )
    at: Annotated[Moment | None, Field(description="For steps and measures: when it is due.")] = None
    papers: Annotated[
        tuple[PaperKind, ...],
        Field(strict=False, description="Papers in which it is told although its kind has no place there."),
    ] = ()


class FillingEntry(Entry):
    """Who may fill a role, as written: the items of a group that meet a condition, and how well they fill it."""

    some: Id
    where: object
    how: Annotated[Wording, Field(description="How they fill it, as the end of a sentence about them.")]
    fills: Annotated[Fills, Field(description="Fully, partly, or: they could, but are not there yet.")]


@dataclass(frozen=True)
class Filling:
    """Who may fill a role, ready to be looked for."""

    who: Quantified
    how: Wording
    fills: Fills

"""Why, as plain data: what `advisor why --json` prints, and what the page and the screen are made from."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from advisor.report.assessment import FindingResult, SourceResult, VerdictResult


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Branch(_Result):
    """A line of the tree, and what it rests on."""

    says: str
    status: Annotated[str | None, Field(description="How a finding has settled; null for an answer or a list.")] = None
    finding: str | None = None
    question: str | None = None
    items: Annotated[
        list[str], Field(description="Those of whom it is told; several where the same holds of all.")
    ] = []
    looked_for: Annotated[str | None, Field(description="In a proof that it is not so: what would have served.")] = None
    note: str | None = None
    rests: Annotated[
        str | None, Field(description="What a finding rests on, where that is not what the one above it rests on.")
    ] = None
    again: Annotated[bool, Field(description="It is told in full further up.")] = False
    steps: list["Branch"] = []


class Side(_Result):
    """A proof that it is so, or that it is not."""

    proves: Literal["met", "not met"]
    heading: str
    accounts: Annotated[
        list[str | None], Field(description="By whose account of what is disputed it is so; null for one not named.")
    ] = []
    steps: list[Branch]


class WhyResult(_Result):
    """Why a finding has settled as it has."""

    initiative: str
    part: Annotated[str | None, Field(description="The id of the phase or strand; null for the whole.")] = None
    paragraph: Annotated[list[str], Field(description="In short, sentence by sentence.")]
    shared: Annotated[list[Branch], Field(description="Of a contested one: what both proofs rest on.")]
    sides: list[Side]
    remarks: Annotated[list[str], Field(description="The reason behind the rule, who disagrees, what it rests on.")]
    sources: Annotated[list[SourceResult], Field(description="Of what it builds on, besides its own.")]
    result: Annotated[VerdictResult | FindingResult, Field(description="The finding, as an assessment holds it.")]

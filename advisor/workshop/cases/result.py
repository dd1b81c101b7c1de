"""How cases came out, as plain data: what `advisor rules test --json` prints, and what its text is made from."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MissResult(_Result):
    """One expectation that was not met."""

    what: Annotated[str, Field(description="What came out otherwise, in words.")]
    finding: Annotated[str | None, Field(description="Null for the headline.")]
    part: str | None
    item: str | None
    file: str
    line: int
    expected: str
    came: str
    says: Annotated[str | None, Field(description="What is told now.")]
    why: Annotated[list[str], Field(description="The answers that decide, or that are missing.")]
    rule: Annotated[str | None, Field(description="Where the rule stands: file and line.")]


class CaseResult(_Result):
    """A case that failed."""

    case: str
    file: str
    line: int
    misses: list[MissResult]


class UnseenResult(_Result):
    """A finding that was never seen one way."""

    id: str
    says: str
    file: str
    line: int


class CoverageResult(_Result):
    """What no case and no example shows."""

    findings: int
    examples: int
    never_met: list[UnseenResult]
    never_unmet: list[UnseenResult]


class LeftOutResult(_Result):
    """A case of the rules below a layer that cannot be held against the layer."""

    case: str
    file: str
    line: int
    why: Annotated[list[str], Field(description="What it speaks of and the rules do not have.")]


class BelowResult(_Result):
    """How the cases of the rules below a layer came out."""

    cases: int
    expectations: int
    failed: list[CaseResult]
    left_out: list[LeftOutResult]
    switched_off: Annotated[int, Field(description="So many cases the layers do without, by their own word.")]


class RunResult(_Result):
    """How a run of cases came out."""

    cases: int
    expectations: int
    failed: list[CaseResult]
    below: Annotated[BelowResult | None, Field(description="Null where files are named, or nothing lies below.")]
    coverage: CoverageResult | None

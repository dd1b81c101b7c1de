"""What changed between two states of a rulebook, as plain data: what `advisor rules diff --json` prints."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class StateResult(_Result):
    """One state of a rulebook."""

    named: Annotated[str, Field(description="As it was given: a folder, or git: with a revision.")]
    title: str
    version: str
    sha256: str


class Difference(_Result):
    """One thing that is said otherwise than before."""

    what: Annotated[str, Field(description="Of what this is told, such as: when it holds.")]
    before: Annotated[list[str], Field(description="Lines; two spaces for each step inwards.")]
    now: list[str]


class ChangeResult(_Result):
    """Something that was added, removed or changed in meaning."""

    change: Literal["added", "removed", "changed"]
    sort: Annotated[str, Field(description="What it is: finding, question, source, term, school, theme and so on.")]
    id: str
    says: Annotated[str, Field(description="What it says or asks; of what is removed, what it said.")]
    file: str | None
    line: int
    differences: list[Difference]


class StatusChange(_Result):
    """A verdict, a criterion or a piece of advice that settles otherwise than before."""

    finding: str
    kind: str
    part: Annotated[str | None, Field(description="The phase or strand, by its name; null for the whole.")]
    item: str | None
    says: str
    before: Annotated[str, Field(description="How it settled; `not there` if the rulebook had no such finding.")]
    now: str
    through: Annotated[list[str], Field(description="The changed findings, or questions, that it comes from.")]


class FillingChange(_Result):
    """A role that others fill than before, or otherwise."""

    finding: str
    part: str | None
    item: str | None
    says: str
    before: list[str]
    now: list[str]
    through: list[str]


class HeadlineChange(_Result):
    """A headline that reads otherwise than before."""

    part: str | None
    before: str | None
    now: str | None
    through: list[str]


class EffectResult(_Result):
    """What changes for one initiative."""

    initiative: str
    file: str
    headlines: list[HeadlineChange]
    findings: list[StatusChange]
    filled: list[FillingChange]
    reworded: Annotated[list[str], Field(description="What settles as before, and is told in other words.")] = []
    faults: Annotated[list[str], Field(description="Why it can be read by only one of the two.")] = []


class DiffResult(_Result):
    """Two states of a rulebook, held against each other."""

    old: StateResult
    new: StateResult
    changes: list[ChangeResult]
    looked_at: Annotated[int, Field(description="So many initiatives were judged by both.")]
    effects: Annotated[list[EffectResult], Field(description="Those for which something changes.")]

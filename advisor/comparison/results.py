"""A comparison as plain data: what `advisor compare --json` prints and every other form is made from."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from advisor.comparison.differences import Sort
from advisor.report.assessment import LayerResult


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SideResult(_Result):
    """One of the two initiatives, or versions of one."""

    name: str
    called: Annotated[str, Field(description="What it is called here: its name, or before and after for two versions.")]
    file: Annotated[str | None, Field(description="Where it was read.")]


class DifferenceResult(_Result):
    """Something that is answered otherwise about the second than about the first."""

    number: Annotated[int, Field(description="From 1; reasons name it by this.")]
    sort: Annotated[
        Sort,
        Field(
            strict=False,
            description="An `answer`; an `item` of a list, or a `part`, that is there only once; a `list` that is "
            "whole in one; a `group` whose items share no id, as a whole; `dates` and name of a part.",
        ),
    ]
    section: Annotated[str, Field(description="The section of questions to which it belongs.")]
    question: Annotated[str, Field(description="`group.question` for an item; `parts` for phases and strands.")]
    item: str | None
    parts: Annotated[list[str], Field(description="The ids of the parts where it differs so; empty for the whole.")]
    unmatched: Annotated[bool, Field(description="Of a `group`: both list something, and nothing has the same id.")]
    where: Annotated[str, Field(description="In which parts, in words; empty where it differs so throughout.")]
    says: Annotated[str, Field(description="What differs, in a few words.")]
    first: Annotated[str, Field(description="What is answered about the first.")]
    second: str
    clause: Annotated[str, Field(description="How it is in the second, as a clause that can follow `because`.")]


class StandResult(_Result):
    """How something is concluded of one of them."""

    status: Annotated[
        str | None, Field(description="As in an assessment; null for a headline, and where the item is not there.")
    ]
    says: Annotated[str, Field(description="The status in a word, or the headline.")]
    who: Annotated[str, Field(description="Of whom it holds, where items cannot be matched.")] = ""
    filled: Annotated[str, Field(description="Of a role that is needed: who fills it, or that nobody does.")] = ""

    @property
    def holds(self) -> bool:
        """Whether it is so, beyond dispute."""
        return self.status in ("met", "supported")

    @property
    def silent(self) -> bool:
        """Whether nothing would be said of it: it is not so, not known, or there is nobody of whom it could be said."""
        return self.status in ("not met", "unknown", None)


class ConclusionResult(_Result):
    """Something that is concluded otherwise of the second than of the first."""

    kind: Annotated[str, Field(description="`headline`, or the kind of the finding.")]
    finding: Annotated[str | None, Field(description="Null for a headline.")]
    item: Annotated[str | None, Field(description="The item it is about, where items can be matched.")]
    parts: Annotated[list[str], Field(description="The ids of the parts where it differs so; empty for the whole.")]
    where: Annotated[str, Field(description="In which parts, in words; empty where it differs so throughout.")]
    says: Annotated[str, Field(description="What is concluded, or what is advised where it holds.")]
    first: StandResult
    second: StandResult


class ReasonResult(_Result):
    """What is concluded otherwise because of the same differences."""

    differences: Annotated[
        list[int],
        Field(
            description="Taken over from the second into the first, they give it these conclusions of the second; none "
            "of them can be left out. Other differences may bring the same about."
        ),
    ]
    conclusions: list[ConclusionResult]


class Comparison(_Result):
    """Two initiatives, or two versions of one, side by side."""

    first: SideResult
    second: SideResult
    versions: Annotated[bool, Field(description="Whether they have the same name, and are taken for versions of one.")]
    rulebook: LayerResult
    differences: list[DifferenceResult]
    reasons: list[ReasonResult]
    unexplained: Annotated[
        list[ConclusionResult], Field(description="What differs, and all differences together do not bring it about.")
    ]

    @property
    def sides(self) -> tuple[SideResult, SideResult]:
        """Both."""
        return self.first, self.second

    @property
    def conclusions(self) -> list[ConclusionResult]:
        """Everything that is concluded otherwise."""
        return [one for reason in self.reasons for one in reason.conclusions] + self.unexplained

"""What would change a conclusion, as programs get it."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

By = Literal["choice", "finding out", "other facts"]


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChangedAnswer(_Result):
    """An answer that would be another one."""

    question: str
    item: Annotated[str | None, Field(description="The item that it is about; begins with + for one to be added.")]
    part: Annotated[str, Field(description="The phase or strand in which it is said; empty for the whole.")]
    says: Annotated[str, Field(description="What would be answered, as a clause that can follow “if”.")]
    now: Annotated[str | None, Field(description="What is answered now, where the new answer contradicts it.")]
    changeable: Annotated[bool, Field(description="Whether those who design it can choose so.")]


class Way(_Result):
    """Answers that would do it together; with any of them left out, the others would not."""

    answers: list[ChangedAnswer]


class ChangeResult(_Result):
    """Questions which, answered otherwise, would bring a conclusion about; fewer of them would not."""

    by: Annotated[By, Field(description="Whether it is a choice, adds to what is known, or is against what is said.")]
    says: Annotated[list[str], Field(description="What would be answered: clauses that can follow “if”, all together.")]
    in_other_ways: Annotated[bool, Field(description="Whether there are ways that `says` leaves out.")]
    also: Annotated[list[str], Field(description="What schools would come to say, too, a line for each.")]
    brings: Annotated[list[str], Field(description="The stops that it would bring.")]
    ways: list[Way]


class Turn(_Result):
    """One thing that a conclusion could come to, and what would bring it there."""

    status: str
    says: Annotated[str, Field(description="What it would come to, as the opening of a list.")]
    changes: list[ChangeResult]
    complete: Annotated[bool, Field(description="Whether these are all that take no more than four questions.")]
    example: Annotated[
        Way | None, Field(description="Where it takes more: answers to what is open that would bring it there.")
    ]


class Outlook(_Result):
    """What would change one conclusion, and what is still possible of it."""

    finding: str
    part: str
    item: str | None
    status: str
    says: str
    possible: Annotated[
        list[str], Field(description="Of what is not decided: how it can still settle, whatever is open is answered.")
    ]
    settled: Annotated[str | None, Field(description="How it will settle, where that does not depend on what is open.")]
    turns: list[Turn]


class OutlookReport(_Result):
    """What would change conclusions about one initiative."""

    initiative: str
    outlooks: list[Outlook]

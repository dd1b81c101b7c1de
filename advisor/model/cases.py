"""The shape of a file of cases, before its answers and expectations are read against a rulebook."""

from typing import Annotated

from pydantic import Field

from advisor.model.entry import Entry, Id, Text
from advisor.model.finding import Agreement, Track


class HeadlineEntry(Entry):
    """What a headline comes down to."""

    tracks: Annotated[list[Track], Field(description="The tracks that it names.")]
    agreement: Annotated[Agreement, Field(description="Whether the schools agree.")]


class CaseEntry(Entry):
    """One case: answers, and what is expected of them."""

    case: Annotated[Text, Field(description="What it shows, as a sentence about the field.")]
    note: Annotated[Text | None, Field(description="Why that is right, where the sentence does not say it.")] = None
    like: Annotated[
        Id | None, Field(description="An example to begin with, instead of the answers that all cases share.")
    ] = None
    answers: Annotated[dict[str, object], Field(description="What differs from what it begins with.")] = {}
    parts: Annotated[object, Field(description="Its phases and strands, instead of those of the example.")] = None
    expect: Annotated[
        dict[str, object],
        Field(description="How findings settle; for findings made for each item, also by item. Also the headline."),
    ] = {}
    expect_in: Annotated[dict[Id, dict[str, object]], Field(description="The same, by phase or strand.")] = {}
    filled_by: Annotated[
        dict[str, object],
        Field(description="Who fills a role, all of them, with how well: fully, partly, could, perhaps."),
    ] = {}


class CasesEntry(Entry):
    """A file of cases."""

    about: Annotated[Id | None, Field(description="A school or theme, whose findings go by their names alone.")] = None
    note: Annotated[Text | None, Field(description="What has to be known of all these cases.")] = None
    answers: Annotated[dict[str, object], Field(description="What all its cases begin with.")] = {}
    cases: list[CaseEntry]

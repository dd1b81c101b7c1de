"""The shape of an initiative file, before its answers are read against the questions."""

from typing import Annotated, Literal

from pydantic import Field

from advisor.model.entry import Entry, Id, Text

Date = Annotated[Text, Field(pattern=r"^\d{4}(-\d{2}){0,2}$", description="A year, a month (1993-05) or a day.")]


class LabelEntry(Entry):
    """A label that somebody has published."""

    label: Text
    by: Text
    year: int | None = None
    title: Text | None = None
    evidence: Annotated[
        Literal["seen in the publication", "recalled, unchecked"],
        Field(description="Whether somebody has looked it up."),
    ]
    note: Text | None = None


class PartEntry(Entry):
    """A phase or a strand, and the answers in which it differs from the whole."""

    id: Id
    name: Text
    kind: Literal["phase", "strand"]
    start: Annotated[Date | None, Field(alias="from")] = None
    end: Annotated[Date | None, Field(alias="until")] = None
    answers: dict[str, object] = Field(default_factory=dict)


class InitiativeEntry(Entry):
    """An initiative file."""

    initiative: Annotated[Text, Field(description="Its name, or a codename.")]
    record: Annotated[
        Literal["own", "real", "composed"],
        Field(description="Your own, a real one from published sources, or one composed to show something."),
    ] = "own"
    years: Text | None = None
    about: Text | None = None
    published: Annotated[list[LabelEntry], Field(description="What others have called it in print.")] = Field(
        default_factory=list
    )
    review: Annotated[
        Text | None, Field(description="Whether what we say agrees with what others have called it, and why not.")
    ] = None
    answers: Annotated[dict[str, object], Field(description="Answers by the id of the question.")] = Field(
        default_factory=dict
    )
    parts: Annotated[object, Field(description="Its phases and strands, if it has any.")] = None

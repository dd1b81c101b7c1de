"""Sources and tables: what rules cite, and what they look up."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from advisor.model.entry import Entry, Id, Text, Wording
from advisor.model.finding import Basis, Citation


class Source(Entry):
    """A publication."""

    authors: Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]
    year: Annotated[int, Field(ge=1900, le=2100)]
    title: Text
    short: Annotated[
        Text | None, Field(description="What it is called in a sentence; authors and year if not given.")
    ] = None
    venue: Text | None = None
    pages: Text | None = None
    doi: Text | None = None
    seen: Annotated[
        Literal["brief", "publication", "secondary"],
        Field(description="Known through the issue brief only, from the publication itself, or through others."),
    ]
    note: Text | None = None


class SourcesEntry(Entry):
    """The file of sources."""

    sources: dict[Id, Source]


class System(Entry):
    """Something that the issue brief reports: a framework, a typology, a claim, a recommendation."""

    title: Text
    says: Annotated[Text, Field(description="What it says, in our words.")]
    by: Annotated[Text, Field(description="Whose it is, as the brief reports it.")]


class SystemsEntry(Entry):
    """The file of what the rulebook is to carry from the issue brief, by number."""

    systems: dict[Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*$")], System]


class TableEntry(Entry):
    """A file that maps words to lists of words, for conditions to look up."""

    table: Id
    title: Wording
    source: Citation | None = None
    basis: Basis
    rows: dict[str, list[Text]]

"""The glossary: terms of art, and what they mean here and to whom."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from advisor.model.entry import Entry, Id, Text, Wording
from advisor.model.finding import Basis, Citation


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


class Term(Entry):
    """A word that readers may not know, or that schools use differently."""

    term: Annotated[Wording, Field(description="The term itself, as a heading.")]
    also: Annotated[
        list[Text], Field(description="Other forms as they occur in texts, in any language: plurals, spellings.")
    ] = []
    says: Annotated[Wording, Field(description="What it means, in one to three short sentences; by whom, if disputed.")]
    source: Annotated[
        tuple[Citation, ...],
        BeforeValidator(_listed, json_schema_input_type=Citation | list[Citation]),
        Field(strict=False, description="Where the meaning comes from; several where schools differ."),
    ] = ()
    basis: Annotated[Basis, Field(description="A publication says so, practitioners do, or the words are our own.")]


class GlossaryEntry(Entry):
    """The file of terms."""

    terms: dict[Id, Term]

"""The languages and territories that a rulebook lists itself, because standards are too coarse for mediation."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from advisor.model.entry import Entry, Text, Wording
from advisor.model.finding import Basis, Citation


def _listed(value: Any) -> Any:
    """What has nothing but a name may be written as that name."""
    return value if isinstance(value, dict) and "name" in value else {"name": value}


class Listed(Entry):
    """A language or a territory: what it is called, and what people type for it."""

    name: Annotated[Wording, Field(description="What it is called where people read it.")]
    also: Annotated[
        list[Text], Field(description="What people type for it. A name that stands at several is met with all of them.")
    ] = []


class Language(Listed):
    """A language, or a variety of one."""

    of: Annotated[str | None, Field(description="The code of the language that it is a variety of.")] = None
    territories: Annotated[list[str], Field(description="The codes of the territories where it matters.")] = []


class LanguagesEntry(Entry):
    """The file of languages: varieties and territories, by code."""

    basis: Basis
    source: Citation | None = None
    note: Text | None = None
    territories: Annotated[
        dict[str, Annotated[Listed, BeforeValidator(_listed, json_schema_input_type=Listed | Wording)]],
        Field(description="By ISO 3166-1 code, two capital letters: a name, or a name and what else people type."),
    ] = {}
    languages: Annotated[
        dict[str, Language],
        Field(description="By ISO 639 code, two small letters where there are two, else three."),
    ] = {}

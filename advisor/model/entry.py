"""What every entry of a rulebook file shares: strictness, ids, and text that may be translated."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from advisor.documents import as_text

ID_PATTERN = r"^[a-z][a-z0-9]*([._-][a-z0-9]+)*$"

Id = Annotated[str, BeforeValidator(as_text), StringConstraints(pattern=ID_PATTERN, max_length=80)]
"""A short lower-case name: letters, digits, and single hyphens, underscores or points between them."""

Text = Annotated[str, BeforeValidator(as_text), StringConstraints(min_length=1, strip_whitespace=True)]
"""Text in one language; a number typed as text stays as it was typed."""

BASE_LANGUAGE = "en"


def _translations(value: Any) -> Any:
    return value if isinstance(value, dict) else {BASE_LANGUAGE: value}


Wording = Annotated[
    dict[str, Text],
    BeforeValidator(_translations, json_schema_input_type=str | dict[str, str]),
    Field(min_length=1),
]
"""Text for people: plain, or one text for each language with English as the base (`{en: …, ar: …}`)."""


def in_language(wording: Mapping[str, str], language: str = BASE_LANGUAGE) -> str:
    """The text in a language, or in English where there is no translation."""
    return wording.get(language) or wording.get(BASE_LANGUAGE) or next(iter(wording.values()))


class Entry(BaseModel):
    """A strict, frozen model: unknown fields are faults, and nothing is silently converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

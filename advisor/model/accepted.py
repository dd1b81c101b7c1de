"""What the checks of a rulebook note, and an expert leaves as it is."""

from typing import Annotated, Literal

from pydantic import Field

from advisor.model.entry import Entry, Text

Check = Literal["W01", "W02", "W03", "W04", "W05", "W06", "W07", "W08", "W09", "W10", "W11", "W12", "W16"]
"""The checks whose notes can be accepted."""


class Accepted(Entry):
    """A note that an expert has looked at and leaves as it is, with the reason."""

    check: Annotated[Check, Field(description="The code of the note.")]
    other: Annotated[
        Text | None, Field(alias="with", description="The other finding that the note names, if it names one.")
    ] = None
    because: Annotated[Text, Field(description="Why it is meant to be so.")]

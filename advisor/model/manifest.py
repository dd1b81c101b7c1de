"""What names a rulebook, and says what a layer changes of the rules that it builds on."""

from typing import Annotated

from pydantic import Field

from advisor.model.entry import Entry, Text, Wording

_Reason = Annotated[Text, Field(description="Why, for those who read the rules after you.")]
_Reasons = Annotated[dict[str, _Reason], Field(description="By id, each with the reason.")]


class Replaced(Entry):
    """What a layer says in other words than the rules below it, by sort and id."""

    findings: _Reasons = {}
    questions: _Reasons = {}
    sources: _Reasons = {}
    terms: _Reasons = {}
    languages: _Reasons = {}
    territories: _Reasons = {}
    systems: _Reasons = {}
    rows: Annotated[dict[str, _Reason], Field(description="Rows of tables, as table/row, each with the reason.")] = {}


class SwitchedOff(Replaced):
    """What a layer does without. A school or a theme goes with all its findings."""

    schools: _Reasons = {}
    themes: _Reasons = {}
    cases: Annotated[
        dict[str, _Reason],
        Field(description="Cases of the rules below that expect what this layer means otherwise: by their sentences."),
    ] = {}


class RulebookEntry(Entry):
    """The file that names a rulebook."""

    title: Wording
    version: Text
    builds_on: Annotated[
        Text | None,
        Field(description="For a layer: `bundled` for the rules that come along, or the folder of another rulebook."),
    ] = None
    replaces: Annotated[Replaced, Field(description="For a layer: what it says in place of what stands below it.")] = (
        Replaced()
    )
    switches_off: Annotated[SwitchedOff, Field(description="For a layer: what it does without.")] = SwitchedOff()

"""The file of settings."""

from typing import Annotated

from pydantic import Field

from advisor.model.entry import Entry, Text


class SettingsEntry(Entry):
    """What a user has chosen for every call."""

    rules: Annotated[Text | None, Field(description="The folder of the rules that are used.")] = None

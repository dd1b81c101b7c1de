"""Who reads what is told."""

from enum import StrEnum


class Audience(StrEnum):
    """For whom something is written."""

    TEAM = "team"
    FUNDER = "funder"
    PUBLIC = "public"

"""A paragraph of what is told of two states of a rulebook."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A paragraph of what is told."""

    says: str = ""
    further: str = ""
    """What stands before each of its lines but the first."""
    first: str = ""
    """What stands before its first line."""
    is_heading: bool = False

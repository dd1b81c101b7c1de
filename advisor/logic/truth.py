"""The four values of Belnap's logic: a thing may be told true, told false, both or neither."""

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """What is told of a condition. Each value is the pair (told true, told false)."""

    UNKNOWN = (False, False)
    TRUE = (True, False)
    FALSE = (False, True)
    CONTESTED = (True, True)

    @property
    def told_true(self) -> bool:
        """Whether something says that it is so; something else may deny it."""
        return self.value[0]

    @property
    def told_false(self) -> bool:
        """Whether something says that it is not so; something else may affirm it."""
        return self.value[1]

    def denied(self) -> "Truth":
        """The value of the contrary."""
        return Truth((self.told_false, self.told_true))


def told(true: bool, false: bool) -> Truth:
    """The value of which these two things are so."""
    return Truth((true, false))


def all_of(values: Iterable[Truth]) -> Truth:
    """True where each is; false where any is. Of nothing at all it is true."""
    held = list(values)
    return told(all(v.told_true for v in held), any(v.told_false for v in held))


def any_of(values: Iterable[Truth]) -> Truth:
    """True where any is; false where each is. Of nothing at all it is false."""
    held = list(values)
    return told(any(v.told_true for v in held), all(v.told_false for v in held))

"""The four values of Belnap's logic: a thing may be told true, told false, both or neither."""

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """What is told of a condition. Each value is the pair (told true, told false)."""

    UNKNOWN = (False, False)
    TRUE = (True, False)
    FALSE = (False, True)
    CONTESTED = (True, True)

    # There is one of each, looked up all the time; the hash of an enum is worked out in Python.
    __hash__ = object.__hash__

    def __init__(self, told_true: bool, told_false: bool) -> None:  # noqa: FBT001 -- a truth value is two of them
        self.told_true = told_true
        """Whether something says that it is so; something else may deny it."""
        self.told_false = told_false
        """Whether something says that it is not so; something else may affirm it."""

    def denied(self) -> "Truth":
        """The value of the contrary."""
        return told(self.told_false, self.told_true)


_VALUES = ((Truth.UNKNOWN, Truth.FALSE), (Truth.TRUE, Truth.CONTESTED))


def told(true: bool, false: bool) -> Truth:  # noqa: FBT001 -- see above
    """The value of which these two things are so."""
    return _VALUES[true][false]


def all_of(values: Iterable[Truth]) -> Truth:
    """True where each is; false where any is. Of nothing at all it is true."""
    held = list(values)
    return told(all(v.told_true for v in held), any(v.told_false for v in held))


def any_of(values: Iterable[Truth]) -> Truth:
    """True where any is; false where each is. Of nothing at all it is false."""
    held = list(values)
    return told(any(v.told_true for v in held), all(v.told_false for v in held))

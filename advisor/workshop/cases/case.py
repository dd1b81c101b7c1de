"""A case, ready to be held against the rules."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.errors import Place
from advisor.initiative.initiative import Initiative
from advisor.logic.conditions import Status


@dataclass(frozen=True)
class ExpectedStatus:
    """How a finding is expected to settle."""

    place: Place
    finding: str
    part: str
    """Empty for the whole."""
    item: str | None
    status: Status


@dataclass(frozen=True)
class ExpectedHeadline:
    """What the headline is expected to come down to."""

    place: Place
    part: str
    tracks: tuple[str, ...]
    agreement: str


@dataclass(frozen=True)
class ExpectedFilling:
    """Who is expected to fill a role, and how well; nobody else does."""

    place: Place
    finding: str
    item: str | None
    people: frozenset[tuple[str, str]]


Expected = ExpectedStatus | ExpectedHeadline | ExpectedFilling


@dataclass(frozen=True)
class Case:
    """A sentence about the field, an initiative that it speaks of, and what the rules are expected to say."""

    name: str
    place: Place
    initiative: Initiative
    expected: tuple[Expected, ...]

    def statuses(self) -> Iterator[ExpectedStatus]:
        """The statuses that are expected."""
        return (one for one in self.expected if isinstance(one, ExpectedStatus))

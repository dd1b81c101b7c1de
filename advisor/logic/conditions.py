"""Conditions: what a finding asks of the answers. One tree serves engine, reference, explanation and schema."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from advisor.logic.answers import Check


class Subject(Enum):
    """Whose answer a condition looks at."""

    INITIATIVE = "initiative"
    EACH = "each"
    """The item that a finding `for_each` group is about."""
    ITEM = "item"
    """The item that a quantifier (`every`, `some`, …) is looking at."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A question about a subject. Questions about items are named `group.question`; `group.id` is the item itself."""

    question: str
    subject: Subject = Subject.INITIATIVE


@dataclass(frozen=True, slots=True)
class AnswerTest:
    """An answer passes a check."""

    ref: Ref
    check: Check


@dataclass(frozen=True, slots=True)
class Shares:
    """Two answers have a word in common; the right one is first looked up in a table, if one is named."""

    left: Ref
    right: Ref
    table: str | None = None


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary holds."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Holds:
    """Another finding is met."""

    finding: str
    subject: Subject = Subject.INITIATIVE


class Quantifier(Enum):
    """How many items of a group must meet a condition."""

    EVERY = "every"
    SOME = "some"
    NO = "no"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Quantified:
    """So many items of a group (or parts of the initiative) meet a condition; without one, so many are listed."""

    quantifier: Quantifier
    group: str
    where: "Condition | None" = None
    at_least: int | None = None
    at_most: int | None = None


class Status(Enum):
    """How a finding has settled. People see words that suit its kind: a verdict is "supported", not "met"."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"
    CONTESTED = "contested"

    # There is one of each, looked up all the time; the hash of an enum is worked out in Python.
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class StatusIs:
    """A finding has settled in one of these ways. Only readings may ask this."""

    finding: str
    statuses: frozenset[Status]
    subject: Subject = Subject.INITIATIVE


ANY_TRACK = "any"
"""Selects the findings that name a track, whichever it is."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Which findings to count: those for which every field that is given here is so."""

    kind: str | None = None
    school: str | None = None
    track: str | None = None
    umbrella: bool | None = None


@dataclass(frozen=True, slots=True)
class StatusCount:
    """So many of the selected findings have settled in one of these ways. Only readings may ask this."""

    selector: Selector
    statuses: frozenset[Status]
    at_least: int | None = None
    at_most: int | None = None
    subject: Subject = Subject.INITIATIVE
    """ITEM where a quantifier looks at the parts: counted in that part."""


Condition = AnswerTest | Shares | All | AnyOf | Not | Holds | Quantified | StatusIs | StatusCount

PARTS = "parts"
"""The group that every initiative has: its phases and strands, or itself where it has none."""


def nodes(condition: Condition) -> Iterator[Condition]:
    """The condition and everything inside it, outermost first."""
    yield condition
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from nodes(part)
        case Not(part):
            yield from nodes(part)
        case Quantified(where=where) if where is not None:
            yield from nodes(where)


def subjects(condition: Condition) -> frozenset[Subject]:
    """Whose answers the condition looks at from where it stands; a quantifier's own items are its own affair."""
    match condition:
        case AnswerTest(ref):
            return frozenset((ref.subject,)) - {Subject.INITIATIVE}
        case Shares(left, right):
            return frozenset((left.subject, right.subject)) - {Subject.INITIATIVE}
        case Holds(subject=subject) | StatusIs(subject=subject) | StatusCount(subject=subject):
            return frozenset((subject,)) - {Subject.INITIATIVE}
        case All(parts) | AnyOf(parts):
            return frozenset[Subject]().union(*map(subjects, parts))
        case Not(part):
            return subjects(part)
        case Quantified(where=where):
            return frozenset() if where is None else subjects(where) - {Subject.ITEM}


def questions_used(condition: Condition) -> frozenset[str]:
    """The questions whose answers the condition itself looks at (not those of the findings it builds on)."""
    used: set[str] = set()
    for node in nodes(condition):
        match node:
            case AnswerTest(ref):
                used.add(ref.question)
            case Shares(left, right):
                used |= {left.question, right.question}
            case Quantified(group=group) if group != PARTS:
                used.add(group)
    return frozenset(used)


def findings_used(condition: Condition) -> frozenset[str]:
    """The findings that the condition builds on or, in a reading, whose status it asks for by name."""
    return frozenset(n.finding for n in nodes(condition) if isinstance(n, Holds | StatusIs))


def seen_as(condition: Condition, subject: Subject) -> Condition:
    """The condition with another subject in the place of ITEM; a quantifier's own items stay its own."""
    match condition:
        case AnswerTest(ref, check):
            return AnswerTest(_ref_as(ref, subject), check)
        case Shares(left, right, table):
            return Shares(_ref_as(left, subject), _ref_as(right, subject), table)
        case All(parts):
            return All(tuple(seen_as(part, subject) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(seen_as(part, subject) for part in parts))
        case Not(part):
            return Not(seen_as(part, subject))
        case Holds(finding, Subject.ITEM):
            return Holds(finding, subject)
        case StatusIs(finding, statuses, Subject.ITEM):
            return StatusIs(finding, statuses, subject)
        case StatusCount(subject=Subject.ITEM):
            return replace(condition, subject=subject)
        case _:
            return condition


def _ref_as(ref: Ref, subject: Subject) -> Ref:
    return Ref(ref.question, subject) if ref.subject is Subject.ITEM else ref

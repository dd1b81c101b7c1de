"""The flat positive program that a rulebook compiles to: only facts and rules without negation, in stages.

Everything that can be told true or told false is a pair of literals, `name+` and `name-`. A rule concludes one literal
from several. Items have their own facts; an aggregate concludes about a list from what was concluded about its items.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from advisor.facts import Atom
from advisor.logic.answers import Between, Includes, Only
from advisor.logic.conditions import PARTS, Quantifier, Shares, Status


class Sort(NamedTuple):
    """What a literal is about: a view of the initiative, an item in it, two items, or the whole with its parts."""

    each: str | None = None
    item: str | None = None
    whole: bool = False

    def __str__(self) -> str:
        """For exports and messages."""
        if self.whole:
            return "whole"
        return " x ".join(g for g in (self.each, self.item) if g is not None) or "part"


VIEW = Sort()
WHOLE = Sort(whole=True)


class Role(StrEnum):
    """From where a rule takes a literal: its own instance, or one that its own belongs to."""

    OWN = "own"
    VIEW = "view"
    WHOLE = "whole"
    EACH = "each"
    ITEM = "item"

    # As what is looked up all the time; that of an enum is worked out in Python.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal as a rule or an aggregate sees it."""

    role: Role
    key: str


@dataclass(frozen=True, slots=True)
class Rule:
    """If every literal of the body is told, the head is told."""

    id: str
    sort: Sort
    head: str
    body: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class Aggregate:
    """Tells `name+` or `name-` of a list from what is told of its items."""

    name: str
    sort: Sort
    quantifier: Quantifier
    group: str
    inner: tuple[Literal, Literal] | None
    """What is told true and told false of each item; None where being listed is enough."""
    at_least: int | None
    at_most: int | None
    settled: bool
    """Whether the list counts as complete, because only readings ask."""

    @property
    def over_parts(self) -> bool:
        """Whether the items are the parts of the initiative."""
        return self.group == PARTS


@dataclass(frozen=True, slots=True)
class StatusAtom:
    """Tells whether a finding has settled in one of these ways."""

    name: str
    sort: Sort
    finding: str
    statuses: frozenset[Status]


@dataclass(frozen=True, slots=True)
class CountAtom:
    """Tells whether so many of the selected findings have settled in one of these ways."""

    name: str
    sort: Sort
    findings: tuple[str, ...]
    statuses: frozenset[Status]
    at_least: int | None
    at_most: int | None


@dataclass(frozen=True, slots=True)
class AnswerAtom:
    """Tells what the answers say."""

    name: str
    sort: Sort
    atom: Atom


Meaning = AnswerAtom | Aggregate | StatusAtom | CountAtom


@dataclass
class Stage:
    """What is worked out in one go: how findings have settled, then rules, then aggregates over what they concluded."""

    readings: list[StatusAtom | CountAtom] = field(default_factory=list)
    """Only in the first stage after all ground findings have settled."""
    rules: dict[Sort, list[Rule]] = field(default_factory=dict)
    aggregates: list[Aggregate] = field(default_factory=list)


@dataclass
class Program:
    """A compiled rulebook."""

    atoms: dict[Sort, list[AnswerAtom]] = field(default_factory=dict)
    stages: list[Stage] = field(default_factory=list)
    sorts: set[Sort] = field(default_factory=set)
    sort_of: dict[str, Sort] = field(default_factory=dict)
    """The sort of each name."""
    meaning: dict[str, Meaning] = field(default_factory=dict)
    """What the names stand for that are neither findings nor internal."""

    def rules(self) -> list[Rule]:
        """All rules, stage by stage."""
        return [rule for stage in self.stages for rules in stage.rules.values() for rule in rules]

    def export(self) -> dict[str, Any]:
        """The program as plain data, for other engines and for reading."""
        return {
            "atoms": [
                {"name": a.name, "about": str(a.sort), "test": _test(a.atom)} for s in self.atoms.values() for a in s
            ],
            "stages": [_exported(stage) for stage in self.stages],
        }


def _test(atom: Atom) -> dict[str, Any]:
    """What an atom asks, as plain data in a fixed order."""
    if isinstance(atom, Shares):
        asked = {"question": atom.left.question, "shares": atom.right.question}
        return asked if atom.table is None else {**asked, "table": atom.table}
    match atom.check:
        case Between(low, high):
            bounds: dict[str, Any] = {"at_least": low, "at_most": high}
        case Includes(words):
            bounds = {"includes": sorted(map(str, words))}
        case Only(words):
            bounds = {"only": sorted(map(str, words))}
    return {"question": atom.ref.question, **bounds}


def _exported(stage: Stage) -> dict[str, Any]:
    rules = [
        {"id": r.id, "about": str(r.sort), "if": [_shown(x) for x in r.body], "then": r.head}
        for rules in stage.rules.values()
        for r in rules
    ]
    aggregates = [
        {
            "name": a.name,
            "about": str(a.sort),
            "quantifier": a.quantifier.value,
            "over": a.group,
            "of": None if a.inner is None else [_shown(x) for x in a.inner],
            "at_least": a.at_least,
            "at_most": a.at_most,
            "closed": a.settled,
        }
        for a in stage.aggregates
    ]
    return {"readings": [_reading(r) for r in stage.readings], "rules": rules, "aggregates": aggregates}


def _reading(atom: StatusAtom | CountAtom) -> dict[str, Any]:
    statuses = sorted(s.value for s in atom.statuses)
    read: dict[str, Any] = {"name": atom.name, "about": str(atom.sort), "is": statuses}
    if isinstance(atom, StatusAtom):
        return {**read, "of": atom.finding}
    return {**read, "of": list(atom.findings), "at_least": atom.at_least, "at_most": atom.at_most}


def _shown(literal: Literal) -> str:
    return literal.key if literal.role is Role.OWN else f"{literal.role.value}:{literal.key}"

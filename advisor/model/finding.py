"""Findings: everything that a rule concludes, with its source and what it rests on."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SkipValidation

from advisor.documents import as_text
from advisor.errors import Place
from advisor.logic.conditions import Condition
from advisor.model.accepted import Accepted
from advisor.model.advice import Advice, Filling, FillingEntry
from advisor.model.entry import Entry, Id, Text, Wording


class Kind(StrEnum):
    """What a finding is for."""

    CRITERION = "criterion"
    VERDICT = "verdict"
    PREMISE = "premise"
    HEADLINE = "headline"
    TEAM = "team"
    ROLE = "role"
    """Somebody whom the mediation team needs: a line of its terms of reference."""
    LANGUAGE = "language"
    STAFFING = "staffing"
    """Somebody who is needed so that people understand each other: a line of the staffing table."""
    GOAL = "goal"
    EXPECTATION = "expectation"
    MEASURE = "measure"
    RISK = "risk"
    STEP = "step"
    STOP = "stop"
    REFLECTION = "reflection"
    LESSON = "lesson"
    """What an initiative that is over shows."""
    NOTICE = "notice"
    """What has to be known about the assessment itself."""
    JUDGEMENT = "judgement"
    """What to think of a promise that somebody makes."""
    DEMAND = "demand"
    """What a funder expects, held against the initiative."""
    CLASH = "clash"
    """Where what a funder expects gets in the way of the process, or of another funder."""


GROUND_KINDS = frozenset((Kind.CRITERION, Kind.VERDICT, Kind.PREMISE))
"""The kinds that must rest on answers alone and may not read how other findings have settled."""

CLAIMS, FUNDERS = "claims", "funders"
"""The groups of what proposals promise, and of what those who pay expect."""
MADE_FOR: Mapping[Kind, str] = {Kind.JUDGEMENT: CLAIMS, Kind.DEMAND: FUNDERS, Kind.CLASH: FUNDERS}
"""The kinds that are made for each item of one group only."""

TRACKS = ("I", "1.5", "II", "III")
Track = Annotated[Literal["I", "1.5", "II", "III"], BeforeValidator(as_text)]
Agreement = Literal["agreed", "split", "contested", "undecided", "none"]
Basis = Literal["source", "practice", "heuristic"]
Scope = Literal["part", "whole"]


class Citation(Entry):
    """Where a claim comes from: a source of the rulebook, and the place in it."""

    ref: Annotated[Id, Field(description="An id in sources.yaml.")]
    place: Annotated[Text | None, Field(description="Where in the source.")] = None


def _listed(value: object) -> object:
    return tuple(value) if isinstance(value, list) else (value,)


class FindingEntry(Advice):
    """A finding as written in a file."""

    kind: Annotated[Kind, Field(strict=False, description="What the finding is for.")]
    statement: Annotated[Wording, Field(description="What is said when it is met.")]
    statement_not: Annotated[Wording | None, Field(description="What is said when it is not met.")] = None
    when: Annotated[object, Field(description="What must hold for it to be met.")]
    not_when: Annotated[object, Field(description="What must hold for it not to be met; worked out if not given.")] = (
        None
    )
    source: Annotated[
        Citation | None,
        Field(description="Where the claim comes from; if not given, the file's own source, but not for heuristics."),
    ] = None
    basis: Annotated[Basis, Field(description="A publication says so, practitioners do, or it is our own heuristic.")]
    because: Annotated[Wording | None, Field(description="The reason an expert would give.")] = None
    dissent: Annotated[Wording | None, Field(description="Who disagrees, and how.")] = None
    for_each: Annotated[Id | None, Field(description="A group: the finding is made for each of its items.")] = None
    scope: Annotated[Scope, Field(description="Judged for each part of the initiative, or once for the whole.")] = (
        "part"
    )
    track: Annotated[
        tuple[Track, ...],
        BeforeValidator(_listed, json_schema_input_type=Track | list[Track]),
        Field(description="For verdicts and headlines: the track it names; several where it cannot tell them apart."),
    ] = ()
    umbrella: Annotated[bool, Field(description="For verdicts: it covers tracks that others keep apart.")] = False
    goes_with: Annotated[
        tuple[Id, ...],
        Field(strict=False, description="For verdicts: criteria of its file that go with it and do not decide."),
    ] = ()
    agreement: Annotated[
        Agreement | None, Field(description="For headlines: whether the schools agree where this is met.")
    ] = None
    filled_by: Annotated[
        tuple[FillingEntry, ...],
        Field(strict=False, description="For roles and staffing: who fills it, the best first."),
    ] = ()
    systems: Annotated[
        tuple[int, ...],
        Field(strict=False, description="The numbers in systems.yaml of what it carries from the issue brief."),
    ] = ()
    accepted: Annotated[
        tuple[Accepted, ...],
        Field(strict=False, description="Notes of `advisor rules check` that are to stay as they are, and why."),
    ] = ()


class SchoolEntry(Entry):
    """A file of one school of thought."""

    school: Id
    title: Wording
    short: Annotated[Wording | None, Field(description="The title as it stands in a sentence, if it differs.")] = None
    about: Wording | None = None
    source: Id
    findings: dict[Id, FindingEntry]


class ThemeEntry(Entry):
    """A file of findings that belong to no school."""

    theme: Id
    title: Wording
    about: Wording | None = None
    source: Id | None = None
    applies_when: Annotated[
        object, Field(description="None of its advice is given unless this holds; what it waits for, all wait for.")
    ] = None
    findings: dict[Id, FindingEntry]


class Finding(Advice):
    """A finding, ready to be judged."""

    id: str
    """`school/name` or `theme/name`."""
    home: str
    """The school or theme."""
    kind: Kind
    statement: Wording
    statement_not: Wording | None
    when: SkipValidation[Condition]
    not_when: SkipValidation[Condition | None]
    source: Citation | None
    basis: Basis
    because: Wording | None
    dissent: Wording | None
    for_each: str | None
    scope: Scope
    tracks: tuple[Track, ...]
    umbrella: bool
    goes_with: tuple[str, ...]
    """Criteria, by their full ids, that merely go with a verdict."""
    agreement: Agreement | None
    filled_by: SkipValidation[tuple[Filling, ...]] = ()
    systems: tuple[int, ...]
    accepted: tuple[Accepted, ...] = ()
    """Notes of the checks that are to stay as they are; the other findings by their full ids."""
    reading: bool
    """Whether it reads how other findings have settled."""
    place: SkipValidation[Place]

    @property
    def texts(self) -> Iterator[Wording]:
        """All that it says to people."""
        told = (self.statement, self.statement_not, self.because, self.dissent, self.next_step)
        beside = (self.better, self.instead, self.ask, self.role, self.look_for)
        return (wording for wording in (*told, *beside) if wording is not None)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Its condition, and the contrary's where that is written out."""
        return (self.when,) if self.not_when is None else (self.when, self.not_when)


class Home(Entry):
    """A school of thought, or a theme: where findings live."""

    id: str
    title: Wording
    short: Wording
    about: Wording | None
    school: bool
    findings: tuple[str, ...]
    applies_when: SkipValidation[Condition | None]
    """What must hold for any of its advice to be given."""
    place: SkipValidation[Place]

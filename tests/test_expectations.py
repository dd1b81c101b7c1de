"""What the rules say of the real initiatives, against a reader who judged them before there were rules.

The reader went by the published facts alone. Each file in `expectations/` holds what was expected of one initiative,
and every difference that remains, with who was right and why. A difference that is not recorded fails, and so does a
recorded one that is gone.
"""

from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, model_validator

from advisor.documents import read_document
from advisor.engine.run import Engine
from advisor.initiative.reader import read_initiative
from advisor.report.assess import assess
from advisor.report.assessment import Assessment, ViewResult
from tests.bundled import bundled_engine
from tests.places import INITIATIVES

EXPECTATIONS = Path(__file__).parent / "expectations"
HEADLINE = "headline"
NEVER_PRINTED = "thune-nome/official-subcontractor"
"""Who is said to work for officials is told to those whose initiative it is, and printed nowhere."""
SIGNS = {"supported": "+", "refuted": "-", "undecided": "?", "contested": "±"}

Said = str | tuple[frozenset[str], str]
"""The status of a finding; of a headline, the tracks that it names and whether the schools agree."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Tracks(_Entry):
    """What a headline comes down to."""

    tracks: list[Literal["I", "1.5", "II", "III"]]
    agreement: Literal["agreed", "split", "contested", "undecided", "none"]

    @property
    def said(self) -> Said:
        """The tracks as a set: their order says nothing."""
        return frozenset(self.tracks), self.agreement


class ExpectedHeadline(Tracks):
    """The headline that the reader expected."""

    why: str


class ExpectedSchool(_Entry):
    """What the reader expected of one school."""

    criteria: dict[str, Literal["met", "not met", "unknown", "contested"]] = {}
    verdicts: dict[str, Literal["supported", "refuted", "undecided", "contested"]]
    why: str


class ExpectedView(_Entry):
    """What the reader expected of all schools, about an initiative or a part of one."""

    schools: dict[str, ExpectedSchool]


class Difference(_Entry):
    """Where we say something else: what we say, who is right, and why."""

    ours: str | Tracks
    right: Literal["rules", "reader", "both"]
    because: str


class Expectation(_Entry):
    """One file in `expectations/`."""

    headline: ExpectedHeadline
    schools: dict[str, ExpectedSchool] = {}
    parts: dict[str, ExpectedView] = {}
    differences: dict[str, Difference] = {}

    @model_validator(mode="after")
    def _is_about_the_whole_or_about_parts(self) -> "Expectation":
        if bool(self.schools) == bool(self.parts):
            raise ValueError('Write either "schools" or "parts".')
        return self

    @property
    def expected(self) -> dict[str, Said]:
        """What is expected, by the names that differences go by."""
        views = {"": self.schools, **{f"{part}:": view.schools for part, view in self.parts.items()}}
        return {
            HEADLINE: self.headline.said,
            **{
                f"{view}{school}/{finding}": status
                for view, schools in views.items()
                for school, expected in schools.items()
                for finding, status in {**expected.criteria, **expected.verdicts}.items()
            },
        }

    @property
    def accepted(self) -> dict[str, Said]:
        """What we are known to say instead."""
        return {name: d.ours if isinstance(d.ours, str) else d.ours.said for name, d in self.differences.items()}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return bundled_engine()


def assessed(engine: Engine, path: Path) -> Assessment:
    return assess(engine, read_initiative(path, engine.rulebook.questions))


def expectation(path: Path) -> Expectation:
    return Expectation.model_validate(read_document(EXPECTATIONS / path.name).data)


def said(assessment: Assessment) -> dict[str, Said]:
    """All that we say of an initiative and of its parts, by the names that differences go by."""
    headline = assessment.headline
    assert headline is not None
    views: dict[str, ViewResult] = {"": assessment, **{f"{part.id}:": part for part in assessment.parts}}
    return {
        HEADLINE: (frozenset(headline.tracks), headline.agreement),
        **{
            f"{name}{finding.id}": finding.status
            for name, view in views.items()
            for school in view.schools
            for verdict in school.verdicts
            for finding in (verdict, *verdict.criteria)
        },
    }


def shown(what: Said | None) -> str:
    if what is None or isinstance(what, str):
        return what or "nothing"
    tracks, agreement = what
    return f"{agreement} on {', '.join(sorted(tracks)) or 'no track'}"


@pytest.mark.parametrize("path", INITIATIVES, ids=lambda p: p.stem)
def test_the_rules_say_what_the_reader_expected_or_differ_as_reviewed(engine: Engine, path: Path) -> None:
    wanted, ours = expectation(path), said(assessed(engine, path))
    surprises = [
        f"{path.stem}: {name}: expected {shown(status)}, ours {shown(ours.get(name))}"
        for name, status in wanted.expected.items()
        if ours.get(name) != wanted.accepted.get(name, status)
    ]
    assert not surprises, "\n".join(surprises)


@pytest.mark.parametrize("path", INITIATIVES, ids=lambda p: p.stem)
def test_every_recorded_difference_is_one(path: Path) -> None:
    wanted = expectation(path)
    none = [
        f"{path.stem}: {name}: expected {shown(wanted.expected.get(name))}, recorded as ours {shown(ours)}"
        for name, ours in wanted.accepted.items()
        if wanted.expected.get(name) in (None, ours)
    ]
    assert not none, "\n".join(none)


def test_every_initiative_has_its_expectations_and_every_expectation_its_initiative() -> None:
    assert sorted(p.stem for p in EXPECTATIONS.glob("*.yaml")) == sorted(p.stem for p in INITIATIVES)


def test_the_reader_judged_thirty_initiatives() -> None:
    assert len(INITIATIVES) == 30


def signs(view: ViewResult) -> list[str]:
    """A cell for each school with verdicts: a sign for each of them, in the order of the school's file."""
    told = [[verdict for verdict in school.verdicts if verdict.id != NEVER_PRINTED] for school in view.schools]
    return ["".join(SIGNS[verdict.status] for verdict in verdicts) for verdicts in told if verdicts]


def rows(assessment: Assessment) -> list[list[str]]:
    """A row for the initiative, with its published labels, and one for each of its parts."""
    headline = assessment.headline
    assert headline is not None
    labels = "; ".join(dict.fromkeys(label.label for label in assessment.initiative.published))
    table = [[assessment.initiative.name, labels, f"{', '.join(headline.tracks) or 'no track'} ({headline.agreement})"]]
    for part in assessment.parts:
        assert part.headline is not None
        tracks = ", ".join(part.headline.tracks) or "no track"
        table.append([f"… {part.name}", "", f"{tracks} ({part.headline.agreement})"])
    return [[*row, *signs(view)] for row, view in zip(table, (assessment, *assessment.parts), strict=True)]


def test_the_table_has_a_row_for_every_initiative_and_every_part(engine: Engine) -> None:
    assessments = [assessed(engine, path) for path in INITIATIVES]
    schools = [school.id for school in assessments[0].schools if school.verdicts]
    table = [row for assessment in assessments for row in rows(assessment)]
    print("\n", " | ".join(["initiative", "published", "headline", *schools]), sep="")
    for row in table:
        print(" | ".join(row))
    assert len(table) == len(INITIATIVES) + sum(len(assessment.parts) for assessment in assessments)
    assert {len(row) for row in table} == {3 + len(schools)}

"""What the rules say of promises and of those who pay, against a reader who judged them before the rules were run.

Each file in `claims/` holds what a proposal promises of a real initiative that is over, or of a composed one, and its
namesake in `claims/expected/` what a reader of the field makes of it. `claims/funders/` holds those who pay. A
difference that is not recorded fails, and so does a recorded one that is gone.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, TypeAdapter

from advisor.documents import read_document
from advisor.engine.run import Engine
from advisor.funders.files import read_claims, read_profiles
from advisor.funders.judged import expected
from advisor.funders.results import Expected, FunderResult, Judgement
from advisor.initiative.reader import read_initiative
from advisor.report.assess import assess
from advisor.report.assessment import FindingResult
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from tests.places import CLAIMS, COMPOSED, INITIATIVES, OF_EVERY_SORT, PROFILES

READERS = CLAIMS[0].parent / "expected"
FUNDERS = READERS / "funders.yaml"
ABOUT = {path.stem: path for path in (*INITIATIVES, *COMPOSED)}
JUDGEMENTS: set[Judgement] = {"do-not-expect", "cannot-be-known", "outside-control", "reasonable"}


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Review(_Entry):
    """Where we say something else: who is right, and why."""

    right: Literal["rules", "reader", "both"]
    because: str


class Reviewed(_Review):
    """Where we think something else of a promise: what."""

    ours: Judgement


class Moved(_Review):
    """Where we tell something of a funder that the reader did not, or not there: where we tell it, if we do."""

    ours: Literal["met", "unmet", "clashes", "not there"]


class ExpectedClaim(_Entry):
    """What the reader makes of one promise, and why."""

    judgement: Judgement
    why: str


class ExpectedClaims(_Entry):
    """What the reader makes of a proposal."""

    claims: dict[str, ExpectedClaim]
    differences: dict[str, Reviewed] = {}

    @property
    def judged(self) -> dict[str, str]:
        """What is expected of us, promise by promise."""
        ours = {claim: difference.ours for claim, difference in self.differences.items()}
        return {claim: ours.get(claim, said.judgement) for claim, said in self.claims.items()}


class ExpectedFunder(_Entry):
    """What the reader makes of what one funder asks of one initiative."""

    met: list[str]
    unmet: list[str]
    clashes: list[str]
    differences: dict[str, Moved] = {}

    @property
    def read(self) -> dict[str, set[str]]:
        """What the reader makes of it."""
        return {"met": set(self.met), "unmet": set(self.unmet), "clashes": set(self.clashes)}

    @property
    def judged(self) -> dict[str, set[str]]:
        """What is expected of us."""
        return {
            place: (said - set(self.differences)) | {name for name, d in self.differences.items() if d.ours == place}
            for place, said in self.read.items()
        }


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = Engine(load_rulebook(bundled_rules()))
    yield made
    made.close()


def judged(engine: Engine, about: str, claims: Path | None = None, profiles: list[Path] | None = None) -> Expected:
    questions = engine.rulebook.questions
    initiative = read_initiative(ABOUT[about], questions)
    proposal = None if claims is None else read_claims(claims, questions, initiative)
    funders = None if profiles is None else read_profiles(profiles, questions, initiative)
    return expected(engine, initiative, assess(engine, initiative), proposal, funders)


def reader_of(path: Path) -> ExpectedClaims:
    return ExpectedClaims.model_validate(read_document(READERS / path.name).data)


@pytest.mark.parametrize("path", CLAIMS, ids=lambda p: p.stem)
def test_each_promise_is_judged_as_the_reader_did_or_differs_as_reviewed(engine: Engine, path: Path) -> None:
    ours = {claim.id: claim.judgement for claim in judged(engine, path.stem, claims=path).claims}
    assert ours == reader_of(path).judged


@pytest.mark.parametrize("path", CLAIMS, ids=lambda p: p.stem)
def test_every_difference_about_a_promise_is_one(path: Path) -> None:
    reader = reader_of(path)
    assert [c for c, d in reader.differences.items() if reader.claims[c].judgement == d.ours] == []


def test_promises_were_judged_of_three_real_initiatives_that_are_over_and_of_three_composed_ones(
    engine: Engine,
) -> None:
    records = [read_initiative(ABOUT[path.stem], engine.rulebook.questions).record for path in CLAIMS]
    assert records.count("real") >= 3
    assert records.count("composed") >= 3


def test_the_reader_finds_promises_of_every_sort() -> None:
    assert {claim.judgement for path in CLAIMS for claim in reader_of(path).claims.values()} == JUDGEMENTS


@pytest.mark.parametrize("path", CLAIMS, ids=lambda p: p.stem)
def test_a_promise_of_any_sort_is_judged_or_waits_for_an_answer_that_is_named(engine: Engine, path: Path) -> None:
    claims = judged(engine, path.stem, claims=OF_EVERY_SORT / "claims.yaml").claims
    assert [claim.id for claim in claims if claim.judgement is None and not (claim.open or claim.not_said)] == []


def said_of(funder: FunderResult) -> dict[str, set[str]]:
    told: dict[str, Sequence[FindingResult]] = {"met": funder.met, "unmet": funder.unmet, "clashes": funder.clashes}
    return {key: {finding.id.removeprefix("funders/") for finding in findings} for key, findings in told.items()}


@pytest.mark.parametrize("about", ["road-to-the-closed-town", "the-circle-that-stayed"])
def test_what_funders_ask_is_judged_as_the_reader_did_or_differs_as_reviewed(engine: Engine, about: str) -> None:
    wanted = TypeAdapter(dict[str, dict[str, ExpectedFunder]]).validate_python(read_document(FUNDERS).data)[about]
    found = judged(engine, about, profiles=PROFILES).funders
    assert {path.stem: said_of(funder) for path, funder in zip(PROFILES, found, strict=True)} == {
        funder: reader.judged for funder, reader in wanted.items()
    }


def test_every_difference_about_a_funder_is_one() -> None:
    readers = TypeAdapter(dict[str, dict[str, ExpectedFunder]]).validate_python(read_document(FUNDERS).data)
    told = [
        (reader, name, d.ours)
        for by in readers.values()
        for reader in by.values()
        for name, d in reader.differences.items()
    ]
    assert [name for reader, name, ours in told if name in reader.read.get(ours, ())] == []


@pytest.mark.parametrize("about", ["blank", "hard-bargain", "two-valleys", "water-between-villages-idea"])
def test_each_must_have_of_a_profile_is_met_or_not_or_unknown_or_in_the_way(
    engine: Engine, about: str, tmp_path: Path
) -> None:
    must_haves = list(engine.rulebook.questions.find("funders.must_haves").options)
    profiles = [tmp_path / f"{must_have}.yaml" for must_have in must_haves]
    for path in profiles:
        path.write_text(f"funder: The fund for {path.stem}\nanswers: {{must_haves: [{path.stem}]}}\n", encoding="utf-8")
    found = judged(engine, about, profiles=profiles).funders
    silent = [
        must_have
        for must_have, one in zip(must_haves, found, strict=True)
        if not [*one.met, *one.unmet, *one.disputed, *one.unknown, *one.clashes]
    ]
    assert silent == []


def test_what_a_profile_leaves_out_is_asked_and_not_told(engine: Engine, tmp_path: Path) -> None:
    profile = tmp_path / "silent.yaml"
    profile.write_text("funder: The silent fund\nanswers: {must_haves: [researcher]}\n", encoding="utf-8")
    [found] = judged(engine, "two-valleys", profiles=[profile]).funders
    assert [one.id for one in found.unknown] == ["funders/must-researcher"]
    assert "funders.results" in {question.question for question in found.not_said}

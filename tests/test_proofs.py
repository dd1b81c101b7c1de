"""Proofs: what they rest on, what is sensitive in them, and that they read the same every time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.documents import parse_document
from advisor.explain.proof import Proof, Prover
from advisor.initiative.reader import initiative_in, read_initiative
from tests.bundled import bundled_engine, bundled_rulebook
from tests.places import COMPOSED, INITIATIVES, ROOT

RULEBOOK = bundled_rulebook()
ENGINE = bundled_engine()

TWO_SIDES = """
initiative: Two sides
answers:
  stage: running
  activity: talks
  third_parties: {only: [{id: host, political: no}]}
  sides: {only: [{id: a, capacity: {only: [mandated]}}, {id: b, capacity: {only: [experts]}}]}
"""


def proof_of(finding: str, *, met: bool, text: str = TWO_SIDES) -> Proof | None:
    initiative = initiative_in(parse_document(text, "it.yaml"), "it", RULEBOOK.questions)
    return Prover(ENGINE, ENGINE.judge(initiative)).prove(RULEBOOK.findings[finding], met=met)


def steps(proof: Proof) -> Iterator[Proof]:
    yield proof
    for step in proof.steps:
        yield from steps(step)


def test_what_is_not_met_is_proved_by_those_who_fail_it() -> None:
    proof = proof_of("mapendere/parties-official", met=False)
    assert proof is not None
    assert [step.item for step in steps(proof) if step.question == "sides.capacity"] == ["b"]


def test_there_is_no_proof_of_what_is_not_told() -> None:
    assert proof_of("mapendere/parties-official", met=True) is None


def test_a_proof_goes_down_through_findings_to_the_answers() -> None:
    proof = proof_of("mapendere/track-1.5", met=False)
    assert proof is not None
    assert [step.finding for step in proof.steps] == ["mapendere/parties-official"]
    assert proof.steps[0].steps[0].question == "sides"


def test_what_rests_on_a_sensitive_answer_is_sensitive() -> None:
    third_party = proof_of("mapendere/third-party-not-political", met=True)
    parties = proof_of("mapendere/parties-official", met=False)
    verdict = proof_of("mapendere/track-1.5", met=False)
    assert third_party is not None
    assert parties is not None
    assert verdict is not None
    assert (third_party.sensitive, parties.sensitive, verdict.sensitive) == (False, True, True)


def test_what_names_somebody_is_sensitive() -> None:
    named = TWO_SIDES.replace("{id: a,", "{id: a, name: The family of X,")
    proof = proof_of("jones/different-sides", met=True, text=named)
    unnamed = proof_of("jones/different-sides", met=True)
    assert proof is not None
    assert unnamed is not None
    assert (proof.sensitive, unnamed.sensitive) == (True, False)


@pytest.mark.parametrize("path", [*INITIATIVES, *COMPOSED], ids=lambda path: path.stem)
def test_whatever_is_told_has_a_proof_that_ends_in_answers_or_in_the_list_of_parts(path: Path) -> None:
    initiative = read_initiative(path, RULEBOOK.questions)
    settled = ENGINE.judge(initiative)
    prover = Prover(ENGINE, settled)
    for finding in RULEBOOK.ground:
        for view in initiative.views:
            items = [None] if finding.for_each is None else [i.id for i in view.group(finding.for_each).items]
            for item in items:
                for met in (True, False):
                    proof = prover.prove(finding, met=met, view=view.id, item=item)
                    if proof is not None:
                        ends = [step for step in steps(proof) if not step.steps]
                        assert all(step.question or step.says.startswith("Parts: ") for step in ends)


def test_the_same_initiative_reads_the_same_whatever_the_order_of_hashes() -> None:
    command = [sys.executable, "-m", "advisor", "assess", *map(str, INITIATIVES)]
    told = {
        subprocess.run(  # noqa: S603
            command, capture_output=True, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1

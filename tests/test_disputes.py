"""A conclusion hangs on a dispute only if it would not stand whoever is right."""

import pytest

from advisor.documents import parse_document
from advisor.engine.run import Engine
from advisor.explain.disputes import Disputes
from advisor.initiative.reader import initiative_in
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook

RULEBOOK = load_rulebook(bundled_rules())
ENGINE = Engine(RULEBOOK)

DISPUTED = "{contested: [{is: no, by: the host}, {is: yes, by: a neighbour}]}"


def hangs(finding: str, third_parties: str, sides: str, *, met: bool = False) -> bool:
    text = f"initiative: It\nanswers: {{activity: talks, third_parties: {third_parties}, sides: {sides}}}\n"
    initiative = initiative_in(parse_document(text, "it.yaml"), "it", RULEBOOK.questions)
    return Disputes(ENGINE, ENGINE.judge(initiative)).hang_on(RULEBOOK.findings[finding], met=met)


MANDATED = "{only: [{id: a, capacity: {only: [mandated]}}, {id: b, capacity: {only: [mandated]}}]}"
ASYMMETRIC = "{only: [{id: a, capacity: {only: [mandated]}}, {id: b, capacity: {only: [experts]}}]}"
MIXED = "{only: [{id: host, political: no, leads: yes}, {id: ministry, political: yes}]}"


@pytest.mark.parametrize(
    ("third_parties", "sides", "expected"),
    [
        (f"[{{id: host, political: {DISPUTED}}}]", "unknown", True),
        (f"[{{id: host, political: {DISPUTED}}}]", ASYMMETRIC, False),
        (f"[{{id: host, political: {DISPUTED}}}, {{id: ministry, political: yes}}]", MANDATED, False),
        (MIXED, MANDATED, True),
        ("{only: [{id: ministry, political: yes}]}", MANDATED, False),
    ],
    ids=[
        "the only reason is disputed",
        "another reason stands",
        "another third party is political beyond dispute",
        "readers differ about a mixed team",
        "nothing is disputed",
    ],
)
def test_a_refusal_hangs_on_a_dispute_only_where_it_has_no_other_reason(
    third_parties: str, sides: str, *, expected: bool
) -> None:
    assert hangs("mapendere/track-1.5", third_parties, sides) is expected


def test_what_is_not_told_hangs_on_nothing() -> None:
    assert hangs("mapendere/track-1.5", "unknown", "unknown") is False

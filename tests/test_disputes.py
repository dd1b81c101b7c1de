"""A conclusion hangs on a dispute only if it would not stand whoever is right."""

import pytest

from advisor.documents import parse_document
from advisor.explain.disputes import Disputes
from advisor.initiative.reader import initiative_in
from tests.bundled import bundled_engine, bundled_rulebook
from tests.small import engine_of, finding, initiative_of

RULEBOOK = bundled_rulebook()
ENGINE = bundled_engine()

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


def advice_hangs(step: str, answers: str) -> bool:
    """Whether it hangs on a dispute that this advice is given."""
    engine = engine_of(step)
    disputes = Disputes(engine, engine.judge(initiative_of(engine.rulebook, answers)))
    return disputes.hang_on(engine.rulebook.findings["sample/step-3"], met=True)


TWO_ACCOUNTS = "  secret: {contested: [{is: yes, by: one}, {is: no, by: another}]}\n"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("{all: [{secret: yes}, {host: YE}]}", True),
        ("{any: [{secret: yes}, {host: YE}]}", False),
        ("{some: sides}", False),
        ("{all: [{secret: yes}, {some: sides}]}", True),
        ("{status: {finding: small/two-sides, is: met}}", False),
    ],
    ids=[
        "one of all that it needs is disputed",
        "another way stands beyond dispute",
        "it asks only who is listed",
        "it asks who is listed, and what is disputed",
        "it reads how another has settled",
    ],
)
def test_advice_hangs_on_a_dispute_only_where_it_would_not_stand_without_it(when: str, *, expected: bool) -> None:
    answers = f"  host: YE\n  sides: [{{id: a}}, {{id: b}}]\n{TWO_ACCOUNTS}"
    assert advice_hangs(finding("step-3", when), answers) is expected


@pytest.mark.parametrize(("dissent", "expected"), [({}, False), ({"dissent": "Some read it otherwise."}, True)])
def test_what_is_beyond_dispute_hangs_on_one_only_where_readers_differ(
    dissent: dict[str, str], *, expected: bool
) -> None:
    step = finding("step-3", "{host: YE}", not_when="{secret: yes}", **dissent)
    assert advice_hangs(step, f"  host: YE\n{TWO_ACCOUNTS}") is expected

"""Every rule is shown met by one initiative and not met by another, real or composed.

What is said of promises and of those who pay is looked for with promises and profiles of every sort, laid over all of
them.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import pytest

from advisor.funders.files import laid_over, read_claims, read_profiles
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.logic.truth import Truth
from advisor.model.finding import Finding
from tests.bundled import bundled_engine, bundled_rulebook
from tests.places import COMPOSED, INITIATIVES, OF_EVERY_SORT

RULEBOOK = bundled_rulebook()


def promised_and_paid(initiative: Initiative) -> Initiative:
    """The initiative with promises and profiles of every sort."""
    claims = read_claims(OF_EVERY_SORT / "claims.yaml", RULEBOOK.questions, initiative).claims
    profiles = sorted(OF_EVERY_SORT.glob("wants-*.yaml"))
    return laid_over(initiative, claims, read_profiles(profiles, RULEBOOK.questions, initiative))


@cache
def values_seen() -> Mapping[str, set[Truth]]:
    """The values that each finding takes over all initiatives, their parts and their items."""
    engine = bundled_engine()
    seen: defaultdict[str, set[Truth]] = defaultdict(set)
    for path in (*INITIATIVES, *COMPOSED):
        settled = engine.judge(promised_and_paid(read_initiative(path, RULEBOOK.questions)))
        for finding in RULEBOOK.findings.values():
            for instance in settled.instances(engine.program.sort_of[finding.id]):
                seen[finding.id].add(instance.told(finding.id))
    return seen


@pytest.mark.parametrize("finding", RULEBOOK.findings.values(), ids=lambda f: f.id)
def test_a_rule_is_met_somewhere_and_not_met_elsewhere(finding: Finding) -> None:
    assert values_seen()[finding.id] >= {Truth.TRUE, Truth.FALSE}


def test_every_finding_rests_on_a_source_or_says_that_it_is_ours() -> None:
    unsupported = [f.id for f in RULEBOOK.findings.values() if f.basis == "source" and f.source is None]
    assert unsupported == []


def test_the_numbers_of_the_brief_are_all_there() -> None:
    assert list(RULEBOOK.systems) == [str(number) for number in range(1, 45)]


@pytest.mark.parametrize("number", range(1, 45))
def test_each_framework_and_claim_of_the_brief_is_carried(number: int) -> None:
    assert [f.id for f in RULEBOOK.findings.values() if number in f.systems]

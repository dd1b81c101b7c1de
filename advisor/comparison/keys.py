"""Which conclusions are compared: the headlines, what each school says, and everything that is advised."""

from collections.abc import Iterator

from advisor.comparison.differences import is_apart, shared_parts
from advisor.comparison.judged import HEADLINE, Judged, Key
from advisor.initiative.initiative import Initiative
from advisor.logic.conditions import Status
from advisor.model.finding import Finding, Kind
from advisor.report.advice import in_order
from advisor.rulebook.rulebook import Rulebook


def differing(first: Judged, second: Judged) -> list[Key]:
    """The conclusions that a reader of both assessments finds otherwise, in the order in which they stand there."""
    return [
        key for key in _keys(first.judge.rulebook, first.initiative, second.initiative) if _differs(key, first, second)
    ]


def _keys(rulebook: Rulebook, first: Initiative, second: Initiative) -> Iterator[Key]:
    findings = [f for school in rulebook.schools for f in rulebook.of_kind(school.id, Kind.VERDICT)]
    ordered = [rulebook.findings[name] for home in rulebook.homes.values() for name in home.findings]
    findings += [finding for section in in_order(ordered).values() for finding in section]
    for part in ("", *shared_parts(first, second)):
        yield Key(HEADLINE, part)
        for finding in findings:
            if finding.scope == "part" or not part:
                yield from keys_of(finding, part, first, second)


def keys_of(finding: Finding, part: str, first: Initiative, second: Initiative) -> Iterator[Key]:
    """One finding in one part, for each item that either has."""
    group = finding.for_each
    if group is None or is_apart(group, first, second):
        yield Key(finding.id, part)
        return
    items = (item.id for one in (first, second) for item in one.view(part).group(group).items)
    yield from (Key(finding.id, part, item) for item in dict.fromkeys(items))


def _differs(key: Key, first: Judged, second: Judged) -> bool:
    """Whether it is told otherwise: what does not apply and what is not known of advice is both not told."""
    left, right = (one.settled(key) for one in (first, second))
    if key.finding == HEADLINE or first.judge.rulebook.findings[key.finding].kind is Kind.VERDICT:
        return left != right
    told = [None if one is None or one.status not in (Status.MET, Status.CONTESTED) else one for one in (left, right)]
    return told[0] != told[1]

"""Headlines: every initiative gets one, and only one."""

from collections.abc import Iterator
from itertools import combinations

from advisor.messages import checks as messages
from advisor.model.finding import Finding
from advisor.solver.door import Formula
from advisor.solver.possible import Answers
from advisor.workshop.checks.desk import Desk, met, named
from advisor.workshop.checks.notes import Note, Witness


def headlines(desk: Desk) -> Iterator[Note]:
    """What is missing between the headlines, and where they overlap."""
    for scope, what in (("part", messages.FOR_PART), ("whole", messages.FOR_WHOLE)):
        found = [finding for finding in desk.findings if finding.agreement is not None and finding.scope == scope]
        if found:
            yield from _missing(found, what, desk)
            yield from _double(found, desk)


def _missing(found: list[Finding], what: str, desk: Desk) -> Iterator[Note]:
    disputed = _how(desk, *(-desk.told(finding).true for finding in found))
    if disputed is not None:
        message = messages.NO_HEADLINE.format(what=what, disputed=disputed)
        witness = Witness(desk.possible.found(), lambda reference: not any(met(one)(reference) for one in found))
        yield Note(found[0].place, "W10", message, found[0].id, witness=witness)


def _double(found: list[Finding], desk: Desk) -> Iterator[Note]:
    for first, second in combinations(found, 2):
        disputed = _how(desk, desk.told(first).true, desk.told(second).true)
        if disputed is not None:
            message = messages.TWO_HEADLINES.format(first=named(first), second=named(second), disputed=disputed)
            witness = Witness(desk.possible.found(), met(first, second))
            yield Note(second.place, "W10", message, second.id, first.id, witness)


def _how(desk: Desk, *wanted: Formula) -> str | None:
    """Whether something can be, as the end of a sentence: at all, or only where answers are disputed."""
    if desk.possible.can_be(*wanted, answers=Answers.UNDISPUTED):
        return ""
    return messages.ONLY_IN_DISPUTE if desk.possible.can_be(*wanted, answers=Answers.ANY) else None

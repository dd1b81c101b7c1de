"""Findings that are in each other's way: rival verdicts of one school, and findings that say the same."""

from collections.abc import Iterator
from itertools import combinations

from advisor.messages import checks as messages
from advisor.model.finding import Finding, Kind
from advisor.solver.answers import Told
from advisor.solver.door import Formula
from advisor.solver.possible import Answers
from advisor.workshop.checks.desk import Desk, met, named
from advisor.workshop.checks.notes import Note, Witness

_WITHIN_A_HOME = (Kind.CRITERION, Kind.VERDICT)
"""What one school asks or says. Another school may ask the same; that is no accident."""
_ANYWHERE = (Kind.PREMISE, Kind.HEADLINE)
"""What is meant to be said once in a rulebook. Advice may be given in the same case and still say something else."""


def rivals(desk: Desk) -> Iterator[Note]:
    """Verdicts of one school that name different tracks and can both be supported."""
    for school in desk.rulebook.schools:
        naming = [f for f in desk.rulebook.of_kind(school.id, Kind.VERDICT) if f.tracks and not f.umbrella]
        for first, second in combinations(naming, 2):
            if set(first.tracks) & set(second.tracks):
                continue
            supported = [desk.supported(first), desk.supported(second)]
            if desk.possible.can_be(*supported, answers=Answers.COMPLETE):
                yield _rival("W04", messages.BOTH_SUPPORTED, first, second, desk)
            elif desk.possible.can_be(*supported, answers=Answers.ANY):
                yield _rival("W05", messages.BOTH_SUPPORTED_IN_DISPUTE, first, second, desk)


def _rival(code: str, template: str, first: Finding, second: Finding, desk: Desk) -> Note:
    message = template.format(
        first=named(first), first_tracks=_tracks(first), second=named(second), second_tracks=_tracks(second)
    )
    witness = Witness(desk.possible.found(), met(first, second))
    return Note(second.place, code, message, second.id, first.id, witness)


def _tracks(finding: Finding) -> str:
    template = messages.TRACK if len(finding.tracks) == 1 else messages.TRACKS
    return template.format(tracks=", ".join(finding.tracks))


def alike(desk: Desk) -> Iterator[Note]:
    """Findings that mean the same as an earlier one."""
    seen: list[tuple[Finding, Told]] = []
    snapshots = list(_snapshots(desk))
    for finding in desk.alive:
        told = desk.told(finding)
        for other, others in seen:
            if not _comparable(finding, other) or any(_differ(told, others, case) for case in snapshots):
                continue
            if not desk.possible.differ(told, others, finding):
                yield _alike(finding, other, desk)
                break
        else:
            seen.append((finding, told))


def _snapshots(desk: Desk) -> Iterator[dict[Formula, bool]]:
    """A few cases, which tell most findings apart before anything has to be decided."""
    told = [formula for f in desk.findings for formula in (desk.told(f).true, desk.told(f).false)]
    for finding in desk.findings[:: max(1, len(desk.findings) // _CASES)]:
        if desk.possible.can_be(desk.told(finding).true, answers=Answers.UNDISPUTED):
            yield {formula: desk.possible.circuit.decider.is_so(formula) for formula in told}


_CASES = 40


def _differ(left: Told, right: Told, case: dict[Formula, bool]) -> bool:
    return case[left.true] != case[right.true] or case[left.false] != case[right.false]


def _comparable(left: Finding, right: Finding) -> bool:
    if (left.kind, left.for_each, left.scope, left.reading) != (right.kind, right.for_each, right.scope, right.reading):
        return False
    return left.kind in _ANYWHERE or (left.kind in _WITHIN_A_HOME and left.home == right.home)


def _alike(finding: Finding, other: Finding, desk: Desk) -> Note:
    message = messages.MEANS_THE_SAME.format(finding=named(finding), other=named(other))
    return Note(finding.place, "W07", message, finding.id, other.id, _both_met(finding, other, desk))


def _both_met(finding: Finding, other: Finding, desk: Desk) -> Witness:
    desk.possible.can_be(desk.possible.there(finding), desk.supported(finding), answers=Answers.ANY)
    return Witness(desk.possible.found(), met(finding, other))


def covered(desk: Desk) -> Iterator[Note]:
    """Verdicts that say nothing which another one of their school does not say too."""
    alive = {finding.id for finding in desk.alive}
    for school in desk.rulebook.schools:
        verdicts = [f for f in desk.rulebook.of_kind(school.id, Kind.VERDICT) if f.tracks and f.id in alive]
        for finding, other in ((a, b) for a in verdicts for b in verdicts if a is not b):
            if (finding.tracks, finding.umbrella) != (other.tracks, other.umbrella):
                continue
            within = not desk.possible.can_be(
                desk.told(finding).true, -desk.told(other).true, answers=Answers.UNDISPUTED
            )
            if within and desk.possible.differ(desk.told(finding), desk.told(other), finding):
                message = messages.COVERED.format(finding=named(finding), other=named(other))
                yield Note(finding.place, "W08", message, finding.id, other.id, _both_met(finding, other, desk))

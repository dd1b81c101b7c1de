"""Findings that tell nothing, or too much: never met, always met, met and not met at once."""

from collections.abc import Iterator, Sequence

from advisor.logic.conditions import All, Condition
from advisor.logic.truth import Truth
from advisor.messages import checks as messages
from advisor.model.finding import Finding
from advisor.text import both, quoted
from advisor.workshop.checks.desk import Desk, holding, met, named, settled
from advisor.workshop.checks.notes import Note, Witness
from advisor.workshop.solver.possible import Answers


def never_met(desk: Desk) -> Iterator[Note]:
    """The findings that nothing can meet, without those that only build on such a one."""
    for finding in desk.findings:
        if finding.id in desk.never and not _rests_on(finding, desk.never, desk):
            yield _never_met(finding, desk)


def _never_met(finding: Finding, desk: Desk) -> Note:
    answers = Answers.ANY if finding.reading else Answers.COMPLETE
    core = _excluding_each_other(finding, desk, answers)
    lines = [desk.conditions.told(part, finding.for_each).says.rstrip(":") for part in core]
    reason = messages.NEVER_SO.format(line=lines[0])
    witness = None
    if len(core) > 1:
        reason = messages.NEVER_TOGETHER.format(lines=" / ".join(lines))
        nearly = [desk.possible.condition(part, finding).true for part in core[:-1]]
        if desk.possible.can_be(desk.possible.there(finding), *nearly, answers=answers):
            witness = Witness(desk.possible.found(), holding(finding, *core[:-1]), messages.NEARLY)
    message = f"{messages.NEVER_MET.format(finding=named(finding))} {reason}"
    above = [quoted(other.id) for other in desk.links.built_on_by(finding) if other.id in desk.never]
    if above:
        message = f"{message} {messages.NOR_THESE.format(findings=both(above))}"
    return Note(finding.place, "W01", message, finding.id, witness=witness)


def _excluding_each_other(finding: Finding, desk: Desk, answers: Answers) -> Sequence[Condition]:
    """As few lines of a finding that nothing can meet as are enough for that."""
    core = list(_lines(finding.when))
    for line in tuple(core):
        fewer = [other for other in core if other is not line]
        wanted = [desk.possible.condition(other, finding).true for other in fewer]
        if fewer and not desk.possible.can_be(desk.possible.there(finding), *wanted, answers=answers):
            core = fewer
    return core


def _lines(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, All):
        for part in condition.parts:
            yield from _lines(part)
    else:
        yield condition


def always_met(desk: Desk) -> Iterator[Note]:
    """The findings that everything meets, without those that only build on such a one."""
    for finding in desk.findings:
        if finding.id not in desk.always or _rests_on(finding, desk.always, desk):
            continue
        message = messages.ALWAYS_MET.format(finding=named(finding))
        desk.possible.can_be(desk.possible.there(finding), answers=Answers.COMPLETE)
        yield Note(finding.place, "W02", message, finding.id, witness=Witness(desk.possible.found(), met(finding)))


def _rests_on(finding: Finding, others: frozenset[str], desk: Desk) -> bool:
    return any(other.id in others for other in desk.links.builds_on(finding))


def met_and_not_met(desk: Desk) -> Iterator[Note]:
    """The findings whose written contrary overlaps with them, where nobody is said to disagree."""
    for finding in desk.findings:
        if finding.not_when is None or finding.dissent is not None:
            continue
        told = desk.told(finding)
        if desk.possible.can_be(desk.possible.there(finding), told.true, told.false, answers=Answers.UNDISPUTED):
            message = messages.MET_AND_NOT_MET.format(finding=named(finding))
            witness = Witness(desk.possible.found(), settled(Truth.CONTESTED, finding))
            yield Note(finding.place, "W06", message, finding.id, witness=witness)

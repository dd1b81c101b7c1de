"""Findings that tell nothing, or too much: never met, always met, met and not met at once; questions never asked."""

from collections.abc import Iterator, Sequence

from advisor.logic.conditions import All, Condition
from advisor.logic.truth import Truth
from advisor.messages import checks as messages
from advisor.model.finding import Finding
from advisor.model.question import Question
from advisor.solver.possible import Answers
from advisor.text import both, quoted
from advisor.workshop.checks.desk import Desk, holding, named, settled
from advisor.workshop.checks.notes import Note, Witness


def never_met(desk: Desk) -> Iterator[Note]:
    """The findings that nothing can meet, without those that only build on such a one."""
    for finding in desk.findings:
        if finding.id in desk.never and not _rests_on(finding, desk.never, desk):
            yield _never_met(finding, desk)


def _never_met(finding: Finding, desk: Desk) -> Note:
    reason, core = why_never(finding.when, finding, desk)
    says = [messages.NEVER_MET.format(finding=named(finding)), reason]
    above = [quoted(other.id) for other in desk.links.built_on_by(finding) if other.id in desk.never]
    if above:
        says.append(messages.NOR_THESE.format(findings=both(above)))
    witness, nearly = None, [desk.possible.condition(part, finding).true for part in core[:-1]]
    if nearly and desk.possible.can_be(desk.possible.there(finding), *nearly, answers=desk.possible.answers(finding)):
        witness = Witness(desk.possible.found(), holding(finding, *core[:-1]), messages.ALL_BUT_THE_LAST)
    return Note(finding.place, "W01", " ".join(says), finding.id, witness=witness)


def never_asked(desk: Desk) -> Iterator[Note]:
    """The questions whose `ask_when` can never be so."""
    for question in desk.rulebook.questions.all():
        if question.ask_when is None:
            continue
        told = desk.possible.condition(question.ask_when, question)
        if not desk.possible.can_be(told.true, answers=Answers.UNDISPUTED):
            reason, _ = why_never(question.ask_when, question, desk)
            message = f"{messages.NEVER_ASKED.format(question=quoted(question.id))} {reason}"
            yield Note(question.place, "W03", message, question.id)


def why_never(condition: Condition, about: Finding | Question, desk: Desk) -> tuple[str, Sequence[Condition]]:
    """As few lines as are enough to make that a condition can never be so, as a sentence and by themselves."""
    there, answers = desk.possible.there(about), desk.possible.answers(about)
    core = list(_lines(condition))
    for line in tuple(core):
        fewer = [other for other in core if other is not line]
        wanted = [desk.possible.condition(other, about).true for other in fewer]
        if fewer and not desk.possible.can_be(there, *wanted, answers=answers):
            core = fewer
    each = about.for_each if isinstance(about, Finding) else about.group
    says = [desk.conditions.told(part, each).says.rstrip(":") for part in core]
    template = messages.NEVER_SO if len(core) == 1 else messages.NEVER_TOGETHER
    return template.format(lines=" / ".join(says)), core


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
        witness = Witness(desk.possible.found(), holding(finding, finding.when))
        yield Note(finding.place, "W02", message, finding.id, witness=witness)


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

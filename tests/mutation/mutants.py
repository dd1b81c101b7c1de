"""Rulebooks with one rule broken in one place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from advisor.logic.conditions import All, AnyOf, Condition, Not
from advisor.model.advice import Fills
from advisor.model.finding import TRACKS, Finding, Kind
from advisor.model.question import Question
from advisor.rulebook.advice import ADVICE
from advisor.rulebook.findings import ungated
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.canonical import canonical
from tests.mutation.conditions import ALWAYS, ALWAYS_READ, NOTHING_ASKED, Breaker

_AGREEMENTS = ("agreed", "split", "contested", "undecided", "none")
_FILLS: tuple[Fills, ...] = ("fully", "partly", "could")


@dataclass(frozen=True)
class Mutant:
    """A rulebook with one break."""

    of: str
    """The finding, question or theme that is broken."""
    where: str
    """Which of its conditions, or fields."""
    kind: str
    what: str
    rulebook: Rulebook

    @property
    def name(self) -> str:
        """What tells it from others."""
        return f"{self.of}, {self.where}: {self.kind}, {self.what}"


def mutants(rulebook: Rulebook) -> Iterator[Mutant]:
    """Every break of every finding, of what themes ask of all, and of when questions are asked.

    What differs from the rule only in order or brackets is none, and neither is leaving out a contrary that would be
    worked out just so.
    """
    breaker = Breaker(rulebook)
    for finding in rulebook.findings.values():
        yield from _of_conditions(finding, rulebook, breaker)
        yield from _of_fields(finding, rulebook)
        yield from _of_fillings(finding, rulebook, breaker)
    for home in rulebook.homes.values():
        if home.applies_when is not None:
            for kind, what, gate in breaker.broken(home.applies_when, ALWAYS):
                yield Mutant(home.id, "applies_when", kind, what, _with_gate(rulebook, home.id, gate))
    for question in rulebook.questions.all():
        if question.ask_when is not None:
            for kind, what, asked in breaker.broken(question.ask_when, NOTHING_ASKED):
                yield Mutant(question.id, "ask_when", kind, what, _with_question(rulebook, question, asked))


def _with(rulebook: Rulebook, finding: Finding, **fields: Any) -> Rulebook:
    changed = finding.model_copy(update=fields)
    return replace(rulebook, findings={**rulebook.findings, finding.id: changed})


def _of_conditions(finding: Finding, rulebook: Rulebook, breaker: Breaker) -> Iterator[Mutant]:
    gate = rulebook.homes[finding.home].applies_when if finding.kind in ADVICE else None
    when, contrary = ungated(finding, gate)
    for kind, what, broken in breaker.broken(when, ALWAYS_READ if finding.reading else ALWAYS):
        if canonical(broken) != canonical(when):
            made = _with(rulebook, finding, when=_gated(broken, gate))
            yield Mutant(finding.id, "when", kind, what, made)
    if contrary is None:
        return
    if canonical(contrary) != canonical(_denied(when)):
        yield Mutant(finding.id, "not_when", "not_when left out", "", _with(rulebook, finding, not_when=None))
    for kind, what, broken in breaker.broken(contrary, ALWAYS):
        if canonical(broken) != canonical(contrary):
            not_when = broken if gate is None else AnyOf((Not(gate), broken))
            yield Mutant(finding.id, "not_when", kind, what, _with(rulebook, finding, not_when=not_when))


def _denied(condition: Condition) -> Condition:
    """The contrary, as far in as it can be said: what is worked out where a rule says no contrary."""
    match condition:
        case All(parts):
            return AnyOf(tuple(map(_denied, parts)))
        case AnyOf(parts):
            return All(tuple(map(_denied, parts)))
        case Not(part):
            return part
        case _:
            return Not(condition)


def _gated(when: Condition, gate: Condition | None) -> Condition:
    return when if gate is None else All((when, gate))


def _of_fields(finding: Finding, rulebook: Rulebook) -> Iterator[Mutant]:
    if finding.kind is Kind.VERDICT:
        for track in finding.tracks:
            rest = tuple(other for other in finding.tracks if other != track)
            for other in TRACKS:
                if other not in finding.tracks:
                    made = _with(rulebook, finding, tracks=(*rest, other))
                    yield Mutant(finding.id, "track", "track changed", f"{track} to {other}", made)
            made = _with(rulebook, finding, tracks=rest)
            yield Mutant(finding.id, "track", "track left out", track, made)
        if finding.tracks:
            made = _with(rulebook, finding, umbrella=not finding.umbrella)
            yield Mutant(finding.id, "umbrella", "umbrella to its contrary", "", made)
    if finding.agreement is not None:
        for agreement in _AGREEMENTS:
            if agreement != finding.agreement:
                made = _with(rulebook, finding, agreement=agreement)
                what = f"{finding.agreement} to {agreement}"
                yield Mutant(finding.id, "agreement", "agreement changed", what, made)


def _of_fillings(finding: Finding, rulebook: Rulebook, breaker: Breaker) -> Iterator[Mutant]:
    lines = finding.filled_by
    for index, line in enumerate(lines):
        before, after, where = lines[:index], lines[index + 1 :], line.who.where
        place = f"filled_by {index + 1}"
        made = _with(rulebook, finding, filled_by=(*before, *after))
        yield Mutant(finding.id, place, "line left out", "", made)
        for fills in _FILLS:
            if fills != line.fills:
                changed = (*before, replace(line, fills=fills), *after)
                made = _with(rulebook, finding, filled_by=changed)
                yield Mutant(finding.id, place, "filling changed", f"{line.fills} to {fills}", made)
        for kind, what, broken in breaker.broken(where, NOTHING_ASKED) if where is not None else ():
            if where is not None and canonical(broken) != canonical(where):
                changed = (*before, replace(line, who=replace(line.who, where=broken)), *after)
                yield Mutant(finding.id, place, kind, what, _with(rulebook, finding, filled_by=changed))


def _with_gate(rulebook: Rulebook, home: str, gate: Condition) -> Rulebook:
    old = rulebook.homes[home]
    findings = dict(rulebook.findings)
    for name in old.findings:
        finding = findings[name]
        if finding.kind in ADVICE:
            when, contrary = ungated(finding, old.applies_when)
            not_when = None if contrary is None else AnyOf((Not(gate), contrary))
            findings[name] = finding.model_copy(update={"when": All((when, gate)), "not_when": not_when})
    changed = old.model_copy(update={"applies_when": gate})
    return replace(rulebook, findings=findings, homes={**rulebook.homes, home: changed})


def _with_question(rulebook: Rulebook, question: Question, asked: Condition) -> Rulebook:
    changed = question.model_copy(update={"ask_when": asked})
    questions = rulebook.questions
    if question.group is None:
        initiative = {**questions.initiative, question.id: changed}
        return replace(rulebook, questions=questions.model_copy(update={"initiative": initiative}))
    group = questions.groups[question.group]
    fields = {**group.fields, question.name: changed}
    groups = {**questions.groups, group.id: group.model_copy(update={"fields": fields})}
    return replace(rulebook, questions=questions.model_copy(update={"groups": groups}))

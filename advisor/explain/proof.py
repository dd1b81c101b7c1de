"""Proofs: what a conclusion rests on, from the rules that fired down to the answers."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from advisor.engine.program import Aggregate, AnswerAtom, CountAtom, StatusAtom
from advisor.engine.run import Engine
from advisor.engine.settled import Instance, Settled
from advisor.explain.words import Wordings, status_word, told_alone
from advisor.facts import Atom, Standpoint
from advisor.logic.answers import Item
from advisor.logic.conditions import Quantifier, Ref, Shares, Status, Subject
from advisor.logic.evaluate import STATUS_OF
from advisor.model.finding import Citation, Finding, Kind
from advisor.model.question import Question


class Tested(NamedTuple):
    """What a rule asked of an answer, and how that has turned out."""

    atom: Atom
    ref: Ref
    at: Standpoint
    so: bool


@dataclass(frozen=True)
class Proof:
    """One step of a proof, and the steps that it rests on."""

    says: str
    steps: tuple["Proof", ...] = ()
    finding: str | None = None
    status: str | None = None
    basis: str | None = None
    source: Citation | None = None
    question: str | None = None
    """The question whose answer this is."""
    item: str | None = None
    note: str | None = None
    sensitive: bool = False
    """Whether it, or anything that it rests on, could endanger someone."""
    tests: tuple[Tested, ...] = field(default=(), compare=False)
    """What was asked of the answer that it tells."""


class Prover:
    """Writes the proofs of what an engine has concluded about an initiative."""

    def __init__(self, engine: Engine, settled: Settled, language: str = "en") -> None:
        self.engine = engine
        self.settled = settled
        self.words = Wordings(engine.rulebook.questions, language)
        self._known_steps: dict[tuple[int, str], tuple[Proof, ...]] = {}

    def prove(self, finding: Finding, *, met: bool, view: str = "", item: str | None = None) -> Proof | None:
        """The proof that a finding is met, or that it is not; None where no rule says so."""
        instance = self.settled.instance(self.engine.program.sort_of[finding.id], view, item)
        key = f"{finding.id}{'+' if met else '-'}"
        return self._told_finding(finding, key, instance) if key in instance.known else None

    def _told_finding(self, finding: Finding, key: str, instance: Instance) -> Proof:
        status = Status.MET if key.endswith("+") else Status.NOT_MET
        return self._finding(finding, status, self._steps(key, instance), instance)

    def _finding(self, finding: Finding, status: Status, steps: tuple[Proof, ...], instance: Instance) -> Proof:
        return Proof(
            says=told_alone(self.words.statement(finding, status, instance.at.each)),
            steps=steps,
            finding=finding.id,
            status=status_word(finding.kind, status),
            basis=finding.basis,
            source=finding.source,
            item=None if instance.at.each is None else instance.at.each.id,
            sensitive=any(step.sensitive for step in steps),
        )

    def _steps(self, key: str, instance: Instance) -> tuple[Proof, ...]:
        """What the rules that fired for a literal rest on; worked out once, since many findings share their reasons."""
        place = (id(instance), key)
        if place not in self._known_steps:
            self._known_steps[place] = self._fired(key, instance)
        return self._known_steps[place]

    def _fired(self, key: str, instance: Instance) -> tuple[Proof, ...]:
        literals = dict.fromkeys(literal for rule in instance.known[key] for literal in rule.body)
        steps = [s for literal in literals for s in self._told(literal.key, instance.sees[literal.role])]
        return merged(steps)

    def _told(self, key: str, instance: Instance) -> list[Proof]:
        name = key[:-1]
        finding = self.engine.rulebook.findings.get(name)
        if finding is not None:
            # A premise only says once what several findings ask; people want what it rests on.
            shown = finding.kind is not Kind.PREMISE
            return [self._told_finding(finding, key, instance)] if shown else list(self._steps(key, instance))
        match self.engine.program.meaning.get(name):
            case AnswerAtom(atom=atom):
                refs = (atom.left, atom.right) if isinstance(atom, Shares) else (atom.ref,)
                so = key.endswith("+")
                asked = (Tested(atom, ref, instance.at, so) for ref in refs if not ref.question.endswith(".id"))
                return list(map(self._answer, asked))
            case Aggregate() as aggregate:
                return [self._aggregate(aggregate, key, instance)]
            case StatusAtom() as atom:
                return [self._status(atom, instance)]
            case CountAtom() as atom:
                return self._counted(atom, instance)
            case None:
                return list(self._steps(key, instance))

    def _answer(self, tested: Tested) -> Proof:
        ref, at = tested.ref, tested.at
        question = self.engine.rulebook.questions.find(ref.question)
        answer = at.answer(ref)
        item = at.each if ref.subject is Subject.EACH else at.item
        return Proof(
            says=f"{self.words.asked(ref, at)} {self.words.answer(question, answer)}",
            question=ref.question,
            item=item.id if item is not None and question.group is not None else None,
            note=answer.note,
            sensitive=question.sensitive or self._names_somebody(question, item),
            tests=(tested,),
        )

    def _names_somebody(self, question: Question, item: Item | None) -> bool:
        return question.group is not None and item is not None and self.words.names_somebody(question.group, [item])

    def _aggregate(self, aggregate: Aggregate, key: str, instance: Instance) -> Proof:
        borne = _bearing(self.settled, aggregate, key, instance)
        steps = merged([step for told in borne for step in self._told(*told)])
        if aggregate.over_parts:
            return Proof(
                says=self.words.parts(self.settled.initiative),
                steps=steps,
                sensitive=any(step.sensitive for step in steps),
            )
        question = self.engine.rulebook.questions.find(aggregate.group)
        listed = instance.at.view.group(aggregate.group)
        named = question.sensitive or self.words.names_somebody(question.id, listed.items)
        return Proof(
            says=self.words.listed(aggregate.group, listed),
            steps=steps,
            question=question.id,
            sensitive=named or any(step.sensitive for step in steps),
        )

    def _status(self, atom: StatusAtom, instance: Instance) -> Proof:
        finding = self.engine.rulebook.findings[atom.finding]
        status = STATUS_OF[instance.told(atom.finding)]
        proven = [f"{atom.finding}{sign}" for sign in "+-" if f"{atom.finding}{sign}" in instance.known]
        steps = tuple(step for key in proven for step in self._steps(key, instance))
        return self._finding(finding, status, steps, instance)

    def _counted(self, atom: CountAtom, instance: Instance) -> list[Proof]:
        return [
            self._status(StatusAtom(atom.name, atom.sort, finding, atom.statuses), instance)
            for finding in atom.findings
            if STATUS_OF[instance.told(finding)] in atom.statuses
        ]


def steps_of(proofs: Iterable[Proof]) -> Iterator[Proof]:
    """Proofs and all that they rest on, each step once."""
    seen: set[int] = set()
    waiting = deque(proofs)
    while waiting:
        step = waiting.popleft()
        if id(step) not in seen:
            seen.add(id(step))
            yield step
            waiting += step.steps


def merged(steps: Iterable[Proof]) -> tuple[Proof, ...]:
    """The steps, those that say the same thing told once with all that they rest on."""
    told: dict[tuple[str, str | None], Proof] = {}
    for step in steps:
        known = told.get(key := (step.says, step.item))
        told[key] = step if known is None else _joined(known, step)
    return tuple(told.values())


def _joined(one: Proof, other: Proof) -> Proof:
    """Two steps that say the same thing, as one."""
    return replace(
        one,
        steps=merged([*one.steps, *other.steps]),
        sensitive=one.sensitive or other.sensitive,
        tests=(*one.tests, *other.tests),
    )


def _bearing(settled: Settled, aggregate: Aggregate, key: str, instance: Instance) -> Iterator[tuple[str, Instance]]:
    """What is told of the items, and of which: of those that do for `some`, of all that matter for `every`."""
    if aggregate.inner is None:
        return
    met, unmet = aggregate.inner
    literals = [met] if _by_those_that_do(aggregate.quantifier, key) else [unmet]
    if aggregate.quantifier is Quantifier.COUNT:
        literals = [met, unmet]
    for seen in settled.looked_at(aggregate, instance):
        for literal in literals:
            if literal.key in seen[literal.role].known:
                yield literal.key, seen[literal.role]


def _by_those_that_do(quantifier: Quantifier, key: str) -> bool:
    """Whether a list's conclusion rests on the items that meet the condition, rather than on those that do not."""
    return key.endswith("+") == (quantifier in (Quantifier.SOME, Quantifier.EVERY))

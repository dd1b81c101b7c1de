"""Compiling a rulebook: each finding becomes rules that prove it met and, by De Morgan, rules that prove it not met.

Conditions that would multiply out get internal names of their own, so that a program stays as long as its text.
"""

from collections import Counter
from dataclasses import dataclass, replace

from advisor.engine.program import (
    VIEW,
    WHOLE,
    Aggregate,
    AnswerAtom,
    CountAtom,
    Literal,
    Program,
    Role,
    Rule,
    Sort,
    Stage,
    StatusAtom,
)
from advisor.logic.conditions import (
    ANY_TRACK,
    PARTS,
    All,
    AnswerTest,
    AnyOf,
    Condition,
    Holds,
    Not,
    Quantified,
    Selector,
    Shares,
    StatusCount,
    StatusIs,
    Subject,
    nodes,
    seen_as,
    subjects,
)
from advisor.model.finding import Finding
from advisor.rulebook.rulebook import Rulebook

MAX_BODY = 40
"""The longest body of a rule; a ruleset of durable-rules is never given more."""

Signed = tuple[Condition, bool]
"""A condition, and whether it is to be told true or told false."""


@dataclass(frozen=True, slots=True)
class _Context:
    """Where a condition stands: which groups its subjects EACH and ITEM belong to."""

    each: str | None = None
    item: str | None = None
    settled: bool = False
    """Whether only readings are being compiled."""


def compile_rulebook(rulebook: Rulebook) -> Program:
    """The program of a rulebook."""
    compiler = _Compiler(rulebook)
    for finding in rulebook.ground:
        compiler.add(finding)
    compiler.close_ground()
    for finding in rulebook.readings:
        compiler.add(finding)
    return compiler.program


class _Compiler:
    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.program = Program(sorts={VIEW})
        self.reading_level = 0
        self._level: dict[str, int] = {}
        self._internals = 0
        self._ways: Counter[str] = Counter()
        self._names: dict[object, str] = {}
        self._defined: dict[tuple[Sort, Condition, bool, bool], str] = {}

    def add(self, finding: Finding) -> None:
        """Adds the rules of a finding; those that it builds on have been added before."""
        context = _Context(finding.for_each, settled=finding.reading)
        sort = self._sort_of_finding(finding)
        self._declare(finding.id, sort)
        contrary: Signed = (finding.when, False) if finding.not_when is None else (finding.not_when, True)
        self._define(f"{finding.id}+", sort, (finding.when, True), context)
        self._define(f"{finding.id}-", sort, contrary, context)

    def close_ground(self) -> None:
        """From here on only readings follow, which come after every ground finding has settled."""
        self.reading_level = len(self.program.stages)

    def _sort_of_finding(self, finding: Finding) -> Sort:
        if finding.for_each is not None:
            return Sort(each=finding.for_each)
        return WHOLE if finding.scope == "whole" else VIEW

    def _declare(self, name: str, sort: Sort) -> None:
        self.program.sort_of[name] = sort
        self.program.sorts.add(sort)

    def _stage(self, level: int) -> Stage:
        while len(self.program.stages) <= level:
            self.program.stages.append(Stage())
        return self.program.stages[level]

    # Rules

    def _define(self, head: str, sort: Sort, signed: Signed, context: _Context) -> None:
        """Adds the rules that conclude a literal: one for each way in which the condition can be told."""
        match _opened(signed):
            case ("any", parts):
                for part in parts:
                    self._define(head, sort, part, context)
            case (_, parts):
                body: list[Literal] = []
                for part in parts:
                    body += self._conjuncts(part, sort, context)
                self._add_rule(head, sort, self._shortened(list(dict.fromkeys(body)), sort))

    def _conjuncts(self, signed: Signed, sort: Sort, context: _Context) -> list[Literal]:
        operator, parts = _opened(signed)
        if operator == "all" and parts != [signed]:
            return [literal for part in parts for literal in self._conjuncts(part, sort, context)]
        return [self._literal(signed, sort, context)]

    def _shortened(self, body: list[Literal], sort: Sort) -> tuple[Literal, ...]:
        """The same body, short enough for a ruleset: what is too much goes under internal names."""
        while len(body) > MAX_BODY:
            name = self._new_internal(sort)
            self._add_rule(name, sort, tuple(body[:MAX_BODY]))
            body = [*body[MAX_BODY:], Literal(Role.OWN, name)]
        return tuple(body)

    def _add_rule(self, head: str, sort: Sort, body: tuple[Literal, ...]) -> None:
        level = 1 + max(self._level.get(literal.key, 0) for literal in body)
        self._ways[head] += 1
        self._stage(level).rules.setdefault(sort, []).append(Rule(f"{head}#{self._ways[head]}", sort, head, body))
        self._level[head] = max(self._level.get(head, 0), level)

    # Literals

    def _literal(self, signed: Signed, user: Sort, context: _Context) -> Literal:
        """The literal that tells a condition, as a rule about the user sort sees it."""
        condition, positive = signed
        home, role, condition, inner = self._home(condition, user, context)
        sign = "+" if positive else "-"
        match condition:
            case Holds(finding):
                return Literal(role, f"{finding}{sign}")
            case AnswerTest() | Shares():
                return Literal(role, self._answer_atom(condition, home) + sign)
            case Quantified():
                return Literal(role, self._aggregate(condition, home, inner) + sign)
            case StatusIs():
                return Literal(role, self._status_atom(condition, home) + sign)
            case StatusCount():
                return Literal(role, self._count_atom(condition, home) + sign)
            case _:
                return Literal(role, self._internal((condition, positive), home, inner))

    def _home(self, condition: Condition, user: Sort, context: _Context) -> tuple[Sort, Role, Condition, _Context]:
        """The smallest sort that has all that the condition looks at, and the condition as seen from there."""
        seen = subjects(condition)
        if context.item == PARTS and Subject.ITEM in seen:
            return VIEW, Role.ITEM, seen_as(condition, Subject.INITIATIVE), replace(context, each=None, item=None)
        match (Subject.EACH in seen, Subject.ITEM in seen):
            case (True, True):
                home, role = Sort(context.each, context.item), Role.OWN
            case (True, False):
                home, role, context = Sort(each=context.each), Role.EACH, replace(context, item=None)
            case (False, True):
                condition = seen_as(condition, Subject.EACH)
                home, role = Sort(each=context.item), Role.ITEM
                context = replace(context, each=context.item, item=None)
            case _:
                home, role = (WHOLE, Role.WHOLE) if self._needs_whole(condition) else (VIEW, Role.VIEW)
                context = replace(context, each=None, item=None)
        return home, Role.OWN if home == user else role, condition, context

    def _needs_whole(self, condition: Condition) -> bool:
        return any(
            (isinstance(n, Quantified) and n.group == PARTS)
            or (isinstance(n, Holds | StatusIs) and self.rulebook.findings[n.finding].scope == "whole")
            for n in nodes(condition)
        )

    def _internal(self, signed: Signed, home: Sort, context: _Context) -> str:
        known = (home, *signed, context.settled)
        if known not in self._defined:
            self._defined[known] = self._new_internal(home)
            self._define(self._defined[known], home, signed, context)
        return self._defined[known]

    def _new_internal(self, sort: Sort) -> str:
        self._internals += 1
        name = f"n{self._internals}"
        self._declare(name, sort)
        return f"{name}+"

    # Atoms and aggregates

    def _named(self, prefix: str, key: object, sort: Sort) -> tuple[str, bool]:
        """The name for a thing, and whether it is new."""
        if key in self._names:
            return self._names[key], False
        name = f"{prefix}{len(self._names) + 1}"
        self._names[key] = name
        self._declare(name, sort)
        return name, True

    def _answer_atom(self, atom: AnswerTest | Shares, home: Sort) -> str:
        name, new = self._named("a", (home, atom), home)
        if new:
            meaning = AnswerAtom(name, home, atom)
            self.program.meaning[name] = meaning
            self.program.atoms.setdefault(home, []).append(meaning)
        return name

    def _aggregate(self, condition: Quantified, home: Sort, context: _Context) -> str:
        name, new = self._named("q", (home, condition, context.settled), home)
        if not new:
            return name
        inner = None
        if condition.where is not None:
            within = replace(context, item=condition.group)
            told = self._literal((condition.where, True), Sort(context.each, condition.group), within)
            denied = self._literal((condition.where, False), Sort(context.each, condition.group), within)
            inner = (told, denied)
        level = max((self._level.get(literal.key, 0) for literal in inner or ()), default=0)
        aggregate = Aggregate(
            name,
            home,
            condition.quantifier,
            condition.group,
            inner,
            condition.at_least,
            condition.at_most,
            context.settled,
        )
        self.program.meaning[name] = aggregate
        self._stage(level).aggregates.append(aggregate)
        self._level[f"{name}+"] = self._level[f"{name}-"] = level
        return name

    def _status_atom(self, condition: StatusIs, home: Sort) -> str:
        name, new = self._named("s", (home, condition.finding, condition.statuses), home)
        if new:
            self._add_reading(StatusAtom(name, home, condition.finding, condition.statuses))
        return name

    def _count_atom(self, condition: StatusCount, home: Sort) -> str:
        name, new = self._named("c", (home, condition), home)
        if new:
            counted = tuple(f.id for f in self.rulebook.ground if selected(f, condition.selector))
            bounds = (condition.at_least, condition.at_most)
            self._add_reading(CountAtom(name, home, counted, condition.statuses, *bounds))
        return name

    def _add_reading(self, atom: StatusAtom | CountAtom) -> None:
        self.program.meaning[atom.name] = atom
        self._stage(self.reading_level).readings.append(atom)
        self._level[f"{atom.name}+"] = self._level[f"{atom.name}-"] = self.reading_level


def _opened(signed: Signed) -> tuple[str, list[Signed]]:
    """A condition as a list of which all, or any, must be told; one that is no such list stands alone."""
    condition, positive = signed
    match condition:
        case Not(part):
            return _opened((part, not positive))
        case All(parts):
            return "all" if positive else "any", [(part, positive) for part in parts]
        case AnyOf(parts):
            return "any" if positive else "all", [(part, positive) for part in parts]
        case _:
            return "all", [signed]


def _any_track(finding: Finding, selector: Selector) -> bool:
    return selector.track == ANY_TRACK and bool(finding.tracks)


def selected(finding: Finding, selector: Selector) -> bool:
    """Whether a finding is among those that a reading counts."""
    return (
        finding.for_each is None
        and finding.scope == "part"
        and selector.kind in (None, finding.kind)
        and selector.school in (None, finding.home)
        and (selector.track is None or selector.track in finding.tracks or _any_track(finding, selector))
        and selector.umbrella in (None, finding.umbrella)
    )

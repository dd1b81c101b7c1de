"""What undecided findings wait for, without words: found by going back over the rules that could still fire.

An unknown condition holds nothing that decides it. So a rule could still fire as long as nothing that it asks for is
denied, and it waits for what is not told.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from advisor.engine.program import Aggregate, AnswerAtom, Program, Role
from advisor.engine.settled import Instance, Settled
from advisor.facts import Standpoint, matters
from advisor.logic.conditions import AnswerTest, Ref, Subject
from advisor.model.finding import Finding
from advisor.rulebook.rulebook import Rulebook

Place = tuple[str, str | None]
"""A question, and the item of which it is asked."""


class Premise(NamedTuple):
    """A literal that a rule asks for."""

    role: Role
    key: str
    name: str
    contrary: str | None
    """None for an internal name, whose contrary no rule concludes."""


Way = tuple[Premise, ...]


class Waiting:
    """Tells of any initiative what those of some findings that are undecided wait for: the same as a searcher finds."""

    def __init__(self, rulebook: Rulebook, program: Program, findings: Iterable[Finding]) -> None:
        self.rulebook = rulebook
        self.program = program
        self.findings = [(f.id, f"{f.id}+", f"{f.id}-", program.sort_of[f.id]) for f in findings]
        """Each with the literals that decide it."""
        self.ways = _ways(rulebook.findings, program)

    def places(self, settled: Settled) -> set[Place]:
        """What something undecided about the whole waits for and can be asked now."""
        search, of_whole = _Search(self, settled), settled.views[""].by_sort
        for name, met, unmet, sort in self.findings:
            for instance in (settled.whole,) if sort.whole else of_whole.get(sort, ()):
                if met not in instance.known and unmet not in instance.known:
                    search.look(name, instance)
        return search.places


def _ways(findings: Mapping[str, Finding], program: Program) -> Mapping[str, list[Way]]:
    """The rules that could decide each finding and internal name."""
    rules = program.rules()
    heads = {rule.head for rule in rules}
    ways: dict[str, list[Way]] = {}
    for rule in rules:
        name, sign = rule.head[:-1], rule.head[-1]
        # What proves the contrary waits for the same, unless it is a condition of its own.
        if sign == "+" or findings[name].not_when is not None:
            ways.setdefault(name, []).append(
                tuple(_premise(literal.role, literal.key, program, heads) for literal in rule.body)
            )
    return ways


def _premise(role: Role, key: str, program: Program, heads: set[str]) -> Premise:
    name = key[:-1]
    contrary = f"{name}{'-' if key.endswith('+') else '+'}"
    return Premise(role, key, name, contrary if name in program.meaning or contrary in heads else None)


class _Search:
    """The search in what has been concluded about one initiative."""

    def __init__(self, waiting: Waiting, settled: Settled) -> None:
        self.rulebook = waiting.rulebook
        self.meaning = waiting.program.meaning
        self.ways = waiting.ways
        self.settled = settled
        self.places: set[Place] = set()
        self._seen: set[tuple[str, int]] = set()
        """What has been looked at, by name and instance."""

    def look(self, name: str, instance: Instance) -> None:
        """Looks, once, for what something waits for that is not known of an instance."""
        place = (name, id(instance))
        if place in self._seen:
            return
        self._seen.add(place)
        meaning = self.meaning.get(name)
        if meaning is None:
            self._look_at_rules(name, instance.sees)
        elif isinstance(meaning, Aggregate):
            self._look_at_list(meaning, instance)
        elif isinstance(meaning, AnswerAtom):
            self._ask(meaning, instance.at)

    def _look_at_rules(self, name: str, sees: Mapping[Role, Instance]) -> None:
        for way in self.ways[name]:
            if not self._is_closed(way, sees):
                for role, key, asked, _ in way:
                    if key not in sees[role].known:
                        self.look(asked, sees[role])

    def _is_closed(self, way: Way, sees: Mapping[Role, Instance]) -> bool:
        """Whether anything that a rule asks for is denied, even if something else affirms it."""
        for role, _, name, contrary in way:
            if contrary is not None:
                if contrary in sees[role].known:
                    return True
            elif all(self._is_closed(inner, sees[role].sees) for inner in self.ways[name]):
                return True
        return False

    def _look_at_list(self, aggregate: Aggregate, instance: Instance) -> None:
        if aggregate.inner is not None:
            met, unmet = aggregate.inner
            for seen in self.settled.looked_at(aggregate, instance):
                if met.key not in seen[met.role].known and unmet.key not in seen[unmet.role].known:
                    self.look(met.key[:-1], seen[met.role])
        if not self.settled.listed_whole(aggregate, instance):
            self.places.add((aggregate.group, None))

    def _ask(self, meaning: AnswerAtom, at: Standpoint) -> None:
        """Notes the questions to which the answers, or the rest of them, would decide an atom."""
        if isinstance(meaning.atom, AnswerTest):
            self._note(meaning.atom.ref, at)
            return
        for ref in (meaning.atom.left, meaning.atom.right):
            held = at.answer(ref).held
            if not held or not all(one.complete for one in held):
                self._note(ref, at)

    def _note(self, ref: Ref, at: Standpoint) -> None:
        """Notes a question, if it can be asked now."""
        item = at.item if ref.subject is Subject.ITEM else at.each if ref.subject is Subject.EACH else None
        place = (ref.question, None if item is None else item.id)
        if place not in self.places:
            question = self.rulebook.questions.find(ref.question)
            if matters(question, Standpoint(at.view, item), self.rulebook).told_true:
                self.places.add(place)

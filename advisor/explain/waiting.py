"""What undecided findings wait for, without words: found by going back over the rules that could still fire.

An unknown condition holds nothing that decides it. So a rule could still fire as long as nothing that it asks for is
denied, and it waits for what is not told.
"""


from advisor.engine.program import Aggregate, AnswerAtom, Premise, Program, Role
from advisor.engine.settled import Instance, Settled
from advisor.facts import Atom, Standpoint, matters
from advisor.logic.conditions import AnswerTest, Ref, Subject
from advisor.logic.truth import Truth
from advisor.model.finding import Finding
from advisor.rulebook.rulebook import Rulebook

Place = tuple[str, str | None]
"""A question, and the item of which it is asked."""


class Waiting:
    """Gathers what undecided findings about one initiative wait for: the same as a searcher finds."""

    def __init__(self, rulebook: Rulebook, program: Program, settled: Settled) -> None:
        self.rulebook = rulebook
        self.program = program
        self.settled = settled
        self.places: set[Place] = set()
        """The questions that have been found to be waited for, and that can be asked now."""
        self._seen: set[tuple[int, str]] = set()
        """By instance and name, what has been looked at."""

    def gather(self, finding: Finding) -> None:
        """Looks for what a finding about the whole waits for."""
        sort = self.program.sort_of[finding.id]
        for instance in (self.settled.whole,) if sort.whole else self.settled.views[""].by_sort.get(sort, ()):
            if instance.told(finding.id) is Truth.UNKNOWN:
                self._look(finding.id, instance)

    def _look(self, name: str, instance: Instance) -> None:
        """Looks for what something waits for that is not known of an instance."""
        place = (id(instance), name)
        if place in self._seen:
            return
        self._seen.add(place)
        match self.program.meaning.get(name):
            case AnswerAtom(atom=atom):
                self._ask(atom, instance.at)
            case Aggregate() as aggregate:
                self._look_at_list(aggregate, instance)
            case _:
                for way in self.program.ways[name]:
                    self._look_at_way(way, instance.sees)

    def _look_at_way(self, way: tuple[Premise, ...], sees: dict[Role, Instance]) -> None:
        if any(self._is_denied(premise, sees) for premise in way):
            return
        for premise in way:
            instance = sees[premise.role]
            if premise.key not in instance.known:
                self._look(premise.name, instance)

    def _is_denied(self, premise: Premise, sees: dict[Role, Instance]) -> bool:
        """Whether something says that it is not so, even if something else affirms it."""
        instance = sees[premise.role]
        if premise.contrary is not None:
            return premise.contrary in instance.known
        return all(any(self._is_denied(p, instance.sees) for p in way) for way in self.program.ways[premise.name])

    def _look_at_list(self, aggregate: Aggregate, instance: Instance) -> None:
        if aggregate.inner is not None:
            met, unmet = aggregate.inner
            for seen in self.settled.looked_at(aggregate, instance):
                if met.key not in seen[met.role].known and unmet.key not in seen[unmet.role].known:
                    self._look(met.key[:-1], seen[met.role])
        if not self.settled.listed_whole(aggregate, instance):
            self.places.add((aggregate.group, None))

    def _ask(self, atom: Atom, at: Standpoint) -> None:
        """Notes the questions to which the answers, or the rest of them, would decide an atom."""
        if isinstance(atom, AnswerTest):
            self._ask_one(atom.ref, at)
            return
        for ref in (atom.left, atom.right):
            held = at.answer(ref).held
            if not held or not all(one.complete for one in held):
                self._ask_one(ref, at)

    def _ask_one(self, ref: Ref, at: Standpoint) -> None:
        question = self.rulebook.questions.find(ref.question)
        item = at.item if ref.subject is Subject.ITEM else at.each if ref.subject is Subject.EACH else None
        place = (ref.question, None if item is None else item.id)
        if place not in self.places and matters(question, Standpoint(at.view, item), self.rulebook).told_true:
            self.places.add(place)

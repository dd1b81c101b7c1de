"""Running a program: facts in, firings out, stage by stage, for each view of the initiative and each item in it."""

from functools import lru_cache

from advisor.engine.aggregates import aggregated
from advisor.engine.compiler import compile_rulebook
from advisor.engine.durable import Ruleset
from advisor.engine.program import Aggregate, AnswerAtom, CountAtom, Rule, StatusAtom
from advisor.engine.settled import Instance, Settled, literals
from advisor.engine.shards import shards
from advisor.facts import asserted, truth
from advisor.initiative.initiative import Initiative
from advisor.logic.answers import Answer, Check, Held, judge
from advisor.logic.conditions import AnswerTest, Status
from advisor.logic.evaluate import STATUS_OF
from advisor.logic.truth import Truth, told
from advisor.rulebook.rulebook import Rulebook

_REMEMBERED = 1024
"""So many results of each kind are kept."""


class Engine:
    """A compiled rulebook, ready to judge initiatives."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.program = compile_rulebook(rulebook)
        self._answers = {sort: _Answers(atoms) for sort, atoms in self.program.atoms.items()}
        self._stages = [
            {sort: [_Shard(pack) for pack in shards(rules)] for sort, rules in stage.rules.items()}
            for stage in self.program.stages
        ]

    def judge(self, initiative: Initiative) -> Settled:
        """Everything that follows from an initiative's answers, with the proof of each conclusion."""
        settled = Settled(initiative, asserted(initiative, self.rulebook), self.program)
        self._tell_answers(settled)
        for stage, packs_of in zip(self.program.stages, self._stages, strict=True):
            for reading in stage.readings:
                for instance in settled.instances(reading.sort):
                    instance.tell(reading.name, _reading(reading, instance))
            for sort, packs in packs_of.items():
                for instance in settled.instances(sort):
                    for shard in packs:
                        shard.fire(instance)
            for aggregate in stage.aggregates:
                for instance in settled.instances(aggregate.sort):
                    instance.tell(aggregate.name, _aggregate(aggregate, instance, settled))
        return settled

    def _tell_answers(self, settled: Settled) -> None:
        for sort, answers in self._answers.items():
            for instance in settled.instances(sort):
                answers.tell(instance, self.rulebook)

    def close(self) -> None:
        """Gives the library's memory back; the engine cannot be used after that."""
        for packs_of in self._stages:
            for packs in packs_of.values():
                for shard in packs:
                    shard.ruleset.close()


class _Answers:
    """The atoms of one sort, by the question that they ask about: most questions of a file are not answered."""

    def __init__(self, atoms: list[AnswerAtom]) -> None:
        self.tests: dict[str, list[tuple[str, Check]]] = {}
        self.others: list[AnswerAtom] = []
        """Those that look at several answers, or at the item itself."""
        for one in atoms:
            name = one.atom.ref.question.rpartition(".")[2] if isinstance(one.atom, AnswerTest) else "id"
            if isinstance(one.atom, AnswerTest) and name != "id":
                self.tests.setdefault(name, []).append((one.name, one.atom.check))
            else:
                self.others.append(one)
        self._told = lru_cache(_REMEMBERED)(self._tells)

    def tell(self, instance: Instance, rulebook: Rulebook) -> None:
        """Notes what the answers of an instance tell."""
        at, known = instance.at, instance.known
        for question, answer in (at.view if at.each is None else at.each).answers.items():
            if question in self.tests and answer.held:
                known.update(dict.fromkeys(self._told(question, answer.held), ()))
        for one in self.others:
            instance.tell(one.name, truth(one.atom, at, rulebook.tables))

    def _tells(self, question: str, held: tuple[Held, ...]) -> tuple[str, ...]:
        """The literals that an answer tells."""
        told_of = ((name, judge(check, Answer(held))) for name, check in self.tests[question])
        return tuple(key for name, value in told_of for key in literals(name, value))


class _Shard:
    """Rules that share one ruleset, and the short keys that stand for their literals there."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = rules
        literals = sorted({x for rule in rules for x in rule.body}, key=lambda x: (x.role.value, x.key))
        keys = {literal: f"k{number}" for number, literal in enumerate(literals)}
        self.inputs = {
            role: {literal.key: key for literal, key in keys.items() if literal.role is role}
            for role in dict.fromkeys(literal.role for literal in literals)
        }
        self.ruleset = Ruleset([[keys[x] for x in rule.body] for rule in rules])
        # What fires hangs on nothing else, and most items of most initiatives tell the same.
        self._fired = lru_cache(_REMEMBERED)(self._fires)

    def fire(self, instance: Instance) -> None:
        """Fires the rules on what an instance knows and sees, and notes what they conclude."""
        sees, known = instance.sees, instance.known
        told_keys = [tuple(filter(sees[role].known.__contains__, keys)) for role, keys in self.inputs.items()]
        for head, rules in self._fired(*told_keys):
            known[head] = (*known[head], *rules) if head in known else rules

    def _fires(self, *told_keys: tuple[str, ...]) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
        """The rules that fire, by what they conclude, on the keys that are told from where each role looks."""
        roles = zip(self.inputs.values(), told_keys, strict=True)
        fired: dict[str, tuple[Rule, ...]] = {}
        for index in self.ruleset.fired(short[key] for short, keys in roles for key in keys):
            rule = self.rules[index]
            fired[rule.head] = (*fired.get(rule.head, ()), rule)
        return tuple(fired.items())


def _aggregate(aggregate: Aggregate, instance: Instance, settled: Settled) -> Truth:
    looked_at, complete = settled.looked_at(aggregate, instance), settled.complete(aggregate, instance)
    number = len(looked_at)
    if aggregate.inner is None:
        return aggregated(aggregate, number, 0, number, complete=complete)
    met = unmet = 0
    told_true, told_false = aggregate.inner
    for seen in looked_at:
        met += told_true.key in seen[told_true.role].known
        unmet += told_false.key in seen[told_false.role].known
    return aggregated(aggregate, met, unmet, number, complete=complete)


def _reading(reading: StatusAtom | CountAtom, instance: Instance) -> Truth:
    if isinstance(reading, StatusAtom):
        so = _status(reading.finding, instance) in reading.statuses
        return told(so, not so)
    number = sum(_status(finding, instance) in reading.statuses for finding in reading.findings)
    low, high = reading.at_least, reading.at_most
    so = (low is None or number >= low) and (high is None or number <= high)
    return told(so, not so)


def _status(finding: str, instance: Instance) -> Status:
    return STATUS_OF[instance.told(finding)]

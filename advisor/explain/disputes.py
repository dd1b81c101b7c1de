"""Whether a conclusion hangs on a dispute, of sources about an answer or of readers about a definition."""

from advisor.engine.aggregates import aggregated
from advisor.engine.program import Aggregate, AnswerAtom, CountAtom, StatusAtom
from advisor.engine.run import Engine
from advisor.engine.settled import Instance, Settled
from advisor.logic.truth import Truth
from advisor.model.finding import Finding


class Disputes:
    """Tells the conclusions that stand whoever is right from those that do not."""

    def __init__(self, engine: Engine, settled: Settled) -> None:
        self.engine = engine
        self.settled = settled
        self._known: dict[tuple[int, str], bool] = {}

    def hang_on(self, finding: Finding, *, met: bool, view: str = "", item: str | None = None) -> bool:
        """Whether that a finding is met, or is not, hangs on a dispute; False where it is not told at all."""
        instance = self.settled.instance(self.engine.program.sort_of[finding.id], view, item)
        key = f"{finding.id}{'+' if met else '-'}"
        return key in instance.known and self._told(key, instance)

    def _told(self, key: str, instance: Instance) -> bool:
        place = (id(instance), key)
        if place not in self._known:
            self._known[place] = self._hangs(key, instance)
        return self._known[place]

    def _hangs(self, key: str, instance: Instance) -> bool:
        name = key[:-1]
        finding = self.engine.rulebook.findings.get(name)
        if finding is not None and finding.dissent is not None and instance.told(name) is Truth.CONTESTED:
            return True
        match self.engine.program.meaning.get(name):
            case AnswerAtom():
                return instance.told(name) is Truth.CONTESTED
            case Aggregate() as aggregate:
                return self._list_hangs(aggregate, key, instance)
            case StatusAtom() | CountAtom():
                return False
            case None:
                return self._every_way(key, instance)

    def _list_hangs(self, aggregate: Aggregate, key: str, instance: Instance) -> bool:
        """Whether the list would not tell the same if of its items only what is beyond dispute were told."""
        if aggregate.inner is None:
            return False
        looked_at, complete = self.settled.looked_at(aggregate, instance), self.settled.complete(aggregate, instance)
        met, unmet = (
            sum(x.key in seen[x.role].known and not self._told(x.key, seen[x.role]) for seen in looked_at)
            for x in aggregate.inner
        )
        value = aggregated(aggregate, met, unmet, len(looked_at), complete=complete)
        return not (value.told_true if key.endswith("+") else value.told_false)

    def _every_way(self, key: str, instance: Instance) -> bool:
        """Whether each of the rules that fired has something disputed in it; one that has not is proof enough."""
        ways = instance.known[key]
        return all(any(self._told(x.key, instance.sees[x.role]) for x in rule.body) for rule in ways)

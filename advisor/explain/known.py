"""An initiative as the reference sees it, with the engine's word for how each finding has settled."""

from advisor.engine.run import Engine
from advisor.engine.settled import Settled
from advisor.logic.truth import Truth
from advisor.reference import Reference


class Known(Reference):
    """Evaluates single conditions, for those who look for reasons; what the engine has judged is not judged again."""

    def __init__(self, engine: Engine, settled: Settled) -> None:
        super().__init__(engine.rulebook, settled.initiative, [state.view for state in settled.views.values()])
        self._sort_of = engine.program.sort_of
        self._settled = settled

    def judge(self, finding: str, view: str = "", item: str | None = None) -> Truth:
        """The value of a finding in a view and, where it is made for each item, for one of them."""
        return self._settled.instance(self._sort_of[finding], view, item).told(finding)

"""An initiative as the reference sees it, with the engine's word for how each finding has settled."""

from advisor.engine.settled import Settled
from advisor.logic.truth import Truth
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook


class Known(Reference):
    """Evaluates single conditions, for those who look for reasons; what the engine has judged is not judged again."""

    def __init__(self, rulebook: Rulebook, settled: Settled) -> None:
        super().__init__(rulebook, settled.initiative, [state.view for state in settled.views.values()])
        self._settled = settled

    def judge(self, finding: str, view: str = "", item: str | None = None) -> Truth:
        """The value of a finding in a view and, where it is made for each item, for one of them."""
        return self._settled.judge(finding, view, item)

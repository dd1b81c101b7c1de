"""How long it takes to say what would change a conclusion, over all real initiatives."""

import statistics
from collections.abc import Iterator

from measuring import print_title, timed
from saving import ROOT

from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.logic.truth import Truth
from advisor.model.finding import MADE_FOR, Kind
from advisor.reference import Reference
from advisor.rulebook.bundled import EXAMPLES, bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.words import Words
from advisor.whatif.changes import changes
from advisor.whatif.goals import Settles
from advisor.whatif.outcomes import Concluded

FOLDERS = (bundled_rules() / EXAMPLES, ROOT / "tests" / "initiatives")
ESSENTIAL = 4


def time_changing() -> None:
    """Every verdict, stop, headline and essential advice, towards whatever it has not come to."""
    rulebook = load_rulebook(bundled_rules())
    words = Words(rulebook)
    paths = (path for folder in FOLDERS for path in sorted(folder.glob("*.yaml")))
    initiatives = [read_initiative(path, rulebook.questions) for path in paths]
    took = sorted(
        timed(lambda i=initiative, g=goal: changes(rulebook, i, g, words))[1]
        for initiative in initiatives
        for goal in _goals(rulebook, initiative)
    )
    print_title(f"What would change a conclusion: {len(took)} of {len(initiatives)} real initiatives")
    print(f"median {statistics.median(took):.0f} ms, 95 % within {took[len(took) * 95 // 100]:.0f}, all {took[-1]:.0f}")


def _goals(rulebook: Rulebook, initiative: Initiative) -> Iterator[Settles]:
    reference = Reference(rulebook, initiative)
    for finding in rulebook.findings.values():
        wanted = finding.kind in (Kind.VERDICT, Kind.STOP, Kind.HEADLINE) or (finding.weight or 0) >= ESSENTIAL
        if not wanted or finding.kind in MADE_FOR:
            continue
        for place in reference.places(finding):
            now = reference.judge(finding.id, *place)
            for value in (Truth.TRUE, Truth.FALSE):
                if now is not value:
                    yield Settles(Concluded(finding.id, *place), value)


if __name__ == "__main__":
    time_changing()

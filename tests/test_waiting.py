"""What undecided findings wait for is the same whether the rules or the conditions are gone through."""

from hypothesis import given

from advisor.engine.run import Engine
from advisor.explain.known import Known
from advisor.explain.missing import Searcher
from advisor.explain.waiting import Waiting
from advisor.explain.words import Wordings
from advisor.initiative.initiative import Initiative
from advisor.logic.truth import Truth
from advisor.rulebook.rulebook import Rulebook
from tests.random_rulebooks import initiatives, rulebooks


@given(rulebooks, initiatives)
def test_the_rules_tell_what_the_conditions_tell(rulebook: Rulebook, initiative: Initiative) -> None:
    engine = Engine(rulebook)
    settled = engine.judge(initiative)
    searcher = Searcher(Known(rulebook, settled), Wordings(rulebook.questions, "en"))
    for finding in rulebook.findings.values():
        items = settled.views[""].view.group(finding.for_each).items if finding.for_each else (None,)
        wanted = {
            (missing.question, missing.item)
            for item in (None if item is None else item.id for item in items)
            if settled.judge(finding.id, "", item) is Truth.UNKNOWN
            for missing in searcher.missing(finding, "", item)
            if missing.matters
        }
        assert Waiting(rulebook, engine.program, [finding]).places(settled) == wanted
    engine.close()

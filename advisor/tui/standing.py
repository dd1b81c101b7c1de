"""How a finding of the rulebook stands in the initiative that is open, with the way to its proof."""

from collections.abc import Iterator

from advisor.explain.words import status_word
from advisor.initiative.initiative import View
from advisor.logic.answers import Item
from advisor.messages.screens import rules as messages
from advisor.model.finding import Finding
from advisor.report.plain.lines import SIGNS, told_status
from advisor.report.results import Results
from advisor.tui.findings import Proven


def standing(finding: Finding, results: Results) -> Iterator[tuple[str, Proven]]:
    """How it has settled: in the whole and in each part, for each whom it is about."""
    for view, item in _cases(finding, results):
        item_id = None if item is None else item.id
        status = status_word(finding.kind, results.status_of(finding, view, item_id))
        about = _about(finding, view, item, results)
        told = f"{SIGNS[status]} {told_status(finding.kind.value, status)}"
        yield f"{told}: {about}" if about else told, Proven(finding.id, item_id, view.id)


def _cases(finding: Finding, results: Results) -> Iterator[tuple[View, Item | None]]:
    whole = results.initiative.whole
    for view in results.initiative.views if finding.scope == "part" else (whole,):
        for item in results.items(finding, view):
            yield view, item


def _about(finding: Finding, view: View, item: Item | None, results: Results) -> str:
    part = view.name if view.kind else messages.THROUGHOUT if results.initiative.parts else ""
    who = results.words.item_name(finding.for_each, item) if finding.for_each and item else ""
    return ", ".join(filter(None, (who, part)))

"""How a finding of the rulebook stands in the initiative that is open, in one line."""

from collections.abc import Iterator

from advisor.explain.words import status_word
from advisor.initiative.initiative import View
from advisor.logic.answers import Item
from advisor.logic.conditions import Status
from advisor.messages import screens as messages
from advisor.model.finding import Finding
from advisor.report.plain.lines import SIGNS
from advisor.report.results import Results
from advisor.text import both


def standing(finding: Finding, results: Results) -> str:
    """How it has settled, and for whom where that differs; empty where there is nobody whom it is about."""
    settled: dict[Status, list[str]] = {}
    for view, item in _cases(finding, results):
        status = results.status_of(finding, view, None if item is None else item.id)
        settled.setdefault(status, []).append(_about(finding, view, item, results))
    if not settled:
        return ""
    told = [(status_word(finding.kind, status), about) for status, about in settled.items()]
    words = [f"{SIGNS[word]} {messages.STATUS[word]}" for word, _ in told]
    if len(words) > 1:
        words = [f"{word} ({both(about)})" for word, (_, about) in zip(words, told, strict=True)]
    return messages.STANDS_HERE.format(words="; ".join(words))


def _cases(finding: Finding, results: Results) -> Iterator[tuple[View, Item | None]]:
    whole = results.initiative.whole
    for view in results.initiative.views if finding.scope == "part" else (whole,):
        for item in results.items(finding, view):
            yield view, item


def _about(finding: Finding, view: View, item: Item | None, results: Results) -> str:
    part = view.name if view.kind else messages.THROUGHOUT if results.initiative.parts else ""
    who = results.words.item_name(finding.for_each, item) if finding.for_each and item else ""
    return ", ".join(filter(None, (who, part)))

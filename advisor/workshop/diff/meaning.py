"""What changed in meaning between two rulebooks: not how files are laid out, but what they say."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from advisor.logic.conditions import Condition
from advisor.messages import diff as messages
from advisor.messages import rulebook as page_messages
from advisor.model.entry import BASE_LANGUAGE, in_language
from advisor.model.finding import Finding
from advisor.report.rulebook.lookup import RulebookPages, targets_of
from advisor.report.rulebook.page import Line, Page, Sort, Target
from advisor.rulebook.findings import ungated
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.canonical import canonical
from advisor.workshop.diff.lists import list_changes
from advisor.workshop.diff.result import ChangeResult, Difference

_FOLLOWS = frozenset(
    (
        page_messages.NEEDS,
        page_messages.NEEDS_THROUGH,
        page_messages.BUILDS_ON,
        page_messages.BUILT_ON_BY,
        page_messages.TERMS,
        page_messages.CITED_BY,
        page_messages.TERM_USED_BY,
        page_messages.USED_BY_SCHOOLS,
        page_messages.USED_BY_THEMES,
        page_messages.USED_BY_FINDINGS,
        page_messages.USED_BY_QUESTIONS,
        page_messages.FINDINGS_IN_ORDER,
    )
)
"""The sections that only tell what other entries say."""


class Meanings:
    """Two rulebooks, and what they say otherwise."""

    def __init__(self, old: Rulebook, new: Rulebook) -> None:
        self.old, self.new = old, new
        self._pages = (RulebookPages(old), RulebookPages(new))
        self.links = (self._pages[0].links, self._pages[1].links)

    def changes(self) -> list[ChangeResult]:
        """What was added, removed or changed, in the order of the files; what was removed comes last."""
        before, now = (dict.fromkeys(targets_of(book)) for book in (self.old, self.new))
        found: list[ChangeResult] = []
        for target in now:
            if target not in before:
                found.append(self._whole(target, self._pages[1].page(target), "added"))
            elif self._says(target, self.old) != self._says(target, self.new):
                found.append(self._changed(target))
        gone = (target for target in before if target not in now)
        found += [self._whole(target, self._pages[0].page(target), "removed") for target in gone]
        return [*found, *list_changes(self.old, self.new)]

    def _whole(self, target: Target, page: Page, change: Any) -> ChangeResult:
        place = page.place
        return ChangeResult(
            change=change,
            sort=target.sort.value,
            id=target.id,
            says=page.title,
            file=None if place is None else place.file,
            line=0 if place is None else place.line,
            differences=[],
        )

    def _changed(self, target: Target) -> ChangeResult:
        before, now = (pages.page(target) for pages in self._pages)
        differences = list(_differences(before, now, self._gates(target)))
        if not differences:
            # What no page tells: a translation, say, or how a verdict counts in the headline.
            fields = _fields(self._says(target, self.old), self._says(target, self.new))
            differences = [Difference(what=messages.NOT_SHOWN.format(fields=", ".join(fields)), before=[], now=[])]
        return self._whole(target, now, "changed").model_copy(update={"differences": differences})

    def _gates(self, target: Target) -> frozenset[str]:
        """The sentence that stands on each page of advice for what its theme asks: a change of it is told once."""
        titles = {
            in_language(book.homes[target.id.partition("/")[0]].title, BASE_LANGUAGE)
            for book in (self.old, self.new)
            if target.sort is Sort.FINDING
        }
        return frozenset(page_messages.AS_ALL_ADVICE.format(title=title) for title in titles)

    def _says(self, target: Target, rulebook: Rulebook) -> Mapping[str, Any]:
        """All that an entry says, without its place, and with its conditions in one form."""
        match target.sort:
            case Sort.FINDING:
                return meaning_of(rulebook.findings[target.id], rulebook)
            case Sort.QUESTION:
                entry: Any = rulebook.questions.find(target.id)
                asked = None if entry.ask_when is None else canonical(entry.ask_when)
                return {**_plain(entry), "ask_when": asked, "section": _section(rulebook, entry.section)}
            case Sort.SOURCE:
                return _plain(rulebook.sources[target.id])
            case Sort.TERM:
                return _plain(rulebook.glossary.terms[target.id])
            case Sort.SCHOOL | Sort.THEME:
                home = rulebook.homes[target.id]
                gate = None if home.applies_when is None else canonical(home.applies_when)
                return {**_plain(home), "applies_when": gate, "findings": None}


def meaning_of(finding: Finding, rulebook: Rulebook) -> Mapping[str, Any]:
    """All that a finding says itself, whatever its theme asks of all, with its conditions in one form."""
    when, contrary = ungated(finding, rulebook.homes[finding.home].applies_when)
    filled_by = [(one.who.group, _one_form(one.who.where), one.how, one.fills) for one in finding.filled_by]
    conditions = {"when": canonical(when), "not_when": _one_form(contrary), "filled_by": filled_by}
    return {**_plain(finding), **conditions, "reading": None}


def _one_form(condition: Condition | None) -> Condition | None:
    return None if condition is None else canonical(condition)


def _plain(entry: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(entry).items() if name != "place"}


def _section(rulebook: Rulebook, section: str) -> object:
    return next((one.title for one in rulebook.questions.sections if one.id == section), section)


def _fields(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    return [name for name in now if before.get(name) != now[name]]


def _differences(before: Page, now: Page, gates: frozenset[str]) -> Iterator[Difference]:
    """What two pages of the same thing say otherwise."""
    if before.title != now.title:
        yield Difference(what=messages.STATEMENT, before=[before.title], now=[now.title])
    sides = [_blocks(page, gates) for page in (before, now)]
    for what in dict.fromkeys([*sides[1], *sides[0]]):
        told = [side.get(what, []) for side in sides]
        if told[0] != told[1]:
            yield Difference(what=what, before=told[0], now=told[1])


def _blocks(page: Page, gates: frozenset[str]) -> dict[str, list[str]]:
    """Facts and sections by their titles, each as lines."""
    blocks: dict[str, list[str]] = {}
    for fact in page.facts:
        blocks.setdefault(fact.label, []).append(fact.says)
    for section in page.sections:
        if section.title not in _FOLLOWS:
            lines = (line for line in section.lines if line.says not in gates)
            blocks[section.title] = list(_lines(lines))
    return blocks


def _lines(lines: Iterable[Line], depth: int = 0) -> Iterator[str]:
    for line in lines:
        yield "  " * depth + line.says
        yield from _lines(line.under, depth + 1)

"""What one state of a rulebook says of an initiative."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from advisor.explain.fillers import fillers
from advisor.explain.missing import Searcher
from advisor.explain.words import Wordings
from advisor.initiative.initiative import Initiative
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.model.entry import BASE_LANGUAGE
from advisor.model.finding import Finding
from advisor.reference import Reference
from advisor.report.assessment import Picture
from advisor.report.picture import pictured
from advisor.report.standings import Standings
from advisor.rulebook.rulebook import Rulebook


@dataclass(frozen=True, order=True)
class Key:
    """A finding, of the whole or of a part, and of an item where it is made for each."""

    finding: str
    part: str = ""
    item: str = ""


Filled = tuple[tuple[str, str, str, bool], ...]
"""Who fills a role: the name, how in words, how well, and whether that is certain."""


@dataclass(frozen=True)
class Judged:
    """How findings have settled for an initiative."""

    reference: Reference
    statuses: Mapping[Key, Status]
    filled: Mapping[Key, Filled]


class Judge:
    """One state of a rulebook, ready to judge."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.words = Wordings(rulebook.questions, BASE_LANGUAGE)

    def judge(self, initiative: Initiative, reach: Collection[str]) -> Judged:
        """How the findings within a reach settle."""
        reference = Reference(self.rulebook, initiative)
        findings = [finding for finding in self.rulebook.findings.values() if finding.id in reach]
        statuses = {
            Key(finding.id, view, item or ""): STATUS_OF[reference.judge(finding.id, view, item)]
            for finding in findings
            for view, item in reference.places(finding)
        }
        roles = [finding for finding in findings if finding.filled_by]
        searcher = Searcher(reference, self.words)
        filled = {key: _filled(searcher, f, key) for f in roles for key in _met(f, statuses)}
        return Judged(reference, statuses, filled)

    def picture(self, judged: Judged) -> Picture:
        """What the initiative is by whose definition."""
        standings = Standings(self.rulebook, judged.reference, self.words)
        return pictured(standings, judged.reference.initiative)


def _filled(searcher: Searcher, finding: Finding, key: Key) -> Filled:
    found = fillers(searcher, finding, key.part, key.item or None)
    return tuple((one.name, one.how, one.fills, one.certain) for one in found)


def _met(finding: Finding, statuses: Mapping[Key, Status]) -> Iterator[Key]:
    return (key for key, status in statuses.items() if key.finding == finding.id and status is Status.MET)

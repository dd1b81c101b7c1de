"""What one state of a rulebook says of an initiative."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor.engine.run import Engine
from advisor.explain.fillers import fillers
from advisor.explain.missing import Searcher
from advisor.explain.words import Wordings
from advisor.initiative.initiative import Initiative
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.model.entry import BASE_LANGUAGE
from advisor.model.finding import Finding
from advisor.reference import Reference
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
    """How everything has settled for an initiative."""

    statuses: Mapping[Key, Status]
    filled: Mapping[Key, Filled]


class Judge:
    """One state of a rulebook, ready to judge."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.engine = Engine(rulebook)
        self.words = Wordings(rulebook.questions, BASE_LANGUAGE)
        self._roles = [finding for finding in rulebook.findings.values() if finding.filled_by]

    def judge(self, initiative: Initiative) -> Judged:
        """How everything settles."""
        settled = self.engine.judge(initiative)
        statuses: dict[Key, Status] = {}
        for finding in self.rulebook.findings.values():
            for instance in settled.instances(self.engine.program.sort_of[finding.id]):
                each = instance.at.each
                key = Key(finding.id, instance.at.view.id, "" if each is None else each.id)
                statuses[key] = STATUS_OF[instance.told(finding.id)]
        searcher = Searcher(Reference(self.rulebook, initiative))
        filled = {key: _filled(searcher, f, key) for f in self._roles for key in _met(f, statuses)}
        return Judged(statuses, filled)


def _filled(searcher: Searcher, finding: Finding, key: Key) -> Filled:
    found = fillers(searcher, finding, key.part, key.item or None)
    return tuple((one.name, one.how, one.fills, one.certain) for one in found)


def _met(finding: Finding, statuses: Mapping[Key, Status]) -> Iterator[Key]:
    return (key for key, status in statuses.items() if key.finding == finding.id and status is Status.MET)

"""Reading what a case expects: statuses by finding and item, headlines, and who fills a role."""

from collections.abc import Iterator, Mapping
from typing import Any

from advisor.documents import DataPath
from advisor.initiative.initiative import View
from advisor.logic.conditions import Status
from advisor.messages import cases as messages
from advisor.model.cases import HeadlineEntry
from advisor.model.finding import TRACKS, Finding
from advisor.rulebook.conditions import STATUS_WORDS
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.rulebook import Rulebook
from advisor.text import either, expected_one_of, found, quoted
from advisor.workshop.cases.case import Expected, ExpectedFilling, ExpectedHeadline, ExpectedStatus

HEADLINE = "headline"
PERHAPS = "perhaps"
"""How somebody fills a role of whom the answers leave it open."""
FILLS = ("fully", "partly", "could", PERHAPS)


class ExpectationReader:
    """Reads the expectations of one file of cases; what is wrong goes to its collector."""

    def __init__(self, rulebook: Rulebook, about: str | None, faults: FaultCollector) -> None:
        self.rulebook = rulebook
        self.about = about
        self.faults = faults

    def statuses(self, raw: Mapping[str, Any], path: DataPath, view: View) -> Iterator[Expected]:
        """What is expected of the whole, or of one of its parts."""
        for name, value in raw.items():
            here = (*path, name)
            if name == HEADLINE:
                yield from self._headline(value, here, view)
            elif finding := self._finding(name, here):
                yield from self._of_finding(finding, value, here, view)

    def fillings(self, raw: Mapping[str, Any], path: DataPath, view: View) -> Iterator[Expected]:
        """Who is expected to fill which roles."""
        for name, value in raw.items():
            here = (*path, name)
            finding = self._finding(name, here)
            if finding is None:
                continue
            for item, people, inner in self._by_item(finding, value, here, view, each=isinstance(value, dict)):
                yield from self._filling(finding, item, people, inner)

    def _headline(self, raw: Any, path: DataPath, view: View) -> Iterator[Expected]:
        entry = self.faults.validate(HeadlineEntry, raw, path)
        if entry is not None:
            tracks = tuple(track for track in TRACKS if track in entry.tracks)
            yield ExpectedHeadline(self.faults.document.key_place(path), view.id, tracks, entry.agreement)

    def _finding(self, name: str, path: DataPath) -> Finding | None:
        """The finding that is meant: by its full id, by its name here, or by its name where only one has it."""
        findings = self.rulebook.findings
        for full in (name, f"{self.about}/{name}"):
            if full in findings:
                return findings[full]
        elsewhere = [known for known in findings if known.endswith(f"/{name}")]
        if len(elsewhere) == 1:
            return findings[elsewhere[0]]
        if elsewhere:
            message = messages.SEVERAL_FINDINGS.format(name=quoted(name), ids=either(map(quoted, elsewhere)))
            self.faults.add_key(path, "R06", message)
        else:
            known = [full.removeprefix(f"{self.about}/") for full in findings]
            hint = expected_one_of(name, [HEADLINE, *known])
            self.faults.add_key(path, "R06", f"There is no finding {quoted(name)} here.{hint}")
        return None

    def _of_finding(self, finding: Finding, raw: Any, path: DataPath, view: View) -> Iterator[Expected]:
        if view.id and finding.scope == "whole":
            self.faults.add_key(path, "T05", messages.JUDGED_ONCE.format(name=quoted(finding.id)))
            return
        for item, value, inner in self._by_item(finding, raw, path, view, each=isinstance(raw, dict)):
            status = self._status(value, inner)
            if status is not None:
                yield ExpectedStatus(self.faults.document.key_place(inner), finding.id, view.id, item, status)

    def _by_item(
        self, finding: Finding, raw: Any, path: DataPath, view: View, *, each: bool
    ) -> Iterator[tuple[str | None, Any, DataPath]]:
        """What is expected of a finding, item by item; what is written once holds for all of them."""
        if finding.for_each is None:
            yield None, raw, path
            return
        listed = [item.id for item in view.group(finding.for_each).items]
        if not listed:
            message = messages.NONE_LISTED.format(name=quoted(finding.id), group=quoted(finding.for_each))
            self.faults.add_key(path, "T05", message)
        elif not each:
            yield from ((item, raw, path) for item in listed)
        else:
            for item, value in raw.items():
                if item in listed:
                    yield item, value, (*path, item)
                else:
                    hint = expected_one_of(item, listed)
                    message = messages.NO_SUCH_ITEM.format(item=quoted(item), group=quoted(finding.for_each))
                    self.faults.add_key((*path, item), "I05", f"{message}{hint}")

    def _status(self, raw: Any, path: DataPath) -> Status | None:
        if isinstance(raw, str) and raw in STATUS_WORDS:
            return STATUS_WORDS[raw]
        if isinstance(raw, dict):
            self.faults.add_key(path, "T05", messages.NOT_BY_ITEM)
        elif isinstance(raw, str):
            self.faults.add(path, "R16", f"A finding cannot be {quoted(raw)}.{expected_one_of(raw, STATUS_WORDS)}")
        else:
            self.faults.add(path, "R16", messages.STATUS_WANTED.format(found=found(raw)))
        return None

    def _filling(self, finding: Finding, item: str | None, raw: Any, path: DataPath) -> Iterator[Expected]:
        if not finding.filled_by:
            self.faults.add_key(path, "T05", messages.NO_ROLE.format(name=quoted(finding.id)))
        elif not isinstance(raw, dict):
            self.faults.add(path, "F03", messages.PEOPLE_WANTED.format(found=found(raw)))
        else:
            for person, fills in raw.items():
                if fills not in FILLS:
                    hint = expected_one_of(fills, FILLS)
                    self.faults.add((*path, person), "T05", messages.NO_SUCH_FILLING.format(fills=quoted(fills)) + hint)
            people = frozenset((person, str(fills)) for person, fills in raw.items())
            yield ExpectedFilling(self.faults.document.key_place(path), finding.id, item, people)

"""From school and theme files to findings whose conditions are resolved."""

import re
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

from advisor.documents import DataPath
from advisor.logic.conditions import (
    Condition,
    Holds,
    Quantified,
    StatusIs,
    findings_used,
    nodes,
    questions_used,
    reads_statuses,
)
from advisor.model.finding import GROUND_KINDS, Citation, Finding, FindingEntry, Kind
from advisor.model.source import Source
from advisor.rulebook.conditions import ConditionReader
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.vocabulary import Standpoint, Vocabulary
from advisor.text import expected_one_of

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class FindingReader:
    """Reads findings one by one; what is wrong goes to the collector of their file."""

    def __init__(self, vocabulary: Vocabulary, sources: Mapping[str, Source]) -> None:
        self.vocabulary = vocabulary
        self.sources = sources

    def read(
        self, home: str, name: str, entry: FindingEntry, default: Citation | None, faults: FaultCollector
    ) -> Finding | None:
        """The finding, or None where a condition cannot be read."""
        path: DataPath = ("findings", name)
        self.check_citation(entry.source, (*path, "source", "ref"), faults)
        if not self._check_group(entry, path, faults):
            return None
        self._check_fields(entry, path, faults)
        self._check_placeholders(entry, path, faults)
        whole = entry.scope == "whole" and entry.for_each is None
        at = Standpoint(home, entry.for_each, whole=whole)
        reader = ConditionReader(self.vocabulary, faults)
        when = reader.read(entry.when, (*path, "when"), at)
        contrary = None if entry.not_when is None else reader.read(entry.not_when, (*path, "not_when"), at)
        if when is None or (entry.not_when is not None and contrary is None):
            return None
        texts: dict[str, Any] = {f: getattr(entry, f) for f in ("statement", "statement_not", "because", "dissent")}
        return Finding(
            id=f"{home}/{name}",
            home=home,
            kind=entry.kind,
            **texts,
            when=when,
            not_when=contrary,
            source=entry.source or default,
            basis=entry.basis,
            for_each=entry.for_each,
            scope=entry.scope,
            track=entry.track,
            umbrella=entry.umbrella,
            reading=False,
            place=faults.document.key_place(path),
        )

    def check_citation(self, citation: Citation | None, path: DataPath, faults: FaultCollector) -> None:
        """Notes a citation of a source that does not exist."""
        if citation is not None and citation.ref not in self.sources:
            hint = expected_one_of(citation.ref, self.sources)
            faults.add(path, "R14", f'There is no source "{citation.ref}" in sources.yaml.{hint}')

    def _check_group(self, entry: FindingEntry, path: DataPath, faults: FaultCollector) -> bool:
        groups = self.vocabulary.questions.groups
        if entry.for_each is None or entry.for_each in groups:
            return True
        hint = expected_one_of(entry.for_each, groups)
        faults.add((*path, "for_each"), "R08", f'There is no group "{entry.for_each}".{hint}')
        return False

    def _check_fields(self, entry: FindingEntry, path: DataPath, faults: FaultCollector) -> None:
        if entry.kind is not Kind.VERDICT:
            for field, given in (("track", entry.track is not None), ("umbrella", entry.umbrella)):
                if given:
                    faults.add_key((*path, field), "R20", f'Only a verdict has "{field}".')
        if entry.scope == "whole" and entry.for_each is not None:
            faults.add_key((*path, "scope"), "R20", '"scope: whole" does not go with "for_each".')

    def _check_placeholders(self, entry: FindingEntry, path: DataPath, faults: FaultCollector) -> None:
        groups = self.vocabulary.questions.groups
        known: list[str] = []
        if entry.for_each is not None:
            item = groups[entry.for_each].item
            known = [f"{item}.{field}" for field in groups[entry.for_each].fields]
        for field in ("statement", "statement_not", "because", "dissent"):
            wording = getattr(entry, field) or {}
            for name in _PLACEHOLDER.findall(" ".join(wording.values())):
                if name not in known:
                    hint = expected_one_of(name, known)
                    faults.add((*path, field), "R18", f'Nothing can fill "{{{name}}}" in this text.{hint}')


def in_order(findings: Mapping[str, Finding], faults: Mapping[str, FaultCollector]) -> dict[str, Finding]:
    """The findings in an order in which none builds on a later one, each marked if it is a reading.

    Whatever forbids such an order, or mixes readings with what they read, is noted in the collectors.
    """
    built_on = {f.id: {u for c in f.conditions for u in findings_used(c) if u in findings} for f in findings.values()}
    try:
        order = list(TopologicalSorter(built_on).static_order())
    except CycleError as error:
        circle = error.args[1][::-1]
        first = findings[min(circle[:-1])]
        turn = circle.index(first.id)
        chain = [*circle[turn:-1], *circle[:turn], first.id]
        faults[first.home].add_key(
            ("findings", first.id.partition("/")[2]),
            "R07",
            f"This finding builds on itself: {' builds on '.join(chain)}.",
        )
        return {}
    ordered: dict[str, Finding] = {}
    for name in order:
        finding = findings[name]
        reading = _is_reading(finding, ordered)
        ordered[name] = finding.model_copy(update={"reading": reading})
        _check_layers(ordered[name], ordered, faults[finding.home])
    return ordered


def _is_reading(finding: Finding, earlier: Mapping[str, Finding]) -> bool:
    builds_on = {n.finding for c in finding.conditions for n in nodes(c) if isinstance(n, Holds)}
    return any(map(reads_statuses, finding.conditions)) or any(earlier[f].reading for f in builds_on if f in earlier)


def _check_layers(finding: Finding, earlier: Mapping[str, Finding], faults: FaultCollector) -> None:
    path: DataPath = ("findings", finding.id.partition("/")[2])
    for condition in finding.conditions:
        _check_scope(finding, condition, earlier, path, faults)
        if finding.reading:
            _check_reading(finding, condition, earlier, path, faults)


def _check_reading(
    finding: Finding, condition: Condition, earlier: Mapping[str, Finding], path: DataPath, faults: FaultCollector
) -> None:
    if finding.kind in GROUND_KINDS:
        faults.add_key(path, "R15", f"A {finding.kind} rests on answers; it may not read how findings have settled.")
    quantified = {n.group for n in nodes(condition) if isinstance(n, Quantified)}
    if questions_used(condition) - quantified:
        faults.add_key(path, "R23", "A reading asks how findings have settled, not for answers. Make a premise of it.")
    for node in nodes(condition):
        if isinstance(node, Holds) and not earlier[node.finding].reading:
            message = f'A reading asks "status" of "{node.finding}", since it may be unknown or contested.'
            faults.add_key(path, "R23", message)
        if isinstance(node, StatusIs) and earlier[node.finding].reading:
            faults.add_key(path, "R23", f'"{node.finding}" is a reading, so write {{finding: {node.finding}}}.')


def _check_scope(
    finding: Finding, condition: Condition, earlier: Mapping[str, Finding], path: DataPath, faults: FaultCollector
) -> None:
    if finding.scope == "whole":
        return
    for used in findings_used(condition):
        if used in earlier and earlier[used].scope == "whole":
            faults.add_key(path, "R17", f'A part cannot build on "{used}", which is judged once for the whole.')

"""From school and theme files to findings whose conditions are resolved."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from advisor.documents import DataPath
from advisor.model.finding import Citation, Finding, FindingEntry, Kind
from advisor.rulebook.conditions import ConditionReader, Leaf
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.vocabulary import Standpoint, Vocabulary
from advisor.text import expected_one_of, quoted

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_WORDINGS = ("statement", "statement_not", "because", "dissent")


@dataclass(frozen=True)
class ReadFinding:
    """A finding, what its conditions rest on, and where its faults go."""

    finding: Finding
    leaves: tuple[Leaf, ...]
    faults: FaultCollector


class FindingReader:
    """Reads findings one by one; what is wrong goes to the collector of their file."""

    def __init__(self, vocabulary: Vocabulary, sources: Collection[str] | None) -> None:
        self.vocabulary = vocabulary
        self.sources = sources
        """The sources that can be cited; None where it is not known which there are."""

    def read(
        self, home: str, name: str, entry: FindingEntry, default: Citation | None, faults: FaultCollector
    ) -> ReadFinding | None:
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
        contrary = None
        if "not_when" in entry.model_fields_set:
            contrary = reader.read(entry.not_when, (*path, "not_when"), at)
            if contrary is None:
                return None
        if when is None:
            return None
        texts: dict[str, Any] = {field: getattr(entry, field) for field in _WORDINGS}
        finding = Finding(
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
        return ReadFinding(finding, tuple(reader.leaves), faults)

    def check_citation(self, citation: Citation | None, path: DataPath, faults: FaultCollector) -> None:
        """Notes a citation of a source that does not exist."""
        if citation is not None and self.sources is not None and citation.ref not in self.sources:
            hint = expected_one_of(citation.ref, self.sources)
            faults.add(path, "R14", f"There is no source {quoted(citation.ref)} in sources.yaml.{hint}")

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
        known: list[str] = []
        if entry.for_each is not None:
            group = self.vocabulary.questions.groups[entry.for_each]
            known = [f"{group.item}.{field}" for field in group.fields]
        for field in _WORDINGS:
            for language, text in (getattr(entry, field) or {}).items():
                for message in _unfillable(text, known):
                    faults.add((*path, field, language), "R18", message)


def _unfillable(text: str, known: list[str]) -> list[str]:
    """What is wrong with the names in curly brackets in a text."""
    unknown = [name for name in _PLACEHOLDER.findall(text) if name not in known]
    if not known and unknown:
        return [f'Without "for_each", nothing can fill {quoted(f"{{{name}}}")} in this text.' for name in unknown]
    wrong = [f"Nothing can fill {quoted(f'{{{n}}}')} in this text.{expected_one_of(n, known)}" for n in unknown]
    if set("{}") & set(_PLACEHOLDER.sub("", text)):
        wrong.append("A curly bracket stands alone in this text. They come in pairs, around a name.")
    return wrong

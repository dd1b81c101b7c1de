"""Loading a rulebook: read its files, resolve what they name, and report every fault at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from advisor.errors import AdvisorError, Fault, Place
from advisor.model.finding import Citation, Finding, FindingEntry, Home, SchoolEntry, ThemeEntry
from advisor.model.question import Questions, SectionEntry
from advisor.model.source import RulebookEntry, Source, SourcesEntry, TableEntry
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.files import MANIFEST, RuleFile, fingerprint, read_rule_files
from advisor.rulebook.findings import FindingReader, in_order
from advisor.rulebook.questions import SectionFile, read_ask_when, read_questions
from advisor.rulebook.rulebook import Rulebook
from advisor.rulebook.vocabulary import FindingHead, Vocabulary

Entry = TypeVar("Entry", bound=BaseModel)


def load_rulebook(folder: Path) -> Rulebook:
    """Loads and checks a rulebook.

    Args:
        folder: the folder that holds `rulebook.yaml`.

    Raises:
        AdvisorError: with every fault in every file.
    """
    files, unreadable = read_rule_files(folder)
    loader = _Loader(files)
    # Without sound questions nothing that names them can be judged, and one fault would look like many.
    rulebook = loader.load(fingerprint(folder)) if not unreadable and loader.questions_sound() else None
    faults = [*unreadable, *loader.faults()]
    if faults or rulebook is None:
        raise AdvisorError(faults or [Fault(Place(f"{folder.name}/{MANIFEST}"), "R01", "Nothing is written here.")])
    return rulebook


@dataclass
class _HomeFile:
    """A school or theme file, whether or not all of it has the right shape."""

    file: RuleFile
    id: str
    citation: Citation | None
    entries: dict[str, FindingEntry]


class _Loader:
    def __init__(self, files: Iterable[RuleFile]) -> None:
        self.files = list(files)

    def faults(self) -> list[Fault]:
        return [fault for file in self.files for fault in file.faults.faults]

    def _holding(self, model: type[Entry]) -> list[tuple[Entry, FaultCollector]]:
        return [(f.entry, f.faults) for f in self.files if isinstance(f.entry, model)]

    def questions_sound(self) -> bool:
        return not any(f.faults.faults for f in self.files if f.model is SectionEntry)

    def load(self, sha256: str) -> Rulebook | None:
        sections: list[SectionFile] = self._holding(SectionEntry)
        questions = read_questions(sections)
        if not self.questions_sound():
            return None
        tables = self._tables()
        sources = {id_: s for entry, _ in self._holding(SourcesEntry) for id_, s in entry.sources.items()}
        homes = self._homes()
        vocabulary = Vocabulary(questions, _heads(homes), frozenset(tables))
        questions = read_ask_when(questions, sections, vocabulary)
        findings = self._findings(homes, FindingReader(vocabulary, sources))
        if self.faults():
            return None
        ordered = in_order(findings, {home.id: home.file.faults for home in homes})
        manifests = self._holding(RulebookEntry)
        if self.faults() or not manifests:
            return None
        return _rulebook(manifests[0][0], sha256, questions, homes, ordered, sources, tables)

    def _tables(self) -> dict[str, TableEntry]:
        tables: dict[str, TableEntry] = {}
        for entry, faults in self._holding(TableEntry):
            if entry.table in tables:
                faults.add(("table",), "R02", f'There is another table "{entry.table}".')
            tables[entry.table] = entry
        return tables

    def _homes(self) -> list[_HomeFile]:
        homes: dict[str, _HomeFile] = {}
        for file in self.files:
            if file.model not in (SchoolEntry, ThemeEntry):
                continue
            field = "school" if file.model is SchoolEntry else "theme"
            home = _HomeFile(file, str(file.raw(field)), _default_citation(file), _shaped(file))
            if home.id in homes:
                file.faults.add((field,), "R02", f'There is another school or theme "{home.id}".')
            homes[home.id] = home
        return list(homes.values())

    def _findings(self, homes: Iterable[_HomeFile], reader: FindingReader) -> dict[str, Finding]:
        findings: dict[str, Finding] = {}
        for home in homes:
            reader.check_citation(home.citation, ("source",), home.file.faults)
            for name, entry in home.entries.items():
                finding = reader.read(home.id, name, entry, home.citation, home.file.faults)
                if finding is not None:
                    findings[finding.id] = finding
        for table, faults in self._holding(TableEntry):
            reader.check_citation(table.source, ("source", "ref"), faults)
        return findings


def _default_citation(file: RuleFile) -> Citation | None:
    source = file.raw("source")
    return Citation(ref=source) if isinstance(file.entry, SchoolEntry | ThemeEntry) and source else None


def _shaped(file: RuleFile) -> dict[str, FindingEntry]:
    """The findings of a file that have the right shape, even where others have not."""
    if isinstance(file.entry, SchoolEntry | ThemeEntry):
        return dict(file.entry.findings)
    aside = FaultCollector(file.faults.document)
    tried = {name: aside.validate(FindingEntry, raw) for name, raw in file.raw_map("findings").items()}
    return {name: entry for name, entry in tried.items() if entry is not None}


def _heads(homes: Iterable[_HomeFile]) -> dict[str, FindingHead]:
    """What conditions may name, from what is written, so that a misshapen finding still counts as there."""
    heads: dict[str, FindingHead] = {}
    for home in homes:
        for name in home.file.raw_map("findings"):
            raw = home.file.raw_map("findings", name)
            for_each = raw.get("for_each")
            scope = "whole" if raw.get("scope") == "whole" else "part"
            heads[f"{home.id}/{name}"] = FindingHead(for_each if isinstance(for_each, str) else None, scope)
    return heads


def _rulebook(
    manifest: RulebookEntry,
    sha256: str,
    questions: Questions,
    homes: Iterable[_HomeFile],
    findings: Mapping[str, Finding],
    sources: Mapping[str, Source],
    tables: Mapping[str, TableEntry],
) -> Rulebook:
    return Rulebook(
        title=manifest.title,
        version=manifest.version,
        sha256=sha256,
        questions=questions,
        homes={home.id: _home(home) for home in homes},
        findings=findings,
        sources=sources,
        tables={t: {word: frozenset(row) for word, row in entry.rows.items()} for t, entry in tables.items()},
    )


def _home(home: _HomeFile) -> Home:
    entry = home.file.entry
    assert isinstance(entry, SchoolEntry | ThemeEntry)  # noqa: S101 -- a rulebook is made only of sound files
    return Home(
        id=home.id,
        title=entry.title,
        about=entry.about,
        school=isinstance(entry, SchoolEntry),
        findings=tuple(f"{home.id}/{name}" for name in entry.findings),
    )

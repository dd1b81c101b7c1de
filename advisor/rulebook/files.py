"""The files of a rulebook: which there are, what each must hold, and reading them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from advisor.documents import Document, parse_document, read_document
from advisor.errors import AdvisorError, Fault, Place
from advisor.model.finding import SchoolEntry, ThemeEntry
from advisor.model.glossary import GlossaryEntry
from advisor.model.language import LanguagesEntry
from advisor.model.manifest import RulebookEntry
from advisor.model.question import SectionEntry
from advisor.model.source import SourcesEntry, SystemsEntry, TableEntry
from advisor.rulebook.bundled import MANIFEST, cases_of, examples_of
from advisor.rulebook.conditions import OPERATORS
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.languages import check_languages
from advisor.text import both

SOURCES = "sources.yaml"
SYSTEMS = "systems.yaml"
LANGUAGES = "languages.yaml"
GLOSSARY = "glossary.yaml"
SINGLE_FILES: Mapping[str, type[BaseModel]] = {
    MANIFEST: RulebookEntry,
    SOURCES: SourcesEntry,
    SYSTEMS: SystemsEntry,
    LANGUAGES: LanguagesEntry,
    GLOSSARY: GlossaryEntry,
}
FOLDERS: Mapping[str, type[BaseModel]] = {
    "questions": SectionEntry,
    "schools": SchoolEntry,
    "themes": ThemeEntry,
    "tables": TableEntry,
}
"""The folders of a rulebook and what each of their files holds."""

Texts = Mapping[Path, str]
"""What is read in the place of files, as while somebody is changing them."""
AS_THEY_ARE: Texts = MappingProxyType({})

_IN_CONDITIONS = dict.fromkeys(OPERATORS, 'It belongs in a condition: move it to the right, below "when:".')


@dataclass(frozen=True)
class RuleFile:
    """One rule file that could be read: its faults so far, and its content if it has the right shape."""

    faults: FaultCollector
    model: type[BaseModel]
    entry: BaseModel | None

    def raw(self, *path: str) -> Any:
        """What is written at this path, whatever it is; None if nothing is."""
        value = self.faults.document.data
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def raw_map(self, *path: str) -> dict[str, Any]:
        """The mapping that is written at this path; empty if none is."""
        value = self.raw(*path)
        return value if isinstance(value, dict) else {}


def rule_paths(folder: Path) -> list[Path]:
    """The files of a rulebook, in the order in which they are read."""
    found = [folder / name for name in SINGLE_FILES]
    for name in FOLDERS:
        found += sorted((folder / name).glob("*.yaml"))
    return [path for path in found if path.is_file()]


@dataclass(frozen=True)
class WrittenFile:
    """One rule file as it is written, whatever its shape."""

    model: type[BaseModel]
    """What it should hold."""
    document: Document


def read_written(folder: Path, name: str, instead: Texts) -> tuple[list[WrittenFile], list[Fault]]:
    """Reads every file of a rulebook, and the faults of those that cannot be read at all.

    Args:
        folder: the folder of the rulebook.
        name: what the folder is called in messages, so that they read the same on every machine.
        instead: texts that are read in the place of some of its files.
    """
    files: list[WrittenFile] = []
    faults = _overlooked(folder, name)
    for path in rule_paths(folder):
        model = SINGLE_FILES[path.name] if path.parent == folder else FOLDERS[path.parent.name]
        try:
            shown = _shown(path, folder, name)
            text = instead.get(path)
            files.append(
                WrittenFile(model, read_document(path, shown) if text is None else parse_document(text, shown))
            )
        except AdvisorError as error:
            faults += error.faults
    return files, faults


def shaped(file: WrittenFile) -> RuleFile:
    """A file with what is in it, if that has the right shape."""
    faults = FaultCollector(file.document)
    elsewhere = {} if file.model is RulebookEntry else _IN_CONDITIONS
    entry = faults.validate(file.model, file.document.data, elsewhere=elsewhere)
    if entry is not None:
        check_languages(entry, (), faults)
    return RuleFile(faults, file.model, entry)


def _shown(path: Path, folder: Path, name: str) -> str:
    return (PurePath(name) / path.relative_to(folder)).as_posix()


def _overlooked(folder: Path, name: str) -> list[Fault]:
    """Notes rule files that would never be read, because of how they are called or where they lie."""
    read = {*rule_paths(folder), *examples_of(folder), *cases_of(folder)}
    expected = f"Rule files lie in {both(f'{name}/' for name in FOLDERS)}, and their names end in .yaml."
    return [
        Fault(Place(_shown(path, folder, name)), "R26", f"This file is not read. {expected}")
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in (".yaml", ".yml") and path not in read
    ]


def fingerprint(folder: Path, instead: Texts = AS_THEY_ARE) -> str:
    """A hash over all rule files and their names: the same hash means the same rules."""
    digest = hashlib.sha256()
    for path in rule_paths(folder):
        content = instead[path].encode() if path in instead else path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()

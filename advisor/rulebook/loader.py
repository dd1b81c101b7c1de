"""Loading a rulebook: read its files, resolve what they name, and report every fault at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, TypeVar

from pydantic import BaseModel

from advisor.documents import Document
from advisor.errors import AdvisorError, Fault, Place
from advisor.logic.answers import Table
from advisor.model.finding import Citation, Finding, FindingEntry, Home, SchoolEntry, ThemeEntry
from advisor.model.glossary import GlossaryEntry
from advisor.model.language import LanguagesEntry
from advisor.model.question import Questions, SectionEntry
from advisor.model.source import SourcesEntry, SystemsEntry, TableEntry
from advisor.rulebook.entries import entries
from advisor.rulebook.faults import FaultCollector, Named
from advisor.rulebook.files import AS_THEY_ARE, LANGUAGES, SOURCES, RuleFile, Texts, WrittenFile, shaped
from advisor.rulebook.findings import FindingReader, Gate, ReadFinding, check_basis
from advisor.rulebook.glossary import Glossary, check_forms, check_used
from advisor.rulebook.languages import wordings
from advisor.rulebook.layers import fingerprint_of
from advisor.rulebook.order import in_order
from advisor.rulebook.overlay import Stack, read_stack
from advisor.rulebook.questions import SectionFile, read_ask_when, read_questions
from advisor.rulebook.rulebook import Rulebook
from advisor.rulebook.shapes import likely_id
from advisor.rulebook.varieties import DERIVED, check_listed, check_standard, derived_tables
from advisor.rulebook.vocabulary import FindingHead, Vocabulary, scope_of
from advisor.text import quoted

Entry = TypeVar("Entry", bound=BaseModel)


def load_rulebook(folder: Path, *, thoroughly: bool = False, instead: Texts = AS_THEY_ARE) -> Rulebook:
    """Loads and checks a rulebook.

    Args:
        folder: the folder that holds `rulebook.yaml`.
        thoroughly: whether its codes are held against the standards, which takes as long as all the rest.
        instead: texts that are read in the place of some of its files.

    Raises:
        AdvisorError: with every fault in every file.
    """
    stack, unread = read_stack(folder, instead)
    loader = _Loader(stack, thoroughly=thoroughly)
    # Where a file cannot be read, what it holds is not known, and one fault would look like many.
    rulebook = None if unread else loader.load()
    overlaid = () if unread else (*stack.overlay.faults, *stack.overlay.needed(loader.files))
    faults = [*unread, *overlaid, *loader.faults()]
    if faults or rulebook is None:
        raise AdvisorError(faults)
    return rulebook


@dataclass
class _HomeFile:
    """A school or theme file, whether or not all of it has the right shape."""

    file: RuleFile
    id: str
    citation: Citation | None
    entries: dict[str, FindingEntry]

    @property
    def misshapen(self) -> dict[str, dict[str, Any]]:
        """What is written of the findings that have the wrong shape."""
        raws = self.file.raw_map("findings").items()
        return {name: raw for name, raw in raws if name not in self.entries and isinstance(raw, dict)}

    @property
    def school(self) -> bool:
        """Whether it is a school, and no theme."""
        return self.file.model is SchoolEntry


class _Loader:
    def __init__(self, stack: Stack, *, thoroughly: bool) -> None:
        self.stack = stack
        self.thoroughly = thoroughly
        self.files = [*(layer.manifest for layer in stack.layers), *map(shaped, stack.overlay.files)]
        self._aside: list[Fault] = []
        self._gates: dict[str, Gate] = {}

    def faults(self) -> list[Fault]:
        """Every fault so far, that a file is missing among them."""
        return [*self._aside, *(fault for file in self.files for fault in file.faults.faults)]

    def _of(self, model: type[BaseModel]) -> list[RuleFile]:
        return [file for file in self.files if file.model is model]

    def _holding(self, model: type[Entry]) -> list[tuple[Entry, FaultCollector]]:
        return [(f.entry, f.faults) for f in self.files if isinstance(f.entry, model)]

    def questions_sound(self) -> bool:
        """Whether questions and languages can be relied on by what names them."""
        return not any(file.faults.faults for model in (SectionEntry, LanguagesEntry) for file in self._of(model))

    def load(self) -> Rulebook | None:
        """Reads the rest, and notes its faults; None where the questions are too faulty to go on."""
        # Without sound questions nothing that names them can be judged.
        if not self.questions_sound():
            return None
        sections: list[SectionFile] = self._holding(SectionEntry)
        questions = self._with_languages(read_questions(sections))
        if not self.questions_sound():
            return None
        homes = self._homes()
        schools = frozenset(home.id for home in homes if home.school)
        vocabulary = Vocabulary(questions, _heads(homes, questions), self._tables(), schools)
        questions = read_ask_when(questions, sections, vocabulary)
        reader = FindingReader(vocabulary, self._sources(homes), self._systems())
        findings = self._findings(homes, reader)
        self._check_glossary(reader)
        ordered = in_order(findings)
        return None if self.faults() else self._rulebook(questions, ordered)

    def _with_languages(self, questions: Questions) -> Questions:
        for entry, faults in self._holding(LanguagesEntry):
            check_listed(entry, faults)
            if self.thoroughly:
                check_standard(entry, faults)
            questions = questions.model_copy(update={"languages": entry.languages, "territories": entry.territories})
        return questions

    def _tables(self) -> frozenset[str]:
        """The tables by what is written, so that a misshapen one still counts as there."""
        places: dict[str, Place] = {}
        for file in self._of(TableEntry):
            name = file.raw("table")
            if name in DERIVED:
                file.faults.add(
                    ("table",), "R19", f"The table {quoted(name)} is made from {LANGUAGES}. Choose another."
                )
            elif isinstance(name, str) and name in places:
                file.faults.add(("table",), "R02", f"There is another table {quoted(name)}, in {places[name]}.")
            elif isinstance(name, str):
                places[name] = file.faults.document.place(("table",))
        return _as_named([*places, *(DERIVED if self._of(LanguagesEntry) else ())])

    def _sources(self, homes: Iterable[_HomeFile]) -> frozenset[str] | None:
        """The sources by what is written; None where a file of them is missing, which is noted once."""
        files = self._of(SourcesEntry)
        if not files and any(home.citation is not None for home in homes):
            message = f"There is no {SOURCES} beside this file, although sources are cited."
            self._aside.append(Fault(Place(self.stack.layers[0].manifest.faults.document.name), "R01", message))
            return None
        return _as_named(name for file in files for name in file.raw_map("sources"))

    def _systems(self) -> frozenset[str]:
        return frozenset(number for file in self._of(SystemsEntry) for number in file.raw_map("systems"))

    def _homes(self) -> list[_HomeFile]:
        homes: list[_HomeFile] = []
        places: dict[str, Place] = {}
        for file in (*self._of(SchoolEntry), *self._of(ThemeEntry)):
            field = "school" if file.model is SchoolEntry else "theme"
            written, place = file.raw(field), file.faults.document.place((field,))
            named = isinstance(written, str)
            # Others name its findings by what the file should say, which is most often the file's own name.
            id_ = (likely_id(written) if named else None) or _without_number(place.file)
            if named and id_ in places:
                file.faults.add((field,), "R02", f"There is another school or theme {quoted(id_)}, in {places[id_]}.")
            places.setdefault(id_, place)
            homes.append(_HomeFile(file, id_, _default_citation(file), _shaped(file)))
        return homes

    def _findings(self, homes: Iterable[_HomeFile], reader: FindingReader) -> dict[str, ReadFinding]:
        findings: dict[str, ReadFinding] = {}
        for home in homes:
            if home.citation is not None:
                reader.check_source(home.citation.ref, ("source",), home.file.faults)
            gate = reader.gate(home.id, home.file.raw("applies_when"), home.file.faults)
            if gate is not None:
                self._gates[home.id] = gate
            for name, entry in home.entries.items():
                read = reader.read(home.id, name, entry, home.citation, gate, home.file.faults)
                if read is not None:
                    findings[read.finding.id] = read
            for name, raw in home.misshapen.items():
                reader.look_through(home.id, name, raw, home.file.faults)
        citing: list[tuple[TableEntry | LanguagesEntry, FaultCollector]] = []
        citing += [*self._holding(TableEntry), *self._holding(LanguagesEntry)]
        for cited, faults in citing:
            if cited.source is not None:
                reader.check_source(cited.source.ref, ("source", "ref"), faults)
            check_basis(cited.basis, cited.source, (), faults)
        return findings

    def _check_glossary(self, reader: FindingReader) -> None:
        for entry, faults in self._holding(GlossaryEntry):
            check_forms(entry, faults)
            for name, term in entry.terms.items():
                path = ("terms", name)
                for index, citation in enumerate(term.source):
                    reader.check_source(citation.ref, (*path, "source", index, "ref"), faults)
                check_basis(term.basis, next(iter(term.source), None), path, faults)
            # In a file that has the wrong shape, a term may be used without our seeing it.
            if self.thoroughly and all(file.entry is not None for file in self.files):
                others = [file.entry for file in self.files if file.model is not GlossaryEntry]
                # What a layer switches off may have been all that used a term of the rules below.
                top = f"{self.stack.layers[0].name}/"
                own = [t for t in entry.terms if faults.document.key_place(("terms", t)).file.startswith(top)]
                check_used(entry, own, (text for w in wordings(others) for text in w.values()), faults)

    def _rulebook(self, questions: Questions, findings: Mapping[str, Finding]) -> Rulebook:
        """The rulebook of files that are all sound."""
        layers = self.stack.told()
        tables = {entry.table: _table(entry) for entry, _ in self._holding(TableEntry)}
        for listed, _ in self._holding(LanguagesEntry):
            tables |= derived_tables(listed)
        return Rulebook(
            title=layers[0].title,
            version=layers[0].version,
            sha256=fingerprint_of(layers),
            questions=questions,
            homes={home.id: home for home in self._sound_homes()},
            findings=findings,
            sources={id_: s for entry, _ in self._holding(SourcesEntry) for id_, s in entry.sources.items()},
            systems={n: s for entry, _ in self._holding(SystemsEntry) for n, s in entry.systems.items()},
            tables=tables,
            table_titles={entry.table: entry.title for entry, _ in self._holding(TableEntry)},
            glossary=Glossary({id_: t for entry, _ in self._holding(GlossaryEntry) for id_, t in entry.terms.items()}),
            layers=layers,
            replaced=self.stack.overlay.replaced,
            places=dict(self._places()),
        )

    def _places(self) -> Iterator[tuple[Named, Place]]:
        for file in (*self._of(SourcesEntry), *self._of(GlossaryEntry)):
            document = file.faults.document
            for named, path in entries(WrittenFile(file.model, document)):
                yield named, document.key_place(path)

    def _sound_homes(self) -> list[Home]:
        schools = [self._home(e.school, e, f.document, school=True) for e, f in self._holding(SchoolEntry)]
        themes = [self._home(e.theme, e, f.document, school=False) for e, f in self._holding(ThemeEntry)]
        return [*schools, *themes]

    def _home(self, id_: str, entry: SchoolEntry | ThemeEntry, document: Document, *, school: bool) -> Home:
        gate = self._gates.get(id_)
        return Home(
            id=id_,
            title=entry.title,
            short=(entry.short if isinstance(entry, SchoolEntry) else None) or entry.title,
            about=entry.about,
            school=school,
            findings=tuple(f"{id_}/{name}" for name in entry.findings),
            applies_when=None if gate is None else gate.condition,
            place=document.place(()),
        )


def _table(entry: TableEntry) -> Table:
    return Table({word: frozenset(row) for word, row in entry.rows.items()})


def _without_number(file: str) -> str:
    """The name of a file, without a number at its beginning that puts it in its order."""
    return PurePath(file).stem.lstrip("0123456789-")


def _as_named(written: Iterable[str]) -> frozenset[str]:
    """Names as others may use them: where one is misspelled, those who spell it well are not to be blamed."""
    names = set(written)
    return frozenset(names | {meant for name in names if (meant := likely_id(name)) is not None})


def _default_citation(file: RuleFile) -> Citation | None:
    source = file.raw("source")
    aside = FaultCollector(file.faults.document)
    return None if source is None else aside.validate(Citation, {"ref": source}, ("source",))


def _shaped(file: RuleFile) -> dict[str, FindingEntry]:
    """The findings of a file that have the right shape, even where others have not."""
    if isinstance(file.entry, SchoolEntry | ThemeEntry):
        return dict(file.entry.findings)
    aside = FaultCollector(file.faults.document)
    tried = {
        name: aside.validate(FindingEntry, raw, ("findings", name)) for name, raw in file.raw_map("findings").items()
    }
    return {name: entry for name, entry in tried.items() if entry is not None}


def _heads(homes: Iterable[_HomeFile], questions: Questions) -> dict[str, FindingHead]:
    """What conditions may name, from what is written, so that a misshapen finding still counts as there."""
    heads: dict[str, FindingHead] = {}
    for home in homes:
        for name in home.file.raw_map("findings"):
            raw = home.file.raw_map("findings", name)
            for_each = raw["for_each"] if isinstance(raw.get("for_each"), str) else None
            scope = scope_of(for_each, "whole" if raw.get("scope") == "whole" else "part", questions)
            head = FindingHead(for_each, scope)
            heads.update({f"{home.id}/{known}": head for known in _as_named([name])})
    return heads

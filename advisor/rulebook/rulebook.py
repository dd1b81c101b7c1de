"""The rulebook: everything that the experts wrote, read, resolved and put in order of dependence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from advisor.errors import Place
from advisor.logic.answers import Table
from advisor.model.finding import Finding, Home, Kind
from advisor.model.question import Question, Questions
from advisor.model.source import Source, System
from advisor.rulebook.bundled import examples_of
from advisor.rulebook.faults import Named
from advisor.rulebook.glossary import Glossary
from advisor.rulebook.languages import wordings
from advisor.rulebook.layers import Below, Layer


@dataclass(frozen=True)
class Rulebook:
    """A rulebook without faults."""

    title: Mapping[str, str]
    version: str
    sha256: str
    """Of all rule files of all layers, with their names: the same hash means the same rules."""
    questions: Questions
    homes: Mapping[str, Home]
    findings: Mapping[str, Finding]
    """In an order in which none builds on a later one."""
    sources: Mapping[str, Source]
    tables: Mapping[str, Table]
    """Those of its files, and those that are made from its list of languages."""
    table_titles: Mapping[str, Mapping[str, str]]
    """What the tables of its files are called."""
    systems: Mapping[str, System]
    """What the rulebook is to carry from the issue brief, by number."""
    glossary: Glossary
    layers: tuple[Layer, ...] = ()
    """What it is made of, the top one first; one alone where it builds on no other."""
    replaced: Mapping[Named, tuple[Below, ...]] = field(default_factory=dict)
    """What stood below of all that a layer replaces, from the top."""
    places: Mapping[Named, Place] = field(default_factory=dict)
    """Where sources and terms stand, which do not know it themselves."""

    @property
    def examples(self) -> Iterator[Path]:
        """The initiatives that come along, those of the top layer first."""
        return (path for layer in self.layers for path in examples_of(layer.folder))

    def layer_of(self, place: Place) -> Layer:
        """The layer in whose files a place lies."""
        return next(layer for layer in self.layers if place.file.startswith(f"{layer.name}/"))

    def path_of(self, place: Place) -> Path:
        """The file in which a place lies."""
        layer = self.layer_of(place)
        return layer.folder / place.file.removeprefix(f"{layer.name}/")

    @cached_property
    def translations(self) -> frozenset[str]:
        """The languages that any of its texts has."""
        entries = [self.questions, *self.homes.values(), *self.findings.values(), *self.glossary.terms.values()]
        return frozenset(language for wording in (self.title, *wordings(entries)) for language in wording)

    @property
    def schools(self) -> Iterator[Home]:
        """The schools of thought, in the order of their files."""
        return (home for home in self.homes.values() if home.school)

    def of_kind(self, home: str, kind: Kind) -> tuple[Finding, ...]:
        """The findings of one kind in one school or theme, in the order of its file."""
        return self._of_kind[home, kind]

    @cached_property
    def _of_kind(self) -> Mapping[tuple[str, Kind], tuple[Finding, ...]]:
        found = {name: [self.findings[finding] for finding in home.findings] for name, home in self.homes.items()}
        return {(name, kind): tuple(f for f in found[name] if f.kind is kind) for name in found for kind in Kind}

    @cached_property
    def by_kind(self) -> Mapping[Kind, tuple[Finding, ...]]:
        """The findings of each kind, in the order of the files."""
        ordered = [self.findings[name] for home in self.homes.values() for name in home.findings]
        return {kind: tuple(f for f in ordered if f.kind is kind) for kind in Kind}

    @cached_property
    def conditional(self) -> tuple[Question, ...]:
        """The questions that matter only on a condition."""
        return tuple(question for question in self.questions.all() if question.ask_when is not None)

    @cached_property
    def ground(self) -> tuple[Finding, ...]:
        """The findings that rest on answers alone."""
        return tuple(f for f in self.findings.values() if not f.reading)

    @cached_property
    def readings(self) -> tuple[Finding, ...]:
        """The findings that read how others have settled."""
        return tuple(f for f in self.findings.values() if f.reading)

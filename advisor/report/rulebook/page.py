"""What a page of the rulebook is made of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from advisor.errors import Place
from advisor.explain.conditions import Sentence
from advisor.messages import rulebook as messages
from advisor.model.finding import Home
from advisor.rulebook.faults import Named
from advisor.rulebook.layers import Below


class Sort(StrEnum):
    """What there are pages of."""

    SCHOOL = "school"
    THEME = "theme"
    FINDING = "finding"
    QUESTION = "question"
    SOURCE = "source"
    TERM = "term"


@dataclass(frozen=True)
class Target:
    """What a page is about. A theme and a question may have the same id."""

    sort: Sort
    id: str


@dataclass(frozen=True)
class Line:
    """A sentence of a page, with those that it leads to."""

    says: str
    under: tuple["Line", ...] = ()
    target: Target | None = None
    """What it tells of and has a page of its own."""
    asks: tuple[Target, ...] = ()
    """The questions that it asks, of a condition."""

    def all(self) -> Iterator["Line"]:
        """It and all that it leads to."""
        yield self
        for line in self.under:
            yield from line.all()


@dataclass(frozen=True)
class Fact:
    """Something that is told in a few words, with what it is."""

    label: str
    says: str
    target: Target | None = None
    """What it tells of and has a page of its own."""


@dataclass(frozen=True)
class Section:
    """Sentences under a title."""

    title: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    """What has to be known to read them well."""


@dataclass(frozen=True)
class Page:
    """All that is told of one thing in the rulebook. Its texts come from files: they are made visible where shown."""

    target: Target
    title: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    place: Place | None = None
    """Where it stands in the files; None where that is not known."""
    replaced: tuple[Below, ...] = ()
    """What it stands in place of, in the layers below, the upper first."""

    @property
    def in_place_of(self) -> Iterator[str]:
        """Where that stands, with the reason."""
        for below in self.replaced:
            yield messages.REPLACES.format(file=below.place.file, line=below.place.line, why=below.why)


def section(title: str, lines: Iterable[Line]) -> Iterator[Section]:
    """A section, if there is anything in it."""
    if told := tuple(lines):
        yield Section(title, told)


def line_of(sentence: Sentence) -> Line:
    """A sentence about a condition as a line of a page."""
    return Line(
        sentence.says,
        tuple(map(line_of, sentence.under)),
        None if sentence.finding is None else Target(Sort.FINDING, sentence.finding),
        tuple(Target(Sort.QUESTION, question) for question in sentence.questions),
    )


def target_of(home: Home) -> Target:
    """The page of a school or a theme."""
    return Target(Sort.SCHOOL if home.school else Sort.THEME, home.id)


def named_by(target: Target) -> Named:
    """What a page is about, as files name it: by the word below which such things stand."""
    return Named(f"{target.sort}s", target.id)

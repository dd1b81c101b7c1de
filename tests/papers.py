"""Papers for tests: built once from an initiative, and read back as text from each format."""

import io
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from icalendar import Calendar
from markdown_it import MarkdownIt

from advisor.engine.run import Engine
from advisor.initiative.reader import read_initiative
from advisor.model.advice import PaperKind
from advisor.papers.build import build
from advisor.papers.paper import Bullets, Dates, Paper, Paragraph, Table, Verdicts
from advisor.report.assess import assess_for
from advisor.report.assessment import Assessment
from advisor.report.audience import Audience
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from tests.places import ROOT

EXAMPLES = ROOT / "rules" / "examples"
COMPOSED = ROOT / "tests" / "composed"
SHOWN = (
    EXAMPLES / "aceh-2005.yaml",
    EXAMPLES / "oslo-1993.yaml",
    COMPOSED / "ministry-behind-the-organisation.yaml",
    COMPOSED / "lawmakers-at-a-university.yaml",
    COMPOSED / "blank.yaml",
)
"""What is over, in phases, dangerous, dated, and not known at all."""


@cache
def engine() -> Engine:
    """The bundled rules, compiled once."""
    return Engine(load_rulebook(bundled_rules()))


@cache
def assessed(path: Path, audience: Audience = Audience.TEAM) -> Assessment:
    """The assessment of a file for an audience."""
    initiative = read_initiative(path, engine().rulebook.questions)
    return assess_for(engine(), initiative, audience, key=b"a key of the tests")


@cache
def paper_of(path: Path, kind: PaperKind, audience: Audience = Audience.TEAM) -> Paper:
    """A paper of a file."""
    return build(assessed(path, audience), kind)


def texts(paper: Paper) -> Iterator[str]:
    """Every text that a paper tells, in order."""
    yield from (paper.title, paper.subtitle, paper.for_whom)
    for section in paper.body:
        yield section.heading
        for block in section.blocks:
            match block:
                case Paragraph():
                    yield block.line.says
                case Bullets():
                    yield from (line.says for item in block.items for line in item)
                case Table():
                    yield from (block.caption, *block.header)
                    yield from (line.says for row in block.rows for cell in row for line in cell)
                case Verdicts():
                    yield from (block.caption, *block.header)
                    for row in block.rows:
                        yield row.name.says
                        yield from (one.says for cell in row.cells for one in cell)
                case Dates():
                    yield from (block.caption, *block.header)
                    for event in block.events:
                        yield from (event.date_says, event.when, event.what.says)
    yield from closing_texts(paper)


def closing_texts(paper: Paper) -> Iterator[str]:
    """What stands after the sections."""
    if paper.notes:
        yield paper.about_notes
    for note in paper.notes:
        yield from (says for says in (note.says, *(rests.says for rests in note.rests)) if says)
    for source in paper.bibliography:
        yield source.says
        if source.known:
            yield source.known
    yield from paper.receipt


class _Read(HTMLParser):
    """The text of a page and its tags, without style and pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._skip += tag in ("style", "svg", "sup")

    def handle_endtag(self, tag: str) -> None:
        self._skip -= tag in ("style", "svg", "sup")

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.parts.append(data)


def tags_of(page: bytes) -> list[tuple[str, dict[str, str | None]]]:
    """Every tag of a page, with its attributes."""
    read = _Read()
    read.feed(page.decode())
    return read.tags


def text_of_html(page: bytes) -> str:
    """The text of a page, in one line."""
    read = _Read()
    read.feed(page.decode())
    return " ".join("".join(read.parts).split())


def rendered(markdown: bytes) -> bytes:
    """Markdown as a reader of it would show it."""
    page: str = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown.decode())
    return page.encode()


def text_of_markdown(markdown: bytes) -> str:
    """The text of Markdown as it is shown, without the numbers of notes."""
    return " ".join(re.sub(r"\s\[\d+\]", "", text_of_html(rendered(markdown))).split())


def text_of_word(file: bytes) -> str:
    """The text of a Word file in order, without the numbers of notes."""
    document = docx.Document(io.BytesIO(file))
    parts = [p.text for p in document.sections[0].header.paragraphs]
    for paragraph in document.element.body.iter(qn("w:p")):
        runs = [run for run in paragraph.iter(qn("w:r")) if not list(run.iter(qn("w:vertAlign")))]
        parts.append("".join(text.text or "" for run in runs for text in run.iter(qn("w:t"))))
    return " ".join(" ".join(parts).split())


def entries_of(calendar: bytes) -> list[Any]:
    """The entries of a calendar."""
    read: Any = Calendar.from_ical(calendar)
    return list(read.walk("VEVENT"))


def spans_of(calendar: bytes) -> list[tuple[str, str]]:
    """When each entry of a calendar begins and ends."""
    return [(str(entry["dtstart"].dt), str(entry["dtend"].dt)) for entry in entries_of(calendar)]

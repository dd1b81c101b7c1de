"""Writes the blocks of a paper into a Word document."""

import unicodedata
from collections.abc import Sequence
from functools import singledispatchmethod

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from advisor.messages import papers as messages
from advisor.papers.paper import Bullets, Dates, Line, Note, Paper, Paragraph, Reference, Section, Table, Verdicts
from advisor.papers.word.stationery import NOTE, TABLE

_WIDTHS = {3: (0.24, 0.44, 0.32), 5: (0.28, 0.18, 0.18, 0.18, 0.18)}
"""How columns share the page."""
_DATES = (0.2, 0.3, 0.5)


def write(paper: Paper, document: Document) -> None:
    """Puts the whole paper into an empty document."""
    _Writer(document).paper(paper)


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self._bookmarks = 0
        section = document.sections[0]
        sides = (section.page_width, section.left_margin, section.right_margin)
        page, left, right = (int(side or 0) for side in sides)
        self._room = page - left - right

    def paper(self, paper: Paper) -> None:
        """Title, sections, notes, sources, and what it rests on."""
        self._properties(paper)
        self._plain(paper.title, "Title")
        self._plain(paper.subtitle, "Subtitle")
        if all(head.text != paper.for_whom for head in self.document.sections[0].header.paragraphs):
            self._plain(paper.for_whom, "Normal")
        for section in paper.body:
            self._section(section)
        if paper.notes:
            self._plain(messages.NOTES, "Heading 1")
            self._plain(paper.about_notes, NOTE)
            for note in paper.notes:
                self._note(note)
        if paper.bibliography:
            self._plain(messages.BIBLIOGRAPHY, "Heading 1")
            for source in paper.bibliography:
                self._source(source)
        self.document.add_paragraph(style=NOTE)
        for line in paper.receipt:
            self._plain(line, NOTE)

    def _properties(self, paper: Paper) -> None:
        """Title and language; neither who wrote it nor when."""
        about = self.document.core_properties
        about.title = messages.TITLE.format(kind=paper.subtitle, name=paper.title)[:_LONGEST_PROPERTY]
        about.language = paper.language
        about.author = about.last_modified_by = about.comments = about.keywords = about.subject = about.category = ""
        about.revision = 1
        for stamp in ("dcterms:created", "dcterms:modified"):
            for found in about._element.findall(qn(stamp)):  # noqa: SLF001 -- a date cannot be unset otherwise
                about._element.remove(found)  # noqa: SLF001
        for language in self.document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), paper.language)

    def _section(self, section: Section) -> None:
        heading = self._plain(section.heading, f"Heading {section.level}")
        heading.paragraph_format.page_break_before = section.new_page or None
        for block in section.blocks:
            self._block(block)

    @singledispatchmethod
    def _block(self, block: object) -> None:
        raise TypeError(block)

    @_block.register
    def _(self, block: Paragraph) -> None:
        self._line(self.document.add_paragraph(style="Normal"), block.line)

    @_block.register
    def _(self, block: Bullets) -> None:
        for first, *others in block.items:
            last = self.document.add_paragraph(style="List Number" if block.numbered else "List Bullet")
            self._line(last, first)
            for line in others:
                # What to do stays on the page of what it is about.
                last.paragraph_format.keep_with_next = True
                last = self.document.add_paragraph(style="List Continue")
                self._line(last, line)

    @_block.register
    def _(self, block: Table) -> None:
        table = self._table(block.caption, block.header, len(block.rows), _WIDTHS[len(block.header)])
        for row, cells in zip(table.rows[1:], block.rows, strict=True):
            for cell, lines in zip(row.cells, cells, strict=True):
                self._cell(cell, lines)

    @_block.register
    def _(self, block: Verdicts) -> None:
        table = self._table(block.caption, block.header, len(block.rows), _WIDTHS[len(block.header)])
        for row, school in zip(table.rows[1:], block.rows, strict=True):
            told = [[Line(says=" ".join(one.says for one in cell))] for cell in school.cells]
            for cell, lines in zip(row.cells, [[school.name], *told], strict=True):
                self._cell(cell, lines)
                cell.paragraphs[0].paragraph_format.keep_with_next = True

    @_block.register
    def _(self, block: Dates) -> None:
        table = self._table(block.caption, block.header, len(block.events), _DATES)
        for row, event in zip(table.rows[1:], block.events, strict=True):
            cells = (Line(says=event.date_says), Line(says=event.when), event.what)
            for cell, line in zip(row.cells, cells, strict=True):
                self._cell(cell, [line])

    def _table(self, caption: str, header: Sequence[str], rows: int, widths: Sequence[float]) -> WordTable:
        """A table with its caption; its first row is repeated on every page, and no row is torn apart."""
        self._plain(caption, "Caption")
        table: WordTable = self.document.add_table(rows + 1, len(header), TABLE)
        table.autofit = False
        for column, share in zip(table.columns, widths, strict=True):
            column.width = Length(int(self._room * share))
        for number, row in enumerate(table.rows):
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001 -- python-docx has no word for either
            properties.append(OxmlElement("w:cantSplit"))
            if not number:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, share in zip(row.cells, widths, strict=True):
                cell.width = Length(int(self._room * share))
        for cell, says in zip(table.rows[0].cells, header, strict=True):
            cell.paragraphs[0].add_run(says).bold = True
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        # What comes next does not stick to the table.
        self.document.add_paragraph(style="Normal").paragraph_format.space_after = Length(0)
        return table

    def _cell(self, cell: _Cell, lines: Sequence[Line]) -> None:
        for number, line in enumerate(lines):
            self._line(cell.paragraphs[0] if not number else cell.add_paragraph(style="Normal"), line)

    def _note(self, note: Note) -> None:
        paragraph = self.document.add_paragraph(style=NOTE)
        paragraph.add_run(f"{note.number}. ")
        self._mark(paragraph, f"note_{note.number}")
        paragraph.add_run(note.says)
        for rests in note.rests:
            space = " " if paragraph.text[-1:] != " " else ""
            paragraph.add_run(space)
            if rests.source is None:
                paragraph.add_run(rests.says)
            else:
                _link(paragraph, rests.says, f"source_{rests.source}")
        _direct(paragraph, note.says)

    def _source(self, source: Reference) -> None:
        paragraph = self.document.add_paragraph(style=NOTE)
        self._mark(paragraph, f"source_{source.id}")
        if source.label:
            paragraph.add_run(f"{source.label}: ").bold = True
        paragraph.add_run(f"{source.says} {source.known}".strip())
        _direct(paragraph, source.says)

    def _plain(self, says: str, style: str) -> WordParagraph:
        paragraph = self.document.add_paragraph(says, style=style)
        _direct(paragraph, says)
        return paragraph

    def _line(self, paragraph: WordParagraph, line: Line) -> None:
        if line.label:
            paragraph.add_run(f"{line.label}: ").bold = True
        paragraph.add_run(line.says)
        for number in line.notes:
            _link(paragraph, str(number), f"note_{number}").font.superscript = True
        _direct(paragraph, line.says)

    def _mark(self, paragraph: WordParagraph, name: str) -> None:
        """A bookmark, for links to lead to."""
        self._bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._bookmarks))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), _bookmark(name))
            paragraph._p.append(mark)  # noqa: SLF001 -- python-docx has no bookmarks


_LONGEST_PROPERTY = 255
_LONGEST_BOOKMARK = 40
"""So long they may be in Word."""


def _bookmark(name: str) -> str:
    return name.replace("-", "_")[:_LONGEST_BOOKMARK]


def _link(paragraph: WordParagraph, says: str, to: str) -> Run:
    """A link to a bookmark."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _bookmark(to))
    run = paragraph.add_run(says)
    link.append(run._r)  # noqa: SLF001 -- python-docx reads such links, and cannot write them
    paragraph._p.append(link)  # noqa: SLF001
    return run


def _direct(paragraph: WordParagraph, says: str) -> None:
    """Sets a paragraph from right to left where its first letter is written so."""
    directions = (unicodedata.bidirectional(letter) for letter in says)
    first = next((direction for direction in directions if direction in ("L", "R", "AL")), "L")
    if first != "L":
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-docx knows direction of runs alone
        properties.append(OxmlElement("w:bidi"))
        for run in paragraph.runs:
            run.font.rtl = True

"""The styles that a paper is written in: ours, or those of a template."""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import papers as messages
from advisor.papers.paper import Paper
from advisor.text import did_you_mean, quoted

TABLE, NOTE = "Table Grid", "Note Text"
STYLES: Mapping[str, WD_STYLE_TYPE] = {
    **dict.fromkeys(
        (
            "Title",
            "Subtitle",
            "Heading 1",
            "Heading 2",
            "Heading 3",
            "Normal",
            "List Bullet",
            "List Number",
            "List Continue",
            "Caption",
            "Header",
            "Footer",
            NOTE,
        ),
        WD_STYLE_TYPE.PARAGRAPH,
    ),
    TABLE: WD_STYLE_TYPE.TABLE,
}
"""Every style that a paper needs. All but the one of the notes are Word's own."""
_SORTS = {WD_STYLE_TYPE.PARAGRAPH: "paragraph", WD_STYLE_TYPE.TABLE: "table"}

_INK, _SOFT, _BLUE = RGBColor(0x1B, 0x1F, 0x24), RGBColor(0x4A, 0x52, 0x5C), RGBColor(0x1F, 0x3A, 0x5F)
_FONT = "Calibri"
_LISTS = ("List Bullet", "List Number")
_SIZES = {
    "Title": 22.0,
    "Subtitle": 13.0,
    "Heading 1": 14.0,
    "Heading 2": 12.0,
    "Heading 3": 11.0,
    "Caption": 10.0,
    NOTE: 9.0,
}
_SPACE = {
    "Title": (0, 2),
    "Subtitle": (0, 2),
    "Heading 1": (14, 4),
    "Heading 2": (10, 3),
    "Heading 3": (8, 2),
    **dict.fromkeys(_LISTS, (3, 1)),
}
_SMALLER = 0.88
"""A sheet for a briefing has to fit one page."""
_GREY = "B9C0C8"


def of_template(path: Path, paper: Paper) -> Document:
    """A template without its text; styles, margins, header and footer stay.

    Raises:
        AdvisorError: it is no Word file, or lacks a style.
    """
    not_word = AdvisorError([Fault(Place(str(path)), "P02", messages.NOT_WORD)])
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise not_word from error
    if not document.sections:
        raise not_word
    if faults := list(_missing(document, path)):
        raise AdvisorError(faults)
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    _our_words_anew(document, paper)
    return document


def _our_words_anew(document: Document, paper: Paper) -> None:
    """Where the template is a paper of ours, its head and foot tell of that one; what others wrote there stays."""
    anew = dict.fromkeys(messages.AUDIENCES.values(), paper.for_whom)
    anew |= dict.fromkeys((messages.FOOT.format(kind=kind) for kind in messages.KINDS.values()), _foot(paper))
    section = document.sections[0]
    for paragraph in (*section.header.paragraphs, *section.footer.paragraphs):
        for run in paragraph.runs:
            run.text = anew.get(run.text, run.text)


def _foot(paper: Paper) -> str:
    return messages.FOOT.format(kind=paper.subtitle)


def _missing(document: Document, path: Path) -> Iterator[Fault]:
    there = {(style.name, style.type) for style in document.styles}
    for name, type_ in STYLES.items():
        if (name, type_) not in there:
            near = did_you_mean(name, [str(n) for n, t in there if t is type_])
            message = messages.STYLES_MISSING.format(sort=_SORTS[type_], style=quoted(name), near=near)
            yield Fault(Place(str(path)), "P03", message)


def our_own(paper: Paper) -> Document:
    """Our own stationery: A4, one typeface, quiet colours."""
    document = docx.Document()
    compact = paper.kind == "briefing"
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.7 if compact else 2.3)
    section.top_margin = section.bottom_margin = Cm(1.3 if compact else 2.2)
    section.header_distance = section.footer_distance = Cm(0.6 if compact else 1.1)
    styles = document.styles
    styles.add_style(NOTE, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, type_ in STYLES.items():
        style = styles[name]
        if type_ is WD_STYLE_TYPE.PARAGRAPH and isinstance(style, ParagraphStyle):
            _dress(style, compact=compact)
    _quiet(styles[TABLE].element)
    _head_and_foot(document, paper)
    return document


def _dress(style: ParagraphStyle, *, compact: bool) -> None:
    """Typeface, size, colour and room of a style."""
    name = str(style.name)
    font, room = style.font, style.paragraph_format
    font.name, font.italic = _FONT, False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [a for a in fonts.attrib if "heme" in str(a)]:
        del fonts.attrib[attribute]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    scale = _SMALLER if compact else 1.0
    font.size = Pt(round(_SIZES.get(name, 10.5) * scale * 2) / 2)
    heading = name in _SPACE and name not in _LISTS
    font.bold = (heading and name != "Subtitle") or name == "Caption"
    font.color.rgb = _BLUE if heading else _SOFT if name in ("Header", "Footer") else _INK
    before, after = _SPACE.get(name, (0, 3))
    room.space_before, room.space_after = Pt(before * (0.45 if compact else 1)), Pt(after * (0.5 if compact else 1))
    room.line_spacing = 1.0 if compact else 1.08
    room.keep_with_next = name.startswith("Heading") or name == "Caption"
    if name == "Title" and (properties := style.element.pPr) is not None:
        for border in properties.findall(qn("w:pBdr")):
            properties.remove(border)


def _quiet(style: BaseOxmlElement) -> None:
    """Thin grey lines, and a shaded first row in bold."""
    properties = parse_xml(
        f"<w:tblPr {nsdecls('w')}><w:tblBorders>"
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_GREY}"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    first = parse_xml(
        f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F5"/></w:tcPr></w:tblStylePr>'
    )
    for old in style.findall(qn("w:tblPr")):
        style.remove(old)
    style.append(properties)
    style.append(first)


def _head_and_foot(document: Document, paper: Paper) -> None:
    """For whom it is at the top of every page, what it is and the page at its foot."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.text, head.alignment = paper.for_whom, WD_PARAGRAPH_ALIGNMENT.RIGHT
    foot = section.footer.paragraphs[0]
    foot.add_run(_foot(paper))
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
    foot._p.append(field)  # noqa: SLF001 -- python-docx has no fields

"""The Word files: their structure, templates of an organisation, and how they look once LibreOffice has opened them."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from advisor.errors import AdvisorError
from advisor.papers.word import as_word
from advisor.report.audience import Audience
from tests.papers import COMPOSED, EXAMPLES, SHOWN, paper_of, text_of_word
from tests.places import COMPOSED as ALL_COMPOSED
from tests.test_papers import EVERY, KINDS

MINISTRY = COMPOSED / "ministry-behind-the-organisation.yaml"
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    OFFICE is None or shutil.which("pdftotext") is None,
    reason="LibreOffice Writer or pdftotext is not installed (Debian: libreoffice-writer-nogui, poppler-utils)",
)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A paper of ours that an organisation has made its own."""
    path = tmp_path / "ours.docx"
    path.write_bytes(as_word(paper_of(MINISTRY, "staffing")))
    document = docx.Document(str(path))
    document.sections[0].footer.paragraphs[0].text = "The Institute"
    document.save(str(path))
    return path


def test_headings_titles_and_tables_have_real_styles() -> None:
    document = docx.Document(io.BytesIO(as_word(paper_of(MINISTRY, "terms"))))
    used = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    assert {"Title", "Subtitle", "Heading 1", "List Bullet", "List Continue", "Caption", "Note Text"} <= used
    assert {table.style.name for table in document.tables if table.style is not None} == {"Table Grid"}


def test_the_first_row_of_a_table_is_repeated_on_every_page() -> None:
    document = docx.Document(io.BytesIO(as_word(paper_of(MINISTRY, "terms"))))
    assert all(len(list(table.rows[0]._tr.iter(qn("w:tblHeader")))) == 1 for table in document.tables)  # noqa: SLF001


def test_every_link_leads_to_a_bookmark() -> None:
    body = docx.Document(io.BytesIO(as_word(paper_of(MINISTRY, "memo")))).element.body
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert links
    assert links <= set(marks)
    assert len(marks) == len(set(marks))


def test_a_file_tells_its_title_and_language_and_neither_who_wrote_it_nor_when() -> None:
    file = as_word(paper_of(MINISTRY, "memo"))
    about = docx.Document(io.BytesIO(file)).core_properties
    assert about.title == "Process-design memo for those who convene: A ministry behind the organisation"
    assert (about.language, about.author, about.created, about.modified) == ("en", "", None, None)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_template_keeps_its_footer_and_loses_its_text(template: Path) -> None:
    written = as_word(paper_of(MINISTRY, "memo"), template)
    document = docx.Document(io.BytesIO(written))
    assert document.sections[0].footer.paragraphs[0].text == "The Institute"
    assert [p.text for p in document.paragraphs].count("Language staffing plan") == 0
    assert paper_of(MINISTRY, "memo").for_whom in text_of_word(written)


def test_a_paper_in_a_template_says_for_whom_it_is_though_the_template_says_otherwise(template: Path) -> None:
    document = docx.Document(str(template))
    document.sections[0].header.paragraphs[0].text = "The Institute"
    document.save(str(template))
    written = docx.Document(io.BytesIO(as_word(paper_of(MINISTRY, "memo"), template)))
    assert paper_of(MINISTRY, "memo").for_whom in [p.text for p in written.paragraphs]


def test_a_paper_of_ours_as_a_template_does_not_pass_on_for_whom_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ours.docx"
    path.write_bytes(as_word(paper_of(MINISTRY, "staffing")))
    written = docx.Document(io.BytesIO(as_word(paper_of(MINISTRY, "memo", Audience.FUNDER), path)))
    head, foot = written.sections[0].header.paragraphs[0].text, written.sections[0].footer.paragraphs[0].text
    assert head.startswith("For those who pay")
    assert foot.startswith("Process-design memo for those who convene. Page")


def test_a_template_without_a_style_is_told_which_and_where_to_look(template: Path) -> None:
    document = docx.Document(str(template))
    for name in ("Note Text", "Heading 2"):
        document.styles[name].delete()
    document.save(str(template))
    with pytest.raises(AdvisorError) as raised:
        as_word(paper_of(MINISTRY, "memo"), template)
    assert [fault.code for fault in raised.value.faults] == ["P03", "P03"]
    assert 'no paragraph style named "Heading 2"' in str(raised.value)
    assert "list of styles" in str(raised.value)


@pytest.mark.parametrize("content", [b"", b"not a Word file", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_file_is_no_template(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "it.docx"
    path.write_bytes(content)
    with pytest.raises(AdvisorError, match="P02"):
        as_word(paper_of(MINISTRY, "memo"), path)


def test_a_word_file_without_a_page_is_no_template(template: Path) -> None:
    document = docx.Document(str(template))
    body = document.element.body
    body.remove(body.sectPr)
    document.save(str(template))
    with pytest.raises(AdvisorError, match="P02"):
        as_word(paper_of(MINISTRY, "memo"), template)


def pages_of(folder: Path) -> dict[str, str]:
    """The text of each Word file in a folder as LibreOffice shows it; a form feed ends every page."""
    files = sorted(folder.glob("*.docx"))
    own = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(OFFICE), own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
    return {
        path.stem: subprocess.run(  # noqa: S603
            ["pdftotext", str(path.with_suffix(".pdf")), "-"],  # noqa: S607
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for path in files
    }


@needs_office
@pytest.mark.slow
def test_libreoffice_opens_every_paper(tmp_path: Path) -> None:
    for path, kind in EVERY:
        (tmp_path / f"{path.stem}-{kind}.docx").write_bytes(as_word(paper_of(path, kind)))
    shown = pages_of(tmp_path)
    assert len(shown) == len(SHOWN) * len(KINDS)
    for path, kind in EVERY:
        text = " ".join(shown[f"{path.stem}-{kind}"].split())
        assert paper_of(path, kind).title in text
        assert all(section.heading in text for section in paper_of(path, kind).body)


@needs_office
@pytest.mark.slow
def test_a_briefing_fits_one_page_for_every_initiative(tmp_path: Path) -> None:
    for path in [*ALL_COMPOSED, *EXAMPLES.glob("*.yaml")]:
        for audience in (Audience.TEAM, Audience.FUNDER):
            paper = paper_of(path, "briefing", audience)
            (tmp_path / f"{path.stem}-{audience}.docx").write_bytes(as_word(paper))
    longer = {name: text.count("\f") for name, text in pages_of(tmp_path).items() if text.count("\f") != 1}
    assert longer == {}


@needs_office
def test_libreoffice_opens_a_briefing_on_one_page(tmp_path: Path) -> None:
    (tmp_path / "it.docx").write_bytes(as_word(paper_of(MINISTRY, "briefing")))
    assert pages_of(tmp_path)["it"].count("\f") == 1

"""`advisor report` as people call it."""

import json
from pathlib import Path

import docx
import pytest

from tests.papers import COMPOSED
from tests.running import advisor

LAWMAKERS = COMPOSED / "lawmakers-at-a-university.yaml"


@pytest.mark.parametrize("ending", ["docx", "html", "md", "json", "ics"])
def test_the_ending_of_the_file_says_the_format(ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"memo.{ending}"
    ran = advisor("report", LAWMAKERS, "-o", out)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("Process-design memo")
    assert out.stat().st_size > 0
    assert out.stat().st_mode & 0o077 == 0


def test_two_calls_write_the_same_bytes(tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.docx" for n in range(2)]
    for out in files:
        assert advisor("report", LAWMAKERS, "-o", out, "--paper", "expectations").code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_expectations_are_for_the_funder_unless_somebody_else_is_named(tmp_path: Path) -> None:
    out = tmp_path / "it.json"
    advisor("report", LAWMAKERS, "--paper", "expectations", "-o", out)
    usual = json.loads(out.read_text())["audience"]
    advisor("report", LAWMAKERS, "--paper", "expectations", "--audience", "team", "-o", out, "--overwrite")
    assert (usual, json.loads(out.read_text())["audience"]) == ("funder", "team")


def test_a_file_that_somebody_has_worked_on_is_not_overwritten_unasked(tmp_path: Path) -> None:
    out = tmp_path / "memo.md"
    out.write_text("our own words")
    ran = advisor("report", LAWMAKERS, "-o", out)
    assert (ran.code, out.read_text()) == (2, "our own words")
    assert "P05" in ran.err
    assert advisor("report", LAWMAKERS, "-o", out, "--overwrite").code == 0
    assert out.read_text().startswith("# Lawmakers at a university")


@pytest.mark.parametrize("name", ["memo.txt", "memo", "memo.doc"])
def test_an_unknown_format_is_told_with_those_that_there_are(name: str, tmp_path: Path) -> None:
    ran = advisor("report", LAWMAKERS, "-o", tmp_path / name)
    assert ran.code == 2
    assert "P01 A paper cannot be written in this format. Expected .docx, .html, .md, .json or .ics." in ran.err


def test_a_template_goes_with_word_alone(tmp_path: Path) -> None:
    template = tmp_path / "ours.docx"
    docx.Document().save(str(template))
    ran = advisor("report", LAWMAKERS, "-o", tmp_path / "memo.html", "--template", template)
    assert (ran.code, "P01" in ran.err, (tmp_path / "memo.html").exists()) == (2, True, False)


def test_a_template_that_lacks_a_style_leaves_nothing_behind(tmp_path: Path) -> None:
    template = tmp_path / "ours.docx"
    docx.Document().save(str(template))
    ran = advisor("report", LAWMAKERS, "-o", tmp_path / "memo.docx", "--template", template)
    assert (ran.code, (tmp_path / "memo.docx").exists()) == (2, False)
    assert 'P03 The template has no paragraph style named "Note Text".' in ran.err


def test_a_paper_of_ours_serves_as_a_template(tmp_path: Path) -> None:
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    assert advisor("report", LAWMAKERS, "-o", first).code == 0
    assert advisor("report", LAWMAKERS, "-o", second, "--paper", "terms", "--template", first).code == 0
    assert "Terms of reference for the mediation team" in [p.text for p in docx.Document(str(second)).paragraphs]


def test_a_missing_folder_is_told_and_no_traceback(tmp_path: Path) -> None:
    ran = advisor("report", LAWMAKERS, "-o", tmp_path / "nowhere" / "memo.md")
    assert (ran.code, "Traceback" in ran.err) == (2, False)

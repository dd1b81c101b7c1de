"""Text from a file can carry markup of every sort; no paper lets it through, and Word opens what is written."""

import io
import re
from pathlib import Path
from typing import get_args

import docx
import pytest

from advisor.model.advice import PaperKind
from advisor.papers.calendar import as_calendar
from advisor.papers.html import as_html
from advisor.papers.markdown import as_markdown
from advisor.papers.word import as_word
from tests import papers
from tests.papers import paper_of

KINDS: tuple[PaperKind, ...] = get_args(PaperKind)
LONG = "x" * 10_000
NAMES = {
    "a tag": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    "an attribute": ('\\"><img src=x onerror=alert(1)>', '"><img src=x onerror=alert(1)>'),
    "a formula": ('=HYPERLINK(\\"http://x.example\\")', '=HYPERLINK("http://x.example")'),
    "the end of CDATA": ("a]]>b", "a]]>b"),
    "what no XML may hold": ("a\\x01b\\uFFFEc\\uFFFF", "a<U+0001>b<U+FFFE>c<U+FFFF>"),
    "marks that turn a line around": ("a\\u202Etxt.exe\\u2066", "a<U+202E>txt.exe<U+2066>"),
    "a link of Markdown": ("[x](javascript:alert(1)) **b** `c` | d", "[x](javascript:alert(1)) **b** `c` | d"),
    "a heading of Markdown": ("# y", "# y"),
    "a list of Markdown": ("1. y", "1. y"),
    "lines": ("a\\n\\n# b\\n- c", "a # b - c"),
    "a template": ("{{ 7 * 7 }} {% raw %}", "{{ 7 * 7 }} {% raw %}"),
    "another script": ("مركز الحوار", "مركز الحوار"),
    "ten thousand letters": (LONG, LONG),
}


@pytest.fixture(scope="module", params=list(NAMES.values()), ids=list(NAMES))
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An initiative file full of such names, and how they are shown."""
    written, shown = request.param
    path = tmp_path_factory.mktemp("hostile") / "it.yaml"
    path.write_text(
        f"""\
initiative: "{written}"
years: "{written}"
answers:
  stage: running
  activity: talks
  goals: {{only: [relationships, agreement]}}
  conflict: within_state
  first_meeting: 2026-03
  horizon_years: 2
  followup_months: 1
  sides:
    only:
      - {{id: a, name: "{written}", capacity: {{only: [influential]}}, languages: {{only: [Dari]}}, at_ease: some}}
      - {{id: b, name: "{written}", capacity: {{only: [mandated]}}, languages: {{only: [Dari]}}}}
  third_parties: {{only: [{{id: one, name: "{written}", kind: ngo, leads: yes, political: no}}]}}
  team: {{only: [{{id: m, name: "{written}", role: lead, standing: {{only: [insider_partial]}}, knows_codes: no}}]}}
""",
        encoding="utf-8",
    )
    return path, shown


def test_a_page_shows_it_as_it_stands_and_takes_none_of_it_for_markup(case: tuple[Path, str]) -> None:
    path, shown = case
    for kind in KINDS:
        page = as_html(paper_of(path, kind))
        tags = papers.tags_of(page)
        assert shown in papers.text_of_html(page)
        assert {tag for tag, _ in tags} & {"script", "img"} == set()
        assert [name for _, attributes in tags for name in attributes if name.startswith("on")] == []


def test_markdown_shows_it_as_it_stands_and_takes_none_of_it_for_markup(case: tuple[Path, str]) -> None:
    path, shown = case
    for kind in KINDS:
        page = papers.rendered(as_markdown(paper_of(path, kind)))
        assert shown in papers.text_of_html(page)
        assert {tag for tag, _ in papers.tags_of(page)} & {"script", "img", "a", "code", "em"} == set()


def test_word_shows_it_as_it_stands(case: tuple[Path, str]) -> None:
    path, shown = case
    for kind in KINDS:
        file = as_word(paper_of(path, kind))
        assert shown in papers.text_of_word(file)
        assert docx.Document(io.BytesIO(file)).core_properties.title.startswith(paper_of(path, kind).subtitle)


def test_a_calendar_names_nobody_since_it_is_copied_to_many_machines(case: tuple[Path, str]) -> None:
    path, shown = case
    written = as_calendar(paper_of(path, "memo"))
    assert papers.entries_of(written)
    assert shown not in written.decode()


def test_arabic_is_set_from_right_to_left_in_word(tmp_path: Path) -> None:
    path = tmp_path / "it.yaml"
    path.write_text('initiative: "مركز الحوار"\nanswers: {}\n', encoding="utf-8")
    title = docx.Document(io.BytesIO(as_word(paper_of(path, "memo")))).paragraphs[0]
    assert re.search("<w:bidi/>", title._p.xml)  # noqa: SLF001 -- python-docx has no word for it

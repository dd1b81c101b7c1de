"""Papers tell the same in every format, say nothing twice, and are the same bytes for the same file."""

import json
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from advisor.errors import AdvisorError
from advisor.model.advice import PaperKind
from advisor.papers.calendar import as_calendar
from advisor.papers.formats import FORMATS
from advisor.papers.html import as_html
from advisor.papers.markdown import as_markdown
from advisor.papers.paper import Bullets, Dates, Paper
from advisor.papers.word import as_word
from advisor.report.audience import Audience
from tests import papers
from tests.papers import COMPOSED, EXAMPLES, SHOWN, paper_of, texts
from tests.places import COMPOSED as ALL_COMPOSED
from tests.places import INITIATIVES

KINDS: tuple[PaperKind, ...] = get_args(PaperKind)
LAWMAKERS = COMPOSED / "lawmakers-at-a-university.yaml"
MINISTRY = COMPOSED / "ministry-behind-the-organisation.yaml"
EVERY = [(path, kind) for path in SHOWN for kind in KINDS]
every_paper = pytest.mark.parametrize(("path", "kind"), EVERY, ids=[f"{path.stem}-{kind}" for path, kind in EVERY])


def told_in_order(wanted: Paper, text: str) -> None:
    """Every text of a paper stands in the text, in the order of the paper."""
    place = 0
    for says in texts(wanted):
        found = text.find(says, place)
        assert found >= 0, f"{says!r} is missing after {text[max(0, place - 80) : place]!r}"
        place = found


@every_paper
def test_a_page_tells_all_of_a_paper_in_order(path: Path, kind: PaperKind) -> None:
    told_in_order(paper_of(path, kind), papers.text_of_html(as_html(paper_of(path, kind))))


@every_paper
def test_markdown_tells_all_of_a_paper_in_order(path: Path, kind: PaperKind) -> None:
    told_in_order(paper_of(path, kind), papers.text_of_markdown(as_markdown(paper_of(path, kind))))


@every_paper
def test_a_word_file_tells_all_of_a_paper(path: Path, kind: PaperKind) -> None:
    text = papers.text_of_word(as_word(paper_of(path, kind)))
    missing = [says for says in texts(paper_of(path, kind)) if says not in text]
    assert missing == []


@every_paper
def test_json_is_the_paper(path: Path, kind: PaperKind) -> None:
    written = FORMATS[".json"](paper_of(path, kind), None)
    assert Paper.model_validate(json.loads(written), strict=False) == paper_of(path, kind)


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_paper_gives_the_same_bytes(ending: str) -> None:
    paper = paper_of(LAWMAKERS, "memo")
    again = paper.model_copy(deep=True)
    assert FORMATS[ending](paper, None) == FORMATS[ending](again, None)


ANY = [*INITIATIVES, *ALL_COMPOSED]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", ANY, ids=[path.stem for path in ANY])
def test_no_paper_gives_the_same_advice_twice(path: Path, kind: PaperKind) -> None:
    paper = paper_of(path, kind)
    items = [
        tuple(line.says for line in item)
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Bullets)
        for item in block.items
    ]
    assert sorted(items) == sorted(set(items))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", ANY, ids=[path.stem for path in ANY])
def test_every_note_is_referred_to_and_every_source_cited(path: Path, kind: PaperKind) -> None:
    paper = paper_of(path, kind)
    dumped = json.dumps([section.model_dump() for section in paper.sections])
    numbers = {n for n in range(1, len(paper.notes) + 1) if f"[{n}]" in dumped.replace(" ", "")}
    assert numbers == {note.number for note in paper.notes}
    assert {r.source for note in paper.notes for r in note.rests if r.source} == {s.id for s in paper.bibliography}


def test_the_first_page_of_a_memo_tells_what_matters_most_and_the_rest_begins_on_a_page_of_its_own() -> None:
    paper = paper_of(MINISTRY, "memo")
    headings = [section.heading for section in paper.sections]
    turned = [section.heading for section in paper.sections if section.new_page]
    front = ["What it is", "Before anything else", "What matters most", "Find out next"]
    assert (headings[:4], turned) == (front, headings[4:5])


def test_a_bibliography_says_which_sources_are_known_only_through_the_brief() -> None:
    known = {source.id: source.known for source in paper_of(MINISTRY, "memo").bibliography}
    assert known["mapendere-2005"] == "Known to us only through the issue brief."
    assert known["brief-2022"] == ""


def test_what_is_over_needs_no_team() -> None:
    paper = paper_of(EXAMPLES / "aceh-2005.yaml", "terms")
    assert [section.heading for section in paper.sections] == ["What it is"]


def test_terms_of_reference_name_each_role_and_who_fills_it() -> None:
    told = list(texts(paper_of(MINISTRY, "terms")))
    assert "Knows the language and the codes of the place (essential)" in told
    assert "The director, mediates and has been called fair" in told


def test_an_expectation_sheet_tells_stances_dates_and_what_to_settle() -> None:
    headings = [section.heading for section in paper_of(MINISTRY, "expectations").sections]
    wanted = {
        "Reasonable to expect",
        "Possible, but not in the hands of those who organise",
        "Do not expect",
        "Cannot be known",
        "How to know",
        "Reporting, time, review and exit",
        "Timeline",
    }
    assert wanted <= set(headings)


def test_a_paper_for_others_says_what_it_leaves_out() -> None:
    paper = paper_of(MINISTRY, "expectations", Audience.FUNDER)
    assert paper.for_whom.startswith("For those who pay")
    assert paper.body[-1].heading == "What is not told here"
    assert all(what.lower() in papers.text_of_html(as_html(paper)).lower() for what in paper.withheld)


def test_a_paper_names_the_rules_and_the_answers_it_rests_on() -> None:
    told = paper_of(MINISTRY, "briefing").receipt
    assert [line.partition(":")[0] for line in told] == ["Rules", "Answers"]


def test_an_entry_of_the_calendar_spans_the_month_that_is_known() -> None:
    spans = papers.spans_of(as_calendar(paper_of(LAWMAKERS, "expectations")))
    assert spans[:2] == [("2026-04-01", "2026-05-01"), ("2026-10-01", "2026-11-01")]


def test_an_entry_of_the_calendar_spans_the_year_where_no_month_is_known() -> None:
    dated = paper_of(COMPOSED / "the-circle-that-stayed.yaml", "memo")
    days = {e.date for s in dated.sections for b in s.blocks if isinstance(b, Dates) for e in b.events}
    assert "2029" in days
    assert ("2029-01-01", "2030-01-01") in papers.spans_of(as_calendar(dated))


def test_entries_of_the_calendar_differ_in_what_identifies_them() -> None:
    names = [str(entry["uid"]) for entry in papers.entries_of(as_calendar(paper_of(LAWMAKERS, "memo")))]
    assert len(set(names)) == len(names) == 5


def test_a_paper_without_a_known_date_gives_no_calendar() -> None:
    with pytest.raises(AdvisorError, match="no calendar"):
        as_calendar(paper_of(MINISTRY, "terms"))


def test_headings_of_a_page_never_skip_a_level() -> None:
    for path in SHOWN:
        tags = papers.tags_of(as_html(paper_of(path, "memo")))
        levels = [int(tag[1]) for tag, _ in tags if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()]
        assert levels.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_a_page_asks_nothing_of_the_network_and_allows_no_script() -> None:
    page = as_html(paper_of(LAWMAKERS, "memo"))
    tags = papers.tags_of(page)
    policy = next(a["content"] for tag, a in tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "form"} == set()
    assert all((a.get("href") or "#").startswith("#") for _, a in tags)

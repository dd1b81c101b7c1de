"""No paper, page or file for others tells anything that a sensitive answer could show, in any format."""

import io
import random
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from advisor.errors import AdvisorError
from advisor.funders.files import Proposal, read_claims, read_profiles
from advisor.funders.forms import FORMS as JUDGED
from advisor.funders.judged import expected
from advisor.funders.plain import expectations_as_text
from advisor.funders.results import GRAVITY, Expected, Judgement
from advisor.initiative.initiative import Initiative
from advisor.logic.answers import Answer, Held, Item, Items
from advisor.model.advice import PaperKind
from advisor.papers.build import KINDS, build
from advisor.papers.formats import FORMATS
from advisor.report.assess import assess_for
from advisor.report.audience import Audience
from advisor.report.forms import FORMS
from tests.audiences import KEY, MARK, engine, read, with_marks_everywhere, with_other_sensitive_answers
from tests.places import COMPOSED, INITIATIVES, OF_EVERY_SORT, PROFILES
from tests.running import advisor

OTHERS = (Audience.FUNDER, Audience.PUBLIC)
A_FEW = ("aceh-2005", "families-abroad", "lawmakers-at-a-university")
SOME = [
    pytest.param(path, id=path.stem, marks=() if path.stem in A_FEW else pytest.mark.slow)
    for path in (*INITIATIVES, *COMPOSED)
]
CHANGES = 2
"""So many times are the sensitive answers of each initiative drawn anew."""


@cache
def promises() -> tuple[Proposal, Items]:
    """Promises of every sort, and two funders."""
    questions, anything = engine().rulebook.questions, read(COMPOSED[0])
    claims = read_claims(OF_EVERY_SORT / "claims.yaml", questions, anything)
    return claims, read_profiles(PROFILES[:2], questions, anything)


def held_against(initiative: Initiative, audience: Audience) -> Expected:
    about = assess_for(engine(), initiative, audience, key=KEY)
    return expected(engine(), initiative, about, *promises())


def everything(
    initiative: Initiative, audience: Audience, proposal: Proposal, funders: Items
) -> Iterator[tuple[str, bytes]]:
    """Whatever can be written for an audience, by its name."""
    assessment = assess_for(engine(), initiative, audience, key=KEY)
    told = expected(engine(), initiative, assessment, proposal, funders)
    yield from ((f"assess {name}", form.written(assessment).encode()) for name, form in FORMS.items())
    yield from ((f"expect {name}", form.written(told).encode()) for name, form in JUDGED.items())
    yield "expect", expectations_as_text(assessment, with_reasons=True).encode()
    for kind in KINDS:
        paper = build(assessment, kind, told if kind == "expectations" else None)
        for ending, write in FORMATS.items():
            try:
                yield f"{kind}{ending}", write(paper, None)
            except AdvisorError as error:
                assert [fault.code for fault in error.faults] == ["P04"]  # noqa: PT017 -- nothing is dated


def searched(data: bytes) -> bytes:
    """All that a file holds, in whatever parts and lines its format cuts it, in small letters."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [*(name.encode() for name in packed.namelist()), *map(packed.read, packed.namelist())]
        data = b"\n".join((*parts, *(re.sub(rb"<[^>]*>", b"", part) for part in parts)))
    return (data + data.replace(b"\r\n ", b"") + data.replace(b"\\", b"")).lower()


def with_mark(items: Items) -> Items:
    """Items whose own words, notes and holders of views bear the mark, but for their names."""

    def marked(item: Item) -> Item:
        answers = {
            name: replace(answer, note=MARK, held=tuple(replace(held, by=MARK) for held in answer.held))
            for name, answer in item.answers.items()
        }
        return Item(item.id, answers)

    return replace(items, items=tuple(map(marked, items.items)), note=MARK)


def with_marked_names(items: Items) -> Items:
    """Items with marks in their ids and names, too."""
    name = Answer((Held(frozenset((f"{MARK} name",))),))
    marked = with_mark(items)
    named = (Item(f"{MARK}-{item.id}", {**item.answers, "name": name}) for item in marked.items)
    return replace(marked, items=tuple(named))


@pytest.mark.parametrize("audience", OTHERS)
@pytest.mark.parametrize("path", SOME)
def test_no_mark_reaches_others_in_any_format(path: Path, audience: Audience) -> None:
    proposal, funders = promises()
    marks = with_mark if audience is Audience.FUNDER else with_marked_names
    title = proposal.title if audience is Audience.FUNDER else MARK
    promised = (Proposal(title, marks(proposal.claims)), marks(funders))
    found = dict(everything(with_marks_everywhere(read(path)), audience, *promised))
    assert len(found) >= len(FORMS) + len(JUDGED) + len(KINDS) * (len(FORMATS) - 1)
    assert [name for name, data in found.items() if MARK.encode() in searched(data)] == []


def test_the_marks_can_be_found_in_every_format_that_the_team_gets() -> None:
    (path,) = (one for one in COMPOSED if one.stem == "lawmakers-at-a-university")
    initiative = with_marks_everywhere(read(path))
    found = dict(everything(initiative, Audience.TEAM, *promises()))
    without = {name for name, data in found.items() if MARK.encode() not in searched(data)}
    assert {f"memo{ending}" for ending in FORMATS if ending != ".ics"}.isdisjoint(without)
    assert {f"expect {name}" for name in JUDGED}.isdisjoint(without)


@pytest.mark.parametrize("path", SOME)
def test_other_sensitive_answers_change_no_byte_of_any_format(path: Path) -> None:
    initiative, chance = read(path), random.Random(path.stem)
    changed = with_other_sensitive_answers(initiative, chance)
    assert changed != initiative
    for audience in OTHERS:
        before, after = (dict(everything(one, audience, *promises())) for one in (initiative, changed))
        assert before.keys() == after.keys()
        assert [name for name in before if before[name] != after[name]] == []


# What others are told of promises is true, and says where more may be so


def gravity(judgement: Judgement | None) -> int:
    return len(GRAVITY) if judgement is None else GRAVITY.index(judgement)


@pytest.mark.parametrize("path", SOME)
def test_where_a_sensitive_answer_makes_a_judgement_graver_others_read_that_it_may_be(path: Path) -> None:
    initiative, chance = read(path), random.Random(path.stem)
    told = [{c.id: c for c in held_against(initiative, audience).claims} for audience in OTHERS]
    numbered = dict(zip(told[0], told[1], strict=True))
    for changed in (initiative, *(with_other_sensitive_answers(initiative, chance) for _ in range(CHANGES))):
        for claim in held_against(changed, Audience.TEAM).claims:
            firm = claim.beyond_dispute if claim.disputed else claim.judgement
            for others in (told[0][claim.id], told[1][numbered[claim.id]]):
                assert others.not_told or gravity(firm) >= gravity(others.judgement), claim.id
                assert {one.id for one in others.reasons} <= {one.id for one in claim.reasons}


@pytest.mark.parametrize("path", SOME)
def test_where_a_sensitive_answer_decides_a_demand_others_read_that_it_is_not_told(path: Path) -> None:
    initiative, chance = read(path), random.Random(path.stem)
    for changed in (initiative, with_other_sensitive_answers(initiative, chance)):
        of_funder, of_team = (held_against(changed, audience).funders for audience in (Audience.FUNDER, Audience.TEAM))
        for told, known in zip(of_funder, of_team, strict=True):
            not_told = {one.id for one in told.not_told}
            for met in (True, False):
                theirs = {one.id for one in (known.met if met else known.unmet)}
                assert theirs <= {one.id for one in (told.met if met else told.unmet)} | not_told
            more = {one.id for one in known.clashes if not one.disputed} - {one.id for one in told.clashes}
            assert told.more_not_told or not more


@pytest.mark.parametrize("kind", ["terms", "staffing"])
def test_others_are_not_told_that_nobody_is_needed_where_they_are_not_told_who_is(kind: PaperKind) -> None:
    (path,) = (one for one in COMPOSED if one.stem == "lawmakers-at-a-university")
    written = FORMATS[".md"](build(assess_for(engine(), read(path), Audience.PUBLIC, key=KEY), kind), None).decode()
    assert "\n\nNot told here.\n" in written
    assert "From what is known so far" not in written


# As people call it


def test_a_call_judges_for_others() -> None:
    (path,) = (one for one in COMPOSED if one.stem == "old-colleagues")
    claims = OF_EVERY_SORT.parent / "old-colleagues.yaml"
    ran = {
        audience: advisor("expect", path, "--claims", claims, "--funder", PROFILES[0], "--audience", audience.value)
        for audience in Audience
    }
    assert {one.code for one in ran.values()} == {0}
    assert "Old colleagues" in ran[Audience.TEAM].out
    assert "The group writes six papers." in ran[Audience.FUNDER].out
    assert "It may be graver than is told here." in ran[Audience.FUNDER].out
    assert "It may be graver than is told here." not in ran[Audience.TEAM].out
    assert "The group writes six papers." not in ran[Audience.PUBLIC].out
    assert "Proposals for the two governments" not in ran[Audience.PUBLIC].out
    for audience in OTHERS:
        assert "Left out, whatever the answers are:" in ran[audience].out
        assert "Old colleagues" not in ran[audience].out


def test_the_public_is_neither_asked_nor_advised_anything() -> None:
    told = held_against(read(COMPOSED[0]), Audience.PUBLIC)
    assert not any(claim.open or claim.not_said or claim.could_be for claim in told.claims)
    assert not any(one.ask for claim in told.claims for one in claim.reasons)
    assert not any(funder.open or funder.not_said or funder.unknown for funder in told.funders)
    assert not any(funder.clashes for funder in told.funders)


def test_what_to_expect_is_told_to_others_without_names() -> None:
    ran = advisor("expect", COMPOSED[0], "--audience", "public")
    assert (ran.code, "Left out, whatever the answers are:" in ran.out) == (0, True)


def test_json_for_others_keeps_to_its_schema_and_names_its_readers() -> None:
    ran = advisor("expect", COMPOSED[0], "--audience", "funder", "--json")
    assert '"audience": "funder"' in ran.out


def promised_in(tmp_path: Path, *call: str | Path) -> Mapping[str, object]:
    out = tmp_path / "sheet.md"
    ran = advisor("report", *call, "-o", out)
    return {"code": ran.code, "told": out.read_text() if out.exists() else "", "err": ran.err}


def test_the_sheet_tells_each_promise_and_each_demand_with_notes(tmp_path: Path) -> None:
    (path,) = (one for one in COMPOSED if one.stem == "old-colleagues")
    claims = OF_EVERY_SORT.parent / "old-colleagues.yaml"
    call = (path, "--paper", "expectations", "--claims", claims, "--funder", PROFILES[1])
    sheet = str(promised_in(tmp_path, *call)["told"])
    assert "### Promise 1: Reasonable" in sheet
    assert "“The group writes six papers.”" in sheet
    for label in ("Words that can be kept", "Measure", "Ask the convener", "Next"):
        assert f"**{label}:**" in sheet
    assert sheet.index("What the proposal promises") < sheet.index("What the fund for quick results expects")
    assert re.search(r"They can be counted\. \\\[\d+\\\]", sheet)


def test_promises_go_with_the_expectation_sheet_alone(tmp_path: Path) -> None:
    told = promised_in(tmp_path, COMPOSED[0], "--funder", PROFILES[0])
    assert (told["code"], told["told"]) == (2, "")
    assert "P06 --claims and --funder go with the expectation sheet" in str(told["err"])

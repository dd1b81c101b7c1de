"""The rulebook on the screen: searching it, reading it, following what hangs together."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from advisor.engine.run import Engine
from advisor.logic.answers import Answer, Held
from advisor.report.rulebook.lookup import RulebookPages, targets_of
from advisor.report.rulebook.page import Sort, Target
from advisor.rulebook.loader import load_rulebook
from advisor.tui.app import AdvisorApp
from advisor.tui.home import HomeScreen
from advisor.tui.proof import ProofScreen
from advisor.tui.rules import RulesScreen
from advisor.tui.rulespage import PageView
from advisor.tui.rulestree import RulesTree
from tests.bundled import bundled_rulebook
from tests.layers import layer_on
from tests.places import ROOT
from tests.screens import Screens, flat, press, screens, text, type_in, until
from tests.small import SMALL_RULES

RULEBOOK = bundled_rulebook()
PAGES = RulebookPages(RULEBOOK)
TRACK_15 = Target(Sort.FINDING, "mapendere/track-1.5")


@asynccontextmanager
async def rulebook(path: Path | None = None, size: tuple[int, int] = (100, 40)) -> AsyncIterator[Screens]:
    """The rulebook, with the contents in focus."""
    async with screens(path, size) as pilot:
        await press(pilot, "f5")
        await until(pilot, lambda: isinstance(pilot.app.screen, RulesScreen))
        await until(pilot, lambda: isinstance(pilot.app.focused, RulesTree) and bool(on_page(pilot)))
        yield pilot


def rules(pilot: Screens) -> RulesScreen:
    screen = pilot.app.screen
    assert isinstance(screen, RulesScreen)
    return screen


def page(pilot: Screens) -> PageView:
    return rules(pilot).query_one(PageView)


def on_page(pilot: Screens) -> list[str]:
    """The lines of the page, whether or not there is room for them."""
    return ["".join(piece if isinstance(piece, str) else piece[0] for piece in row.pieces) for row in page(pilot).rows]


async def open_page(pilot: Screens, target: Target) -> None:
    rules(pilot).open(target)
    await pilot.pause(0)
    assert on_page(pilot)[0] == rules(pilot).pages.page(target).title


async def mark(pilot: Screens, words: str) -> None:
    """Goes to a line of the page with the arrow keys."""
    page(pilot).focus()
    await until(pilot, lambda: pilot.app.focused is page(pilot))
    at = next(number for number, line in enumerate(on_page(pilot)) if words in line)
    for _ in range(len(on_page(pilot))):
        if page(pilot).highlighted == at:
            return
        await press(pilot, "down")
    raise AssertionError(words)


async def test_it_is_read_from_the_first_page_with_no_initiative_open() -> None:
    async with screens() as pilot:
        await press(pilot, *["down"] * 5, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RulesScreen))
        await until(pilot, lambda: "Montville" in text(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.slow)], ids=["every seventh", "all"])
async def test_everything_opens_and_says_what_it_is_in_words(step: int) -> None:
    targets = list(targets_of(RULEBOOK))[::step]
    assert {target.sort for target in targets} == set(Sort)
    async with rulebook(size=(60, 20)) as pilot:
        for target in targets:
            await open_page(pilot, target)
            known = PAGES.page(target)
            shown = on_page(pilot)
            assert all(any(fact.says in line for line in shown) for fact in known.facts), target
            assert all(section.title in shown for section in known.sections), target


async def test_a_finding_stands_in_plain_english_and_as_it_is_written() -> None:
    async with rulebook() as pilot:
        await open_page(pilot, TRACK_15)
        shown = on_page(pilot)
        assert any(line.startswith("In the file rules/schools/2-mapendere.yaml, line ") for line in shown)
        assert "kind: verdict" in shown
        assert 'track: "1.5"' in shown


async def test_searching_finds_a_finding_by_a_word_of_its_statement() -> None:
    async with rulebook() as pilot:
        await press(pilot, "slash")
        await type_in(pilot, "non-political")
        await until(pilot, lambda: "A non-political third party works with people" in flat(pilot))
        await press(pilot, "enter", "enter")
        await until(pilot, lambda: pilot.app.focused is page(pilot))
        assert on_page(pilot)[0] == PAGES.page(TRACK_15).title


async def test_enter_after_searching_goes_to_what_was_found_and_down_and_enter_open_the_second() -> None:
    async with rulebook() as pilot:
        await press(pilot, "slash")
        await type_in(pilot, "montville", "enter")
        await until(pilot, lambda: pilot.app.focused is rules(pilot).query_one("#found"))
        first = on_page(pilot)[0]
        await press(pilot, "down", "enter")
        await until(pilot, lambda: pilot.app.focused is page(pilot))
        assert on_page(pilot)[0] != first


async def test_a_school_stands_as_it_is_written_too() -> None:
    async with rulebook() as pilot:
        await open_page(pilot, Target(Sort.SCHOOL, "mapendere"))
        shown = on_page(pilot)
        assert "In the file rules/schools/2-mapendere.yaml, line 1" in " ".join(shown)
        assert "school: mapendere" in shown


async def test_what_was_found_can_be_gone_through_and_is_shown_beside_it() -> None:
    async with rulebook() as pilot:
        await press(pilot, "slash")
        await type_in(pilot, "montville", "down")
        await until(pilot, lambda: pilot.app.focused is rules(pilot).query_one("#found"))
        first = on_page(pilot)[0]
        await press(pilot, "down")
        await until(pilot, lambda: on_page(pilot)[0] != first)


async def test_what_nothing_has_is_not_found_and_escape_leads_back_to_the_contents() -> None:
    async with rulebook() as pilot:
        await press(pilot, "slash")
        await type_in(pilot, "zeppelin")
        await until(pilot, lambda: "Nothing has all these words." in text(pilot))
        await press(pilot, "enter", "escape")
        await until(pilot, lambda: isinstance(pilot.app.focused, RulesTree))
        assert rules(pilot).query_one("#search", Input).value == ""
        assert "Schools" in text(pilot)


async def test_where_very_much_is_found_it_says_how_much() -> None:
    async with rulebook() as pilot:
        await press(pilot, "slash")
        await type_in(pilot, "a")
        await until(pilot, lambda: "found; the first 100:" in text(pilot))
        assert rules(pilot).query_one("#found", OptionList).option_count == 100


async def test_a_reference_is_followed_and_escape_goes_back_to_where_it_stood() -> None:
    async with rulebook() as pilot:
        await open_page(pilot, TRACK_15)
        await mark(pilot, "Every side is officially represented.")
        before = page(pilot).highlighted
        await press(pilot, "enter")
        await until(pilot, lambda: on_page(pilot)[0] == "Every side is officially represented.")
        await press(pilot, "escape")
        await until(pilot, lambda: on_page(pilot)[0] == PAGES.page(TRACK_15).title)
        assert page(pilot).highlighted == before
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Who says so: ", "Mapendere: Track One and a Half"),
        ("Source: ", PAGES.page(Target(Sort.SOURCE, "mapendere-2005")).title),
        ("What do the people involved do together?", "What do the people involved do together?"),
    ],
)
async def test_school_source_and_question_can_be_followed_too(line: str, title: str) -> None:
    async with rulebook() as pilot:
        await open_page(pilot, TRACK_15)
        await mark(pilot, line)
        await press(pilot, "enter")
        await until(pilot, lambda: on_page(pilot)[0] == title)


async def test_the_contents_show_where_one_is_after_a_reference_was_followed() -> None:
    async with rulebook() as pilot:
        await open_page(pilot, TRACK_15)
        await mark(pilot, "People talk with one another, are heard, or settle disputes")
        await press(pilot, "enter")
        tree = rules(pilot).query_one(RulesTree)
        await until(pilot, lambda: tree.cursor_node is tree.known[Target(Sort.FINDING, "table/dialogue")])


async def test_without_an_initiative_nothing_is_said_of_how_it_stands() -> None:
    async with rulebook() as pilot:
        await open_page(pilot, TRACK_15)
        assert not any(line.startswith("In this initiative") for line in on_page(pilot))


async def test_with_an_initiative_open_a_finding_says_how_it_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text("initiative: Talks\nanswers: {activity: talks}\n")
    async with rulebook(path) as pilot:
        await open_page(pilot, Target(Sort.FINDING, "table/dialogue"))
        assert "In this initiative: + fits" in on_page(pilot)
        await open_page(pilot, TRACK_15)
        assert "In this initiative: ? open" in on_page(pilot)


async def test_with_parts_a_finding_says_where_it_stands_how(tmp_path: Path) -> None:
    path = tmp_path / "oslo.yaml"
    path.write_text((ROOT / "rules" / "examples" / "oslo-1993.yaml").read_text())
    async with rulebook(path) as pilot:
        await open_page(pilot, Target(Sort.FINDING, "montville/track-i"))
        assert "+ yes: Official negotiation" in on_page(pilot)
        assert any(line.endswith(" no: Exploration with two academics") for line in on_page(pilot))
        assert any(line.endswith(": throughout") for line in on_page(pilot))


async def test_how_a_finding_stands_leads_to_its_proof_and_back(tmp_path: Path) -> None:
    path = tmp_path / "oslo.yaml"
    path.write_text((ROOT / "rules" / "examples" / "oslo-1993.yaml").read_text())
    async with rulebook(path) as pilot:
        await open_page(pilot, Target(Sort.FINDING, "montville/track-i"))
        await mark(pilot, "+ yes: Official negotiation")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen))
        await until(pilot, lambda: "Official negotiation" in flat(pilot))
        await press(pilot, "escape")
        assert on_page(pilot)[0] == PAGES.page(Target(Sort.FINDING, "montville/track-i")).title


async def test_a_finding_about_nobody_who_is_listed_says_nothing_of_how_it_stands(tmp_path: Path) -> None:
    finding = next(f for f in RULEBOOK.findings.values() if f.for_each == "sides")
    path = tmp_path / "talks.yaml"
    path.write_text("initiative: Talks\n")
    async with rulebook(path) as pilot:
        await open_page(pilot, Target(Sort.FINDING, finding.id))
        assert not any(line.startswith("In this initiative") for line in on_page(pilot))


async def test_f5_pressed_again_stays_where_one_reads() -> None:
    async with rulebook() as pilot:
        await open_page(pilot, TRACK_15)
        await press(pilot, "f5")
        assert on_page(pilot)[0] == PAGES.page(TRACK_15).title
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_arrow_keys_open_and_close_the_contents() -> None:
    async with rulebook() as pilot:
        tree = rules(pilot).query_one(RulesTree)
        mapendere = tree.known[Target(Sort.SCHOOL, "mapendere")]
        await press(pilot, "down", "right", "right")
        assert tree.cursor_node is tree.known[TRACK_15]
        await press(pilot, "left", "left")
        assert tree.cursor_node is mapendere
        assert not mapendere.is_expanded


async def test_coming_back_to_it_shows_how_things_stand_now(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text("initiative: Talks\n")
    async with rulebook(path) as pilot:
        await open_page(pilot, Target(Sort.FINDING, "table/dialogue"))
        assert "In this initiative: ? not known" in on_page(pilot)
        assert isinstance(pilot.app, AdvisorApp)
        case = pilot.app.case
        assert case is not None
        assert case.file is not None
        await press(pilot, "f1")
        case.file.set(RULEBOOK.questions.find("activity"), Answer((Held(frozenset(("talks",))),)))
        await press(pilot, "escape")
        await until(pilot, lambda: "In this initiative: + fits" in on_page(pilot))


async def test_f1_says_what_the_rulebook_is_and_which_keys_there_are() -> None:
    async with rulebook() as pilot:
        await press(pilot, "f1")
        assert "All that the program knows stands here" in flat(pilot)
        assert "Search the whole rulebook" in flat(pilot)


async def test_whatever_stands_in_a_rulebook_is_shown_and_does_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "small_rules", tmp_path / "rules")
    text_ = '"[/b] [TODO] \\e]0;X\\a $primary"'
    (tmp_path / "rules" / "themes" / "new.yaml").write_text(
        f"theme: new\ntitle: {text_}\nfindings:\n  it:\n    kind: premise\n    basis: heuristic\n"
        f"    statement: {text_}\n    when: {{secret: yes}}\n"
    )
    app = AdvisorApp(tmp_path / "rules")
    async with app.run_test(size=(100, 40)) as pilot:
        await until(pilot, lambda: app.engine is not None)
        await press(pilot, "f5")
        await until(pilot, lambda: isinstance(app.screen, RulesScreen) and bool(on_page(pilot)))
        for target in (Target(Sort.THEME, "new"), Target(Sort.FINDING, "new/it")):
            await open_page(pilot, target)
            assert text(pilot).count("[/b] [TODO] <U+001B>") > 1
        await press(pilot, "slash")
        await type_in(pilot, "TODO")
        await until(pilot, lambda: "2 found" in text(pilot))
        assert "[/b] [TODO] <U+001B>" in text(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 32)])
async def test_contents_and_page_are_both_there_in_every_window(size: tuple[int, int]) -> None:
    async with rulebook(size=size) as pilot:
        await until(pilot, lambda: "Two tracks." in text(pilot))
        assert "Mapendere" in text(pilot)
        assert "Search" in text(pilot)


async def test_a_rule_of_a_layer_is_shown_as_that_layer_has_it_with_what_it_replaces(tmp_path: Path) -> None:
    below = Path(shutil.copytree(SMALL_RULES, tmp_path / "small_rules"))
    entry = "{kind: criterion, statement: None of them governs., when: {secret: yes}, basis: heuristic}"
    files = {"schools/small.yaml": f"school: small\nfindings:\n  private: {entry}\n"}
    changes = "replaces: {findings: {small/private: Ours is kinder.}}\n"
    engine = Engine(load_rulebook(layer_on(below, files, changes=changes)))
    async with screens(engine=engine) as pilot:
        await press(pilot, "f5")
        await until(pilot, lambda: isinstance(pilot.app.screen, RulesScreen) and bool(on_page(pilot)))
        await open_page(pilot, Target(Sort.FINDING, "small/private"))
        assert on_page(pilot)[-3:] == [
            "In the file ours/schools/small.yaml, line 3.",
            "It replaces what stands in the file small_rules/schools/small.yaml, line 7: Ours is kinder.",
            f"private: {entry}",
        ]

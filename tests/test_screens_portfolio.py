"""Many initiatives on the screen: the table, searching and ordering it, the way into each, and handing it on."""

import csv
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from advisor.rulebook.bundled import bundled_rules
from advisor.tui.assessment import AssessmentScreen
from advisor.tui.dialogs import Choose, Tell
from advisor.tui.exportrows import ExportRows
from advisor.tui.files import OpenFolder
from advisor.tui.home import HomeScreen
from advisor.tui.interview import InterviewScreen
from advisor.tui.portfolio import PortfolioScreen
from advisor.tui.proof import ProofScreen
from advisor.tui.recent import recent
from advisor.tui.rowtable import RowTable
from advisor.tui.spread import SpreadWindow
from tests.screens import Screens, flat, press, screens, text, type_in, until

EXAMPLES = bundled_rules() / "examples"
HOSTILE = 'initiative: "[/b] [TODO] \\u202e =1"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three initiatives, one that cannot be read, and a file that is none."""
    here = tmp_path / "many"
    here.mkdir()
    for name in ("aceh-2005", "camp-david-1978"):
        (here / f"{name}.yaml").write_bytes((EXAMPLES / f"{name}.yaml").read_bytes())
    (here / "hostile.yaml").write_text(HOSTILE)
    (here / "bad.yaml").write_text("initiative: Bad\nanswers:\n  stage: runing\n")
    (here / "claims.yaml").write_text("claims: []\n")
    return here


async def opened(pilot: Screens, folder: Path) -> RowTable:
    """The table, once all files have been judged."""
    await press(pilot, "down", "down", "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, OpenFolder))
    pilot.app.screen.query_one(Input).value = str(folder)
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, PortfolioScreen))
    await until(pilot, lambda: "Initiatives: 3 · 1 passed over · 1 with faults" in flat(pilot))
    return pilot.app.screen.query_one(RowTable)


def names(table: RowTable) -> list[str]:
    return [str(table.get_row_at(at)[0]) for at in range(table.row_count)]


async def test_the_first_page_leads_to_a_table_of_the_initiatives_in_a_folder(folder: Path) -> None:
    async with screens() as pilot:
        table = await opened(pilot, folder)
        assert names(table) == ["Aceh talks in Helsinki", "Camp David summit", "[/b] [TODO] <U+202E> =1"]
        assert "Track 1.5 by Mapendere" in flat(pilot)


async def test_a_folder_that_is_not_there_is_told_and_nothing_is_opened(folder: Path) -> None:
    async with screens() as pilot:
        await press(pilot, "down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, OpenFolder))
        pilot.app.screen.query_one(Input).value = str(folder / "none")
        await press(pilot, "enter")
        await until(pilot, lambda: "There is no such folder." in flat(pilot))


async def test_words_narrow_the_table_down(folder: Path) -> None:
    async with screens() as pilot:
        table = await opened(pilot, folder)
        await press(pilot, "slash")
        await type_in(pilot, "DAVID", "enter")
        await until(pilot, lambda: names(table) == ["Camp David summit"])
        assert "Initiatives: 1 of 3" in flat(pilot)
        await press(pilot, "slash", *["backspace"] * 5)
        await until(pilot, lambda: table.row_count == 3)


async def test_the_table_stands_in_the_order_of_a_column_and_the_marked_line_stays_marked(folder: Path) -> None:
    async with screens() as pilot:
        table = await opened(pilot, folder)
        await press(pilot, "down", "o")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        titles = [str(option.prompt) for option in pilot.app.screen.query_one(OptionList).options]
        await press(pilot, *["down"] * titles.index("Open"), "enter")
        await until(pilot, lambda: names(table)[0] == "[/b] [TODO] <U+202E> =1")
        assert table.marked is not None
        assert table.marked.name == "Camp David summit"


async def test_enter_opens_the_assessment_and_escape_comes_back_to_the_same_line(folder: Path) -> None:
    async with screens() as pilot:
        table = await opened(pilot, folder)
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen))
        assert "Camp David summit" in text(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, PortfolioScreen))
        assert table.marked is not None
        assert table.marked.name == "Camp David summit"
        assert not (folder / ".camp-david-1978.yaml.lock").exists()


async def test_f9_leads_from_a_line_to_why_the_initiative_is_called_what_it_is(folder: Path) -> None:
    async with screens() as pilot:
        await opened(pilot, folder)
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
        assert "Aceh talks in Helsinki" in text(pilot)
        await press(pilot, "escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, PortfolioScreen))


async def test_what_is_changed_inside_stands_in_the_table_afterwards(folder: Path) -> None:
    async with screens() as pilot:
        table = await opened(pilot, folder)
        await press(pilot, "down", "down")
        before = table.marked
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen))
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        (folder / "hostile.yaml").write_text(HOSTILE + "answers: {stage: past}\n")
        pilot.app.look()  # type: ignore[attr-defined]  # what it does now and then by itself
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, PortfolioScreen))
        await until(pilot, lambda: table.marked is not None and before is not None and table.marked != before)


async def test_the_files_of_a_folder_are_not_put_on_the_list_of_recent_ones(folder: Path) -> None:
    async with screens() as pilot:
        await opened(pilot, folder)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen))
    assert recent() == []


async def test_a_file_that_has_gone_is_told_and_the_table_stays(folder: Path) -> None:
    async with screens() as pilot:
        await opened(pilot, folder)
        (folder / "aceh-2005.yaml").write_text("initiative: [\n")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, PortfolioScreen))


async def test_what_is_left_out_is_told(folder: Path) -> None:
    async with screens() as pilot:
        await opened(pilot, folder)
        await press(pilot, "l")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell))
        assert 'has no answer "runing"' in flat(pilot)
        assert "claims.yaml" in flat(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 32)])
async def test_the_spread_counts_the_lines_that_are_shown(size: tuple[int, int], folder: Path) -> None:
    async with screens(size=size) as pilot:
        await opened(pilot, folder)
        await press(pilot, "s")
        await until(pilot, lambda: isinstance(pilot.app.screen, SpreadWindow))
        assert "Montville" in text(pilot)
        assert "Initiatives: 3." in flat(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, PortfolioScreen))


async def test_the_lines_that_are_shown_are_written_for_a_spreadsheet(folder: Path, tmp_path: Path) -> None:
    async with screens() as pilot:
        table = await opened(pilot, folder)
        await press(pilot, "slash")
        await type_in(pilot, "david", "enter")
        await until(pilot, lambda: table.row_count == 1)
        await press(pilot, "f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportRows))
        await press(pilot, "down")
        await until(pilot, lambda: "--csv" in text(pilot))
        pilot.app.screen.query_one(Input).value = str(tmp_path / "out.csv")
        await press(pilot, "ctrl+s")
        await until(pilot, (tmp_path / "out.csv").exists)
    with (tmp_path / "out.csv").open(newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["Camp David summit"]
    assert (tmp_path / "out.csv").stat().st_mode & 0o077 == 0


async def test_leaving_a_folder_that_is_still_being_judged_ends_at_once(tmp_path: Path) -> None:
    for at in range(400):
        (tmp_path / f"{at:03}.yaml").write_text("initiative: It\n")
    async with screens() as pilot:
        await press(pilot, "down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, OpenFolder))
        pilot.app.screen.query_one(Input).value = str(tmp_path)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PortfolioScreen))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await until(pilot, lambda: all(worker.is_finished for worker in pilot.app.workers))

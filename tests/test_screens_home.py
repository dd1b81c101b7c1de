"""The first page: beginning, opening, looking at examples, and what is remembered of it."""

import stat
from pathlib import Path

import pytest

from advisor.tui.files import AskNewName, AskNewPath, OpenFile
from advisor.tui.home import HomeScreen
from advisor.tui.interview import InterviewScreen
from advisor.tui.recent import recent
from tests.screens import flat, press, prompt, screens, text, type_in, until


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Works in an empty folder."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def state(tmp_path: Path) -> Path:
    return tmp_path / "state" / "advisor" / "recent.json"


async def test_the_first_time_it_explains_itself() -> None:
    async with screens() as pilot:
        assert "You answer questions about your initiative, one at a time." in flat(pilot)


async def test_a_new_initiative_needs_a_name_and_a_file_and_nothing_else(tmp_path: Path) -> None:
    async with screens() as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskNewName))
        await type_in(pilot, "River talks", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskNewPath))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        await until(pilot, lambda: bool(prompt(pilot)))
    assert (tmp_path / "work" / "initiative-1.yaml").read_text() == "initiative: River talks\n"


async def test_a_file_that_is_there_is_not_begun_anew() -> None:
    Path("talks.yaml").write_text("initiative: Talks\n")
    async with screens() as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskNewName))
        await type_in(pilot, "Other", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskNewPath))
        await press(pilot, *["backspace"] * 30)
        await type_in(pilot, "talks.yaml", "enter")
        assert "There is a file of this name already." in flat(pilot)
    assert Path("talks.yaml").read_text() == "initiative: Talks\n"


async def test_leaving_before_the_file_is_named_leads_back_to_the_name_and_makes_none() -> None:
    async with screens() as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskNewName))
        await type_in(pilot, "River talks", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskNewPath))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskNewName) and "River talks" in text(pilot))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
    assert list(Path().iterdir()) == []


async def test_a_file_is_opened_by_its_name() -> None:
    Path("talks.yaml").write_text("initiative: Talks\n")
    async with screens() as pilot:
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, OpenFile))
        await type_in(pilot, "tolks.yaml", "enter")
        assert "There is no such file." in flat(pilot)
        await press(pilot, *["backspace"] * 10)
        await type_in(pilot, "talks.yaml", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))


async def test_escape_leads_from_the_interview_to_the_first_page_and_gives_the_file_free(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text("initiative: Talks\n")
    async with screens(path) as pilot:
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert not path.with_name(".talks.yaml.lock").exists()


async def test_what_was_opened_lately_stands_first_and_only_its_owner_can_see_it(tmp_path: Path) -> None:
    for name in ("first.yaml", "second.yaml"):
        Path(name).write_text("initiative: Talks\n")
        async with screens(Path(name)):
            pass
    assert [path.name for path in recent()] == ["second.yaml", "first.yaml"]
    assert stat.S_IMODE(state(tmp_path).stat().st_mode) == 0o600
    assert stat.S_IMODE(state(tmp_path).parent.stat().st_mode) == 0o700
    async with screens() as pilot:
        assert "second.yaml" in text(pilot)


async def test_what_was_opened_lately_can_be_forgotten(tmp_path: Path) -> None:
    Path("talks.yaml").write_text("initiative: Talks\n")
    async with screens(Path("talks.yaml")) as pilot:
        await press(pilot, "escape", "ctrl+p")
        await type_in(pilot, "Forget", "enter", "enter")
        await until(pilot, lambda: recent() == [])
    assert state(tmp_path).read_text() == "[]"


@pytest.mark.parametrize("spoilt", ["", "{", "[1, null]", '{"a": 1}'])
async def test_a_spoilt_list_of_recent_files_keeps_nobody_from_working(tmp_path: Path, spoilt: str) -> None:
    state(tmp_path).parent.mkdir(parents=True)
    state(tmp_path).write_text(spoilt)
    async with screens() as pilot:
        assert "Start a new initiative" in text(pilot)


async def test_a_file_that_is_gone_is_told_once_and_its_name_is_kept_no_longer(tmp_path: Path) -> None:
    for name in ("first.yaml", "second.yaml"):
        Path(name).write_text("initiative: Talks\n")
        async with screens(Path(name)):
            pass
    Path("first.yaml").unlink()
    async with screens(size=(120, 40)) as pilot:
        await until(pilot, lambda: "first.yaml is no longer there. It was in" in flat(pilot))
        assert "first.yaml" not in state(tmp_path).read_text()
        await press(pilot, "f5", "escape")
        await until(pilot, lambda: "first.yaml is no longer there." in flat(pilot))
    async with screens(size=(120, 40)) as pilot:
        await until(pilot, lambda: "second.yaml" in text(pilot))
        assert "first.yaml" not in text(pilot)


async def test_a_file_that_went_while_the_first_page_stood_is_not_begun_anew() -> None:
    path = Path("talks.yaml")
    path.write_text("initiative: Talks\n")
    async with screens(path):
        pass
    async with screens() as pilot:
        path.unlink()
        await press(pilot, *["down"] * 7, "enter")
        await until(pilot, lambda: "There is no such file." in flat(pilot))
        assert isinstance(pilot.app.screen, HomeScreen)
    assert not path.exists()


async def test_the_first_page_fits_a_window_that_becomes_smaller() -> None:
    async with screens(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Real initiatives" in text(pilot))
        await pilot.resize_terminal(60, 40)
        await until(pilot, lambda: "What each school of thought asks for, and its sources." in flat(pilot))

"""Windows: nothing typed in one is lost unasked, one key saves in all of them, and only keys that work are shown."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import Button, Input, TextArea

from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.tui.dialogs import Ask, Choose, Tell, WriteNote
from advisor.tui.disputing import Dispute
from advisor.tui.files import AskNewName, AskNewPath, OpenFile
from advisor.tui.handing import Export
from advisor.tui.interview import InterviewScreen
from advisor.tui.partform import PartForm
from advisor.tui.parts import PartsScreen
from tests.bundled import bundled_rulebook
from tests.screens import Screens, flat, in_window, lines, press, screens, shown_in, text, type_in, until

QUESTIONS = bundled_rulebook().questions
TALKS = "initiative: Talks\nanswers: {contact_risk: {is: danger, note: Ask a lawyer}}\n"
UNSAVED = "Leave without saving what you typed?"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Works in an empty folder."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


@pytest.fixture
def path() -> Path:
    path = Path("talks.yaml")
    path.write_text(TALKS)
    return path


@asynccontextmanager
async def window(path: Path, kind: type, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Screens]:
    """A window, as it opens."""
    async with screens(None if kind in KEYS_FROM_HOME else path, size) as pilot:
        if kind in KEYS_FROM_HOME:
            await press(pilot, *KEYS_FROM_HOME[kind])
        elif kind in BUTTONS:
            screen = pilot.app.screen
            assert isinstance(screen, InterviewScreen)
            screen.enter(screen.section)
            await press(pilot, "pageup")
            screen.query_one(BUTTONS[kind], Button).press()
        elif kind is PartForm:
            await press(pilot, "f4")
            await until(pilot, lambda: parts_are_shown(pilot))
            await press(pilot, "enter")
        else:
            await press(pilot, "f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.focused is not None)
        yield pilot


KEYS_FROM_HOME: dict[type, Sequence[str]] = {
    AskNewName: ["enter"],
    AskNewPath: ["enter", "R", "enter"],
    OpenFile: ["down", "enter"],
}
BUTTONS: dict[type, str] = {WriteNote: "#note", Dispute: "#disputed"}
WINDOWS = [*KEYS_FROM_HOME, *BUTTONS, PartForm, Export]
TYPED = [kind for kind in WINDOWS if kind is not Dispute]
"""Those in which something is typed at once."""


def read(path: Path) -> Initiative:
    return read_initiative(path, QUESTIONS)


def note(path: Path) -> str | None:
    return read(path).whole.answer("contact_risk").note


def parts_are_shown(pilot: Screens) -> bool:
    return isinstance(pilot.app.screen, PartsScreen) and bool(shown_in(pilot, "#part-text"))


def footer(pilot: Screens) -> str:
    return list(lines(pilot))[-1]


async def typed_in(pilot: Screens) -> None:
    """Types into the first line of a window."""
    pilot.app.screen.query("Input, TextArea").first().focus()
    await type_in(pilot, "more")


async def asked(pilot: Screens) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Choose) and UNSAVED in flat(pilot))


# Leaving


@pytest.mark.parametrize("kind", TYPED)
@pytest.mark.parametrize("way", ["escape", "cancel"])
async def test_a_window_in_which_something_was_typed_is_left_only_when_that_is_meant(
    path: Path, kind: type, way: str
) -> None:
    async with window(path, kind) as pilot:
        before = path.read_bytes()
        await typed_in(pilot)
        for answer in (["escape"], ["enter"]):
            await (press(pilot, "escape") if way == "escape" else pilot.click("#cancel"))
            await asked(pilot)
            await press(pilot, *answer)
            await until(pilot, lambda: isinstance(pilot.app.screen, kind))
            assert "more" in "".join(
                [entry.value for entry in pilot.app.screen.query(Input)]
                + [area.text for area in pilot.app.screen.query(TextArea)]
            )
        await press(pilot, "escape")
        await asked(pilot)
        await press(pilot, "down", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, (kind, Choose)))
        assert path.read_bytes() == before


@pytest.mark.parametrize("kind", WINDOWS)
async def test_a_window_that_is_as_it_opened_is_left_unasked(path: Path, kind: type) -> None:
    async with window(path, kind) as pilot:
        await press(pilot, "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, (kind, Choose)) or kind is AskNewPath)
        assert UNSAVED not in flat(pilot)


async def test_what_was_typed_and_taken_back_is_nothing_to_lose(path: Path) -> None:
    async with window(path, PartForm) as pilot:
        await press(pilot, "a", "backspace", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartsScreen))


async def test_another_kind_of_part_is_a_change_as_well(path: Path) -> None:
    path.write_text(f"{TALKS}parts: [{{id: a, name: Early, kind: phase}}]\n")
    async with screens(path) as pilot:
        await press(pilot, "f4")
        await until(pilot, lambda: parts_are_shown(pilot))
        await press(pilot, "enter", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartForm))
        await press(pilot, "tab", "down", "escape")
        await asked(pilot)


async def test_an_account_of_a_dispute_is_not_lost_unasked(path: Path) -> None:
    async with window(path, Dispute) as pilot:
        await press(pilot, "1", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await type_in(pilot, "a journalist", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Dispute))
        await press(pilot, "escape")
        await asked(pilot)


async def test_the_program_is_not_left_with_a_note_half_written_unless_that_is_meant(path: Path) -> None:
    async with window(path, WriteNote) as pilot:
        await type_in(pilot, "more", "ctrl+q")
        await asked(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WriteNote))
        await press(pilot, "ctrl+q")
        await asked(pilot)
        await press(pilot, "down", "enter")
        await until(pilot, lambda: not pilot.app.is_running)
    assert note(path) == "Ask a lawyer"


# Saving


async def test_enter_in_a_note_begins_a_new_line_and_ctrl_s_saves_it(path: Path) -> None:
    async with window(path, WriteNote) as pilot:
        assert "Enter begins a new line. Save it with Ctrl+S, or with Tab and Enter." in in_window(pilot)
        await press(pilot, "enter")
        await type_in(pilot, "Two of them", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
    assert note(path) == "Ask a lawyer\nTwo of them"


async def test_tab_and_enter_save_a_note_as_well(path: Path) -> None:
    async with window(path, WriteNote) as pilot:
        await press(pilot, "s", "tab", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
    assert note(path) == "Ask a lawyers"


async def test_ctrl_s_takes_a_line_and_writes_an_export(path: Path) -> None:
    async with window(path, AskNewName) as pilot:
        await type_in(pilot, "River talks", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskNewPath))
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
    async with window(path, Export) as pilot:
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
    assert "Talks" in Path("talks.txt").read_text()


async def test_outside_of_windows_ctrl_s_says_that_everything_is_saved(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "Everything is saved already." in flat(pilot))
        assert path.read_text() == TALKS


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 32)], ids=str)
@pytest.mark.parametrize("kind", TYPED)
async def test_the_way_out_can_be_seen_in_every_window(path: Path, kind: type, size: tuple[int, int]) -> None:
    async with window(path, kind, size) as pilot:
        box = pilot.app.screen.query_one("#box").region
        for button in ("#save", "#cancel"):
            region = pilot.app.screen.query_one(button).region
            assert box.contains_region(region)
            assert region.height == 1
        assert pilot.app.screen.query_one(".heading").region.y > box.y


# Keys and help


@pytest.mark.parametrize("kind", WINDOWS)
async def test_a_window_shows_the_keys_that_work_in_it_and_no_others(path: Path, kind: type) -> None:
    async with window(path, kind) as pilot:
        shown = footer(pilot)
        assert shown.startswith(("F1 Help Esc Cancel Ctrl+S", "F1 Help Esc Cancel"))
        assert ("Ctrl+S" in shown) is (kind is not Dispute)
        for dead in ("F2", "F3", "F4", "Ctrl+P"):
            assert dead not in shown
        await press(pilot, "ctrl+p", "f3", "f6")
        assert isinstance(pilot.app.screen, kind)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (AskNewName, "A codename is enough."),
        (AskNewPath, "Choose a name that gives nothing away"),
        (OpenFile, "Its name ends in .yaml."),
        (WriteNote, "Enter begins a new line."),
        (Dispute, "Good sources disagree. Both accounts are kept."),
        (PartForm, "Phases follow one another in time"),
        (Export, "The initiative itself is not changed."),
    ],
)
async def test_f1_explains_every_window_and_leads_back_to_it(path: Path, kind: type, says: str) -> None:
    async with window(path, kind, (100, 40)) as pilot:
        await press(pilot, "f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell) and says in flat(pilot))
        assert isinstance(pilot.app.screen, Tell)
        assert "Leave this window; asks before anything is lost" in pilot.app.screen.lines[-1]
        await press(pilot, "f1", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, kind))


async def test_keys_are_called_by_what_stands_on_the_keyboard(path: Path) -> None:
    async with screens(path) as pilot:
        assert "F1 Help F2 Questions F3 Advice F4 Phases, strands Esc Back" in footer(pilot)
        assert "Ctrl+P Commands" in footer(pilot)
        await press(pilot, "f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell))
        told = "\n".join(pilot.app.screen.lines) if isinstance(pilot.app.screen, Tell) else ""
        for key in ("Page Up", "Page Down", "Ctrl+Q", "F6"):
            assert key in told
        assert "palette" not in told


async def test_whatever_has_a_key_is_found_once_among_the_commands(path: Path) -> None:
    async with screens(path, (100, 40)) as pilot:
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
        await until(pilot, lambda: "Export" in text(pilot) and "Leave the program" in text(pilot))
        assert text(pilot).count("Export") == 1
        assert text(pilot).count("Leave the program\n") == 1
        await type_in(pilot, "Export", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Export))


# Handing on


async def test_an_export_that_is_left_says_that_nothing_was_written(path: Path) -> None:
    async with window(path, Export) as pilot:
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        await until(pilot, lambda: "Nothing was written." in flat(pilot))
    assert [one.name for one in Path().iterdir()] == ["talks.yaml"]


async def test_an_export_is_chosen_and_written_with_enter_alone(path: Path) -> None:
    async with window(path, Export) as pilot:
        for asked_ in ("1. What?", "2. For whom?", "Into which file? Enter writes it."):
            assert asked_ in flat(pilot)
        await press(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
    assert Path("talks.txt").exists()


async def test_a_file_that_is_not_replaced_leaves_the_window_open_and_says_so(path: Path) -> None:
    Path("talks.txt").write_text("precious")
    async with window(path, Export) as pilot:
        await press(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Export) and "Nothing was written." in flat(pilot))
    assert Path("talks.txt").read_text() == "precious"


# Beginning


async def test_a_new_file_gets_the_ending_by_which_it_is_found_again() -> None:
    async with window(Path(), AskNewPath) as pilot:
        await press(pilot, *["backspace"] * 20)
        await type_in(pilot, "river", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
    assert [one.name for one in Path().glob("*")] == ["river.yaml"]


async def test_a_file_that_is_there_is_recognised_without_its_ending(path: Path) -> None:
    async with window(path, AskNewPath) as pilot:
        await press(pilot, *["backspace"] * 20)
        await type_in(pilot, "talks", "enter")
        await until(pilot, lambda: "There is a file of this name already." in flat(pilot))
    assert path.read_text() == TALKS

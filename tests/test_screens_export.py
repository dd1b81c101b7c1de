"""Handing on, on the screen: which paper, for whom, as what; and that the command line does the same."""

import shlex
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from advisor.messages.screens import export as messages
from advisor.messages.screens import promises as promised
from advisor.report.audience import Audience
from advisor.tui.dialogs import Choose, Dialog
from advisor.tui.handing import Export
from advisor.tui.interview import InterviewScreen
from tests.places import COMPOSED, ROOT
from tests.running import advisor
from tests.screens import Screens, flat, in_window, press, screens, shown_in, until

(LAWMAKERS,) = (path for path in COMPOSED if path.stem == "lawmakers-at-a-university")
(COLLEAGUES,) = (path for path in COMPOSED if path.stem == "old-colleagues")
CLAIMS = ROOT / "tests" / "claims" / "old-colleagues.yaml"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Works in an empty folder."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


@asynccontextmanager
async def window(of: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Screens]:
    """The window that asks, over the questions of a copy."""
    path = Path("the-real-name.yaml")
    path.write_bytes(of.read_bytes())
    async with screens(path, size) as pilot:
        await press(pilot, "f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, Export))
        yield pilot


async def chosen(pilot: Screens, what: str, whom: Audience | None = None, as_: str = "") -> None:
    """Marks what is handed on, for whom and as what, and goes to the file."""
    await mark(pilot, "#form", list(messages.FORMS).index(what))
    if whom is not None:
        await mark(pilot, "#audience", list(Audience).index(whom))
    if as_:
        await mark(pilot, "#format", list(messages.FORMATS).index(as_))
    pilot.app.screen.query_one(Input).focus()
    await pilot.pause()


async def mark(pilot: Screens, choices: str, at: int) -> None:
    pilot.app.screen.query_one(choices, OptionList).highlighted = at
    await pilot.pause()
    await pilot.pause()


async def written(pilot: Screens) -> list[str]:
    """Writes what is chosen; the words of the call that does the same."""
    line = shlex.split(shown_in(pilot, "#line"))
    await press(pilot, "enter")
    await until(pilot, lambda: not isinstance(pilot.app.screen, Dialog))
    return line


def file(pilot: Screens) -> str:
    return pilot.app.screen.query_one(Input).value


@pytest.mark.parametrize(
    ("what", "whom", "as_"),
    [
        ("memo", Audience.TEAM, ".docx"),
        ("terms", Audience.TEAM, ".html"),
        ("staffing", Audience.PUBLIC, ".md"),
        ("expectations", Audience.FUNDER, ".docx"),
        ("briefing", Audience.FUNDER, ".json"),
        (".ics", Audience.TEAM, ""),
    ],
)
async def test_a_paper_is_what_the_command_line_writes(what: str, whom: Audience, as_: str) -> None:
    async with window(LAWMAKERS) as pilot:
        await chosen(pilot, what, whom, as_)
        program, *arguments = await written(pilot)
    assert (program, arguments[-2]) == ("advisor", "-o")
    out, again = Path(arguments[-1]), Path("again").with_suffix(Path(arguments[-1]).suffix)
    ran = advisor(*arguments[:-1], again, cwd=Path.cwd())
    assert (ran.code, again.read_bytes() == out.read_bytes()) == (0, True)
    assert out.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("what", ["text", "front", "reasons", "json"])
async def test_an_assessment_for_others_is_what_the_command_line_prints(what: str) -> None:
    async with window(LAWMAKERS) as pilot:
        await chosen(pilot, what, Audience.FUNDER)
        program, *arguments, arrow, out = await written(pilot)
    assert (program, arrow) == ("advisor", ">")
    assert Path(out).read_text() == advisor(*arguments, cwd=Path.cwd()).out
    assert "Lawmakers" not in Path(out).read_text()


async def test_a_paper_is_for_whom_it_usually_is_unless_somebody_else_is_chosen() -> None:
    async with window(LAWMAKERS) as pilot:
        dialog = pilot.app.screen
        assert isinstance(dialog, Export)
        audiences = []
        for what in ("memo", "expectations", "terms"):
            await chosen(pilot, what)
            audiences.append(dialog.audience)
        assert audiences == [Audience.TEAM, Audience.FUNDER, Audience.TEAM]
        await chosen(pilot, "terms", Audience.PUBLIC)
        await chosen(pilot, "expectations")
        assert dialog.audience is Audience.PUBLIC


async def test_what_is_for_others_says_so_and_bears_no_name_of_the_initiative() -> None:
    async with window(LAWMAKERS) as pilot:
        for what in messages.FORMS:
            await chosen(pilot, what, Audience.TEAM)
            assert "the-real-name" in file(pilot)
            assert "For the team alone" in flat(pilot)
            for whom in (Audience.FUNDER, Audience.PUBLIC):
                await chosen(pilot, what, whom)
                assert "the-real-name" not in file(pilot)
                assert "names, notes and whatever a sensitive answer could show are left out." in in_window(pilot)


async def test_enter_goes_from_choice_to_choice_and_then_writes() -> None:
    async with window(LAWMAKERS) as pilot:
        await press(pilot, *["down"] * list(messages.FORMS).index("memo"), "enter", "enter", "down", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
    assert Path("the-real-name-memo.html").read_bytes().startswith(b"<!DOCTYPE html>")


async def test_enter_out_of_habit_overwrites_nothing() -> None:
    Path("the-real-name-memo.docx").write_text("precious")
    async with window(LAWMAKERS) as pilot:
        await chosen(pilot, "memo")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "enter")
        await until(pilot, lambda: "Nothing was written." in flat(pilot))
    assert Path("the-real-name-memo.docx").read_text() == "precious"


async def test_the_name_that_somebody_typed_gets_the_ending_of_the_format() -> None:
    async with window(LAWMAKERS) as pilot:
        await chosen(pilot, "memo")
        pilot.app.screen.query_one(Input).value = "ours.docx"
        await chosen(pilot, "memo", as_=".html")
        assert file(pilot) == "ours.html"


async def test_a_format_that_there_is_not_is_told() -> None:
    async with window(LAWMAKERS) as pilot:
        await chosen(pilot, "memo")
        pilot.app.screen.query_one(Input).value = "ours.pdf"
        await press(pilot, "enter")
        await until(pilot, lambda: "A paper cannot be written in this format." in flat(pilot))
    assert not Path("ours.pdf").exists()


async def test_where_no_date_is_known_no_calendar_is_written() -> None:
    Path("blank.yaml").write_text("initiative: Talks\nanswers: {}\n")
    async with window(Path("blank.yaml")) as pilot:
        await chosen(pilot, ".ics")
        await press(pilot, "enter")
        await until(pilot, lambda: "there is no calendar to write" in flat(pilot))


@pytest.mark.parametrize("size", [(80, 24), (120, 32)], ids=str)
async def test_all_of_it_stands_on_the_screen(size: tuple[int, int]) -> None:
    async with window(LAWMAKERS, size) as pilot:
        await chosen(pilot, "expectations")
        page = flat(pilot)
        for words in (*messages.FORMS.values(), *messages.AUDIENCES.values(), *messages.FORMATS.values()):
            assert words in page
        assert "advisor report the-real-name.yaml --paper expectations -o" in page


async def test_the_sheet_tells_of_the_promises_that_are_open() -> None:
    path = Path("own.yaml")
    path.write_bytes(COLLEAGUES.read_bytes())
    Path("own-promises.yaml").write_bytes(CLAIMS.read_bytes())
    async with screens(path) as pilot:
        pilot.app.action_check_promises()  # type: ignore[attr-defined]
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "enter")
        await until(pilot, lambda: "own-promises" in flat(pilot) or not isinstance(pilot.app.screen, Dialog))
        await until(pilot, lambda: not isinstance(pilot.app.screen, Dialog))
        await press(pilot, "f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, Export))
        await mark(pilot, "#form", list(promised.EXPORT_FORMS).index("expectations"))
        await mark(pilot, "#format", list(messages.FORMATS).index(".md"))
        pilot.app.screen.query_one(Input).focus()
        program, *arguments = await written(pilot)
    assert program == "advisor"
    told = Path(arguments[-1]).read_text()
    assert "What the proposal promises" in told
    assert advisor(*arguments[:-1], "again.md", cwd=Path.cwd()).code == 0
    assert Path("again.md").read_text() == told

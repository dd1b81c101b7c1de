"""Phases and strands on the screen: when each was, what it is called, and answering for one of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.console import Console
from textual.widgets import Input, OptionList

from advisor.initiative.initiative import Initiative, View
from advisor.initiative.reader import read_initiative
from advisor.report.headline import in_time, tracks_of
from advisor.report.picture import picture
from advisor.rulebook.bundled import bundled_rules
from advisor.tui.app import AdvisorApp
from advisor.tui.case import Case
from advisor.tui.dialogs import Choose, Tell
from advisor.tui.findings import Lines, Proven
from advisor.tui.interview import InterviewScreen
from advisor.tui.partform import PartForm
from advisor.tui.parts import PartsScreen
from advisor.tui.proof import ProofScreen
from advisor.tui.timeline import Bar, Scale, scale_of
from advisor.tui.ways import Way
from tests.bundled import bundled_engine, bundled_rulebook
from tests.places import COMPOSED, INITIATIVES
from tests.screens import (
    Screens,
    choices,
    flat,
    lines,
    press,
    prompt,
    screens,
    shown_in,
    text,
    type_in,
    until,
)

QUESTIONS = bundled_rulebook().questions
READ = {path: read_initiative(path, QUESTIONS) for path in (*INITIATIVES, *COMPOSED)}
WITH_PARTS = [path for path, one in READ.items() if one.parts]

TWO_PHASES = """\
initiative: Talks
answers:
  activity: talks
  stage: past
parts:
  - {id: a, name: Early, kind: phase, from: "1992-12", until: "1993-05", answers: {stage: running}}
  - {id: b, name: Late, kind: phase, from: "1993-05"}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.yaml"
    path.write_text(TWO_PHASES)
    return path


@asynccontextmanager
async def parts(path: Path, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Screens]:
    """The parts of the initiative in a file."""
    async with screens(path, size) as pilot:
        await press(pilot, "f4")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartsScreen) and bool(shown_in(pilot, "#part-text")))
        yield pilot


def listed(pilot: Screens) -> OptionList:
    return pilot.app.screen.query_one("#parts", OptionList)


def now(path: Path) -> Initiative:
    return read_initiative(path, QUESTIONS)


def drawn(thing: Bar | Scale, width: int) -> str:
    console = Console(width=width, color_system=None)
    with console.capture() as capture:
        console.print(thing, end="")
    return capture.get()


async def answer_about(pilot: Screens, part: str) -> None:
    """Goes to the questions about a part."""
    while part not in next(line for line in lines(pilot) if line.startswith((" Phase", " Strand"))):
        await press(pilot, "down")
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen) and bool(prompt(pilot)))


# The timeline


def test_a_bar_reaches_from_the_beginning_of_the_first_date_to_the_end_of_the_last() -> None:
    scale = Scale(1990, 1994)
    assert drawn(Bar(scale, "1991", "1992"), 40) == f"{'':10}{'━' * 20}{'':10}"
    assert drawn(Bar(scale, "1990-07", "1990-12"), 40) == f"{'':5}{'━' * 5}{'':30}"


def test_an_end_that_is_not_known_is_an_arrow() -> None:
    scale = Scale(1990, 1994)
    assert drawn(Bar(scale, "1992", None), 8) == "    ━━━→"
    assert drawn(Bar(scale, None, "1991"), 8) == "←━━━    "


def test_the_shortest_time_can_still_be_seen() -> None:
    scale = Scale(1900, 2000)
    assert drawn(Bar(scale, "1950-05-14", "1950-05-14"), 10).count("━") == 1
    assert drawn(Bar(scale, "1999-12-31", None), 10) == "         →"


def test_the_scale_holds_whole_years_and_names_as_many_as_there_is_room_for() -> None:
    scale = scale_of(["1992-12", "1993-09"])
    assert scale == Scale(1992, 1994)
    assert drawn(Scale(1990, 1994), 24) == "1990  1991  1992  1993  "
    assert drawn(Scale(1990, 1994), 12) == "1990  1992  "
    assert drawn(Scale(1000, 9999), 3) == "   "
    assert scale_of([]) is None


# Looking


@pytest.mark.parametrize("source", WITH_PARTS, ids=lambda path: path.stem)
async def test_initiatives_with_parts_show_them_in_time_with_what_each_is_called(source: Path, tmp_path: Path) -> None:
    path = tmp_path / source.name
    path.write_bytes(source.read_bytes())
    known = in_time(picture(bundled_engine(), READ[source]).parts)
    async with parts(path, (160, 40)) as pilot:
        shown = list(lines(pilot))[1:]
        rows = [next(n for n, line in enumerate(shown) if part.name[:20] in line) for part in known]
        assert rows == sorted(rows)
        for row, part in zip(rows, known, strict=True):
            assert part.headline is not None
            assert tracks_of(part.headline)[:30] in shown[row]


async def test_the_marked_part_is_told_in_full_with_how_the_schools_stand(tmp_path: Path) -> None:
    path = tmp_path / "oslo.yaml"
    path.write_bytes(next(path for path in INITIATIVES if path.stem == "oslo-1993").read_bytes())
    async with parts(path) as pilot:
        told = shown_in(pilot, "#part-text")
        assert told.startswith("Phase: Exploration with two academics  1992-12 to 1993-05")
        assert "It depends on whose definition: Track II by the usage of UN missions" in told
        assert "+ Jones, Track II in a broad sense: yes" in told
        assert "× Mapendere, Track 1.5: no" in told
        await press(pilot, "down")
        await until(pilot, lambda: "Official negotiation" in shown_in(pilot, "#part-text"))
        assert "+ Montville, Track I: yes" in shown_in(pilot, "#part-text")


async def test_dates_that_are_not_known_are_said_in_words(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text("initiative: It\nparts: [{id: a, name: One, kind: strand}, {id: b, name: Two, kind: strand}]\n")
    async with parts(path) as pilot:
        assert flat(pilot).count("dates not known") == 3


async def test_without_parts_it_says_what_they_are_for_and_how_to_add_one(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text("initiative: It\n")
    async with parts(path) as pilot:
        assert "Phases follow one another in time; strands run side by side." in flat(pilot)
        assert "Add a phase or a strand" in text(pilot)


@pytest.mark.parametrize(
    ("stem", "says"), [("oslo-1993", "Phase: Exploration"), ("aceh-2005", "This example has none")]
)
async def test_an_example_offers_nothing_that_would_change_it(stem: str, says: str) -> None:
    async with screens(size=(100, 30)) as pilot:
        app = pilot.app
        assert isinstance(app, AdvisorApp)
        app.case = Case.example(bundled_engine(), "en", bundled_rules() / "examples" / f"{stem}.yaml")
        app.action_go("parts")
        await until(pilot, lambda: says in flat(pilot))
        assert "Add a phase" not in text(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, PartsScreen)


HOSTILE = "[/b] [TODO] \x1b]0;X\x07 {name} $primary \u202eesrever"


async def test_whatever_a_part_is_called_is_shown_and_does_nothing(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    name = HOSTILE.replace("\x1b", "\\e").replace("\x07", "\\a")
    path.write_text(f'initiative: It\nparts: [{{id: a, name: "{name}", kind: phase}}]\n')
    async with parts(path) as pilot:
        assert "[/b] [TODO] <U+001B>]0;X<U+0007> {name} $primary <U+202E>esrever" in flat(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        assert "[/b] [TODO] <U+001B>]0;X" in flat(pilot)
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartForm))
        await press(pilot, "escape", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen) and bool(prompt(pilot)))
        assert "[/b] [TODO]" in text(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 32)])
async def test_names_bars_and_tracks_are_there_in_every_window(path: Path, size: tuple[int, int]) -> None:
    async with parts(path, size) as pilot:
        assert "Early" in text(pilot)
        assert "━" in text(pilot)
        assert "1993" in text(pilot)


# Changing


async def test_a_part_is_added_with_its_dates(tmp_path: Path) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text("initiative: It\n")
    async with parts(path) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartForm))
        await type_in(pilot, "Early", "enter", "down", "enter")
        await type_in(pilot, "1993-05", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartsScreen))
        await until(pilot, lambda: "Strand: Early" in shown_in(pilot, "#part-text"))
    (part,) = now(path).parts
    assert (part.name, part.kind, part.start, part.end) == ("Early", "strand", "1993-05", None)


@pytest.mark.parametrize(
    ("name", "start", "end", "complaint"),
    [
        ("", "", "", "Please type a name."),
        ("Early", "May 1993", "", "May 1993 is not a date."),
        ("Early", "", "1993-13", "1993-13 is not a date."),
        ("Early", "1993-05", "1992", "It ends before it begins."),
    ],
)
async def test_what_cannot_be_is_said_where_it_is_typed(
    tmp_path: Path, name: str, start: str, end: str, complaint: str
) -> None:
    path = tmp_path / "talks.yaml"
    path.write_text("initiative: It\n")
    async with parts(path) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartForm))
        for line, value in (("name", name), ("start", start), ("end", end)):
            pilot.app.screen.query_one(f"#{line}", Input).value = value
        await press(pilot, "ctrl+s")
        assert complaint in flat(pilot)
        assert isinstance(pilot.app.screen, PartForm)
    assert path.read_text() == "initiative: It\n"


async def test_a_part_gets_another_name_and_keeps_its_answers(path: Path) -> None:
    async with parts(path) as pilot:
        await press(pilot, "enter", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartForm))
        await press(pilot, *["backspace"] * 5)
        await type_in(pilot, "First", "ctrl+s")
        await until(pilot, lambda: "Phase: First" in text(pilot))
    part = now(path).view("a")
    assert (part.name, part.kind, part.start, part.end) == ("First", "phase", "1992-12", "1993-05")
    assert part.answer("stage").held[0].words == {"running"}


async def test_a_part_is_removed_only_when_that_is_meant(path: Path) -> None:
    async with parts(path) as pilot:
        await press(pilot, "enter", "down", "down", "enter")
        await until(pilot, lambda: "Remove Early, with every answer about Early?" in flat(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartsScreen))
        assert [part.name for part in now(path).parts] == ["Early", "Late"]
        await press(pilot, "enter", "down", "down", "enter", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartsScreen) and "Early" not in text(pilot))
    assert [part.name for part in now(path).parts] == ["Late"]


async def test_it_can_be_said_that_the_parts_are_all_and_taken_back(path: Path) -> None:
    assert not now(path).parts_complete
    async with parts(path) as pilot:
        await press(pilot, "down", "down", "down")
        assert "As it stands, there may be more than these." in flat(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: "As it stands, these are all." in flat(pilot))
        assert now(path).parts_complete
        await press(pilot, "enter")
        await until(pilot, lambda: not now(path).parts_complete)


async def test_a_file_changed_elsewhere_is_not_overwritten(path: Path) -> None:
    async with parts(path) as pilot:
        path.write_text(f"{TWO_PHASES}# mine\n")
        await press(pilot, "down", "down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell) or "read anew" in flat(pilot))
    assert "# mine" in path.read_text()


# Answering about a part


async def test_a_part_has_the_answer_of_the_whole_until_it_is_given_another(path: Path) -> None:
    async with parts(path) as pilot:
        await answer_about(pilot, "Late")
        assert "Questions: Late" in text(pilot)
        assert prompt(pilot) == "How far along is the initiative?"
        assert "[x] As for the whole" in text(pilot)
        await press(pilot, "4", "enter")
        await until(pilot, lambda: prompt(pilot) != "How far along is the initiative?")
    assert now(path).view("b").answer("stage").held[0].words == {"running"}
    assert now(path).whole.answer("stage").held[0].words == {"past"}


async def test_enter_on_what_the_whole_says_goes_on_and_writes_nothing(path: Path) -> None:
    async with parts(path) as pilot:
        await answer_about(pilot, "Late")
        await press(pilot, "enter")
        await until(pilot, lambda: prompt(pilot) != "How far along is the initiative?")
    assert path.read_text() == TWO_PHASES


async def test_a_part_can_go_back_to_the_answer_of_the_whole(path: Path) -> None:
    async with parts(path) as pilot:
        await answer_about(pilot, "Early")
        await press(pilot, *["pageup"] * 3)
        await until(pilot, lambda: prompt(pilot) == "How far along is the initiative?")
        assert shown_in(pilot, "#standing") == "Answer so far: Running."
        assert not pilot.app.screen.query_one(f"#{Way.CLEAR.value}").display
        await press(pilot, "home", "enter")
        await until(pilot, lambda: prompt(pilot) != "How far along is the initiative?")
    assert now(path).view("a").answer("stage").held[0].words == {"past"}
    assert "stage" not in now(path).view("a").said.answers


async def test_a_list_of_the_whole_is_taken_over_changed_and_given_back(path: Path) -> None:
    def sides(view: View) -> list[str]:
        return [item.id for item in view.group("sides").items]

    path.write_text(TWO_PHASES.replace("  stage: past\n", "  stage: past\n  sides: [{id: north}, {id: south}]\n"))
    async with parts(path) as pilot:
        await answer_about(pilot, "Late")
        screen = pilot.app.screen
        assert isinstance(screen, InterviewScreen)
        step = next(step for step in screen.pages.now.steps("") if step.question == "sides")
        screen.show_question(step)
        await until(pilot, lambda: prompt(pilot) == "Who are the sides?")
        assert "north" in str(choices(pilot).get_option_at_index(1).prompt)
        await type_in(pilot, "east", "enter")
        await until(pilot, lambda: len(sides(now(path).view("b"))) == 3)
        assert sides(now(path).whole) == ["north", "south"]
        await press(pilot, "down", "home", "enter")
        await until(pilot, lambda: sides(now(path).view("b")) == ["north", "south"])


async def test_what_a_proof_of_a_part_rests_on_leads_to_the_question_about_that_part(path: Path) -> None:
    async with parts(path) as pilot:
        app = pilot.app
        assert isinstance(app, AdvisorApp)
        assert app.case is not None
        app.push_screen(ProofScreen(app.case, Proven("bearing/planned", part="a")))
        await until(pilot, lambda: "In Early" in text(pilot))
        proof = app.screen.query_one(Lines)
        rests_on = "How far along is the initiative? Running."
        proof.highlighted = next(n for n, entry in enumerate(proof.entries) if rests_on in str(entry.line))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, InterviewScreen) and bool(prompt(pilot)))
        assert "Questions: Early" in text(pilot)
        assert prompt(pilot) == "How far along is the initiative?"


async def test_the_picture_beside_the_questions_is_that_of_the_part(tmp_path: Path) -> None:
    path = tmp_path / "oslo.yaml"
    path.write_bytes(next(path for path in INITIATIVES if path.stem == "oslo-1993").read_bytes())
    async with parts(path, (140, 40)) as pilot:
        await answer_about(pilot, "Official negotiation")
        await until(pilot, lambda: "Track I by Montville, Reimann" in shown_in(pilot, "#picture"))


async def test_f4_goes_back_to_the_parts_and_f2_to_the_questions_about_the_whole(path: Path) -> None:
    async with parts(path) as pilot:
        await answer_about(pilot, "Late")
        await press(pilot, "f4")
        assert isinstance(pilot.app.screen, PartsScreen)
        await answer_about(pilot, "Late")
        await press(pilot, "f2")
        screen = pilot.app.screen
        assert isinstance(screen, InterviewScreen)
        assert not screen.part


async def test_where_the_questions_about_a_part_end_one_can_go_back_to_the_parts(path: Path) -> None:
    async with parts(path) as pilot:
        await answer_about(pilot, "Late")
        for _ in range(40):
            await press(pilot, "pagedown")
        await until(pilot, lambda: prompt(pilot) == "What next?")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartsScreen))


async def test_a_part_that_another_program_takes_away_is_left(path: Path) -> None:
    async with parts(path) as pilot:
        await answer_about(pilot, "Early")
        path.write_text("initiative: Talks\n")
        await until(pilot, lambda: not isinstance(pilot.app.screen, InterviewScreen))

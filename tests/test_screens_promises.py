"""Promises and demands on the screen: asked one by one, kept at once, and held against an initiative."""

import shlex
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static

from advisor.engine.run import Engine
from advisor.errors import AdvisorError
from advisor.funders.files import read_claims, read_profiles
from advisor.funders.judged import expected
from advisor.funders.results import Expected
from advisor.initiative.reader import read_initiative
from advisor.report.assess import assess
from advisor.store.file import InitiativeFile
from advisor.tui.case import Case
from advisor.tui.dialogs import Choose, Dialog, Tell
from advisor.tui.findings import Lines
from advisor.tui.handing import Export
from advisor.tui.home import HomeScreen
from advisor.tui.interview import InterviewScreen
from advisor.tui.judgements import JudgementsScreen
from advisor.tui.promised import Promised, Sort
from advisor.tui.proof import ProofScreen
from tests.bundled import bundled_engine
from tests.places import ROOT
from tests.running import advisor
from tests.screens import (
    Screens,
    choices,
    choose,
    flat,
    notices,
    press,
    prompt,
    screens,
    shown_in,
    text,
    type_in,
    until,
    view,
)
from tests.small import small_rulebook

COLLEAGUES = ROOT / "tests/composed/old-colleagues.yaml"
CLAIMS = ROOT / "tests/claims/old-colleagues.yaml"
FUNDER = ROOT / "tests/claims/funders/quick-results.yaml"
TWO = """\
proposal: Talks   # a codename
claims:
  - {id: peace, name: "There will be peace.", goal: end_war}
  - {id: odd, name: "Ideas [red]for[/] peace"}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An initiative of one's own, in the working folder."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(COLLEAGUES, tmp_path / "own.yaml"))


@asynccontextmanager
async def checking(path: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Screens]:
    """Where it is asked what is to be checked of an initiative that is open."""
    async with screens(path, size) as pilot:
        await press(pilot, "f7")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        yield pilot


@asynccontextmanager
async def promises(path: Path, claims: str | Path = TWO, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Screens]:
    """The questions about promises, or demands, that stand in a file beside an initiative."""
    beside = path.with_name("own-promises.yaml")
    beside.write_text(claims if isinstance(claims, str) else claims.read_text())
    async with checking(path, size) as pilot:
        await press(pilot, "enter")
        await asked(pilot)
        yield pilot


async def asked(pilot: Screens) -> None:
    """Waits for the questions of those who pay."""
    await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen) and case(pilot) is not None)
    await until(pilot, lambda: view(pilot).page is not None)


def case(pilot: Screens) -> Promised | None:
    found = getattr(pilot.app.screen, "case", None)
    return found if isinstance(found, Promised) else None


async def judged(pilot: Screens) -> JudgementsScreen:
    await press(pilot, "f3")
    await until(pilot, lambda: isinstance(pilot.app.screen, JudgementsScreen) and bool(lines(pilot).entries))
    assert isinstance(pilot.app.screen, JudgementsScreen)
    return pilot.app.screen


def lines(pilot: Screens) -> Lines:
    return pilot.app.screen.query_one(Lines)


def detail(pilot: Screens) -> str:
    return str(pilot.app.screen.query_one(".detail Static", Static).content)


def told(path: Path, claims: Path) -> Expected:
    """What the command line says of the same files."""
    engine = bundled_engine()
    initiative = read_initiative(path, engine.rulebook.questions)
    proposal = read_claims(claims, engine.rulebook.questions, initiative)
    return expected(engine, initiative, assess(engine, initiative), proposal)


# The way there


@pytest.mark.usefixtures("path")
async def test_from_the_first_page_an_example_a_name_and_a_file_lead_to_the_first_question() -> None:
    async with screens() as pilot:
        await press(pilot, *["down"] * 4, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        assert "Aceh talks in Helsinki, 2005 (an example)" in flat(pilot)
        await press(pilot, "down", "enter")
        await until(pilot, lambda: "what do you want to check?" in flat(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "What is the proposal called?" in flat(pilot))
        await type_in(pilot, "Talks", "enter")
        await until(pilot, lambda: "In which file" in flat(pilot))
        assert pilot.app.screen.query_one(Input).value == "aceh-2005-promises.yaml"
        await press(pilot, "enter")
        await asked(pilot)
        assert prompt(pilot) == "What does the proposal promise?"
    assert Path("aceh-2005-promises.yaml").read_text() == "proposal: Talks\nclaims: []\n"


async def test_whoever_leaves_on_the_way_leaves_the_initiative_to_others(path: Path) -> None:
    async with screens() as pilot:
        await press(pilot, "f7")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "enter")
        await until(pilot, lambda: "Which file?" in flat(pilot))
        await type_in(pilot, "own.yaml", "enter")
        await until(pilot, lambda: "what do you want to check?" in flat(pilot))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        await until(pilot, lambda: getattr(pilot.app, "case", None) is None)
        InitiativeFile(path, bundled_engine().rulebook.questions).close()


async def test_a_file_with_faults_is_told_with_its_place_and_nothing_is_opened(path: Path) -> None:
    Path("own-promises.yaml").write_text("claims:\n  - {id: a, goal: peace}\n")
    async with checking(path) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell))
        assert '"goal" has no answer "peace"' in flat(pilot)
        # A long path is broken between two lines, with what lies below the window in between.
        told = pilot.app.screen
        assert isinstance(told, Tell)
        assert "own-promises.yaml:2" in " ".join(told.lines)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, InterviewScreen)
        assert case(pilot) is None


async def test_escape_leads_back_to_the_initiative_and_lets_others_open_the_promises(path: Path) -> None:
    async with promises(path) as pilot:
        await press(pilot, "escape")
        await until(pilot, lambda: case(pilot) is None)
        await press(pilot, "f7")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "enter")
        await asked(pilot)


# The questions


async def test_every_answer_is_in_the_file_before_the_next_question_appears(path: Path) -> None:
    async with promises(path, "claims: []\n") as pilot:
        await type_in(pilot, "Peace by June.", "enter")
        assert 'name: "Peace by June."' in Path("own-promises.yaml").read_text()
        await type_in(pilot, "=", "enter")
        await until(pilot, lambda: prompt(pilot) == "Peace by June. What does it promise?")
        await choose(pilot, "1")
        assert "goal: settlement" in Path("own-promises.yaml").read_text()
        assert prompt(pilot) == "Peace by June. Does it promise a number, or a share of something?"


async def test_enter_answers_nothing_where_nothing_is_answered(path: Path) -> None:
    async with promises(path) as pilot:
        before, asked_first = Path("own-promises.yaml").read_text(), prompt(pilot)
        await press(pilot, "enter")
        assert (Path("own-promises.yaml").read_text(), prompt(pilot)) == (before, asked_first)
        assert shown_in(pilot, "#wrong").startswith("Mark an answer with its number")


async def test_undo_takes_the_last_answer_back_and_goes_to_its_question(path: Path) -> None:
    async with promises(path) as pilot:
        first = prompt(pilot)
        await choose(pilot, "2")
        assert prompt(pilot) != first
        await press(pilot, "ctrl+z")
        assert prompt(pilot) == first
    assert Path("own-promises.yaml").read_text() == TWO


async def test_what_is_asked_of_conveners_is_not_asked_here(path: Path) -> None:
    async with promises(path) as pilot:
        now = pilot.app.screen.pages.now  # type: ignore[attr-defined]
        assert {step.question.partition(".")[0] for s in now.sections() for step in now.steps(s)} == {"claims"}


async def test_a_promise_is_shown_as_it_is_written_and_not_read_as_markup(path: Path) -> None:
    async with promises(path) as pilot:
        await press(pilot, *["pageup"] * 12)
        assert [str(option.prompt) for option in choices(pilot).options][1].endswith("Ideas [red]for[/] peace")
        await judged(pilot)
        assert "Ideas [red]for[/] peace" in text(pilot)


async def test_what_another_program_writes_into_the_claims_file_is_shown(path: Path) -> None:
    async with promises(path) as pilot:
        screen = await judged(pilot)
        Path("own-promises.yaml").write_text(TWO.replace("There will be peace", "No more war"))
        screen.app.look()
        await until(pilot, lambda: "No more war" in flat(pilot))


async def test_the_judgement_so_far_stands_beside_the_question_where_there_is_room(path: Path) -> None:
    async with promises(path, size=(120, 32)) as pilot:
        assert "Judged so far" in text(pilot)
        assert "There will be peace." in shown_in(pilot, "#picture")


# The judgements


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 32)])
async def test_each_promise_stands_there_with_its_judgement_and_all_that_is_said_of_it(
    size: tuple[int, int], path: Path
) -> None:
    async with promises(path, CLAIMS, size) as pilot:
        await judged(pilot)
        result = told(path, Path("own-promises.yaml"))
        assert [str(entry.line).splitlines()[0][2:] for entry in lines(pilot).entries] == [
            c.says for c in result.claims
        ]
        assert " ".join(shown_in(pilot, "#overview").split()) in flat(pilot)
        for number, claim in enumerate(result.claims):
            lines(pilot).highlighted = number
            await pilot.pause()
            first = claim.reasons[0]
            for said in (first.says, first.better, first.instead, first.ask, first.because):
                assert said is None or said in detail(pilot)


async def test_enter_shows_what_a_judgement_rests_on_and_escape_comes_back(path: Path) -> None:
    async with promises(path) as pilot:
        await judged(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, JudgementsScreen))
        if isinstance(pilot.app.screen, Choose):
            await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and bool(lines(pilot).entries))
        assert "There will be peace. What does it promise?" in flat(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JudgementsScreen))


async def test_a_question_to_the_convener_can_be_answered_from_the_judgement_that_waits_for_it(path: Path) -> None:
    path.write_text("initiative: Own\nanswers: {}\n")
    async with promises(path) as pilot:
        await judged(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        options = pilot.app.screen.query_one(OptionList)
        wanted = [str(option.prompt) for option in options.options]
        at = max(number for number, says in enumerate(wanted) if says.startswith("Question: "))
        options.highlighted = at
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen) and view(pilot).page is not None)
        assert case(pilot) is None
        assert wanted[at].removeprefix("Question: ") in prompt(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, JudgementsScreen))


async def test_the_keys_lead_between_the_questions_and_the_judgements_and_to_the_phases(path: Path) -> None:
    async with promises(path) as pilot:
        await judged(pilot)
        await press(pilot, "f2")
        await asked(pilot)
        await judged(pilot)
        await press(pilot, "f4")
        await until(pilot, lambda: "Phases, strands" in text(pilot).splitlines()[0])
        await judged(pilot)


@pytest.mark.parametrize(("downs", "ending"), [(0, ".txt"), (1, "-reasons.txt"), (2, ".json")])
async def test_an_export_is_what_the_command_line_prints(downs: int, ending: str, path: Path) -> None:
    async with promises(path, CLAIMS) as pilot:
        await judged(pilot)
        await press(pilot, "f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, Export))
        await press(pilot, *["down"] * downs)
        line = shlex.split(shown_in(pilot, "#line"))
        await press(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: any("Written, for you alone" in notice for notice in notices(pilot)))
    program, *arguments, arrow, out = line
    assert (program, arrow, out.endswith(f"own-promises{ending}")) == ("advisor", ">", True)
    assert Path(out).read_text() == advisor(*arguments, cwd=Path.cwd()).out


async def test_an_export_never_takes_the_place_of_what_is_judged(path: Path) -> None:
    async with promises(path, CLAIMS) as pilot:
        await judged(pilot)
        for name in ("own.yaml", "own-promises.yaml"):
            await press(pilot, "f6")
            await until(pilot, lambda: isinstance(pilot.app.screen, Export))
            await press(pilot, "enter", "enter")
            pilot.app.screen.query_one(Input).value = name
            await press(pilot, "enter")
            await until(pilot, lambda: "Please type another name." in shown_in(pilot, ".wrong"))
            await press(pilot, "escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
            await press(pilot, "down", "enter")
            await until(pilot, lambda: not isinstance(pilot.app.screen, Dialog))
    assert path.read_bytes() == COLLEAGUES.read_bytes()
    assert Path("own-promises.yaml").read_bytes() == CLAIMS.read_bytes()


# Rules that change meanwhile


def test_rules_with_which_the_promises_cannot_be_read_leave_all_as_it_was(path: Path) -> None:
    path.write_text("initiative: Own\nanswers: {}\n")
    claims = path.with_name("own-promises.yaml")
    claims.write_text(TWO)
    engine = bundled_engine()
    about = Case.own(engine, "en", path)
    promised = Promised(about, claims, Sort.CLAIMS)
    with pytest.raises(AdvisorError):
        promised.follow(Engine(small_rulebook({})))
    assert promised.engine is engine
    assert about.engine is engine
    assert [claim.says for claim in promised.expected.claims] == ["There will be peace.", "Ideas [red]for[/] peace"]
    promised.follow(engine)
    promised.close()
    about.close()


# Funders


async def test_the_demands_of_a_funder_are_held_against_it_beside_the_promises(path: Path) -> None:
    shutil.copy(FUNDER, "fund.yaml")
    async with promises(path) as pilot:
        await judged(pilot)
        await press(pilot, "a")
        await until(pilot, lambda: "Which funder's profile?" in flat(pilot))
        await type_in(pilot, "fund.yaml", "enter")
        await until(pilot, lambda: "What the fund for quick results expects" in shown_in(pilot, "#overview"))
        engine = bundled_engine()
        initiative = read_initiative(path, engine.rulebook.questions)
        funders = read_profiles([FUNDER], engine.rulebook.questions, initiative)
        (funder,) = expected(engine, initiative, assess(engine, initiative), funders=funders).funders
        there = [str(entry.line) for entry in lines(pilot).entries]
        assert all(any(demand.says in line for line in there) for demand in (*funder.clashes, *funder.unmet))


async def test_the_same_funder_cannot_stand_there_twice(path: Path) -> None:
    shutil.copy(FUNDER, "fund.yaml")
    async with promises(path, FUNDER) as pilot:
        await judged(pilot)
        await press(pilot, "a")
        await until(pilot, lambda: "Which funder's profile?" in flat(pilot))
        await type_in(pilot, "fund.yaml", "enter")
        await until(pilot, lambda: "Another profile is about" in flat(pilot))


async def test_a_profile_is_asked_for_question_by_question(path: Path) -> None:
    async with checking(path) as pilot:
        await press(pilot, "down", "enter")
        await until(pilot, lambda: "What do you call the funder?" in flat(pilot))
        await type_in(pilot, "The North", "enter")
        await until(pilot, lambda: "In which file" in flat(pilot))
        await press(pilot, "enter")
        await asked(pilot)
        assert prompt(pilot) == "The North: What counts as a result for it?"
        await choose(pilot, "1")
        await press(pilot, "pagedown")
        await until(pilot, lambda: "Within how many months" in prompt(pilot))
        await judged(pilot)
    assert Path("own-funder.yaml").read_text() == "funder: The North\nanswers:\n  results: [meetings]\n"

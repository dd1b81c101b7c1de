"""The assessment on a screen: every tab, the proofs down to the answers, and what is handed on."""

import asyncio
import json
import shlex
import stat
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static, TabbedContent

from advisor.engine.run import Engine
from advisor.initiative.reader import read_initiative
from advisor.interview.plan import Step
from advisor.logic.answers import Answer, Held
from advisor.messages.screens import assessment as messages
from advisor.report.assess import assess
from advisor.report.assessment import AdviceResult, Assessment, ViewResult
from advisor.report.forms import FORMS, command
from advisor.report.plain.page import as_text
from advisor.rulebook.bundled import EXAMPLES, bundled_rules
from advisor.tui.app import AdvisorApp
from advisor.tui.assessment import AssessmentScreen
from advisor.tui.dialogs import Choose
from advisor.tui.files import AskNewPath
from advisor.tui.findings import Asked, Findings, Lines, Proven
from advisor.tui.handing import Export
from advisor.tui.home import HomeScreen
from advisor.tui.interview import InterviewScreen
from advisor.tui.parts import PartsScreen
from advisor.tui.proof import ProofScreen
from advisor.tui.scope import Scope
from tests.bundled import bundled_engine
from tests.places import COMPOSED, EXAMPLE_FILES, FURTHER
from tests.running import advisor
from tests.screens import Screens, flat, press, prompt, screens, text, type_in, until
from tests.small import assessed as assessed_by
from tests.small import engine_of, finding, initiative_of, phases

ACEH, DOHA, OSLO = (bundled_rules() / EXAMPLES / f"{name}.yaml" for name in ("aceh-2005", "doha-2019", "oslo-1993"))
FAMILIES, LAWMAKERS, OFFICERS, EVERYONE, BLANK, TWO_VALLEYS = (
    next(path for path in COMPOSED if path.stem == name)
    for name in (
        "families-abroad",
        "lawmakers-at-a-university",
        "officers-and-retired-envoys",
        "everyone-around-one-table",
        "blank",
        "two-valleys",
    )
)
RICH = [FAMILIES, LAWMAKERS, OFFICERS, EVERYONE]
"""What exists nowhere, and is advised on at length."""
SECTIONS = {
    "team": ("team",),
    "languages": ("languages",),
    "goals": ("goals",),
    "expectations": ("expectations",),
    "risks": ("risks",),
    "steps": ("steps", "reflections", "lessons"),
}


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Works in an empty folder."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


@pytest.fixture(scope="module", name="engine")
def _engine() -> Engine:
    return bundled_engine()


@asynccontextmanager
async def looking_at(path: Path, engine: Engine, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Screens]:
    """The assessment of a file that is only looked at, as that of an example is."""
    app = AdvisorApp(bundled_rules(), engine=engine)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and bool(app.examples))
        app.begin("example", path)
        await until(pilot, lambda: isinstance(app.screen, AssessmentScreen) and bool(lines(pilot).entries))
        yield pilot


@asynccontextmanager
async def own(source: Path, engine: Engine, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Screens]:
    """The assessment of an initiative of one's own, a copy of a file."""
    path = Path("own.yaml")
    path.write_bytes(source.read_bytes())
    async with screens(path, size, engine) as pilot:
        await press(pilot, "f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen) and bool(lines(pilot).entries))
        yield pilot


def assessed(path: Path, engine: Engine) -> Assessment:
    return assess(engine, read_initiative(path, engine.rulebook.questions))


def assessment_screen(pilot: Screens) -> AssessmentScreen:
    assert isinstance(pilot.app.screen, AssessmentScreen)
    return pilot.app.screen


def lines(pilot: Screens) -> Lines:
    """The list of the tab that is shown."""
    pane = pilot.app.screen.query_one(TabbedContent).active_pane
    assert pane is not None
    return pane.query(Lines).first()


async def says(pilot: Screens, words: str) -> None:
    """Waits until words are on the screen."""
    await until(pilot, lambda: words in flat(pilot))


async def soon(holds: Callable[[], bool]) -> None:
    """Waits until something holds that needs no look at the screen, which takes longer."""
    for _ in range(2000):
        await asyncio.sleep(0.002)
        if holds():
            return
    raise AssertionError


async def turn_to(pilot: Screens, tab: str) -> Lines:
    """The list of a tab, once it is shown and filled."""
    screen = assessment_screen(pilot)
    screen.action_tab(tab)
    await soon(lambda: screen.query_one(TabbedContent).active == tab and screen.is_filled(tab))
    return lines(pilot)


def leads(shown: Lines) -> list[tuple[str, str | None]]:
    """The findings and questions to which the lines lead."""
    found = []
    for entry in shown.entries:
        match entry.lead:
            case Proven(finding, item):
                found.append((finding, item))
            case Asked(Step(question, item)):
                found.append((question, item))
    return found


def told(view: ViewResult, names: tuple[str, ...]) -> list[AdviceResult]:
    """The advice of some sections that belongs into their lists: what has a date stands in the timeline."""
    dated = {event.finding for event in view.timeline}
    advice = [advice for name in names for advice in getattr(view, name)]
    return [one for one in advice if one.id not in dated and (one.complete or not one.role)]


def notices(pilot: Screens) -> str:
    """What is told in passing."""
    return " ".join(str(toast.render()) for toast in pilot.app.screen.query("Toast"))


def mark(shown: Lines, words: str) -> None:
    """Marks the line that says something."""
    shown.highlighted = next(at for at, entry in enumerate(shown.entries) if words in str(entry.line))


async def holds_everything(pilot: Screens, view: ViewResult, open_: list[tuple[str, str | None]] | None) -> None:
    """Whether each tab lists what there is to tell, and says why where it is nothing."""
    for tab, names in SECTIONS.items():
        shown = await turn_to(pilot, tab)
        advice = told(view, names)
        dated = view.timeline if tab == "steps" else []
        asked = [(e.lead.step.question, e.lead.step.item) for e in shown.entries if isinstance(e.lead, Asked)]
        assert not asked or (not advice and not dated)
        assert sorted(map(str, leads(shown))) == sorted(
            map(str, [*((one.id, one.item) for one in advice), *((event.finding, None) for event in dated), *asked])
        )
        written = " ".join(str(entry.line) for entry in shown.entries)
        for one in advice:
            assert (one.role or one.says) in written
        for event in dated:
            assert event.says in written
        empty = shown.screen.query_one(f"#{tab}").query_one(Findings).query_one(".nothing", Static)
        assert str(empty.content)
        assert empty.display == (not advice and not dated and not asked)
    shown = await turn_to(pilot, "open")
    if open_ is not None:
        assert leads(shown) == open_


async def schools_hold_everything(pilot: Screens, view: ViewResult) -> None:
    """Whether the table has every school and verdict, and every test can be reached."""
    table = await turn_to(pilot, "schools")
    tests = pilot.app.screen.query_one("#tests", Lines)
    for at, school in enumerate(view.schools, start=1):
        row = str(table.entries[at].line)
        assert school.short in row
        for verdict in school.verdicts:
            words = {"supported": "+ yes", "refuted": "× no", "undecided": "? open", "contested": "! disputed"}
            word = "? stays open" if verdict.settled == "undecided" else words[verdict.status]
            if verdict.tracks:
                assert (f"({word})" if verdict.umbrella else word) in row
        table.highlighted = at
        await soon(partial(_is_headed, tests, school.title))
        criteria = [*school.criteria, *(c for verdict in school.verdicts for c in (verdict, *verdict.criteria))]
        assert sorted(map(str, leads(tests))) == sorted(str((c.id, c.item)) for c in criteria)
        written = " ".join(str(entry.line) for entry in tests.entries)
        assert all(criterion.says in written for criterion in criteria)


def _is_headed(shown: Lines, title: str) -> bool:
    return str(shown.entries[0].line) == title


@pytest.mark.parametrize(
    "path",
    [*EXAMPLE_FILES, *RICH, *(pytest.param(path, marks=pytest.mark.slow) for path in FURTHER)],
    ids=lambda path: path.stem,
)
async def test_every_tab_holds_what_the_assessment_holds(path: Path, engine: Engine) -> None:
    assessment = assessed(path, engine)
    async with looking_at(path, engine) as pilot:
        front = " ".join(str(entry.line) for entry in lines(pilot).entries)
        assert assessment.headline is None or assessment.headline.says in front
        first = [*assessment.stops, *assessment.front.stops, *assessment.front.advice, *assessment.notices]
        assert all(advice.says in front for advice in first)
        assert all(question.says in front for question in assessment.front.ask)
        await holds_everything(pilot, assessment, [(q.question, q.item) for q in assessment.open])
        await schools_hold_everything(pilot, assessment)


@pytest.mark.parametrize("path", [OSLO, OFFICERS], ids=lambda path: path.stem)
async def test_each_part_can_be_read_by_itself(path: Path, engine: Engine) -> None:
    assessment = assessed(path, engine)
    async with looking_at(path, engine) as pilot:
        for number, part in enumerate(assessment.parts, start=1):
            await press(pilot, "p")
            await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
            await press(pilot, *["down"] * number, "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen))
            await says(pilot, part.name)
            await turn_to(pilot, "front")
            assert part.headline is None or part.headline.says in " ".join(str(e.line) for e in lines(pilot).entries)
            await holds_everything(pilot, part, None)
            await schools_hold_everything(pilot, part)


async def test_the_whole_sends_those_on_who_look_for_what_is_told_of_its_parts(engine: Engine) -> None:
    async with looking_at(next(p for p in COMPOSED if p.stem == "instead-of-the-palace-talks"), engine) as pilot:
        await turn_to(pilot, "risks")
        await says(pilot, "Choose a phase or a strand with P")


async def test_what_is_dangerous_stands_first_and_is_marked(engine: Engine) -> None:
    async with looking_at(FAMILIES, engine) as pilot:
        marked = lines(pilot).marked
        assert marked is not None
        assert "! Meeting may put people in danger." in str(marked.line)
        assert "Next: Let those who would come judge their own risk" in flat(pilot)
        assert "STOP" in text(pilot)


async def test_left_and_right_go_round_the_tabs_and_numbers_go_to_one(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        tabs = pilot.app.screen.query_one(TabbedContent)
        await press(pilot, "8")
        assert tabs.active == "steps"
        await press(pilot, "1")
        await press(pilot, "left")
        assert tabs.active == "open"
        await press(pilot, "right", "right")
        assert tabs.active == "schools"


async def test_the_marked_line_is_told_with_reason_next_step_and_source(engine: Engine) -> None:
    async with looking_at(FAMILIES, engine, (80, 40)) as pilot:
        mark(await turn_to(pilot, "risks"), "An archive is kept")
        await says(pilot, "An archive is kept or planned, and those who are to be in it have not agreed. (grave)")
        told = flat(pilot)
        assert "Next: Record nothing more until each has said yes" in told
        assert "Why: Records help those who come later" in told
        assert "Our own rule of thumb. It builds on: Barakat, S. (2014)." in told
        assert "known to us through the issue brief" in told


async def test_a_role_is_told_with_who_fills_it_and_whom_to_ask_about(engine: Engine) -> None:
    async with looking_at(FAMILIES, engine, (80, 40)) as pilot:
        await turn_to(pilot, "team")
        await says(pilot, "Found fair by families from the north (essential) Filled by: not known yet")
        await says(pilot, "Ask about: The social worker (not known: found fair by); A young teacher (not known")


async def test_an_open_question_says_what_waits_for_it(engine: Engine) -> None:
    async with looking_at(FAMILIES, engine) as pilot:
        await turn_to(pilot, "open")
        await says(pilot, "Stop: Somebody who pays takes part in this war, or arms those who do.")


async def test_an_empty_tab_says_why(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        await turn_to(pilot, "risks")
        await says(pilot, "there is nothing left to advise. What it shows stands under Steps.")
    async with looking_at(BLANK, engine) as pilot:
        await turn_to(pilot, "risks")
        await says(pilot, "Too little is known to say anything here.")


async def test_an_empty_tab_puts_the_question_that_would_fill_it_and_enter_opens_it(engine: Engine) -> None:
    async with own(BLANK, engine) as pilot:
        shown = await turn_to(pilot, "team")
        assert leads(shown)[0][0] in leads_to_team(engine)
        await says(pilot, "Enter: question")
        first = shown.marked
        assert first is not None
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen) and prompt(pilot) in str(first.line))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, AssessmentScreen)


def leads_to_team(engine: Engine) -> set[str]:
    """The questions that advice on the team waits for where nothing is known."""
    results = assessed(BLANK, engine).findings
    return {question.question for f in results if f.kind in ("role", "team") for question in f.open}


@pytest.mark.parametrize("tab", messages.TABS)
async def test_the_words_of_all_tabs_are_in_sight_at_eighty_columns(tab: str, engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        assert messages.TABS[tab] in next(line for line in text(pilot).splitlines() if "Schools" in line)


async def test_a_proof_leads_down_to_an_answer_and_back_to_its_question(engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
        mark(pilot.app.screen.query_one(Lines), "Has anyone who knows the law and the place advised on this? No.")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        await until(pilot, lambda: prompt(pilot) == "Has anyone who knows the law and the place advised on this?")


async def down_to_the_question(pilot: Screens) -> None:
    """From the first line of the summary through its proof to the question that the proof rests on."""
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
    mark(pilot.app.screen.query_one(Lines), "Could meeting be a crime")
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen) and bool(prompt(pilot)))


async def test_an_answer_that_a_proof_led_to_leads_back_to_the_proof_which_says_what_has_changed(
    engine: Engine,
) -> None:
    async with own(FAMILIES, engine) as pilot:
        await down_to_the_question(pilot)
        await press(pilot, "1", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen))
        await until(pilot, lambda: "Before: applies. Now: does not apply." in flat(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, AssessmentScreen)


async def test_a_proof_that_now_rests_on_another_answer_says_so(engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        case = assessment_screen(pilot).case
        pilot.app.push_screen(ProofScreen(case, Proven("bearing/somebody-at-risk")))
        await says(pilot, "It may be dangerous, but not a crime.")
        await press(pilot, "f1")
        assert case.file is not None
        case.file.set(engine.rulebook.questions.find("contact_risk"), Answer((Held(frozenset(("crime",))),)))
        await press(pilot, "escape")
        await says(pilot, "This stands as before, but no longer on the same answers.")
        await says(pilot, "It may be a crime for somebody.")


async def test_nothing_is_said_of_a_change_where_nothing_has_changed(engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        await down_to_the_question(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
        assert "Before:" not in flat(pilot)
        assert "This stands as before" not in flat(pilot)


async def test_going_to_and_fro_between_a_proof_and_its_question_piles_up_no_screens(engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        depths = set()
        for _ in range(3):
            await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen))
            await down_to_the_question(pilot)
            depths.add(len(pilot.app.screen_stack))
            await press(pilot, "f3")
        assert len(depths) == 1


async def test_a_changed_answer_changes_the_assessment(engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        await down_to_the_question(pilot)
        await press(pilot, "1", "enter", "f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen))
        await until(pilot, lambda: "! Meeting may put people in danger" not in flat(pilot))


def _lists(pilot: Screens, told: str) -> bool:
    return isinstance(pilot.app.screen, AssessmentScreen) and any(told in str(e.line) for e in lines(pilot).entries)


async def test_a_stop_that_has_come_or_gone_since_one_last_looked_is_told(engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        case = assessment_screen(pilot).case
        assert case.file is not None
        assert "SINCE YOU LAST LOOKED" not in flat(pilot)
        for risk, told in (("none", "No longer a STOP: Meeting may put"), ("danger", "A new STOP: Meeting may put")):
            await press(pilot, "f2")
            await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
            case.file.set(engine.rulebook.questions.find("contact_risk"), Answer((Held(frozenset((risk,))),)))
            await press(pilot, "f3")
            await until(pilot, partial(_lists, pilot, told))


async def test_a_school_that_names_no_track_tells_below_its_name_how_many_of_its_tests_fit(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        table = await turn_to(pilot, "schools")
        (line,) = (str(entry.line) for entry in table.entries if "McDonald" in str(entry.line))
        assert "names no track; of its tests: + " in line


async def test_a_question_that_is_not_asked_now_can_be_gone_to_all_the_same(engine: Engine) -> None:
    async with own(BLANK, engine) as pilot:
        pilot.app.push_screen(ProofScreen(assessment_screen(pilot).case, Proven("stops/advice-taken")))
        await says(pilot, "It cannot be decided while this is not known:")
        mark(pilot.app.screen.query_one(Lines), "Has anyone who knows the law")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        await until(pilot, lambda: "advised on this?" in prompt(pilot))
        await pilot.pause()
        assert "advised on this?" in prompt(pilot)


async def test_an_answer_in_an_example_says_that_it_is_an_example(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        await turn_to(pilot, "open")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, AssessmentScreen)
        await until(pilot, lambda: "This is an example that came with the program." in notices(pilot))


async def test_why_not_shows_what_speaks_against_it(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        table = await turn_to(pilot, "schools")
        mark(table, "Montville")
        await press(pilot, "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "What speaks for it:" in text(pilot))
        assert "What speaks against it:" in text(pilot)
        await press(pilot, "n")
        marked = pilot.app.screen.query_one(Lines).marked
        assert marked is not None
        assert "Not everybody who meets does so officially." in str(marked.line)


async def test_a_proof_begins_with_all_of_it_in_short(engine: Engine) -> None:
    async with looking_at(DOHA, engine) as pilot:
        pilot.app.push_screen(ProofScreen(assessment_screen(pilot).case, Proven("mapendere/track-1.5")))
        await says(pilot, "By the definition of Mapendere, this is not Track 1.5.")
        marked = pilot.app.screen.query_one(Lines).marked
        assert marked is not None
        assert str(marked.line).startswith("By the definition of Mapendere")


async def test_both_sides_of_a_dispute_stand_beside_each_other_where_there_is_room(engine: Engine) -> None:
    async with looking_at(ACEH, engine, (120, 32)) as pilot:
        pilot.app.push_screen(ProofScreen(assessment_screen(pilot).case, Proven("montville/track-i")))
        await says(pilot, "What speaks against it:")
        (line,) = (line for line in text(pilot).splitlines() if "What speaks for it:" in line)
        assert "What speaks against it:" in line
        for key, place in (("right", "against"), ("left", "for"), ("n", "against")):
            await press(pilot, key)
            assert pilot.app.focused is pilot.app.screen.query_one(f"#{place}")
        await press(pilot, "enter")
        await says(pilot, "Those who meet are officials, and meet as such. (disputed)")


async def test_in_a_window_that_becomes_narrow_one_side_stands_below_the_other(engine: Engine) -> None:
    async with looking_at(ACEH, engine, (120, 32)) as pilot:
        pilot.app.push_screen(ProofScreen(assessment_screen(pilot).case, Proven("montville/track-i")))
        await says(pilot, "What speaks against it:")
        for width, beside in ((80, False), (110, True), (60, False)):
            await pilot.resize_terminal(width, 32)
            await until(pilot, lambda beside=beside: pilot.app.screen.has_class("-beside") is beside)  # type: ignore[misc]
            said = next(line for line in text(pilot).splitlines() if "What speaks for it:" in line)
            assert ("What speaks against it:" in said) is beside


async def test_an_answer_that_several_have_given_leads_to_each_of_them(engine: Engine) -> None:
    async with own(ACEH, engine) as pilot:
        pilot.app.push_screen(ProofScreen(assessment_screen(pilot).case, Proven("mapendere/parties-official")))
        await says(pilot, "Each: In what capacity do its people come?")
        mark(pilot.app.screen.query_one(Lines), "Each: In what capacity")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        await until(pilot, lambda: prompt(pilot) == "Free Aceh Movement: In what capacity do its people come?")


async def test_f9_leads_from_the_headline_to_why_it_is_called_that(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        assert "+ Mapendere: Track One and a Half, Track 1.5: yes" in flat(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, AssessmentScreen)


async def test_f9_asks_about_the_phase_that_one_reads_about(engine: Engine) -> None:
    async with own(OSLO, engine) as pilot:
        await press(pilot, "f4")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartsScreen) and "Exploration" in text(pilot))
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why" in text(pilot))
        await says(pilot, "In Exploration with two academics")


async def test_f9_leads_from_a_question_to_why_and_back(engine: Engine) -> None:
    async with own(ACEH, engine) as pilot:
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, InterviewScreen)


async def test_a_stop_that_has_gone_leads_to_why_it_is_so_no_longer(engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        case = assessment_screen(pilot).case
        assert case.file is not None
        await press(pilot, "f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        case.file.set(engine.rulebook.questions.find("contact_risk"), Answer((Held(frozenset(("none",))),)))
        await press(pilot, "f3")
        await until(pilot, partial(_lists, pilot, "No longer a STOP: Meeting may put"))
        mark(lines(pilot), "No longer a STOP")
        await press(pilot, "enter")
        await says(pilot, "Why not:")


async def test_where_nothing_speaks_against_a_stop_it_says_what_would_end_it_and_the_next_step(engine: Engine) -> None:
    async with looking_at(FAMILIES, engine, (100, 40)) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
        await press(pilot, "n")
        await says(pilot, "Nothing that is answered speaks against it.")
        said = flat(pilot)
        assert "It rests on this, and would not stand if it were otherwise:" in said
        assert "• Has anyone who knows the law and the place advised on this?" in said
        assert "Next: Let those who would come judge their own risk" in said
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ProofScreen)


async def test_what_is_not_known_is_named_among_what_a_stop_rests_on(engine: Engine) -> None:
    path = Path("unasked.yaml")
    path.write_text(FAMILIES.read_text().replace("  advice_taken: no\n", ""))
    async with looking_at(path, engine, (100, 40)) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
        await press(pilot, "n")
        await says(pilot, "Not known whether it is so: Somebody who knows the law and the place has advised.")


async def test_each_stop_says_at_once_what_to_do_next(engine: Engine) -> None:
    page = assessed(FAMILIES, engine)
    assert len(page.stops) > len(page.front.stops)
    async with looking_at(FAMILIES, engine) as pilot:
        front = {str(entry.line) for entry in lines(pilot).entries}
        for stop in page.stops:
            assert any(stop.says in line and f"Next: {stop.next_step}" in line for line in front)
    first, _, _ = as_text(page, with_reasons=False).partition("WHAT MATTERS MOST")
    assert all(str(stop.next_step) in " ".join(first.split()) for stop in page.stops)


@pytest.mark.parametrize("with_reasons", [True, False])
def test_ids_of_findings_stand_in_a_page_only_where_reasons_were_asked_for(
    with_reasons: bool,  # noqa: FBT001 -- a parameter of pytest
    engine: Engine,
) -> None:
    page = assessed(FAMILIES, engine)
    told = as_text(page, with_reasons=with_reasons)
    assert ("[stops/contact-may-be-dangerous]" in told) == with_reasons
    assert ("with the id in [brackets]" in told) == with_reasons


def test_the_table_of_an_exported_page_says_in_words_what_each_school_says(engine: Engine) -> None:
    page = assessed(ACEH, engine)
    table = as_text(page, with_reasons=False).partition("By whose definition")[2].splitlines()
    (montville,) = (line.split() for line in table if line.startswith("Montville"))
    assert "disputed" in montville
    assert not {"+", "-", "?", "!", "×"} & set(montville)


async def test_what_is_undecided_tells_what_is_missing_and_leads_there(engine: Engine) -> None:
    async with own(BLANK, engine) as pilot:
        mark(await turn_to(pilot, "schools"), "Mapendere")
        await press(pilot, "enter", "enter")
        await until(pilot, lambda: "It cannot be decided while this is not known:" in text(pilot))
        mark(pilot.app.screen.query_one(Lines), "Who are the sides?")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        await until(pilot, lambda: prompt(pilot) == "Who are the sides?")


async def test_a_finding_within_a_proof_opens_its_own_with_its_source(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        mark(await turn_to(pilot, "schools"), "Mapendere")
        await press(pilot, "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
        mark(pilot.app.screen.query_one(Lines), "+ Every side is officially represented.")
        await press(pilot, "enter")
        await until(pilot, lambda: "+ Every side is officially represented. (fits)" in text(pilot))
        assert "Rests on a publication: Mapendere, J. (2005)." in flat(pilot)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, AssessmentScreen)


async def test_a_proof_in_a_part_tells_that_part_and_leads_to_its_questions(engine: Engine) -> None:
    async with own(OSLO, engine) as pilot:
        mark(lines(pilot), "Some came in office and others did not.")
        await press(pilot, "enter")
        await says(pilot, "In Exploration with two academics")
        mark(pilot.app.screen.query_one(Lines), "Israel: In what capacity do its people come?")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        await until(pilot, lambda: prompt(pilot) == "Israel: In what capacity do its people come?")
        assert "Exploration with two academics" in text(pilot)


async def test_what_a_part_has_from_the_whole_leads_to_the_question_about_the_whole(engine: Engine) -> None:
    async with own(OSLO, engine) as pilot:
        mark(lines(pilot), "Some came in office and others did not.")
        await press(pilot, "enter")
        await says(pilot, "In Exploration with two academics")
        mark(pilot.app.screen.query_one(Lines), "What do the people involved do together?")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        await until(pilot, lambda: prompt(pilot) == "What do the people involved do together?")
        assert "Exploration with two academics" not in text(pilot)


async def test_what_rests_on_the_parts_leads_to_them(engine: Engine) -> None:
    async with own(OSLO, engine) as pilot:
        mark(lines(pilot), "It had several phases or strands.")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Parts:" in text(pilot))
        proof = pilot.app.screen.query_one(Lines)
        proof.highlighted = next(at for at, entry in enumerate(proof.entries) if isinstance(entry.lead, Asked))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PartsScreen))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 32)], ids=str)
async def test_every_tab_and_a_proof_can_be_read_at_every_size(size: tuple[int, int], engine: Engine) -> None:
    async with looking_at(FAMILIES, engine, size) as pilot:
        for tab in messages.TABS:
            shown = await turn_to(pilot, tab)
            assert shown.max_scroll_x == 0
            first = shown.marked
            assert first is not None
            await says(pilot, " ".join(str(first.line).split()[:2]))
        await press(pilot, "1", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
        assert "Could meeting be a crime, or put anyone in danger?" in flat(pilot)
        await press(pilot, "f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, Export))
        assert "names and notes" in flat(pilot)


async def test_text_from_files_is_never_read_as_markup(engine: Engine) -> None:
    path = Path("hostile.yaml")
    path.write_text(
        'initiative: "[/b] [TODO]"\nanswers:\n  sides:\n    only:\n'
        '      - {id: a, name: "[/b] [TODO]", capacity: {only: [mandated]}}\n'
        '      - {id: b, name: "\\e]0;x", capacity: {only: [civil_society]}}\n'
    )
    async with looking_at(path, engine) as pilot:
        for tab in messages.TABS:
            await turn_to(pilot, tab)
        mark(await turn_to(pilot, "schools"), "Mapendere")
        await press(pilot, "enter", "down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "[TODO]" in text(pilot))
        assert "<U+001B>]0;x" in flat(pilot)


# Handing on


async def exporting(pilot: Screens, form: str) -> Export:
    """The window that asks where to, with a form marked."""
    await press(pilot, "f6")
    await until(pilot, lambda: isinstance(pilot.app.screen, Export))
    await press(pilot, *["down"] * list(FORMS).index(form))
    assert isinstance(pilot.app.screen, Export)
    return pilot.app.screen


@pytest.mark.parametrize("form", FORMS)
async def test_an_export_is_what_the_command_line_prints(form: str, engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        dialog = await exporting(pilot, form)
        line = shlex.split(str(dialog.query_one("#line", Static).content))
        await press(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen))
        await until(pilot, lambda: "Written, for you alone to read" in notices(pilot))
    program, *arguments, arrow, out = line
    assert (program, arrow) == ("advisor", ">")
    assert Path(out).read_text() == advisor(*arguments, cwd=Path.cwd()).out
    assert stat.S_IMODE(Path(out).stat().st_mode) == 0o600


def test_the_command_line_is_written_so_that_a_shell_takes_it_as_meant() -> None:
    line = command(FORMS["json"], ("assess", Path("-my talks.yaml")), Path("it's.json"), Path("my rules"), "ar")
    wanted = ["advisor", "assess", "./-my talks.yaml", "--json", "--rules", "my rules", "--language", "ar"]
    assert shlex.split(line) == [*wanted, ">", "it's.json"]


async def test_each_form_proposes_a_name_beside_the_initiative(engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        dialog = await exporting(pilot, "text")
        assert dialog.query_one(Input).value == "own.txt"
        await press(pilot, "down", "down", "down")
        assert dialog.query_one(Input).value == "own.json"
        await press(pilot, "enter", "enter", *["backspace"] * 8)
        await type_in(pilot, "mine")
        dialog.query_one(OptionList).highlighted = 0
        await pilot.pause()
        assert dialog.query_one(Input).value == "mine"


async def test_an_export_never_takes_the_place_of_the_initiative(engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        await exporting(pilot, "text")
        await press(pilot, "enter", "enter", *["backspace"] * 3)
        await type_in(pilot, "yaml", "enter")
        await says(pilot, "That is the initiative itself.")
    assert Path("own.yaml").read_bytes() == FAMILIES.read_bytes()


async def test_another_file_is_replaced_only_when_that_is_said(engine: Engine) -> None:
    Path("own.json").write_text("precious")
    async with own(FAMILIES, engine) as pilot:
        await exporting(pilot, "json")
        await press(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Export))
        assert Path("own.json").read_text() == "precious"
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen))
    assert json.loads(Path("own.json").read_text())["initiative"]["name"] == "Families abroad"


async def test_where_nothing_can_be_written_it_says_so_and_waits(engine: Engine) -> None:
    async with own(FAMILIES, engine) as pilot:
        await exporting(pilot, "text")
        await press(pilot, "enter", "enter", *["backspace"] * 7)
        await type_in(pilot, "nowhere/x.txt", "enter")
        await says(pilot, "The machine refuses to save this file")
        assert isinstance(pilot.app.screen, Export)


async def test_an_example_can_be_copied_to_a_file_of_ones_own(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        await pilot.click("#copy")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskNewPath))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        assert Path("initiative-1.yaml").read_bytes() == ACEH.read_bytes()
        assert stat.S_IMODE(Path("initiative-1.yaml").stat().st_mode) == 0o600
        await press(pilot, "f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen))
        assert "everything is saved" in text(pilot)
        await press(pilot, "escape", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))


@pytest.mark.parametrize("secret", [("yes", "yes", "no"), ("yes", "yes", "yes")])
def test_what_is_advised_for_phases_alone_is_proven_in_the_first_of_them(secret: tuple[str, ...]) -> None:
    small = engine_of(finding("risk-4", "{secret: yes}"))
    said = {id_: f"{{secret: {answer}}}" for id_, answer in zip(("one", "two", "three"), secret, strict=True)}
    answers = f"  stage: running\n{phases(**said)}"
    page = assessed_by(small, answers)
    (shown,) = page.front.advice
    assert Scope(small.rulebook, initiative_of(small.rulebook, answers), page).place(shown) == Proven(
        "sample/risk-4", part="one"
    )

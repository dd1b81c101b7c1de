"""What would change a conclusion, on the screen: below why, and for the track that it is called."""

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from advisor.engine.run import Engine
from advisor.logic.answers import Answer, Held
from advisor.messages import change as told
from advisor.report.change.outlook import Outlooks
from advisor.report.change.results import Outlook
from advisor.rulebook.bundled import EXAMPLES, bundled_rules
from advisor.tui.anothertrack import AnotherTrackScreen
from advisor.tui.assessment import AssessmentScreen
from advisor.tui.case import Case
from advisor.tui.findings import Asked, Fold, Lines, Proven
from advisor.tui.interview import InterviewScreen
from advisor.tui.proof import ProofScreen
from advisor.tui.turning import Turning
from advisor.whatif.changes import ANSWERS_AT_MOST
from advisor.whatif.outcomes import Concluded
from tests.bundled import bundled_engine
from tests.places import COMPOSED
from tests.screens import Screens, choices, flat, press, prompt, text, until
from tests.test_screens_assessment import looking_at, mark, own, says, turn_to

ACEH, JCPOA, OSLO, PUGWASH = (
    bundled_rules() / EXAMPLES / f"{name}.yaml" for name in ("aceh-2005", "jcpoa", "oslo-1993", "pugwash-2008")
)

ISLANDS = next(path for path in COMPOSED if path.stem == "something-about-the-islands")
SIZES = [(60, 20), (80, 24), (120, 32)]
LOOKING = "Looking for what would change it"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Works in an empty folder."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


@pytest.fixture(scope="module", name="engine")
def _engine() -> Engine:
    return bundled_engine()


def case_of(pilot: Screens) -> Case:
    assert isinstance(pilot.app.screen, AssessmentScreen | Turning)
    return pilot.app.screen.case


def shown_lines(pilot: Screens) -> Lines:
    return pilot.app.screen.query(Lines).first()


def section(pilot: Screens) -> str:
    """What stands in the list from the question on what would change it."""
    written = [str(entry.line) for entry in shown_lines(pilot).entries]
    return "\n".join(written[written.index("What would change it?") :])


def marked(pilot: Screens) -> str:
    entry = shown_lines(pilot).marked
    assert entry is not None
    return str(entry.line)


async def why(pilot: Screens, finding: str, part: str = "") -> None:
    """Opens a proof, and waits for what would change it."""
    pilot.app.push_screen(ProofScreen(case_of(pilot), Proven(finding, None, part)))
    await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and bool(shown_lines(pilot).entries))
    await found(pilot)


async def tracks(pilot: Screens) -> None:
    """Opens what would make it another track, and waits for it."""
    await press(pilot, "c")
    await until(pilot, lambda: isinstance(pilot.app.screen, AnotherTrackScreen) and bool(shown_lines(pilot).entries))
    await found(pilot)


async def found(pilot: Screens) -> None:
    await until(pilot, lambda: all(LOOKING not in str(entry.line) for entry in shown_lines(pilot).entries))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_c_goes_from_why_to_what_would_change_it_and_all_of_it_can_be_read(
    size: tuple[int, int], engine: Engine
) -> None:
    async with looking_at(ACEH, engine, size) as pilot:
        await why(pilot, "mapendere/track-1.5")
        assert "What would change it? (C)" in flat(pilot)
        await press(pilot, "c")
        assert marked(pilot).startswith("  • nobody comes who is sent to speak for Government of Indonesia")
        await says(pilot, "It would not be Track 1.5 by Mapendere if: By how it is designed, if those concerned agree:")
        assert "With it: Montville: Track I no;" in flat(pilot)
        assert shown_lines(pilot).max_scroll_x == 0


async def test_both_sides_of_a_dispute_stand_beside_each_other_above_what_would_decide_it(engine: Engine) -> None:
    async with looking_at(ACEH, engine, (120, 32)) as pilot:
        await why(pilot, "montville/track-i")
        await press(pilot, "right", "c")
        assert pilot.app.focused is shown_lines(pilot)
        await says(pilot, "It would be Track I by Montville if:")
        await says(pilot, "What speaks against it:")


async def test_what_is_still_possible_is_told_before_what_would_change_it(engine: Engine) -> None:
    async with looking_at(PUGWASH, engine) as pilot:
        await why(pilot, "jones/track-ii")
        await press(pilot, "c")
        assert marked(pilot) == "Still possible: yes or no."
        told_so = section(pilot)
        assert told_so.index("Still possible") < told_so.index("It would be Track II by Jones if:")


async def test_what_no_answer_decides_says_so_among_the_schools_and_below_why(engine: Engine) -> None:
    async with looking_at(JCPOA, engine) as pilot:
        mark(await turn_to(pilot, "schools"), "Mapendere")
        await until(pilot, lambda: "Mapendere" in text(pilot))
        assert "? stays open" in next(line for line in text(pilot).splitlines() if "Mapendere" in line)
        await says(pilot, "Track 1.5, open; nothing that could still be said decides it:")
        await why(pilot, "mapendere/track-1.5")
        assert "Nothing that is open would decide it." in section(pilot)


async def test_few_changes_are_told_at_first_and_the_others_on_demand(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        await why(pilot, "mapendere/track-1.5")
        screen = pilot.app.screen
        assert isinstance(screen, ProofScreen)
        few = len(shown_lines(pilot).entries)
        fold = next(at for at, entry in enumerate(shown_lines(pilot).entries) if isinstance(entry.lead, Fold))
        assert str(shown_lines(pilot).entries[fold].line) == "  ▸ and 1 more"
        shown_lines(pilot).highlighted = fold
        await press(pilot, "enter")
        assert len(shown_lines(pilot).entries) >= few
        assert marked(pilot).startswith("  • ")
        assert shown_lines(pilot).highlighted == fold


@pytest.mark.parametrize("finding", ["jones/track-ii", "mapendere/track-1.5", "montville/track-i"])
async def test_everything_that_is_found_can_be_read_on_the_screen(finding: str, engine: Engine) -> None:
    async with looking_at(PUGWASH, engine) as pilot:
        await why(pilot, finding)
        outlook = Outlooks(engine.rulebook, case_of(pilot).initiative).of(Concluded(finding))
        while folds := [at for at, entry in enumerate(shown_lines(pilot).entries) if isinstance(entry.lead, Fold)]:
            shown_lines(pilot).highlighted = folds[0]
            await press(pilot, "enter")
        written = section(pilot)
        for turn in outlook.turns:
            assert turn.says in written
            for change in turn.changes:
                assert told.BY[change.by] in written
                assert all(clause in written for clause in change.says)
                assert all(effect in written for effect in (*change.also, *change.brings))


async def test_what_is_found_late_moves_nothing_that_one_reads(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        await why(pilot, "mapendere/track-1.5")
        await press(pilot, "down", "down", "down", "down")
        before, screen = (shown_lines(pilot).scroll_offset, shown_lines(pilot).highlighted), pilot.app.screen
        assert isinstance(screen, ProofScreen)
        screen.show_turns()
        await pilot.pause()
        assert (shown_lines(pilot).scroll_offset, shown_lines(pilot).highlighted) == before


class _SlowProof(ProofScreen):
    """A proof for which it takes as long as wanted to find what would change it."""

    may_go_on = threading.Event()

    def looked_for(self, outlooks: Outlooks) -> Sequence[Outlook]:
        self.may_go_on.wait()
        return super().looked_for(outlooks)


async def test_while_it_is_looked_for_keys_work_and_the_page_can_be_left(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        _SlowProof.may_go_on.clear()
        try:
            pilot.app.push_screen(_SlowProof(case_of(pilot), Proven("mapendere/track-1.5")))
            await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
            await press(pilot, "c")
            await says(pilot, LOOKING)
            await press(pilot, "home", "down")
            assert shown_lines(pilot).highlighted != 0
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, AssessmentScreen)
        finally:
            _SlowProof.may_go_on.set()
        await asyncio.sleep(0)
        await why(pilot, "mapendere/track-1.5")


async def test_whoever_waits_for_it_is_at_its_first_line_when_it_is_there(engine: Engine) -> None:
    async with looking_at(ACEH, engine) as pilot:
        _SlowProof.may_go_on.clear()
        try:
            pilot.app.push_screen(_SlowProof(case_of(pilot), Proven("mapendere/track-1.5")))
            await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen) and "Why:" in text(pilot))
            await press(pilot, "c")
            assert LOOKING in marked(pilot)
        finally:
            _SlowProof.may_go_on.set()
        await found(pilot)
        assert marked(pilot).startswith("  • nobody comes")


async def test_an_answer_in_a_change_leads_to_its_question_and_the_change_is_looked_for_anew(engine: Engine) -> None:
    async with own(ACEH, engine) as pilot:
        await why(pilot, "mapendere/track-1.5")
        mark(shown_lines(pilot), "the people involved protest or press others")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        await until(pilot, lambda: prompt(pilot) == "What do the people involved do together?")
        case = pilot.app.screen.case  # type: ignore[attr-defined]
        question = engine.rulebook.questions.find("activity")
        case.file.set(question, Answer((Held(frozenset(("campaign",))),)))
        await press(pilot, "escape")
        await says(pilot, "Before: yes. Now: no.")
        await until(pilot, lambda: "It would be Track 1.5 by Mapendere if:" in section(pilot))
        assert "It would not be" not in section(pilot)


async def test_somebody_who_would_be_added_leads_to_the_list(engine: Engine) -> None:
    async with own(ACEH, engine) as pilot:
        await why(pilot, "mapendere/track-1.5")
        for words in ("there is one more side", "and nobody comes who is sent to speak for the new side"):
            mark(shown_lines(pilot), words)
            await press(pilot, "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
            await until(pilot, lambda: prompt(pilot) == "Who are the sides?")
            assert choices(pilot).option_count
            await press(pilot, "escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen))


async def test_every_answer_in_a_change_leads_to_a_question_that_can_be_put(engine: Engine) -> None:
    async with own(OSLO, engine) as pilot:
        await tracks(pilot)
        while folds := [at for at, e in enumerate(shown_lines(pilot).entries) if str(e.line).lstrip().startswith("▸")]:
            shown_lines(pilot).highlighted = folds[0]
            await press(pilot, "enter")
        asked = {entry.lead for entry in shown_lines(pilot).entries if isinstance(entry.lead, Asked)}
        assert asked
        for lead in asked:
            interview = case_of(pilot).interview_of(lead.part)
            assert lead.step.item is None or interview.is_there(lead.step)
            assert interview.question(lead.step)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_c_leads_from_the_summary_and_the_schools_to_what_would_make_it_another_track(
    size: tuple[int, int], engine: Engine
) -> None:
    async with looking_at(ACEH, engine, size) as pilot:
        for tab in ("front", "schools"):
            await turn_to(pilot, tab)
            await says(pilot, "Another track? (C)")
            await tracks(pilot)
            await says(pilot, "What would make it another track?")
            assert marked(pilot).startswith("▾ + At least one school calls it Track I.")
            await says(pilot, "No school would call it Track I any more if:")
            assert shown_lines(pilot).max_scroll_x == 0
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, AssessmentScreen)


async def test_of_several_phases_each_track_opens_and_closes_by_itself(engine: Engine) -> None:
    async with looking_at(OSLO, engine) as pilot:
        await tracks(pilot)
        closed = [str(entry.line) for entry in shown_lines(pilot).entries]
        assert "In “Exploration with two academics”:" in closed
        assert not any(line.endswith("if:") for line in closed)
        await press(pilot, "enter")
        assert any(str(entry.line).endswith("if:") for entry in shown_lines(pilot).entries)
        assert marked(pilot).startswith("▾ ")
        await press(pilot, "enter")
        assert [str(entry.line) for entry in shown_lines(pilot).entries] == closed


async def test_of_a_phase_that_one_reads_about_only_that_is_told(engine: Engine) -> None:
    async with looking_at(OSLO, engine) as pilot:
        await press(pilot, "p", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AssessmentScreen) and bool(pilot.app.screen.looked_at))
        await tracks(pilot)
        await says(pilot, "In Exploration with two academics")
        assert any(str(entry.line).endswith("if:") for entry in shown_lines(pilot).entries)


async def test_help_tells_how_what_would_change_it_is_read(engine: Engine) -> None:
    async with looking_at(ACEH, engine, (120, 50)) as pilot:
        await tracks(pilot)
        await press(pilot, "f1")
        await says(pilot, "Below stands what else it would bring")


async def test_names_in_a_change_are_never_read_as_markup(engine: Engine) -> None:
    path = Path("hostile.yaml")
    path.write_text(
        'initiative: "[/b] [TODO]"\nanswers:\n  activity: talks\n  sides:\n    only:\n'
        '      - {id: a, name: "[/b] [A]", capacity: {only: [mandated]}}\n'
        '      - {id: b, name: "\\e]0;x", capacity: {only: [mandated]}}\n'
    )
    async with looking_at(path, engine, (80, 100)) as pilot:
        await tracks(pilot)
        await until(pilot, lambda: "[/b] [A]" in flat(pilot))
        await until(pilot, lambda: "<U+001B>]0;x" in flat(pilot))


async def test_where_it_takes_many_answers_an_example_leads_to_each_of_them(engine: Engine) -> None:
    async with own(ISLANDS, engine) as pilot:
        await why(pilot, "reimann/track-ii-or-iii")
        entries = list(shown_lines(pilot).entries)
        (at,) = (
            at for at, entry in enumerate(entries) if "It takes answers to more than 4 questions" in str(entry.line)
        )
        assert sum(isinstance(entry.lead, Asked) for entry in entries[at + 1 :]) > ANSWERS_AT_MOST
        shown_lines(pilot).highlighted = at + 1
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen) and bool(prompt(pilot)))

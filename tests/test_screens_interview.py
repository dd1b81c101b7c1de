"""The interview on a screen: every answer in every way, saved at once, and nothing lost."""

import re
import stat
from pathlib import Path

import pytest

from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.logic.answers import Answer, Held
from advisor.rulebook.bundled import bundled_rules
from advisor.store.file import InitiativeFile
from advisor.tui.app import AdvisorApp
from advisor.tui.dialogs import Tell
from tests.bundled import bundled_rulebook
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
)

QUESTIONS = bundled_rulebook().questions
PAST_GOALS = ("1", "2", "2", "1")
"""Answers to the questions before that for the purposes."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "talks.yaml")


def written(path: Path, *answers: str) -> Path:
    below = "answers:\n" if answers else ""
    path.write_text(f"initiative: Talks\n{below}" + "".join(f"  {answer}\n" for answer in answers))
    return path


def read(path: Path) -> Initiative:
    return read_initiative(path, QUESTIONS)


def answer(path: Path, question: str) -> Answer:
    return read(path).whole.answer(question)


def tell(pilot: Screens) -> Tell:
    """What is said in a window of its own."""
    assert isinstance(pilot.app.screen, Tell)
    return pilot.app.screen


async def test_a_number_marks_an_answer_and_enter_gives_it(path: Path) -> None:
    async with screens(path) as pilot:
        first = prompt(pilot)
        await press(pilot, "2")
        assert answer(path, "contact_risk") == Answer()
        await press(pilot, "enter")
        assert answer(path, "contact_risk").held == (Held(frozenset(("danger",))),)
        assert prompt(pilot) != first


async def test_enter_out_of_habit_answers_nothing_and_is_told_how(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, "2")
        await press(pilot, "enter", "enter")
        assert answer(path, "funder_party") == Answer()
        assert shown_in(pilot, "#wrong").startswith("Mark an answer with its number")


async def test_words_that_land_on_a_list_of_answers_give_no_answer(path: Path) -> None:
    before = path.read_bytes()
    async with screens(path) as pilot:
        first = prompt(pilot)
        await type_in(pilot, "yes 2 of them, no 1 of us")
        assert path.read_bytes() == before
        assert prompt(pilot) == first


async def test_two_digits_mark_the_answer_with_that_number(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, *PAST_GOALS)
        assert choices(pilot).option_count > 10
        await press(pilot, "1", "0")
        assert choices(pilot).highlighted == 9


async def test_enter_on_an_answer_that_stands_keeps_it_and_goes_on(path: Path) -> None:
    written(path, "contact_risk: danger", "advice_taken: yes")
    before = path.read_bytes()
    async with screens(path) as pilot:
        second = prompt(pilot)
        await press(pilot, "pageup")
        assert prompt(pilot) != second
        await press(pilot, "enter")
        assert path.read_bytes() == before
        assert prompt(pilot) == second


async def test_an_answer_that_is_overwritten_is_told_and_one_key_brings_it_back(path: Path) -> None:
    async with screens(path) as pilot:
        first = prompt(pilot)
        await choose(pilot, "2")
        await press(pilot, "pageup", "1", "enter")
        assert any("Before, it said: It may be dangerous" in notice for notice in notices(pilot))
        await press(pilot, "ctrl+z")
        assert answer(path, "contact_risk").held[0].words == {"danger"}
        assert prompt(pilot) == first


async def test_what_was_cleared_or_removed_comes_back(path: Path) -> None:
    written(path, "contact_risk: {is: danger, note: by phone}", "sides: [{id: a, name: North}]")
    before = path.read_bytes()
    async with screens(path) as pilot:
        await press(pilot, "pageup")
        await pilot.click("#clear")
        assert "by phone" not in path.read_text()
        await press(pilot, "ctrl+z")
        await to_question(pilot, "Who are the sides?")
        await press(pilot, "down", "home", "enter", "down", "down", "enter", "down", "enter")
        await until(pilot, lambda: "North" not in path.read_text())
        await press(pilot, "ctrl+z")
        assert path.read_bytes() == before
        await press(pilot, "ctrl+z")
        assert any("Nothing has been changed here" in notice for notice in notices(pilot))


async def test_the_arrow_keys_reach_what_can_be_said_of_every_question(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "end", "down", "right")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "withheld"
        await press(pilot, "up")
        assert pilot.app.focused is choices(pilot)
        await press(pilot, "end", "down", "right", "enter")
        assert answer(path, "contact_risk") == Answer(withheld=True)


async def test_a_section_that_is_answered_can_be_gone_through_again(path: Path) -> None:
    async with screens(path) as pilot:
        first = prompt(pilot)
        await to_question(pilot, "What next?")
        await press(pilot, "2", "enter")
        assert prompt(pilot) == first


async def test_the_last_language_that_is_taken_back_leaves_the_question_open(path: Path) -> None:
    written(path, "sides: [{id: a, name: North}]")
    async with screens(path) as pilot:
        await to_question(pilot, "North: Which languages do its people use among themselves?")
        await type_in(pilot, "dari", "enter")
        await press(pilot, "down", "home", "enter")
        assert read(path).whole.group("sides").items[0].answers["languages"] == Answer()


async def test_a_misspelled_language_can_be_chosen_from_what_resembles_it(path: Path) -> None:
    written(path, "sides: [{id: a, name: North}]")
    async with screens(path) as pilot:
        await to_question(pilot, "North: Which languages do its people use among themselves?")
        await type_in(pilot, "Kyrgiz", "enter")
        assert "Did you mean" in shown_in(pilot, "#wrong")
        await press(pilot, "down", "enter")
        assert read(path).whole.group("sides").items[0].answers["languages"].held[0].words == {"ky"}


async def test_what_is_typed_and_not_sent_off_is_never_lost_unsaid(path: Path) -> None:
    for key in ("pagedown", "escape", "f3", "f5"):
        async with screens(path) as pilot:
            await to_question(pilot, "Who are the sides?")
            here = pilot.app.screen
            await type_in(pilot, "Bishop", key)
            assert pilot.app.screen is here
            assert '"Bishop" is not written yet' in shown_in(pilot, "#wrong")
            await press(pilot, key)
            assert pilot.app.screen is not here or prompt(pilot) != "Who are the sides?"
    assert "Bishop" not in path.read_text()


async def test_a_number_marks_an_answer_from_the_buttons_below_too(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "end", "down", "2", "enter")
        assert answer(path, "contact_risk").held[0].words == {"danger"}


async def test_what_was_withheld_is_not_said_again(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "2", "enter", "pageup")
        await pilot.click("#withheld")
        await until(pilot, lambda: answer(path, "contact_risk") == Answer(withheld=True))
        assert any("Ctrl+Z brings it back" in notice for notice in notices(pilot))
        assert not any("dangerous" in notice for notice in notices(pilot))


async def test_what_was_said_not_to_be_known_stands_there_when_one_comes_back(path: Path) -> None:
    async with screens(path) as pilot:
        await pilot.click("#unknown")
        await until(pilot, lambda: "contact_risk" in path.read_text())
        await press(pilot, "pageup")
        assert shown_in(pilot, "#standing") == "Answer so far: Not known."


async def test_enter_goes_on_from_a_list_that_is_answered_and_changes_nothing(path: Path) -> None:
    written(path, "goals: [ideas, channel]")
    async with screens(path) as pilot:
        await to_question(pilot, "What is the initiative for?")
        before = path.read_bytes()
        await press(pilot, "enter")
        assert prompt(pilot) != "What is the initiative for?"
        assert path.read_bytes() == before


async def test_equals_where_names_are_typed_says_that_they_are_all(path: Path) -> None:
    async with screens(path) as pilot:
        await to_question(pilot, "Who are the sides?")
        await type_in(pilot, "North", "enter")
        await press(pilot, "equals_sign", "enter")
        assert read(path).whole.group("sides").complete
        assert len(read(path).whole.group("sides").items) == 1


@pytest.mark.parametrize("columns", [80, 100, 120])
async def test_how_far_each_section_has_come_stands_there_whole(path: Path, columns: int) -> None:
    async with screens(path, (columns, 30)) as pilot:
        await until(pilot, lambda: re.search(r"Money, records +0/\d\d\b", text(pilot)) is not None)


async def test_arrows_and_enter_answer_as_well(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "down", "down", "down", "enter")
        assert answer(path, "contact_risk").held[0].words == {"crime"}


async def test_it_begins_with_the_first_question_that_has_no_answer(path: Path) -> None:
    written(path, "contact_risk: none", "funder_party: no")
    async with screens(path) as pilot:
        assert prompt(pilot) == "How far along is the initiative?"


async def test_page_up_goes_back_and_the_answer_stands_there(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "2", "enter", "pageup")
        assert "It may be dangerous" in shown_in(pilot, "#standing")


async def test_changing_an_early_answer_loses_none_of_the_later_ones(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, "2", "2", "2", "3")
        await press(pilot, *["pageup"] * 4, "1", "enter")
        assert answer(path, "contact_risk").held[0].words == {"none"}
        assert answer(path, "stage").held[0].words == {"running"}


async def test_what_is_not_known_stays_open_and_the_next_question_comes(path: Path) -> None:
    async with screens(path) as pilot:
        first = prompt(pilot)
        await pilot.click("#unknown")
        assert answer(path, "contact_risk") == Answer()
        assert prompt(pilot) != first


async def test_what_is_not_to_be_written_is_not_asked_again(path: Path) -> None:
    async with screens(path) as pilot:
        first = prompt(pilot)
        await pilot.click("#withheld")
        await until(pilot, lambda: prompt(pilot) != first)
        assert answer(path, "contact_risk") == Answer(withheld=True)
    async with screens(path) as pilot:
        assert prompt(pilot) != first


async def test_a_note_is_kept_beside_the_answer(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "2", "enter", "pageup")
        await pilot.click("#note")
        await type_in(pilot, "Asked a lawyer", "ctrl+s")
        await until(pilot, lambda: "Asked a lawyer" in shown_in(pilot, "#standing"))
    assert answer(path, "contact_risk") == Answer((Held(frozenset(("danger",))),), note="Asked a lawyer")


async def test_an_answer_can_be_cleared(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "2", "enter", "pageup")
        await pilot.click("#clear")
        await until(pilot, lambda: not shown_in(pilot, "#standing"))
    assert "contact_risk" not in path.read_text()


async def test_a_dispute_keeps_both_accounts_with_who_holds_them(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, "1")
        await pilot.click("#disputed")
        await choose(pilot, "1")
        await type_in(pilot, "a journalist", "enter")
        await choose(pilot, "2")
        await press(pilot, "enter", "enter")
        await until(pilot, lambda: prompt(pilot) == "How far along is the initiative?")
    accounts = (Held(frozenset(("yes",)), by="a journalist"), Held(frozenset(("no",))))
    assert answer(path, "funder_party").held == accounts


async def test_a_dispute_that_is_left_halfway_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    async with screens(path) as pilot:
        await pilot.click("#disputed")
        await press(pilot, "1", "enter", "escape", "escape")
        assert path.read_bytes() == before


async def test_ticking_saves_at_once_and_that_is_all_closes_the_list(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, *PAST_GOALS)
        assert prompt(pilot) == "What is the initiative for?"
        await choose(pilot, "1", "3")
        assert answer(path, "goals").held == (Held(frozenset(("end_war", "ideas")), complete=False),)
        await choose(pilot, "1")
        assert answer(path, "goals").held == (Held(frozenset(("ideas",)), complete=False),)
        await press(pilot, "end", "up", "enter")
        assert answer(path, "goals").held == (Held(frozenset(("ideas",))),)
        assert prompt(pilot) != "What is the initiative for?"


async def test_what_does_not_belong_is_crossed_out(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, *PAST_GOALS, "3")
        await press(pilot, "down", "x")
        held = Held(frozenset(("ideas",)), complete=False, excluded=frozenset(("channel",)))
        assert answer(path, "goals").held == (held,)


@pytest.mark.parametrize(("key", "complete"), [("equals_sign", True), ("plus", False)])
async def test_one_key_says_that_a_list_is_all_or_open(path: Path, key: str, *, complete: bool) -> None:
    async with screens(path) as pilot:
        await choose(pilot, *PAST_GOALS, "3")
        await press(pilot, key)
        assert answer(path, "goals").held == (Held(frozenset(("ideas",)), complete=complete),)
        assert prompt(pilot) == "Over how many years is it planned, or paid for?"


async def test_a_number_that_is_none_is_told_in_place_and_nothing_is_written(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, *PAST_GOALS)
        await press(pilot, "pagedown")
        await type_in(pilot, "soon", "enter")
        assert "A half is 0.5" in shown_in(pilot, "#wrong")
        assert "horizon_years" not in path.read_text()
        await press(pilot, *["backspace"] * 4)
        await type_in(pilot, "1.5", "enter")
        assert answer(path, "horizon_years").held[0].words == {1.5}


async def to_question(pilot: Screens, wanted: str) -> None:
    for _ in range(40):
        if prompt(pilot) == wanted:
            return
        await press(pilot, "pagedown")
    raise AssertionError(f"{wanted} never came.")


async def test_a_list_of_people_grows_is_renamed_and_shrinks(path: Path) -> None:
    async with screens(path) as pilot:
        await to_question(pilot, "Who are the sides?")
        await type_in(pilot, "North", "enter")
        await type_in(pilot, "South", "enter")
        names = [item.answers["name"].held[0].words for item in read(path).whole.group("sides").items]
        assert names == [{"North"}, {"South"}]
        await press(pilot, "down", "home", "enter", "enter", *["backspace"] * 5)
        await type_in(pilot, "Highland", "enter")
        await until(pilot, lambda: "Highland" in text(pilot))
        await press(pilot, "down", "home", "enter", "down", "down", "enter", "down", "enter")
        await until(pilot, lambda: len(read(path).whole.group("sides").items) == 1)
        assert "North" not in path.read_text()


async def test_that_is_all_closes_a_list_of_people(path: Path) -> None:
    async with screens(path) as pilot:
        await to_question(pilot, "Who are the sides?")
        await type_in(pilot, "North", "enter")
        assert not read(path).whole.group("sides").complete
        await press(pilot, "down", "down", "enter")
        assert read(path).whole.group("sides").complete
        assert prompt(pilot).startswith("North: ")


async def test_a_language_is_completed_and_kept_by_its_code(path: Path) -> None:
    written(path, "sides: [{id: a, name: North}]")
    async with screens(path) as pilot:
        await to_question(pilot, "North: Which languages do its people use among themselves?")
        await type_in(pilot, "dar")
        assert "Dari" in text(pilot)
        await type_in(pilot, "i", "enter")
        item = read(path).whole.group("sides").items[0]
        assert item.answers["languages"].held[0].words == {"prs"}


async def test_enter_takes_the_completion_that_is_marked_and_no_code_that_looks_alike(path: Path) -> None:
    written(path, "sides: [{id: a, name: North}]")
    async with screens(path) as pilot:
        await to_question(pilot, "North: Which languages do its people use among themselves?")
        await type_in(pilot, "taj", "enter")
        await type_in(pilot, "kyr", "enter")
        await type_in(pilot, "Hill tongue", "enter")
        item = read(path).whole.group("sides").items[0]
        assert item.answers["languages"].held[0].words == {"tg", "ky", "~Hill tongue"}


async def test_questions_that_no_longer_matter_step_aside_and_keep_their_answers(path: Path) -> None:
    written(path, "contact_risk: danger", "advice_taken: yes")
    async with screens(path) as pilot:
        assert "Before anything" in text(pilot)
        await press(pilot, *["pageup"] * 30, "1", "enter")
        assert answer(path, "advice_taken").held[0].words == {"yes"}
        for _ in range(40):
            await press(pilot, "pagedown")
        assert "Advice taken" in text(pilot)


async def test_the_picture_follows_every_answer(path: Path) -> None:
    written(path, "sides: {only: [{id: a, capacity: {only: [mandated]}}, {id: b, capacity: {only: [mandated]}}]}")
    async with screens(path, (130, 40)) as pilot:
        before = shown_in(pilot, "#picture")
        await choose(pilot, "1", "2", "3", "1")
        assert shown_in(pilot, "#picture") != before


async def test_the_picture_needs_a_hundred_columns(path: Path) -> None:
    for columns, there in ((99, False), (100, True)):
        async with screens(path, (columns, 30)) as pilot:
            assert ("The picture so far" in text(pilot)) is there


async def test_a_small_window_shows_the_question_and_every_way_to_answer_it(path: Path) -> None:
    async with screens(path, (60, 20)) as pilot:
        seen = text(pilot)
        for words in ("Could meeting be a crime", "1 No", "4 We have not", "Don't know", "Withhold", "Clear", "Esc"):
            assert words in seen


async def test_a_second_window_is_told_and_changes_nothing(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS):
        before = path.read_bytes()
        async with screens() as pilot:
            pilot.app.begin("open", path)  # type: ignore[attr-defined]
            await until(pilot, lambda: isinstance(pilot.app.screen, Tell))
            assert "Another window has this file open." in flat(pilot)
        assert path.read_bytes() == before


async def test_a_file_is_readable_by_its_owner_alone(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, "2")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_comments_that_a_person_wrote_survive(path: Path) -> None:
    path.write_text("# By hand\ninitiative: Talks  # a codename\nanswers:\n  stage: idea  # since May\n")
    async with screens(path) as pilot:
        await choose(pilot, "2", "2")
    kept = path.read_text()
    for comment in ("# By hand", "# a codename", "# since May"):
        assert comment in kept


async def test_a_disk_that_refuses_is_told_and_the_answer_before_stands(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, "1")
        before = path.read_bytes()
        path.with_name(".talks.yaml.saving").mkdir()
        await choose(pilot, "1")
        assert isinstance(pilot.app.screen, Tell)
        assert any("Nothing was written" in line for line in tell(pilot).lines)
        await press(pilot, "escape")
        assert prompt(pilot).startswith("Is anybody who gives money")
    assert path.read_bytes() == before


async def test_a_change_by_another_program_is_noticed_and_shown(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "2", "enter", "pageup")
        path.write_text("initiative: Talks\nanswers: {contact_risk: crime}\n")
        await until(pilot, lambda: "It may be a crime for somebody." in shown_in(pilot, "#standing"))


async def test_a_file_that_another_program_has_spoilt_is_left_as_it_is(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, "2")
        path.write_text("initiative: [")
        await until(pilot, lambda: "no longer" in flat(pilot))
        await choose(pilot, "1")
        assert any("Nothing was written" in line for line in tell(pilot).lines)
    assert path.read_text() == "initiative: ["


async def test_the_same_answers_make_the_same_file_as_line_by_line(path: Path, tmp_path: Path) -> None:
    lines = ("2", "no", "no", "2", "1", "3, 4", "yes", "1.5", "middle", "An institute", "=", "ngo", "yes", "no", "=")
    in_lines = written(tmp_path / "lines.yaml")
    typed = "\n".join((*lines, "North", "South", "=", "q"))
    assert advisor("ask", in_lines, "--plain", typed=typed.encode()).code == 0
    async with screens(path) as pilot:
        await choose(pilot, "2", "2", "2", "2", "1", "3", "4")
        await press(pilot, "equals_sign")
        await type_in(pilot, "1.5", "enter", "2", "enter")
        await type_in(pilot, "An institute", "enter", "down", "down", "enter")
        await choose(pilot, "3", "1", "2")
        await press(pilot, "equals_sign")
        await type_in(pilot, "North", "enter")
        await type_in(pilot, "South", "enter", "equals_sign", "enter")
    assert path.read_bytes() == in_lines.read_bytes()


async def test_the_questions_come_in_another_language(path: Path) -> None:
    app = AdvisorApp(bundled_rules(), path, "ar")
    async with app.run_test() as pilot:
        await until(pilot, lambda: "هل يمكن أن" in text(pilot))
        await choose(pilot, "2")
        assert answer(path, "contact_risk").held[0].words == {"danger"}


async def test_undo_is_found_among_the_commands_too(path: Path) -> None:
    async with screens(path) as pilot:
        await choose(pilot, "2")
        await press(pilot, "ctrl+p")
        await type_in(pilot, "undo")
        await until(pilot, lambda: "Takes the last change back" in flat(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: answer(path, "contact_risk") == Answer())


async def test_the_command_palette_finds_a_question_by_its_words(path: Path) -> None:
    written(path, 'sides: [{id: a, name: "[/b] North"}]')
    async with screens(path) as pilot:
        await press(pilot, "ctrl+p")
        await type_in(pilot, "in what capacity")
        await until(pilot, lambda: "[/b] North: In what capacity" in flat(pilot))
        await press(pilot, "down", "enter")
        await until(pilot, lambda: prompt(pilot) == "[/b] North: In what capacity do its people come?")


# What decides most first


async def test_one_key_asks_what_decides_most_first_and_the_same_key_goes_back_to_the_section(path: Path) -> None:
    async with screens(path) as pilot:
        in_order = prompt(pilot)
        await press(pilot, "ctrl+o")
        assert prompt(pilot).startswith("What do the people involved do together?")
        assert "8 can change the track" in text(pilot)
        await press(pilot, "ctrl+o")
        assert "so far" in shown_in(pilot, "#where")
        assert prompt(pilot) != in_order


async def test_the_order_can_be_changed_with_a_button_and_in_the_list_of_sections(path: Path) -> None:
    async with screens(path) as pilot:
        assert "What decides" in text(pilot)
        await pilot.click("#order")
        assert "8 can change the track" in text(pilot)


async def test_after_each_answer_comes_what_decides_most_now(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "ctrl+o")
        await choose(pilot, "4")
        assert prompt(pilot).startswith("Are there official talks")
        assert "2 can change the track" in text(pilot)
        assert answer(path, "activity").held == (Held(frozenset(("campaign",))),)


async def test_that_the_track_is_settled_is_said_once_and_one_can_go_on_to_stops_and_advice(tmp_path: Path) -> None:
    async with screens(written(tmp_path / "talks.yaml", "activity: campaign")) as pilot:
        await press(pilot, "ctrl+o")
        await choose(pilot, "1")
        told = "Which track it is will not change any more, whatever else you answer."
        assert shown_in(pilot, "#standing") == told
        await choose(pilot, "2")
        assert "can change something" in text(pilot)
        await choose(pilot, "1")
        assert "can change something" in text(pilot)


async def test_going_back_and_passing_over_work_in_this_order_too(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "ctrl+o")
        first = prompt(pilot)
        await press(pilot, "pagedown")
        assert prompt(pilot) != first
        await press(pilot, "pageup")
        assert prompt(pilot) == first
        await press(pilot, "pageup")
        assert "This is the first question here." in notices(pilot)


async def test_taking_back_an_answer_stays_in_this_order(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "ctrl+o")
        first = prompt(pilot)
        await choose(pilot, "4")
        await press(pilot, "ctrl+z")
        assert prompt(pilot) == first
        assert "can change the track" in text(pilot)


async def test_a_list_is_filled_in_this_order_too(tmp_path: Path) -> None:
    path = written(tmp_path / "talks.yaml", "activity: talks")
    async with screens(path) as pilot:
        await press(pilot, "ctrl+o")
        await type_in(pilot, "North", "enter")
        await type_in(pilot, "South", "enter")
        await press(pilot, "=", "enter")
        assert len(read(path).whole.group("sides").items) == 2
        assert "North" in prompt(pilot)


async def test_the_help_tells_of_the_order(path: Path) -> None:
    async with screens(path) as pilot:
        await press(pilot, "f1")
        assert any("Ctrl+O changes the order." in line for line in tell(pilot).lines)

"""The plain interview as people use it: lines in and lines out, some of them in a terminal."""

import re
import signal
import sys
from pathlib import Path

import pexpect
import pytest

from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.interview.plan import CORE as CORE_SECTION
from advisor.interview.plan import Interview
from advisor.store.file import InitiativeFile
from tests.bundled import bundled_rulebook
from tests.places import COMPOSED, ROOT
from tests.running import Ran, advisor, advisor_process

QUESTIONS = bundled_rulebook().questions


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.yaml"


def ask(path: Path, *lines: str, ends: str = "\n", language: str = "en", options: tuple[str, ...] = ()) -> Ran:
    """Answers with these lines; after the last there is nobody any more."""
    typed = ("\n".join(lines) + ends).encode()
    ran = advisor("ask", path, "--plain", "--language", language, *options, typed=typed)
    # Nobody's Enter ends the line of a prompt here, as it does in a terminal.
    assert [line for line in ran.out.replace("> ", "\n").splitlines() if len(line) > 80] == []
    return ran


def started(path: Path, *answers: str) -> Path:
    below = "answers:\n" if answers else ""
    path.write_text(f"initiative: Talks\n{below}" + "".join(f"  {answer}\n" for answer in answers))
    return path


def read(path: Path) -> Initiative:
    return read_initiative(path, QUESTIONS)


def flat(ran: Ran) -> str:
    return " ".join(ran.out.split())


CORE = (
    *("Talks on the river", "2", "no", "no", "2", "1", "3, 4", "yes", "1.5", "middle"),
    # Third parties: one, then what is asked about it.
    *("An institute", "=", "ngo", "yes", "no", "="),
    # Sides.
    *("North", "South", "=", "1", "serving", "yes", "unchecked"),
)


def named(path: Path, group: str) -> list[object]:
    """What the items of a group are called in a file."""
    items = read(path).whole.group(group).items
    return [word for item in items for word in item.answers["name"].held[0].words]


def test_a_name_that_is_replaced_leaves_no_trace(path: Path) -> None:
    started(path)
    ask(path, *[">"] * 7, "Somebody Known", "e 1", "the northern movement", "q")
    assert named(path, "third_parties") == ["the northern movement"]
    assert "known" not in path.read_text().lower()


def test_help_explains_the_terms_of_a_question(path: Path) -> None:
    told = flat(ask(started(path), "?", "q"))
    assert "across the line: Between people from opposing sides" in told
    assert told.index("No names are needed.") < told.index("across the line:") < told.index("Why we ask:")


def test_help_explains_the_terms_of_a_list(path: Path) -> None:
    told = flat(ask(started(path), *[">"] * 7, "?", "q"))
    assert "convener: Whoever invites the sides" in told


def test_accounts_that_disagree_stay_a_dispute(path: Path) -> None:
    started(path)
    ask(path, *[">"] * 4, "/", "1", "a diplomat", "3", "a broker", "", "q")
    goals = read(path).whole.answer("goals")
    assert goals.contested
    assert all(held.complete for held in goals.held)


def test_more_answers_are_heard_where_we_ask_whether_that_is_all(path: Path) -> None:
    started(path)
    ask(path, *[">"] * 4, "1", "3, 5", "yes", "q")
    (held,) = read(path).whole.answer("goals").held
    assert held.words == {"end_war", "ideas", "relationships"}
    assert held.complete


def test_from_nothing_to_the_front_page(path: Path) -> None:
    ran = ask(path, *CORE, *[""] * 40, "q")
    assert (ran.code, ran.err) == (0, "")
    whole = read(path).whole
    assert whole.answer("stage").held[0].words == {"design"}
    assert whole.answer("goals").held[0].complete
    assert named(path, "sides") == ["North", "South"]
    assert [item.id for item in whole.group("sides").items] == ["side-1", "side-2"]
    assert "Question 1 of 17. Before anything else" in ran.out
    assert "FIND OUT NEXT" in ran.out
    assert "What next? Type a number or a name." in ran.out
    assert "The initiative: 0 of 2 answered" in ran.out


def test_keys_say_unknown_withheld_disputed_note_and_clear(path: Path) -> None:
    started(path, "contact_risk: none", "goals: [channel]")
    lines = ["!", "-", "n", "They have not said.", "/", "talks", "the host", "2", "the south", "", ">"]
    ran = ask(path, *lines, "q")
    whole = read(path).whole
    assert whole.answer("funder_party").withheld
    assert "stage: unknown" in path.read_text()
    activity = whole.answer("activity")
    assert (activity.contested, activity.note) == (True, "They have not said.")
    assert [held.by for held in activity.held] == ["the host", "the south"]
    assert "Disputed. the host: They talk with one another." in flat(ran)
    ask(path, ">", "<", "<", "c", "q")
    assert "stage: unknown" in path.read_text()
    assert not read(path).whole.answer("funder_party").withheld


def test_going_back_and_changing_an_early_answer_loses_nothing(path: Path) -> None:
    started(path, "contact_risk: danger", "risk_for: [families]", "official_talks: active", "official_pace: months")
    before = path.read_text()
    ran = ask(path, "<", "none", "q")
    assert path.read_text() == before.replace("contact_risk: danger", "contact_risk: none")
    assert "Question 1 of" in ran.out


def test_the_interview_goes_on_where_it_was_left(path: Path) -> None:
    started(path, "contact_risk: none", "funder_party: no")
    assert "Question 3 of 17" in ask(path, "q").out


@pytest.mark.parametrize("which", ["1", "ayn, english"])
def test_a_language_that_could_be_several_is_offered_by_numbers(which: str, path: Path) -> None:
    ran = ask(started(path), *[">"] * 15, "english, Yemeni Arabic", "99", which, "q")
    assert '"Yemeni Arabic" can be: 1 Sanaani Arabic 2' in flat(ran)
    assert "There is no number 99" in ran.out
    assert read(path).whole.answer("working_languages").held[0].words == {"ayn", "en"}


def test_a_number_for_a_language_is_forgotten_with_the_question(path: Path) -> None:
    ran = ask(started(path), *[">"] * 15, "Yemeni Arabic", "<", ">", "1", "q")
    assert "Please type a name, not a number." in ran.out


def test_items_are_renamed_and_removed_after_a_question(path: Path) -> None:
    started(path, "sides: [{id: a, name: North}, {id: b, name: South}]", "team: [{id: m, trusted_by: [a, b]}]")
    to_sides = [">"] * 8
    ran = ask(path, *to_sides, "e 1", "The north", "r 2", "no", "r 2", "yes", "r 9", "!", "=", "q")
    whole = read(path).whole
    (side,) = whole.group("sides").items
    assert side.answers["name"].held[0].words == {"The north"}
    assert whole.group("sides").complete
    assert whole.group("team").items[0].answers["trusted_by"].held[0].words == {"a"}
    for says in ("Nothing was removed.", "Removed: South", "There is no number 9", "Add those you can"):
        assert says in ran.out


@pytest.mark.parametrize("typed", ["1", "yes", "n"])
def test_what_answers_another_question_is_no_name(typed: str, path: Path) -> None:
    started(path)
    ask(path, *[">"] * 7, typed, "", "q")
    assert read(path).whole.group("third_parties").items == ()


def test_a_word_in_quotes_is_a_name_whatever_it_is(path: Path) -> None:
    started(path)
    ask(path, *[">"] * 7, '"q"', "q")
    assert named(path, "third_parties") == ["q"]


def test_help_tells_what_is_meant_why_it_is_asked_and_the_keys(path: Path) -> None:
    before = started(path, "contact_risk: none", "funder_party: no", "stage: idea", "activity: talks")
    first, _, told = flat(ask(before, "?", "??")).partition("?? tells all keys.")
    assert "known, but not written here" not in first
    told = first + told
    assert "Tick every purpose that its organisers state." in told
    assert "Why we ask: it" in told
    assert "= that is all" in told
    assert "! known, but not written here" in told


def test_from_every_question_there_is_a_way_to_the_menu_and_to_the_front_page(path: Path) -> None:
    ran = ask(started(path), "m", "f", "1", "f", "1", ">", ">", ">", ">", "1", "m", "q")
    assert ran.out.count("What next?") == 4
    assert ran.out.count("FIND OUT NEXT") == 2
    # The menu can be reached from where we ask whether a list is all; what was answered is saved.
    assert not read(path).whole.answer("goals").held[0].complete


@pytest.mark.parametrize("way", [["q"], ["m", "q"], []], ids=["leave", "menu", "nobody is there"])
def test_whoever_leaves_a_dispute_loses_no_account(way: list[str], path: Path) -> None:
    to_activity = [">"] * 3
    ask(started(path), *to_activity, "/", "1", "the host", *way)
    activity = read(path).whole.answer("activity")
    assert (activity.held, activity.note) == ((), "One account so far. the host: They talk with one another.")
    ran = ask(path, *to_activity, "/", "1", "the host", "2", *way)
    activity = read(path).whole.answer("activity")
    assert [held.by for held in activity.held] == ["the host", None]
    assert "Everything is saved" in ran.out


def test_what_sections_ask_is_offered_by_name(path: Path) -> None:
    ran = ask(path, "Talks", *[">"] * 30, "q")
    assert re.search(r"Money, records and learning: 0 of \d+ answered", flat(ran))
    ran = ask(path, *[">"] * 17, "conflict", "q")
    assert re.search(r"Question 1 of \d+\. The conflict", ran.out)


# Phases and strands


def test_a_phase_is_added_described_and_answered(path: Path) -> None:
    started(path, "stage: past", "activity: talks", "sides: {only: [{id: a, name: North}, {id: b, name: South}]}")
    described = ["The quiet years", "soon", "1", "long ago", "1993", "1995-06"]
    # Its first questions: stage, activity, goals, direction, third parties, sides; then about the third side.
    answers = [">", "2", "-", "w", ">", "East", "r 1", "yes", "=", ">", "movement", "serving", "yes"]
    ran = ask(path, "m", "p", *described, "=", "1", *answers, "m", "p", "", "q")
    assert (ran.code, ran.err) == (0, "")
    (phase,) = read(path).parts
    assert (phase.id, phase.name, phase.kind, phase.start, phase.end) == (
        *("phase-1", "The quiet years", "phase"),
        *("1993", "1995-06"),
    )
    assert read(path).parts_complete
    assert phase.answer("activity").held[0].words == {"consultation"}
    assert phase.said.answers.keys() == {"activity", "goals"}
    assert [item.id for item in phase.group("sides").items] == ["b", "side-1"]
    assert [item.id for item in read(path).whole.group("sides").items] == ["a", "b"]
    assert phase.group("sides").items[1].answers["capacity"].held[0].words == {"serving"}
    told = flat(ran)
    assert "What is different in: The quiet years?" in told
    assert "The quiet years. Question 2 of" in told
    assert "As for the whole: They talk with one another" in told
    assert "1 The quiet years: a phase from 1993 until 1995-06 That is all." in told


IN_PARTS = """\
initiative: Talks
answers:
  activity: talks
parts:
  - {id: one, name: First, kind: phase, from: "1993", answers: {activity: consultation}}
  - {id: two, name: Second, kind: phase}
"""


def test_a_part_is_changed_and_removed(path: Path) -> None:
    path.write_text(IN_PARTS)
    change = ["e 1", "The first", "2", "-", ""]
    ran = ask(path, "m", "p", *change, "r 2", "no", "r 2", "yes", "9", "yes", "q")
    (part,) = read(path).parts
    assert (part.name, part.kind, part.start, part.end) == ("The first", "strand", None, None)
    for says in ("Nothing was removed.", "Removed: Second", "There is no number 9", "put it in quotes"):
        assert says in flat(ran)


def test_dates_in_the_wrong_order_are_told(path: Path) -> None:
    path.write_text(IN_PARTS)
    ran = ask(path, "m", "p", "e 1", "", "", "", "1990", "q")
    assert "I07 This part ends before it begins." in ran.out
    assert read(path).parts[0].end is None


def test_as_for_the_whole_is_always_an_answer(path: Path) -> None:
    path.write_text(IN_PARTS)
    ran = ask(path, "m", "p", "1", ">", "w", "m", "p", "2", ">", "w", "q")
    assert [part.said.answers for part in read(path).parts] == [{}, {}]
    assert "Here: They are asked for their views" in flat(ran)
    assert flat(ran).count("As for the whole: They talk with one another") == 3


def test_who_is_left_out_of_a_part_can_be_said_once_its_list_is_all(path: Path) -> None:
    path.write_text(f"{IN_PARTS.replace('activity: talks', 'sides: [{id: a, name: North}, {id: b, name: South}]')}")
    to_sides = ["m", "p", "2", ">", ">", ">", ">", ">"]
    ran = ask(path, *to_sides, "r 1", "yes", "=", "<", "r 1", "yes", "w", "q")
    assert "S06" in ran.out
    assert "Removed: North" in ran.out
    assert [item.id for item in read(path).parts[1].group("sides").items] == ["a", "b"]


@pytest.mark.parametrize("ends", ["", "\n"])
def test_when_nobody_is_there_any_more_everything_is_saved(ends: str, path: Path) -> None:
    ran = ask(path, "Talks", "danger", ends=ends)
    assert ran.code == 0
    assert "Everything is saved" in ran.out
    assert read(path).whole.answer("contact_risk").held[0].words == {"danger"}


def test_whoever_leaves_before_there_is_a_name_leaves_no_file(path: Path) -> None:
    assert ask(path, "q").code == 0
    assert ask(path, "", ends="").code == 0
    assert not path.exists()


@pytest.mark.parametrize(
    "odd", ["\x1b[A\x1b[D", "\0", "\udcff\udcfe", "é" * 3000, "\u202e1", "'", "{a: b}", "%s {x}", "[/b]", "99999999999"]
)
def test_odd_lines_do_no_harm(odd: str, path: Path) -> None:
    typed = "\n".join(["Talks", *[odd] * 60]).encode("utf-8", "surrogateescape")
    ran = advisor("ask", path, "--plain", typed=typed)
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    read(path)


def test_what_could_steer_a_terminal_is_kept_in_the_file_and_shown_as_code(path: Path) -> None:
    path.write_text('initiative: "T\\u202Ex"\nanswers:\n  sides: [{id: a, name: "\\e[31mred [/b] الشمال"}]\n')
    ran = ask(path, *[">"] * 8, "1", "West", "q")
    assert "<U+001B>[31mred [/b] الشمال" in ran.out
    assert "\x1b" not in ran.out
    assert read(path).whole.group("sides").items[0].answers["name"].held[0].words == {"\x1b[31mred [/b] الشمال"}


def test_a_faulty_file_is_told_with_its_place_and_left_alone(path: Path) -> None:
    path.write_text("initiative: It\nanswers:\n  stage: runing\n")
    ran = ask(path, "1")
    assert ran.code == 2
    assert ran.err == f'{path}:3:10: I02 "stage" has no answer "runing". Did you mean "running"?\n'


def test_a_second_window_is_told(path: Path) -> None:
    with InitiativeFile(started(path), QUESTIONS):
        ran = ask(path, "1")
    assert ran.code == 2
    assert "S01 Another window has this file open." in ran.err


def test_a_file_changed_by_an_editor_is_read_anew_and_nothing_is_overwritten(path: Path) -> None:
    started(path)
    child = pexpect.spawn(sys.executable, ["-m", "advisor", "ask", str(path), "--plain"], cwd=ROOT, encoding="utf-8")
    child.expect("Question 1 of")
    child.expect("> $")
    started(path, "stage: past  # by hand")
    child.sendline("2")
    child.expect("S03 Another program has changed")
    child.expect("read anew")
    child.sendline("2")
    child.expect("Saved: It may be dangerous")
    child.sendline("q")
    child.expect(pexpect.EOF)
    assert "stage: past  # by hand\n  contact_risk: danger\n" in path.read_text()


def test_ctrl_c_in_a_terminal_leaves_with_everything_saved(path: Path) -> None:
    def hear_interrupts() -> None:
        """Tests that run in the background inherit deaf ears."""
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    call = ["-m", "advisor", "ask", str(path), "--plain"]
    child = pexpect.spawn(sys.executable, call, cwd=ROOT, encoding="utf-8", preexec_fn=hear_interrupts)
    child.expect("A codename is")
    child.sendline("Talks")
    child.expect("Question 1 of")
    child.sendline("danger")
    child.expect("Saved")
    child.expect("> $")
    child.sendintr()
    child.expect("Everything is saved")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0
    assert read(path).whole.answer("contact_risk").held[0].words == {"danger"}
    assert list(path.parent.iterdir()) == [path]


def test_a_terminal_that_is_killed_loses_nothing_and_locks_nobody_out(path: Path) -> None:
    child = pexpect.spawn(sys.executable, ["-m", "advisor", "ask", str(path), "--plain"], cwd=ROOT, encoding="utf-8")
    child.sendline("Talks")
    child.sendline("danger")
    child.expect("Saved")
    child.kill(signal.SIGKILL)
    child.wait()
    assert "Question 2 of" in ask(path, "q").out


@pytest.mark.parametrize("source", COMPOSED[:3], ids=lambda path: path.stem)
def test_walking_through_a_file_without_answering_changes_nothing(source: Path, path: Path) -> None:
    path.write_bytes(source.read_bytes())
    ran = ask(path, *[">"] * 60, *[line for number in range(1, 8) for line in (f"{number}", *[">"] * 60)], "q")
    assert ran.code == 0
    assert path.read_bytes() == source.read_bytes()


def test_without_a_terminal_the_questions_come_line_by_line(path: Path) -> None:
    ran = advisor_process("ask", path, typed=b"q\n")
    assert "What do you call the initiative?" in ran.out
    assert ran.code == 0


# What decides most first


def decide(path: Path, *lines: str) -> Ran:
    return ask(path, *lines, options=("--decisive",))


def test_what_decides_most_is_asked_first_and_an_answer_changes_what_comes_next(path: Path) -> None:
    ran = flat(decide(started(path), "4", "q"))
    assert "8 questions can still change the track. The initiative What do the people involved do together?" in ran
    assert "2 questions can still change the track." in ran
    assert "Are there official talks about the same conflict?" in ran
    assert read(path).whole.answer("activity").held[0].words == {"campaign"}


def test_that_the_track_is_settled_is_said_once_and_one_can_go_on(path: Path) -> None:
    answers = "activity: campaign", "official_talks: none", "official_link: none"
    ran = flat(decide(started(path, *answers), "", "", "q"))
    assert ran.count("Which track it is will not change any more, whatever else you answer.") == 1
    assert "questions can still change something. " in ran


def test_one_can_stop_where_the_track_is_settled(path: Path) -> None:
    answers = "activity: campaign", "official_talks: none", "official_link: none"
    ran = flat(decide(started(path, *answers), "m", "q"))
    assert "questions can still change something" not in ran
    assert "What next? Type a number or a name." in ran


def test_a_question_that_is_passed_over_is_not_asked_again_and_keeps_the_track_open(path: Path) -> None:
    ran = flat(decide(started(path, "activity: campaign"), "-", "-", "q"))
    assert ran.count("Are there official talks about the same conflict?") == 1
    assert "It still hangs on what is left open or withheld." in ran


def test_going_back_comes_to_the_questions_asked_before_one_by_one(path: Path) -> None:
    ran = flat(decide(started(path), "4", "2", "<", "<", "1", "q"))
    assert ran.count("What do the people involved do together?") == 2
    assert ran.count("Are there official talks about the same conflict?") == 2
    assert read(path).whole.answer("activity").held[0].words == {"talks"}
    assert "This is the first question here." in flat(decide(started(path), "<", "q"))


def test_a_list_and_what_is_asked_about_its_items_are_asked_in_this_order_too(path: Path) -> None:
    decide(started(path, "activity: talks"), "North", "South", "=", "1, 2", "yes", "q")
    assert named(path, "sides") == ["North", "South"]
    assert read(path).whole.group("sides").items[0].answers["capacity"].held


def test_the_menu_and_a_phase_offer_the_same(path: Path) -> None:
    ran = flat(ask(started(path), "m", "d", "m", "p", "First", "", "", "", "1", "m", "q"))
    assert "d What decides most first, question by question" in ran
    assert "8 questions can still change the track." in ran


def test_a_phase_is_asked_what_decides_most_in_it(path: Path) -> None:
    started(path, "activity: campaign")
    path.write_text(f"{path.read_text()}parts: [{{id: one, name: One, kind: phase, answers: {{}}}}]\n")
    first = Interview(bundled_rulebook(), read(path), "one").steps(CORE_SECTION)
    ran = flat(ask(path, "m", "p", "1", *[""] * len(first), "d", "1", "q"))
    assert "One. 2 questions can still change the track." in ran

"""Keeping an initiative file: what a person wrote stays, every change is saved whole, and nobody else's is lost."""

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.documents import DataPath, parse_document
from advisor.errors import AdvisorError
from advisor.initiative.answers import is_date
from advisor.initiative.initiative import UNANSWERED
from advisor.initiative.reader import initiative_in, read_initiative
from advisor.logic.answers import Answer, Held, Word
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Question
from advisor.store.entries import entry, new_id
from advisor.store.file import InitiativeFile
from advisor.store.sheet import Sheet
from tests.bundled import bundled_rulebook
from tests.places import ROOT

QUESTIONS = bundled_rulebook().questions
STAGE = QUESTIONS.find("stage")
GOALS = QUESTIONS.find("goals")
STORY = QUESTIONS.find("sides.story")

BY_HAND = """\
# Ours. Do not send.
initiative: 'Two towns'   # a codename
answers:
  # about the beginning
  stage: design           # said by phone

  # what it is for
  goals: {only: [channel], note: "As the hosts put it."}   # from the letter
  sides:
    only:                 # both of them
      # the larger one
      - id: north
        name: "The north"  # her word for it
        capacity:
        - serving
      # the smaller one
      - id: south
        capacity: unknown
        story: no         # they would not say
      # that was all
  # how it runs
  past_on_agenda: no
  team: [{id: lead, trusted_by: [north, south]}]
# the end
"""


def one(*words: Word) -> Answer:
    return Answer((Held(frozenset(words)),))


def some(*words: Word) -> Answer:
    return Answer((Held(frozenset(words), complete=False),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "towns.yaml"
    found.write_text(BY_HAND)
    return found


def lines_changed(path: Path, change: Callable[[InitiativeFile], object]) -> tuple[list[str], list[str]]:
    """The lines that a change has taken away, and those that it has put there, wherever they stand in their line."""
    before = [" ".join(line.split()) for line in path.read_text().splitlines()]
    with InitiativeFile(path, QUESTIONS) as file:
        change(file)
    after = [" ".join(line.split()) for line in path.read_text().splitlines()]
    return [line for line in before if line not in after], [line for line in after if line not in before]


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(AdvisorError) as error:
        call()
    return error.value.faults[0].code


# What a person wrote


def test_an_answer_changes_its_own_line_and_keeps_the_comment_behind_it(path: Path) -> None:
    gone, come = lines_changed(path, lambda file: file.set(STAGE, one("running")))
    assert (gone, come) == (["stage: design # said by phone"], ["stage: running # said by phone"])


def test_a_new_answer_stands_before_the_comments_at_the_end(path: Path) -> None:
    gone, come = lines_changed(path, lambda file: file.set(QUESTIONS.find("visibility"), one("secret")))
    assert (gone, come) == ([], ["visibility: secret"])
    assert path.read_text().endswith("  visibility: secret\n# the end\n")


def test_an_answer_that_is_cleared_takes_only_its_own_comment_along(path: Path) -> None:
    gone, come = lines_changed(path, lambda file: file.clear(STAGE))
    assert (gone, come) == (["stage: design # said by phone"], [])


def test_an_item_that_is_removed_leaves_the_comment_about_the_next(path: Path) -> None:
    gone, come = lines_changed(path, lambda file: file.remove_item("sides", "north"))
    assert "# the smaller one" not in gone
    assert come == ["team: [{id: lead, trusted_by: [south]}]"]
    assert read_initiative(path, QUESTIONS).whole.group("sides").items[0].id == "south"


def test_an_item_that_is_added_stands_before_what_follows_the_list(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        file.add_item("sides", "West: the others")
    text = path.read_text()
    assert text.index('name: "West: the others"') < text.index("# that was all") < text.index("# how it runs")


def test_a_list_is_opened_and_closed_where_it_stands(path: Path) -> None:
    gone, come = lines_changed(path, lambda file: file.close_list("sides", complete=False))
    assert (gone, come) == (["only: # both of them"], ["includes: # both of them"])
    with InitiativeFile(path, QUESTIONS) as file:
        file.close_list("sides")
        file.close_list("team")
        file.note_list("team", "So far.")
        assert file.initiative.whole.group("sides").complete
        assert file.initiative.whole.group("team").note == "So far."


def test_every_comment_survives_a_day_of_work(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        for stage in ("idea", "running"):
            file.set(STAGE, one(stage))
            file.note(STAGE, f"Note on {stage}")
            file.set(GOALS, some("channel", "access"))
            item = file.add_item("sides", stage)
            file.set(STORY, one("# no comment: yes"), item)
            file.set(STORY, Answer(withheld=True), "south")
            file.rename_item("sides", item, "renamed")
            file.remove_item("sides", item)
    comments = [line.partition("# ")[2] for line in BY_HAND.splitlines() if "# " in line]
    assert [comment for comment in comments if f"# {comment}" not in path.read_text()] == []


def test_the_line_ends_of_windows_and_a_mark_at_the_beginning_stay(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode())
    with InitiativeFile(path, QUESTIONS) as file:
        file.set(STAGE, one("running"))
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf# Ours")
    assert raw.count(b"\n") == raw.count(b"\r\n") == BY_HAND.count("\n")


def test_setting_the_answer_that_stands_there_writes_nothing(path: Path) -> None:
    assert lines_changed(path, lambda file: file.set(STAGE, one("design"))) == ([], [])


COMMENTS_INSIDE = """\
initiative: It
answers:
  goals: [channel,  # the first
    access]  # both
  sides:
  - id: north
    story: >-  # theirs
      Long ago
    capacity:
    # in doubt
    - serving  # he says
"""

COMMENTS_BELOW = """\
initiative: It
answers:
  goals: [ideas]  # both
    # the first
  sides:
  - id: north
    story: Lately  # theirs
    capacity: [former]
    # in doubt
      # he says
"""


def test_comments_in_an_answer_that_is_replaced_stay_below_it(path: Path) -> None:
    path.write_text(COMMENTS_INSIDE)
    with InitiativeFile(path, QUESTIONS) as file:
        file.set(GOALS, some("ideas"))
        file.set(STORY, one("Lately"), "north")
        file.set(QUESTIONS.find("sides.capacity"), some("former"), "north")
    assert path.read_text() == COMMENTS_BELOW


# Phases and strands

IN_PARTS = """\
initiative: Two towns
answers:
  stage: running
  sides:
    only:
      - id: north
        story: Long ago
      - id: south
  team: [{id: lead, trusted_by: {contested: [{only: [north, south], by: her}, {only: [south], by: him}]}}]
parts:
  # while it was quiet
  - id: quiet
    name: The quiet years   # until the flood
    kind: phase
    from: 1993
    answers:
      sides:                # who came
        - id: south
          story: Lately     # she says
      team:
        - id: lead
          trusted_by: [north]
"""


@pytest.fixture
def in_parts(tmp_path: Path) -> Path:
    """A file with a phase."""
    found = tmp_path / "parts.yaml"
    found.write_text(IN_PARTS)
    return found


def test_the_first_part_stands_at_the_end_of_the_file(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        assert file.add_part("phase", "First: quiet", "1993-05") == "phase-1"
        assert not file.initiative.parts_complete
        file.set(STAGE, one("past"), part="phase-1")
        file.set(STORY, one("Other"), "south", "phase-1")
        file.close_parts()
    assert path.read_text() == BY_HAND.replace(
        "# the end\n",
        "parts:\n"
        "  only:\n"
        "    - id: phase-1\n"
        '      name: "First: quiet"\n'
        "      kind: phase\n"
        '      from: "1993-05"\n'
        "      answers:\n"
        "        stage: past\n"
        "        sides:\n"
        "          - id: south\n"
        "            story: Other\n"
        "# the end\n",
    )


def test_a_part_that_is_cleared_of_its_answers_has_those_of_the_whole(in_parts: Path) -> None:
    with InitiativeFile(in_parts, QUESTIONS) as file:
        file.set(STAGE, one("past"), part="quiet")
        file.set(STAGE, one("closing"))
        assert file.answer(STAGE, part="quiet") == one("past")
        file.clear(STAGE, part="quiet")
        assert file.answer(STAGE, part="quiet") == one("closing")
        file.set(STAGE, UNANSWERED, part="quiet")
        assert file.answer(STAGE, part="quiet") == UNANSWERED
        file.clear(STAGE, part="quiet")
        file.clear(STORY, "south", "quiet")
        file.clear(QUESTIONS.find("team"), part="quiet")
    assert in_parts.read_text().endswith("    answers: {}\n")


def test_a_part_is_changed_in_its_own_lines(in_parts: Path) -> None:
    gone, come = lines_changed(
        in_parts, lambda file: file.change_part("quiet", "strand", "The quiet years", None, "1995-01")
    )
    assert gone == ["kind: phase", "from: 1993"]
    assert come == ["kind: strand", 'until: "1995-01"']


def test_the_last_part_takes_the_list_of_parts_along(in_parts: Path) -> None:
    with InitiativeFile(in_parts, QUESTIONS) as file:
        file.remove_part("quiet")
        assert file.initiative.parts_complete
    assert in_parts.read_text() == IN_PARTS.partition("parts:")[0] + "  # while it was quiet\n"


@pytest.mark.parametrize(("start", "end"), [("1993", "1992"), ("1993-13", None), ("soon", None)])
def test_dates_that_cannot_be_are_told_and_not_written(start: str, end: str | None, in_parts: Path) -> None:
    with InitiativeFile(in_parts, QUESTIONS) as file:
        assert code_of(lambda: file.add_part("phase", "Later", start, end)) in ("I07", "F03")
    assert in_parts.read_text() == IN_PARTS


def test_an_item_that_is_removed_goes_from_every_part_and_from_the_answers_that_name_it(in_parts: Path) -> None:
    with InitiativeFile(in_parts, QUESTIONS) as file:
        file.remove_item("sides", "south")
        trusted_by = file.answer(QUESTIONS.find("team.trusted_by"), "lead")
        # What is left of the second account is that nobody trusts her.
        assert [held.words for held in trusted_by.held] == [{"north"}, set()]
        file.remove_item("sides", "north")
        assert not file.answer(QUESTIONS.find("team.trusted_by"), "lead").contested
        assert [item.id for view in file.initiative.views for item in view.group("sides").items] == []
    assert "she says" not in in_parts.read_text()


def test_a_part_does_without_an_item_of_the_whole_once_its_list_is_closed(in_parts: Path) -> None:
    with InitiativeFile(in_parts, QUESTIONS) as file:
        file.close_list("sides", complete=False)
        assert code_of(lambda: file.remove_item("sides", "north", "quiet")) == "S06"
        file.close_list("sides", part="quiet")
        file.remove_item("sides", "north", "quiet")
        assert [item.id for item in file.initiative.parts[0].group("sides").items] == ["south"]
        assert file.answer(STORY, "south", "quiet") == one("Lately")
        assert [item.id for item in file.initiative.whole.group("sides").items] == ["north", "south"]
        file.close_list("sides", complete=False, part="quiet")
        assert {item.id for item in file.initiative.parts[0].group("sides").items} == {"north", "south"}


def test_what_a_part_adds_belongs_to_that_part(in_parts: Path) -> None:
    with InitiativeFile(in_parts, QUESTIONS) as file:
        item = file.add_item("sides", "East", "quiet")
        file.set(QUESTIONS.find("team.trusted_by"), some(item), "lead", "quiet")
        file.rename_item("sides", item, "The east", "quiet")
        file.note_list("sides", "As she says.", "quiet")
        part, whole = file.initiative.parts[0], file.initiative.whole
        assert [one.id for one in part.group("sides").items] == ["north", "south", item]
        assert (part.group("sides").note, part.group("sides").complete) == ("As she says.", True)
        assert [one.id for one in whole.group("sides").items] == ["north", "south"]
        file.clear(QUESTIONS.find("sides"), part="quiet")
        assert file.initiative.parts[0].group("sides") == whole.group("sides")


# What is written is read back

TEXTS = st.one_of(
    st.sampled_from(
        [
            "yes",
            "no",
            "NO",
            "true",
            "null",
            "~",
            "1993",
            "010",
            "1e3",
            "0x1F",
            "2027-03-04",
            "- a",
            "a: b",
            "# c",
            "",
            "\u202eabc",
            "\x1b[31m",
            "\x85",
            "\ufeff",
            "الشمال",
            " a ",
            "it's",
            '"q"',
            "{a}",
            "*x",
            "&x",
            "!t",
            "%",
            "a\nb",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
).filter(lambda text: text.strip() and text not in ("unknown", "withheld"))
DATES = st.from_regex(r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-[0-2][1-9])?)?", fullmatch=True).filter(is_date)


def words(question: Question) -> st.SearchStrategy[Word]:
    if question.type in CLOSED_TYPES:
        return st.sampled_from(list(question.options))
    if question.type is AnswerType.NUMBER:
        return st.one_of(st.integers(-(10**6), 10**6).map(float), st.floats(allow_nan=False, allow_infinity=False))
    if question.type is AnswerType.DATE:
        return DATES
    if question.type in (AnswerType.LANGUAGE, AnswerType.LANGUAGES):
        return st.sampled_from(["prs", "ar", "ayn", "en", "~Arabci"])
    if question.type in (AnswerType.TERRITORY, AnswerType.TERRITORIES):
        return st.sampled_from(["YE", "NO", "XK", "~Rojava", "~NO"])
    return st.sampled_from(["north", "south"]) if question.type is AnswerType.ITEMS else TEXTS


@st.composite
def helds(draw: st.DrawFn, question: Question) -> Held:
    if question.type not in LIST_TYPES:
        return Held(frozenset((draw(words(question)),)))
    held = draw(st.frozensets(words(question), max_size=3))
    if draw(st.booleans()):
        return Held(held)
    return Held(held, complete=False, excluded=draw(st.frozensets(words(question), max_size=2)) - held)


@st.composite
def answers(draw: st.DrawFn) -> tuple[Question, Answer]:
    question = draw(
        st.sampled_from([q for q in QUESTIONS.asked_of("convener").all() if q.type is not AnswerType.GROUP])
    )
    note = draw(st.none() | TEXTS)
    how = draw(st.sampled_from(["known", "unknown", "withheld", "contested"]))
    if how == "contested":
        views = draw(st.lists(helds(question), min_size=2, max_size=3, unique=True))
        return question, Answer(
            tuple(Held(h.words, h.complete, draw(st.none() | TEXTS), h.excluded) for h in views), note=note
        )
    held = (draw(helds(question)),) if how == "known" else ()
    return question, Answer(held, withheld=how == "withheld", note=note)


SIDES = "sides: [{id: north}, {id: south}]"


@given(answers())
def test_any_answer_that_is_written_is_read_back_as_it_was(case: tuple[Question, Answer]) -> None:
    question, answer = case
    sheet = Sheet(f"initiative: It\nanswers:\n  {SIDES}\n")
    about: DataPath = ("answers",)
    if question.group is not None:
        sheet.put(("answers", question.group), [{"id": "it"}, *({"id": id_} for id_ in ("north", "south"))])
        about = ("answers", question.group, 0)
    sheet.put((*about, question.name), entry(question, answer))
    view = initiative_in(parse_document(sheet.text, "it.yaml"), "it", QUESTIONS).whole
    found = view.answer(question.id)
    if question.group is not None:
        found = view.group(question.group).items[0].answers.get(question.name, UNANSWERED)
    assert found == answer


def test_a_word_with_a_meaning_of_its_own_cannot_be_an_answer(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        assert code_of(lambda: file.set(STORY, one("unknown"), "north")) == "S04"
    assert path.read_text() == BY_HAND


@pytest.mark.parametrize(
    ("answer", "code"),
    [(one("never"), "I02"), (Answer((Held(frozenset(("idea",)), by="a"), Held(frozenset(("idea",)), by="b"))), "I06")],
)
def test_nothing_that_is_wrong_is_ever_written(answer: Answer, code: str, path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        assert code_of(lambda: file.set(STAGE, answer)) == code
        assert file.answer(STAGE) == one("design")
    assert path.read_text() == BY_HAND


def test_the_id_of_an_item_says_nothing_of_its_name() -> None:
    assert new_id("side", {"north"}) == "side-1"
    assert new_id("third_party", {"third-party-1", "third-party-3"}) == "third-party-2"


# Accidents


def test_a_file_is_readable_by_its_owner_only_from_the_first_save(path: Path, tmp_path: Path) -> None:
    path.chmod(0o644)
    with InitiativeFile(path, QUESTIONS) as file, InitiativeFile(tmp_path / "new.yaml", QUESTIONS, "New") as new:
        file.set(STAGE, one("idea"))
        for saved in (path, new.path):
            assert stat.S_IMODE(saved.stat().st_mode) == 0o600


def test_nothing_is_left_beside_a_file_that_was_closed(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        file.set(STAGE, one("idea"))
    assert list(path.parent.iterdir()) == [path]


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(path)
    with InitiativeFile(link, QUESTIONS) as file:
        file.set(STAGE, one("idea"))
        assert code_of(lambda: InitiativeFile(path, QUESTIONS)) == "S01"
    assert link.is_symlink()
    assert read_initiative(path, QUESTIONS).whole.answer("stage") == one("idea")


def test_undoing_brings_the_file_back_to_the_letter_change_by_change(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        states = [path.read_bytes()]
        for change in (
            lambda: file.set(STAGE, one("past")),
            lambda: file.add_item("sides", "Uplanders"),
            lambda: file.clear(STAGE),
        ):
            change()
            states.append(path.read_bytes())
        for before in reversed(states[:-1]):
            assert file.undo()
            assert path.read_bytes() == before
        assert not file.undo()
        assert file.initiative == read_initiative(path, QUESTIONS)


def test_what_another_program_has_written_is_never_undone(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        file.add_item("sides", "Uplanders")
        path.write_text("initiative: Theirs\n")
        assert code_of(file.undo) == "S03"
        file.read()
        assert not file.undo()
    assert path.read_text() == "initiative: Theirs\n"


def test_a_second_window_is_told_and_the_first_goes_on(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        assert code_of(lambda: InitiativeFile(path, QUESTIONS)) == "S01"
        file.set(STAGE, one("idea"))
    with InitiativeFile(path, QUESTIONS) as again:
        assert again.answer(STAGE) == one("idea")


@pytest.mark.parametrize("by_hand", [BY_HAND.replace("design", "closing"), None])
def test_what_another_program_has_done_to_a_file_is_noticed_and_kept(by_hand: str | None, path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        if by_hand is None:
            path.unlink()
        else:
            path.write_text(by_hand)
        assert code_of(lambda: file.set(STAGE, one("idea"))) == "S03"
        assert (path.read_text() if path.exists() else None) == by_hand
        assert file.answer(STAGE) == one("design")


def test_a_file_that_others_have_spoilt_is_not_written_however_often_it_is_read(path: Path) -> None:
    with InitiativeFile(path, QUESTIONS) as file:
        path.write_text("initiative: [")
        assert code_of(file.read) == "Y03"
        assert file.is_changed_elsewhere
        assert code_of(lambda: file.set(STAGE, one("idea"))) == "S03"
    assert path.read_text() == "initiative: ["


def test_a_full_disk_leaves_the_file_as_it_was(path: Path) -> None:
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    with InitiativeFile(path, QUESTIONS) as file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, kept[1]))
        try:
            assert code_of(lambda: file.set(STAGE, one("idea"))) == "S02"
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, kept)
        assert path.read_text() == BY_HAND
        assert sorted(path.parent.iterdir()) == [path.with_name(".towns.yaml.lock"), path]
        file.set(STAGE, one("idea"))
    assert "stage: idea" in path.read_text()


def test_a_disk_that_fails_at_the_last_moment_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with InitiativeFile(path, QUESTIONS) as file:
        monkeypatch.setattr(os, "fsync", fails)
        assert code_of(lambda: file.set(STAGE, one("idea"))) == "S02"
        assert path.read_text() == BY_HAND


def test_a_folder_that_cannot_be_written_is_told_at_once(path: Path) -> None:
    path.chmod(0o644)
    path.parent.chmod(0o555)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if os.geteuid() == 0:
                os.seteuid(65534)
            InitiativeFile(path, QUESTIONS)
        except AdvisorError as error:
            code = 0 if error.faults[0].code == "S02" else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    path.parent.chmod(0o755)
    assert path.read_text() == BY_HAND


MANY_SAVES = """
    import sys
    from pathlib import Path
    from advisor.logic.answers import Answer, Held
    from advisor.rulebook.bundled import bundled_rules
    from advisor.rulebook.loader import load_rulebook
    from advisor.store.file import InitiativeFile

    questions = load_rulebook(bundled_rules()).questions
    with InitiativeFile(Path(sys.argv[1]), questions) as file:
        print("ready", flush=True)
        for number in range(int(sys.argv[2]), 1_000_000):
            story = Answer((Held(frozenset((f"story {number}",))),))
            file.set(questions.find("sides.story"), story, "north")
            print(number, flush=True)
"""


def test_kill_9_loses_no_answer_that_was_saved_and_leaves_no_lock(path: Path) -> None:
    code = textwrap.dedent(MANY_SAVES)
    last = -1
    for attempt in range(5):
        command = [sys.executable, "-c", code, str(path), str(last + 1)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as running:  # noqa: S603
            assert running.stdout is not None
            assert running.stdout.readline() == "ready\n"
            for _ in range(1 + 2 * attempt):
                last = int(running.stdout.readline())
            running.send_signal(signal.SIGKILL)
            rest = [int(line) for line in running.stdout.read().split("\n") if line]
        last = max([last, *rest])
        (told,) = read_initiative(path, QUESTIONS).whole.group("sides").items[0].answers["story"].held[0].words
        number = int(str(told).removeprefix("story "))
        # The one that was being saved may be there already, though nobody was told.
        assert number in (last, last + 1)
        last = number
    with InitiativeFile(path, QUESTIONS) as file:
        file.set(STAGE, one("idea"))
    assert list(path.parent.iterdir()) == [path]
    assert "# that was all" in path.read_text()

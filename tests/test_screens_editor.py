"""Changing the rules on the screen: checked while one types, told before it is saved, in use at once."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Button, Input, OptionList

from advisor.errors import AdvisorError
from advisor.report.rulebook.page import Sort, Target
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.files import fingerprint, rule_paths
from advisor.rulebook.loader import load_rulebook
from advisor.text import visible
from advisor.tui.app import AdvisorApp
from advisor.tui.dialogs import Ask, Choose, Tell
from advisor.tui.editor.area import RuleArea
from advisor.tui.editor.changes import Changes
from advisor.tui.editor.screen import EditorScreen
from advisor.tui.proof import ProofScreen
from advisor.tui.rules import RulesScreen
from advisor.tui.rulespage import PageView
from advisor.workshop.editing import RuleText, check
from advisor.workshop.replacing import copy_up
from advisor.workshop.starting import begin
from tests.places import ROOT
from tests.screens import Screens, flat, notices, press, shown_in, text, type_in, until

pytestmark = pytest.mark.slow

VERDICT = Target(Sort.FINDING, "mapendere/track-1.5")
WHEN = "{all: [{finding: table/dialogue}, {finding: third-party-not-political}, {finding: parties-official}]}"
EASIER = "{finding: table/dialogue}"
HOSTILE = "[/b] [TODO] \u202etxet"
STEERING = f"{HOSTILE} \x9b31m \x1b]0;owned\x07"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A layer on top of the bundled rules that says one verdict itself, as it is said below."""
    folder = tmp_path_factory.mktemp("begun") / "ours"
    begin(folder, copy=False)
    copy_up(VERDICT, load_rulebook(folder), "We count differently")
    return folder


@pytest.fixture
def rules(begun: Path, tmp_path: Path) -> Path:
    """Such a layer, to change it."""
    return Path(shutil.copytree(begun, tmp_path / "ours"))


@pytest.fixture
def school(rules: Path) -> Path:
    return rules / "schools" / "mapendere.yaml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "tests" / "composed" / "two-valleys.yaml", tmp_path / "valleys.yaml"))


@asynccontextmanager
async def page(
    rules: Path, path: Path | None = None, target: Target = VERDICT, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Screens]:
    """A page of the rulebook."""
    app = AdvisorApp(rules, path)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: app.engine is not None and (path is None or app.case is not None))
        await press(pilot, "f5")
        await until(pilot, lambda: isinstance(app.screen, RulesScreen) and bool(app.screen.query_one(PageView).rows))
        rules_screen(pilot).open(target)
        yield pilot


@asynccontextmanager
async def editor(
    rules: Path, path: Path | None = None, target: Target = VERDICT, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Screens]:
    """The editor, opened from a page."""
    async with page(rules, path, target, size) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen) and bool(pilot.app.screen.query("#says")))
        await checked(pilot)
        yield pilot


def rules_screen(pilot: Screens) -> RulesScreen:
    screen = pilot.app.screen
    assert isinstance(screen, RulesScreen)
    return screen


def app_of(pilot: Screens) -> AdvisorApp:
    assert isinstance(pilot.app, AdvisorApp)
    return pilot.app


def area(pilot: Screens) -> RuleArea:
    return pilot.app.screen.query_one(RuleArea)


def stands_here(pilot: Screens) -> str:
    """How the finding on the page stands in the open initiative."""
    shown = rules_screen(pilot).query_one(PageView).rows
    lines = ["".join(piece if isinstance(piece, str) else piece[0] for piece in row.pieces) for row in shown]
    return next(line for line in lines if line.startswith("In this initiative"))


def faults(pilot: Screens) -> list[str]:
    listed = pilot.app.screen.query_one("#faults", OptionList)
    return [str(option.prompt) for option in listed.options]


def marked(pilot: Screens) -> list[int]:
    """The lines that have the sign of a fault."""
    found = []
    for row in text(pilot).splitlines():
        number, sign, _ = row.partition("!")
        if sign and number.strip().isdigit():
            found.append(int(number))
    return found


def told(pilot: Screens) -> str:
    """What a window says."""
    screen = pilot.app.screen
    assert isinstance(screen, Tell)
    return "\n".join(screen.lines)


async def checked(pilot: Screens) -> None:
    """Waits until what stands there has been checked."""
    await until(pilot, lambda: shown_in(pilot, "#says") != "Checking …")


async def write(pilot: Screens, old: str, new: str) -> None:
    assert old in area(pilot).text
    area(pilot).text = area(pilot).text.replace(old, new)
    await pilot.pause()


async def changes(pilot: Screens) -> None:
    """Waits until it is told what changes."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Changes) and bool(pilot.app.screen.told))


async def save(pilot: Screens) -> None:
    await press(pilot, "ctrl+s")
    await changes(pilot)
    await press(pilot, "ctrl+s")
    await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen))


async def test_the_editor_opens_on_the_file_of_the_layer_at_the_line_of_the_page(rules: Path, school: Path) -> None:
    async with editor(rules) as pilot:
        assert area(pilot).text == school.read_text()
        await until(pilot, lambda: area(pilot).line == 5)
        assert "track-1.5:" in school.read_text().splitlines()[4]
        assert "ours/schools/mapendere.yaml" in flat(pilot)
        assert shown_in(pilot, "#says") == "No faults."


async def test_the_button_does_the_same_as_the_key(rules: Path) -> None:
    async with page(rules) as pilot:
        pilot.app.screen.query_one("#change", Button).press()
        await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen))


async def test_a_fault_is_marked_at_its_line_as_one_types_and_mending_it_clears_it(rules: Path) -> None:
    async with editor(rules) as pilot:
        assert marked(pilot) == []
        await press(pilot, "down", "end")
        await type_in(pilot, "x")
        await until(pilot, lambda: marked(pilot) == [6])
        assert "line 6: " in faults(pilot)[0]
        assert 'Did you mean "verdict"?' in faults(pilot)[0]
        assert shown_in(pilot, "#says").startswith("! 1 fault.")
        await press(pilot, "backspace")
        await until(pilot, lambda: marked(pilot) == [])
        await until(pilot, lambda: shown_in(pilot, "#says") == "No faults.")


async def test_enter_begins_a_line_below_the_one_before_and_undo_takes_it_back(rules: Path) -> None:
    async with editor(rules) as pilot:
        await press(pilot, "down", "end", "enter")
        await type_in(pilot, "weight")
        assert area(pilot).document.get_line(6) == "    weight"
        await press(pilot, "ctrl+z", "ctrl+z", "ctrl+z")
        await until(pilot, lambda: not pilot.app.screen.is_changed)  # type: ignore[attr-defined]
        await press(pilot, "ctrl+y", "ctrl+y")
        assert pilot.app.screen.is_changed  # type: ignore[attr-defined]


async def test_enter_on_a_fault_goes_to_its_line_and_f8_to_the_next(rules: Path) -> None:
    async with editor(rules) as pilot:
        await write(pilot, "kind: verdict", "knid: verdict")
        await write(pilot, "basis: source", "basis: sauce")
        await until(pilot, lambda: len(marked(pilot)) > 1)
        area(pilot).go_to(1)
        await press(pilot, "tab", "down", "enter")
        assert area(pilot).line in marked(pilot)
        await press(pilot, "f8")
        first = area(pilot).line
        await press(pilot, "f8")
        assert {first, area(pilot).line} <= set(marked(pilot))
        assert first != area(pilot).line


async def test_a_fault_in_another_file_is_told_with_its_place(rules: Path) -> None:
    async with editor(rules) as pilot:
        await write(pilot, "  track-1.5:", "  track-15:")
        await until(pilot, lambda: any(one.startswith("! ours/rulebook.yaml:") for one in faults(pilot)))
        assert marked(pilot) == []
        await press(pilot, "tab", "enter")
        assert any("This is in another file: ours/rulebook.yaml:" in notice for notice in notices(pilot))


async def test_saving_changes_the_verdict_of_the_open_initiative(rules: Path, school: Path, path: Path) -> None:
    async with editor(rules, path) as pilot:
        await write(pilot, WHEN, EASIER)
        await press(pilot, "ctrl+s")
        await changes(pilot)
        assert WHEN in school.read_text()
        says = [line.says for line in pilot.app.screen.told]  # type: ignore[attr-defined]
        assert any("mapendere/track-1.5" in line and line.startswith("Changed finding") for line in says)
        assert any("Two valleys (the one that is open)" in line for line in says)
        assert any("examples/" in line for line in says)
        assert "before: refuted; now: supported" in says
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: EASIER in school.read_text())
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, RulesScreen))
        await until(pilot, lambda: stands_here(pilot) == "In this initiative: + yes")


async def test_every_open_screen_follows_what_is_saved(rules: Path, path: Path) -> None:
    async with editor(rules, path) as pilot:
        await write(pilot, WHEN, EASIER)
        await write(pilot, "A non-political third party works", "Somebody works")
        await save(pilot)
        await press(pilot, "escape", "f2")
        case = app_of(pilot).case
        assert case is not None
        assert case.engine is app_of(pilot).engine
        assert "Somebody works" in case.results.every(VERDICT.id, "")[0].says
        await press(pilot, "f3", "2")
        await until(pilot, lambda: "Mapendere + yes" in flat(pilot))


async def test_what_has_faults_is_not_saved_and_stays_as_it_is_typed(rules: Path, school: Path) -> None:
    before = school.read_text()
    async with editor(rules) as pilot:
        await write(pilot, "kind: verdict", "kind: [")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: any("it would not be read" in notice for notice in notices(pilot)))
        assert isinstance(pilot.app.screen, EditorScreen)
        assert "kind: [" in area(pilot).text
        assert school.read_text() == before


async def test_saving_what_has_not_changed_says_so(rules: Path) -> None:
    async with editor(rules) as pilot:
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: any("nothing to save" in notice for notice in notices(pilot)))


async def test_going_on_writing_saves_nothing(rules: Path, school: Path) -> None:
    async with editor(rules) as pilot:
        await write(pilot, WHEN, EASIER)
        await press(pilot, "ctrl+s")
        await changes(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen))
        assert EASIER in area(pilot).text
        assert WHEN in school.read_text()


async def test_leaving_with_something_unsaved_asks(rules: Path) -> None:
    async with editor(rules) as pilot:
        await write(pilot, WHEN, EASIER)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RulesScreen))


async def test_a_half_written_file_keeps_the_last_good_rules_in_use_and_says_so(
    rules: Path, school: Path, path: Path
) -> None:
    async with page(rules, path) as pilot:
        good = app_of(pilot).ready
        sound = school.read_text()
        school.write_text(sound[: sound.index("when:") + 12])
        await until(pilot, lambda: "what was read last is shown and stays in use" in flat(pilot))
        assert app_of(pilot).ready is good
        assert stands_here(pilot) == "In this initiative: × no"
        school.write_text(sound.replace(WHEN, EASIER))
        await until(pilot, lambda: stands_here(pilot) == "In this initiative: + yes")
        assert "The files of the rules have faults" not in flat(pilot)


async def test_whoever_reads_the_advice_is_told_when_the_rules_are_spoilt_and_when_they_are_mended(
    rules: Path, school: Path, path: Path
) -> None:
    async with page(rules, path) as pilot:
        await press(pilot, "f3")
        sound = school.read_text()
        school.write_text(sound[: sound.index("when:") + 12])
        await until(pilot, lambda: any("What was read last stays in use" in notice for notice in notices(pilot)))
        school.write_text(sound.replace(WHEN, EASIER))
        await until(pilot, lambda: any("follows those that stand in the files now" in one for one in notices(pilot)))
        await press(pilot, "2")
        await until(pilot, lambda: "Mapendere + yes" in flat(pilot))


async def test_a_file_spoilt_outside_can_be_opened_and_mended(rules: Path, school: Path) -> None:
    async with page(rules) as pilot:
        sound = school.read_text()
        school.write_text(sound.replace("kind: verdict", "kind: [verdict"))
        await until(pilot, lambda: "The files of the rules have faults" in flat(pilot))
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen) and marked(pilot) == [7])
        assert "in the file as it stands" in shown_in(pilot, "#says")
        area(pilot).text = sound
        await save(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, RulesScreen))
        assert "The files of the rules have faults" not in flat(pilot)


async def test_two_spoilt_files_are_mended_one_after_the_other(rules: Path, school: Path) -> None:
    manifest = rules / "rulebook.yaml"
    async with page(rules) as pilot:
        sound, sound_manifest = school.read_text(), manifest.read_text()
        manifest.write_text(f"{sound_manifest}\nnonsense: yes\n")
        school.write_text(sound.replace("kind: verdict", "knid: verdict"))
        await until(pilot, lambda: "The files of the rules have faults" in flat(pilot))
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen) and bool(marked(pilot)))
        area(pilot).text = sound
        await save(pilot)
        assert school.read_text() == sound
        assert "nonsense" in faults(pilot)[0]
        manifest.write_text(sound_manifest)
        await until(pilot, lambda: app_of(pilot).in_use is not None and not app_of(pilot).in_use.faults)  # type: ignore[union-attr]


async def test_rules_that_come_along_are_not_written_and_it_says_what_to_do_instead() -> None:
    before = fingerprint(bundled_rules())
    async with page(bundled_rules()) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell))
        assert "advisor rules init DIR\nadvisor rules use DIR" in told(pilot)
    assert fingerprint(bundled_rules()) == before


@pytest.mark.parametrize(
    ("target", "file"),
    [
        (Target(Sort.FINDING, "montville/track-two"), "schools/montville.yaml"),
        (Target(Sort.QUESTION, "stage"), "questions/"),
        (Target(Sort.SOURCE, "mapendere-2005"), "sources.yaml"),
        (Target(Sort.TERM, "transfer"), "glossary.yaml"),
    ],
    ids=lambda one: one.sort if isinstance(one, Target) else "",
)
async def test_what_stands_below_is_copied_into_the_layer_with_the_reason(
    rules: Path, target: Target, file: str
) -> None:
    before = fingerprint(bundled_rules())
    if target.sort is Sort.FINDING:
        book = load_rulebook(rules)
        target = Target(Sort.FINDING, next(name for name in book.findings if name.startswith("montville/")))
    async with page(rules, None, target) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        pilot.app.screen.query_one(Input).value = "Our region is another"
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen) and bool(pilot.app.screen.query("#says")))
        await checked(pilot)
        assert shown_in(pilot, "#says") == "No faults."
        assert f"ours/{file}" in flat(pilot)
        assert target.id.rpartition("/")[2] in area(pilot).document.get_line(area(pilot).line - 1)
    assert f"{target.id}: Our region is another" in (rules / "rulebook.yaml").read_text()
    assert fingerprint(bundled_rules()) == before


async def test_leaving_the_reason_copies_nothing(rules: Path) -> None:
    before = fingerprint(rules)
    async with page(rules, None, Target(Sort.SOURCE, "mapendere-2005")) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, RulesScreen))
    assert fingerprint(rules) == before


async def test_for_the_head_of_a_school_it_says_which_file_to_make(rules: Path) -> None:
    async with page(rules, None, Target(Sort.SCHOOL, "montville")) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell))
        assert "schools/montville.yaml" in told(pilot)
        assert "school: montville" in told(pilot)


async def test_a_change_from_outside_is_told_and_overwritten_by_nobody_unasked(rules: Path, school: Path) -> None:
    async with editor(rules) as pilot:
        await write(pilot, WHEN, EASIER)
        theirs = school.read_text() + "# theirs\n"
        school.write_text(theirs)
        await until(pilot, lambda: "Another program has changed this file" in flat(pilot))
        await press(pilot, "ctrl+s")
        await changes(pilot)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EditorScreen))
        assert school.read_text() == theirs
        assert EASIER in area(pilot).text


async def test_what_another_program_wrote_is_read_anew_when_that_is_chosen(rules: Path, school: Path) -> None:
    async with editor(rules) as pilot:
        school.write_text(school.read_text() + "# theirs\n")
        await until(pilot, lambda: "Another program has changed this file" in flat(pilot))
        pilot.app.screen.query_one("#anew", Button).press()
        await until(pilot, lambda: "# theirs" in area(pilot).text)
        assert "Another program has changed this file" not in flat(pilot)


async def test_ones_own_text_goes_over_that_of_another_program_when_that_is_chosen(rules: Path, school: Path) -> None:
    async with editor(rules) as pilot:
        await write(pilot, WHEN, EASIER)
        mine = area(pilot).text
        school.write_text(school.read_text() + "# theirs\n")
        await press(pilot, "ctrl+s")
        await changes(pilot)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press(pilot, "down", "down", "enter")
        await until(pilot, lambda: school.read_text() == mine)


async def test_rules_with_which_the_open_initiative_cannot_be_read_wait(rules: Path, path: Path) -> None:
    manifest = rules / "rulebook.yaml"
    book = load_rulebook(rules)
    copy_up(Target(Sort.QUESTION, "stage"), book, "Other stages")
    file = next((rules / "questions").glob("*.yaml"))
    async with page(rules, path) as pilot:
        before = app_of(pilot).ready
        sound = file.read_text()
        file.write_text(sound.replace("running:", "going_on:"))
        if "running:" not in sound:
            pytest.skip("the stage has other options")
        await until(pilot, lambda: bool(app_of(pilot).in_use and app_of(pilot).in_use.faults))  # type: ignore[union-attr]
        assert app_of(pilot).ready is before
        assert stands_here(pilot) == "In this initiative: × no"
        file.write_text(sound)
        await until(pilot, lambda: app_of(pilot).ready is not before)
    assert manifest.is_file()


async def test_a_proof_of_what_is_gone_is_left(rules: Path, path: Path) -> None:
    (rules / "themes").mkdir(exist_ok=True)
    own = rules / "themes" / "own.yaml"
    own.write_text(
        "theme: own\ntitle: Own\nfindings:\n  a:\n    kind: premise\n    statement: It is so.\n"
        "    when: {finding: mapendere/track-1.5}\n    basis: heuristic\n"
    )
    async with page(rules, path, Target(Sort.FINDING, "own/a")) as pilot:
        view = rules_screen(pilot).query_one(PageView)
        view.focus()
        view.highlighted = next(at for at, row in enumerate(view.rows) if row.lead is not None)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen))
        own.unlink()
        await until(pilot, lambda: isinstance(pilot.app.screen, RulesScreen))
        await until(pilot, lambda: "It is so." not in flat(pilot))


async def test_hostile_text_in_a_rule_file_is_shown_harmless(rules: Path, school: Path) -> None:
    school.write_text(school.read_text() + f"# {HOSTILE}\n    # [/] {HOSTILE}\n")
    async with editor(rules, size=(120, 32)) as pilot:
        await until(pilot, lambda: "[/b] [TODO]" in text(pilot))
        assert visible(text(pilot)) == text(pilot)
        assert HOSTILE in area(pilot).text
        await write(pilot, "kind: verdict", f'kind: "{STEERING}"')
        await until(pilot, lambda: bool(faults(pilot)))
        assert visible(text(pilot)) == text(pilot)


async def test_a_file_whose_line_breaks_would_change_is_not_opened(rules: Path, school: Path) -> None:
    school.write_bytes(school.read_bytes().replace(b"\n", b"\r\n", 1))
    async with page(rules) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell))
        assert "line breaks of different kinds" in told(pilot)


async def test_a_file_written_on_windows_stays_one(rules: Path, school: Path) -> None:
    school.write_bytes(b"\xef\xbb\xbf" + school.read_bytes().replace(b"\n", b"\r\n"))
    school.chmod(0o640)
    before = school.read_bytes()
    async with editor(rules) as pilot:
        await write(pilot, WHEN, EASIER)
        await save(pilot)
    assert school.read_bytes() == before.replace(WHEN.encode(), EASIER.encode())
    assert school.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is refused to root")
async def test_a_file_that_the_machine_keeps_is_told_and_nothing_is_lost(rules: Path, school: Path) -> None:
    async with editor(rules) as pilot:
        await write(pilot, WHEN, EASIER)
        school.parent.chmod(0o500)
        await press(pilot, "ctrl+s")
        await changes(pilot)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell))
        assert WHEN in school.read_text()
        school.parent.chmod(0o700)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 32)])
async def test_the_text_its_faults_and_the_buttons_are_in_sight_in_windows_of_any_size(
    rules: Path, size: tuple[int, int]
) -> None:
    async with editor(rules, size=size) as pilot:
        await write(pilot, "kind: verdict", "knid: verdict")
        await until(pilot, lambda: bool(marked(pilot)))
        seen = flat(pilot)
        assert "What this changes" in seen
        assert "line 6:" in seen
        assert "Ctrl+S Save" in seen


def test_every_beginning_of_a_rule_file_has_faults_or_none_and_nothing_worse() -> None:
    for path in rule_paths(bundled_rules()):
        written = path.read_text()
        step = max(len(written) // 12, 1)
        for end in range(0, len(written), step):
            found = check(bundled_rules(), path, written[:end])
            assert found.rulebook is not None or found.faults, (path, end)


def test_a_text_in_the_place_of_a_file_is_read_as_if_it_stood_there(rules: Path, school: Path) -> None:
    there = load_rulebook(rules)
    changed = school.read_text().replace(WHEN, EASIER)
    instead = check(rules, school, changed).rulebook
    assert instead is not None
    assert instead.sha256 != there.sha256
    school.write_text(changed)
    assert load_rulebook(rules) == instead


def test_what_another_program_writes_just_before_saving_is_kept(school: Path) -> None:
    file = RuleText(school, "ours/schools/mapendere.yaml")
    school.write_text("theirs")
    with pytest.raises(AdvisorError) as caught:
        file.save("mine")
    assert [fault.code for fault in caught.value.faults] == ["S03"]
    assert school.read_text() == "theirs"
    assert [path.name for path in school.parent.iterdir()] == [school.name]

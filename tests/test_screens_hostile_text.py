"""Text from a file can carry markup, escape sequences and marks that turn lines around; no screen lets them through."""

import sys
import unicodedata
from pathlib import Path

import pytest

from advisor.text import visible
from advisor.tui.app import AdvisorApp
from advisor.tui.interview import InterviewScreen
from advisor.tui.question import QuestionView
from tests.screens import Screens, press, prompt, screens, text, until
from tests.terminal import Terminal

HOSTILE = "[/b] [TODO] [red]X[/] \x1b]0;owned\x07 \u202etxet \u2066and back"
WRITTEN = r'"[/b] [TODO] [red]X[/] \e]0;owned\a \u202Etxet \u2066and back"'
ARABIC = "مركز الحوار"


def test_nothing_that_is_made_visible_counts_as_printable_so_that_printable_text_need_not_be_gone_through() -> None:
    signs = [chr(code) for code in range(sys.maxunicode + 1)]
    # Beside a sign that is not printable, each is looked at.
    assert not [sign for sign in signs if sign.isprintable() and visible(f"{sign}\n") != f"{sign}\n"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "[b]talks.yaml"
    path.write_text(
        f"""\
initiative: {WRITTEN}
about: {WRITTEN}
years: {WRITTEN}
answers:
  contact_risk: {{contested: [{{is: none, by: {WRITTEN}}}, {{is: crime, by: "{ARABIC}"}}], note: {WRITTEN}}}
  stage: {{is: running, note: {WRITTEN}}}
  third_parties:
    only:
      - {{id: one, name: {WRITTEN}, kind: ngo, leads: yes, political: {{is: no, note: {WRITTEN}}}}}
      - {{id: two, name: "{ARABIC}", kind: state}}
    note: {WRITTEN}
  sides:
    - {{id: a, name: {WRITTEN}, capacity: {{only: [mandated]}}, story: {WRITTEN}, languages: [~Hill tongue, Dari]}}
    - {{id: b, name: "{ARABIC}"}}
  team:
    - {{id: m, name: {WRITTEN}, role: lead, standing: [insider_partial], trusted_by: {{includes: [a]}}}}
parts:
  - {{id: p, name: {WRITTEN}, kind: phase, from: 1993, answers: {{stage: idea}}}}
"""
    )
    return path


def harmless(pilot: Screens) -> str:
    """What is on the screen, in which nothing may steer a terminal or turn a line around."""
    seen = text(pilot)
    assert visible(seen) == seen
    assert not any(unicodedata.category(c) == "Cc" for c in seen if c != "\n")
    return seen


async def test_every_question_about_it_is_shown_harmless(path: Path) -> None:
    async with screens(path, (124, 40)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, InterviewScreen)
        assert "[/b] [TODO] [red]X[/] <U+001B>]0;owned<U+0007>" in harmless(pilot)
        for section in screen.case.interview.sections():
            for step in screen.case.interview.steps(section):
                screen.show_question(step)
                await pilot.pause()
                harmless(pilot)
                if step.item in ("a", "one", "m"):
                    assert prompt(pilot).startswith("[/b] [TODO] [red]X[/] <U+001B>]0;owned<U+0007> <U+202E>txet")
        await press(pilot, "f1")
        harmless(pilot)


async def test_arabic_names_are_shown_and_kept_as_they_are(path: Path) -> None:
    async with screens(path) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, InterviewScreen)
        await press(pilot, "ctrl+p", "x", "escape")
        steps = screen.case.interview.steps("")
        screen.show_question(next(step for step in steps if step.item == "b"))
        await until(pilot, lambda: screen.query_one(QuestionView).page is not None and ARABIC in prompt(pilot))
        await press(pilot, "pagedown", "pageup", "1", "enter")
    assert ARABIC in path.read_text()


async def test_the_first_page_shows_a_hostile_file_name_harmless(path: Path) -> None:
    hostile = path.with_name("[b]\x1b]0;owned\x07.yaml")
    path.rename(hostile)
    async with screens(hostile):
        pass
    async with screens() as pilot:
        assert "[b]<U+001B>]0;owned<U+0007>.yaml" in harmless(pilot)


async def test_a_fault_in_a_hostile_file_is_told_harmless(path: Path) -> None:
    path.write_text(f"initiative: Talks\nanswers: {{stage: {WRITTEN}}}\n")
    app = AdvisorApp(Path("rules"), path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "This cannot be done" in text(pilot))
        assert "[TODO]" in harmless(pilot)


def test_no_escape_sequence_of_a_file_reaches_the_terminal(path: Path, tmp_path: Path) -> None:
    terminal = Terminal("ask", path, state=tmp_path / "state", size=(130, 40))
    terminal.until(lambda seen: "question" in seen)
    for _ in range(12):
        terminal.press("\x1b[6~")
        terminal.until(bool)
    terminal.kill()
    assert b"\x1b]0;owned" not in terminal.raw
    assert "\u202e".encode() not in terminal.raw

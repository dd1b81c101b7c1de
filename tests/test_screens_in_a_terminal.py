"""The screens in a real terminal: they start, they end, and a program that is killed has lost nothing."""

import os
import random
import time
from pathlib import Path

import pytest

from advisor.initiative.reader import read_initiative
from tests.bundled import bundled_rulebook
from tests.terminal import Terminal

QUESTIONS = bundled_rulebook().questions
KEYS = (
    ("contact_risk", "2\r", "danger"),
    ("advice_taken", "2\r", "no"),
    ("funder_party", "2\r", "no"),
    ("stage", "3\r", "running"),
    ("activity", "1\r", "talks"),
)
"""The first questions, keys that answer each of them, and what it answers."""
TIMES = 100 if os.environ.get("HYPOTHESIS_PROFILE") == "slow" else 4
ESCAPE, CONTROL_Q = "\x1b", "\x11"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.yaml"
    path.write_text("initiative: Talks  # by hand\n")
    return path


def asked(number: int) -> str:
    return f" {number} of"


@pytest.mark.parametrize("seed", range(TIMES))
def test_what_the_screen_has_shown_as_answered_survives_kill_9(path: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    confirmed = chance.randrange(len(KEYS))
    terminal = Terminal("ask", path, state=tmp_path / "state")
    terminal.until(lambda text: asked(1) in text)
    for number, (_, key, _) in enumerate(KEYS[:confirmed], start=2):
        terminal.press(key)
        terminal.until(lambda text, number=number: asked(number) in text)  # type: ignore[misc]
    terminal.press(KEYS[confirmed][1])
    time.sleep(chance.random() * 0.12)
    terminal.kill()
    answers = read_initiative(path, QUESTIONS).whole.answers
    for question, _, word in KEYS[:confirmed]:
        assert answers[question].held[0].words == {word}
    assert set(answers) <= {question for question, _, _ in KEYS[: confirmed + 1]}
    assert "# by hand" in path.read_text()
    again = Terminal("ask", path, state=tmp_path / "state")
    again.until(lambda text: asked(len(answers) + 1) in text)
    again.kill()


def test_without_a_command_it_opens_on_the_first_page_and_ctrl_q_leaves(tmp_path: Path) -> None:
    terminal = Terminal(state=tmp_path)
    terminal.until(lambda text: "Start a new initiative" in text and "Real initiatives" in text)
    terminal.press(CONTROL_Q)
    assert terminal.ends() == 0


def test_a_faulty_rulebook_is_told_below_the_screen_with_code_2(tmp_path: Path) -> None:
    terminal = Terminal("--rules", tmp_path, state=tmp_path)
    terminal.until(lambda text: "There is no rulebook.yaml" in text)
    assert terminal.ends() == 2


@pytest.mark.parametrize("settings", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}])
def test_where_no_screen_is_wanted_the_questions_come_line_by_line(
    path: Path, tmp_path: Path, settings: dict[str, str]
) -> None:
    terminal = Terminal("ask", path, state=tmp_path, settings=settings)
    terminal.until(lambda text: "One question at a time." in text)
    assert b"\x1b[?1049h" not in terminal.raw
    terminal.press("q\r")
    assert terminal.ends() == 0


def test_without_colour_everything_is_still_told(path: Path, tmp_path: Path) -> None:
    terminal = Terminal("ask", path, state=tmp_path, settings={"NO_COLOR": "1"})
    terminal.until(lambda text: asked(1) in text and "1 No, as far as we" in text)
    terminal.kill()

"""How long a person waits for the screen: for the first page, and for what an answer changes.

A process of its own behind a pseudo-terminal, as a person runs it. What counts is when the bytes arrive that complete
the picture; a terminal's own time to draw them is not in it.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte
from measuring import print_title

from advisor.text import visible

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9
COLUMNS, ROWS = 120, 36
LEAST = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Least(App):\n"
    "    def compose(self):\n"
    "        yield Static('All there is')\n"
    "Least().run()\n"
)
"""The smallest program that Textual can show."""
ANSWERS = (
    ("2", "Is anybody who gives money"),
    ("2", "How far along is the initiative?"),
    ("3", "What do the people involved do together?"),
    ("1", "What is the initiative for?"),
)
"""Keys that mark an answer, and the question that comes once Enter has given it."""


def time_screens() -> None:
    """Measures both and prints them."""
    print_title(f"The screen, {COLUMNS} x {ROWS}, {ROUNDS} times, ms")
    with tempfile.TemporaryDirectory() as folder:
        least, ours = [], []
        for _ in range(ROUNDS):
            least.append(_first_paint(["-c", LEAST], "All there is", folder))
            ours.append(_first_paint(["-m", "advisor"], "Start a new initiative", folder))
        _print("the smallest program of Textual, to its first paint", least)
        _print("advisor, to its first page", ours)
        print(f"{'beyond the smallest':52s} {statistics.median(ours) - statistics.median(least):8.0f}")
        answers = [took for _ in range(ROUNDS) for took in _answers(Path(folder))]
        _print("an answer, to the next question with all it changes", answers)


def _print(name: str, took: list[float]) -> None:
    print(f"{name:52s} {statistics.median(took):8.0f}   {min(took):.0f} to {max(took):.0f}")


def _first_paint(call: list[str], text: str, folder: str) -> float:
    with _terminal(call, folder) as process:
        return _until(process, pyte.Screen(COLUMNS, ROWS), text, time.perf_counter())


def _answers(folder: Path) -> Iterator[float]:
    """How long each answer takes, in a composed initiative without its first answers."""
    path = folder / "talks.yaml"
    path.write_text(
        (ROOT / "tests" / "composed" / "two-valleys.yaml")
        .read_text()
        .replace("  stage: design\n  activity: community\n", "")
    )
    screen = pyte.Screen(COLUMNS, ROWS)
    with _terminal(["-m", "advisor", "ask", str(path)], str(folder)) as process:
        _until(process, screen, "Could meeting be a crime", time.perf_counter())
        for key, following in ANSWERS:
            time.sleep(0.3)
            process.send(key)
            time.sleep(0.3)
            start = time.perf_counter()
            process.send("\r")
            yield _until(process, screen, following, start)


@contextmanager
def _terminal(call: list[str], state: str) -> Iterator["pexpect.spawn[bytes]"]:
    environment = {**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": state}
    process = pexpect.spawn(sys.executable, call, cwd=str(ROOT), env=environment, dimensions=(ROWS, COLUMNS))
    try:
        yield process
    finally:
        process.kill(9)
        process.wait()
        process.close()


def _until(process: "pexpect.spawn[bytes]", screen: pyte.Screen, text: str, start: float) -> float:
    """When the bytes have come with which a text stands on the screen; the time to read them is not counted."""
    stream, chunks = pyte.ByteStream(screen), []
    while True:
        try:
            chunks.append((process.read_nonblocking(65536, timeout=0.03), time.perf_counter()))
        except pexpect.TIMEOUT:
            for chunk, arrived in chunks:
                stream.feed(chunk)
                if text in visible(" ".join(screen.display)):
                    return (arrived - start) * 1e3
            chunks.clear()

"""Driving the screens as a person does: keys in, text out."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from advisor.engine.run import Engine
from advisor.rulebook.bundled import bundled_rules
from advisor.tui.app import AdvisorApp
from advisor.tui.home import HomeScreen
from advisor.tui.interview import InterviewScreen
from advisor.tui.question import QuestionView
from tests.bundled import bundled_engine

_LONGEST = 200
"""So many moments are waited for what must come."""
_NAMES = {" ": "space", "-": "minus", ".": "full_stop", ",": "comma", "/": "slash", "'": "apostrophe"}

Screens = Pilot[None]


@asynccontextmanager
async def screens(
    path: Path | None = None, size: tuple[int, int] = (80, 24), engine: Engine | None = None
) -> AsyncIterator[Screens]:
    """The program on a screen, once the rules have been read; with an initiative, at its first open question."""
    app = AdvisorApp(bundled_rules(), path, engine=engine or bundled_engine())
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: app.engine is not None)
        if path is not None and path.exists():
            await until(pilot, lambda: isinstance(app.screen, InterviewScreen) and view(pilot).page is not None)
        else:
            await until(pilot, lambda: path is not None or isinstance(app.screen, HomeScreen))
        yield pilot


async def until(pilot: Screens, holds: Callable[[], bool]) -> None:
    """Waits until something holds; fails if it never does."""
    for _ in range(_LONGEST):
        await pilot.pause()
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"It never came to that. On the screen:\n{text(pilot)}")


async def press(pilot: Screens, *keys: str) -> None:
    """Presses keys one by one, each after what the one before has brought about."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def choose(pilot: Screens, *numbers: str) -> None:
    """Answers one question after the other, each by the number of an answer."""
    for number in numbers:
        await press(pilot, number, "enter")


async def type_in(pilot: Screens, words: str, *keys: str) -> None:
    """Types words, then presses keys."""
    await press(pilot, *(_NAMES.get(letter, letter) for letter in words), *keys)


def view(pilot: Screens) -> QuestionView:
    """The question in the middle."""
    return pilot.app.screen.query_one(QuestionView)


def prompt(pilot: Screens) -> str:
    """The question that is asked."""
    return shown_in(pilot, "#prompt")


def shown_in(pilot: Screens, place: str) -> str:
    """What stands in one place of the screen."""
    return str(pilot.app.screen.query_one(place, Static).content)


def text(pilot: Screens) -> str:
    """Everything on the screen, as letters."""
    return "\n".join(lines(pilot))


def flat(pilot: Screens) -> str:
    """The same as running text."""
    return " ".join(text(pilot).replace("│", " ").split())


def in_window(pilot: Screens) -> str:
    """What stands in a window, as running text: what lies behind it would stand between its lines."""
    rows = list(lines(pilot))
    top, bottom = (next(n for n, row in enumerate(rows) if corner in row) for corner in "╭╰")
    left, right = rows[top].index("╭"), rows[top].index("╮") + 1
    return " ".join(" ".join(row[left:right].strip("│") for row in rows[top + 1 : bottom]).replace("│", " ").split())


def lines(pilot: Screens) -> Iterable[str]:
    """The rows of the screen, as letters."""
    screen = pilot.app.screen
    for strip in screen._compositor.render_strips():  # noqa: SLF001 -- what is on the screen can be had nowhere else
        yield strip.text.rstrip()


def notices(pilot: Screens) -> list[str]:
    """What is told in passing."""
    return [notice.message for notice in pilot.app._notifications]  # noqa: SLF001 -- they can be had nowhere else


def choices(pilot: Screens) -> OptionList:
    """The answers that can be picked."""
    return pilot.app.screen.query_one("#choices", OptionList)

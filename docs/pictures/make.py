"""Makes the pictures of the screens that README and docs show. Run: make pictures."""

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from advisor.messages.screens.editor import CHECKING
from advisor.model.finding import Kind
from advisor.report.rulebook.page import Sort, Target
from advisor.rulebook.bundled import EXAMPLES, bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.tui.app import AdvisorApp
from advisor.workshop.replacing import copy_up
from advisor.workshop.starting import begin

HERE = Path(__file__).resolve().parent
COMPOSED = HERE.parent.parent / "tests" / "composed" / "two-valleys.yaml"
"""Nobody's initiative; its file says that it is composed."""
REAL = "aceh-2005.yaml"
CLAIMS = HERE.parent.parent / "tests" / "claims" / REAL
"""No proposal was seen; its file says that it is composed."""
_MOMENT = 0.05
_LONGEST = 400


@dataclass(frozen=True)
class Picture:
    """One picture: what is open, how large the window is, and which keys lead there."""

    name: str
    size: tuple[int, int]
    keys: Sequence[str] = ()
    opened: str = ""
    """`own` for the composed initiative, `real` for the example; empty for the first page."""
    layer: bool = False
    """Whether rules of one's own lie on top, which say the first verdict themselves."""


PICTURES = (
    Picture("home", (90, 28)),
    Picture("interview", (124, 34), ("pageup", *["pagedown"] * 4), "own"),
    Picture("interview-small", (80, 24), (), "own"),
    Picture("assessment", (100, 30), (), "real"),
    Picture("schools", (100, 34), ("2",), "real"),
    Picture("proof", (100, 30), ("2", "enter", "enter"), "real"),
    Picture("change", (100, 30), ("2", "down", "enter", "enter", "c"), "real"),
    Picture("judgements", (110, 30), ("f7", "enter", "f3"), "real"),
    Picture("rules", (110, 32), ("f5", "down", "down", "enter"), "own"),
    Picture("editor", (100, 30), ("f5", "right", "down", "c", "down", "end", "x"), "own", layer=True),
)


async def make(picture: Picture, folder: Path) -> Path:
    """Makes one picture in a folder."""
    path = folder / COMPOSED.name
    shutil.copy(COMPOSED, path)
    rules = _layer(folder / "ours") if picture.layer else bundled_rules()
    app = AdvisorApp(rules, path if picture.opened == "own" else None)
    async with app.run_test(size=picture.size) as pilot:
        await _settled(pilot)
        if picture.opened == "real":
            app.begin("example", bundled_rules() / EXAMPLES / REAL)
            await _settled(pilot)
        for key in picture.keys:
            await pilot.press(key)
            await _settled(pilot)
        drawn = app.export_screenshot(title="advisor")
    target = folder / f"{picture.name}.svg"
    target.write_text(_alone(drawn, picture.name), encoding="utf-8")
    return target


def _layer(folder: Path) -> Path:
    begin(folder, copy=False)
    rulebook = load_rulebook(folder)
    school = next(rulebook.schools)
    verdict = next(finding for finding in rulebook.of_kind(school.id, Kind.VERDICT))
    copy_up(Target(Sort.FINDING, verdict.id), rulebook, "So that there is something to change")
    return folder


async def _settled(pilot: Pilot[None]) -> None:
    """Waits until the rules are read and nothing moves any more."""
    before = ""
    for _ in range(_LONGEST):
        await pilot.pause(_MOMENT)
        now = pilot.app.export_screenshot()
        now = _without_ids(now)
        is_busy = getattr(pilot.app, "engine", None) is None or CHECKING.split()[0] in now
        if not is_busy and now == before:
            return
        before = now


def _without_ids(drawn: str) -> str:
    return re.sub(r"terminal-\d+", "terminal", drawn)


def _alone(drawn: str, name: str) -> str:
    """A picture that asks nothing of the network, and is the same each time."""
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", f"terminal-{name}", drawn)


def main() -> None:
    """Makes all of them beside this file."""
    sys.setrecursionlimit(20_000)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        os.chdir(folder)
        shutil.copy(CLAIMS, f"{Path(REAL).stem}-promises.yaml")
        for picture in PICTURES:
            shutil.move(asyncio.run(make(picture, Path(folder))), HERE / f"{picture.name}.svg")


if __name__ == "__main__":
    main()

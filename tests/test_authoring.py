"""docs/authoring.md works as it is written, for somebody who does nothing but follow it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.places import ROOT
from tests.running import advisor

PAGE = ROOT / "docs" / "authoring.md"
LEFT_OUT = "…"


def blocks() -> Iterator[tuple[str, str]]:
    """What is to be typed or written, in the order of the page: its kind, and its text."""
    for match in re.finditer(r"^```(\w+)\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL):
        yield match[1], match[2]


def commands(block: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each call of a block, with the lines that come back."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        call, *lines = part.splitlines()
        yield call.split(), lines


def told(call: list[str], folder: Path) -> list[str]:
    """What the program answers."""
    assert call[0] == "advisor"
    ran = advisor(*call[1:], cwd=folder)
    return [line.rstrip() for line in f"{ran.out}{ran.err}".splitlines()]


def fits(wanted: list[str], found: list[str]) -> bool:
    """Whether lines are as they should be, where a dotted line stands for any number of lines."""
    if not wanted:
        return not found
    if wanted[0] == LEFT_OUT:
        return any(fits(wanted[1:], found[at:]) for at in range(len(found) + 1))
    return bool(found) and wanted[0] == found[0] and fits(wanted[1:], found[1:])


def test_every_block_of_the_page_works_in_its_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    calls = 0
    for kind, text in blocks():
        if kind == "yaml":
            name, _, content = text.removeprefix("# ").partition("\n")
            file = tmp_path / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(content)
        else:
            assert kind == "console"
            for call, wanted in commands(text):
                found = told(call, tmp_path)
                assert fits(wanted, found), "\n".join((" ".join(call), *found))
                calls += 1
    assert calls > 8

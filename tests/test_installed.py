"""The wheel carries its rules, and works where there is no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.places import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel has been unpacked, as an installer would."""
    built = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603
    (wheel,) = built.glob("*.whl")
    target = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run_installed(site: Path, *arguments: str) -> str:
    code = "import sys; from advisor.cli import main; sys.exit(main(sys.argv[1:]))"
    # The folder stands first, so that the checkout that the tests run in is not what is found.
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, cwd=site, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout


def test_an_installed_program_lists_and_assesses_its_own_examples(installed: Path) -> None:
    first = run_installed(installed, "examples").splitlines()[0]
    assert Path(first).is_relative_to(installed)
    assert "By whose definition" in run_installed(installed, "assess", first)


def test_an_installed_program_finds_nothing_wrong_with_its_own_rules(installed: Path) -> None:
    assert run_installed(installed, "rules", "check") == ""


def test_an_installed_program_writes_papers(installed: Path, tmp_path: Path) -> None:
    first = run_installed(installed, "examples").splitlines()[0]
    for ending in ("html", "docx"):
        out = tmp_path / f"memo.{ending}"
        run_installed(installed, "report", first, "-o", str(out))
        assert out.stat().st_size > 0

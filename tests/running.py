"""Running the program as people do: as a process of its own."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.places import ROOT


@dataclass(frozen=True)
class Ran:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


def advisor(*arguments: str | Path, cwd: Path = ROOT) -> Ran:
    """Runs `advisor` with these arguments."""
    command = [sys.executable, "-m", "advisor", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=60, check=False)  # noqa: S603
    return Ran(done.returncode, done.stdout, done.stderr)

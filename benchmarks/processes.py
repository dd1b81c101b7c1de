"""Timing whole processes, as a person at a terminal waits for them."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import print_milliseconds, timed

ROOT = Path(__file__).resolve().parent.parent
REPEATS = 7


@contextmanager
def with_bytecode() -> Iterator[Mapping[str, str]]:
    """An environment for processes that have their bytecode at hand, as those of an installed program do."""
    with TemporaryDirectory() as compiled:
        # Whatever this process was told about writing any.
        yield {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}


def print_process(what: str, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Runs Python with these arguments, a first time that does not count, and tells how long it took."""
    command = [sys.executable, *arguments]
    runs = [
        timed(lambda: subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False))
        for _ in range(1 + REPEATS)
    ]
    failed = [done for done, _ in runs if done.returncode != 0]
    if failed:
        print(f"{what} failed: {(failed[0].stderr.strip().splitlines() or ['it said nothing'])[-1]}")
    else:
        print_milliseconds(what, [took for _, took in runs[1:]])

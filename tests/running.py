"""Running the program: in this process, which is several times as fast, or as people do, as a process of its own."""

import io
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from advisor.cli import main
from tests.places import ROOT


@dataclass(frozen=True)
class Ran:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


def advisor(*arguments: str | Path, typed: bytes = b"", cwd: Path = ROOT) -> Ran:
    """Runs `advisor` with these arguments, without a terminal; `typed` is all that it hears."""
    out, err = _stream(), _stream(errors="backslashreplace")
    bound = sys.getrecursionlimit()
    with pytest.MonkeyPatch.context() as here:
        here.chdir(cwd)
        here.setattr("sys.stdin", _stream(typed))
        here.setattr("sys.stdout", out)
        here.setattr("sys.stderr", err)
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        finally:
            sys.setrecursionlimit(bound)
    return Ran(code, _written(out), _written(err))


def advisor_process(*arguments: str | Path, typed: bytes = b"", cwd: Path = ROOT) -> Ran:
    """Runs the same as a process of its own: for what only a process can show."""
    command = [sys.executable, "-m", "advisor", *map(str, arguments)]
    done = subprocess.run(command, input=typed, capture_output=True, cwd=cwd, timeout=60, check=False)  # noqa: S603
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def _stream(content: bytes = b"", errors: str = "strict") -> io.TextIOWrapper:
    """What the interpreter gives a program that runs without a terminal."""
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", errors=errors)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()

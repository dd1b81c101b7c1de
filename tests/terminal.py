"""The program in a real terminal: a process of its own behind a pseudo-terminal, and what its screen shows."""

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pexpect
import pyte

from tests.places import ROOT

_PATIENCE = 30.0
"""So many seconds may pass before what must come has come."""
_MOMENT = 0.02
NONE: Mapping[str, str] = {}


class Terminal:
    """A terminal in which the program runs."""

    def __init__(
        self, *arguments: str | Path, state: Path, size: tuple[int, int] = (80, 24), settings: Mapping[str, str] = NONE
    ) -> None:
        """Starts the program.

        Args:
            arguments: of the call.
            state: where the program keeps its list of recent files.
            size: the columns and the rows.
            settings: variables of the environment.
        """
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "ACCESSIBLE")}
        environment = {**kept, "TERM": "xterm-256color", "XDG_STATE_HOME": str(state), **settings}
        call = ["-m", "advisor", *map(str, arguments)]
        self.process = pexpect.spawn(sys.executable, call, cwd=str(ROOT), env=environment, dimensions=(rows, columns))

    @property
    def text(self) -> str:
        """What the screen shows, in running words."""
        return " ".join(" ".join(self._screen.display).split())

    def until(self, holds: Callable[[str], bool]) -> None:
        """Waits until something holds of what the screen shows; fails if it never does."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            self._read()
            if holds(self.text):
                return
        raise AssertionError(f"It never came to that. In the terminal:\n{self.text}")

    def press(self, keys: str) -> None:
        """Sends keys as a terminal does."""
        self.process.send(keys)

    def kill(self) -> None:
        """Ends the process at once, without a word."""
        self.process.kill(signal.SIGKILL)
        self.process.wait()

    def ends(self) -> int | None:
        """Waits for the program to end, and says how it did."""
        self.process.expect(pexpect.EOF, timeout=_PATIENCE)
        self.process.close()
        return self.process.exitstatus

    def _read(self) -> None:
        try:
            read: Any = self.process.read_nonblocking(65536, timeout=_MOMENT)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.raw += read
        self._stream.feed(read)

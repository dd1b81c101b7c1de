"""Judging files on all cores: one process for each, which compiles the rulebook once and lives as long as its call.

Whoever ends, in whatever way, closes the pipes to the workers; a worker whose pipe is closed ends too.
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import portfolio as messages
from advisor.portfolio.row import Outcome
from advisor.portfolio.work import Terms

CHUNK = 16
"""So many files are handed to a worker at once."""
_AHEAD = 4
"""So many chunks for each worker may be under way or wait for an earlier one, so that memory stays flat."""
_LOOK_EVERY = 0.1
"""After so many seconds without news it is looked whether anybody still waits."""


@dataclass
class _Worker:
    process: subprocess.Popen[bytes]
    pipe: Connection
    chunk: int | None = None
    """Which chunk it works at."""


@dataclass
class Crew:
    """Workers that share the files of one call."""

    terms: Terms
    size: int
    workers: list[_Worker] = field(default_factory=list)

    def outcomes(self, files: Sequence[Path], is_over: Callable[[], bool]) -> Iterator[Outcome]:
        """What becomes of each file, in their order, as soon as it is known of all before it.

        Args:
            files: the files.
            is_over: whether nobody waits for more.

        Raises:
            AdvisorError: a worker ended by itself.
        """
        chunks = [files[start : start + CHUNK] for start in range(0, len(files), CHUNK)]
        done: dict[int, list[Outcome]] = {}
        given = told = 0
        self._begin(min(self.size, len(chunks)))
        try:
            while told < len(chunks) and not is_over():
                for worker in self.workers:
                    if worker.chunk is None and given < min(len(chunks), told + _AHEAD * self.size):
                        _send(worker.pipe, chunks[given])
                        worker.chunk, given = given, given + 1
                for worker in self._with_news():
                    assert worker.chunk is not None  # noqa: S101 -- it was given one
                    done[worker.chunk] = _received(worker, chunks[worker.chunk])
                    worker.chunk = None
                while told in done:
                    yield from done.pop(told)
                    told += 1
        finally:
            self._end()

    def _begin(self, number: int) -> None:
        for _ in range(number):
            ours, theirs = Pipe()
            # multiprocessing would hand on stderr, which is no file below a screen. -P: what lies in the folder from
            # which we are called must not be run. Ctrl+C is meant for us, who then end them.
            command = [sys.executable, "-P", "-m", "advisor.portfolio.work", str(theirs.fileno())]
            nothing = subprocess.DEVNULL
            process = subprocess.Popen(  # noqa: S603 -- our own module
                command,
                stdin=nothing,
                stdout=nothing,
                stderr=nothing,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
            # Else nobody would notice that the worker has ended.
            theirs.close()
            _send(ours, self.terms)
            self.workers.append(_Worker(process, ours))

    def _with_news(self) -> list[_Worker]:
        by_pipe = {worker.pipe: worker for worker in self.workers if worker.chunk is not None}
        return [by_pipe[pipe] for pipe in wait(list(by_pipe), _LOOK_EVERY) if isinstance(pipe, Connection)]

    def _end(self) -> None:
        for worker in self.workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self.workers:
            worker.process.wait()
        self.workers.clear()


def cores() -> int:
    """How many cores there are to work on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _send(pipe: Connection, what: object) -> None:
    # That a worker has ended is noticed when its results are waited for.
    with contextlib.suppress(OSError):
        pipe.send(what)


def _received(worker: _Worker, chunk: Sequence[Path]) -> list[Outcome]:
    try:
        received: list[Outcome] = worker.pipe.recv()
    except (EOFError, OSError):
        message = messages.WORKER_ENDED.format(last=chunk[-1])
        raise AdvisorError([Fault(Place(str(chunk[0])), "C04", message)]) from None
    return received

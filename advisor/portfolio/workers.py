"""Judging files on all cores: one process for each, which compiles the rulebook once and lives as long as its call.

Whoever ends, in whatever way, closes the pipes to the workers; a worker whose pipe is closed ends too.
"""

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import portfolio as messages
from advisor.portfolio.row import Judge, Outcome

CHUNK = 16
"""So many files are handed to a worker at once."""
_AHEAD = 4
"""So many chunks for each worker may be under way or wait for an earlier one, so that memory stays flat."""
_LOOK_EVERY = 0.1
"""After so many seconds without news it is looked whether anybody still waits."""
_DEEP = 20_000
"""Rules may build on one another further than Python's own bound for calls within calls allows."""


@dataclass(frozen=True)
class Terms:
    """What a worker has to know to judge as its call does."""

    rules: Path
    today: str
    language: str


@dataclass
class _Worker:
    process: BaseProcess
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
                        worker.pipe.send(chunks[given])
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
        # A copy of a process that has threads can hang, and holds what it should not; so each starts anew.
        context = multiprocessing.get_context("spawn")
        for _ in range(number):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, self.terms), daemon=True)
            process.start()
            # Else nobody would notice that the worker has ended.
            theirs.close()
            self.workers.append(_Worker(process, ours))

    def _with_news(self) -> list[_Worker]:
        by_pipe = {worker.pipe: worker for worker in self.workers if worker.chunk is not None}
        return [by_pipe[pipe] for pipe in wait(list(by_pipe), _LOOK_EVERY) if isinstance(pipe, Connection)]

    def _end(self) -> None:
        for worker in self.workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join()
        self.workers.clear()


def cores() -> int:
    """How many cores there are to work on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _received(worker: _Worker, chunk: Sequence[Path]) -> list[Outcome]:
    try:
        received: list[Outcome] = worker.pipe.recv()
    except (EOFError, OSError):
        message = messages.WORKER_ENDED.format(last=chunk[-1])
        raise AdvisorError([Fault(Place(str(chunk[0])), "C04", message)]) from None
    return received


def _work(pipe: Connection, terms: Terms) -> None:
    """Judges what comes through a pipe, until it is closed."""
    from advisor.engine.run import Engine
    from advisor.rulebook.loader import load_rulebook

    # Whoever presses Ctrl+C means the call, which then ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setrecursionlimit(_DEEP)
    judge = Judge(Engine(load_rulebook(terms.rules)), terms.today, terms.language)
    # What stays to the end need not be gone through each time something is thrown away.
    gc.freeze()
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send([judge.outcome(path) for path in pipe.recv()])

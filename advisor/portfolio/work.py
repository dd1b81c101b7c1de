"""What a worker does: `python -m advisor.portfolio.work NUMBER`, where the number is that of its end of a pipe."""

import contextlib
import gc
import os
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

_DEEP = 20_000
"""Rules may build on one another further than Python's own bound for calls within calls allows."""


@dataclass(frozen=True)
class Terms:
    """What has to be known to judge as the call does."""

    rules: Path
    today: str
    language: str


def work(pipe: Connection) -> None:
    """Judges the files whose names come through a pipe, until it is closed."""
    # pydantic would look through every installed package for plugins; we have none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.setrecursionlimit(_DEEP)
    from advisor.engine.run import Engine
    from advisor.portfolio.row import Judge
    from advisor.rulebook.loader import load_rulebook

    with contextlib.suppress(EOFError, OSError):
        terms: Terms = pipe.recv()
        judge = Judge(Engine(load_rulebook(terms.rules)), terms.today, terms.language)
        # What stays to the end need not be gone through each time something is thrown away.
        gc.freeze()
        while True:
            pipe.send([judge.outcome(path) for path in pipe.recv()])


if __name__ == "__main__":
    work(Connection(int(sys.argv[1])))

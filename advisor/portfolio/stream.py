"""From a folder to what is told of its files, as it is found out."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from advisor.portfolio.row import Judge, Outcome
from advisor.portfolio.work import Terms
from advisor.portfolio.workers import Crew, cores
from advisor.rulebook.rulebook import Rulebook

FEW = 100
"""So many files are judged before other processes would have begun."""


def outcomes(
    files: Sequence[Path], terms: Terms, rulebook: Rulebook, is_over: Callable[[], bool] = lambda: False
) -> Iterator[Outcome]:
    """What becomes of each file, in their order; one after the other, so that memory stays flat.

    Args:
        files: the files.
        terms: how they are judged.
        rulebook: what stands in the folder of the rules.
        is_over: whether nobody waits for more.

    Raises:
        AdvisorError: a process that judges ended by itself.
    """
    if len(files) > FEW:
        yield from Crew(terms, cores()).outcomes(files, is_over)
        return
    from advisor.engine.run import Engine

    judge = Judge(Engine(rulebook), terms.today, terms.language)
    for path in files:
        if is_over():
            return
        yield judge.outcome(path)

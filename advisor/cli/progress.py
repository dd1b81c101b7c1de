"""The bar that tells a person how far something is that takes a while."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

One = TypeVar("One")

ENOUGH_FOR_A_BAR = 10


def with_progress(ones: Iterable[One], number: int, doing: str, *, prints: bool = True) -> Iterator[One]:
    """The same one by one, with a bar on stderr where a person watches and it takes a while.

    Args:
        ones: what is gone through.
        number: how many they are.
        doing: what is done with them.
        prints: whether something is printed for each; on a terminal, that shows how far it is.
    """
    if number < ENOUGH_FOR_A_BAR or not sys.stderr.isatty() or (prints and sys.stdout.isatty()):
        yield from ones
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(ones, doing, total=number, console=Console(stderr=True))

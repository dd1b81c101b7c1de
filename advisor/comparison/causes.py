"""Because of which differences something is concluded otherwise."""

from collections.abc import Callable, Collection
from functools import lru_cache

from advisor.comparison.judged import Judged, Key

Taken = frozenset[int]
"""Differences, by their places."""
_KEPT = 500
"""So many mixed initiatives are kept at hand; many conclusions ask about the same ones."""


class Causes:
    """Finds for each conclusion differences that, taken over, make it that of the second initiative.

    Of those that are found none can be left out. Each set was judged anew before it is given: there are no guesses.
    """

    def __init__(self, mixed: Callable[[Taken], Judged], second: Judged, all_: Taken) -> None:
        """Takes what can be taken over.

        Args:
            mixed: judges the first initiative with some differences taken over.
            second: the second, judged.
            all_: all differences.
        """
        self._mixed = lru_cache(_KEPT)(mixed)
        self._second = second
        self._all = all_
        self._found: dict[Taken, None] = {}
        """The sets of several that explain something already; fewer reasons are read more easily."""

    def of(self, keys: Collection[Key]) -> dict[Key, Taken | None]:
        """For each conclusion that differs what it differs because of; None where all of them together do not do."""
        alone = {key: [at for at in sorted(self._all) if self._suffice(key, frozenset((at,)))] for key in keys}
        explains = {at: sum(at in found for found in alone.values()) for at in self._all}
        return {
            key: frozenset((max(found, key=lambda at: explains[at]),)) if found else self._several(key)
            for key, found in alone.items()
        }

    def _several(self, key: Key) -> Taken | None:
        known = next((found for found in self._found if self._suffice(key, found)), None)
        if known is None and not self._suffice(key, self._all):
            return None
        least = self._least(key, self._all if known is None else known)
        self._found[least] = None
        return least

    def _least(self, key: Key, enough: Taken) -> Taken:
        """Of differences that suffice those of which none can be left out."""
        size = max(len(enough) // 2, 1)
        while True:
            smaller = self._smaller(key, enough, size)
            if smaller == enough and size == 1:
                return enough
            # What could not be left out before may be when others are gone: one goes on until nothing changes.
            enough, size = smaller, max(size // 2, 1)

    def _smaller(self, key: Key, enough: Taken, size: int) -> Taken:
        """The same without what can be left out, so many at once."""
        ordered = sorted(enough, reverse=True)
        for start in range(0, len(ordered), size):
            without = enough - frozenset(ordered[start : start + size])
            if without and self._suffice(key, without):
                enough = without
        return enough

    def _suffice(self, key: Key, taken: Taken) -> bool:
        return self._mixed(taken).settled(key) == self._second.settled(key)

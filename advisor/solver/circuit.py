"""Formulas over what may be so, each made once and told to the decider."""

from collections.abc import Iterable, Sequence

from advisor.solver.door import Decider, Formula

TRUE: Formula = 1
FALSE: Formula = -1


class Circuit:
    """Makes formulas; what is the same is the same number."""

    def __init__(self) -> None:
        self.decider = Decider()
        self._last = TRUE
        self._made: dict[frozenset[Formula], Formula] = {}
        self.decider.require([TRUE])

    @property
    def size(self) -> int:
        """So many formulas there are."""
        return self._last

    @property
    def wholes(self) -> Iterable[tuple[Formula, frozenset[Formula]]]:
        """The formulas that say that others are all so, with those others; each stands after its parts."""
        return ((whole, parts) for parts, whole in self._made.items())

    def free(self) -> Formula:
        """Something that may be so or not."""
        self._last += 1
        self.decider.prefer_not(self._last)
        return self._last

    def all_of(self, parts: Iterable[Formula]) -> Formula:
        """That each of these is so."""
        held = frozenset(parts) - {TRUE}
        if FALSE in held or any(-part in held for part in held):
            return FALSE
        if len(held) <= 1:
            return next(iter(held), TRUE)
        if held not in self._made:
            self._made[held] = self._new(held)
        return self._made[held]

    def _new(self, held: frozenset[Formula]) -> Formula:
        self._last += 1
        whole = self._last
        # In an order that is the same in every run, so that the same rules get the same examples.
        for part in sorted(held):
            self.decider.require((-whole, part))
        self.decider.require((whole, *(-part for part in sorted(held))))
        return whole

    def any_of(self, parts: Iterable[Formula]) -> Formula:
        """That at least one of these is so."""
        return -self.all_of(-part for part in parts)

    def at_least(self, number: int, parts: Sequence[Formula]) -> Formula:
        """That so many of these are so."""
        # How many of those looked at so far are so, counted up to the number.
        reached = [TRUE, *[FALSE] * max(number, 0)]
        for part in parts:
            for so_many in range(number, 0, -1):
                reached[so_many] = self.any_of((reached[so_many], self.all_of((part, reached[so_many - 1]))))
        return reached[max(number, 0)]

    def require(self, *parts: Formula) -> None:
        """At least one of these must be so, whatever else is."""
        self.decider.require(parts)

    def exactly_one(self, parts: Sequence[Formula], where: Formula) -> None:
        """Where something is so, exactly one of these must be; where it is not, none."""
        self.require(-where, *parts)
        earlier = FALSE
        for part in parts:
            self.require(-part, where)
            self.require(-part, -earlier)
            earlier = self.any_of((earlier, part))

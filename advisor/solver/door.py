"""The one door to the solver, which is loaded only when something has to be decided."""

from collections.abc import Iterable

Formula = int
"""Something that is so or not, by number; the negative number is its contrary."""


class Decider:
    """Holds what must be so, and says whether more can be so besides."""

    def __init__(self) -> None:
        from pysat.solvers import Solver

        self._solver = Solver(name="minisat22")
        self._case: frozenset[Formula] | None = None

    def require(self, clause: Iterable[Formula]) -> None:
        """At least one of these must be so."""
        self._solver.add_clause(list(clause))

    def prefer_not(self, formula: Formula) -> None:
        """Where it matters to nothing, this is not so: examples become short."""
        self._solver.set_phases([-formula])

    def can_be(self, wanted: Iterable[Formula]) -> bool:
        """Whether all of these can be so at once; if they can, `is_so` tells of a case."""
        self._case = None
        return bool(self._solver.solve(assumptions=list(wanted)))

    def is_so(self, formula: Formula) -> bool:
        """Whether something is so in the case that was found last."""
        if self._case is None:
            # Few cases are looked at, and reading one takes as long as finding it.
            self._case = frozenset(self._solver.get_model() or ())
        return (abs(formula) in self._case) == (formula > 0)

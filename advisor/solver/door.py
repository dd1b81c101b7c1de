"""The one door to the solver, which is loaded only when something has to be decided."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pysat.solvers import Solver

Formula = int
"""Something that is so or not, by number; the negative number is its contrary."""


class Decider:
    """Holds what must be so, and says whether more can be so besides."""

    def __init__(self) -> None:
        self._solver: Solver | None = None
        self._case: frozenset[Formula] | None = None
        self._clauses: list[list[Formula]] = []
        self._phases: list[Formula] = []
        """What the solver has not been told yet: often nothing is left to decide, and it need not be loaded."""

    def require(self, clause: Iterable[Formula]) -> None:
        """At least one of these must be so."""
        self._clauses.append(list(clause))

    def prefer_not(self, formula: Formula) -> None:
        """Where it matters to nothing, this is not so: examples become short."""
        self._phases.append(-formula)

    def can_be(self, wanted: Iterable[Formula]) -> bool:
        """Whether all of these can be so at once; if they can, `is_so` tells of a case."""
        self._case = None
        return bool(self._told().solve(assumptions=list(wanted)))

    def _told(self) -> "Solver":
        """The solver, told of everything."""
        if self._solver is None:
            from pysat.solvers import Solver

            self._solver = Solver(name="minisat22")
        self._solver.append_formula(self._clauses)
        self._solver.set_phases(self._phases)
        self._clauses, self._phases = [], []
        return self._solver

    def is_so(self, formula: Formula) -> bool:
        """Whether something is so in the case that was found last."""
        if self._case is None:
            # Few cases are looked at, and reading one takes as long as finding it.
            self._case = frozenset(self._told().get_model() or ())
        return (abs(formula) in self._case) == (formula > 0)

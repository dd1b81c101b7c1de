"""Reading `at_least` and `at_most`."""

from typing import Any

from advisor.documents import DataPath
from advisor.rulebook.faults import FaultCollector
from advisor.text import quoted


def read_bounds(raw: dict[str, Any], path: DataPath, faults: FaultCollector) -> tuple[int | None, int | None] | None:
    """The bounds of a count, or None with the faults noted."""
    for key in ("at_least", "at_most"):
        value = raw.get(key)
        if key in raw and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
            faults.add((*path, key), "F03", f'"{key}" should be a whole number; found {quoted(value)}.')
            return None
    low, high = raw.get("at_least"), raw.get("at_most")
    if low is None and high is None:
        faults.add(path, "R09", '"count" needs at_least, at_most or both.')
        return None
    if low is not None and high is not None and low > high:
        faults.add((*path, "at_least"), "R21", f"At least {low} and at most {high} cannot both be so.")
        return None
    return low, high

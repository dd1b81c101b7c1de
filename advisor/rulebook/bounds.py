"""Reading `at_least` and `at_most`."""

from typing import Any

from advisor.documents import DataPath
from advisor.rulebook.faults import FaultCollector
from advisor.text import found


def read_bounds(raw: dict[str, Any], path: DataPath, faults: FaultCollector) -> tuple[int | None, int | None] | None:
    """The bounds of a count, or None with the faults noted."""
    sound = True
    for key in ("at_least", "at_most"):
        value = raw.get(key)
        if key in raw and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
            faults.add((*path, key), "F03", f'"{key}" should be a whole number, 0 or more; {found(value)}.')
            sound = False
    if not sound:
        return None
    low, high = raw.get("at_least"), raw.get("at_most")
    if low is None and high is None:
        faults.add_key((*path, "count"), "R09", '"count" needs at_least, at_most or both.')
        return None
    if low == 0 and high is None:
        faults.add((*path, "at_least"), "R09", "At least 0 is always so, so this tests nothing.")
        return None
    return None if exclude_each_other(raw, path, faults) else (low, high)


def exclude_each_other(raw: dict[str, Any], path: DataPath, faults: FaultCollector) -> bool:
    """Whether no number can lie within both bounds, which is noted."""
    low, high = raw.get("at_least"), raw.get("at_most")
    if low is None or high is None or low <= high:
        return False
    faults.add((*path, "at_least"), "R21", f"At least {low} and at most {high} cannot both be so.")
    return True

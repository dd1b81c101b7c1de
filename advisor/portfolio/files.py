"""The files of a folder that may be initiatives."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from advisor.errors import Fault, Place

_ENDINGS = (".yaml", ".yml")
_OF_A_FUNDER = "funder"
"""Stands in files that have answers too, and are no initiatives."""


def find_files(folder: Path) -> tuple[list[Path], list[Fault]]:
    """The YAML files in a folder and below it, always in the same order; and the folders that cannot be read.

    What is hidden is left out, and no link to another folder is followed, so that none is gone through for ever.
    """
    faults: list[Fault] = []

    def note(error: OSError) -> None:
        """Keeps what the machine refuses, so that the rest is looked at all the same."""
        faults.append(Fault(Place(str(error.filename)), "C04", f"{error.strerror}."))

    return list(_walk(folder, note)), faults


def _walk(folder: Path, note: Any) -> Iterator[Path]:
    for here, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if name.endswith(_ENDINGS) and not name.startswith(".") and path.is_file():
                yield path


def is_initiative(data: object) -> bool:
    """Whether what a YAML file holds is meant as an initiative, even if it has faults."""
    return isinstance(data, dict) and _OF_A_FUNDER not in data and ("initiative" in data or "answers" in data)

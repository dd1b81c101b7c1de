"""The initiatives that come along with a rulebook."""

from pathlib import Path

from advisor.errors import AdvisorError
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.rulebook.rulebook import Rulebook


def read_examples(rulebook: Rulebook) -> list[tuple[Path, Initiative]]:
    """Those of all layers, the top layer's first.

    One that comes with a layer below may answer what a layer above does not ask any more; it is left out.

    Raises:
        AdvisorError: one of the top layer cannot be read.
    """
    read = []
    for path in rulebook.examples:
        try:
            read.append((path, read_initiative(path, rulebook.questions)))
        except AdvisorError:
            if path.is_relative_to(rulebook.layers[0].folder):
                raise
    return read

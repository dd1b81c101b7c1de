"""What sort of file is kept: how it is read, how it begins, and where in it answers stand."""

from collections.abc import Callable
from dataclasses import dataclass

from advisor.documents import DataPath, Document
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import initiative_in
from advisor.model.question import Questions


@dataclass(frozen=True)
class Layout:
    """One sort of file. Whatever it is about, what it says is known as an initiative of which nothing else is said."""

    read: Callable[[Document, str, Questions], Initiative]
    """From a document and the id of what it describes."""
    begin: str
    """A new file, with the place of its name."""
    answers: DataPath
    """What answers stand under."""
    keys: tuple[str, ...]
    """What is changed here; all else in the file stays as it is."""
    one_of: str | None = None
    """The group of whose only item all answers are, where they are not of the initiative."""


INITIATIVE = Layout(initiative_in, "initiative: {name}\n", ("answers",), ("answers", "parts"))

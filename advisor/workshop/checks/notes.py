"""What the checks note."""

from collections.abc import Callable
from dataclasses import dataclass, field

from advisor.errors import Place
from advisor.initiative.initiative import Initiative
from advisor.messages import checks as messages
from advisor.reference import Reference

Shows = Callable[[Reference], bool]
"""Whether an initiative, as the reference judges it, shows what it is to show."""


@dataclass(frozen=True)
class Witness:
    """An initiative that shows something, with all the answers that the solver gave it."""

    initiative: Initiative
    shows: Shows
    template: str = messages.EXAMPLE


@dataclass(frozen=True, order=True)
class Note:
    """Something about sound rules that their author may not have meant."""

    place: Place
    code: str
    message: str
    about: str = ""
    """The id of the finding or question that can accept it."""
    other: str | None = None
    """The id of the other finding that it names."""
    witness: Witness | None = field(default=None, compare=False, repr=False)
    example: str = ""
    """What the witness answers, in words, as far as it takes; empty where there can be none."""

    def __str__(self) -> str:
        """The lines that a person sees."""
        line = f"{self.place}: {self.code} {self.message}"
        return f"{line}\n    {self.example}" if self.example else line

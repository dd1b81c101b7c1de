"""What the checks note."""

from dataclasses import dataclass

from advisor.errors import Place


@dataclass(frozen=True, order=True)
class Note:
    """Something about sound rules that their author may not have meant."""

    place: Place
    code: str
    message: str
    example: str = ""
    """An initiative that shows it, in words; empty where none can."""
    about: str = ""
    """The id of the finding or question that can accept it."""
    other: str | None = None
    """The id of the other finding that it names."""

    def __str__(self) -> str:
        """The lines that a person sees."""
        line = f"{self.place}: {self.code} {self.message}"
        return f"{line}\n    {self.example}" if self.example else line

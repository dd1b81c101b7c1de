"""The keys that are the same everywhere: on, back, and away to the menu, to the front page, or out."""

from enum import Enum, auto

from advisor.plain.talk import Away, Leave


class Move(Enum):
    """Where the interview goes from a question."""

    ON = auto()
    BACK = auto()
    STAY = auto()


class ToMenu(Away):
    """The person wants to choose what is asked."""


class ToFront(Away):
    """The person wants to see the front page."""


def moved(typed: str) -> Move | None:
    """Where a key leads to; None for all others.

    Raises:
        Away: it leads away from the question.
    """
    go_away(typed)
    match typed.lower():
        case "" | ">" | "skip":
            return Move.ON
        case "<" | "back":
            return Move.BACK
    return None


def go_away(typed: str) -> None:
    """Follows a key that leads away from where the person is; does nothing for all others.

    Raises:
        Away: it leads away.
    """
    match typed.lower():
        case "m" | "menu":
            raise ToMenu
        case "f" | "front" | "front page":
            raise ToFront
        case "q" | "quit" | "exit":
            raise Leave


def unquoted(typed: str) -> str:
    """What was typed, without the quotes that keep it from being a key."""
    inside = typed[1:-1]
    return inside if typed == f'"{inside}"' and inside else typed

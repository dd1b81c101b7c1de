"""Where the rulebook is that comes with the program. It stands alone, so that a screen can appear before it is read."""

import contextlib
from pathlib import Path

EXAMPLES = "examples"
"""The folder of initiatives that come with a rulebook."""
MANIFEST = "rulebook.yaml"
"""The file that makes a folder a rulebook."""
BUNDLED = "bundled"
"""What people write for the rules that come along."""
CASES = "cases"
"""The folder of cases that show what the rules of a rulebook mean."""


def examples_of(folder: Path) -> list[Path]:
    """The files of the initiatives that come with the rulebook in a folder."""
    return sorted((folder / EXAMPLES).glob("*.yaml"))


def cases_of(folder: Path) -> list[Path]:
    """The files of the cases that show what the rules in a folder mean."""
    return sorted((folder / CASES).glob("*.yaml"))


def bundled_rules() -> Path:
    """The rulebook that comes with the program: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def comes_along(folder: Path) -> bool:
    """Whether a folder is the rulebook that comes with the program."""
    return folder.resolve() == bundled_rules()


def named_rules(word: str, around: Path = Path()) -> Path:
    """The folder of rules that somebody names, whether or not there is one.

    Args:
        word: a path, or the word for the rules that come along.
        around: from where a path leads that does not begin at the root.
    """
    if word == BUNDLED:
        return bundled_rules()
    path = Path(word)
    with contextlib.suppress(RuntimeError):
        path = path.expanduser()
    return around / path


def is_rulebook(folder: Path) -> bool:
    """Whether a folder holds a rulebook, sound or not."""
    try:
        return (folder / MANIFEST).is_file()
    except ValueError:
        # No path can have such a character.
        return False

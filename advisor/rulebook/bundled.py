"""Where the rulebook is that comes with the program. It stands alone, so that a screen can appear before it is read."""

from pathlib import Path

EXAMPLES = "examples"
"""The folder of initiatives that come with a rulebook."""
MANIFEST = "rulebook.yaml"
"""The file that makes a folder a rulebook."""
BUNDLED = "bundled"
"""What people write for the rules that come along."""


def examples_of(folder: Path) -> list[Path]:
    """The files of the initiatives that come with the rulebook in a folder."""
    return sorted((folder / EXAMPLES).glob("*.yaml"))


def bundled_rules() -> Path:
    """The rulebook that comes with the program: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"

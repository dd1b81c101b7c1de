"""`advisor rules diff`: from two states of a rulebook to what is told of them."""

from collections.abc import Sequence
from pathlib import Path

from advisor.model.entry import in_language
from advisor.rulebook.bundled import EXAMPLES, examples_of
from advisor.rulebook.layers import layer_folders
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.diff.effects import Effects
from advisor.workshop.diff.meaning import Meanings
from advisor.workshop.diff.result import DiffResult, StateResult
from advisor.workshop.diff.revisions import rules_at


def compared(old: str, new: str, rules: Path, on: Sequence[Path] = ()) -> DiffResult:
    """Holds two states of a rulebook against each other.

    Args:
        old: a folder, or `git:` with a revision.
        new: the same.
        rules: the rules in use, whose repository has the revisions.
        on: the initiatives to judge by both; the examples of the rules in use if none are given.

    Raises:
        AdvisorError: one of the rulebooks or initiatives cannot be read.
    """
    with rules_at(old, rules) as before, rules_at(new, rules) as after:
        books = load_rulebook(before), load_rulebook(after)
    files = [(path, str(path)) for path in on] or _examples(rules)
    return compare((old, books[0]), (new, books[1]), files)


def _examples(rules: Path) -> list[tuple[Path, str]]:
    found = (path for folder in layer_folders(rules) for path in examples_of(folder))
    return [(path, f"{EXAMPLES}/{path.name}") for path in found]


def compare(old: tuple[str, Rulebook], new: tuple[str, Rulebook], files: Sequence[tuple[Path, str]]) -> DiffResult:
    """Holds two rulebooks against each other.

    Args:
        old: what one is called, and the rulebook.
        new: the same of the other.
        files: the initiatives to judge by both, and what they are called.

    Raises:
        AdvisorError: one of the initiatives cannot be read.
    """
    meanings = Meanings(old[1], new[1])
    changes = meanings.changes()
    told = []
    if changes:
        effects = Effects(*meanings.links)
        told = [effect for path, name in files if (effect := effects.of_file(path, name)) is not None]
    return DiffResult(old=_state(*old), new=_state(*new), changes=changes, looked_at=len(files), effects=told)


def _state(named: str, rulebook: Rulebook) -> StateResult:
    return StateResult(named=named, title=in_language(rulebook.title), version=rulebook.version, sha256=rulebook.sha256)

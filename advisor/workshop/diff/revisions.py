"""Where a state of a rulebook comes from: a folder, or a revision of the git repository that holds the rules."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import diff as messages
from advisor.rulebook.bundled import is_rulebook, named_rules
from advisor.text import quoted

GIT = "git:"
"""How a revision is named: `git:HEAD~3`, `git:v1.2`, `git:` and the beginning of a commit's number."""


@contextmanager
def rules_at(named: str, rules: Path) -> Iterator[Path]:
    """The folder of a state of the rules, for as long as it is needed.

    Args:
        named: a folder, the word for the rules that come along, or `git:` with a revision.
        rules: the rules in use: revisions are those of the repository that holds them, at their place in it.

    Raises:
        AdvisorError: there is no such folder or revision.
    """
    if not named.startswith(GIT):
        folder = named_rules(named)
        if not folder.is_dir():
            raise AdvisorError([Fault(Place(named), "C01", "There is no such folder.")])
        yield folder
        return
    with TemporaryDirectory() as target:
        yield _taken_out(named.removeprefix(GIT), rules.resolve(), Path(target))


def _taken_out(revision: str, rules: Path, target: Path) -> Path:
    """The rules as they were at a revision, written into a folder."""
    top = _git(rules, "rev-parse", "--show-toplevel")
    if top is None:
        raise _fault(messages.NO_REPOSITORY.format(folder=quoted(rules)))
    tree = _git(rules, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}")
    if tree is None:
        raise _fault(messages.NO_SUCH_REVISION.format(revision=quoted(revision), folder=quoted(rules)))
    # From the top: inside a folder, git would look for that folder in what it packs.
    above = Path(top.decode().removesuffix("\n"))
    place = "" if rules == above else rules.relative_to(above).as_posix()
    archive = _git(above, "archive", "--format=tar", f"{tree.decode().strip()}:{place}")
    if archive is None:
        raise _fault(messages.NO_RULES_THEN.format(revision=quoted(revision), folder=quoted(place)))
    folder = target / rules.name
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(folder, filter="data")
    if not is_rulebook(folder):
        raise _fault(messages.NO_RULES_THEN.format(revision=quoted(revision), folder=quoted(place)))
    return folder


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints, or None where it refuses."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 -- no shell reads it
    except FileNotFoundError as error:
        raise _fault(messages.NO_GIT) from error
    return done.stdout if done.returncode == 0 else None


def _fault(message: str) -> AdvisorError:
    return AdvisorError([Fault(Place("advisor rules diff"), "C08", message)])

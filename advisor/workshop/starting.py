"""Beginning with rules of one's own: a layer on top of those that come along, or a copy of them."""

import shutil
from pathlib import Path

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import skeletons as messages
from advisor.rulebook.bundled import MANIFEST, bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.schemas import write_schemas


def begin(folder: Path, *, copy: bool) -> None:
    """Makes a rulebook in a folder that is not there, or empty.

    Args:
        folder: where.
        copy: whether it is a copy of the rules that come along, instead of a layer on top of them.

    Raises:
        AdvisorError: there is something in the folder.
    """
    if folder.exists() and not folder.is_dir():
        raise AdvisorError([Fault(Place(str(folder)), "C10", messages.IS_FILE)])
    if folder.is_dir() and any(folder.iterdir()):
        raise AdvisorError([Fault(Place(str(folder)), "C10", messages.NOT_EMPTY)])
    if copy:
        shutil.copytree(bundled_rules(), folder, dirs_exist_ok=True)
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).write_text(messages.RULEBOOK, encoding="utf-8")
    write_schemas(load_rulebook(folder), folder / "schema")

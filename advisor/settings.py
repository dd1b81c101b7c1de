"""What a user has chosen for every call: which rules are used where none are named; and a key of the user's own.

Read before the screen appears, so it loads nothing as long as there are no settings.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

import platformdirs

from advisor.rulebook.bundled import BUNDLED, is_rulebook, named_rules

_RULES = "rules"
_KEPT = "The setting is as it was."
_NO_KEY = "Nothing was written."
_KEY_SIZE = 32
_PRIVATE = 0o600
"""Nobody else may read it."""


def settings_file() -> Path:
    """Where the settings are, whether or not there is such a file."""
    return platformdirs.user_config_path("advisor") / "settings.yaml"


def rules_in_settings() -> Path | None:
    """The folder of rules that the settings name; None where they name none.

    Raises:
        AdvisorError: the settings cannot be read, or there is no rulebook where they say.
    """
    path = settings_file()
    if not path.exists():
        return None
    from advisor.documents import read_document
    from advisor.errors import AdvisorError, Fault
    from advisor.model.settings import SettingsEntry
    from advisor.rulebook.faults import FaultCollector
    from advisor.text import quoted

    document = read_document(path)
    faults = FaultCollector(document)
    entry = SettingsEntry() if document.data is None else faults.validate(SettingsEntry, document.data)
    if entry is None:
        raise AdvisorError(faults.faults)
    if entry.rules is None:
        return None
    folder = named_rules(entry.rules, path.parent)
    if not is_rulebook(folder):
        message = f"There is no rulebook in {quoted(entry.rules)}."
        hint = f"Mend this line, or use the rules that come along: advisor rules use {BUNDLED}"
        raise AdvisorError([Fault(document.place((_RULES,)), "C09", f"{message} {hint}")])
    return folder


def receipt_key() -> bytes:
    """The key of the hashes in what others get to see; it is made when it is first needed, and stays on this machine.

    Raises:
        AdvisorError: it can be neither read nor kept.
    """
    from advisor.store import disk

    path = settings_file().with_name("receipt.key")
    with disk.told(path, _NO_KEY):
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _make_key(path)
        return path.read_bytes()


def _make_key(path: Path) -> None:
    """Puts a key there all at once, unless another call has been faster."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE), "wb") as file:
            file.write(secrets.token_bytes(_KEY_SIZE))
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def use_rules(word: str) -> None:
    """Puts into the settings which rules are used where none are named; comments and all else in them stay.

    Args:
        word: a path that begins at the root, or the word for the rules that come along.

    Raises:
        AdvisorError: the settings cannot be read or written.
    """
    from advisor.documents import parse_document
    from advisor.store import disk
    from advisor.store.sheet import Sheet
    from advisor.store.written import words

    path = settings_file()
    with disk.told(path, _KEPT):
        text = (disk.content(path) or b"").decode("utf-8-sig", errors="replace")
        if isinstance(parse_document(text, str(path)).data, dict):
            sheet = Sheet(text)
            sheet.put((_RULES,), word)
            text = sheet.text
        else:
            text = f"{text.rstrip()}\n{_RULES}: {words(word)}\n".lstrip()
        path.parent.mkdir(parents=True, exist_ok=True)
        disk.replace(path, text.encode())

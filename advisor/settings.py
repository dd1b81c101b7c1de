"""What a user has chosen for every call: which rules are used where none are named.

Read before the screen appears, so it loads nothing as long as there are no settings.
"""

from pathlib import Path

import platformdirs

from advisor.rulebook.bundled import BUNDLED, is_rulebook, named_rules

_RULES = "rules"
_KEPT = "The setting is as it was."


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

"""What a call names: the rulebook with its folder, the language, files."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import calls as messages
from advisor.text import expected, quoted

if TYPE_CHECKING:
    from advisor.rulebook.rulebook import Rulebook

ENGLISH = "en"
"""The language of a call that names none; a rulebook need not be translated to have it."""


def rules_of(call: argparse.Namespace) -> Path:
    """The folder of the rulebook: the one that the call names, or the settings, or the one that comes along."""
    from advisor.rulebook.bundled import bundled_rules, named_rules
    from advisor.settings import rules_in_settings

    if call.rules is None:
        return rules_in_settings() or bundled_rules()
    folder = named_rules(call.rules)
    if not folder.is_dir():
        raise AdvisorError([Fault(Place(str(folder)), "C01", "There is no such folder.")])
    return folder


def chosen_by(call: argparse.Namespace) -> str:
    """Who has chosen the rules that `rules_of` names, as a sentence."""
    from advisor.messages import where
    from advisor.settings import rules_in_settings

    if call.rules is not None:
        return where.BY_CALL
    return where.BY_NOBODY if rules_in_settings() is None else where.BY_SETTING


def rulebook_of(call: argparse.Namespace) -> "Rulebook":
    """The rulebook; in the language of the call at least one of its texts has to be."""
    from advisor.rulebook.loader import load_rulebook

    rulebook = load_rulebook(rules_of(call))
    if call.language != ENGLISH and call.language not in rulebook.translations:
        there_are = expected(sorted(rulebook.translations))
        message = messages.NO_SUCH_LANGUAGE.format(language=quoted(call.language), expected=there_are)
        raise AdvisorError([Fault(Place("advisor"), "C06", message)])
    return rulebook


def existing(path: Path) -> Path:
    """A file that is there."""
    if not path.exists() or path.is_dir():
        raise AdvisorError([Fault(Place(str(path)), "C01", "There is no such file.")])
    return path

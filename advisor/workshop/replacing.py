"""Copying what stands in the rules below into the top layer, where it can be said otherwise."""

import textwrap
from collections.abc import Sequence
from pathlib import Path

from advisor.report.rulebook.page import Sort, Target, named_by
from advisor.report.rulebook.written import yaml_of
from advisor.rulebook.bundled import MANIFEST
from advisor.rulebook.entries import path_of
from advisor.rulebook.files import GLOSSARY, SOURCES
from advisor.rulebook.rulebook import Rulebook
from advisor.store.written import words
from advisor.workshop.goals import Layout, schema_line
from advisor.workshop.insertion import insert

CAN_BE_COPIED = (Sort.FINDING, Sort.QUESTION, Sort.SOURCE, Sort.TERM)
"""A school or a theme is a whole file, of which a layer says only what it changes."""


def copy_up(target: Target, rulebook: Rulebook, why: str) -> tuple[Path, int]:
    """Copies an entry into the top layer, and says there that it replaces the one below.

    Args:
        target: a finding, a question, a source or a term.
        rulebook: where it stands, with a top layer that can be written.
        why: the reason.

    Returns:
        The file, and the line in which the copy begins.

    Raises:
        AdvisorError: a file cannot be read, changed or written.
    """
    folder = rulebook.layers[0].folder
    named = named_by(target)
    file, head = _goal(target, rulebook, Layout(folder))
    lines = textwrap.dedent("\n".join(yaml_of(target, rulebook).lines)).split("\n")
    line = insert(file, head, path_of(named), lines)
    insert(folder / MANIFEST, (), ("replaces", named.sort, named.id), [f"{named.id}: {words(why)}"])
    return file, line


def _goal(target: Target, rulebook: Rulebook, layout: Layout) -> tuple[Path, Sequence[str]]:
    """The file for a copy, and what that begins with if it is made."""
    match target.sort:
        case Sort.FINDING:
            home, _, name = target.id.partition("/")
            goal = layout.home(home, name)
            return goal.file, goal.head
        case Sort.QUESTION:
            question = rulebook.questions.find(target.id)
            goal = layout.section(question.group or question.name)
            return goal.file, goal.head
        case Sort.SOURCE:
            return layout.folder / SOURCES, (schema_line("schema/sources.json"), "")
        case _:
            return layout.folder / GLOSSARY, (schema_line("schema/glossary.json"), "")

"""Copying what stands in the rules below into the top layer, where it can be said otherwise."""

import textwrap
from collections.abc import Sequence
from pathlib import Path

from advisor.documents import DataPath
from advisor.report.rulebook.page import Sort, Target, named_by
from advisor.report.rulebook.written import yaml_of
from advisor.rulebook.bundled import MANIFEST
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
    file, head, path = _goal(target, rulebook, Layout(folder))
    lines = textwrap.dedent("\n".join(yaml_of(target, rulebook).lines)).split("\n")
    line = insert(file, head, path, lines)
    named = named_by(target)
    insert(folder / MANIFEST, (), ("replaces", named.sort, named.id), [f"{named.id}: {words(why)}"])
    return file, line


def _goal(target: Target, rulebook: Rulebook, layout: Layout) -> tuple[Path, Sequence[str], DataPath]:
    """The file for a copy, what that begins with if it is made, and where the copy goes."""
    match target.sort:
        case Sort.FINDING:
            home, _, name = target.id.partition("/")
            goal = layout.home(home, name)
            return goal.file, goal.head, ("findings", name)
        case Sort.QUESTION:
            question = rulebook.questions.find(target.id)
            goal = layout.section(question.group or question.name)
            above = () if question.group is None else (question.group, "fields")
            return goal.file, goal.head, ("questions", *above, question.name)
        case Sort.SOURCE:
            return layout.folder / SOURCES, (schema_line("schema/sources.json"), ""), ("sources", target.id)
        case _:
            return layout.folder / GLOSSARY, (schema_line("schema/glossary.json"), ""), ("terms", target.id)

"""What conditions may speak of: questions, findings by name, schools, tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.logic.conditions import PARTS
from advisor.model.finding import Scope
from advisor.model.question import Question, Questions


@dataclass(frozen=True)
class FindingHead:
    """What must be known of a finding before any condition can be read."""

    for_each: str | None
    scope: Scope


@dataclass(frozen=True)
class Vocabulary:
    """Everything that a condition can name."""

    questions: Questions
    findings: Mapping[str, FindingHead]
    tables: frozenset[str]
    schools: frozenset[str]

    def fields(self, group: str | None) -> Mapping[str, Question]:
        """The questions about the items of a group; none for the parts of an initiative."""
        return {} if group is None or group == PARTS else self.questions.groups[group].fields


def scope_of(for_each: str | None, written: Scope, questions: Questions) -> Scope:
    """For what a finding is judged: what those who pay are asked stands for the whole alone."""
    of_funder = for_each in questions.groups and questions.who(str(for_each)) == "funder"
    return "whole" if of_funder else written


@dataclass(frozen=True)
class Standpoint:
    """Where a condition stands: in which file, about each item of which group, inside which quantifier."""

    home: str = ""
    each: str | None = None
    item: str | None = None
    whole: bool = False
    answers_only: bool = False
    """Whether it decides if a question is asked, before any finding is made."""

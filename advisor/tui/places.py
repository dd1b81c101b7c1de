"""Which screens there are about what is open; imported only when something is."""

from pathlib import Path

from advisor.tui.assessment import AssessmentScreen
from advisor.tui.case import Case
from advisor.tui.handing import Export
from advisor.tui.interview import InterviewScreen
from advisor.tui.judgements import ExportJudgements, JudgementsScreen
from advisor.tui.parts import PartsScreen
from advisor.tui.place import Place
from advisor.tui.promised import Promised


def place(name: str, case: Case) -> tuple[type[Place], Case]:
    """A screen by its name, and what it is about: the parts are always those of the initiative."""
    if name == "parts":
        return PartsScreen, case.about
    if name == "interview":
        return InterviewScreen, case
    return (JudgementsScreen if isinstance(case, Promised) else AssessmentScreen), case


def export(case: Case, rules: Path) -> Export:
    """What hands on what is said of it."""
    return (ExportJudgements if isinstance(case, Promised) else Export)(case, rules)

"""The small sample rulebook, with files of a test's own, and initiatives told in a few lines."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from advisor.documents import parse_document
from advisor.engine.run import Engine
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import initiative_in
from advisor.report.assess import assess
from advisor.report.assessment import Assessment
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook
from tests.places import ROOT

SMALL_RULES = ROOT / "tests" / "small_rules"
NEEDED = {
    "stop": {"next_step": "Do it."},
    "risk": {"next_step": "Do it."},
    "goal": {"stance": "do-not-promise"},
    "role": {"stance": "essential", "role": "Somebody"},
}
"""What a finding of a kind cannot do without."""


def small_rulebook(files: Mapping[str, str]) -> Rulebook:
    """The small sample rulebook with these files besides, by where they stand in it."""
    with TemporaryDirectory() as folder:
        rules = Path(folder) / "rules"
        shutil.copytree(SMALL_RULES, rules)
        for name, content in files.items():
            (rules / name).write_text(content, encoding="utf-8")
        return load_rulebook(rules)


def finding(name: str, when: str = "{stage: running}", **fields: str) -> str:
    """A finding of the kind and the weight that its name begins with."""
    kind, weight, *_ = name.split("-")
    written = {"kind": kind, "weight": weight, "statement": "It is so.", "basis": "heuristic", "when": when}
    lines = {**written, **NEEDED.get(kind, {}), **fields}.items()
    return f"  {name}:\n" + "".join(f"    {field}: {value}\n" for field, value in lines)


def engine_of(*findings: str, files: Mapping[str, str] = MappingProxyType({})) -> Engine:
    """The small sample rulebook with these findings and these files, ready to judge."""
    theme = f"theme: sample\ntitle: Sample\nfindings:\n{''.join(findings)}"
    return Engine(small_rulebook({"themes/sample.yaml": theme, **files}))


def phases(**answers: str) -> str:
    """What a file says of its phases, each with its answers."""
    lines = (f"    - {{id: {id_}, name: {id_}, kind: phase, answers: {said}}}\n" for id_, said in answers.items())
    return f"parts:\n  only:\n{''.join(lines)}"


def initiative_of(rulebook: Rulebook, answers: str) -> Initiative:
    """An initiative with these answers: what a file says after `answers:`, phases and strands among it."""
    text = f"initiative: Sample talks\nanswers:\n{answers}"
    return initiative_in(parse_document(text, "it.yaml"), "it", rulebook.questions)


def assessed(engine: Engine, answers: str, language: str = "en") -> Assessment:
    """What is said of an initiative with these answers."""
    return assess(engine, initiative_of(engine.rulebook, answers), language)

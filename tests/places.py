"""Where the files are that several tests read."""

from pathlib import Path

from advisor.rulebook.bundled import CASES as CASES_FOLDER
from advisor.rulebook.bundled import EXAMPLES, bundled_rules
from advisor.rulebook.files import rule_paths

ROOT = Path(__file__).parent.parent
RULE_FILES = rule_paths(bundled_rules())
INITIATIVES = sorted([*(bundled_rules() / EXAMPLES).glob("*.yaml"), *(ROOT / "tests" / "initiatives").glob("*.yaml")])
"""The real initiatives: those that come with the program, and the rest."""
COMPOSED = sorted((ROOT / "tests" / "composed").glob("*.yaml"))
"""Initiatives that exist nowhere, for what no published record says."""
CASES = sorted((bundled_rules() / CASES_FOLDER).glob("*.yaml"))
"""What is expected of the bundled rules."""

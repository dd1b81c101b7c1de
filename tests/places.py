"""Where the files are that several tests read."""

from pathlib import Path

from advisor.rulebook.bundled import bundled_rules, cases_of, examples_of
from advisor.rulebook.files import rule_paths

ROOT = Path(__file__).parent.parent
RULE_FILES = rule_paths(bundled_rules())
EXAMPLE_FILES = sorted(examples_of(bundled_rules()))
"""The real initiatives that come with the program."""
FURTHER = sorted((ROOT / "tests" / "initiatives").glob("*.yaml"))
"""The rest of the real initiatives."""
INITIATIVES = sorted([*EXAMPLE_FILES, *FURTHER])
COMPOSED = sorted((ROOT / "tests" / "composed").glob("*.yaml"))
"""Initiatives that exist nowhere, for what no published record says."""
CASES = cases_of(bundled_rules())
"""What is expected of the bundled rules."""
CLAIMS = sorted((ROOT / "tests" / "claims").glob("*.yaml"))
"""What proposals might have promised, each of the initiative of its name."""
PROFILES = sorted((ROOT / "tests" / "claims" / "funders").glob("*.yaml"))
"""Those who pay, all composed."""
OF_EVERY_SORT = ROOT / "tests" / "claims" / "of_every_sort"
"""Promises and profiles about nothing, to be laid over any initiative."""

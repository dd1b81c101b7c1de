"""The rules that come along, read and compiled once for all tests: nobody can change them."""

import sys
from functools import cache

from advisor.engine.run import Engine
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook


@cache
def bundled_rulebook() -> Rulebook:
    """The bundled rules."""
    return load_rulebook(bundled_rules())


@cache
def bundled_engine() -> Engine:
    """The same, ready to judge."""
    sys.setrecursionlimit(20_000)
    return Engine(bundled_rulebook())

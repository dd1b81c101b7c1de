"""The only door to durable-rules: one ruleset, driven through its C interface in the one way that was found sound.

One session, reused; one wide fact at a time, asserted and retracted; only rules that test whether a key is there. Used
otherwise the library crashes, hangs or answers wrongly (docs/adr/0002-durable-rules.md).
"""

import itertools
import json
import threading
from collections.abc import Iterable, Sequence

import durable_rules_engine

SENTINEL = "~"
_FACT = "f"
_RETRACTION = json.dumps({"id": _FACT})
_names = itertools.count(1)


class EngineFailureError(Exception):
    """The library answered in a way that must not be; the ruleset is unusable and has to be built anew."""


class Ruleset:
    """Rules over the keys of one fact. Not re-entrant, so a lock keeps threads apart."""

    def __init__(self, rules: Sequence[Sequence[str]]) -> None:
        """Builds a ruleset.

        Args:
            rules: for each rule the keys that must all be there. Keys are short, distinct and plain.

        Raises:
            EngineFailureError: the library did not pass the self-test.
        """
        definition = {str(index): _pattern(keys) for index, keys in enumerate(rules)}
        definition[SENTINEL] = _pattern([SENTINEL])
        self._lock = threading.Lock()
        self._rules = definition
        self._open()

    def _open(self) -> None:
        name = f"rules{next(_names)}"
        self._handle = durable_rules_engine.create_ruleset(name, json.dumps(self._rules))
        # A session in which nothing ever fired cannot be deleted without a crash. So the sentinel fires first.
        if self._fire(f'{{"{SENTINEL}":1,"id":"{_FACT}"}}') != [SENTINEL]:
            raise EngineFailureError("the sentinel rule did not fire")

    def fired(self, keys: Iterable[str]) -> list[int]:
        """The rules, by position, whose keys are all among these. Built anew and asked once more after a failure."""
        fact = "".join(f'"{key}":1,' for key in keys)
        if not fact:
            return []
        fact = f'{{{fact}"id":"{_FACT}"}}'
        with self._lock:
            try:
                found = self._fire(fact)
            except (durable_rules_engine.error, EngineFailureError):
                self._close()
                self._open()
                found = self._fire(fact)
        return [int(name) for name in found]

    def _fire(self, fact: str) -> list[str]:
        handle = self._handle
        found: list[str] = []
        result, offset = durable_rules_engine.assert_fact(handle, fact)
        if result == 0:
            state = durable_rules_engine.start_action_for_state(handle, offset)
            message = state[1] if state else None
            while message:
                found.append(message[2 : message.index('"', 2)])
                message = durable_rules_engine.complete_and_start_action(handle, offset)
        durable_rules_engine.retract_fact(handle, _RETRACTION)
        return found

    def _close(self) -> None:
        durable_rules_engine.delete_state(self._handle, None)
        durable_rules_engine.delete_ruleset(self._handle)

    def close(self) -> None:
        """Gives the memory back; the ruleset cannot be used after that."""
        with self._lock:
            self._close()


def _pattern(keys: Sequence[str]) -> dict[str, object]:
    tests = [{key: 1} for key in keys]
    return {"all": [{"m": tests[0] if len(tests) == 1 else {"$and": tests}}]}

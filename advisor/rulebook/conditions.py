"""Reading conditions: from what an expert wrote to the tree that the engine compiles."""

from typing import Any

from advisor.documents import DataPath
from advisor.logic.conditions import (
    PARTS,
    All,
    AnyOf,
    Condition,
    Holds,
    Not,
    Quantified,
    Quantifier,
    Selector,
    Status,
    StatusCount,
    StatusIs,
    Subject,
)
from advisor.model.finding import Kind
from advisor.rulebook.bounds import read_bounds
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.answer_tests import AnswerTestReader
from advisor.rulebook.vocabulary import Standpoint, Vocabulary
from advisor.text import expected_one_of, quoted

OPERATORS = ("all", "any", "not", "finding", "every", "some", "no", "count", "status")
_COMPANIONS = {
    "every": ("where",),
    "some": ("where",),
    "no": ("where",),
    "count": ("where", "at_least", "at_most"),
}
STATUS_WORDS = {
    "met": Status.MET,
    "not met": Status.NOT_MET,
    "unknown": Status.UNKNOWN,
    "contested": Status.CONTESTED,
    "supported": Status.MET,
    "refuted": Status.NOT_MET,
    "undecided": Status.UNKNOWN,
}
"""How a status may be written: in the words for findings, or in those for verdicts."""

FINDINGS = "findings"
"""The group of all findings, which readings may count."""

_SELECTOR_FIELDS = ("kind", "school", "track", "umbrella", "is")


class ConditionReader:
    """Reads the conditions of one file; what is wrong goes to the collector, and None comes back."""

    def __init__(self, vocabulary: Vocabulary, faults: FaultCollector) -> None:
        self.vocabulary = vocabulary
        self.faults = faults
        self.tests = AnswerTestReader(vocabulary, faults)

    def read(self, raw: Any, path: DataPath, at: Standpoint) -> Condition | None:
        """The condition written at this path."""
        if not isinstance(raw, dict):
            self.faults.add(path, "R09", "A condition is written as a key and a value, such as {question: answer}.")
            return None
        if not raw:
            self.faults.add(path, "R09", "This condition says nothing.")
            return None
        operators = [key for key in raw if key in OPERATORS]
        if not operators:
            return self._tests(raw, path, at)
        operator = operators[0]
        allowed = (operator, *_COMPANIONS.get(operator, ()))
        for key in raw:
            if key not in allowed:
                self._beside(key, operator, path)
                return None
        return self._operator(operator, raw, path, at)

    def _beside(self, key: str, operator: str, path: DataPath) -> None:
        self.faults.add_key(
            (*path, key), "R10", f'"{key}" cannot stand beside "{operator}". Put both in a list under "all:".'
        )

    def _tests(self, raw: dict[str, Any], path: DataPath, at: Standpoint) -> Condition | None:
        tests = [self.tests.read(key, value, (*path, key), at) for key, value in raw.items()]
        known = tuple(test for test in tests if test is not None)
        if len(known) < len(tests):
            return None
        return known[0] if len(known) == 1 else All(known)

    def _operator(self, operator: str, raw: dict[str, Any], path: DataPath, at: Standpoint) -> Condition | None:
        inner = (*path, operator)
        match operator:
            case "all" | "any":
                return self._list(operator, raw[operator], inner, at)
            case "not":
                part = self.read(raw[operator], inner, at)
                return None if part is None else Not(part)
            case "finding":
                return self._finding(raw[operator], inner, at)
            case "status":
                return self._status(raw[operator], inner, at)
            case _ if raw[operator] == FINDINGS:
                return self._count_findings(operator, raw, path, at)
            case _:
                return self._quantified(operator, raw, path, at)

    def _list(self, operator: str, raw: Any, path: DataPath, at: Standpoint) -> Condition | None:
        if not isinstance(raw, list) or not raw:
            self.faults.add(path, "R09", f'"{operator}" needs a list of conditions, each on a line with a hyphen.')
            return None
        parts = [self.read(part, (*path, index), at) for index, part in enumerate(raw)]
        known = tuple(part for part in parts if part is not None)
        if len(known) < len(parts):
            return None
        return All(known) if operator == "all" else AnyOf(known)

    def _finding(self, raw: Any, path: DataPath, at: Standpoint) -> Holds | None:
        named = self._named_finding(raw, path, at)
        return None if named is None else Holds(*named)

    def _named_finding(self, raw: Any, path: DataPath, at: Standpoint) -> tuple[str, Subject] | None:
        full = f"{at.home}/{raw}" if isinstance(raw, str) and "/" not in raw else str(raw)
        head = self.vocabulary.findings.get(full)
        if head is None:
            known = [f.removeprefix(f"{at.home}/") for f in self.vocabulary.findings]
            self.faults.add(path, "R06", f"There is no finding {quoted(raw)}.{expected_one_of(raw, known)}")
            return None
        if head.for_each is not None and head.for_each == at.item:
            return full, Subject.ITEM
        if head.for_each is not None and head.for_each == at.each:
            return full, Subject.EACH
        if head.for_each is not None:
            self.faults.add(
                path,
                "R12",
                f'{quoted(raw)} is found for each of "{head.for_each}". '
                f'Ask "every", "some", "no" or "count" of {head.for_each}, where this finding.',
            )
            return None
        if at.item == PARTS and head.scope == "whole":
            self.faults.add(path, "R17", f"{quoted(raw)} is judged once for the whole, not for each part.")
            return None
        return full, Subject.ITEM if at.item == PARTS else Subject.INITIATIVE

    def _status(self, raw: Any, path: DataPath, at: Standpoint) -> StatusIs | None:
        if not isinstance(raw, dict) or set(raw) != {"finding", "is"}:
            self.faults.add(path, "R09", '"status" needs a finding and what it is: {finding: …, is: …}.')
            return None
        named = self._named_finding(raw["finding"], (*path, "finding"), at)
        statuses = self._statuses(raw["is"], (*path, "is"))
        return None if named is None or statuses is None else StatusIs(named[0], statuses, named[1])

    def _statuses(self, raw: Any, path: DataPath) -> frozenset[Status] | None:
        words = raw if isinstance(raw, list) else [raw]
        wrong = [word for word in words if word not in STATUS_WORDS]
        for word in wrong or ([""] if not words else []):
            hint = expected_one_of(word, STATUS_WORDS)
            self.faults.add(path, "R16", f"A finding cannot be {quoted(word)}.{hint}")
        return None if wrong or not words else frozenset(STATUS_WORDS[word] for word in words)

    def _count_findings(
        self, operator: str, raw: dict[str, Any], path: DataPath, at: Standpoint
    ) -> StatusCount | None:
        where, inner = raw.get("where"), (*path, "where")
        if not isinstance(where, dict) or "is" not in where or operator == "every":
            self.faults.add(
                path, "R09", "To count findings, say which: {count: findings, where: {kind: …, is: …}, at_least: …}."
            )
            return None
        for key in where:
            if key not in _SELECTOR_FIELDS:
                hint = expected_one_of(key, _SELECTOR_FIELDS)
                self.faults.add_key((*inner, key), "R10", f"Findings cannot be counted by {quoted(key)}.{hint}")
                return None
        kind = where.get("kind")
        if kind is not None and kind not in list(Kind):
            hint = expected_one_of(kind, list(Kind))
            self.faults.add((*inner, "kind"), "F03", f'{quoted(kind)} cannot be the "kind".{hint}')
            return None
        statuses = self._statuses(where["is"], (*inner, "is"))
        bounds = {"some": (1, None), "no": (None, 0)}.get(operator) or read_bounds(raw, path, self.faults)
        if statuses is None or bounds is None:
            return None
        track = where.get("track")
        selector = Selector(
            kind, where.get("school"), None if track is None else str(track), where.get("umbrella")
        )
        return StatusCount(selector, statuses, *bounds, Subject.ITEM if at.item == PARTS else Subject.INITIATIVE)

    def _quantified(self, operator: str, raw: dict[str, Any], path: DataPath, at: Standpoint) -> Quantified | None:
        group = raw[operator]
        if at.item is not None:
            self.faults.add_key(
                (*path, operator),
                "R11",
                f'"{operator}" cannot stand inside another of its kind. '
                "Make the inner one a finding of its own with for_each, and name that finding here.",
            )
            return None
        groups = (*self.vocabulary.questions.groups, PARTS)
        if group not in groups:
            self.faults.add(
                (*path, operator), "R08", f"There is no group {quoted(group)}.{expected_one_of(group, groups)}"
            )
            return None
        if group == PARTS and not at.whole:
            self.faults.add(
                (*path, operator), "R17", 'Only a finding with "scope: whole" and without for_each may look at the parts.'
            )
            return None
        bounds = read_bounds(raw, path, self.faults) if operator == "count" else (None, None)
        where: Condition | None = None
        if "where" in raw:
            inside = Standpoint(at.home, at.each, group, at.whole)
            where = self.read(raw["where"], (*path, "where"), inside)
            if where is None:
                return None
        elif operator == "every":
            self.faults.add_key((*path, operator), "R09", '"every" needs "where": what is so of every one of them?')
            return None
        return None if bounds is None else Quantified(Quantifier(operator), group, where, *bounds)

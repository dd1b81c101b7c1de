"""Reading conditions: from what an expert wrote to the tree that the engine compiles."""

from dataclasses import dataclass, replace
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
    Status,
    StatusCount,
    StatusIs,
    Subject,
)
from advisor.rulebook.answer_tests import AnswerTestReader
from advisor.rulebook.bounds import read_bounds
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.selectors import read_selector
from advisor.rulebook.vocabulary import Standpoint, Vocabulary
from advisor.text import did_you_mean, expected_one_of, found, nearest, quoted

OPERATORS = ("all", "any", "not", "finding", "every", "some", "no", "count", "status")
_COMPANIONS = {
    "every": ("where",),
    "some": ("where",),
    "no": ("where",),
    "count": ("where", "at_least", "at_most"),
}
_OTHER_NAMES = {"and": "all", "or": "any", "each": "every", "none": "no", "exists": "some"}
"""What people write who know other notations."""

_EXAMPLE = "A condition is a key and a value, such as {question: answer}"

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


@dataclass(frozen=True)
class Leaf:
    """A test of an answer or of a list, or a named finding, and where it stands."""

    condition: Condition
    path: DataPath


class ConditionReader:
    """Reads the conditions of one file; what is wrong goes to the collector, and None comes back."""

    def __init__(self, vocabulary: Vocabulary, faults: FaultCollector) -> None:
        self.vocabulary = vocabulary
        self.faults = faults
        self.tests = AnswerTestReader(vocabulary, faults)
        self.leaves: list[Leaf] = []
        """What the conditions that were read so far rest on."""

    def read(self, raw: Any, path: DataPath, at: Standpoint) -> Condition | None:
        """The condition written at this path."""
        if isinstance(raw, list):
            self.faults.add(path, "R09", 'A list of conditions needs "all:" or "any:" above it.')
            return None
        if not isinstance(raw, dict) or not raw:
            self.faults.add(path, "R09", f"{_EXAMPLE}; {found(raw)}.{self._meant_by(raw, at)}")
            return None
        operators = [key for key in raw if key in OPERATORS]
        if not operators:
            return None if self._strange(raw, path, at) else self._tests(raw, path, at)
        operator = operators[0]
        companions = _COMPANIONS.get(operator, ())
        beside = [key for key in raw if key not in (operator, *companions)]
        for key in beside:
            hint = _instead(key, operator) or did_you_mean(key, companions) or _BOTH
            self.faults.add_key((*path, key), "R10", f"{quoted(key)} cannot stand beside {quoted(operator)}.{hint}")
        return None if beside else self._operator(operator, raw, path, at)

    def _meant_by(self, raw: Any, at: Standpoint) -> str:
        """What a condition that is a word alone was to say."""
        if not isinstance(raw, str):
            return ""
        if ":" in raw:
            return " Put a space after the colon."
        findings = () if at.answers_only else self.vocabulary.findings
        if raw in findings or f"{at.home}/{raw}" in findings:
            return f" Write {{finding: {raw}}}."
        return f" Write the answer too: {{{raw}: answer}}." if self.tests.names.is_asked(raw) else ""

    def _strange(self, raw: dict[str, Any], path: DataPath, at: Standpoint) -> bool:
        """Notes keys that are no questions, but are meant as operators or belong beside one."""
        known = self.tests.names.known(at)
        strange = False
        for key in raw:
            asked = self.tests.names.is_asked(key)
            near = None if asked else _OTHER_NAMES.get(key) or nearest(key, [*known, *OPERATORS])
            if near in OPERATORS:
                self.faults.add_key(
                    (*path, key), "R10", f"{quoted(key)} means nothing here. Did you mean {quoted(near)}?"
                )
                strange = True
        for key in () if strange else ("where", "at_least", "at_most"):
            if key in raw:
                goes = "every, some, no or count" if key == "where" else "count"
                self.faults.add_key((*path, key), "R10", f'"{key}" goes beside {goes}, which is missing here.')
                strange = True
        return strange

    def _tests(self, raw: dict[str, Any], path: DataPath, at: Standpoint) -> Condition | None:
        tests: list[Condition] = []
        for key, value in raw.items():
            test = self.tests.read(key, value, (*path, key), at)
            if test is not None:
                tests.append(self._leaf(test, (*path, key)))
        if len(tests) < len(raw):
            return None
        return tests[0] if len(tests) == 1 else All(tuple(tests))

    def _leaf(self, condition: Condition, path: DataPath) -> Condition:
        self.leaves.append(Leaf(condition, path))
        return condition

    def _operator(self, operator: str, raw: dict[str, Any], path: DataPath, at: Standpoint) -> Condition | None:
        inner = (*path, operator)
        about_findings = operator in ("finding", "status") or raw[operator] == FINDINGS
        if about_findings and at.answers_only:
            self.faults.add_key(inner, "R25", "Whether a question is asked depends on answers alone, not on findings.")
            return None
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

    def _finding(self, raw: Any, path: DataPath, at: Standpoint) -> Condition | None:
        named = self._named_finding(raw, path, at)
        return None if named is None else self._leaf(Holds(*named), path)

    def _named_finding(self, raw: Any, path: DataPath, at: Standpoint) -> tuple[str, Subject] | None:
        if not isinstance(raw, str):
            self.faults.add(path, "F03", f"Here one finding should be named; {found(raw)}.")
            return None
        full = raw if "/" in raw else f"{at.home}/{raw}"
        head = self.vocabulary.findings.get(full)
        if head is None:
            message = f"There is no finding {quoted(raw)} here.{self._like_finding(raw, at)}"
            self.faults.add_missing("findings", [full], path, "R06", message)
            return None
        if head.for_each is not None:
            if head.for_each in (at.item, at.each):
                return full, Subject.ITEM if head.for_each == at.item else Subject.EACH
            example = f"{{every: {head.for_each}, where: {{finding: {raw}}}}}"
            hint = f" Write {example}, or some, no or count." if at.item is None else ""
            self.faults.add(path, "R12", f"{quoted(raw)} is found for each of {quoted(head.for_each)}, not here.{hint}")
            return None
        if at.item is not None and head.scope == "whole":
            message = f"{quoted(raw)} is judged once for the whole, not for each of the {at.item}."
            self.faults.add(path, "R17", f'{message} Name it beside "{at.item}", not under "where".')
            return None
        return full, Subject.ITEM if at.item == PARTS else Subject.INITIATIVE

    def _like_finding(self, raw: str, at: Standpoint) -> str:
        elsewhere = [known for known in self.vocabulary.findings if known.endswith(f"/{raw}")]
        if elsewhere:
            return did_you_mean(elsewhere[0], elsewhere)
        return expected_one_of(raw, [known.removeprefix(f"{at.home}/") for known in self.vocabulary.findings])

    def _status(self, raw: Any, path: DataPath, at: Standpoint) -> Condition | None:
        if not isinstance(raw, dict) or set(raw) != {"finding", "is"}:
            self.faults.add(path, "R09", '"status" needs a finding and what it is: {finding: …, is: …}.')
            return None
        inner = (*path, "finding")
        named = self._named_finding(raw["finding"], inner, at)
        statuses = self._statuses(raw["is"], (*path, "is"))
        return None if named is None or statuses is None else self._leaf(StatusIs(named[0], statuses, named[1]), inner)

    def _statuses(self, raw: Any, path: DataPath) -> frozenset[Status] | None:
        if raw == []:
            self.faults.add(path, "R09", "An empty list tests nothing.")
            return None
        words = {(*path, index): word for index, word in enumerate(raw)} if isinstance(raw, list) else {path: raw}
        wrong = {here: word for here, word in words.items() if not (isinstance(word, str) and word in STATUS_WORDS)}
        for here, word in wrong.items():
            hint = expected_one_of(word, STATUS_WORDS)
            self.faults.add(here, "R16", f"A finding cannot be {quoted(word)}.{hint}")
        return None if wrong else frozenset(STATUS_WORDS[word] for word in words.values())

    def _count_findings(self, operator: str, raw: dict[str, Any], path: DataPath, at: Standpoint) -> Condition | None:
        where, inner = raw.get("where"), (*path, "where")
        if operator == "every" or not isinstance(where, dict) or "is" not in where:
            example = "{count: findings, where: {kind: …, is: …}, at_least: …}"
            message = f"To count findings, say which: {example}, or some or no instead of count."
            self.faults.add_key((*path, operator), "R09", message)
            return None
        selector = read_selector(where, inner, self.vocabulary, self.faults)
        statuses = self._statuses(where["is"], (*inner, "is"))
        bounds = {"some": (1, None), "no": (None, 0)}.get(operator) or read_bounds(raw, path, self.faults)
        if selector is None or statuses is None or bounds is None:
            return None
        subject = Subject.ITEM if at.item == PARTS else Subject.INITIATIVE
        return self._leaf(StatusCount(selector, statuses, *bounds, subject), (*path, operator))

    def _quantified(self, operator: str, raw: dict[str, Any], path: DataPath, at: Standpoint) -> Quantified | None:
        group, here = raw[operator], (*path, operator)
        if at.item is not None:
            self.faults.add_key(
                here,
                "R11",
                f'"{operator}" cannot stand inside another of its kind. '
                "Make the inner one a finding of its own with for_each, and name that finding here.",
            )
            return None
        groups = (*self.vocabulary.questions.groups, PARTS)
        if not isinstance(group, str):
            self.faults.add(here, "F03", f"Here one group should be named; {found(group)}.")
            return None
        if group not in groups:
            message = f"There is no group {quoted(group)}.{expected_one_of(group, groups)}"
            self.faults.add_missing("questions", [group], here, "R08", message)
            return None
        if group == PARTS and not at.whole:
            message = 'Only a finding with "scope: whole" and without "for_each" can look at the parts.'
            if at.answers_only:
                message = "Whether a question is asked cannot depend on the parts."
            self.faults.add(here, "R17", message)
            return None
        bounds = read_bounds(raw, path, self.faults) if operator == "count" else (None, None)
        where: Condition | None = None
        if "where" in raw:
            where = self.read(raw["where"], (*path, "where"), replace(at, item=group))
            if where is None:
                return None
        elif operator == "every":
            self.faults.add_key(here, "R09", '"every" needs "where": what is so of every one of them?')
            return None
        if bounds is None:
            return None
        quantified = Quantified(Quantifier(operator), group, where, *bounds)
        if where is None and group != PARTS:
            self._leaf(quantified, here)
        return quantified


_BOTH = ' Put both in a list under "all:".'


def _instead(key: str, operator: str) -> str:
    """What to write instead, for the mistakes that are easily made."""
    if key == "is" and operator == "finding":
        return " To ask how a finding has settled, write {status: {finding: …, is: …}}."
    if key in ("at_least", "at_most"):
        return ' It goes beside "count".'
    return ' It goes beside "every", "some", "no" or "count".' if key == "where" else ""

"""How the things in a rulebook hang together: which findings build on which, and which answers they need."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from advisor.engine.compiler import selected
from advisor.logic.conditions import Condition, StatusCount, findings_used, nodes, questions_used
from advisor.model.finding import Finding
from advisor.rulebook.rulebook import Rulebook


class Links:
    """Knows for each finding what it builds on and what it asks."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    @cached_property
    def in_order(self) -> tuple[Finding, ...]:
        """All findings, in the order of their files."""
        names = (name for home in self.rulebook.homes.values() for name in home.findings)
        return tuple(self.rulebook.findings[name] for name in names)

    @cached_property
    def _builds_on(self) -> dict[str, dict[str, Finding]]:
        return {finding.id: {other.id: other for other in self._named_by(finding)} for finding in self.in_order}

    @cached_property
    def _asks(self) -> dict[str, tuple[str, ...]]:
        return {finding.id: self._ordered(_asked_itself(finding)) for finding in self.in_order}

    def builds_on(self, finding: Finding) -> tuple[Finding, ...]:
        """The findings that it names or counts, in the order of their files."""
        return tuple(self._builds_on[finding.id].values())

    def built_on_by(self, finding: Finding) -> tuple[Finding, ...]:
        """The findings that name or count it."""
        return tuple(other for other in self.in_order if finding.id in self._builds_on[other.id])

    def goes_with(self, finding: Finding) -> tuple[Finding, ...]:
        """The verdicts that it goes with, and does not decide."""
        return tuple(other for other in self.in_order if finding.id in other.goes_with)

    def asks(self, finding: Finding) -> tuple[str, ...]:
        """The questions that it asks itself, in the order of the questions."""
        return self._asks[finding.id]

    def asks_through(self, finding: Finding) -> tuple[str, ...]:
        """The questions that it asks only through what it builds on, however deep."""
        asked: set[str] = set()
        seen: set[str] = set()
        waiting = list(self.builds_on(finding))
        while waiting:
            one = waiting.pop()
            if one.id not in seen:
                seen.add(one.id)
                asked |= set(self.asks(one))
                waiting += self.builds_on(one)
        return self._ordered(asked - set(self.asks(finding)))

    def asked_by(self, question: str) -> tuple[Finding, ...]:
        """The findings that ask a question themselves."""
        return tuple(finding for finding in self.in_order if question in self.asks(finding))

    def _named_by(self, finding: Finding) -> Iterator[Finding]:
        conditions = _conditions(finding)
        named = frozenset(name for condition in conditions for name in findings_used(condition))
        counts = [n.selector for condition in conditions for n in nodes(condition) if isinstance(n, StatusCount)]
        for other in self.in_order:
            counted = counts and not other.reading and any(selected(other, selector) for selector in counts)
            if other.id in named or counted:
                yield other

    def _ordered(self, questions: Iterable[str]) -> tuple[str, ...]:
        wanted = frozenset(questions)
        return tuple(question.id for question in self.rulebook.questions.all() if question.id in wanted)


def _conditions(finding: Finding) -> tuple[Condition, ...]:
    return (*finding.conditions, *(filling.who for filling in finding.filled_by))


def _asked_itself(finding: Finding) -> frozenset[str]:
    used = frozenset(question for condition in _conditions(finding) for question in questions_used(condition))
    # Whoever compares with an item itself asks for the list of them.
    asked = {question.removesuffix(".id") for question in used}
    at = finding.at
    dates = () if at is None else (at.of, at.years)
    return frozenset(asked | {question for question in (finding.for_each, *dates) if question is not None})

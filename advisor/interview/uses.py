"""Why we ask: which schools and themes use an answer, worked out from the conditions of their findings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from advisor.logic.conditions import Condition, findings_used, questions_used
from advisor.model.finding import Finding, Kind
from advisor.model.question import Question
from advisor.rulebook.rulebook import Rulebook

_ON_THE_WAY = (Kind.PREMISE, Kind.HEADLINE, Kind.NOTICE)
"""They tell nobody anything of the initiative by themselves; what builds on them does."""


@dataclass(frozen=True)
class Uses:
    """Who uses an answer: schools to judge what it is, themes to advise, other questions to see if they matter."""

    schools: tuple[str, ...]
    themes: tuple[str, ...]
    questions: tuple[str, ...]


class Reasons:
    """Knows for each question of a rulebook who uses it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def uses(self, question: Question) -> Uses:
        """Who uses the answer to a question; to a group also those who ask about its items."""
        found = {f.home for f in self.rulebook.findings.values() if question.id in self._asked.get(f.id, ())}
        homes = [home for home in self.rulebook.homes.values() if home.id in found]
        return Uses(
            tuple(home.id for home in homes if home.school),
            tuple(home.id for home in homes if not home.school),
            tuple(q.id for q in self.rulebook.questions.all() if question.id in self._asked_by(q)),
        )

    def _asked_by(self, question: Question) -> frozenset[str]:
        return frozenset() if question.ask_when is None else questions_used(question.ask_when)

    @cached_property
    def _asked(self) -> dict[str, frozenset[str]]:
        """The questions that each finding rests on, through all that it builds on."""
        rests: dict[str, frozenset[str]] = {}
        for finding in self.rulebook.findings.values():
            each = frozenset(() if finding.for_each is None else (finding.for_each,))
            rests[finding.id] = _rest(finding.conditions, rests) | each
        return {f.id: rests[f.id] | _rest(_fillings(f), rests) for f in self.rulebook.findings.values() if _tells(f)}


def _rest(conditions: Sequence[Condition], rests: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The questions that conditions ask, themselves and through findings of which it is known already."""
    asked = frozenset(question for condition in conditions for question in questions_used(condition))
    return asked.union(*(rests[finding] for condition in conditions for finding in findings_used(condition)))


def _fillings(finding: Finding) -> tuple[Condition, ...]:
    return tuple(filling.who for filling in finding.filled_by)


def _tells(finding: Finding) -> bool:
    return finding.kind not in _ON_THE_WAY

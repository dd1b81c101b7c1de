"""What whom is told of how findings settle.

Others are told what follows without any sensitive answer. Ground findings that hold so hold all the same when more is
known, and can be told. What stays unknown might be decided by a sensitive answer, so that others are not told that it
is unknown. Readings look at what is unknown, so they are told only where no sensitive answer can reach them.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from advisor.initiative.discreet import discreet, protected
from advisor.initiative.fingerprint import fingerprint
from advisor.initiative.initiative import Initiative
from advisor.logic.conditions import All, AnyOf, Condition, Not, Status, StatusIs, Subject
from advisor.messages import audience as messages
from advisor.model.entry import in_language
from advisor.model.finding import Finding, Kind
from advisor.model.question import AnswerType
from advisor.report.assessment import AdviceResult, FindingResult, VerdictResult
from advisor.report.audience import Audience
from advisor.report.rulebook.links import Links
from advisor.rulebook.advice import ADVICE
from advisor.rulebook.rulebook import Rulebook

_UNSETTLED = ("unknown", "undecided")
_FOR_ANYBODY = (Kind.EXPECTATION, Kind.JUDGEMENT, Kind.DEMAND, Kind.LESSON, Kind.NOTICE)
"""The advice that is for anybody's eyes: what to expect of it, and what it shows. All else is for those who run it."""

Result = TypeVar("Result", bound=FindingResult)
StatusOf = Callable[[str, Subject], Status]
"""How a finding, by its id, has settled about a subject."""


class Openness:
    """The team is told everything."""

    audience = Audience.TEAM

    def initiative(self, initiative: Initiative) -> Initiative:
        """What is judged."""
        return initiative

    def answers(self, told: Initiative) -> str:
        """A hash of the answers that were judged."""
        return fingerprint(told)

    def left_out(self, language: str) -> list[str]:  # noqa: ARG002 -- others need it
        """The questions whose answers are left out, in the few words that lists have for them."""
        return []

    def tells_of(self, finding: Finding) -> bool:  # noqa: ARG002 -- others need it
        """Whether anything at all is told of how a finding settles."""
        return True

    def may_be_hidden(self, reading: Finding, status: StatusOf) -> bool:  # noqa: ARG002 -- others need it
        """Whether a reading may be so without anything being told of it."""
        return False

    def result(self, result: Result) -> Result:
        """A result as its readers may see it."""
        return result

    def advice(self, advice: AdviceResult) -> AdviceResult | None:
        """Advice as its readers may see it; None for what they are not told."""
        return advice


class Discretion(Openness):
    """Others are told nothing that a sensitive answer could show."""

    def __init__(self, rulebook: Rulebook, audience: Audience, key: bytes) -> None:
        """Takes a key, which makes the hash of the answers one that nobody else can guess them from."""
        self.rulebook = rulebook
        self.audience = audience
        self.key = key
        self._protected = protected(rulebook.questions)

    def initiative(self, initiative: Initiative) -> Initiative:
        """What is judged: what is sensitive is taken away before, so that nothing can depend on it."""
        questions = self.rulebook.questions
        own = questions.asked_of("funder").groups if self.audience is Audience.FUNDER else ()
        return discreet(initiative, questions, own)

    def answers(self, told: Initiative) -> str:
        """A keyed hash of the answers that were judged."""
        return fingerprint(told, self.key)

    def left_out(self, language: str) -> list[str]:
        """The sensitive questions, those about items with what is listed: the same whatever the answers are."""
        asked = self.rulebook.questions.asked_of("convener")
        alone = [in_language(one.label, language) for one in asked.initiative.values() if one.sensitive]
        of_items = {
            in_language(asked.initiative[name].label, language): [
                in_language(field.label, language)
                for field in group.fields.values()
                if field.sensitive and field.type is not AnswerType.TEXT
            ]
            for name, group in asked.groups.items()
        }
        return [*alone, *(messages.OF_ITEMS.format(items=k, asked=", ".join(v)) for k, v in of_items.items() if v)]

    def tells_of(self, finding: Finding) -> bool:
        """Not of a reading that a sensitive answer can reach; to the public, not what those who run it are advised."""
        if self.audience is Audience.PUBLIC and finding.kind in ADVICE and finding.kind not in _FOR_ANYBODY:
            return False
        return not self._is_hidden(finding)

    def may_be_hidden(self, reading: Finding, status: StatusOf) -> bool:
        """Whether a reading of which nothing is told may be so, by what no sensitive answer can reach."""
        return self._is_hidden(reading) and self._possible(reading.when, status)

    def _is_hidden(self, finding: Finding) -> bool:
        return finding.reading and finding.id in self._reached

    def _possible(self, condition: Condition, status: StatusOf) -> bool:
        """Whether a condition may hold, whatever the sensitive answers are."""
        match condition:
            case All(parts):
                return all(self._possible(part, status) for part in parts)
            case AnyOf(parts):
                return any(self._possible(part, status) for part in parts)
            case StatusIs(finding, statuses, subject) if finding not in self._reached:
                return status(finding, subject) in statuses
            case Not(StatusIs(finding, statuses, subject)) if finding not in self._reached:
                return status(finding, subject) not in statuses
            case _:
                return True

    def result(self, result: Result) -> Result:
        """Not that something is unknown that a sensitive answer might decide; the public is not asked anything."""
        told = () if self.audience is Audience.PUBLIC else result.open
        asked = [question for question in told if question.question not in self._protected]
        if result.status not in _UNSETTLED or result.id not in self._reached:
            return result.model_copy(update={"open": asked})
        withheld: dict[str, object] = {"status": "withheld", "says": messages.NOT_TOLD, "open": []}
        if isinstance(result, VerdictResult):
            withheld["settled"] = None
        return result.model_copy(update=withheld)

    def advice(self, advice: AdviceResult) -> AdviceResult | None:
        """Not what speaks of an answer that is missing, and not who fills a role where that hangs on such an answer."""
        if not advice.complete:
            return None
        if advice.filled is None or advice.id not in self._reached:
            return advice
        return advice.model_copy(update={"filled": "withheld", "filled_by": []})

    @cached_property
    def _reached(self) -> frozenset[str]:
        """The findings that a protected answer could reach, through whatever they build on."""
        links = Links(self.rulebook)
        return frozenset(
            finding.id
            for finding in links.in_order
            if self._protected.intersection((*links.asks(finding), *links.asks_through(finding)))
        )


def discretion_for(rulebook: Rulebook, audience: Audience, key: bytes = b"") -> Openness:
    """What an audience is told.

    Args:
        rulebook: by which is judged.
        audience: for whom it is.
        key: for others than the team: makes the hash of the answers one that nobody else can guess them from.
    """
    return Openness() if audience is Audience.TEAM else Discretion(rulebook, audience, key)

"""Conditions in plain English: what must hold for a finding, for people who never saw a rule.

What is denied is told by what has to be so instead, wherever there are words for that: for "not all of these", at least
one that is not; for a finding that must not be met, what it says when it is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor.explain.amounts import NONE, SOME, Amount
from advisor.explain.answers import Answers, capital, named
from advisor.explain.words import VERDICT_WORDS, Wordings, told_alone
from advisor.logic.conditions import (
    ANY_TRACK,
    PARTS,
    All,
    AnswerTest,
    AnyOf,
    Condition,
    Holds,
    Not,
    Quantified,
    Quantifier,
    Shares,
    Status,
    StatusCount,
    StatusIs,
    Subject,
    subjects,
)
from advisor.messages import rulebook as messages
from advisor.model.entry import Wording
from advisor.model.finding import Finding, Kind
from advisor.rulebook.rulebook import Rulebook
from advisor.text import either

_PAIR = 2


@dataclass(frozen=True)
class Sentence:
    """A sentence about what must hold, with those that it leads to."""

    says: str
    under: tuple["Sentence", ...] = ()
    finding: str | None = None
    """The finding that it tells of."""
    questions: tuple[str, ...] = ()
    """The questions that it asks itself."""

    def all(self) -> Iterator["Sentence"]:
        """It and all that it leads to."""
        yield self
        for sentence in self.under:
            yield from sentence.all()


class Conditions:
    """Tells the conditions of one rulebook in one language."""

    def __init__(self, rulebook: Rulebook, language: str) -> None:
        self.rulebook = rulebook
        self.words = Wordings(rulebook.questions, language)
        self.answers = Answers(rulebook, self.words)

    def told(self, condition: Condition, each: str | None = None) -> Sentence:
        """A condition as a sentence, or as one that leads to others.

        Args:
            condition: what must hold.
            each: the group for each of whose items it must hold.
        """
        return self._told(condition, each, so=True)

    def text(self, finding: Finding, wording: Wording) -> str:
        """A text of a finding, said of whichever item it is about."""
        says = capital(told_alone(self.words.text(wording)))
        return named(says, self.answers.who(Subject.EACH, finding.for_each)) if finding.for_each else says

    def _told(self, condition: Condition, each: str | None, *, so: bool) -> Sentence:
        match condition:
            case AnswerTest(ref, check):
                return Sentence(self.answers.test(ref, check, so=so), questions=(ref.question,))
            case Shares(left, right):
                asked = [ref.question for ref in (left, right) if not ref.question.endswith(".id")]
                return Sentence(self.answers.comparison(condition, so=so), questions=tuple(asked))
            case All() | AnyOf():
                return self._list(condition, each, so=so)
            case Not(part):
                return self._told(part, each, so=not so)
            case Holds(finding, subject):
                status = Status.MET if so else Status.NOT_MET
                return Sentence(self._statement(finding, status, subject), finding=finding)
            case Quantified():
                return self._quantified(condition, each, so=so)
            case StatusIs(finding, statuses, subject):
                says = _settled(frozenset(Status) ^ statuses if not so else statuses)
                statement = self._statement(finding, Status.MET, subject)
                return Sentence(messages.SETTLED.format(statuses=says, statement=statement), finding=finding)
            case StatusCount():
                return Sentence(self._counted(condition, so=so))

    def _list(self, condition: All | AnyOf, each: str | None, *, so: bool) -> Sentence:
        parts = list(_flat(condition, type(condition)))
        if len(parts) == 1:
            return self._told(parts[0], each, so=so)
        if so and isinstance(condition, AnyOf) and parts[1:] == [Not(parts[0])]:
            # Either it or its contrary: all that this asks for is that one of them be known.
            known = self._told(parts[0], each, so=True)
            return replace(known, says=messages.KNOWN_EITHER_WAY.format(says=known.says))
        # That none is so is clearer than all of them denied; that not all are so is clearer with each denied.
        none = isinstance(condition, AnyOf) and not so
        under = tuple(self._told(part, each, so=so or none) for part in parts)
        if none:
            head = messages.NEITHER if len(parts) == _PAIR else messages.NONE_OF_THESE
        elif isinstance(condition, All) and so:
            head = messages.BOTH if len(parts) == _PAIR else messages.ALL
        else:
            head = messages.AT_LEAST_ONE_OF_THESE
        return Sentence(f"{head}:", under)

    def _statement(self, name: str, status: Status, subject: Subject) -> str:
        """What a finding says, of this item or of that."""
        finding = self.rulebook.findings[name]
        says = capital(told_alone(self.words.statement(finding, status)))
        return named(says, self.answers.who(subject, finding.for_each)) if finding.for_each else says

    def _quantified(self, condition: Quantified, each: str | None, *, so: bool) -> Sentence:
        amount, where, so = _looked_for(condition, so=so)
        asked = () if condition.group == PARTS else (condition.group,)
        if where is None:
            return Sentence(self._listed(condition.group, amount), questions=asked)
        inner = self._told(where, each, so=so)
        # A finding about an item that compares items of its own group means the others.
        others = condition.group == each and Subject.EACH in subjects(where)
        group = self.answers.group(condition.group, others=others)
        number = "" if amount is None else amount.words
        who = (messages.FOR_SO_MANY if number else messages.FOR_EACH).format(number=number, group=group)
        if inner.under or isinstance(where, StatusIs) or self.answers.is_about_this(inner.says, each):
            says = messages.LED_ON.format(who=who, what=f"{inner.says[0].lower()}{inner.says[1:]}")
        else:
            says = messages.LED.format(who=who, what=inner.says)
        return replace(inner, says=says, questions=(*asked, *inner.questions))

    def _listed(self, group: str, amount: Amount | None) -> str:
        """How many items are listed, whatever they are like."""
        amount = amount or SOME
        if group == PARTS:
            return messages.PARTS_LISTED.format(number=amount.words, parts=messages.PARTS)
        prompt = self.words.text(self.rulebook.questions.find(group).prompt)
        if amount.none:
            return messages.NOBODY_LISTED.format(prompt=prompt)
        return messages.LISTED.format(prompt=prompt, number=capital(amount.verb))

    def _counted(self, condition: StatusCount, *, so: bool) -> str:
        """How many of some findings have settled in some way."""
        selector = condition.selector
        verdicts = selector.kind == Kind.VERDICT
        names = VERDICT_WORDS if verdicts else {status: messages.STATUSES[status.value] for status in Status}
        kind = messages.KINDS[selector.kind] if selector.kind else messages.FINDINGS_OF_ANY_KIND
        findings = messages.FINDINGS.format(kind=kind)
        if selector.school is not None:
            school = self.words.text(self.rulebook.homes[selector.school].short)
            findings = messages.OF_SCHOOL.format(findings=findings, school=school)
        if selector.track is not None:
            template = messages.FOR_ANY_TRACK if selector.track == ANY_TRACK else messages.FOR_TRACK
            findings = template.format(findings=findings, track=selector.track)
        if selector.umbrella is not None:
            template = messages.UMBRELLAS_ONLY if selector.umbrella else messages.NO_UMBRELLAS
            findings = template.format(findings=findings)
        amount = Amount(condition.at_least, condition.at_most, inside=so)
        status = either(names[status] for status in Status if status in condition.statuses)
        return messages.COUNTED.format(findings=findings, number=amount.verb, status=status)


def _flat(condition: Condition, kind: type[Condition]) -> Iterator[Condition]:
    """The parts of a list of conditions, with those of lists of the same kind inside it."""
    if isinstance(condition, All | AnyOf) and isinstance(condition, kind):
        for part in condition.parts:
            yield from _flat(part, kind)
    else:
        yield condition


def _looked_for(condition: Quantified, *, so: bool) -> tuple[Amount | None, Condition | None, bool]:
    """How many items are looked for (None: each), what must hold for them, and whether that or its contrary."""
    where = condition.where
    match condition.quantifier:
        case Quantifier.EVERY:
            return (None if so else SOME), where, so
        case Quantifier.COUNT:
            return Amount(condition.at_least, condition.at_most, inside=so), where, True
        case Quantifier.SOME | Quantifier.NO as quantifier:
            if so == (quantifier is Quantifier.SOME):
                return SOME, where, True
            # Two denials in a sentence are hard to hear: that none is not so means that each is.
            return (None, where.part, True) if isinstance(where, Not) else (NONE, where, True)


def _settled(statuses: frozenset[Status]) -> str:
    words = [messages.STATUSES[status.value] for status in Status if status in statuses]
    return either(words) if words else messages.NEVER

"""A condition broken in one place: an operator turned into another, an option replaced, a part left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor.engine.compiler import selected
from advisor.logic.answers import Between, Includes, Only, Word
from advisor.logic.conditions import (
    All,
    AnswerTest,
    AnyOf,
    Condition,
    Holds,
    Not,
    Quantified,
    Quantifier,
    Selector,
    Shares,
    Status,
    StatusCount,
    StatusIs,
)
from advisor.model.finding import TRACKS
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Question
from advisor.rulebook.rulebook import Rulebook

Broken = tuple[str, str, Condition]
"""The kind of break, what was broken in words, and the condition."""

NOTHING_ASKED = All(())
"""What holds whatever the answers are."""
ALWAYS: Condition = Quantified(Quantifier.COUNT, "sides", at_least=0)
"""The same, in a form that is compiled: at least no side is listed."""
ALWAYS_READ: Condition = StatusCount(Selector(), frozenset(Status), at_least=0)
"""The same, for readings."""


class Breaker:
    """Breaks the conditions of one rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.questions = rulebook.questions

    def broken(self, condition: Condition, left_out: Condition | None = None) -> Iterator[Broken]:
        """The condition with one break each.

        Args:
            condition: what is broken.
            left_out: what is there when it is left out; None where it is left out of a list, or cannot be.
        """
        if left_out is not None and not isinstance(condition, All | AnyOf | Not):
            yield "part left out", _told(condition), left_out
        match condition:
            case All() | AnyOf():
                yield from self._list(condition)
            case Not(part):
                yield "not left out", _told(condition), part
                for kind, what, inner in self.broken(part, left_out):
                    yield kind, what, Not(inner)
            case AnswerTest():
                yield from self._test(condition)
            case Shares():
                yield from self._shared(condition)
            case Quantified():
                yield from self._quantified(condition)
            case StatusIs(finding, statuses, subject):
                for what, others in _statuses(statuses):
                    yield "status changed", f"{finding}: {what}", StatusIs(finding, others, subject)
            case StatusCount():
                yield from self._counted(condition)
            case Holds():
                pass

    def _shared(self, condition: Shares) -> Iterator[Broken]:
        # Of what is no language, the table of languages knows nothing, and looks up the same thing.
        if self.questions.find(condition.left.question).type is AnswerType.LANGUAGES:
            other = "same-language" if condition.table != "same-language" else None
            yield "table changed", f"{_told(condition)}: {condition.table} to {other}", replace(condition, table=other)

    def _list(self, condition: All | AnyOf) -> Iterator[Broken]:
        parts = condition.parts
        if isinstance(condition, All):
            yield "all to any", _told(condition), AnyOf(parts)
        else:
            yield "any to all", _told(condition), All(parts)
        kind_of = type(condition)
        for index, part in enumerate(parts):
            before, after = parts[:index], parts[index + 1 :]
            if before or after:
                yield "part left out", _told(part), kind_of((*before, *after))
            for kind, what, inner in self.broken(part):
                yield kind, what, kind_of((*before, inner, *after))

    def _test(self, test: AnswerTest) -> Iterator[Broken]:
        question = self.questions.find(test.ref.question)
        match test.check:
            case Between(low, high):
                for what, bounds in _bounds(low, high):
                    yield "bound moved", f"{question.id}: {what}", AnswerTest(test.ref, Between(*bounds))
            case Includes(words) | Only(words) as check:
                as_written = type(check)
                for kind, what, others in self._words(question, words):
                    yield kind, f"{question.id}: {what}", AnswerTest(test.ref, as_written(others))
                if question.type in LIST_TYPES:
                    other = Only if isinstance(check, Includes) else Includes
                    name = "includes to only" if isinstance(check, Includes) else "only to includes"
                    yield name, _told(test), AnswerTest(test.ref, other(words))

    def _words(self, question: Question, words: frozenset[Word]) -> Iterator[tuple[str, str, frozenset[Word]]]:
        for word in sorted(map(str, words)):
            rest = words - {word}
            if rest:
                yield "option left out", word, rest
            for other in self._others(question, words):
                yield "option replaced", f"{word} by {other}", rest | {other}

    def _others(self, question: Question, words: frozenset[Word]) -> list[str]:
        if question.type in CLOSED_TYPES:
            return [option for option in question.options if option not in words]
        listed = self.questions.languages if question.type is AnswerType.LANGUAGES else self.questions.territories
        return [code for code in listed if code not in words][:1]

    def _quantified(self, condition: Quantified) -> Iterator[Broken]:
        quantifier, where = condition.quantifier, condition.where
        if quantifier is Quantifier.COUNT:
            for what, (low, high) in _bounds(condition.at_least, condition.at_most):
                bounds = (None if low is None else int(low), None if high is None else int(high))
                changed = replace(condition, at_least=bounds[0], at_most=bounds[1])
                yield "bound moved", f"{_told(condition)}: {what}", changed
        elif where is not None:
            for other in (Quantifier.EVERY, Quantifier.SOME, Quantifier.NO):
                if other is not quantifier:
                    what = f"{_told(condition)}: {quantifier.value} to {other.value}"
                    yield "every, some, no", what, replace(condition, quantifier=other)
        else:
            yield "every, some, no", _told(condition), replace(condition, quantifier=Quantifier.NO)
        if where is not None:
            if quantifier is not Quantifier.EVERY:
                yield "part left out", f"where of {_told(condition)}", replace(condition, where=None)
            for kind, what, inner in self.broken(where):
                yield kind, f"{quantifier.value} {condition.group}: {what}", replace(condition, where=inner)

    def _counted(self, condition: StatusCount) -> Iterator[Broken]:
        for what, statuses in _statuses(condition.statuses):
            yield "status changed", what, replace(condition, statuses=statuses)
        for what, (low, high) in _bounds(condition.at_least, condition.at_most):
            bounds = (None if low is None else int(low), None if high is None else int(high))
            yield "bound moved", f"findings: {what}", replace(condition, at_least=bounds[0], at_most=bounds[1])
        for what, selector in _selectors(condition.selector):
            # A selector that selects the same verdicts counts the same.
            if self._selected(selector) != self._selected(condition.selector):
                yield "selection changed", what, replace(condition, selector=selector)

    def _selected(self, selector: Selector) -> frozenset[str]:
        return frozenset(finding.id for finding in self.rulebook.ground if selected(finding, selector))


def _bounds(low: float | None, high: float | None) -> Iterator[tuple[str, tuple[float | None, float | None]]]:
    for step in (-1, 1):
        if low is not None and low + step >= 0:
            yield f"at least {low:g} to {low + step:g}", (low + step, high)
        if high is not None and high + step >= 0:
            yield f"at most {high:g} to {high + step:g}", (low, high + step)
    if low is not None and high is not None:
        yield "without the lower bound", (None, high)
        yield "without the upper bound", (low, None)


def _statuses(statuses: frozenset[Status]) -> Iterator[tuple[str, frozenset[Status]]]:
    for status in Status:
        if status in statuses:
            if len(statuses) > 1:
                yield f"without {status.value}", statuses - {status}
            for other in Status:
                if other not in statuses:
                    yield f"{status.value} to {other.value}", statuses - {status} | {other}


def _selectors(selector: Selector) -> Iterator[tuple[str, Selector]]:
    tracks: Sequence[str] = TRACKS
    if selector.track is not None:
        yield "without the track", replace(selector, track=None)
        for track in tracks:
            if selector.track not in ("any", track):
                yield f"Track {selector.track} to {track}", replace(selector, track=track)
    if selector.umbrella is not None:
        yield "without umbrella", replace(selector, umbrella=None)
        yield "umbrella to its contrary", replace(selector, umbrella=not selector.umbrella)
    if selector.kind is not None:
        yield "without the kind", replace(selector, kind=None)


def _told(condition: Condition) -> str:
    """A condition in a few words, enough to find it."""
    match condition:
        case AnswerTest(ref, Includes(words) | Only(words)):
            return f"{ref.question}: {', '.join(sorted(map(str, words)))}"
        case AnswerTest(ref):
            return f"{ref.question}: a number"
        case Shares(left, right):
            return f"{left.question} with {right.question}"
        case Holds(finding) | StatusIs(finding):
            return finding
        case Not(part):
            return f"not {_told(part)}"
        case All(parts):
            return f"all of {len(parts)}, first {_told(parts[0])}" if parts else "nothing"
        case AnyOf(parts):
            return f"any of {len(parts)}, first {_told(parts[0])}" if parts else "nothing"
        case Quantified(quantifier, group, where):
            return f"{quantifier.value} {group}" + (f" with {_told(where)}" if where else "")
        case StatusCount():
            return "findings counted"

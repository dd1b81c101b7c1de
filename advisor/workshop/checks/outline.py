"""A condition side by side with what is written of it, so that single lines can be named and left out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from advisor.documents import DataPath
from advisor.logic.answers import Includes
from advisor.logic.conditions import All, AnswerTest, AnyOf, Condition, Not, Quantified


@dataclass(frozen=True)
class Line:
    """A condition, or an option in a list of them, and where it is written."""

    condition: Condition
    path: DataPath
    """Where it stands, seen from the whole condition."""
    raw: Any
    lines: tuple["Line", ...] = ()
    """What it is made of."""

    @property
    def listed(self) -> bool:
        """Whether its lines stand beside each other, so that one can be left out."""
        return isinstance(self.condition, All | AnyOf | AnswerTest)

    @property
    def enough(self) -> bool:
        """Whether one of its lines is enough."""
        return isinstance(self.condition, AnyOf | AnswerTest)

    def all(self) -> Iterator[tuple["Line", "Line"]]:
        """Every line that can be left out because others stand beside it, with the list in which they stand."""
        for line in self.lines:
            if self.listed and len(self.lines) > 1:
                yield line, self
            yield from line.all()

    def without(self, out: frozenset[DataPath]) -> Condition | None:
        """The condition without some lines; None where nothing would be left of a list."""
        if not self.lines:
            return self.condition
        kept = [line.without(out) for line in self.lines if line.path not in out]
        parts = tuple(part for part in kept if part is not None)
        if not kept or len(parts) < len(kept):
            return None
        match self.condition:
            case All() | AnyOf():
                return replace(self.condition, parts=parts)
            case Not():
                return Not(parts[0])
            case Quantified():
                return replace(self.condition, where=parts[0])
            case AnswerTest(ref):
                return AnswerTest(ref, Includes(frozenset(word for part in parts for word in _words(part))))
        return self.condition


def outline(condition: Condition, raw: Any, path: DataPath = ()) -> Line:
    """A condition with its lines.

    Args:
        condition: the condition.
        raw: what is written of it.
        path: where that stands.
    """
    return Line(condition, path, raw, tuple(_lines(condition, raw, path)))


def _lines(condition: Condition, raw: Any, path: DataPath) -> Iterator[Line]:
    match condition:
        case All(parts) | AnyOf(parts):
            operator = "all" if isinstance(condition, All) else "any"
            if operator in raw:
                for index, part in enumerate(parts):
                    yield outline(part, raw[operator][index], (*path, operator, index))
            else:
                for key, part in zip(raw, parts, strict=True):
                    yield _test(part, key, raw[key], path)
        case Not(part):
            yield outline(part, raw["not"], (*path, "not"))
        case Quantified(where=part) if part is not None:
            yield outline(part, raw["where"], (*path, "where"))
        case AnswerTest():
            ((key, value),) = raw.items()
            yield from _test(condition, key, value, path).lines


def _test(condition: Condition, key: str, value: Any, path: DataPath) -> Line:
    """A test among several that are written below one another."""
    inner = (*path, key)
    written = {key: value}
    if isinstance(value, dict) and "includes" in value:
        value, inside = value["includes"], (*inner, "includes")
    else:
        inside = inner
    words = value if isinstance(value, list) and all(word in _words(condition) for word in value) else []
    options = (Line(_option(condition, word), (*inside, index), word) for index, word in enumerate(words))
    return Line(condition, inner, written, tuple(options))


def _option(condition: Condition, word: str) -> Condition:
    assert isinstance(condition, AnswerTest)  # noqa: S101 -- only tests have words
    return AnswerTest(condition.ref, Includes(frozenset((word,))))


def _words(condition: Condition) -> frozenset[Any]:
    match condition:
        case AnswerTest(_, Includes(words)):
            return words
    return frozenset()

"""The lines of a comparison, and what is told of each."""

from collections.abc import Iterator
from itertools import groupby

from textual.content import Content

from advisor.comparison import wording
from advisor.comparison.differences import Sort
from advisor.comparison.results import Comparison, ConclusionResult, DifferenceResult, ReasonResult, StandResult
from advisor.initiative.initiative import Initiative
from advisor.interview.plan import Step
from advisor.messages import compare as messages
from advisor.messages.screens import compare as screen
from advisor.rulebook.rulebook import Rulebook
from advisor.tui.findings import BULLET, Asked, Entry, Lead, Proven, heading
from advisor.tui.laid import Columns, Hanging, Laid
from advisor.tui.shown import STATUS_STYLES, shown, shown_lines

_SHARE, _LEAST = 28, 17
"""So many hundredths of a line each side takes, and so many columns at least."""


class Lines:
    """Makes lines of a comparison; they lead into the initiative that is open."""

    def __init__(self, told: Comparison, here: Initiative, rulebook: Rulebook) -> None:
        self.told = told
        self.here = here
        self.findings = rulebook.findings

    def entries(self) -> Iterator[Entry]:
        """What differs in the answers, then in the conclusions."""
        if self.told.differences:
            yield self._titles(messages.ANSWERS)
        for section, found in groupby(self.told.differences, key=lambda one: one.section):
            yield heading(section, "bold")
            yield from map(self._difference, found)
        if lists := wording.coarse(self.told):
            yield heading(lists, "")
        if self.told.conclusions:
            yield self._titles(messages.CONCLUSIONS)
        for reason in self.told.reasons:
            yield heading(wording.cause(self.told, reason))
            yield from self._conclusions(reason.conclusions, reason)
        if self.told.unexplained:
            yield heading(f"{messages.NOT_EXPLAINED}. {messages.WHY_NOT_EXPLAINED}", "bold")
            yield from self._conclusions(self.told.unexplained, None)

    def _titles(self, title: str) -> Entry:
        sides = [shown((side.called, "bold")) for side in self.told.sides]
        return Entry(_Beside(shown((title, "bold $text-accent")), *sides), is_heading=True)

    # Answers

    def _difference(self, one: DifferenceResult) -> Entry:
        line = _Beside(shown(f"{one.number}. {wording.placed(one)}"), shown(one.first), shown(one.second))
        return Entry(line, shown_lines(*self._told_of(one)), self._asked(one))

    def _told_of(self, one: DifferenceResult) -> Iterator[Content]:
        yield shown((wording.placed(one), "bold"))
        yield from self._both(shown(one.first), shown(one.second))
        reasons = sum(one.number in reason.differences for reason in self.told.reasons)
        yield shown((screen.NEEDS.format(number=reasons) if reasons else screen.NEEDS_NOT, "dim"))

    def _asked(self, one: DifferenceResult) -> Lead | None:
        """The question, in the initiative that is open; for an item that is not there its list."""
        part = one.parts[0] if one.parts else ""
        group = one.question.partition(".")[0]
        if one.sort is Sort.ANSWER and (one.item is None or self._is_there(group, part, one.item)):
            return Asked(Step(one.question, one.item), part)
        return Asked(Step(group), part)

    # Conclusions

    def _conclusions(self, found: list[ConclusionResult], reason: ReasonResult | None) -> Iterator[Entry]:
        for place, there in wording.by_place(found):
            if place:
                yield heading(place, "bold")
            for side, alike in wording.together(self.told, there):
                if side is not None:
                    yield heading(wording.only(self.told, side), "bold")
                for one in alike:
                    detail = shown_lines(*self._told_why(one, reason))
                    line = (
                        _Beside(shown(one.says), _stand(one.first), _stand(one.second))
                        if side is None
                        else Hanging(shown(BULLET), shown(wording.alone(self.told, side, one)))
                    )
                    yield Entry(line, detail, self._proven(one))

    def _told_why(self, one: ConclusionResult, reason: ReasonResult | None) -> Iterator[Content]:
        yield shown((one.says, "bold"))
        yield from self._both(_stand(one.first), _stand(one.second))
        if reason is None:
            yield shown((messages.WHY_NOT_EXPLAINED, "dim"))
            return
        yield shown((screen.BECAUSE_OF, "bold"))
        for number in reason.differences:
            because = self.told.differences[number - 1]
            yield shown(f"{number}. {wording.placed(because)}")
            yield from self._both(shown(because.first), shown(because.second), "   ")

    def _both(self, first: Content, second: Content, indent: str = "") -> Iterator[Content]:
        for side, says in zip(self.told.sides, (first, second), strict=True):
            yield shown(indent, (f"{side.called}: ", "bold")) + says

    def _proven(self, one: ConclusionResult) -> Lead | None:
        """The proof, in the initiative that is open; None where it is about what is not there."""
        part = one.parts[0]
        if one.finding is None:
            return None
        group = self.findings[one.finding].for_each
        if group is None:
            return Proven(one.finding, None, part)
        if one.item is None or not self._is_there(group, part, one.item):
            return None
        return Proven(one.finding, one.item, part)

    def _is_there(self, group: str, part: str, item: str) -> bool:
        there = next((view for view in self.here.views if view.id == part), self.here.whole)
        return any(one.id == item for one in there.group(group).items)


def _stand(one: StandResult) -> Content:
    return shown((wording.stands(one), "" if one.filled else STATUS_STYLES.get(str(one.status), "")))


class _Beside(Laid):
    """What differs, and how it is on each side; what is long is cut, since the detail has all of it."""

    def __init__(self, first: Content, *sides: Content) -> None:
        self.first = first
        self.sides = sides

    def __str__(self) -> str:
        return " ".join(map(str, (self.first, *self.sides)))

    def laid(self, width: int) -> Content:
        """Three columns."""
        wide = max(width * _SHARE // 100, _LEAST)
        cells = [shown(" ") + side.truncate(wide - 1, ellipsis=True) for side in self.sides]
        return Columns(self.first, cells, [wide] * len(cells), shown()).laid(width)

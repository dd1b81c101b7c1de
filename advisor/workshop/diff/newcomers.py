"""What schools say that were not there before: all of it is new, so it is told in brief."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from advisor.messages import diff as messages
from advisor.model.finding import Kind
from advisor.text import both
from advisor.workshop.diff.lines import Line
from advisor.workshop.diff.result import EffectResult, StatusChange


def home_of(change: StatusChange) -> str:
    """The school or theme of a finding."""
    return change.finding.partition("/")[0]


def overview(effects: Sequence[EffectResult], schools: Mapping[str, str]) -> Iterator[Line]:
    """What each new school says, and of how many initiatives.

    Args:
        effects: what changes for each of them.
        schools: the titles of the new schools, by their ids.
    """
    for school, title in schools.items():
        counted: dict[str, Counter[str]] = {}
        for change in (change for effect in effects for change in _verdicts(effect, school)):
            counted.setdefault(_name(change), Counter())[change.now] += 1
        told = [messages.VERDICT_FOR.format(id=name, counts=_counts(counter)) for name, counter in counted.items()]
        yield _line(school, title, told, "  ")
        yield Line()


def in_brief(effect: EffectResult, schools: Mapping[str, str]) -> Iterator[Line]:
    """What each new school says of one initiative as a whole."""
    for school, title in schools.items():
        if any(home_of(change) == school for change in effect.findings):
            by_status: dict[str, list[str]] = {}
            for change in _verdicts(effect, school):
                by_status.setdefault(change.now, []).append(_name(change))
            told = [messages.VERDICT_IS.format(ids=both(ids), status=status) for status, ids in by_status.items()]
            yield _line(school, title, told, "    ", "  - ")


def _verdicts(effect: EffectResult, school: str) -> list[StatusChange]:
    of_it = [change for change in effect.findings if home_of(change) == school and change.part is None]
    return [change for change in of_it if change.kind == Kind.VERDICT]


def _name(change: StatusChange) -> str:
    return change.finding.partition("/")[2]


def _counts(counter: Counter[str]) -> str:
    return both(messages.STATUS_FOR.format(status=status, number=number) for status, number in counter.most_common())


def _line(school: str, title: str, told: Sequence[str], further: str, first: str = "") -> Line:
    verdicts = "; ".join(told) or messages.NO_VERDICT
    return Line(messages.SCHOOL_SAYS.format(school=title, verdicts=verdicts, id=school), further, first)

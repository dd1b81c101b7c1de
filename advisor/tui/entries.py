"""The lines of the tabs, and what is told of each."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from textual.content import Content

from advisor.explain.words import inside_a_sentence
from advisor.interview.plan import Step
from advisor.messages import assessment as told
from advisor.messages.screens import assessment as messages
from advisor.messages.screens import everywhere
from advisor.report import wording
from advisor.report.assessment import AdviceResult, Assessment, Event, OpenQuestion
from advisor.text import both
from advisor.tui.findings import BULLET, Asked, Entry, Proven, Tab, heading
from advisor.tui.laid import Hanging
from advisor.tui.scope import Scope
from advisor.tui.shown import shown, shown_lines

_STOP_STYLE = "bold $text-error"
_TOLD_WITH_STEP = "stop"
"""Whoever has to stop is told in the line itself what to do instead."""
_MOST_ASKED = 3
"""So many questions are put where there is nothing to tell yet."""


class Entries:
    """Makes the lines of one view of an assessment."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    # The front page

    def front(self, since: Iterable[Entry] = ()) -> Iterator[Entry]:
        """What it is, what is dangerous, what has changed in that, what matters most, what to find out."""
        scope, front = self.scope, self.scope.front
        yield Entry(self._headline(), self._about_headline(), Tab("schools"))
        for notice in scope.view.notices:
            line = shown((told.NOTE.format(note=notice.says), "dim"))
            yield Entry(line, self._detail(notice), scope.place(notice))
        if scope.stops():
            yield heading(told.STOP, _STOP_STYLE)
            for stop in scope.stops():
                yield self._brief(stop, ("! ", _STOP_STYLE), "bold")
        yield from since
        if not scope.stops() and not front.advice and (scope.view.team or scope.view.goals or scope.view.expectations):
            yield heading(told.NOTHING_TO_CHANGE, "")
        if front.advice:
            yield heading(told.MATTERS_MOST)
            for number, advice in enumerate(front.advice, start=1):
                yield self._brief(advice, (f"{number}. ", ""))
        if front.ask:
            yield heading(told.FIND_OUT if not scope.view.lessons else told.RECORD_SILENT)
            yield from map(self._question, front.ask)

    def _headline(self) -> Content:
        initiative, headline = self.scope.assessment.initiative, self.scope.headline
        lines = [told.RECORDS[initiative.record]]
        if initiative.record == "real" and self.scope.front.advice and not self.scope.view.lessons:
            lines.append(told.MAY_BE_DONE)
        says = everywhere.NO_PICTURE if headline is None else headline.says
        return shown_lines(*(shown((line, "dim")) for line in lines if line), shown((says, "bold")))

    def _about_headline(self) -> Content:
        """Who disagrees, what others have called it, and by which rules it is judged."""
        assessment = self.scope.assessment
        schools = {school.id: school.short for school in self.scope.view.schools}
        dissents = self.scope.headline.dissent if self.scope.headline is not None else []
        lines = [shown(messages.SAYS_NO.format(school=schools[one.school], says=one.says)) for one in dissents]
        if assessment.initiative.published:
            lines.append(shown((told.CALLED_BY_OTHERS, "bold")))
            lines += [shown(label) for label in wording.published(assessment.initiative)]
        if assessment.initiative.review:
            lines.append(shown(told.COMPARED.format(review=assessment.initiative.review)))
        lines += [shown((line, "dim")) for line in wording.receipt(assessment)]
        return shown_lines(*lines)

    def _brief(self, advice: AdviceResult, mark: tuple[str, str], style: str = "") -> Entry:
        part = f"{advice.part}: " if advice.part and self.scope.part is None else ""
        others = both(map(inside_a_sentence, advice.also))
        also = f" {told.SAME_FOR.format(others=others)}" if advice.also else ""
        text = shown((f"{part}{wording.disputed(advice, advice.says)}{also}", style))
        steps = map(_line, wording.next_step(advice) if advice.kind == _TOLD_WITH_STEP else ())
        line = Hanging(shown(mark), shown_lines(text, *steps))
        return Entry(line, self._detail(advice), self.scope.place(advice))

    # The sections

    def sections(self, names: Sequence[str]) -> Iterator[Entry]:
        """The advice of some sections; each has a heading where they are several."""
        for name in names:
            section = [one for one in getattr(self.scope.view, name) if wording.is_told(one, self.scope.view)]
            if section and len(names) > 1:
                yield heading(told.SECTIONS[name])
            yield from self._section(section)

    def _section(self, section: Iterable[AdviceResult]) -> Iterator[Entry]:
        needed = [advice for advice in section if advice.filled != "fully"]
        filled = [advice for advice in section if advice.filled == "fully"]
        for subheading, group in groupby(needed, key=wording.subheading):
            if subheading:
                yield heading(subheading)
            yield from map(self._advice, group)
        if filled:
            yield heading(messages.FILLED)
        for advice in filled:
            line = Hanging(shown(("+ ", "$text-success")), shown(wording.covered(advice)))
            yield Entry(line, self._detail(advice), self.scope.place(advice))

    def _advice(self, advice: AdviceResult) -> Entry:
        text = shown(wording.statement(advice))
        if advice.filled is not None:
            text = shown_lines(text, shown((_who(advice), "dim")))
        return Entry(Hanging(shown(BULLET), text), self._detail(advice), self.scope.place(advice))

    def timeline(self) -> Iterator[Entry]:
        """What is due, and when."""
        view = self.scope.view
        if view.timeline:
            yield heading(told.TIMELINE)
        dated = {(a.id, a.says): a for a in (*view.steps, *view.expectations)}
        for event in view.timeline:
            advice = dated[event.finding, event.says]
            line = Hanging(shown(BULLET), shown(_when(event), event.says))
            yield Entry(line, self._detail(advice), self.scope.place(advice))

    def _detail(self, advice: AdviceResult) -> Content:
        """Everything that is told of a piece of advice besides its line."""
        because = (wording.Told(told.WHY, advice.because),) if advice.because else ()
        lines = (
            *(wording.asked_for(advice) if advice.role else ()),
            *wording.better(advice),
            *(() if advice.kind == _TOLD_WITH_STEP else wording.next_step(advice)),
            *because,
            *wording.dissent(advice),
        )
        rests = shown((wording.rests_on(advice.basis, advice.source), "dim"))
        return shown_lines(*map(_line, lines), rests)

    # What is not known

    def open(self) -> Iterator[Entry]:
        """Every question that something waits for, what matters most first."""
        return map(self._question, self.scope.open)

    def waited_for(self, sections: Sequence[str]) -> Iterator[Entry]:
        """The questions whose answers would fill sections that have nothing to tell yet."""
        questions = self.scope.waited_for(sections)[:_MOST_ASKED]
        if questions:
            yield heading(messages.EMPTY_WAITS, "")
            yield from map(self._question, questions)

    def _question(self, question: OpenQuestion) -> Entry:
        says = told.WITHHELD.format(question=question.says) if question.withheld else question.says
        waiting = dict.fromkeys(self.scope.waiting(question))
        detail = shown_lines(shown((messages.WAITS, "bold")), *(shown(BULLET, text) for text in waiting))
        lead = Asked(Step(question.question, question.item), self.scope.id)
        return Entry(Hanging(shown(("? ", "bold")), shown(says)), detail, lead)


def stops_changed(before: Assessment, now: Assessment) -> Iterator[Entry]:
    """The stops that have gone between two assessments, and those that have come."""
    old, new = _stops(before), _stops(now)
    changes = [
        *((messages.STOP_GONE.format(stop=stop), lead) for stop, lead in old.items() if stop not in new),
        *((messages.STOP_NEW.format(stop=stop), lead) for stop, lead in new.items() if stop not in old),
    ]
    if changes:
        yield heading(messages.SINCE_LAST_LOOK)
    for change, lead in changes:
        yield Entry(Hanging(shown(BULLET), shown(change)), lead=lead)


def _stops(assessment: Assessment) -> dict[str, Proven]:
    """What every stop says, of the whole and of the parts, with where it is proven."""
    found: dict[str, Proven] = {}
    for part, stops in (("", assessment.stops), *((part.id, part.stops) for part in assessment.parts)):
        for stop in stops:
            found.setdefault(stop.says, Proven(stop.id, stop.item, part))
    return found


def _who(advice: AdviceResult) -> str:
    """Who fills a role that still needs somebody, by name alone."""
    for label, wanted in ((messages.PARTLY_BY, ("fully", "partly")), (told.COULD_BE_FILLED_BY, ("could",))):
        if names := [f.name for f in advice.filled_by if f.certain and f.fills in wanted]:
            return str(wording.Told(label, "; ".join(names)))
    return str(wording.filled_by(advice))


def _when(event: Event) -> tuple[str, str]:
    return (f"{event.date}, {event.when}: " if event.date else f"{event.when}: ", "bold")


def _line(line: wording.Told) -> Content:
    return shown((f"{line.label}: ", "bold"), line.says) if line.label else shown(line.says)

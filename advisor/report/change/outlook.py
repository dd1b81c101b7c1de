"""What would change a conclusion, and what is still possible of it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from advisor.explain.words import Wordings, status_word
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Item
from advisor.logic.conditions import Condition, Status
from advisor.logic.evaluate import STATUS_OF, evaluate
from advisor.logic.truth import Truth
from advisor.messages import change as messages
from advisor.model.entry import BASE_LANGUAGE
from advisor.model.finding import Finding, Kind
from advisor.reference import Reference
from advisor.report.change.effects import Effects
from advisor.report.change.results import ChangeResult, Outlook, OutlookReport, Turn, Way
from advisor.report.change.telling import Telling
from advisor.report.standings import Standings
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.words import Words
from advisor.text import both, either
from advisor.whatif.changes import Change, changes
from advisor.whatif.goals import Settles
from advisor.whatif.outcomes import Concluded
from advisor.whatif.prospects import Prospects

_BY = ("choice", "finding out", "other facts")
_NOT_YET = {
    Truth.TRUE: (Truth.FALSE,),
    Truth.FALSE: (Truth.TRUE,),
    Truth.UNKNOWN: (Truth.TRUE, Truth.FALSE),
    Truth.CONTESTED: (Truth.TRUE, Truth.FALSE),
}
"""What a conclusion could come to that it has not come to yet."""


class Outlooks:
    """What would change conclusions about one initiative."""

    def __init__(self, rulebook: Rulebook, initiative: Initiative, language: str = BASE_LANGUAGE) -> None:
        self.rulebook = rulebook
        self.initiative = initiative
        self.words = Wordings(rulebook.questions, language)
        self.sorts = Words(rulebook)
        self.reference = Reference(rulebook, initiative)
        self.standings = Standings(rulebook, self.reference, self.words)
        self._telling = Telling(initiative, self.words)
        self._effects = Effects(initiative, self.reference, self.words)

    def report(self, about: Concluded) -> OutlookReport:
        """What would change one conclusion, with what it is about."""
        return OutlookReport(initiative=self.initiative.name, outlooks=[self.of(about)])

    def of_the_headline(self, part: str = "") -> OutlookReport:
        """What would change which tracks are named: of one part, or of each, or of what has no parts."""
        views = [self.initiative.view(part)] if part else self.initiative.parts_or_itself
        named = [one for one in self.rulebook.by_kind[Kind.HEADLINE] if one.tracks and one.scope == "part"]
        told = [self.of(Concluded(one.id, view.id)) for view in views for one in named]
        return OutlookReport(initiative=self.initiative.name, outlooks=told)

    def of(self, about: Concluded) -> Outlook:
        """What would change one conclusion."""
        finding = self.rulebook.findings[about.finding]
        value = self.reference.judge(about.finding, about.part, about.item)
        view = self.initiative.view(about.part)
        item = next((one for one in self.standings.items(finding, view) if one and one.id == about.item), None)
        possible = self._prospects.possible(about) if value is Truth.UNKNOWN else ()
        return Outlook(
            finding=finding.id,
            part=about.part,
            item=about.item,
            status=status_word(finding.kind, STATUS_OF[value]),
            says=self._says(finding, view, item, value),
            possible=[status_word(finding.kind, status) for status in possible],
            settled=status_word(finding.kind, possible[0]) if len(possible) == 1 else None,
            turns=[self._turn(finding, about, to) for to in _NOT_YET[value]],
        )

    def _says(self, finding: Finding, view: View, item: Item | None, value: Truth) -> str:
        if _voice(finding) == Kind.HEADLINE.value:
            template = messages.NAMED if value is Truth.TRUE else messages.NOT_NAMED
            return " ".join((template.format(tracks=_tracks(finding)), *self._doubts(finding, view)))
        return str(self.standings.brief(finding, view, item)["says"])

    def _doubts(self, finding: Finding, view: View) -> Iterator[str]:
        """The schools for which it is open, or disputed, whether it is on a track."""
        for status, template in messages.DOUBTS.items():
            schools = [
                self.words.text(self.rulebook.homes[verdict.home].short)
                for verdict in self.rulebook.by_kind[Kind.VERDICT]
                if set(verdict.tracks) & set(finding.tracks)
                and not verdict.umbrella
                and self.standings.status_of(verdict, view, None).value == status
            ]
            if schools:
                yield template.format(schools=both(dict.fromkeys(schools)))

    @cached_property
    def _prospects(self) -> Prospects:
        return Prospects(self.rulebook, self.initiative, self.sorts)

    def _turn(self, finding: Finding, about: Concluded, to: Truth) -> Turn:
        disputed = self.reference.judge(about.finding, about.part, about.item) is Truth.CONTESTED
        goal = Settles(about, to, self._gate(finding, about), may_add=not disputed)
        found = changes(self.rulebook, self.initiative, goal, self.sorts)
        harmless = (self._harmless(change, finding) for change in found.changes)
        told = [self._told(change, about) for change in harmless if change is not None]
        status = STATUS_OF[to]
        return Turn(
            status=status_word(finding.kind, status),
            says=self._heading(finding, status),
            changes=sorted(told, key=_cheapest_first),
            complete=found.complete,
            example=None if told else self._example(goal),
        )

    def _gate(self, finding: Finding, about: Concluded) -> Condition | None:
        """Where anything of this sort is advised at all, what has to stay so: else all of it would go together."""
        gate = self.rulebook.homes[finding.home].applies_when
        if gate is None:
            return None
        applies = evaluate(gate, self.reference.world(finding, about.part, about.item)).told_true
        return gate if applies else None

    def _harmless(self, change: Change, finding: Finding) -> Change | None:
        """A change without the ways that would bring a stop, if there are others; none where none counts."""
        ways = change.ways
        if finding.kind is Kind.HEADLINE:
            ways = tuple(way for way in ways if not self._effects.opens(way, finding.tracks))
        harmless = tuple(way for way in ways if not self._effects.stops(way))
        if finding.kind is Kind.STOP:
            ways = harmless = tuple(way for way in harmless if not self._effects.ends_it(way))
        return replace(change, ways=harmless or ways) if ways else None

    def _told(self, change: Change, about: Concluded) -> ChangeResult:
        way = self._telling.simplest(change.ways)
        return self._telling.change(change, self._effects.verdicts(way, about), self._effects.stops(way))

    def _example(self, goal: Settles) -> Way | None:
        """Answers to what is open that would bring a conclusion where no few answers can."""
        witness = self._prospects.witness(goal)
        return Way(answers=list(self._telling.answers(witness))) if witness else None

    def _heading(self, finding: Finding, status: Status) -> str:
        """What a conclusion would come to."""
        school = self.words.text(self.rulebook.homes[finding.home].short)
        return messages.IF[_voice(finding)][status.value].format(tracks=_tracks(finding), school=school)


def _tracks(finding: Finding) -> str:
    template = messages.BROADLY if finding.umbrella else messages.TRACK
    return either(template.format(track=track) for track in finding.tracks)


def _voice(finding: Finding) -> str:
    """How it is told what a finding would come to."""
    if finding.kind in (Kind.VERDICT, Kind.HEADLINE) and finding.tracks:
        return finding.kind.value
    if finding.kind is Kind.STOP:
        return "stop"
    return "other" if finding.weight is None else "advice"


def _cheapest_first(change: ChangeResult) -> tuple[int, bool, int, int]:
    """What can be chosen first; then what brings no stop, takes the fewest answers, has the fewest other effects."""
    return _BY.index(change.by), bool(change.brings), len(change.ways[0].answers), len(change.also)

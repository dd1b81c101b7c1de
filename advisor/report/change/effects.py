"""What else a change would bring: other verdicts, and stops."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from advisor.explain.words import VERDICT_WORDS, Wordings
from advisor.initiative.initiative import Initiative, View
from advisor.logic.conditions import Status
from advisor.logic.evaluate import STATUS_OF
from advisor.logic.truth import Truth
from advisor.messages import change as messages
from advisor.messages.proof import STATUS
from advisor.model.finding import Finding, Kind
from advisor.reference import Reference
from advisor.report.rulebook.links import Links
from advisor.rulebook.rulebook import Rulebook
from advisor.text import either
from advisor.whatif.moves import Move, moved
from advisor.whatif.outcomes import Concluded

_WORDS = {status: STATUS[word] for status, word in VERDICT_WORDS.items()}


class Effects:
    """What changes of one initiative would bring besides what they are to bring about."""

    def __init__(self, initiative: Initiative, reference: Reference, words: Wordings) -> None:
        self.rulebook: Rulebook = reference.rulebook
        self.initiative = initiative
        self.reference = reference
        self.words = words

    def verdicts(self, way: Iterable[Move], about: Concluded) -> list[str]:
        """What each school would come to say that it does not say now, a line for each."""
        changed = self._after(way)
        others = [view for view in self.initiative.parts if view.id != about.part]
        return [*self._by_school(changed, about), *(line for view in others for line in self._elsewhere(changed, view))]

    def _by_school(self, changed: Reference, about: Concluded) -> Iterator[str]:
        for school in self.rulebook.schools:
            verdicts = [v for v in self.rulebook.of_kind(school.id, Kind.VERDICT) if v.id != about.finding]
            those = [
                self._verdict(verdict, STATUS_OF[changed.judge(verdict.id, about.part)])
                for verdict in verdicts
                if self._turns(verdict, about.part, changed)
            ]
            if those:
                yield messages.SCHOOL.format(school=self.words.text(school.short), verdicts=", ".join(those))

    def _elsewhere(self, changed: Reference, view: View) -> Iterator[str]:
        """How many verdicts would be others in another part."""
        number = sum(self._turns(verdict, view.id, changed) for verdict in self.rulebook.by_kind[Kind.VERDICT])
        if number:
            template = messages.ONE_ELSEWHERE if number == 1 else messages.SOME_ELSEWHERE
            yield template.format(part=view.name, number=number)

    def _turns(self, verdict: Finding, part: str, changed: Reference) -> bool:
        return changed.judge(verdict.id, part) is not self.reference.judge(verdict.id, part)

    def stops(self, way: Iterable[Move]) -> list[str]:
        """The stops that it would bring, in their own words."""
        moves = list(way)
        asked = {move.spot.question for move in moves}
        concerned = [stop for stop in self.rulebook.by_kind[Kind.STOP] if asked & self._asked[stop.id]]
        if not concerned:
            return []
        changed = self._after(moves)
        return list(dict.fromkeys(says for stop in concerned for says in self._brought(stop, changed)))

    def ends_it(self, way: Iterable[Move]) -> bool:
        """Whether it would be on no track any more, so that nothing is left of what is judged."""
        none = [one.id for one in self.rulebook.by_kind[Kind.HEADLINE] if one.agreement == "none"]
        changed = self._after(way)
        places = [(one, view.id) for one in none for view in self.initiative.parts_or_itself]
        return any(changed.judge(*at).told_true and not self.reference.judge(*at).told_true for at in places)

    def opens(self, way: Iterable[Move], tracks: Iterable[str]) -> bool:
        """Whether a school that names one of these tracks could then not tell any more."""
        changed, named = self._after(way), set(tracks)
        return any(
            self.reference.judge(verdict.id, view.id).told_true and changed.judge(verdict.id, view.id) is Truth.UNKNOWN
            for verdict in self.rulebook.by_kind[Kind.VERDICT]
            if named & set(verdict.tracks)
            for view in self.initiative.parts_or_itself
        )

    def _brought(self, stop: Finding, changed: Reference) -> Iterator[str]:
        before = set(self.reference.places(stop))
        for part, item in changed.places(stop):
            stands = changed.judge(stop.id, part, item).told_true
            stood = (part, item) in before and self.reference.judge(stop.id, part, item).told_true
            if stands and not stood:
                about = None if stop.for_each is None else changed.item(part, stop.for_each, str(item))
                yield self.words.statement(stop, Status.MET, about)

    def _verdict(self, verdict: Finding, status: Status) -> str:
        track = messages.BROADLY if verdict.umbrella else messages.TRACK
        named = either(track.format(track=one) for one in verdict.tracks)
        says = named or f"“{self.words.text(verdict.statement).rstrip('.')}”"
        return messages.VERDICT.format(says=says, status=_WORDS[status])

    def _after(self, way: Iterable[Move]) -> Reference:
        return Reference(self.rulebook, moved(self.initiative, way, self.rulebook.questions))

    @cached_property
    def _asked(self) -> dict[str, frozenset[str]]:
        """The questions on which each stop rests."""
        links = Links(self.rulebook)
        stops = self.rulebook.by_kind[Kind.STOP]
        return {stop.id: frozenset((*links.asks(stop), *links.asks_through(stop))) for stop in stops}

"""The conclusions that differ, in words."""

from collections.abc import Iterator, Sequence

from advisor.comparison.answers import Places
from advisor.comparison.judged import HEADLINE, Judged, Key, Settled
from advisor.comparison.results import ConclusionResult, StandResult
from advisor.explain.answers import capital, named
from advisor.explain.fillers import fillers
from advisor.explain.missing import Searcher
from advisor.explain.words import inside_a_sentence, status_word, told_alone
from advisor.initiative.initiative import View
from advisor.logic.answers import Item
from advisor.logic.conditions import Status
from advisor.messages import assessment as page
from advisor.messages import compare as messages
from advisor.messages import rulebook
from advisor.model.entry import Wording
from advisor.model.finding import Finding, Kind
from advisor.report.assessment import SchoolResult, VerdictResult
from advisor.report.plain.lines import told_status
from advisor.report.wording import verdict_title
from advisor.text import both

_HOLDS = (Status.MET, Status.CONTESTED)


class ConclusionWords:
    """Tells what is concluded otherwise of two initiatives."""

    def __init__(self, first: Judged, second: Judged) -> None:
        self.sides = (first, second)
        self.words = first.judge.words
        self.findings = first.judge.rulebook.findings
        self.places = Places(first.initiative, second.initiative)
        schools = first.picture.schools
        self._titles = {verdict.id: verdict_title(school, verdict) for school, verdict in _verdicts(schools)}

    def told(self, keys: Sequence[Key]) -> Iterator[ConclusionResult]:
        """The conclusions; those that differ alike in several phases and strands together."""
        alike: dict[tuple[str, str | None, str, StandResult, StandResult], list[str]] = {}
        for key in keys:
            first, second = (self._stands(key, side) for side in self.sides)
            alike.setdefault((key.finding, key.item, self._says(key), first, second), []).append(key.part)
        for (finding, item, says, first, second), parts in alike.items():
            yield ConclusionResult(
                kind=self.findings[finding].kind.value if finding else "headline",
                finding=finding or None,
                item=item,
                parts=parts,
                where=self.places.named(parts),
                says=says,
                first=first,
                second=second,
            )

    # What is concluded

    def _says(self, key: Key) -> str:
        if key.finding == HEADLINE:
            return messages.HEADLINE
        finding = self.findings[key.finding]
        if finding.kind is Kind.VERDICT:
            return self._titles[finding.id]
        if finding.role is not None:
            need = page.STANCES[str(finding.stance)].lower()
            return page.ROLE.format(role=self._filled(finding, finding.role, key), need=need)
        says = told_alone(self._filled(finding, finding.statement, key))
        heading = page.STANCES.get(str(finding.stance)) or messages.OF_KIND.get(finding.kind.value, "")
        return messages.ADVICE.format(heading=heading, says=says) if heading and not says.startswith(heading) else says

    def _filled(self, finding: Finding, wording: Wording, key: Key) -> str:
        """What a finding says of an item; where items cannot be told apart, of any."""
        text = self.words.text(wording)
        if finding.for_each is None:
            return text
        if key.item is not None:
            return self.words.filled(text, finding.for_each, self._item(finding.for_each, key))
        item = self.words.questions.groups[finding.for_each].item.replace("_", " ").replace("-", " ")
        return capital(named(text, rulebook.THIS.format(item=item)))

    def _item(self, group: str, key: Key) -> Item:
        """An item as it stands in the second, or in the first where it is only there."""
        views = (side.initiative.view(key.part) for side in reversed(self.sides))
        return next(item for view in views for item in view.group(group).items if item.id == key.item)

    # How it stands

    def _stands(self, key: Key, side: Judged) -> StandResult:
        settled = side.settled(key)
        if settled is None:
            return StandResult(status=None, says=messages.NOT_THERE)
        if settled.status is None:
            return StandResult(status=None, says=settled.says or messages.NO_HEADLINE)
        finding = self.findings[key.finding]
        status = status_word(finding.kind, settled.status)
        word = told_status(finding.kind.value, status)
        if settled.filled is not None:
            return StandResult(status=status, says=word, filled=self._filled_by(finding, key, side, settled.filled))
        if finding.for_each is None or key.item is not None or settled.status not in _HOLDS:
            return StandResult(status=status, says=word)
        who = self._of_whom(finding, side.initiative.view(key.part), side, settled)
        return StandResult(status=status, says=word, who=who)

    def _of_whom(self, finding: Finding, view: View, side: Judged, settled: Settled) -> str:
        """The items of which it holds."""
        group = str(finding.for_each)
        judged = ((item, side.settled(Key(finding.id, view.id, item.id))) for item in view.group(group).items)
        found = (item for item, one in judged if one is not None and one.status is settled.status)
        return both(inside_a_sentence(self.words.item_name(group, item)) for item in found)

    def _filled_by(self, finding: Finding, key: Key, side: Judged, how: str) -> str:
        """Who fills a role, and how well."""
        found = fillers(Searcher(side.reference, self.words), finding, key.part, key.item)
        names = both(inside_a_sentence(one.name) for one in found if one.certain and one.fills == how)
        filled = messages.NEED_FILLED[how]
        return messages.FILLED_BY.format(filled=filled, names=names) if names else filled


def _verdicts(schools: Sequence[SchoolResult]) -> Iterator[tuple[SchoolResult, VerdictResult]]:
    yield from ((school, verdict) for school in schools for verdict in school.verdicts)

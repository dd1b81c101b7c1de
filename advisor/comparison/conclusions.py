"""The conclusions that differ, in words."""

from collections.abc import Iterator, Sequence

from advisor.comparison.answers import Places
from advisor.comparison.judged import HEADLINE, Judged, Key, Settled
from advisor.comparison.results import ConclusionResult
from advisor.explain.answers import capital, named
from advisor.explain.fillers import Filler, fillers
from advisor.explain.missing import Searcher
from advisor.explain.words import status_word, told_alone
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
        alike: dict[tuple[str, str | None, str, str, str], list[Key]] = {}
        for key in keys:
            first, second = (self._stands(key, side) for side in self.sides)
            alike.setdefault((key.finding, key.item, self._says(key), first, second), []).append(key)
        for (finding, item, says, first, second), found in alike.items():
            parts = [key.part for key in found]
            statuses = [self._status(found[0], side) for side in self.sides]
            yield ConclusionResult(
                kind=self.findings[finding].kind.value if finding else "headline",
                finding=finding or None,
                item=item,
                parts=parts,
                says=self.places.named(says, parts),
                first=first,
                second=second,
                first_status=statuses[0],
                second_status=statuses[1],
            )

    def _status(self, key: Key, side: Judged) -> str | None:
        settled = side.settled(key)
        if settled is None or settled.status is None:
            return None
        return status_word(self.findings[key.finding].kind, settled.status)

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
        return messages.ADVICE.format(heading=heading, says=says) if heading else says

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

    def _stands(self, key: Key, side: Judged) -> str:
        settled = side.settled(key)
        if settled is None:
            return messages.NOT_THERE
        if settled.status is None:
            return settled.says or messages.NO_HEADLINE
        finding = self.findings[key.finding]
        word = told_status(finding.kind.value, status_word(finding.kind, settled.status))
        if settled.filled is not None:
            return messages.NEEDED.format(status=word, filled=self._who(finding, key, side, settled))
        view = side.initiative.view(key.part)
        if finding.for_each is not None and key.item is None and settled.status in _HOLDS:
            return messages.STATUS_OF.format(status=word, names=self._of_whom(finding, view, side, settled))
        return word

    def _of_whom(self, finding: Finding, view: View, side: Judged, settled: Settled) -> str:
        """The items of which it holds."""
        group = str(finding.for_each)
        items = (i for i in view.group(group).items if side.settled(Key(finding.id, view.id, i.id)) == settled)
        return both(self.words.item_name(group, item) for item in items)

    def _who(self, finding: Finding, key: Key, side: Judged, settled: Settled) -> str:
        """Who fills a role."""
        found = fillers(Searcher(side.reference, self.words), finding, key.part, key.item)
        there: list[Filler] = [one for one in found if one.certain and one.fills == settled.filled]
        names = both(one.name for one in there)
        filled = messages.NEED_FILLED[str(settled.filled)]
        return messages.FILLED_BY.format(filled=filled, names=names) if names else filled


def _verdicts(schools: Sequence[SchoolResult]) -> Iterator[tuple[SchoolResult, VerdictResult]]:
    yield from ((school, verdict) for school in schools for verdict in school.verdicts)

"""Through which rule a change comes: what was changed itself, furthest from the conclusion."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from advisor.messages import diff as messages
from advisor.model.entry import in_language
from advisor.report.rulebook.links import Links
from advisor.rulebook.advice import ADVICE
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.canonical import canonical
from advisor.workshop.diff.meaning import meaning_of

_DECIDES = ("when", "not_when", "filled_by", "for_each", "scope", "tracks", "umbrella", "agreement", "kind")
"""What of a finding bears on how it and others settle."""


class Causes:
    """Knows between two rulebooks which findings and questions were changed so that something may settle otherwise."""

    def __init__(self, old: Links, new: Links) -> None:
        self.old, self.new = old.rulebook, new.rulebook
        self._links = (old, new)

    @cached_property
    def findings(self) -> frozenset[str]:
        """The findings that were added, removed, or changed in what decides."""
        names = {*self.old.findings, *self.new.findings}
        return frozenset(name for name in names if _decides(name, self.old) != _decides(name, self.new))

    @cached_property
    def asked_alike(self) -> bool:
        """Whether the same file of answers reads the same with both: questions, lists and tables are as they were."""
        return _questionnaire(self.old) == _questionnaire(self.new)

    @cached_property
    def reach(self) -> frozenset[str]:
        """Every finding that may settle otherwise, or be filled by others: nothing else needs to be looked at.

        That is what was changed and whatever builds on it, in either state. Where questions or lists were changed,
        the same initiative may read otherwise, and that may be anything.
        """
        if not self.asked_alike:
            return frozenset((*self.old.findings, *self.new.findings))
        reached = dict.fromkeys(self.findings)
        waiting = list(reached)
        for name in waiting:
            fresh = [other for other in self._built_on_by(name) if other not in reached]
            reached.update(dict.fromkeys(fresh))
            waiting += fresh
        return frozenset(reached)

    @cached_property
    def questions(self) -> frozenset[str]:
        """The questions that were changed in when they matter."""
        sides = [{q.id: q.ask_when and canonical(q.ask_when) for q in b.questions.all()} for b in (self.old, self.new)]
        return frozenset(id_ for id_ in {*sides[0], *sides[1]} if sides[0].get(id_, "") != sides[1].get(id_, ""))

    def through(self, findings: Iterable[str], otherwise: Collection[str]) -> list[str]:
        """Where a change of some findings comes from.

        Args:
            findings: what settles otherwise.
            otherwise: every finding that settles otherwise for the same initiative.

        Returns:
            The ids of the changed findings furthest from them, or the changed questions that they hang on.
        """
        seen: set[str] = set()
        found = {cause for finding in findings for cause in self._of(finding, otherwise, seen)}
        return sorted(found) or [messages.LISTS_CHANGED]

    def _of(self, finding: str, otherwise: Collection[str], seen: set[str]) -> Iterator[str]:
        if finding in seen:
            return
        seen.add(finding)
        upstream = [other for other in self._builds_on(finding) if other in otherwise]
        found = [cause for other in upstream for cause in self._of(other, otherwise, seen)]
        if found or any(other in seen for other in upstream):
            yield from found
        elif finding in self.findings:
            yield finding
        else:
            yield from self._asked(finding)

    def _built_on_by(self, finding: str) -> Iterator[str]:
        for book, links in zip((self.old, self.new), self._links, strict=True):
            if finding in book.findings:
                yield from (other.id for other in links.built_on_by(book.findings[finding]))

    def _builds_on(self, finding: str) -> Iterator[str]:
        for book, links in zip((self.old, self.new), self._links, strict=True):
            if finding in book.findings:
                yield from (other.id for other in links.builds_on(book.findings[finding]))

    def _asked(self, finding: str) -> Iterator[str]:
        """The changed questions that a finding hangs on, in words."""
        for book, links in zip((self.old, self.new), self._links, strict=True):
            if finding in book.findings:
                for question in links.asks(book.findings[finding]):
                    if question in self.questions:
                        prompt = in_language(book.questions.find(question).prompt)
                        yield messages.QUESTION.format(prompt=prompt)


def _questionnaire(rulebook: Rulebook) -> object:
    """What the answers of an initiative hang on, and the tables in which they are looked up."""
    questions = rulebook.questions
    asked = [{**vars(question), "place": None} for question in questions.all()]
    items = {group.id: group.item for group in questions.groups.values()}
    return asked, items, questions.languages, questions.territories, rulebook.tables


def _decides(name: str, rulebook: Rulebook) -> object:
    finding = rulebook.findings.get(name)
    if finding is None:
        return None
    says = meaning_of(finding, rulebook)
    gate = rulebook.homes[finding.home].applies_when
    gated = gate is not None and finding.kind in ADVICE
    return [says[field] for field in _DECIDES], canonical(gate) if gated and gate is not None else None

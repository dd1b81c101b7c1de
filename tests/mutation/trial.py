"""Whether anything notices a break: a case that fails, or an initiative for which `rules diff` tells a change.

A break is looked for only where it shows: findings are judged again that are broken or build on what is, and only for
the cases and initiatives in which the broken one itself settles otherwise. Nothing else can have changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from advisor.engine.run import Engine
from advisor.explain.fillers import fillers
from advisor.explain.missing import Searcher
from advisor.explain.words import Wordings
from advisor.facts import asserted
from advisor.initiative.initiative import Initiative
from advisor.logic.evaluate import evaluate
from advisor.logic.truth import Truth, told
from advisor.model.entry import BASE_LANGUAGE
from advisor.model.finding import Finding, Kind
from advisor.reference import Reference
from advisor.report.assessment import Picture
from advisor.report.picture import picture
from advisor.report.rulebook.links import Links
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.cases.case import Case, ExpectedFilling, ExpectedHeadline
from tests.mutation.mutants import Mutant

Place = tuple[str, str | None]
"""A view, and an item."""
_UNTOLD = (Kind.PREMISE, Kind.HEADLINE)


@dataclass(frozen=True)
class Fate:
    """What became of a break."""

    mutant: Mutant
    by_cases: bool
    by_initiatives: bool

    @property
    def survived(self) -> bool:
        """Whether nothing noticed it."""
        return not (self.by_cases or self.by_initiatives)


class _Other(Reference):
    """Judges by another rulebook what a reference has judged already, with the same answers."""

    def __init__(self, rulebook: Rulebook, base: Reference) -> None:
        self.rulebook = rulebook
        self.initiative = base.initiative
        self.views = base.views
        self._items = base._items  # noqa: SLF001 -- the same answers have the same items
        self._judged = {}
        self._selected = {}


class Sample:
    """A case or an initiative, as the unbroken rules judge it."""

    def __init__(self, rulebook: Rulebook, initiative: Initiative, case: Case | None = None) -> None:
        self.rulebook = rulebook
        self.initiative = initiative
        self.case = case
        self.base = Reference(rulebook, initiative)
        self._places: dict[str, list[Place]] = {}

    def places(self, finding: Finding) -> list[Place]:
        """Where a finding is judged."""
        if finding.id not in self._places:
            self._places[finding.id] = list(self.base.places(finding))
        return self._places[finding.id]

    def changed(self, finding: Finding, other: Reference) -> list[Place]:
        """Where a finding settles otherwise by another rulebook."""
        return [
            place
            for place in self.places(finding)
            if other.judge(finding.id, *place) is not self.base.judge(finding.id, *place)
        ]

    def settles_otherwise(self, broken: Finding) -> bool:
        """Whether a broken finding settles otherwise here. It builds only on others, which are not broken."""
        for place in self.places(broken):
            world = self.base.world(broken, *place)
            value = evaluate(broken.when, world)
            if broken.not_when is not None:
                value = told(value.told_true, evaluate(broken.not_when, world).told_true)
            if value is not self.base.judge(broken.id, *place):
                return True
        return False

    @cached_property
    def searcher(self) -> Searcher:
        """Who looks for the people who fill a role."""
        return Searcher(self.base, Wordings(self.base.rulebook.questions, BASE_LANGUAGE))

    @cached_property
    def has_headline(self) -> bool:
        """Whether anybody looks at the headline."""
        return self.case is None or any(isinstance(one, ExpectedHeadline) for one in self.case.expected)

    @cached_property
    def expected(self) -> frozenset[tuple[str, str, str | None]]:
        """The statuses that the case names."""
        statuses = self.case.statuses() if self.case else ()
        return frozenset((one.finding, one.part, one.item) for one in statuses)


class Jury:
    """All cases and initiatives, and what they notice."""

    def __init__(self, rulebook: Rulebook, cases: list[Case], initiatives: list[Initiative]) -> None:
        self.rulebook = rulebook
        self._cases = [Sample(rulebook, case.initiative, case) for case in cases]
        self._initiatives = [Sample(rulebook, initiative) for initiative in initiatives]
        self._naming: dict[str, list[Sample]] = {}
        for sample in self._cases:
            for name in {one[0] for one in sample.expected}:
                self._naming.setdefault(name, []).append(sample)
        self._engine = Engine(rulebook)
        self._broken_engine: Engine | None = None
        links = Links(rulebook)
        self._built_on_by: dict[str, list[str]] = {}
        for finding in rulebook.findings.values():
            for used in links.builds_on(finding):
                self._built_on_by.setdefault(used.id, []).append(finding.id)

    def fate(self, mutant: Mutant) -> Fate:
        """What becomes of a break. Initiatives are asked only if no case notices it."""
        # Those that name the broken finding are the likeliest to notice.
        near = self._naming.get(mutant.of, [])
        if any(self._notices(sample, mutant) for sample in (*near, *self._cases)):
            return Fate(mutant, by_cases=True, by_initiatives=False)
        return Fate(mutant, by_cases=False, by_initiatives=any(self._notices(s, mutant) for s in self._initiatives))

    def _notices(self, sample: Sample, mutant: Mutant) -> bool:
        if mutant.where.startswith("filled_by"):
            return self._notices_filling(sample, mutant)
        if mutant.where in ("track", "umbrella", "agreement"):
            return self._notices_headline(sample, mutant)
        if mutant.where == "ask_when":
            return self._notices_question(sample, mutant)
        changed = [finding for finding in self._broken(mutant) if sample.settles_otherwise(finding)]
        return bool(changed) and self._shows(sample, _Other(mutant.rulebook, sample.base), changed)

    def _broken(self, mutant: Mutant) -> Iterator[Finding]:
        """The broken findings, as they are broken."""
        if mutant.where == "applies_when":
            yield from map(mutant.rulebook.findings.__getitem__, self.rulebook.homes[mutant.of].findings)
        else:
            yield mutant.rulebook.findings[mutant.of]

    def _shows(self, sample: Sample, other: Reference, broken: list[Finding]) -> bool:
        """Whether what settles otherwise is expected or told, itself or through others."""
        reached = self._reached(broken)
        if sample.case is None:
            told = any(f.kind not in _UNTOLD and sample.changed(f, other) for f in reached.values())
        else:
            expected = ((one[0], one[1:]) for one in sample.expected if one[0] in reached)
            told = any(other.judge(f, *at) is not sample.base.judge(f, *at) for f, at in expected)
        if told or not sample.has_headline:
            return told
        heads = (f for f in reached.values() if f.kind is Kind.VERDICT or f.agreement is not None)
        return any(sample.changed(f, other) for f in heads) and self._headline_changed(sample, other.rulebook)

    def _reached(self, broken: list[Finding]) -> dict[str, Finding]:
        """The broken findings and all that build on them, those nearest to them first."""
        reached = {finding.id: finding for finding in broken}
        waiting = list(reached)
        for name in waiting:
            fresh = [other for other in self._built_on_by.get(name, ()) if other not in reached]
            reached |= {other: self.rulebook.findings[other] for other in fresh}
            waiting += fresh
        return reached

    def _headline_changed(self, sample: Sample, rulebook: Rulebook) -> bool:
        before, now = (picture(one, sample.initiative) for one in (self._engine, self._compiled(rulebook)))
        if sample.case is None:
            views = [(before.headline, now.headline)]
            views += [(a.headline, b.headline) for a, b in zip(before.parts, now.parts, strict=True)]
            return any(a != b for a, b in views)
        return any(
            _came(before, one.part) != _came(now, one.part)
            for one in sample.case.expected
            if isinstance(one, ExpectedHeadline)
        )

    def _compiled(self, rulebook: Rulebook) -> Engine:
        """The engine of a broken rulebook, kept while that one is looked at."""
        if self._broken_engine is None or self._broken_engine.rulebook is not rulebook:
            if self._broken_engine is not None:
                self._broken_engine.close()
            self._broken_engine = Engine(rulebook)
        return self._broken_engine

    def _notices_headline(self, sample: Sample, mutant: Mutant) -> bool:
        """Of a verdict's track, or of what a headline stands for, only the headline tells, or who counts verdicts."""
        finding = self.rulebook.findings[mutant.of]
        settled = {sample.base.judge(mutant.of, *place) for place in sample.places(finding)}
        if sample.has_headline and settled != {Truth.UNKNOWN} and self._headline_changed(sample, mutant.rulebook):
            return True
        if finding.kind is Kind.HEADLINE:
            return False
        return self._shows(sample, _Other(mutant.rulebook, sample.base), [finding])

    def _notices_filling(self, sample: Sample, mutant: Mutant) -> bool:
        finding = mutant.rulebook.findings[mutant.of]
        expected = [one for one in sample.case.expected if isinstance(one, ExpectedFilling)] if sample.case else []
        wanted = {("", one.item) for one in expected if one.finding == mutant.of}
        for view, item in sample.places(finding):
            if sample.case is None:
                if sample.base.judge(mutant.of, view, item) is not Truth.TRUE:
                    continue
            elif (view, item) not in wanted:
                continue
            sides = (
                fillers(sample.searcher, self.rulebook.findings[mutant.of], view, item),
                fillers(sample.searcher, finding, view, item),
            )
            if sides[0] != sides[1]:
                return True
        return False

    def _notices_question(self, sample: Sample, mutant: Mutant) -> bool:
        views = {view.id: view for view in asserted(sample.initiative, mutant.rulebook)}
        if views == sample.base.views:
            return False
        other = Reference(mutant.rulebook, sample.initiative)
        changed = [finding for finding in self.rulebook.findings.values() if sample.changed(finding, other)]
        return bool(changed) and self._shows(sample, other, changed)


def _came(seen: object, part: str) -> object:
    assert isinstance(seen, Picture)
    headline = next(one.headline for one in seen.parts if one.id == part) if part else seen.headline
    return None if headline is None else (headline.tracks, headline.agreement)

"""From settled findings to advice, by section."""

from collections.abc import Iterable, Mapping, Sequence

from advisor.explain.fillers import Filler, Fit, fillers
from advisor.explain.missing import Searcher
from advisor.explain.words import Wordings
from advisor.initiative.initiative import View
from advisor.logic.answers import Item
from advisor.model.finding import Finding, Kind
from advisor.report.assessment import AdviceResult, FillerResult, FindingResult

SECTIONS: Mapping[str, tuple[Kind, ...]] = {
    "stops": (Kind.STOP,),
    "team": (Kind.ROLE, Kind.TEAM),
    "languages": (Kind.STAFFING, Kind.LANGUAGE),
    "goals": (Kind.GOAL,),
    "expectations": (Kind.EXPECTATION, Kind.MEASURE),
    "risks": (Kind.RISK,),
    "steps": (Kind.STEP,),
    "reflections": (Kind.REFLECTION,),
    "lessons": (Kind.LESSON,),
    "notices": (Kind.NOTICE,),
}
NOT_FILLED = ("nobody", "could")
"""How a role is filled that nobody fills yet."""
_STANCES = (
    "essential",
    "advised",
    "pursue",
    "reasonable",
    "outside-control",
    "do-not-promise",
    "do-not-expect",
    "cannot-be-known",
)
"""In the order in which they are told."""


class Adviser:
    """Makes advice of the findings that hold."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self.words = searcher.words

    def advice(self, finding: Finding, result: FindingResult, view: View, item: Item | None) -> AdviceResult:
        """The advice that a finding gives."""
        found = fillers(self.searcher, finding, view.id, result.item)
        return AdviceResult(
            id=result.id,
            kind=result.kind,
            item=result.item,
            about=self.words.item_name(finding.for_each, item) if finding.for_each and item else None,
            part=view.name if view.id else None,
            status="contested" if result.status == "contested" else "met",
            says=result.claims,
            complete=self.words.complete(self.words.text(finding.statement), item),
            because=result.because,
            dissent=result.dissent,
            next_step=self.words.known(finding.next_step, finding.for_each, item),
            weight=finding.weight or 1,
            stance=finding.stance,
            better=self.words.known(finding.better, finding.for_each, item),
            role=role_of(finding, item, self.words),
            look_for=self.words.known(finding.look_for, finding.for_each, item),
            filled=how_filled(finding, found, view),
            filled_by=[FillerResult(**vars(filler)) for filler in found],
            papers=list(finding.papers),
            basis=result.basis,
            source=result.source,
            sensitive=result.sensitive,
            disputed=result.disputed,
        )


def role_of(finding: Finding, item: Item | None, words: Wordings) -> str | None:
    """The role that a finding asks for, in a few words."""
    return None if finding.role is None else words.filled(words.text(finding.role), finding.for_each, item)


def how_filled(finding: Finding, found: Sequence[Filler] | Sequence[Fit], view: View) -> str | None:
    """How well the role that a finding asks for is filled, by those who surely fill it best; None for none."""
    if not finding.filled_by:
        return None
    certain = {one.fills for one in found if one.certain}
    groups = {filling.who.group for filling in finding.filled_by if filling.fills != "could"}
    if "fully" in certain:
        return "fully"
    if any(not view.group(group).complete for group in groups) or any(
        not one.certain and one.fills == "fully" for one in found
    ):
        return "partly" if "partly" in certain else "open"
    return next((fills for fills in ("partly", "could") if fills in certain), "nobody")


def sections(advice: Iterable[AdviceResult]) -> dict[str, list[AdviceResult]]:
    """The advice by section: needs before what is said of them, and what weighs most first."""
    listed = list(advice)
    return {
        name: sorted((a for a in listed if a.kind in kinds), key=lambda a: (kinds.index(Kind(a.kind)), *_order(a)))
        for name, kinds in SECTIONS.items()
    }


def in_order(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """What can be advised, by section, in the order in which it is told where it holds."""
    listed = list(findings)
    return {
        name: sorted((f for f in listed if f.kind in kinds), key=lambda f: (kinds.index(f.kind), *_order(f)))
        for name, kinds in SECTIONS.items()
    }


def _order(advice: AdviceResult | Finding) -> tuple[int, int]:
    return (_STANCES.index(advice.stance) if advice.stance else 0, -(advice.weight or 1))

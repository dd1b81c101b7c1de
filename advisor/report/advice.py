"""From settled findings to advice: the sections of an assessment, and the front page that is drawn from them."""

from collections.abc import Iterable, Mapping, Sequence

from advisor.explain.fillers import Filler, fillers
from advisor.explain.words import Wordings
from advisor.initiative.initiative import View
from advisor.logic.answers import Item
from advisor.model.entry import Wording
from advisor.model.finding import Finding, Kind
from advisor.reference import Reference
from advisor.report.assessment import AdviceResult, FillerResult, FindingResult, FrontPage, OpenQuestion, PartResult

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
_FRONT = ("goals", "team", "languages", "risks", "expectations", "steps", "reflections", "lessons")
"""The sections from which the front page takes what matters most; of equal weights, in this order."""
_STOPS, _ADVICE, _QUESTIONS = 2, 5, 3
"""So many of each fit on the front page."""
_LEAST = 3
"""What weighs less can wait: the front page has what is wrong, missing or dangerous. Lessons stand all the same."""
_WRONG = (None, "do-not-promise", "essential", "advised")
"""Of goals and expectations, only what must not be promised asks for a change."""
_OF_ONE_SECTION = {"lessons": 5}
"""So many from one section, else two, so that the front page shows the whole picture; lessons stand alone."""
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

    def __init__(self, reference: Reference, words: Wordings) -> None:
        self.reference = reference
        self.words = words

    def advice(self, finding: Finding, result: FindingResult, view: View, item: Item | None) -> AdviceResult:
        """The advice that a finding gives."""
        found = fillers(self.reference, self.words, finding, view.id, result.item) if finding.filled_by else ()

        def filled(wording: Wording | None) -> str | None:
            """A text, unless it would speak of what is not known."""
            if wording is None or not self.words.complete(self.words.text(wording), item):
                return None
            return self.words.filled(self.words.text(wording), finding.for_each, item)

        return AdviceResult(
            id=result.id,
            kind=result.kind,
            item=result.item,
            part=view.name if view.id else None,
            status="contested" if result.status == "contested" else "met",
            says=result.claims,
            complete=self.words.complete(self.words.text(finding.statement), item),
            because=result.because,
            dissent=result.dissent,
            next_step=filled(finding.next_step),
            weight=finding.weight or 1,
            stance=finding.stance,
            better=filled(finding.better),
            role=self._role(finding, item),
            look_for=filled(finding.look_for),
            filled=self._filled(finding, found, view) if finding.filled_by else None,
            filled_by=[FillerResult(**vars(filler)) for filler in found],
            basis=result.basis,
            source=result.source,
            sensitive=result.sensitive,
            disputed=result.disputed,
        )

    def _role(self, finding: Finding, item: Item | None) -> str | None:
        if finding.role is None:
            return None
        return self.words.filled(self.words.text(finding.role), finding.for_each, item)

    def _filled(self, finding: Finding, found: Sequence[Filler], view: View) -> str:
        """How well a role is filled, by those who surely fill it best."""
        certain = {filler.fills for filler in found if filler.certain}
        groups = {filling.who.group for filling in finding.filled_by if filling.fills != "could"}
        if "fully" in certain:
            return "fully"
        if any(not view.group(group).complete for group in groups) or any(
            not filler.certain and filler.fills == "fully" for filler in found
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


def _order(advice: AdviceResult) -> tuple[int, int]:
    return (_STANCES.index(advice.stance) if advice.stance else 0, -advice.weight)


def front_page(
    whole: Mapping[str, Sequence[AdviceResult]], parts: Iterable[PartResult], open_: Sequence[OpenQuestion]
) -> FrontPage:
    """What matters most, in the whole or in any part: at most two stops, five pieces of advice, and three questions."""
    views = [whole, *({name: getattr(part, name) for name in SECTIONS} for part in parts)]
    by_section = {name: [advice for view in views for advice in view[name]] for name in SECTIONS}
    # What a phase that is over shows can wait while the rest goes on.
    by_section["lessons"] = [*whole["lessons"]]
    ranked = {name: _ranked(by_section[name])[: _OF_ONE_SECTION.get(name, 2)] for name in _FRONT}
    places = [(-advice.weight, place, advice) for name in _FRONT for place, advice in enumerate(ranked[name])]
    chosen = [advice for _, _, advice in sorted(places, key=lambda entry: entry[:2])]
    asked = [question for question in open_ if not question.withheld]
    stops = _different(by_section["stops"])
    return FrontPage(stops=stops[:_STOPS], advice=chosen[:_ADVICE], ask=asked[:_QUESTIONS])


def _ranked(section: Sequence[AdviceResult]) -> list[AdviceResult]:
    """What matters in a section, the weightiest first."""
    return sorted((a for a in _different(section) if _matters(a)), key=lambda advice: -advice.weight)


def _different(advice: Sequence[AdviceResult]) -> list[AdviceResult]:
    """The first of each finding: what is said of several sides is told once."""
    first: dict[str, AdviceResult] = {}
    for one in advice:
        first.setdefault(one.id, one)
    return list(first.values())


def _matters(advice: AdviceResult) -> bool:
    """Whether there is something to do: a role that is filled, or what is in other hands, can wait."""
    weighs = advice.weight >= _LEAST or advice.kind == Kind.LESSON
    return weighs and advice.complete and advice.filled != "fully" and advice.stance in _WRONG

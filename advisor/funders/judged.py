"""From what is promised and demanded to what those who pay are told."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from advisor.engine.run import Engine
from advisor.explain.words import put_about
from advisor.funders.files import Proposal, laid_over
from advisor.funders.results import (
    GRAVITY,
    AnswerResult,
    ClaimResult,
    ClashResult,
    Expected,
    FunderResult,
    Judgement,
    JudgementResult,
)
from advisor.initiative.initiative import Initiative
from advisor.logic.answers import Item, Items
from advisor.logic.conditions import Status, Subject
from advisor.messages import audience
from advisor.model.entry import BASE_LANGUAGE
from advisor.model.finding import CLAIMS, FUNDERS, Finding, Kind
from advisor.report.assessment import Assessment, FindingResult, OpenQuestion
from advisor.report.audience import Audience
from advisor.report.discretion import Openness, discretion_for
from advisor.report.results import Results

_SO = (Status.MET, Status.CONTESTED)
_NAME = "name"
"""What a promise is called: its own words."""
_HARM = 5
"""The weight of what could harm somebody."""


def expected(
    engine: Engine,
    initiative: Initiative,
    about: Assessment,
    proposal: Proposal | None = None,
    funders: Items | None = None,
    language: str = BASE_LANGUAGE,
) -> Expected:
    """What those who pay can expect.

    Args:
        engine: the compiled rulebook.
        initiative: what was assessed, with everything that the team knows.
        about: its assessment, for those who are told.
        proposal: what is promised of it, if anything is.
        funders: what those who pay expect of it, if anybody does.
        language: of the rulebook's texts, where they have it.
    """
    claims = None if proposal is None else proposal.claims
    discretion = discretion_for(engine.rulebook, about.audience)
    judged = _Judged(engine, laid_over(initiative, claims, funders), discretion, language)
    return Expected(
        audience=about.audience,
        withheld=about.withheld,
        initiative=about.initiative,
        rulebook=about.rulebook,
        expectations=about.expectations,
        proposal=None if proposal is None or about.audience is Audience.PUBLIC else proposal.title,
        claims=judged.claims(),
        funders=judged.funders(),
    )


def gravest_so_far(results: Results) -> dict[str, Judgement | None]:
    """What to think of each promise, by its id, without looking for reasons."""
    whole = results.initiative.whole
    judgements = results.rulebook.by_kind[Kind.JUDGEMENT]
    found: dict[str, Judgement | None] = {}
    for item in whole.group(CLAIMS).items:
        so = {one.stance for one in judgements if results.status_of(one, whole, item.id) in _SO}
        found[item.id] = next((stance for stance in GRAVITY if stance in so), None)
    return found


class _Judged:
    """What is said of the promises and demands that are laid over one initiative."""

    def __init__(self, engine: Engine, initiative: Initiative, discretion: Openness, language: str) -> None:
        self.rulebook = engine.rulebook
        self.discretion = discretion
        self.for_anybody = discretion.audience is Audience.PUBLIC
        """Whether it is for no one who could ask the convener, or do anything about it."""
        initiative = discretion.initiative(initiative)
        self.questions = engine.rulebook.questions
        self.of_funders = {question.id for question in self.questions.asked_of("funder").all()}
        self.whole = initiative.whole
        self.results = Results(engine, initiative, language)
        self.words = self.results.words

    def claims(self) -> list[ClaimResult]:
        """Each promise with what to think of it."""
        return [self._claim(item) for item in self.whole.group(CLAIMS).items]

    def funders(self) -> list[FunderResult]:
        """Each funder with what it expects, and whether it gets it."""
        return [self._funder(item) for item in self.whole.group(FUNDERS).items]

    def _claim(self, item: Item) -> ClaimResult:
        found = [self._judgement(finding, item) for finding in self._of_kind(Kind.JUDGEMENT)]
        so = sorted((one for one in found if _is_so(one)), key=_gravest_first)
        firm = [one for one in so if not _hangs_on_a_dispute(one)]
        judgement, beyond = _gravest(so), _gravest(firm)
        unknown = sorted((one for one in found if _may_be_so(one)), key=_gravest_first)
        graver = [one for one in unknown if _is_graver(one.stance, judgement)]
        known = [one for one in graver if one.status != "withheld"]
        hidden = (one for one in self._may_be_hidden(Kind.JUDGEMENT, item) if _is_graver(one.stance, judgement))
        # Whether somebody could be harmed is asked however little is thought of the promise already.
        asked = [one for one in unknown if one in graver or one.weight == _HARM]
        not_said, open_ = self._asked(asked, item)
        return ClaimResult(
            id=item.id,
            says=self._own_words(item),
            answers=list(self._answers(item)),
            judgement=judgement,
            disputed=judgement != beyond,
            beyond_dispute=beyond if judgement != beyond else None,
            could_be=_gravest(known),
            reasons=so,
            undecided=known,
            not_told=known != graver or any(hidden),
            not_said=not_said,
            open=open_,
        )

    def _judgement(self, finding: Finding, item: Item) -> JudgementResult:
        return JudgementResult(
            **self._fields(finding, item),
            stance=finding.stance,
            weight=finding.weight,
            better=self.words.known(finding.better, CLAIMS, item),
            instead=self.words.known(finding.instead, CLAIMS, item),
            ask=None if self.for_anybody else self.words.known(finding.ask, CLAIMS, item),
        )

    def _own_words(self, item: Item) -> str | None:
        answer = item.answers.get(_NAME)
        if answer is None or not answer.held:
            return None
        return self.words.short_answer(self.questions.groups[CLAIMS].fields[_NAME], answer)

    def _answers(self, item: Item) -> Iterator[AnswerResult]:
        """What a promise was read to say, beside its own words."""
        for name, question in self.questions.groups[CLAIMS].fields.items():
            answer = item.answers.get(name)
            if answer is not None and answer.held and name != _NAME:
                label, says = self.words.text(question.label), self.words.short_answer(question, answer)
                yield AnswerResult(question=question.id, label=label, says=says)

    def _funder(self, item: Item) -> FunderResult:
        demands = [self._result(finding, item) for finding in self._of_kind(Kind.DEMAND)]
        found = (self._clash(finding, item) for finding in self._of_kind(Kind.CLASH))
        clashes = sorted(found, key=lambda clash: -clash.weight)
        not_said, open_ = self._asked([*clashes, *demands], item)
        return FunderResult(
            id=item.id,
            name=self.words.item_name(FUNDERS, item),
            clashes=[clash for clash in clashes if _is_so(clash)],
            unmet=[demand for demand in demands if demand.status == "not met"],
            disputed=[demand for demand in demands if demand.status == "contested"],
            unknown=[demand for demand in demands if demand.status == "unknown" and self._waits_for_conveners(demand)],
            not_told=[demand for demand in demands if demand.status == "withheld"],
            more_not_told=any(clash.status == "withheld" for clash in clashes)
            or any(self._may_be_hidden(Kind.CLASH, item)),
            met=[demand for demand in demands if demand.status == "met"],
            not_said=not_said,
            open=open_,
        )

    def _waits_for_conveners(self, demand: FindingResult) -> bool:
        """Whether the profile says all that it has to: nobody is told that a funder asks what it may not ask."""
        asked = {question.question for question in demand.open if question.matters}
        return bool(demand.open) and not asked & self.of_funders

    def _clash(self, finding: Finding, item: Item) -> ClashResult:
        next_step = self.words.known(finding.next_step, FUNDERS, item)
        return ClashResult(**self._fields(finding, item), weight=finding.weight, next_step=next_step)

    def _asked(self, findings: Sequence[FindingResult], item: Item) -> tuple[list[OpenQuestion], list[OpenQuestion]]:
        """What findings about an item wait for, each once: what those who pay do not say, and what conveners do not."""
        questions: dict[tuple[str, str | None], OpenQuestion] = {}
        waiting: dict[tuple[str, str | None], list[str]] = {}
        for finding, question in ((f, q) for f in findings for q in f.open if q.matters):
            place = (question.question, question.item)
            questions.setdefault(place, question)
            waiting.setdefault(place, []).append(finding.id)
        asked = [question.model_copy(update={"waiting": waiting[place]}) for place, question in questions.items()]
        return (
            [self._alone(question, item) for question in asked if question.question in self.of_funders],
            [question for question in asked if question.question not in self.of_funders],
        )

    def _alone(self, question: OpenQuestion, item: Item) -> OpenQuestion:
        """A question without what it is about, where that is told above it."""
        asked = self.questions.find(question.question)
        if question.item != item.id or asked.group is None:
            return question
        about = put_about(self.words.item_name(asked.group, item), "")
        return question.model_copy(update={"says": question.says.removeprefix(about)})

    def _of_kind(self, kind: Kind) -> list[Finding]:
        return [finding for finding in self.rulebook.by_kind[kind] if self.discretion.tells_of(finding)]

    def _may_be_hidden(self, kind: Kind, item: Item) -> Iterator[Finding]:
        """The findings about an item of which nothing is told, though they may be so."""

        def status(finding: str, subject: Subject) -> Status:
            about = None if subject is Subject.INITIATIVE else item.id
            return self.results.status_of(self.rulebook.findings[finding], self.whole, about)

        return (one for one in self.rulebook.by_kind[kind] if self.discretion.may_be_hidden(one, status))

    def _fields(self, finding: Finding, item: Item) -> dict[str, Any]:
        return dict(self._result(finding, item))

    def _result(self, finding: Finding, item: Item) -> FindingResult:
        """How a finding has settled, as its readers may see it."""
        result = self.results.finding(finding, self.whole, item)
        if not result.open:
            # It has settled, or is silent about this case whatever is known of it.
            return result
        told = self.discretion.result(result)
        if told.status == "withheld":
            own = [question for question in result.open if question.question in self.of_funders]
            return told.model_copy(update={"open": [] if self.for_anybody else own})
        return told if told.open else told.model_copy(update={"status": "withheld", "says": audience.NOT_TOLD})


def _gravest(found: Iterable[JudgementResult]) -> Judgement | None:
    return min((one.stance for one in found), key=GRAVITY.index, default=None)


def _gravest_first(one: JudgementResult) -> tuple[int, int]:
    return GRAVITY.index(one.stance), -one.weight


def _is_graver(stance: str | None, than: Judgement | None) -> bool:
    return than is None or GRAVITY.index(stance) < GRAVITY.index(than)


def _is_so(result: FindingResult) -> bool:
    """Whether it is so, if only by one account or reading."""
    return result.status in ("met", "contested")


def _may_be_so(result: FindingResult) -> bool:
    """Whether more answers could tell; what is silent about a case waits for nothing."""
    return result.status == "withheld" or (result.status == "unknown" and bool(result.open))


def _hangs_on_a_dispute(result: FindingResult) -> bool:
    return result.status == "contested" or result.disputed

"""What to ask next, and what it can still change: as data and as lines for people."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from advisor.errors import AdvisorError, Fault, Place
from advisor.explain.words import Wordings, put_about
from advisor.initiative.initiative import Initiative
from advisor.interview.order import Deciding, Order, Ranked
from advisor.interview.plan import Interview, Step
from advisor.messages import next as messages
from advisor.model.entry import BASE_LANGUAGE
from advisor.model.question import AnswerType
from advisor.reference import Reference
from advisor.report.plain.lines import heading, wrapped
from advisor.rulebook.rulebook import Rulebook
from advisor.text import expected_one_of, quoted, visible
from advisor.whatif.outcomes import Outcome, Sort

_SHOWN = 10
"""So many questions are told unless all are wanted."""


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Changes(_Told):
    """What an answer can still change, decided over every way in which all that is open could be answered."""

    headline: Annotated[bool, Field(description="Which track it is.")]
    verdicts: Annotated[list[str], Field(description="What single schools say, by the ids of the verdicts.")]
    stops: Annotated[list[str], Field(description="The stops that it could bring or lift.")]
    advice: Annotated[list[str], Field(description="Essential advice.")]


class NextQuestion(_Told):
    """A question that is still to be asked."""

    question: str
    item: str | None
    says: str
    so_far: Annotated[str, Field(description="What is listed already, where a list may have more.")]
    changes: Changes
    told: Annotated[str, Field(description="What it can change, in words; empty where that is nothing.")]


class NextQuestions(_Told):
    """What is still to be asked of an initiative, or of one part of it; what decides most comes first."""

    initiative: str
    part: str | None
    parts: Annotated[list[str], Field(description="Its phases and strands, by their ids, where this is the whole.")]
    settled: Annotated[bool, Field(description="Whether which track it is can no longer change.")]
    left: Annotated[int, Field(description="So many questions can still change anything.")]
    deciding: Annotated[int, Field(description="So many of them can change which track it is.")]
    questions: Annotated[list[NextQuestion], Field(description="Those that would change nothing come last.")]


def next_questions(
    rulebook: Rulebook, initiative: Initiative, part: str = "", language: str = BASE_LANGUAGE
) -> NextQuestions:
    """What to ask next.

    Args:
        rulebook: by which is judged.
        initiative: the answers so far.
        part: the id of a phase or strand; the whole if it is empty.
        language: of the questions, where the rulebook has it.

    Raises:
        AdvisorError: there is no such part.
    """
    parts = [view.id for view in initiative.parts]
    if part and part not in parts:
        message = messages.NO_SUCH_PART.format(part=quoted(part), expected=expected_one_of(part, parts))
        raise AdvisorError([Fault(Place("advisor next"), "C03", message)])
    order = Order(Interview(rulebook, initiative, part), initiative)
    telling, ranked = Telling(rulebook, initiative, language), order.ranked
    return NextQuestions(
        initiative=initiative.name,
        part=initiative.view(part).name if part else None,
        parts=[] if part else parts,
        settled=order.settled,
        left=sum(bool(one.changes) for one in ranked),
        deciding=sum(one.first is Sort.HEADLINE for one in ranked),
        questions=[_question(order.interview, one, telling) for one in ranked],
    )


class Telling:
    """Says of an initiative what answers can still change."""

    def __init__(self, rulebook: Rulebook, initiative: Initiative, language: str) -> None:
        self.rulebook = rulebook
        self.words = Wordings(rulebook.questions, language)
        self._reference = Reference(rulebook, initiative)

    def asked(self, interview: Interview, step: Step) -> str:
        """The question as it is put, with the item that it is about."""
        question, item = interview.question(step), interview.item(step)
        prompt = self.words.text(question.prompt)
        return prompt if item is None else put_about(self.words.item_name(str(question.group), item), prompt)

    def so_far(self, interview: Interview, step: Step) -> str:
        """What a list holds that may have more; empty where nothing is said yet."""
        question = interview.question(step)
        if not interview.is_answered(step):
            return ""
        if question.type is AnswerType.GROUP:
            return messages.LISTED.format(listed=self.words.listed(question.id, interview.view.group(question.id)))
        return messages.SO_FAR.format(answer=self.words.short_answer(question, interview.answer(step)))

    def changes(self, ranked: Ranked) -> str:
        """What an answer can change, in a sentence; nothing where that is nothing."""
        told = "; ".join(self._clauses(ranked))
        return f"{told[0].upper()}{told[1:]}." if told else ""

    def _clauses(self, ranked: Ranked) -> Iterator[str]:
        number = len({self.rulebook.findings[verdict].home for verdict in _ids(ranked, Sort.VERDICT)})
        if ranked.first is Sort.HEADLINE:
            by = messages.BY_SCHOOLS[number == 1].format(track=messages.TRACK, number=number)
            yield by if number else messages.TRACK
        elif number:
            yield messages.SCHOOLS_SAY[number == 1].format(number=number)
        if stops := _of(ranked, Sort.STOP):
            there = {self._is_there(stop) for stop in stops}
            yield messages.STOPS[False in there, True in there]
        if number := ranked.number(Sort.ADVICE):
            yield messages.ADVICE[number == 1].format(number=number)

    def _is_there(self, outcome: Outcome) -> bool:
        return any(self._reference.judge(f.finding, f.part, f.item).told_true for f in outcome.findings)


def _of(ranked: Ranked, sort: Sort) -> list[Outcome]:
    return [outcome for outcome in ranked.changes if outcome.sort is sort]


def _ids(ranked: Ranked, sort: Sort) -> list[str]:
    return list(dict.fromkeys(f.finding for outcome in _of(ranked, sort) for f in outcome.findings))


def _question(interview: Interview, ranked: Ranked, telling: Telling) -> NextQuestion:
    return NextQuestion(
        question=ranked.step.question,
        item=ranked.step.item,
        says=telling.asked(interview, ranked.step),
        so_far=telling.so_far(interview, ranked.step),
        changes=Changes(
            headline=ranked.first is Sort.HEADLINE,
            verdicts=_ids(ranked, Sort.VERDICT),
            stops=_ids(ranked, Sort.STOP),
            advice=_ids(ranked, Sort.ADVICE),
        ),
        told=telling.changes(ranked),
    )


def as_text(told: NextQuestions, *, everything: bool) -> str:
    """What to ask next, for a person to read.

    Args:
        told: the questions.
        everything: whether to list all of them, those that would change nothing among them.
    """
    return visible("\n".join(_lines(told, everything=everything))) + "\n"


def _lines(told: NextQuestions, *, everything: bool) -> Iterator[str]:
    name = messages.IN_PART.format(name=told.initiative, part=told.part) if told.part else told.initiative
    yield from list(heading(messages.TITLE.format(name=name), "="))[1:]
    yield from wrapped(standing(settled=told.settled, deciding=told.deciding))
    if told.parts and not told.settled and not told.deciding:
        yield from wrapped(messages.PARTS_TOO)
    if told.left > told.deciding or not told.left:
        anything = messages.CAN_CHANGE_ANYTHING[told.left == 1].format(number=told.left)
        yield from wrapped(anything if told.left else messages.NOTHING_LEFT)
    live, idle = told.questions[: told.left], told.questions[told.left :]
    if live:
        yield ""
    shown = live if everything else live[:_SHOWN]
    for number, question in enumerate(shown, start=1):
        yield from wrapped(question.says, "     ", f" {number:>2}. ")
        for line in (question.so_far, question.told):
            yield from wrapped(line, "     ", "     ") if line else ()
    if further := len(live) - len(shown):
        yield from ("", *wrapped(messages.FURTHER.format(number=further)))
    if idle and not everything:
        yield from ("", *wrapped(messages.IDLE[len(idle) == 1].format(number=len(idle))))
    elif idle:
        yield from heading(messages.IDLE_TITLE)
        for question in idle:
            yield from wrapped(question.says, "  ", "- ")


def left(deciding: Deciding) -> str:
    """How many questions can still change something, the one that is asked among them."""
    number = len(deciding.steps)
    told = messages.LEFT_TRACK if deciding.headline else messages.LEFT_REST
    return told[number == 1].format(number=number)


def standing(*, settled: bool, deciding: int) -> str:
    """Whether which track it is can still change, in a sentence."""
    if deciding:
        return messages.CAN_CHANGE_TRACK[deciding == 1].format(number=deciding)
    return messages.SETTLED if settled else messages.NOT_BY_ASKING

"""Which fields go with which kinds of findings, and which a kind cannot do without."""

from collections.abc import Iterator, Mapping

from advisor.documents import DataPath
from advisor.model.advice import Moment
from advisor.model.finding import MADE_FOR, FindingEntry, Kind
from advisor.model.question import AnswerType, Question, Questions
from advisor.rulebook.faults import FaultCollector
from advisor.text import both, either, expected_one_of, quoted

_NEEDS = (Kind.ROLE, Kind.STAFFING)
_PROMISES = (Kind.GOAL, Kind.EXPECTATION, Kind.JUDGEMENT)
ADVICE = (
    Kind.STOP,
    Kind.TEAM,
    *_NEEDS,
    Kind.LANGUAGE,
    *_PROMISES,
    Kind.MEASURE,
    Kind.RISK,
    Kind.STEP,
    Kind.REFLECTION,
    Kind.LESSON,
    Kind.NOTICE,
    Kind.CLASH,
)
"""The kinds that are said to people for what they tell them to do or to know."""

_ONLY_OF: Mapping[str, tuple[Kind, ...]] = {
    "track": (Kind.VERDICT, Kind.HEADLINE),
    "umbrella": (Kind.VERDICT,),
    "goes_with": (Kind.VERDICT,),
    "agreement": (Kind.HEADLINE,),
    "weight": ADVICE,
    "next_step": ADVICE,
    "stance": (*_NEEDS, *_PROMISES),
    "better": _PROMISES,
    "instead": (Kind.JUDGEMENT,),
    "ask": (Kind.JUDGEMENT,),
    "role": _NEEDS,
    "look_for": _NEEDS,
    "filled_by": _NEEDS,
    "at": (Kind.STEP, Kind.MEASURE),
    "papers": ADVICE,
}
_CANNOT_DO_WITHOUT: Mapping[str, tuple[Kind, ...]] = {
    "weight": ADVICE,
    "stance": (*_NEEDS, *_PROMISES),
    "next_step": (Kind.STOP, Kind.RISK, Kind.CLASH),
    "role": _NEEDS,
    # A funder that does not ask for it would be told that it does not get it.
    "statement_not": (Kind.DEMAND,),
    "not_when": (Kind.DEMAND,),
}
_STANCES: Mapping[Kind, tuple[str, ...]] = {
    Kind.GOAL: ("pursue", "outside-control", "do-not-promise"),
    Kind.EXPECTATION: ("reasonable", "outside-control", "do-not-expect", "cannot-be-known"),
    Kind.JUDGEMENT: ("reasonable", "outside-control", "do-not-expect", "cannot-be-known"),
    Kind.ROLE: ("essential", "advised"),
    Kind.STAFFING: ("essential", "advised"),
}
_FEW_KINDS = 4
"""So many can be named in a sentence."""


def needed_by(kind: Kind) -> tuple[str, ...]:
    """The fields that a kind cannot do without."""
    return tuple(field for field, kinds in _CANNOT_DO_WITHOUT.items() if kind in kinds)


def stances(kind: Kind) -> tuple[str, ...]:
    """The stances that a kind can have; none where any will do, or none is needed."""
    return _STANCES.get(kind, ())


def check_kind(entry: FindingEntry, path: DataPath, faults: FaultCollector) -> None:
    """Notes the fields that do not go with a finding's kind, and those that are missing for it."""
    for field, kinds in _ONLY_OF.items():
        if getattr(entry, field) and entry.kind not in kinds:
            who = f"Only a {either(kinds)} has" if len(kinds) <= _FEW_KINDS else f"A {entry.kind} does not have"
            faults.add_key((*path, field), "R20", f'{who} "{field}".')
    missing = [field for field in needed_by(entry.kind) if not getattr(entry, field)]
    if missing:
        is_ = "are" if len(missing) > 1 else "is"
        faults.add_key(path, "F02", f"A {entry.kind} needs {both(map(quoted, missing))}, which {is_} missing here.")
    group = MADE_FOR.get(entry.kind)
    if group is not None and entry.for_each != group:
        faults.add_key(path, "R20", f'A {entry.kind} is made for each of the {group}: write "for_each: {group}".')
    known = stances(entry.kind)
    if entry.stance and known and entry.stance not in known:
        hint = expected_one_of(entry.stance, known)
        faults.add((*path, "stance"), "R20", f"A {entry.kind} cannot have the stance {quoted(entry.stance)}.{hint}")


def check_moment(moment: Moment, path: DataPath, questions: Questions, faults: FaultCollector) -> None:
    """Notes a moment that does not count from a date, or adds what is no number of years."""
    for field, question, wanted in _asked(moment):
        known = [q.id for q in questions.initiative.values() if q.type is wanted]
        if question not in known:
            found: Question | None = questions.initiative.get(question)
            what = f"asks for no {_TAKES[wanted]}" if found else "is no question"
            hint = expected_one_of(question, known)
            faults.add_missing("questions", [question], (*path, field), "R03", f"{quoted(question)} {what}.{hint}")


_TAKES = {AnswerType.DATE: "date", AnswerType.NUMBER: "number"}


def _asked(moment: Moment) -> Iterator[tuple[str, str, AnswerType]]:
    yield "of", moment.of, AnswerType.DATE
    if moment.years is not None:
        yield "years", moment.years, AnswerType.NUMBER

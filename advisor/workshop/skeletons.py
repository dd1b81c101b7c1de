"""Skeletons of what experts add: valid at once, with what else could be said in comments."""

from collections.abc import Iterable, Iterator, Sequence

from advisor.messages import skeletons as messages
from advisor.model.finding import MADE_FOR, Kind
from advisor.model.question import AnswerType
from advisor.rulebook.advice import needed_by, stances
from advisor.store.written import words
from advisor.text import either

_TOLD_EITHER_WAY = (Kind.CRITERION, Kind.VERDICT, Kind.PREMISE)
"""The kinds that say something where they are not met."""
_NEEDED = {
    "weight": messages.WEIGHT,
    "stance": messages.STANCE,
    "role": messages.ROLE,
    "next_step": messages.NEXT_STEP,
    "statement_not": messages.STATEMENT_NOT_NEEDED,
    "not_when": messages.NOT_WHEN,
}


def finding(id_: str, kind: Kind, when: str, source: str) -> list[str]:
    """A finding.

    Args:
        id_: inside its school or theme.
        kind: what it is for.
        when: a condition that can be read.
        source: an id of a source, as an example.
    """
    first, *others = messages.FINDING
    kind_, statement_above, statement, *rest = others
    made_for = (messages.FOR_EACH,) if kind in MADE_FOR else ()
    lines = [first, kind_, *made_for, *(messages.TRACK if kind is Kind.VERDICT else ()), statement_above, statement]
    lines += messages.STATEMENT_NOT if kind in _TOLD_EITHER_WAY else ()
    for field in needed_by(kind):
        lines += _NEEDED[field]
    known = stances(kind)
    return _filled(
        [*lines, *rest],
        id=id_,
        kind=kind,
        for_each=MADE_FOR.get(kind, ""),
        statement=_to_write(messages.STATEMENT),
        statement_not=_to_write(messages.STATEMENT_IS_NOT),
        when=when,
        source=source,
        stances=either(known),
        stance=next(iter(known), ""),
        role=_to_write(messages.ROLE_IS),
        next_step=_to_write(messages.NEXT_STEP_IS),
    )


def question(id_: str, type_: AnswerType, when: str, group: str) -> list[str]:
    """A question.

    Args:
        id_: its id; inside its group, of one about items.
        type_: what an answer may be.
        when: a condition that can be read.
        group: a group whose items can be chosen.
    """
    lines = list(messages.QUESTION)
    match type_:
        case AnswerType.CHOICE | AnswerType.CHOICES:
            lines += messages.OPTIONS
        case AnswerType.YES_NO:
            lines += messages.SO_YES_NO
        case AnswerType.ITEMS:
            lines += (*messages.SO, *messages.OF)
        case AnswerType.GROUP:
            lines += (*messages.SO_MANY, *messages.FIELDS)
        case _:
            lines += messages.SO
    return _filled(
        lines,
        id=id_,
        type=type_,
        when=when,
        group=group,
        prompt=_to_write(messages.PROMPT),
        first=_to_write(messages.FIRST),
        second=_to_write(messages.SECOND),
        help=_to_write(messages.HELP),
        item=f"one-of-{id_.replace('_', '-')}",
        name=_to_write(messages.NAME),
    )


def source(id_: str) -> list[str]:
    """A source; an id often ends in the year."""
    end = id_[-4:]
    year = end if end.isdigit() and "1900" <= end <= "2100" else "2000"
    return _filled(messages.SOURCE, id=id_, author=messages.AUTHOR, year=year, title=_to_write(messages.TITLE))


def school(id_: str, source_: str) -> list[str]:
    """The head of a school's file."""
    return _filled(messages.SCHOOL, id=id_, title=title(id_), about=_to_write(messages.ABOUT), source=source_)


def theme(id_: str) -> list[str]:
    """The head of a theme's file."""
    return _filled(messages.THEME, id=id_, title=title(id_))


def section(id_: str) -> list[str]:
    """The head of a file of questions."""
    return _filled(messages.SECTION, id=id_, title=title(id_))


def title(id_: str) -> str:
    """A title for the time being, as it is written."""
    spaced = " ".join(id_.replace("_", "-").replace(".", "-").split("-"))
    return words(f"{spaced[:1].upper()}{spaced[1:]}")


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Lines as they stand below a word."""
    return (f"  {line}" if line else line for line in lines)


def _to_write(what: str) -> str:
    return words(messages.TO_WRITE.format(what=what))


def _filled(lines: Sequence[str], **blanks: str) -> list[str]:
    return [line.format(**blanks) for line in lines]

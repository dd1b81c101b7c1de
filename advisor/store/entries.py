"""Answers as they stand in a file: the contrary of reading them."""

from collections.abc import Collection, Iterable

from advisor.initiative.answers import UNKNOWN, WITHHELD
from advisor.logic.answers import Answer, Held, Word
from advisor.model.question import LIST_TYPES, Question


def entry(question: Question, answer: Answer) -> object:
    """An answer as it is written."""
    note = {} if answer.note is None else {"note": answer.note}
    if answer.contested:
        return {"contested": [_account(question, held) for held in answer.held], **note}
    if not answer.held:
        word = WITHHELD if answer.withheld else UNKNOWN
        return {"is": word, **note} if note else word
    (held,) = answer.held
    fields = _fields(question, held)
    if note:
        return {**fields, **note}
    if "is" in fields:
        return fields["is"]
    # A bare list, where it says the same.
    short = "only" if question.all_listed else "includes"
    return fields[short] if list(fields) == [short] and held.words else fields


def _account(question: Question, held: Held) -> dict[str, object]:
    return {**_fields(question, held), **({} if held.by is None else {"by": held.by})}


def _fields(question: Question, held: Held) -> dict[str, object]:
    if question.type not in LIST_TYPES:
        (word,) = held.words
        return {"is": word}
    words = in_order(question, held.words)
    if held.complete:
        return {"only": words}
    without = {"excludes": in_order(question, held.excluded)} if held.excluded else {}
    return {"includes": words, **without}


def in_order(question: Question, words: Iterable[Word]) -> list[Word]:
    """Words in the order of the question's options, the others by the alphabet."""
    options = list(question.options)
    return sorted(words, key=lambda word: (options.index(str(word)) if word in options else len(options), str(word)))


def new_id(item: str, taken: Collection[str]) -> str:
    """An id for an item: what such items are called, and a number.

    Not its name: an id stays when a name is replaced by a codename, and the name would stay with it.
    """
    stem, number = item.replace("_", "-"), 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"

"""What a person means by what they type: an option by number or word, a language by its name, a list with commas."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.codes.names import Names
from advisor.explain.words import Wordings
from advisor.initiative.answers import is_date
from advisor.initiative.initiative import View
from advisor.logic.answers import Held, Word
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Question
from advisor.text import did_you_mean, either, quoted

ALL, MORE = "=", "+"
"""What ends a list: that is all, or there may be more."""
_NOT = "not "
_YES_NO = {"y": "yes", "n": "no"}


@dataclass(frozen=True)
class Choice:
    """One answer that can be chosen, with what it means."""

    word: str
    label: str
    help: str | None = None


class Unclear(Exception):  # noqa: N818 -- it is no error: the person is asked again
    """What was typed has no one meaning; says so to the person."""


class Ambiguous(Unclear):
    """A name was typed that fits several languages or places."""

    def __init__(self, message: str, entry: str, choices: tuple[Choice, ...]) -> None:
        super().__init__(message)
        self.entry = entry
        self.choices = choices


class Understanding:
    """Understands what is typed in answer to the questions of a rulebook."""

    def __init__(self, words: Wordings) -> None:
        self.words = words
        self.names: Names = words.names

    def choices(self, question: Question, view: View) -> tuple[Choice, ...]:
        """What can be chosen: the options, or the items of the group that the question is about."""
        if question.type is AnswerType.ITEMS and question.of is not None:
            items = view.group(question.of).items
            return tuple(Choice(item.id, self.words.item_name(question.of, item)) for item in items)
        text = self.words.text
        return tuple(
            Choice(word, text(option.label), None if option.help is None else text(option.help))
            for word, option in question.options.items()
        )

    def held(self, question: Question, typed: str, view: View) -> Held:
        """The answer that was typed.

        Raises:
            Unclear: it has no one meaning; Ambiguous, where one name in it has several.
        """
        if question.type not in LIST_TYPES:
            return Held(frozenset((self._word(question, typed, view),)))
        complete = question.all_listed
        if typed.endswith((ALL, MORE)):
            typed, complete = typed[:-1], typed.endswith(ALL)
        separators = _BETWEEN_LANGUAGES if question.type is AnswerType.LANGUAGES else _BETWEEN
        entries = [entry.strip() for entry in separators.split(typed) if entry.strip()]
        words = [self._word(question, entry, view) for entry in entries if not entry.lower().startswith(_NOT)]
        lacking = [e[len(_NOT) :].strip() for e in entries if e.lower().startswith(_NOT)]
        excluded = frozenset[Word]() if complete else frozenset(self._word(question, e, view) for e in lacking)
        if excluded & set(words):
            raise Unclear("The same answer cannot both belong and not belong.")
        return Held(frozenset(words), complete, excluded=excluded)

    def _word(self, question: Question, typed: str, view: View) -> Word:
        typed = typed.strip()
        if not typed:
            raise Unclear("Nothing was typed.")
        if question.type in CLOSED_TYPES or question.type is AnswerType.ITEMS:
            word = _YES_NO.get(typed.lower(), typed) if question.type is AnswerType.YES_NO else typed
            return _chosen(word, self.choices(question, view))
        if question.type is AnswerType.NUMBER:
            return _number(typed)
        if question.type is AnswerType.DATE and not is_date(typed):
            raise Unclear("Please type a year, a month or a day: 1993, 1993-05 or 1993-05-14.")
        if codes := self.names.of(question.type):
            if not any(letter.isalpha() for letter in typed):
                raise Unclear("Please type a name, not a number.")
            meaning = codes.meaning(typed)
            if len(meaning.codes) > 1:
                choices = tuple(Choice(code, codes.name(code)) for code in meaning.codes)
                raise Ambiguous(codes.complaint(typed, meaning), typed, choices)
            if meaning.only is None:
                raise Unclear(codes.complaint(typed, meaning))
            return meaning.only
        return typed


_BETWEEN = re.compile("[,;،]")
_BETWEEN_LANGUAGES = re.compile(r"[,;،]|\band\b")
"""What stands between several answers. The name of a place may have an "and" in it, that of a language has none."""


def _number(typed: str) -> float:
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        number = float("nan")
    if not abs(number) < float("inf"):
        raise Unclear("Please type a number, in digits. A half is 0.5.")
    return number


def _chosen(typed: str, choices: Sequence[Choice]) -> str:
    """The choice that was meant: by its number, its word, its label, or the beginning of one of them."""
    if typed.isdecimal():
        if 1 <= int(typed) <= len(choices):
            return choices[int(typed) - 1].word
        raise Unclear(f"There is no number {typed} here." if choices else "There is nothing to choose from yet.")
    wanted = _folded(typed)
    for matches in (
        [c for c in choices if wanted in (_folded(c.word), _folded(c.label))],
        [c for c in choices if _folded(c.word).startswith(wanted) or _folded(c.label).startswith(wanted)],
        [c for c in choices if f" {wanted}" in f" {_folded(c.label)}"],
    ):
        if len(matches) == 1:
            return matches[0].word
        if matches:
            raise Unclear(f"{quoted(typed)} could be {either(quoted(c.label) for c in matches)}. Type the number.")
    hint = did_you_mean(typed, [c.label for c in choices] + [c.word for c in choices])
    raise Unclear(f"{quoted(typed)} is not one of the answers.{hint} Type the number, or ? for help.")


def _folded(text: str) -> str:
    """A text as it is compared: whatever its case, its hyphens, its accents and vowel marks, which few people type."""
    letters = (c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(letters).replace("_", " ").replace("-", " ").split())

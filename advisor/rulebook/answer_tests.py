"""Reading tests: a question and what its answer must be."""

from typing import Any

from advisor.codes.names import FREE, Codes, Names
from advisor.documents import DataPath, as_text
from advisor.logic.answers import Between, Check, Includes, Only, Word
from advisor.logic.conditions import AnswerTest, Ref, Shares
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Question
from advisor.rulebook.bounds import exclude_each_other
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.names import NameReader
from advisor.rulebook.vocabulary import Standpoint, Vocabulary
from advisor.text import as_written, did_you_mean, either, expected, expected_one_of, found, quoted

RESERVED_OPTIONS = ("unknown", "withheld", "contested")
"""What every question can be answered with, and no test can ask for."""

_COMPARISONS = ("same_as", "shares")
_SINGLE = {AnswerType.LANGUAGES: AnswerType.LANGUAGE, AnswerType.TERRITORIES: AnswerType.TERRITORY}
_UNTESTABLE = (AnswerType.TEXT, AnswerType.DATE)


class AnswerTestReader:
    """Reads the tests of one file; what is wrong goes to the collector, and None comes back."""

    def __init__(self, vocabulary: Vocabulary, faults: FaultCollector) -> None:
        self.vocabulary = vocabulary
        self.faults = faults
        self.names = NameReader(vocabulary, faults)
        self.listed = Names(vocabulary.questions)

    def read(self, name: str, raw: Any, path: DataPath, at: Standpoint) -> AnswerTest | Shares | None:
        """The test written as `name: raw`."""
        ref = self.names.tested(name, path, at)
        if ref is None:
            return None
        if ref.question.endswith(".id"):
            self.faults.add_key(path, "R05", f"{quoted(name)} cannot be tested: rules do not know who takes part.")
            return None
        question = self.vocabulary.questions.find(ref.question)
        if question.type is AnswerType.GROUP:
            self.faults.add_key(path, "R05", f"{quoted(name)} is a list of items. Ask every, some, no or count of it.")
            return None
        if question.type in _UNTESTABLE:
            message = f"{quoted(name)} cannot be tested: no rule can know what is written in a {question.type}."
            self.faults.add_key(path, "R05", message)
            return None
        if isinstance(raw, dict):
            return self._operators(ref, question, raw, path, at)
        check = self._bare(question, raw, path)
        return None if check is None else AnswerTest(ref, check)

    def _bare(self, question: Question, raw: Any, path: DataPath) -> Check | None:
        if question.type in LIST_TYPES:
            example = as_written(raw) or "…"
            message = f"{quoted(question.name)} can have several answers. Write {{includes: {example}}} if "
            if question.type is AnswerType.ITEMS:
                self.faults.add(path, "R05", f"{message}this must be among them.")
            else:
                only = f"{{only: {example}}}"
                self.faults.add(path, "R05", f"{message}this must be among them, or {only} if nothing else may be.")
            return None
        if question.type is AnswerType.NUMBER:
            return Between(raw, raw) if self._is_number(question.name, raw, path) else None
        words = self._words(question, raw, path)
        return None if words is None else Includes(words)

    def _is_number(self, name: str, raw: Any, path: DataPath) -> bool:
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return True
        self.faults.add(path, "R05", f"{quoted(name)} should be a number; {found(raw)}.")
        return False

    def _words(self, question: Question, raw: Any, path: DataPath) -> frozenset[Word] | None:
        if raw == []:
            self.faults.add(path, "R09", "An empty list tests nothing.")
            return None
        if not isinstance(raw, list):
            word = self._word(question, raw, path)
            return None if word is None else frozenset((word,))
        words = [self._word(question, word, (*path, index)) for index, word in enumerate(raw)]
        return None if None in words else frozenset(word for word in words if word is not None)

    def _word(self, question: Question, raw: Any, path: DataPath) -> Word | None:
        word = as_text(raw)
        if isinstance(word, bool) and question.type is AnswerType.YES_NO:
            self.faults.add(path, "R04", f"Write yes or no; {found(word)}.")
        elif not isinstance(word, str):
            hint = expected_one_of("", question.options)
            self.faults.add(path, "R04", f"An answer is written as one word; {found(word)}.{hint}")
        elif question.type in CLOSED_TYPES and word in RESERVED_OPTIONS:
            self.faults.add(path, "R04", f"No test can ask for {quoted(word)}.{expected_one_of('', question.options)}")
        elif question.type in CLOSED_TYPES and word not in question.options:
            hint = expected_one_of(word, question.options)
            self.faults.add(path, "R04", f"{quoted(question.name)} has no option {quoted(word)}.{hint}")
        else:
            codes = self.listed.of(question.type)
            return word if codes is None else self._code(codes, word, path)
        return None

    def _code(self, codes: Codes, word: str, path: DataPath) -> Word | None:
        """The code of a language or territory; a name that no list has is meant only where that is said."""
        meaning = codes.meaning(word)
        if meaning.only is None:
            self.faults.add(path, "R04", codes.complaint(word, meaning))
        elif meaning.only.startswith(FREE) and not word.strip().startswith(FREE):
            message = f"There is no {codes.noun} {quoted(word)} in our lists. If initiatives name it so, write "
            self.faults.add(path, "R04", f"{message}{quoted(meaning.only)}.")
            return None
        return meaning.only

    def _operators(
        self, ref: Ref, question: Question, raw: dict[str, Any], path: DataPath, at: Standpoint
    ) -> AnswerTest | Shares | None:
        allowed = _operators_for(question.type)
        unsuited = [key for key in raw if key not in allowed]
        for key in unsuited:
            hint = _unsuited(question, key, raw[key]) or did_you_mean(key, allowed) or expected(allowed)
            self.faults.add_key((*path, key), "R05", f"{quoted(key)} does not go with {quoted(question.name)}.{hint}")
        if unsuited:
            return None
        if not raw or (len(raw) > 1 and question.type is not AnswerType.NUMBER):
            self.faults.add(path, "R09", f"Write one of {either(allowed)} for {quoted(question.name)}.")
            return None
        if question.type is AnswerType.NUMBER:
            return self._between(ref, raw, path)
        ((operator, value),) = raw.items()
        inner = (*path, operator)
        if operator in _COMPARISONS or question.type is AnswerType.ITEMS:
            return self._shares(ref, question, value, inner, at)
        words = self._words(question, value, inner)
        if words is None:
            return None
        return AnswerTest(ref, Includes(words) if operator == "includes" else Only(words))

    def _between(self, ref: Ref, raw: dict[str, Any], path: DataPath) -> AnswerTest | None:
        sound = [self._is_number(key, value, (*path, key)) for key, value in raw.items()]
        if not all(sound) or exclude_each_other(raw, path, self.faults):
            return None
        return AnswerTest(ref, Between(raw.get("at_least"), raw.get("at_most")))

    def _shares(self, ref: Ref, question: Question, raw: Any, path: DataPath, at: Standpoint) -> Shares | None:
        if isinstance(raw, dict):
            return self._looked_up(ref, raw, path, at)
        other = self.names.compared(raw, path, at)
        if other is None:
            return None
        if other == ref:
            message = f"{quoted(question.name)} is compared with itself here.{_with_others(question.group)}"
            self.faults.add(path, "R22", message)
            return None
        if not self._comparable(question, other):
            message = f"{quoted(question.name)} and {quoted(raw)} can never have an answer in common."
            self.faults.add(path, "R22", message)
            return None
        return Shares(ref, other)

    def _looked_up(self, ref: Ref, raw: dict[str, Any], path: DataPath, at: Standpoint) -> Shares | None:
        if set(raw) != {"table", "of"}:
            self.faults.add(path, "R09", "To look something up, write {table: …, of: …}: a table and a question.")
            return None
        table = raw["table"]
        known = isinstance(table, str) and table in self.vocabulary.tables
        if not known:
            hint = expected_one_of(table, self.vocabulary.tables)
            self.faults.add((*path, "table"), "R13", f"There is no table {quoted(table)}.{hint}")
        other = self.names.compared(raw["of"], (*path, "of"), at)
        return None if other is None or not known else Shares(ref, other, table)

    def _comparable(self, question: Question, other: Ref) -> bool:
        group, _, field = other.question.rpartition(".")
        if field == "id":
            return question.type is AnswerType.ITEMS and question.of == group
        right = self.vocabulary.questions.find(other.question)
        if question.type in CLOSED_TYPES:
            return bool(set(question.options) & set(right.options))
        if question.type is AnswerType.ITEMS:
            return right.type is AnswerType.ITEMS and question.of == right.of
        return _SINGLE.get(question.type, question.type) is _SINGLE.get(right.type, right.type)


def _operators_for(kind: AnswerType) -> tuple[str, ...]:
    if kind is AnswerType.NUMBER:
        return ("at_least", "at_most")
    if kind in LIST_TYPES:
        return ("includes", "shares") if kind is AnswerType.ITEMS else ("includes", "only", "shares")
    return ("same_as", "shares")


def _with_others(group: str | None) -> str:
    """How to compare the items of a list with each other."""
    return (
        f' To compare items with each other, write "for_each: {group}", and inside it "some: {group}".' if group else ""
    )


def _unsuited(question: Question, key: str, value: Any) -> str:
    """What to write instead, for the mistakes that are easily made."""
    if key == "not":
        return f" It stands before the question: {{not: {{{question.name}: …}}}}."
    if key in ("includes", "only") and question.type not in (*LIST_TYPES, AnswerType.NUMBER):
        return f" This has one answer, so write {{{question.name}: {as_written(value) or '…'}}}."
    return ""

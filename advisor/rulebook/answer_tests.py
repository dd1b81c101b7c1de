"""Reading tests: a question and what its answer must be."""

from typing import Any

from advisor.documents import DataPath, as_text
from advisor.logic.answers import Between, Check, Includes, Only, Word
from advisor.logic.conditions import PARTS, Ref, Shares, Subject, AnswerTest
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Question
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.vocabulary import Standpoint, Vocabulary
from advisor.text import did_you_mean, either, expected_one_of, quoted

_COMPARISONS = ("same_as", "shares")
_SINGLE = {AnswerType.LANGUAGES: AnswerType.LANGUAGE, AnswerType.TERRITORIES: AnswerType.TERRITORY}


class AnswerTestReader:
    """Reads the tests of one file; what is wrong goes to the collector, and None comes back."""

    def __init__(self, vocabulary: Vocabulary, faults: FaultCollector) -> None:
        self.vocabulary = vocabulary
        self.faults = faults

    def read(self, name: str, raw: Any, path: DataPath, at: Standpoint) -> AnswerTest | Shares | None:
        """The test written as `name: raw`."""
        ref = self._ref(name, path, at)
        if ref is None:
            return None
        question = self._question(ref)
        if question.type is AnswerType.GROUP:
            self.faults.add_key(path, "R05", f'"{name}" is a list of items. Ask every, some, no or count of it.')
            return None
        if isinstance(raw, dict):
            return self._operators(ref, question, raw, path, at)
        check = self._bare(question, raw, path)
        return None if check is None else AnswerTest(ref, check)

    def _question(self, ref: Ref) -> Question:
        return self.vocabulary.questions.find(ref.question)

    def _ref(self, name: str, path: DataPath, at: Standpoint) -> Ref | None:
        if "." in name:
            return self._item_ref(name, path, at)
        if name in self.vocabulary.fields(at.item):
            return Ref(f"{at.item}.{name}", Subject.ITEM)
        if at.item in (None, PARTS) and name in self.vocabulary.fields(at.each):
            return Ref(f"{at.each}.{name}", Subject.EACH)
        if name in self.vocabulary.questions.initiative:
            return Ref(name, Subject.ITEM if at.item == PARTS else Subject.INITIATIVE)
        self.faults.add_key(path, "R03", f'There is no question "{name}" here.{self._nearest(name, at)}')
        return None

    def _nearest(self, name: str, at: Standpoint) -> str:
        outer = self.vocabulary.fields(at.each)
        if at.each is not None and name in outer:
            return f' Did you mean "{self.vocabulary.questions.groups[at.each].item}.{name}"?'
        known = (*self.vocabulary.fields(at.item), *outer, *self.vocabulary.questions.initiative)
        return did_you_mean(name, known) or self._elsewhere(name)

    def _elsewhere(self, name: str) -> str:
        groups = [g.id for g in self.vocabulary.questions.groups.values() if name in g.fields]
        return f' It is asked of each of "{groups[0]}": use every, some, no or count.' if groups else ""

    def _item_ref(self, name: str, path: DataPath, at: Standpoint) -> Ref | None:
        item, _, field = name.partition(".")
        for group, subject in ((at.each, Subject.EACH), (at.item, Subject.ITEM)):
            if group is None or group == PARTS or self.vocabulary.questions.groups[group].item != item:
                continue
            fields = self.vocabulary.questions.groups[group].fields
            if field in fields or field == "id":
                return Ref(f"{group}.{field}", subject)
            self.faults.add(path, "R03", f'Nothing is asked about a {item} as "{field}".{expected_one_of(field, fields)}')
            return None
        self.faults.add(path, "R12", f'There is no "{item}" here that "{name}" could be about.')
        return None

    def _bare(self, question: Question, raw: Any, path: DataPath) -> Check | None:
        if question.type in LIST_TYPES:
            self.faults.add(
                path,
                "R05",
                f"Several answers can be given here. Write {{includes: {as_text(raw)}}} if this must be among them, "
                f"or {{only: {as_text(raw)}}} if nothing else may be.",
            )
            return None
        if question.type is AnswerType.NUMBER:
            if isinstance(raw, bool) or not isinstance(raw, int | float):
                self.faults.add(path, "R05", f"This is answered with a number; found {quoted(raw)}.")
                return None
            return Between(raw, raw)
        words = self._words(question, raw, path)
        return None if words is None else Includes(words)

    def _words(self, question: Question, raw: Any, path: DataPath) -> frozenset[Word] | None:
        if question.type in (AnswerType.TEXT, AnswerType.DATE):
            self.faults.add(path, "R05", "Texts and dates cannot be tested, since no rule can know what is written there.")
            return None
        listed = raw if isinstance(raw, list) else [raw]
        if not listed:
            self.faults.add(path, "R09", "An empty list tests nothing.")
            return None
        words: list[Word] = []
        for word in map(as_text, listed):
            if not isinstance(word, str):
                self.faults.add(path, "R04", f"An answer is written as one word; found {quoted(word)}.")
                return None
            if question.type in CLOSED_TYPES and word not in question.options:
                hint = expected_one_of(word, question.options)
                self.faults.add(path, "R04", f'"{question.name}" has no option {quoted(word)}.{hint}')
                return None
            words.append(word)
        return frozenset(words)

    def _operators(
        self, ref: Ref, question: Question, raw: dict[str, Any], path: DataPath, at: Standpoint
    ) -> AnswerTest | Shares | None:
        allowed = _operators_for(question.type)
        for key in raw:
            if key not in allowed:
                hint = did_you_mean(key, allowed) or f" Expected {either(allowed) or 'an answer'}."
                self.faults.add_key((*path, key), "R05", f'"{key}" does not go with "{question.name}".{hint}')
                return None
        if question.type is AnswerType.NUMBER:
            return self._between(ref, raw, path)
        if len(raw) != 1:
            self.faults.add(path, "R09", f'Write one of {either(allowed)} for "{question.name}".')
            return None
        ((operator, value),) = raw.items()
        inner = (*path, operator)
        if operator in _COMPARISONS or (question.type is AnswerType.ITEMS and operator == "includes"):
            return self._shares(ref, question, value, inner, at)
        words = self._words(question, value, inner)
        if words is None:
            return None
        return AnswerTest(ref, Includes(words) if operator == "includes" else Only(words))

    def _between(self, ref: Ref, raw: dict[str, Any], path: DataPath) -> AnswerTest | None:
        for key, value in raw.items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                self.faults.add((*path, key), "R05", f'"{key}" should be a number; found {quoted(value)}.')
                return None
        low, high = raw.get("at_least"), raw.get("at_most")
        if low is not None and high is not None and low > high:
            self.faults.add(path, "R21", f"At least {low} and at most {high} cannot both be so.")
            return None
        if not raw:
            self.faults.add(path, "R09", "This test says nothing. Write at_least, at_most or both.")
            return None
        return AnswerTest(ref, Between(low, high))

    def _shares(self, ref: Ref, question: Question, raw: Any, path: DataPath, at: Standpoint) -> Shares | None:
        table, named, named_path = None, raw, path
        if isinstance(raw, dict):
            if set(raw) != {"table", "of"}:
                self.faults.add(path, "R09", "To look something up, write {table: …, of: …}.")
                return None
            table, named, named_path = raw["table"], raw["of"], (*path, "of")
            if table not in self.vocabulary.tables:
                hint = expected_one_of(table, self.vocabulary.tables)
                self.faults.add((*path, "table"), "R13", f"There is no table {quoted(table)}.{hint}")
                return None
        other = self._other(named, named_path, at)
        if other is None:
            return None
        if table is None and not self._comparable(question, other):
            self.faults.add(path, "R22", f'"{question.name}" and "{named}" have no answers in common.')
            return None
        return Shares(ref, other, table)

    def _other(self, raw: Any, path: DataPath, at: Standpoint) -> Ref | None:
        name = str(raw)
        items = {
            self.vocabulary.questions.groups[g].item: g for g in (at.each, at.item) if g is not None and g != PARTS
        }
        ref = self._item_ref(f"{name}.id", path, at) if name in items else self._ref(name, path, at)
        if ref is not None and not ref.question.endswith(".id") and self._question(ref).type is AnswerType.GROUP:
            self.faults.add(path, "R05", f'"{name}" is a list of items; compare with one of its answers.')
            return None
        return ref

    def _comparable(self, question: Question, other: Ref) -> bool:
        group, _, field = other.question.rpartition(".")
        if field == "id":
            return question.type is AnswerType.ITEMS and question.of == group
        right = self._question(other)
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
    return () if kind in (AnswerType.TEXT, AnswerType.DATE) else ("same_as", "shares")

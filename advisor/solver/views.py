"""An initiative that may be any: its answers and its lists, each as open as the interview leaves it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from advisor.logic.answers import Word
from advisor.logic.conditions import PARTS
from advisor.model.question import LIST_TYPES, AnswerType, Question, Questions
from advisor.solver.answers import AnyAnswer, AnyHeld
from advisor.solver.circuit import TRUE, Circuit
from advisor.solver.door import Formula
from advisor.solver.words import Words

VIEWS_OF_A_DISPUTE = 2
"""So many values are held at most by disagreeing sources."""


@dataclass(frozen=True)
class AnyItems:
    """The items of a group that may be listed, and whether they are all."""

    there: Sequence[Formula]
    complete: Formula


class SomeView(Protocol):
    """The answers about the whole, or about a part, as far as they are open."""

    @property
    def id(self) -> str:
        """Empty for the whole."""

    def answer(self, name: str) -> AnyAnswer:
        """The answer to a question about the initiative."""

    def group(self, name: str) -> AnyItems:
        """The items of a group."""

    def field(self, group: str, slot: int, name: str) -> AnyAnswer:
        """What is answered about an item; about its id, the item itself."""


class SomeInitiative(Protocol):
    """An initiative of which something is open."""

    @property
    def whole(self) -> SomeView:
        """What is answered about the whole."""

    @property
    def part_views(self) -> Sequence[SomeView]:
        """What is answered about each part that there may be."""

    @property
    def parts(self) -> Sequence[Formula]:
        """Which of them there are."""

    @property
    def parts_complete(self) -> Formula:
        """Whether these are all."""


@dataclass(frozen=True)
class Freedom:
    """What is left open to every view: how much, and about what."""

    circuit: Circuit
    questions: Questions
    words: Words
    lengths: Mapping[str, int]
    """So many items each list may have."""
    disputes: Formula
    """Whether answers may be disputed."""
    blanks: Formula
    """Whether anything may be left unanswered, or open."""


Asked = Callable[[Question, SomeView, int | None], Formula]
"""Whether a question matters in a view, for one of the items of its group where it is about items."""


class AnyInitiative:
    """An initiative that may be any."""

    def __init__(
        self, circuit: Circuit, questions: Questions, words: Words, lengths: Mapping[str, int], asked: Asked
    ) -> None:
        self.disputes, self.blanks = circuit.free(), circuit.free()
        freedom = Freedom(circuit, questions, words, lengths, self.disputes, self.blanks)
        self.whole = AnyView("", freedom, asked)
        self.part_views = [AnyView(f"part-{number + 1}", freedom, asked) for number in range(lengths[PARTS])]
        self.parts = [circuit.free() for _ in self.part_views]
        self.parts_complete = circuit.free()
        circuit.require(self.parts_complete, self.blanks)
        for earlier, later in zip(self.parts, self.parts[1:], strict=False):
            circuit.require(-later, earlier)


class AnyView:
    """The answers about the whole, or about a part, which may be any. What nobody asks for is never made."""

    def __init__(self, id_: str, freedom: Freedom, asked: Asked) -> None:
        self.id = id_
        self.freedom = freedom
        self.asked = asked
        self.answers: dict[str, AnyAnswer] = {}
        self.fields: dict[tuple[str, int], dict[str, AnyAnswer]] = {}
        self.groups: dict[str, AnyItems] = {}

    def answer(self, name: str) -> AnyAnswer:
        """The answer to a question about the initiative."""
        if name not in self.answers:
            question = self.freedom.questions.initiative[name]
            self.answers[name] = self._answer(question, self.asked(question, self, None))
        return self.answers[name]

    def group(self, name: str) -> AnyItems:
        """The items of a group. Which of them are there does not matter, so the first ones are."""
        if name not in self.groups:
            self.groups[name] = self._items(self.freedom.questions.initiative[name])
        return self.groups[name]

    def field(self, group: str, slot: int, name: str) -> AnyAnswer:
        """What is answered about an item; about its id, the item itself."""
        if name == "id":
            return [AnyHeld(TRUE, {self.item_id(group, slot): TRUE})]
        fields = self.fields.setdefault((group, slot), {})
        if name not in fields:
            question = self.freedom.questions.groups[group].fields[name]
            there = self.group(group).there[slot]
            asked = self.asked(question, self, slot)
            fields[name] = self._answer(question, self.freedom.circuit.all_of((there, asked)))
        return fields[name]

    def _items(self, question: Question) -> AnyItems:
        free, circuit = self.freedom, self.freedom.circuit
        asked = self.asked(question, self, None)
        there = [circuit.free() for _ in range(free.lengths[question.id])]
        complete = circuit.free()
        circuit.require(-complete, asked)
        circuit.require(complete, free.blanks, -asked)
        for earlier, later in zip([asked, *there], there, strict=False):
            circuit.require(-later, earlier)
        return AnyItems(there, complete)

    def _answer(self, question: Question, asked: Formula) -> AnyAnswer:
        free, circuit = self.freedom, self.freedom.circuit
        held = [self._held(question) for _ in range(VIEWS_OF_A_DISPUTE)]
        first, *others = (one.there for one in held)
        circuit.require(-first, asked)
        circuit.require(first, free.blanks, -asked)
        for other in others:
            circuit.require(-other, first)
            circuit.require(-other, free.disputes)
        return held

    def _held(self, question: Question) -> AnyHeld:
        circuit = self.freedom.circuit
        there = circuit.free()
        words = {word: circuit.free() for word in self._words(question)}
        if question.type is AnswerType.ITEMS:
            self._only_listed(question, words)
        if question.type not in LIST_TYPES:
            circuit.exactly_one(list(words.values()), there)
            return AnyHeld(there, words)
        complete = circuit.free()
        excluded = {word: circuit.free() for word in words}
        circuit.require(-there, complete, self.freedom.blanks)
        for word, so in words.items():
            circuit.require(-so, there)
            circuit.require(-excluded[word], -so)
            circuit.require(-excluded[word], -complete)
        if question.type is AnswerType.ITEMS:
            self._only_listed(question, excluded)
        return AnyHeld(there, words, complete, excluded)

    def _words(self, question: Question) -> Sequence[Word]:
        if question.of is not None:
            return [self.item_id(question.of, slot) for slot in range(self.freedom.lengths[question.of])]
        return self.freedom.words.of(question)

    def _only_listed(self, question: Question, words: Mapping[Word, Formula]) -> None:
        """An answer can name only items that are there."""
        there = self.group(str(question.of)).there
        for listed, so in zip(there, words.values(), strict=True):
            self.freedom.circuit.require(-so, listed)

    def item_id(self, group: str, slot: int) -> str:
        """What an item is called."""
        return f"{self.freedom.questions.groups[group].item}-{slot + 1}"

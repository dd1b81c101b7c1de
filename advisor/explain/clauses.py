"""Answers as clauses that can follow "if": what would have to be so."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from advisor.explain.words import Wordings, inside_a_sentence
from advisor.logic.answers import Item, Items, Word
from advisor.messages import clauses as messages
from advisor.model.entry import Wording
from advisor.model.question import LIST_TYPES, AnswerType, Question
from advisor.text import both, either

About = tuple[str, Item | None]
"""The group and the item that an answer is about; None in place of the item for one that would be added."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_VALUE = "value"
_NO_LISTS: Mapping[str, Items] = MappingProxyType({})


class Clauses:
    """Tells answers as clauses: in the present tense, without a capital and without a full stop.

    Args:
        words: the words of the rulebook, in the language of the reader.
        lists: the lists of the initiative, for answers that name items of them; what they do not list would be added.
    """

    def __init__(self, words: Wordings, lists: Mapping[str, Items] = _NO_LISTS) -> None:
        self.words = words
        self.lists = lists

    def answer(self, question: Question, words: frozenset[Word] | Word, item: About | None = None) -> str:
        """That this is the answer: of a list all of these words, else one of them.

        Whether a list ends with them is told apart from that, by `no_more`.
        """
        chosen = words if isinstance(words, frozenset) else frozenset((words,))
        if not chosen:
            return self.none(question, item)
        if not question.options:
            return self._said(question, sorted(chosen, key=str), item, so=True)
        ordered = [option for option in question.options if option in chosen]
        clauses = [self.includes(question, option, item) for option in ordered]
        return both(clauses) if question.type in LIST_TYPES else either(clauses)

    def includes(self, question: Question, word: Word, item: About | None = None) -> str:
        """That a word is the answer, or among the answers."""
        return self._said(question, (word,), item, so=True)

    def lacks(self, question: Question, word: Word, item: About | None = None) -> str:
        """That a word is not the answer, or not among the answers."""
        return self._said(question, (word,), item, so=False)

    def none(self, question: Question, item: About | None = None) -> str:
        """That nothing is on a list, or that there are no items."""
        without = messages.NO_ITEM if question.type is AnswerType.GROUP else messages.NONE
        return self._written(question.none, item) or self._unwritten(without, question, item)

    def no_more(self, question: Question, item: About | None = None) -> str:
        """That nothing else is on a list, or that there are no other items."""
        without = messages.NO_MORE_ITEMS if question.type is AnswerType.GROUP else messages.NO_MORE
        return self._written(question.no_more, item) or self._unwritten(without, question, item)

    def one_more(self, group: str) -> str:
        """That there is one more item."""
        written = self._written(self.words.questions.find(group).one_more)
        return written or messages.ONE_MORE.format(item=self._noun(group))

    def one_less(self, group: str, item: Item) -> str:
        """That an item is not one of its group."""
        question = self.words.questions.find(group)
        about = (group, item)
        asked = messages.QUESTION.format(label=self.words.text(question.label))
        without = messages.ONE_LESS.format(name=self.name(about), question=asked)
        return self._written(question.one_less, about) or without

    def name(self, item: About) -> str:
        """What an item is called inside a clause."""
        group, one = item
        if one is not None:
            return inside_a_sentence(self.words.item_name(group, one))
        return self._written(self.words.questions.find(group).added) or messages.ADDED.format(item=self._noun(group))

    def _said(self, question: Question, words: Sequence[Word], item: About | None, *, so: bool) -> str:
        named = [self._word(question, word) for word in words]
        value = both(named) if so and question.type in LIST_TYPES else either(named)
        wording, contrary = _wordings(question, words[0], so=so)
        if wording is not None:
            return self._written(wording, item, value)
        if contrary is not None:
            return messages.NOT_SO.format(clause=self._written(contrary, item, value))
        if question.type in LIST_TYPES:
            template = messages.INCLUDES if so else messages.LACKS
        else:
            template = messages.IS if so else messages.IS_NOT
        return self._unwritten(template, question, item, value)

    def _written(self, wording: Wording | None, item: About | None = None, value: str = "") -> str:
        """A clause as the rulebook has it; nothing where it has none."""
        if wording is None:
            return ""
        name = "" if item is None else self.name(item)
        # Names and answers are filled in at once, so that nothing is filled into them.
        return _PLACEHOLDER.sub(lambda found: value if found[1] == _VALUE else name, self.words.text(wording))

    def _unwritten(self, template: str, question: Question, item: About | None, value: str = "") -> str:
        """A clause made of the words of the question."""
        noun = self._noun(question.id) if question.type is AnswerType.GROUP else ""
        label, name = self.words.text(question.label), "" if item is None else self.name(item)
        asked = (messages.QUESTION_ABOUT if name else messages.QUESTION).format(label=label, name=name)
        return template.format(question=asked, value=value, item=noun)

    def _word(self, question: Question, word: Word) -> str:
        if question.of is None:
            return self.words.word(question, word)
        if question.of not in self.lists:
            return self.name((question.of, Item(str(word))))
        listed = {one.id: one for one in self.lists[question.of].items}
        return self.name((question.of, listed.get(str(word))))

    def _noun(self, group: str) -> str:
        return self.words.questions.groups[group].item.replace("_", " ").replace("-", " ")


def _wordings(question: Question, word: Word, *, so: bool) -> tuple[Wording | None, Wording | None]:
    """The clause for an answer, or for its contrary, and the one that says the opposite."""
    if so and word == 0 and question.none is not None:
        return question.none, None
    if so and word == 1 and question.one is not None:
        return question.one, None
    at = question.options.get(str(word), question) if question.type is not AnswerType.YES_NO else question
    # That the answer is no is the contrary of yes.
    yes = so if question.type is not AnswerType.YES_NO else so == (word == "yes")
    return (at.so, at.so_not) if yes else (at.so_not, at.so)

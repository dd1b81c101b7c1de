"""Which words answers about one initiative may hold."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from advisor.initiative.initiative import Initiative
from advisor.logic.answers import Table, Word
from advisor.model.question import CLOSED_TYPES, AnswerType, Question, Questions
from advisor.solver.words import OTHERS, Words, alike


class Vocabulary(Protocol):
    """Says which words an answer may hold."""

    def of(self, question: Question) -> Sequence[Word]:
        """The words that an answer to a question may hold; none where the answer names items."""


class AllWords:
    """What any rule can tell apart, and whatever is said of the initiative."""

    def __init__(self, words: Words, questions: Questions, initiative: Initiative) -> None:
        self.words = words
        self.said: dict[AnswerType, dict[Word, None]] = {}
        """The languages and the places of which something is said, in the order of the file."""
        for question, word in _said(questions, initiative):
            self.said.setdefault(alike(question.type), {})[word] = None

    def of(self, question: Question) -> Sequence[Word]:
        """The words that an answer to a question may hold; none where the answer names items."""
        if not has_no_end(question):
            return self.words.of(question)
        return tuple(dict.fromkeys((*self.said.get(alike(question.type), ()), *self.words.of(question))))


class WordsAtHand(AllWords):
    """Of languages and places, only what has to do with what is said: nobody thinks of any other."""

    def __init__(self, words: Words, questions: Questions, initiative: Initiative, tables: Mapping[str, Table]) -> None:
        super().__init__(words, questions, initiative)
        said = {str(word) for kind in self.said.values() for word in kind}
        related = (
            word
            for table in tables.values()
            for key, row in table.rows.items()
            if key in said or row & said
            for word in (key, *row)
        )
        self._near = {*said, *related, *words.tested, OTHERS[0]}

    def of(self, question: Question) -> Sequence[Word]:
        """The words that an answer to a question may hold; none where the answer names items."""
        words = super().of(question)
        return tuple(word for word in words if word in self._near) if has_no_end(question) else words


def has_no_end(question: Question) -> bool:
    """Whether an answer may hold any language, or any place."""
    return question.type not in CLOSED_TYPES and question.type is not AnswerType.NUMBER and question.of is None


def _said(questions: Questions, initiative: Initiative) -> Iterator[tuple[Question, Word]]:
    """Every word that is said of an initiative, with what it answers."""
    for view in initiative.views:
        answers = [(questions.initiative[name], answer) for name, answer in view.answers.items()]
        for name, items in view.groups.items():
            fields = questions.groups[name].fields
            answers += [(fields[field], answer) for item in items.items for field, answer in item.answers.items()]
        for question, answer in answers:
            yield from ((question, word) for held in answer.held for word in sorted(held.words, key=str))

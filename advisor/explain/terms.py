"""The terms of art in what is shown: what a reader may want explained."""

from collections.abc import Iterable
from typing import NamedTuple

from advisor.model.entry import Wording, in_language
from advisor.model.question import Question
from advisor.rulebook.rulebook import Rulebook


class Meaning(NamedTuple):
    """A term of art and what it means, in the language of the reader."""

    term: str
    says: str

    def __str__(self) -> str:
        return f"{self.term}: {self.says}"


def meanings_in(text: str, rulebook: Rulebook, language: str) -> list[Meaning]:
    """The terms that a text uses, each once, in the order in which they first appear."""
    return _meanings([text], rulebook, language)


def meanings_of(question: Question, rulebook: Rulebook, language: str) -> list[Meaning]:
    """The terms in a question as it is asked in a language: in its prompt, its help and its options."""
    options = [wording for option in question.options.values() for wording in (option.label, option.help)]
    asked: list[Wording | None] = [question.prompt, question.help, *options]
    return _meanings([in_language(wording, language) for wording in asked if wording is not None], rulebook, language)


def _meanings(texts: Iterable[str], rulebook: Rulebook, language: str) -> list[Meaning]:
    glossary = rulebook.glossary
    found = dict.fromkeys(id_ for text in texts for id_ in glossary.occurrences(text))
    terms = [glossary.terms[id_] for id_ in found]
    return [Meaning(in_language(term.term, language), in_language(term.says, language)) for term in terms]

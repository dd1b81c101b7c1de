"""The terms of art in what is shown: what a reader may want explained."""

from collections.abc import Iterable

from advisor.model.entry import Wording, in_language
from advisor.model.glossary import Term
from advisor.model.question import Question
from advisor.rulebook.rulebook import Rulebook


def terms_in(text: str, rulebook: Rulebook) -> tuple[Term, ...]:
    """The terms that a text uses, each once, in the order in which they first appear."""
    return _explained([text], rulebook)


def terms_of(question: Question, rulebook: Rulebook, language: str) -> tuple[Term, ...]:
    """The terms in a question as it is asked in a language: in its prompt, its help and its options."""
    options = [wording for option in question.options.values() for wording in (option.label, option.help)]
    asked: list[Wording | None] = [question.prompt, question.help, *options]
    return _explained([in_language(wording, language) for wording in asked if wording is not None], rulebook)


def _explained(texts: Iterable[str], rulebook: Rulebook) -> tuple[Term, ...]:
    glossary = rulebook.glossary
    found = dict.fromkeys(id_ for text in texts for id_ in glossary.occurrences(text))
    return tuple(glossary.terms[id_] for id_ in found)

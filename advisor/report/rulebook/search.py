"""Finding the pages of a rulebook on which words stand."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.explain.conditions import Conditions
from advisor.model.entry import Wording, in_language
from advisor.model.finding import Finding, Home
from advisor.model.question import Question
from advisor.model.source import Source
from advisor.report.rulebook.page import Sort, Target, target_of
from advisor.report.sources import citation
from advisor.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class Hit:
    """A page on which the words stand."""

    target: Target
    title: str


@dataclass(frozen=True)
class _Entry:
    """What words are looked for in."""

    target: Target
    title: str
    text: str


def search(rulebook: Rulebook, words: str, language: str = "en") -> list[Hit]:
    """The pages on which all of these words stand: first those with them in the id, then in the title, then further on.

    Args:
        rulebook: where to look.
        words: what to look for, whatever its case and accents; parts of words will do.
        language: in which the texts are read.
    """
    wanted = _folded(words).split()
    found = [(rank, entry) for entry in _entries(rulebook, language) if (rank := _rank(entry, wanted)) is not None]
    return [Hit(entry.target, entry.title) for _, entry in sorted(found, key=lambda one: one[0])] if wanted else []


def _rank(entry: _Entry, wanted: list[str]) -> int | None:
    """How well an entry fits, best first; None where a word is missing."""
    id_, title = _folded(entry.target.id), _folded(entry.title)
    if wanted == [id_]:
        return 0
    everywhere = (id_, f"{id_} {title}", f"{id_} {title} {_folded(entry.text)}")
    return next((rank for rank, text in enumerate(everywhere, start=1) if all(word in text for word in wanted)), None)


def _folded(text: str) -> str:
    """A text as it is compared, whatever its case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def _entries(rulebook: Rulebook, language: str) -> Iterator[_Entry]:
    conditions = Conditions(rulebook, language)
    for home in rulebook.homes.values():
        yield _of_home(home, language)
        for name in home.findings:
            yield _of_finding(rulebook.findings[name], conditions, language)
    for question in rulebook.questions.all():
        yield _of_question(question, language)
    for name, source in rulebook.sources.items():
        yield _of_source(name, source)
    for name, term in rulebook.glossary.terms.items():
        text = _texts(language, term.says)
        yield _Entry(Target(Sort.TERM, name), in_language(term.term, language), " ".join((*term.also, text)))


def _of_home(home: Home, language: str) -> _Entry:
    return _Entry(target_of(home), in_language(home.title, language), _texts(language, home.about))


def _of_finding(finding: Finding, conditions: Conditions, language: str) -> _Entry:
    title = conditions.text(finding, finding.statement)
    return _Entry(Target(Sort.FINDING, finding.id), title, _texts(language, *finding.texts))


def _of_question(question: Question, language: str) -> _Entry:
    options = [text for option in question.options.values() for text in (option.label, option.help)]
    text = _texts(language, question.label, question.help, *options)
    return _Entry(Target(Sort.QUESTION, question.id), in_language(question.prompt, language), text)


def _of_source(name: str, source: Source) -> _Entry:
    return _Entry(Target(Sort.SOURCE, name), citation(source), " ".join(filter(None, (source.short, source.note))))


def _texts(language: str, *wordings: Wording | None) -> str:
    return " ".join(in_language(wording, language) for wording in wordings if wording is not None)

"""The glossary for a reader: each term with what it means, by whom, and where that comes from."""

from collections.abc import Iterator, Mapping

from advisor.messages import glossary as messages
from advisor.model.entry import in_language
from advisor.model.finding import Citation
from advisor.model.glossary import Term
from advisor.model.source import Source
from advisor.report.sources import short_citation
from advisor.rulebook.glossary import Glossary
from advisor.rulebook.rulebook import Rulebook
from advisor.text import both, did_you_mean, paragraph, quoted, visible


def as_text(rulebook: Rulebook, language: str) -> str:
    """Every term, in the order of the file."""
    terms = [one_as_text(rulebook, id_, language) for id_ in rulebook.glossary.terms]
    return "".join(terms) or f"{messages.EMPTY}\n"


def one_as_text(rulebook: Rulebook, term: str, language: str) -> str:
    """One term, by its id."""
    return visible("\n".join(_lines(rulebook.glossary.terms[term], rulebook.sources, language))) + "\n"


def no_such_term(wanted: str, glossary: Glossary) -> str:
    """That a term is not there, and the nearest that is."""
    return (
        visible(messages.NO_SUCH_TERM.format(wanted=quoted(wanted), hint=did_you_mean(wanted, glossary.forms))) + "\n"
    )


def _lines(term: Term, sources: Mapping[str, Source], language: str) -> Iterator[str]:
    yield in_language(term.term, language)
    for text in (in_language(term.says, language), _rests(term, sources)):
        yield from paragraph(text, "    ", "    ").splitlines()


def _rests(term: Term, sources: Mapping[str, Source]) -> str:
    if not term.source:
        return messages.RESTS_ALONE[term.basis]
    return messages.RESTS[term.basis].format(sources=both(_cited(citation, sources) for citation in term.source))


def _cited(citation: Citation, sources: Mapping[str, Source]) -> str:
    place = f" ({citation.place})" if citation.place else ""
    return f"{short_citation(sources[citation.ref])}{place}"

"""The glossary for a reader: each term with what it means, by whom, and where that comes from."""

from collections.abc import Iterator, Mapping

from advisor.messages import glossary as messages
from advisor.model.entry import in_language
from advisor.model.finding import Citation
from advisor.model.glossary import Term
from advisor.model.source import Source
from advisor.report.sources import short_citation
from advisor.rulebook.rulebook import Rulebook
from advisor.text import both, did_you_mean, paragraph, quoted, visible


def as_text(rulebook: Rulebook, wanted: str, language: str) -> str:
    """What a term means, found by its id or by any of its forms; the whole glossary where no term is named."""
    glossary = rulebook.glossary
    if not is_known(rulebook, wanted):
        told = messages.NO_SUCH_TERM.format(wanted=quoted(wanted), hint=did_you_mean(wanted, glossary.forms))
        return f"{told}\n"
    ids = [glossary.find(wanted)] if wanted else list(glossary.terms)
    terms = [glossary.terms[id_] for id_ in ids if id_ is not None]
    lines = [line for term in terms for line in _lines(term, rulebook.sources, language)]
    return visible("\n".join(lines or [messages.EMPTY])) + "\n"


def is_known(rulebook: Rulebook, wanted: str) -> bool:
    """Whether there is such a term, or none is named."""
    return not wanted or rulebook.glossary.find(wanted) is not None


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

"""What the rulebook rests on: every source with the rules that cite it, and what of the issue brief they carry."""

from collections.abc import Iterator

from advisor.model.source import Source
from advisor.rulebook.rulebook import Rulebook
from advisor.text import both, paragraph, visible

_SEEN = {
    "brief": "known to us only through the issue brief",
    "publication": "seen",
    "secondary": "known to us through others",
}


def as_text(rulebook: Rulebook) -> str:
    """The table for a person."""
    return visible("\n".join(_lines(rulebook))) + "\n"


def citation(source: Source) -> str:
    """A source as a bibliography has it: authors, year, title and where it appeared."""
    where = ", ".join(part for part in (source.venue, source.pages and f"{source.pages}", source.doi) if part)
    title = source.title if source.title.endswith(("?", "!")) else f"{source.title}."
    return f"{both(source.authors)} ({source.year}). {title}{f' {where}.' if where else ''}"


def short_citation(source: Source) -> str:
    """A source as a sentence names it: who and when."""
    if source.short is not None:
        return source.short
    surnames = [author.partition(",")[0] for author in source.authors]
    return f"{both(surnames)} {source.year}"


def _lines(rulebook: Rulebook) -> Iterator[str]:
    yield "Sources, and the rules that rest on them"
    yield "----------------------------------------"
    for name, source in rulebook.sources.items():
        yield from paragraph(f"{citation(source)} [{_SEEN[source.seen]}]", "    ").splitlines()
        citing = [f.id for f in rulebook.findings.values() if f.source is not None and f.source.ref == name]
        terms = rulebook.glossary.terms.items()
        citing += [f"glossary/{id_}" for id_, term in terms if any(cited.ref == name for cited in term.source)]
        yield from paragraph(", ".join(sorted(citing)) or "no rule yet", "    ", "    ").splitlines()
    if rulebook.systems:
        yield ""
        yield from _systems(rulebook)


def _systems(rulebook: Rulebook) -> Iterator[str]:
    """What the issue brief reports, with the rules that carry it."""
    yield "What the issue brief reports, and the rules that carry it"
    yield "---------------------------------------------------------"
    carried = 0
    for number, system in rulebook.systems.items():
        carrying = sorted(f.id for f in rulebook.findings.values() if int(number) in f.systems)
        carried += bool(carrying)
        yield from paragraph(f"{number:>2} {system.by}: {system.title}. {system.says}", "   ").splitlines()
        yield from paragraph(", ".join(carrying) or "not yet carried", "     ", "   > ").splitlines()
    yield f"{carried} of {len(rulebook.systems)} are carried."

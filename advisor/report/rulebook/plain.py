"""A page of the rulebook as plain text."""

from collections.abc import Iterable, Iterator, Sequence

from advisor.messages import rulebook as messages
from advisor.report.plain.lines import heading, wrapped
from advisor.report.rulebook.page import Line, Page
from advisor.report.rulebook.search import Hit
from advisor.text import quoted, visible

_MOST = 12
"""So many of those that were found are listed."""


def as_text(pages: Iterable[Page]) -> str:
    """Pages for a person, one after the other."""
    return visible("\n\n".join("\n".join(_page(page)) for page in pages)) + "\n"


def hits_as_text(wanted: str, hits: Sequence[Hit]) -> str:
    """Where words stand that are no id, best first."""
    said = [*wrapped(messages.STANDS_IN.format(wanted=quoted(wanted), number=len(hits)))]
    for hit in hits[:_MOST]:
        said += wrapped(f"{hit.title} [{hit.target.id}]", "    ", "  - ")
    said += [messages.FURTHER_HITS.format(number=len(hits) - _MOST)] if len(hits) > _MOST else []
    return visible("\n".join((*said, messages.TO_SHOW))) + "\n"


def _page(page: Page) -> Iterator[str]:
    yield from wrapped(f"{page.title} [{page.target.id}]")
    yield ""
    for fact in page.facts:
        yield from wrapped(f"{fact.label}: {fact.says}", "    ", "  ")
    for section in page.sections:
        yield from heading(section.title)
        for line in section.lines:
            yield from _line(line, "")
        if section.notes:
            yield ""
        for note in section.notes:
            yield from wrapped(note)
    if page.place is not None:
        yield ""
        yield from wrapped(messages.IN_THE_FILE.format(file=page.place.file, line=page.place.line))
    for below in page.in_place_of:
        yield from wrapped(below)


def _line(line: Line, indent: str) -> Iterator[str]:
    mark = "" if line.target is None else f" [{line.target.id}]"
    yield from wrapped(f"{line.says}{mark}", f"{indent}  ", f"{indent}- ")
    for inner in line.under:
        yield from _line(inner, f"{indent}  ")

"""A page of the rulebook as plain text."""

from collections.abc import Iterable, Iterator

from advisor.messages import rulebook as messages
from advisor.report.plain.lines import heading, wrapped
from advisor.report.rulebook.page import Line, Page
from advisor.text import visible


def as_text(pages: Iterable[Page]) -> str:
    """Pages for a person, one after the other."""
    return visible("\n\n".join("\n".join(_page(page)) for page in pages)) + "\n"


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

"""The formats in which a paper can be written, by the ending of the file. Each loads its library when it is used."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import papers as messages
from advisor.papers.paper import Paper
from advisor.text import expected

Writer = Callable[[Paper, Path | None], bytes]


def _html(paper: Paper, _: Path | None) -> bytes:
    from advisor.papers.html import as_html

    return as_html(paper)


def _word(paper: Paper, template: Path | None) -> bytes:
    from advisor.papers.word import as_word

    return as_word(paper, template)


def _markdown(paper: Paper, _: Path | None) -> bytes:
    from advisor.papers.markdown import as_markdown

    return as_markdown(paper)


def _calendar(paper: Paper, _: Path | None) -> bytes:
    from advisor.papers.calendar import as_calendar

    return as_calendar(paper)


def _json(paper: Paper, _: Path | None) -> bytes:
    return (json.dumps(paper.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n").encode()


_WORD = ".docx"
FORMATS: Mapping[str, Writer] = {_WORD: _word, ".html": _html, ".md": _markdown, ".json": _json, ".ics": _calendar}


def writer_for(out: Path, template: Path | None) -> Writer:
    """What writes a file of this name.

    Raises:
        AdvisorError: its ending says no format that there is, or none that takes a template.
    """
    ending = out.suffix.lower()
    if ending not in FORMATS:
        message = messages.NO_SUCH_FORMAT.format(expected=expected(FORMATS))
        raise AdvisorError([Fault(Place(str(out)), "P01", message)])
    if template is not None and ending != _WORD:
        raise AdvisorError([Fault(Place(str(out)), "P01", messages.NO_TEMPLATE_HERE)])
    return FORMATS[ending]

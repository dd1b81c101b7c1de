"""A paper as a Word file, in the styles of a template that an organisation may replace."""

from pathlib import Path

from advisor.papers.paper import Paper
from advisor.papers.word.archive import same_bytes
from advisor.papers.word.stationery import of_template, our_own
from advisor.papers.word.writing import write


def as_word(paper: Paper, template: Path | None = None) -> bytes:
    """The file.

    Args:
        paper: what to write.
        template: a Word file whose styles, margins, header and footer are used; ours if left out.

    Raises:
        AdvisorError: the template is no Word file, or lacks a style.
    """
    document = our_own(paper) if template is None else of_template(template, paper)
    write(paper, document)
    return same_bytes(document)

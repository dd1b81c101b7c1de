"""A paper as plain data: the same whatever it is written in."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from advisor.messages import papers as messages
from advisor.model.advice import PaperKind
from advisor.report.audience import Audience
from advisor.text import visible


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())


Words = Annotated[str, AfterValidator(_one_line)]
"""Text that may come from any file: safe to show, in one line."""


class _Piece(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Line(_Piece):
    """A sentence or two, with what introduces it and the numbers of its notes."""

    says: Words
    label: Words = ""
    notes: list[int] = []


class Paragraph(_Piece):
    """One line by itself."""

    block: Literal["paragraph"] = "paragraph"
    line: Line


class Bullets(_Piece):
    """A list; what follows the first line of an item stands under it."""

    block: Literal["bullets"] = "bullets"
    numbered: bool = False
    items: list[list[Line]]


class Table(_Piece):
    """A table whose first column names the rows."""

    block: Literal["table"] = "table"
    caption: Words
    header: list[Words]
    rows: list[list[list[Line]]]


class Standing(_Piece):
    """How a school stands to a track."""

    status: str
    sign: Words
    word: Words
    broad: Annotated[bool, Field(description="It covers several tracks, and never names one alone.")] = False

    @property
    def says(self) -> str:
        """Sign and word, in brackets where the term is used broadly."""
        told = f"{self.sign} {self.word}"
        return f"({told})" if self.broad else told


class SchoolRow(_Piece):
    """What one school says of each track; empty where it does not speak of one."""

    name: Line
    cells: list[list[Standing]]


class Verdicts(_Piece):
    """The schools side by side."""

    block: Literal["verdicts"] = "verdicts"
    caption: Words
    header: list[Words]
    rows: list[SchoolRow]


class Due(_Piece):
    """Something that is due."""

    when: Words
    date: Annotated[str | None, Field(description="YYYY or YYYY-MM, as exact as it is known.")]
    date_says: Annotated[Words, Field(description="The date in words.")]
    what: Line
    finding: str


class Dates(_Piece):
    """What is due, in order."""

    block: Literal["dates"] = "dates"
    caption: Words
    header: list[Words]
    events: list[Due]


Block = Annotated[Paragraph | Bullets | Table | Verdicts | Dates, Field(discriminator="block")]


class Section(_Piece):
    """A heading with what stands below it."""

    heading: Words
    level: Literal[1, 2, 3] = 1
    new_page: bool = False
    blocks: list[Block] = []


class Rests(_Piece):
    """What a reason rests on, as a sentence."""

    says: Words
    source: Annotated[str | None, Field(description="Its id in the bibliography.")]


class Note(_Piece):
    """The reason for something, who disagrees, and what it rests on."""

    number: int
    says: Words
    rests: list[Rests]


class Reference(_Piece):
    """A source that a note cites."""

    id: str
    label: Annotated[Words, Field(description="How notes call it, where the reference does not begin so.")]
    says: Words
    known: Annotated[Words, Field(description="How we know it, where not from the publication.")]


class Paper(_Piece):
    """A paper, whole."""

    kind: PaperKind
    title: Words
    subtitle: Words
    language: str
    audience: Annotated[Audience, Field(strict=False)]
    for_whom: Words
    sections: list[Section]
    withheld: Annotated[list[Words], Field(description="What is left out, in general words.")]
    receipt: Annotated[list[Words], Field(description="The rules and the answers that it rests on.")]
    about_notes: Words
    notes: list[Note]
    bibliography: list[Reference]
    initiative: Annotated[str, Field(description="The id of the initiative.")]

    @property
    def body(self) -> list[Section]:
        """Everything that stands before the notes: the sections, then what is left out."""
        if not self.withheld:
            return self.sections
        said = messages.WITHHELD_IS.format(questions="; ".join(self.withheld).lower())
        return [*self.sections, Section(heading=messages.WITHHELD, blocks=[Paragraph(line=Line(says=said))])]

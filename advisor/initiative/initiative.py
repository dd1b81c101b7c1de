"""An initiative: the answers given about it as a whole, and about each of its phases and strands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from advisor.logic.answers import Answer, Items

Record = Literal["own", "real", "composed"]
PartKind = Literal["phase", "strand"]

UNANSWERED = Answer()
NONE_LISTED = Items()


@dataclass(frozen=True)
class View:
    """The answers as they stand for the whole initiative, or for one part of it."""

    id: str
    """Empty for the whole."""
    name: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    groups: Mapping[str, Items] = field(default_factory=dict)
    kind: PartKind | None = None
    start: str | None = None
    end: str | None = None

    def answer(self, question: str) -> Answer:
        """The answer to a question about the initiative; unknown if none was given."""
        return self.answers.get(question, UNANSWERED)

    def group(self, name: str) -> Items:
        """The items of a group; none known, and open, if nothing was said."""
        return self.groups.get(name, NONE_LISTED)


@dataclass(frozen=True)
class Label:
    """What somebody has called this initiative in print."""

    label: str
    by: str
    year: int | None
    title: str | None
    evidence: str
    note: str | None


@dataclass(frozen=True)
class Initiative:
    """An initiative as its file describes it."""

    id: str
    name: str
    whole: View
    parts: tuple[View, ...] = ()
    parts_complete: bool = True
    record: Record = "own"
    """The user's own, a real and published one, or one composed to show something."""
    years: str | None = None
    about: str | None = None
    published: tuple[Label, ...] = ()
    review: str | None = None
    """Whether our result agrees with what others have called it, and why not."""

    @property
    def views(self) -> tuple[View, ...]:
        """The whole, then each part."""
        return (self.whole, *self.parts)

    @property
    def parts_or_itself(self) -> tuple[View, ...]:
        """The parts; an initiative without any is its own single part."""
        return self.parts or (self.whole,)

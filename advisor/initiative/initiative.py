"""An initiative: the answers given about it as a whole, and about each of its phases and strands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from advisor.logic.answers import Answer, Item, Items

Record = Literal["own", "real", "composed"]
PartKind = Literal["phase", "strand"]
How = Literal["some", "open", "closed", "unknown"]

UNANSWERED = Answer()
NONE_LISTED = Items()


@dataclass(frozen=True)
class Listing:
    """The items of a group as they are written in one place of a file."""

    items: tuple[Item, ...] = ()
    how: How = "some"
    """A bare list (some), one that says that there may be more (open) or that this is all (closed), or none (unknown).

    In a part, all but a closed list keep the items of the whole, and change or add what they name. A bare one leaves
    the whole's list open or closed as it is."""
    note: str | None = None


@dataclass(frozen=True)
class Said:
    """What a file says about the whole, or about a part where it differs from the whole."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    groups: Mapping[str, Listing] = field(default_factory=dict)


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
    said: Said = Said()
    """Of all this, what is written here, and not taken over from the whole."""

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

    def view(self, part: str) -> View:
        """A part by its id; the whole for an empty one."""
        return {view.id: view for view in self.views}[part]

    @property
    def parts_or_itself(self) -> tuple[View, ...]:
        """The parts; an initiative without any is its own single part."""
        return self.parts or (self.whole,)

    def saying(self, part: str, said: Said) -> "Initiative":
        """The initiative as it is if a part, or the whole, is said to be otherwise."""
        whole = self.whole if part else laid_over(View("", ""), replace(self.whole, said=said))
        parts = (replace(view, said=said) if view.id == part else view for view in self.parts)
        return replace(self, whole=whole, parts=tuple(laid_over(whole, view) for view in parts))


def laid_over(whole: View, part: View) -> View:
    """A part with what is said about it laid over what is known of the whole."""
    groups = {name: _laid_over(whole.group(name), listing) for name, listing in part.said.groups.items()}
    return replace(part, answers={**whole.answers, **part.said.answers}, groups={**whole.groups, **groups})


def _laid_over(base: Items, listing: Listing) -> Items:
    known = {item.id: item.answers for item in base.items}
    said = {item.id: Item(item.id, {**known.get(item.id, {}), **item.answers}) for item in listing.items}
    merged = tuple({**{item.id: item for item in base.items}, **said}.values())
    match listing.how:
        case "some":
            return Items(merged, base.complete, base.note)
        case "open":
            return Items(merged, complete=False, note=listing.note)
        case "closed":
            return Items(tuple(item for item in merged if item.id in said), complete=True, note=listing.note)
    return NONE_LISTED

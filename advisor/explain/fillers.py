"""Who fills a role: the people in the initiative's lists who meet what the role asks for."""

from dataclasses import dataclass

from advisor.explain.missing import Searcher
from advisor.logic.answers import Item
from advisor.logic.evaluate import evaluate, items_looked_at
from advisor.logic.truth import Truth
from advisor.model.advice import Filling, Fills
from advisor.model.finding import Finding
from advisor.reference import Reference, ReferenceWorld


@dataclass(frozen=True)
class Filler:
    """Somebody who fills a role, and how."""

    group: str
    item: str
    name: str
    how: str
    fills: Fills
    certain: bool
    """Whether the answers say so; if not, they leave it open."""
    unknown: tuple[str, ...] = ()
    """What is not known of them and would decide it, in a few words each."""


@dataclass(frozen=True)
class Fit:
    """A way of filling a role that somebody fits, or may fit."""

    filling: Filling
    item: Item
    seen: ReferenceWorld
    certain: bool

    @property
    def fills(self) -> Fills:
        """How well that fills it."""
        return self.filling.fills


def fillers(searcher: Searcher, finding: Finding, view: str, item: str | None) -> tuple[Filler, ...]:
    """Who fills the role that a finding asks for, in words; see `fits`."""
    return tuple(_told(searcher, fit) for fit in fits(searcher.reference, finding, view, item))


def _told(searcher: Searcher, fit: Fit) -> Filler:
    group, where, words = fit.filling.who.group, fit.filling.who.where, searcher.words
    assert where is not None  # noqa: S101 -- no filling can be read without one
    name, how = words.item_name(group, fit.item), words.text(fit.filling.how)
    unknown = () if fit.certain else searcher.labels(where, fit.seen)
    return Filler(group, fit.item.id, name, how, fit.fills, fit.certain, unknown)


def fits(reference: Reference, finding: Finding, view: str, item: str | None) -> tuple[Fit, ...]:
    """Who fills the role that a finding asks for: each person once, by the first way that fits or may fit.

    A way that is unknown or disputed gives way to one that is known and fills the role as well, not to a lesser one:
    how that is worded may deny the better. Those who are known to fill it in no way are left out.
    """
    world = reference.world(finding, view, item)
    found: dict[tuple[str, str], Fit] = {}
    for filling in finding.filled_by:
        group, where = filling.who.group, filling.who.where
        assert where is not None  # noqa: S101 -- no filling can be read without one
        for one in items_looked_at(filling.who, world):
            seen = world.looking_at(group, one.id)
            value, known = evaluate(where, seen), found.get((group, one.id))
            certain = value is Truth.TRUE
            surer = known is not None and certain and not known.certain and filling.fills == known.fills
            if value is not Truth.FALSE and (known is None or surer):
                found[group, one.id] = Fit(filling, one, seen, certain)
    return tuple(sorted(found.values(), key=lambda fit: not fit.certain))

"""Who fills a role: the people in the initiative's lists who meet what the role asks for."""

from dataclasses import dataclass

from advisor.explain.missing import Searcher
from advisor.logic.evaluate import evaluate, items_looked_at
from advisor.logic.truth import Truth
from advisor.model.advice import Fills
from advisor.model.finding import Finding


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


def fillers(searcher: Searcher, finding: Finding, view: str, item: str | None) -> tuple[Filler, ...]:
    """Who fills the role that a finding asks for: each person once, by the first way that fits or may fit.

    A way that is unknown or disputed gives way to one that is known and fills the role as well, not to a lesser one:
    how that is worded may deny the better. Those who are known to fill it in no way are left out.
    """
    world = searcher.reference.world(finding, view, item)
    words = searcher.words
    found: dict[tuple[str, str], Filler] = {}
    for filling in finding.filled_by:
        group, where = filling.who.group, filling.who.where
        assert where is not None  # noqa: S101 -- no filling can be read without one
        for one in items_looked_at(filling.who, world):
            seen = world.looking_at(group, one.id)
            value, known = evaluate(where, seen), found.get((group, one.id))
            certain = value is Truth.TRUE
            surer = known is not None and certain and not known.certain and filling.fills == known.fills
            if value is not Truth.FALSE and (known is None or surer):
                name, how = words.item_name(group, one), words.text(filling.how)
                unknown = () if certain else searcher.labels(where, seen)
                found[group, one.id] = Filler(group, one.id, name, how, filling.fills, certain, unknown)
    return tuple(sorted(found.values(), key=lambda filler: not filler.certain))

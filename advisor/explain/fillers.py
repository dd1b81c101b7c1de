"""Who fills a role: the people in the initiative's lists who meet what the role asks for."""

from dataclasses import dataclass

from advisor.explain.words import Wordings
from advisor.logic.evaluate import evaluate, items_looked_at
from advisor.logic.truth import Truth
from advisor.model.advice import Fills
from advisor.model.finding import Finding
from advisor.reference import Reference


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


def fillers(reference: Reference, words: Wordings, finding: Finding, view: str, item: str | None) -> tuple[Filler, ...]:
    """Who fills the role that a finding asks for: each person once, by the best way that the answers bear out.

    Those about whom nothing is known that would speak for them are left out.
    """
    world = reference.world(finding, view, item)
    found: dict[tuple[str, str], Filler] = {}
    for wanted in (Truth.TRUE, Truth.UNKNOWN):
        for filling in finding.filled_by:
            group = filling.who.group
            for one in items_looked_at(filling.who, world):
                if (group, one.id) in found or filling.who.where is None:
                    continue
                if evaluate(filling.who.where, world.looking_at(group, one.id)) is wanted:
                    name, how = words.item_name(group, one), words.text(filling.how)
                    certain = wanted is Truth.TRUE
                    found[group, one.id] = Filler(group, one.id, name, how, filling.fills, certain)
    return tuple(found.values())

"""Whom a change concerns: the initiatives whose headline, verdicts or advice are others than before, and why."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from advisor.errors import AdvisorError
from advisor.explain.words import status_word, told_alone
from advisor.initiative.initiative import Initiative
from advisor.initiative.reader import read_initiative
from advisor.logic.conditions import Status
from advisor.messages import diff as messages
from advisor.model.finding import Finding, Kind
from advisor.report.assessment import Picture
from advisor.report.rulebook.links import Links
from advisor.rulebook.rulebook import Rulebook
from advisor.workshop.diff.causes import Causes
from advisor.workshop.diff.judged import Filled, Judge, Judged, Key
from advisor.workshop.diff.result import EffectResult, FillingChange, HeadlineChange, StatusChange

_NOT_TOLD = (Kind.PREMISE, Kind.HEADLINE)
"""The kinds that only others build on."""
_WORDS = ("statement", "because", "dissent", "next_step", "better", "role", "look_for")
"""The texts that are told where a finding is met."""


class Effects:
    """Two states of a rulebook, and what they make of initiatives."""

    def __init__(self, old: Links, new: Links) -> None:
        self.judges = (Judge(old.rulebook), Judge(new.rulebook))
        self.causes = Causes(old, new)
        self._reworded = {
            Status.MET: _reworded(old.rulebook, new.rulebook, _WORDS),
            Status.CONTESTED: _reworded(old.rulebook, new.rulebook, _WORDS),
            Status.NOT_MET: _reworded(old.rulebook, new.rulebook, ("statement_not",)),
            Status.UNKNOWN: frozenset[str](),
        }
        """The findings that are told in other words than before, by how they settle."""

    def of_file(self, path: Path, named: str) -> EffectResult | None:
        """What changes for the initiative in a file; None if nothing does."""
        before = read_initiative(path, self.judges[0].rulebook.questions, named)
        if self.causes.asked_alike:
            return self.of(before, before, named)
        try:
            now = read_initiative(path, self.judges[1].rulebook.questions, named)
        except AdvisorError as error:
            return _effect(before, named).model_copy(update={"faults": [str(fault) for fault in error.faults]})
        return self.of(before, now, named)

    def of(self, before: Initiative, now: Initiative, named: str) -> EffectResult | None:
        """What changes for an initiative, as it reads with the questions of each state; None if nothing does."""
        reach = self.causes.reach.union(*self._reworded.values())
        sides = [judge.judge(one, reach) for judge, one in zip(self.judges, (before, now), strict=True)]
        changed = differing(*sides)
        otherwise = frozenset(key.finding for key in changed)
        effect = _effect(now, named).model_copy(
            update={
                "headlines": list(self._headlines(sides, now, changed)) if changed else [],
                "findings": [self._status(key, sides, now, otherwise) for key in changed if self._is_told(key)],
                "filled": list(self._filled(sides, now, otherwise)),
                "reworded": list(self._told_otherwise(sides[1], otherwise)),
            }
        )
        return effect if effect.headlines or effect.findings or effect.filled or effect.reworded else None

    def _told_otherwise(self, judged: Judged, otherwise: frozenset[str]) -> Iterator[str]:
        """What settles as before, and is told in other words."""
        told = {key.finding for key, status in judged.statuses.items() if key.finding in self._reworded[status]}
        kinds = {name: self._finding(name).kind for name in told - otherwise}
        yield from sorted(name for name, kind in kinds.items() if kind not in _NOT_TOLD)

    def _is_told(self, key: Key) -> bool:
        return self._finding(key.finding).kind not in _NOT_TOLD

    def _finding(self, name: str) -> Finding:
        """A finding as it is now, or as it was where it is gone."""
        old, new = (judge.rulebook.findings for judge in self.judges)
        return new[name] if name in new else old[name]

    def _status(self, key: Key, sides: Sequence[Judged], now: Initiative, otherwise: frozenset[str]) -> StatusChange:
        finding = self._finding(key.finding)
        before, after = (side.statuses.get(key) for side in sides)
        return StatusChange(
            finding=key.finding,
            kind=finding.kind.value,
            part=_part(key.part, now),
            item=key.item or None,
            says=self._claims(finding, key, now),
            before=_status(finding, before),
            now=_status(finding, after),
            through=self.causes.through([key.finding], otherwise),
        )

    def _claims(self, finding: Finding, key: Key, now: Initiative) -> str:
        """What a finding says where it is met."""
        items = now.view(key.part).group(finding.for_each).items if finding.for_each else ()
        item = next((item for item in items if item.id == key.item), None)
        return told_alone(self.judges[1].words.statement(finding, Status.MET, item))

    def _filled(self, sides: Sequence[Judged], now: Initiative, otherwise: frozenset[str]) -> Iterator[FillingChange]:
        for key, after in sides[1].filled.items():
            before = sides[0].filled.get(key, after)
            if before != after:
                finding = self._finding(key.finding)
                yield FillingChange(
                    finding=key.finding,
                    part=_part(key.part, now),
                    item=key.item or None,
                    says=self._claims(finding, key, now),
                    before=_people(before),
                    now=_people(after),
                    through=self.causes.through([key.finding], otherwise),
                )

    def _headlines(self, sides: Sequence[Judged], now: Initiative, changed: Iterable[Key]) -> Iterator[HeadlineChange]:
        pictures = [judge.picture(side) for judge, side in zip(self.judges, sides, strict=True)]
        for part_id in ("", *(part.id for part in now.parts)):
            says = [_headline(seen, part_id) for seen in pictures]
            if says[0] != says[1]:
                # What the whole is called hangs on its parts.
                otherwise = {key.finding for key in changed if not part_id or key.part == part_id}
                read = [name for name in sorted(otherwise) if self._bears_on_the_headline(name)]
                through = self.causes.through(read or sorted(otherwise), otherwise)
                yield HeadlineChange(part=_part(part_id, now), before=says[0], now=says[1], through=through)

    def _bears_on_the_headline(self, name: str) -> bool:
        return self._finding(name).kind in (Kind.VERDICT, Kind.HEADLINE)


def _reworded(old: Rulebook, new: Rulebook, fields: Sequence[str]) -> frozenset[str]:
    """The findings of both that say something otherwise in one of these fields."""
    both = old.findings.keys() & new.findings.keys()
    pairs = ((name, old.findings[name], new.findings[name]) for name in both)
    return frozenset(name for name, was, is_ in pairs if any(getattr(was, f) != getattr(is_, f) for f in fields))


def differing(before: Judged, now: Judged) -> list[Key]:
    """What settles otherwise, or is there only once."""
    keys = {**now.statuses, **before.statuses}
    return [key for key in keys if before.statuses.get(key) is not now.statuses.get(key)]


def _effect(initiative: Initiative, named: str) -> EffectResult:
    return EffectResult(initiative=initiative.name, file=named, headlines=[], findings=[], filled=[])


def _part(part: str, initiative: Initiative) -> str | None:
    return initiative.view(part).name if part else None


def _status(finding: Finding, status: Status | None) -> str:
    return messages.NOT_THERE if status is None else status_word(finding.kind, status)


def _headline(seen: Picture, part: str) -> str | None:
    """What the headline of the whole, or of a part, says."""
    headline = next((one.headline for one in seen.parts if one.id == part), None) if part else seen.headline
    return None if headline is None else headline.says


def _people(filled: Filled) -> list[str]:
    return [f"{name}: {how} ({fills if certain else messages.PERHAPS})" for name, how, fills, certain in filled]

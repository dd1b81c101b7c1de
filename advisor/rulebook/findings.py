"""From school and theme files to findings whose conditions are resolved."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from advisor.documents import DataPath
from advisor.errors import Place
from advisor.logic.conditions import All, AnyOf, Condition, Not, Quantified
from advisor.model.accepted import Accepted
from advisor.model.advice import Advice, Filling, FillingEntry
from advisor.model.entry import Wording
from advisor.model.finding import Basis, Citation, Finding, FindingEntry, Kind, Scope
from advisor.rulebook.advice import ADVICE, check_kind, check_moment
from advisor.rulebook.conditions import ConditionReader, Leaf
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.placeholders import unfillable
from advisor.rulebook.vocabulary import Standpoint, Vocabulary, scope_of
from advisor.text import expected_one_of, quoted

HEADLINE_PLACEHOLDERS = ("tracks", "contested")
"""What the texts of headlines may name, beside the fields of an item."""

_WORDINGS = ("statement", "statement_not", "because", "dissent")
_ADVICE_WORDINGS = ("next_step", "better", "instead", "ask", "role", "look_for")


@dataclass(frozen=True)
class Gate:
    """What must hold for any advice of a file to be given, and what that rests on."""

    condition: Condition
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True)
class ReadFinding:
    """A finding, what its conditions rest on, and where its faults go."""

    finding: Finding
    leaves: tuple[Leaf, ...]
    faults: FaultCollector


class FindingReader:
    """Reads findings one by one; what is wrong goes to the collector of their file."""

    def __init__(self, vocabulary: Vocabulary, sources: Collection[str] | None, systems: Collection[str] = ()) -> None:
        self.vocabulary = vocabulary
        self.sources = sources
        """The sources that can be cited; None where it is not known which there are."""
        self.systems = systems

    def gate(self, home: str, raw: Any, faults: FaultCollector) -> Gate | None:
        """What a file says under `applies_when`, or None where it says nothing or nothing that can be read."""
        if raw is None:
            return None
        reader = ConditionReader(self.vocabulary, faults)
        condition = reader.read(raw, ("applies_when",), Standpoint(home))
        return None if condition is None else Gate(condition, tuple(reader.leaves))

    def read(
        self,
        home: str,
        name: str,
        entry: FindingEntry,
        default: Citation | None,
        gate: Gate | None,
        faults: FaultCollector,
    ) -> ReadFinding | None:
        """The finding, or None where a condition cannot be read."""
        path: DataPath = ("findings", name)
        if entry.source is not None:
            self.check_source(entry.source.ref, (*path, "source", "ref"), faults)
        check_basis(entry.basis, entry.source or default, path, faults)
        if not self._check_group(entry, path, faults):
            return None
        check_kind(entry, path, faults)
        if entry.at is not None:
            check_moment(entry.at, (*path, "at"), self.vocabulary.questions, faults)
        self._check_fields(home, entry, path, faults)
        self._check_placeholders(entry, path, faults)
        whole = entry.scope == "whole" and entry.for_each is None
        at = Standpoint(home, entry.for_each, whole=whole)
        reader = ConditionReader(self.vocabulary, faults)
        when = reader.read(entry.when, (*path, "when"), at)
        contrary = None
        if "not_when" in entry.model_fields_set:
            contrary = reader.read(entry.not_when, (*path, "not_when"), at)
            if contrary is None:
                return None
        filled_by = self._fillings(entry.filled_by, path, at, faults)
        if when is None or len(filled_by) < len(entry.filled_by):
            return None
        place = faults.document.key_place(path)
        leaves, conditions = tuple(reader.leaves), (when, contrary)
        if gate is not None and entry.kind in ADVICE:
            leaves, conditions = (*leaves, *gate.leaves), _gated(gate.condition, when, contrary)
        finding = _finding(f"{home}/{name}", entry, conditions, _credited(entry, default), place)
        settled = {"filled_by": filled_by, "scope": self._scope(entry)}
        return ReadFinding(finding.model_copy(update=settled), leaves, faults)

    def _scope(self, entry: FindingEntry) -> Scope:
        return scope_of(entry.for_each, "part" if entry.for_each else entry.scope, self.vocabulary.questions)

    def _fillings(
        self, entries: Iterable[FillingEntry], path: DataPath, at: Standpoint, faults: FaultCollector
    ) -> tuple[Filling, ...]:
        """Who fills a role; fewer than are written where one cannot be read."""
        # The finding itself does not rest on this, so a reader of its own keeps it out of what is put in order.
        reader = ConditionReader(self.vocabulary, faults)
        read = []
        for index, entry in enumerate(entries):
            here = (*path, "filled_by", index)
            who = reader.read({"some": entry.some, "where": entry.where}, here, at)
            if isinstance(who, Quantified):
                read.append(Filling(who, entry.how, entry.fills))
        return tuple(read)

    def look_through(self, home: str, name: str, raw: dict[str, Any], faults: FaultCollector) -> None:
        """Notes what is wrong with the conditions and the source of a finding that has the wrong shape elsewhere."""
        cited = raw.get("source")
        if isinstance(cited, dict) and isinstance(cited.get("ref"), str):
            self.check_source(cited["ref"], ("findings", name, "source", "ref"), faults)
        for_each = raw.get("for_each")
        if for_each is not None and for_each not in list(self.vocabulary.questions.groups):
            return
        at = Standpoint(home, for_each, whole=raw.get("scope") == "whole" and for_each is None)
        for field in ("when", "not_when"):
            if raw.get(field) is not None:
                ConditionReader(self.vocabulary, faults).read(raw[field], ("findings", name, field), at)

    def check_source(self, ref: str, path: DataPath, faults: FaultCollector) -> None:
        """Notes a source that is cited and does not exist."""
        if self.sources is not None and ref not in self.sources:
            hint = expected_one_of(ref, self.sources)
            message = f"There is no source {quoted(ref)} in sources.yaml.{hint}"
            faults.add_missing("sources", [ref], path, "R14", message)

    def _check_group(self, entry: FindingEntry, path: DataPath, faults: FaultCollector) -> bool:
        groups = self.vocabulary.questions.groups
        if entry.for_each is None or entry.for_each in groups:
            return True
        hint = expected_one_of(entry.for_each, groups)
        message = f'There is no group "{entry.for_each}".{hint}'
        faults.add_missing("questions", [entry.for_each], (*path, "for_each"), "R08", message)
        return False

    def _check_fields(self, home: str, entry: FindingEntry, path: DataPath, faults: FaultCollector) -> None:
        for index, criterion in enumerate(entry.goes_with):
            if f"{home}/{criterion}" not in self.vocabulary.findings:
                here = [f.removeprefix(f"{home}/") for f in self.vocabulary.findings if f.startswith(f"{home}/")]
                hint = expected_one_of(criterion, here)
                message = f"There is no finding {quoted(criterion)} here.{hint}"
                faults.add_missing("findings", [f"{home}/{criterion}"], (*path, "goes_with", index), "R06", message)
        for index, accepted in enumerate(entry.accepted):
            other = _full(accepted, home).other
            if other is not None and other not in self.vocabulary.findings:
                hint = expected_one_of(accepted.other, self.vocabulary.findings)
                message = f"There is no finding {quoted(accepted.other)} here.{hint}"
                faults.add_missing("findings", [other], (*path, "accepted", index, "with"), "R06", message)
        for index, number in enumerate(entry.systems):
            if str(number) not in self.systems:
                message = f"There is no number {number} in systems.yaml."
                faults.add_missing("systems", [str(number)], (*path, "systems", index), "R27", message)
        if entry.scope == "whole" and self._scope(entry) == "part":
            faults.add_key((*path, "scope"), "R20", '"scope: whole" does not go with "for_each".')

    def _check_placeholders(self, entry: FindingEntry, path: DataPath, faults: FaultCollector) -> None:
        known: list[str] = list(HEADLINE_PLACEHOLDERS) if entry.kind is Kind.HEADLINE else []
        if entry.for_each is not None:
            group = self.vocabulary.questions.groups[entry.for_each]
            known = [f"{group.item}.{field}" for field in group.fields]
        for field in (*_WORDINGS, *_ADVICE_WORDINGS):
            self._check_texts(getattr(entry, field), (*path, field), known, faults)
        for index, filling in enumerate(entry.filled_by):
            self._check_texts(filling.how, (*path, "filled_by", index, "how"), [], faults)

    def _check_texts(self, texts: Wording | None, path: DataPath, known: list[str], faults: FaultCollector) -> None:
        for language, text in (texts or {}).items():
            for message in unfillable(text, known, "Nothing" if known else 'Without "for_each", nothing'):
                faults.add((*path, language), "R18", message)


def check_basis(basis: Basis, citation: Citation | None, path: DataPath, faults: FaultCollector) -> None:
    """Notes a claim that rests on a publication without saying on which."""
    if basis == "source" and citation is None:
        faults.add((*path, "basis"), "F02", 'With "basis: source", the field "source" is missing: who says so?')


def _credited(entry: FindingEntry, default: Citation | None) -> Citation | None:
    """The source of a finding; a rule of thumb of our own builds on a publication only where its author says so."""
    return entry.source if entry.basis == "heuristic" else entry.source or default


def _gated(gate: Condition, when: Condition, contrary: Condition | None) -> tuple[Condition, Condition | None]:
    """The conditions of a finding in a file that applies only when a gate is met; it is not met where that is not."""
    return All((when, gate)), None if contrary is None else AnyOf((Not(gate), contrary))


def ungated(finding: Finding, gate: Condition | None) -> tuple[Condition, Condition | None]:
    """The conditions of a finding as they are written, without the gate of its file."""
    if gate is None or finding.kind not in ADVICE:
        return finding.when, finding.not_when
    match finding.when, finding.not_when:
        case All((when, _)), None:
            return when, None
        case All((when, _)), AnyOf((_, contrary)):
            return when, contrary
        case written:
            return written


def _full(accepted: Accepted, home: str) -> Accepted:
    """The same, with the full id of the other finding."""
    other = accepted.other
    return accepted if other is None or "/" in other else accepted.model_copy(update={"other": f"{home}/{other}"})


def _finding(
    id_: str,
    entry: FindingEntry,
    conditions: tuple[Condition, Condition | None],
    source: Citation | None,
    place: Place,
) -> Finding:
    home = id_.partition("/")[0]
    when, contrary = conditions
    texts: dict[str, Any] = {field: getattr(entry, field) for field in (*_WORDINGS, *Advice.model_fields)}
    return Finding(
        id=id_,
        home=home,
        kind=entry.kind,
        **texts,
        when=when,
        not_when=contrary,
        source=source,
        basis=entry.basis,
        for_each=entry.for_each,
        scope=entry.scope,
        tracks=entry.track,
        goes_with=tuple(f"{home}/{criterion}" for criterion in entry.goes_with),
        agreement=entry.agreement,
        systems=entry.systems,
        accepted=tuple(_full(accepted, home) for accepted in entry.accepted),
        umbrella=entry.umbrella,
        reading=False,
        place=place,
    )

"""Laying the files of a layer over those of the rules that it builds on: each entry keeps the place where it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from advisor.documents import DataPath, Document
from advisor.errors import Fault, Place
from advisor.model.finding import SchoolEntry, ThemeEntry
from advisor.model.manifest import SwitchedOff
from advisor.rulebook.bundled import CASES, MANIFEST
from advisor.rulebook.entries import (
    HOLDS,
    NAMED_BY,
    Index,
    Written,
    entries,
    entry_at,
    fields_below,
    file_id,
    index,
    only_adds,
    take_out,
)
from advisor.rulebook.faults import Named
from advisor.rulebook.files import AS_THEY_ARE, RuleFile, Texts, WrittenFile
from advisor.rulebook.layers import Below, Layer, LayerFiles, layer_of, read_layers
from advisor.text import both, did_you_mean, found, quoted

_WHOLE_FILES: Mapping[str, type[BaseModel]] = {"schools": SchoolEntry, "themes": ThemeEntry}
_NOUNS = {
    "findings": "finding",
    "questions": "question",
    "sources": "source",
    "terms": "term",
    "languages": "language",
    "territories": "territory",
    "systems": "number",
    "rows": "row",
    "schools": "school",
    "themes": "theme",
}
_MOST = 5
"""So many of those that need something are named."""


@dataclass
class Overlay:
    """All that the layers say together, as far as they have been laid over one another: the lowest first."""

    files: list[WrittenFile] = field(default_factory=list)
    replaced: dict[Named, tuple[Below, ...]] = field(default_factory=dict)
    """What stood below of all that has been replaced, from the top."""
    off: dict[Named, Place] = field(default_factory=dict)
    """What has been switched off, and where that is said."""
    faults: list[Fault] = field(default_factory=list)

    def lay(self, layer: LayerFiles) -> Counter[str]:
        """Lays a layer over what is there, and counts what it adds, by sort."""
        below, own = index(self.files), index(layer.files)
        replaced = dict(self._replaced(layer, below, own))
        self._switch_off(layer, below, own)
        for named in [one for one in own if one in below and not _has_leave(one, replaced, own)]:
            self._collide(named, own[named], below[named])
        for named in replaced:
            if file_id(own[named][0]) != file_id(below[named][0]):
                # A question may move to another section.
                take_out(below[named])
        before = list(self.files)
        for file in layer.files:
            self._lay_file(file, before)
        for named, one in replaced.items():
            self.replaced[named] = (one, *self.replaced.get(named, ()))
        self.off = {named: place for named, place in self.off.items() if named not in own}
        return Counter(named.sort for named in own if named not in below)

    def needed(self, files: Iterable[RuleFile]) -> Iterator[Fault]:
        """What is switched off and still needed. It stands in for the faults of those who miss it."""
        needing: dict[Named, dict[str, Place]] = {}
        for file in files:
            for fault, missing in file.faults.missing.items():
                for named in [named for named in missing.meant if named in self.off][:1]:
                    who = entry_at(WrittenFile(file.model, file.faults.document), missing.path)
                    needing.setdefault(named, {}).setdefault(who, fault.place)
                    file.faults.faults.remove(fault)
        for named, places in needing.items():
            told = [f"{quoted(who)} ({place})" for who, place in sorted(places.items(), key=lambda one: one[1])]
            further = [f"{len(told) - _MOST} more"] if len(told) > _MOST else []
            verb = "needs" if len(told) == 1 else "need"
            what = f"The {_NOUNS[named.sort]} {quoted(named.id)}"
            message = f"{what} is switched off, but {both([*told[:_MOST], *further])} {verb} it."
            yield Fault(self.off[named], "R36", f"{message} Switch that off too, replace it, or keep this.")

    def _replaced(self, layer: LayerFiles, below: Index, own: Index) -> Iterator[tuple[Named, Below]]:
        for named, why, path in layer.changes("replaces"):
            place = layer.manifest.faults.document.key_place(path)
            if named in below and named in own:
                file, under = below[named]
                yield named, Below(file.document.key_place(under), why)
            elif named in below:
                message = f"{quoted(named.id)} is not written in this layer, so nothing replaces it."
                self.faults.append(Fault(place, "R35", f"{message}{_did_you_mean(named, own)}"))
            else:
                self._note_absent(named, place, below)

    def _switch_off(self, layer: LayerFiles, below: Index, own: Index) -> None:
        for named, _, path in layer.changes("switches_off"):
            place = layer.manifest.faults.document.key_place(path)
            if named.sort == CASES:
                # They are held against the rules, and are none.
                continue
            if named.sort in _WHOLE_FILES:
                gone = self._take_home(named)
            elif named in own:
                message = f"{quoted(named.id)} is switched off, but written in this layer too."
                hint = 'To say it in other words, put it under "replaces".'
                self.faults.append(Fault(place, "R35", f"{message} {hint}"))
                continue
            else:
                gone = _take_entry(named, below)
            if not gone:
                self._note_absent(named, place, below)
            self.off.update(dict.fromkeys(gone, place))

    def _take_home(self, named: Named) -> list[Named]:
        """Takes a school or a theme out, with all its findings."""
        for file in self.files:
            if file.model is _WHOLE_FILES[named.sort] and file_id(file) == named.id:
                self.files.remove(file)
                return [named, *(inner for inner, _ in entries(file))]
        return []

    def _note_absent(self, named: Named, place: Place, below: Index) -> None:
        if named.sort not in SwitchedOff.model_fields:
            # That there is no such field is told already.
            return
        homes = [Named(named.sort, file_id(s)) for s in self.files if s.model is _WHOLE_FILES.get(named.sort)]
        hint = _did_you_mean(named, homes or below)
        message = f"There is no {_NOUNS[named.sort]} {quoted(named.id)} in the rules below this layer.{hint}"
        self.faults.append(Fault(place, "R35", message))

    def _collide(self, named: Named, own: Written, below: Written) -> None:
        """Notes an entry that is called like one below, and leaves it out, so that what builds on that one can."""
        file, path = own
        place = file.document.key_place(path)
        message = f"{quoted(named.id)} stands in the rules below too, in {below[0].document.key_place(below[1])}."
        hint = f"To replace it, write in {MANIFEST}: replaces: {{{named.sort}: {{{named.id}: why}}}}."
        self.faults.append(Fault(place, "R34", f"{message} {hint} Else choose another id."))
        take_out(own)

    def _lay_file(self, file: WrittenFile, before: list[WrittenFile]) -> None:
        """Lays a file over the one below that is about the same; where there is none, it stands for itself."""
        same = [s for s in before if s.model is file.model and file_id(s) == file_id(file)]
        if not isinstance(file.document.data, dict) or not same:
            self._check_meant(file, before)
            self.files.append(file)
            return
        laid = self._laid_over(same[0].document, file.document, HOLDS[file.model])
        self.files[self.files.index(same[0])] = WrittenFile(file.model, laid)

    def _check_meant(self, file: WrittenFile, before: list[WrittenFile]) -> None:
        """Notes a file that looks as if it were to add to one below, and misspells its name."""
        named_by = NAMED_BY.get(file.model, "")
        data = file.document.data
        if named_by and isinstance(data, dict) and named_by in data and "title" not in data:
            hint = did_you_mean(file_id(file), [file_id(other) for other in before if other.model is file.model])
            if hint:
                message = f"There is no {named_by} {quoted(file_id(file))} in the rules below this layer.{hint}"
                self.faults.append(Fault(file.document.place((named_by,)), "R35", message))

    def _laid_over(self, below: Document, above: Document, sorts: Iterable[str]) -> Document:
        """Two files as one: what stands above comes in the place of what it is called like, or at the end."""
        data, taken = dict(below.data), set[DataPath]()
        for key, value in above.data.items():
            if key not in sorts or not isinstance(data.get(key), dict):
                data[key] = value
                taken.add((key,))
            elif isinstance(value, dict):
                data[key] = dict(data[key])
                for name, entry in value.items():
                    taken.update(_put(data[key], key, name, entry))
            else:
                message = f"{quoted(key)} should have entries below it, each with a key and a colon; {found(value)}."
                self.faults.append(Fault(above.place((key,)), "F03", message))
        laid = Document(below.name, data)
        for places, old, new in (
            (laid.values, below.values, above.values),
            (laid.keys, below.keys, above.keys),
        ):
            places.update({path: below.at(mark) for path, mark in old.items() if not _lies_in(path, taken)})
            places.update({path: above.at(mark) for path, mark in new.items() if _lies_in(path, taken)})
        return laid


def _has_leave(named: Named, replaced: Mapping[Named, Below], own: Index) -> bool:
    """Whether something may be called like something below: it replaces it, or adds to it, or goes with its group."""
    if named in replaced or only_adds(named, own):
        return True
    group = Named(named.sort, named.id.partition(".")[0])
    return named.sort == "questions" and group != named and group in own and not only_adds(group, own)


def _put(held: dict[str, Any], sort: str, name: str, entry: Any) -> Iterator[DataPath]:
    """Puts an entry among others, and says which places are now others."""
    old = held.get(name)
    if sort == "questions" and isinstance(entry, dict) and set(entry) == {"fields"} and isinstance(old, dict):
        held[name] = {**old, "fields": {**fields_below(old, "fields"), **fields_below(entry, "fields")}}
        yield from ((sort, name, "fields", inner) for inner in fields_below(entry, "fields"))
    else:
        held[name] = entry
        yield sort, name


def _take_entry(named: Named, below: Index) -> list[Named]:
    """Takes an entry out; a group goes with the questions about its items."""
    if named not in below:
        return []
    take_out(below[named])
    inside = f"{named.id}."
    return [named, *(one for one in below if one.sort == named.sort == "questions" and one.id.startswith(inside))]


def _lies_in(path: DataPath, taken: set[DataPath]) -> bool:
    """Whether a place belongs to a field of a file, an entry, or a question about items."""
    return any(path[:length] in taken for length in (1, 2, 4))


def _did_you_mean(named: Named, known: Iterable[Named]) -> str:
    return did_you_mean(named.id, [other.id for other in known if other.sort == named.sort])


@dataclass(frozen=True)
class Stack:
    """The layers of a rulebook, and all that they say together."""

    layers: tuple[LayerFiles, ...]
    """The top one first."""
    overlay: Overlay
    added: tuple[Mapping[str, int], ...]
    """How many entries each layer adds, by sort."""

    def told(self) -> tuple[Layer, ...]:
        """The layers as people are told of them; all manifests must be sound."""
        return tuple(layer_of(files, added) for files, added in zip(self.layers, self.added, strict=True))


def read_stack(folder: Path, instead: Texts = AS_THEY_ARE) -> tuple[Stack, list[Fault]]:
    """Reads all layers of a rulebook, with the faults of files that cannot be read at all.

    Args:
        folder: the rulebook.
        instead: texts that are read in the place of some of its files.

    Raises:
        AdvisorError: the folder is not a rulebook, or it is not known what it builds on.
    """
    layers, unread = read_layers(folder, instead)
    overlay = Overlay()
    added = [overlay.lay(layer) for layer in reversed(layers)]
    return Stack(tuple(layers), overlay, tuple(reversed(added))), unread

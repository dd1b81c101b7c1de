"""The layers of a rulebook: a rulebook can build on another one, and say only what it adds or changes."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor.documents import DataPath, read_document
from advisor.errors import AdvisorError, Fault, Place
from advisor.model.manifest import RulebookEntry
from advisor.rulebook.bundled import BUNDLED, MANIFEST, bundled_rules, is_rulebook, named_rules
from advisor.rulebook.faults import Named
from advisor.rulebook.files import AS_THEY_ARE, RuleFile, Texts, WrittenFile, fingerprint, read_written, shaped
from advisor.text import quoted

_ONLY_OF_LAYERS = ("replaces", "switches_off")


@dataclass(frozen=True)
class Change:
    """Something that a layer replaces or switches off, with the reason."""

    named: Named
    why: str


@dataclass(frozen=True)
class Layer:
    """One layer of a rulebook, as people are told of it."""

    name: str
    """What its folder is called in messages: every place in its files begins so."""
    folder: Path
    title: Mapping[str, str]
    version: str
    sha256: str
    """Of its own files."""
    adds: Mapping[str, int]
    """How many of what it adds, by the word below which they stand in the files."""
    replaces: tuple[Change, ...] = ()
    switches_off: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Below:
    """What has been replaced by another layer."""

    place: Place
    why: str


@dataclass(frozen=True)
class LayerFiles:
    """The files of one layer, as they are written."""

    name: str
    folder: Path
    manifest: RuleFile
    files: tuple[WrittenFile, ...]
    """All but the manifest."""
    instead: Texts
    """What was read in the place of some of them."""

    def changes(self, field: str) -> Iterator[tuple[Named, str, DataPath]]:
        """What the manifest says it replaces or switches off, with the reason and where that is written."""
        is_layer = self.manifest.raw("builds_on") is not None
        for sort, ids in self.manifest.raw_map(field).items() if is_layer else ():
            for id_, why in ids.items() if isinstance(ids, dict) else ():
                yield Named(sort, id_), str(why), (field, sort, id_)


def read_layers(folder: Path, instead: Texts = AS_THEY_ARE) -> tuple[list[LayerFiles], list[Fault]]:
    """The layers of a rulebook, the top one first, with the faults of files that cannot be read at all.

    Args:
        folder: the rulebook.
        instead: texts that are read in the place of some of its files.

    Raises:
        AdvisorError: the folder is not a rulebook, or it is not known what it builds on.
    """
    _require_rulebook(folder)
    layers: list[LayerFiles] = []
    faults: list[Fault] = []
    below: Path | None = folder
    while below is not None:
        name = _name(below, [layer.name for layer in layers])
        files, unread = read_written(below, name, instead)
        faults += unread
        manifest = next((shaped(file) for file in files if file.model is RulebookEntry), None)
        if manifest is None:
            raise AdvisorError(faults)
        others = tuple(file for file in files if file.model is not RulebookEntry)
        layers.append(LayerFiles(name, below, manifest, others, instead))
        below = _below(below, manifest, [layer.folder for layer in layers])
    return layers, faults


def layer_folders(folder: Path) -> list[Path]:
    """The folders of the layers of a rulebook, the top one first; of their files only the manifests are read.

    Args:
        folder: the rulebook.

    Raises:
        AdvisorError: the folder is not a rulebook, or it is not known what it builds on.
    """
    _require_rulebook(folder)
    folders: list[Path] = []
    below: Path | None = folder
    while below is not None:
        document = read_document(below / MANIFEST, f"{_name(below, [])}/{MANIFEST}")
        folders.append(below)
        below = _below(below, shaped(WrittenFile(RulebookEntry, document)), folders)
    return folders


def _require_rulebook(folder: Path) -> None:
    if not is_rulebook(folder):
        message = f"There is no {MANIFEST} in this folder, so it is not a rulebook."
        raise AdvisorError([Fault(Place(str(folder)), "R01", message)])


def _name(folder: Path, taken: Iterable[str]) -> str:
    """What a folder is called: two layers may have folders of the same name in different places."""
    taken = list(taken)
    if taken and folder == bundled_rules():
        return BUNDLED
    parts = folder.resolve().parts
    names = ("/".join(parts[-length:]) for length in range(1, len(parts)))
    return next(name for name in names if name not in taken)


def _below(folder: Path, manifest: RuleFile, above: list[Path]) -> Path | None:
    """The folder of the rulebook that a layer builds on; None where it builds on none."""
    written, faults = manifest.raw("builds_on"), manifest.faults
    if not isinstance(written, str):
        for field in _ONLY_OF_LAYERS:
            if written is None and manifest.raw(field) is not None:
                message = f"Only a layer has {quoted(field)}. Say what it builds on: builds_on: {BUNDLED}"
                faults.add_key((field,), "R20", message)
        return None
    below = named_rules(written, folder)
    place = faults.document.place(("builds_on",))
    if not is_rulebook(below):
        message = f"There is no rulebook in {quoted(written)}. Write {BUNDLED}, or where a {MANIFEST} lies."
        raise AdvisorError([Fault(place, "R33", message)])
    below = below.resolve()
    if any(below.samefile(other) for other in above):
        message = f"{quoted(written)} is a layer that builds on this one: this goes round in a circle."
        raise AdvisorError([Fault(place, "R33", message)])
    return below


def fingerprint_of(layers: Iterable[Layer]) -> str:
    """A hash over all layers: the same hash means the same rules."""
    hashes = [layer.sha256 for layer in layers]
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def layer_of(files: LayerFiles, adds: Mapping[str, int]) -> Layer:
    """A layer whose manifest is sound."""
    entry = files.manifest.entry
    assert isinstance(entry, RulebookEntry)  # noqa: S101 -- whoever calls has looked for faults
    replaces, off = (tuple(Change(named, why) for named, why, _ in files.changes(field)) for field in _ONLY_OF_LAYERS)
    return Layer(
        files.name,
        files.folder,
        entry.title,
        entry.version,
        fingerprint(files.folder, files.instead),
        dict(adds),
        replaces,
        off,
    )

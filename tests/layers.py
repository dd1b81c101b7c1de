"""Layers on top of a rulebook, told in a few lines."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

NONE: Mapping[str, str] = MappingProxyType({})


def layer_on(below: Path, files: Mapping[str, str] = NONE, *, name: str = "ours", changes: str = "") -> Path:
    """A layer beside the folder of another rulebook.

    Args:
        below: what it builds on.
        files: its files but the manifest, by where they stand in it.
        name: of its folder.
        changes: what the manifest says it replaces and switches off.
    """
    folder = below.parent / name
    folder.mkdir()
    manifest = f'title: Ours\nversion: "1"\nbuilds_on: ../{below.name}\n{changes}'
    for file, content in {"rulebook.yaml": manifest, **files}.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(content, encoding="utf-8")
    return folder

"""A hash of the answers, so that one can tell later on which of them a paper rests."""

import json
from dataclasses import asdict
from hashlib import blake2b
from typing import Any

from advisor.initiative.initiative import Initiative

_SIZE = 32


def fingerprint(initiative: Initiative, key: bytes = b"") -> str:
    """The same for the same answers, however the file is laid out and commented.

    Args:
        initiative: whose answers.
        key: for what others get to see. Most questions have few answers, so that whoever has a plain hash can try
            them all; without the key nobody can.
    """
    parts = [(view.id, view.name, view.kind, view.start, view.end, asdict(view.said)) for view in initiative.views]
    told = json.dumps([initiative.name, initiative.parts_complete, parts], default=_plain, sort_keys=True)
    return blake2b(told.encode(), key=key, digest_size=_SIZE).hexdigest()


def _plain(words: frozenset[Any]) -> list[str]:
    return sorted(map(str, words))

"""Data as it is written in a YAML file: lists and fields in brackets, text in quotes where it could be misread."""

import json
import re
from collections.abc import Mapping, Sequence

from advisor.documents import plain_value
from advisor.text import visible

_PLAIN = re.compile(r"[^\W\d_][\w -]*[\w]|[^\W\d_]|~[\w][\w -]*")
"""Text that needs no quotes, whoever reads it."""
_NO_YAML = "\ufeff\ufffe\uffff"
"""What may not stand in a file as it is, besides what cannot be seen."""


def words(data: object) -> str:
    """Data on one line."""
    if isinstance(data, Mapping):
        return f"{{{', '.join(f'{key}: {words(inner)}' for key, inner in data.items())}}}"
    if isinstance(data, str):
        return data if _PLAIN.fullmatch(data) and plain_value(data) == data else _quoted(data)
    if isinstance(data, Sequence):
        return f"[{', '.join(map(words, data))}]"
    return repr(data).removesuffix(".0")


def _quoted(text: str) -> str:
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(f"\\U{ord(c):08X}" if c in _NO_YAML or visible(c) != c else c for c in shown)

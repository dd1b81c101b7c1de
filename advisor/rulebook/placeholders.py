"""Names in curly brackets: what a text leaves to be filled in."""

import re
from collections.abc import Sequence

from advisor.text import expected_one_of, quoted

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def unfillable(text: str, known: Sequence[str], nothing: str = "Nothing") -> list[str]:
    """What is wrong with the names in curly brackets in a text.

    Args:
        text: the text as it is written.
        known: the names that can be filled in.
        nothing: how to begin to say that nothing can fill one.
    """
    unknown = [name for name in _PLACEHOLDER.findall(text) if name not in known]
    wrong = [
        f"{nothing} can fill {quoted(f'{{{name}}}')} in this text.{expected_one_of(name, known)}" for name in unknown
    ]
    if set("{}") & set(_PLACEHOLDER.sub("", text)):
        wrong.append("A curly bracket stands alone in this text. They come in pairs, around a name.")
    return wrong

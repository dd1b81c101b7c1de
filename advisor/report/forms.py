"""The forms in which a result can be handed on. The command line and the screen write the same, to the letter."""

import json
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from advisor.model.entry import BASE_LANGUAGE
from advisor.report.assessment import Assessment
from advisor.report.plain.page import as_text, front_as_text

Made = TypeVar("Made", bound=BaseModel)


@dataclass(frozen=True)
class Form(Generic[Made]):
    """One form."""

    option: str
    """What asks for it on the command line; empty for the usual form."""
    ending: str
    """How the name of a file of this form ends."""
    written: Callable[[Made], str]


def as_json(result: BaseModel, indent: int | None = 2) -> str:
    """One object: indented, or as one line."""
    return json.dumps(result.model_dump(), ensure_ascii=False, indent=indent) + "\n"


FORMS: Mapping[str, Form[Assessment]] = {
    "text": Form("", ".txt", lambda assessment: as_text(assessment, with_reasons=False) + "\n"),
    "front": Form("--front", "-front.txt", lambda assessment: front_as_text(assessment) + "\n"),
    "reasons": Form("--reasons", "-reasons.txt", lambda assessment: as_text(assessment, with_reasons=True) + "\n"),
    "json": Form("--json", ".json", as_json),
}
"""By a name that does not change."""


def command(form: Form[Made], call: Sequence[str | Path], out: Path, rules: Path | None, language: str) -> str:
    """The line that writes the same from a shell.

    Args:
        form: which form.
        call: the command, with the files that it reads.
        out: where it goes.
        rules: the folder of the rulebook, unless it is the one that comes along.
        language: of the rulebook's texts.
    """
    words = (*call, form.option) if form.option else call
    return f"{shell_line(words, rules, language)} > {shlex.quote(_as_word(out))}"


def shell_line(call: Sequence[str | Path], rules: Path | None, language: str) -> str:
    """A call as it is typed into a shell.

    Args:
        call: the command, with its options and files.
        rules: the folder of the rulebook, unless it is the one that comes along.
        language: of the rulebook's texts.
    """
    words = ["advisor", *(_as_word(word) if isinstance(word, Path) else word for word in call)]
    words += ["--rules", _as_word(rules)] if rules is not None else []
    words += ["--language", language] if language != BASE_LANGUAGE else []
    return shlex.join(words)


def _as_word(path: Path) -> str:
    """A path that is not taken for an option."""
    return f"./{path}" if str(path).startswith("-") else str(path)

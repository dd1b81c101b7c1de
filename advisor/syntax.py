"""What stops the YAML parser, said for people who write YAML by hand: where to look, and what to do."""

import re
from dataclasses import dataclass, replace

import yaml

_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

_LIST_BELOW = "A list begins on the line below its key, each entry with a hyphen."
_IN_QUOTES = "Put the whole text in quotes."
_OTHER_QUOTES = "Put quotes around all of it, of a kind that does not stand inside."


@dataclass(frozen=True)
class Explained:
    """A complaint of the parser: the line and column to look at, counted from 1, and what is wrong there."""

    line: int
    column: int
    message: str


@dataclass(frozen=True)
class _Spot:
    """A place in the text, counted from 0, with what stands around it."""

    line: int
    column: int
    written: str

    @property
    def character(self) -> str:
        """What stands there; empty at the end of a line."""
        return self.written[self.column : self.column + 1]

    @property
    def before(self) -> str:
        """What stands on the line before it."""
        return self.written[: self.column].rstrip()

    def __str__(self) -> str:
        return f"line {self.line + 1}, column {self.column + 1}"


def explain(error: yaml.YAMLError, text: str) -> Explained:
    """What a complaint of the parser means, and where its cause is most likely to stand."""
    lines = _LINE_BREAK.split(text)
    if isinstance(error, yaml.MarkedYAMLError):
        stopped = _spot(error.problem_mark or error.context_mark, lines)
        began = _spot(error.context_mark or error.problem_mark, lines)
        spot, message = _explained(error.problem or "", error.context or "", stopped, began)
    else:
        spot, message = _forbidden(error, lines)
    return Explained(spot.line + 1, spot.column + 1, message)


def _spot(mark: yaml.Mark | None, lines: list[str]) -> _Spot:
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return _Spot(line, column, lines[line] if line < len(lines) else "")


def _forbidden(error: yaml.YAMLError, lines: list[str]) -> tuple[_Spot, str]:
    code = getattr(error, "character", None)
    character = chr(code) if isinstance(code, int) else ""
    for number, written in enumerate(lines):
        if character and character in written:
            message = f"An invisible character (U+{code:04X}) stands here, which no text may contain. Delete it."
            return _Spot(number, written.index(character), written), message
    return _Spot(0, 0, ""), "An invisible character stands somewhere, which no text may contain."


def _explained(problem: str, context: str, stopped: _Spot, began: _Spot) -> tuple[_Spot, str]:
    if stopped.character == "\t" or "tab character" in problem:
        return stopped, "A tab stands here. Use spaces instead."
    if "mapping values" in problem:
        return _colon(stopped)
    if "could not find expected ':'" in problem:
        return began, "Here a key is expected, with a colon and a space after it."
    if "quoted scalar" in context:
        return _in_quotes(problem, stopped, began)
    if "expected ',' or" in problem:
        return _in_brackets(stopped, began)
    if "expected key" in problem or "'-' indicator" in problem:
        return stopped, _in_block(problem, stopped, began)
    return _odd_beginning(problem, context, stopped, began)


def _in_quotes(problem: str, stopped: _Spot, began: _Spot) -> tuple[_Spot, str]:
    if "unexpected" in problem:
        return began, "This quotation mark is never closed."
    return stopped, "A backslash has a meaning of its own in double quotes. Use single quotes."


def _colon(stopped: _Spot) -> tuple[_Spot, str]:
    if hyphen := re.search(r":\s+(-\s)", stopped.before):
        return replace(stopped, column=hyphen.start(1)), _LIST_BELOW
    if ": " in stopped.before:
        return stopped, "A text with a colon and a space in it goes in quotes."
    where = "Move the line to the left, or put the text that it belongs to in quotes."
    return stopped, f"No key can begin in this line. {where}"


def _in_brackets(stopped: _Spot, began: _Spot) -> tuple[_Spot, str]:
    closing = {"{": "}", "[": "]"}.get(began.character, "bracket")
    if not stopped.character and not stopped.before:
        return began, f'This bracket is never closed. Its "{closing}" is missing.'
    if stopped.character == ":" and stopped.line == began.line:
        return stopped, "This colon begins a second value. A comma is missing before its key, or the text needs quotes."
    if stopped.character == ":":
        stopped = replace(stopped, column=len(stopped.written) - len(stopped.written.lstrip()))
    return stopped, f'A comma or "{closing}" is missing before this. The "{began.character}" stands in {began}.'


def _in_block(problem: str, stopped: _Spot, began: _Spot) -> str:
    if stopped.character == ":" and not stopped.before:
        return "A key is missing before this colon."
    if stopped.before[-1:] in ("'", '"'):
        return f"The quotation mark before this has ended the text. {_OTHER_QUOTES}"
    if stopped.before[-1:] in ("}", "]"):
        if stopped.character in ("}", "]"):
            return "This bracket closes nothing."
        return "The bracket before this ends what it closes. A text that begins with a bracket goes in quotes."
    if stopped.column != began.column:
        return f"This line begins too far right or left. What it belongs to begins in {began}."
    if "'-' indicator" in problem:
        return (
            f"A list stands above (from line {began.line + 1}), so this needs a hyphen, or should begin further left."
        )
    if stopped.character == "-":
        return "A hyphen cannot stand among keys. Put it further right, below the key that it belongs to."
    return f"This does not belong to what stands above (from line {began.line + 1})."


def _odd_beginning(problem: str, context: str, stopped: _Spot, began: _Spot) -> tuple[_Spot, str]:
    if "block sequence entries" in problem:
        return stopped, _LIST_BELOW
    if "block scalar" in context:
        return (
            began,
            f'After "{began.character}" the text begins on the next line. If it is part of the text, use quotes.',
        )
    if "node content" in problem:
        return stopped, "There is a comma too many." if stopped.character == "," else "Something is missing here."
    if "document" in problem and "start" in problem:
        return stopped, "This does not belong to what stands above."
    if "directive" in problem + context or "incompatible" in problem:
        return began, 'A line cannot begin with "%". Leave it out.'
    if "start any token" in problem or "mapping keys" in problem or began.character in ("*", "&", "!"):
        return began, f'A text cannot begin with "{began.character}". {_IN_QUOTES}'
    return stopped, "This cannot be read. Look at quotes, brackets and where the lines begin."

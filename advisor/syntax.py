"""What stops the YAML parser, said for people who write YAML by hand: where to look, and what to do."""

import re
from dataclasses import dataclass, replace

import yaml

from advisor.text import either, quoted

_NO_SPACE = re.compile(r"(\s*(?:- +)*)([\w.-]+):([^\s:].*)?$")
"""A line that would be a key and a value, were there a space after the colon; or a key alone."""
_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

_CURLY = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"
"""The quotation marks that programs for writing make of straight ones."""
STRAIGHT_QUOTES = "Curly quotes hold nothing together. Write straight ones in their place."
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
    above: tuple[str, ...] = ()
    """The lines before it."""

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


def in_curly_quotes(text: str) -> bool:
    """Whether a text stands between curly quotes that were most likely meant to hold it together."""
    inside = text[1:-1].replace("\u2019", "")
    return len(text) > 1 and text[0] in _CURLY and text[-1] in _CURLY and not any(mark in inside for mark in _CURLY)


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
    return _Spot(line, column, lines[line] if line < len(lines) else "", tuple(lines[:line]))


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
        return _glued(began) or (began, "Here a key is expected, with a colon and a space after it.")
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
    if re.search(f": +[{_CURLY}]", stopped.before):
        return stopped, STRAIGHT_QUOTES
    if ": " in stopped.before:
        return stopped, "A text with a colon and a space in it goes in quotes."
    above = _line_above(stopped)
    if above is None:
        return stopped, "No key can begin in this line."
    if glued := _glued(above):
        return glued
    key = above.written.strip().removeprefix("- ").partition(":")[0]
    says = (
        f"{quoted(key)} in line {above.line + 1} has its value beside it, so no key can stand below it, further right"
    )
    return stopped, f"{says}. Let both lines begin in the same column, or put a long text in quotes."


def _line_above(spot: _Spot) -> _Spot | None:
    """The next line above with anything in it but a comment."""
    for number in range(len(spot.above) - 1, -1, -1):
        written = spot.above[number]
        if written.strip() and not written.lstrip().startswith("#"):
            return _Spot(number, len(written) - len(written.lstrip()), written, spot.above[:number])
    return None


def _glued(spot: _Spot) -> tuple[_Spot, str] | None:
    """A key whose value follows its colon without a space, if one stands in this line."""
    match = _NO_SPACE.match(spot.written)
    if match is None or not match[3]:
        return None
    return replace(spot, column=match.end(2) + 1), f"A space is missing here, after {quoted(f'{match[2]}:')}."


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
        return _between(stopped)
    if "'-' indicator" in problem:
        return (
            f"A list stands above (from line {began.line + 1}). A new entry of it needs a hyphen; what belongs to its"
            f" last entry begins in column {began.column + 3}, and what belongs to neither further left."
        )
    if stopped.character == "-":
        return "A hyphen cannot stand among keys. Put it further right, below the key that it belongs to."
    return f"This does not belong to what stands above (from line {began.line + 1})."


def _between(stopped: _Spot) -> str:
    """What is said of a line that begins where nothing above it begins."""
    levels = _levels(stopped)
    said = f"This line begins in column {stopped.column + 1}."
    lower = max((level for level in levels if level < stopped.column), default=None)
    upper = min((level for level in levels if level > stopped.column), default=None)
    found = [f"{level + 1} (line {levels[level] + 1})" for level in (lower, upper) if level is not None]
    return f"{said} What stands above begins in column {either(found)}: let this begin in the same one."


def _levels(spot: _Spot) -> dict[int, int]:
    """The columns in which what is above a line begins, as far as it is not ended, and the last such line of each."""
    levels: dict[int, int] = {}
    for number, written in enumerate(spot.above):
        begins = re.match(r"( *)(- +(?=[\w.-]+:(?:\s|$)))?[^\s#]", written)
        if begins:
            column = len(begins[1])
            levels = {level: line for level, line in levels.items() if level <= column} | {column: number}
            if begins[2]:
                levels[column + len(begins[2])] = number
    return levels


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

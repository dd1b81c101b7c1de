"""Saying lines and hearing lines: all that the plain interview knows of a terminal."""

import re
from typing import TextIO

from advisor.messages import interview as messages
from advisor.text import paragraph, visible

_KEY_PRESSED = re.compile("\x1b(\\[[0-9;?]*[ -/]*[@-~]|O?.)|[\x00-\x08\x0b-\x1f\x7f]")
"""What arrow keys and the like leave in a line that is typed."""
WIDTH = 80


class Away(Exception):  # noqa: N818 -- no error: the person wants to be somewhere else
    """The person leaves what is being asked."""


class Leave(Away):
    """The conversation is over: the person leaves, or nobody is there any more."""


class Talk:
    """A conversation in lines of at most 80 columns."""

    def __init__(self, heard: TextIO, said: TextIO) -> None:
        self._heard = heard
        self._said = said

    def say(self, text: str = "", indent: str = "", first: str = "") -> None:
        """Says a paragraph: how its first line and the others begin."""
        print(paragraph(visible(text), indent, first, WIDTH), file=self._said)

    def page(self, text: str) -> None:
        """Shows a text that is already in lines, and safe to show."""
        print(text, file=self._said)

    def ask(self, question: str = "") -> str:
        """Hears one line, without the spaces around it.

        Raises:
            Leave: there is no further line.
        """
        if question:
            self.say(question)
        print(messages.PROMPT, end="", file=self._said, flush=True)
        line = self._heard.readline()
        if not line:
            print(file=self._said)
            raise Leave
        return _KEY_PRESSED.sub("", line).strip()

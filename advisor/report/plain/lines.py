"""Lines of at most 80 columns: what every page of plain text is made of."""

from collections.abc import Iterator

from advisor.messages import proof as messages
from advisor.report.assessment import FindingResult, ProofStep, VerdictResult
from advisor.text import paragraph

WIDTH = 80
SIGNS = {
    "met": "+",
    "supported": "+",
    "not met": "×",
    "refuted": "×",
    "unknown": "?",
    "undecided": "?",
    "contested": "!",
    "withheld": "·",
}
"""States are told apart by sign and word, never by colour alone."""


def heading(text: str, line: str = "-") -> Iterator[str]:
    """A heading, and an empty line above it."""
    yield ""
    yield from wrapped(text)
    yield line * min(len(text), WIDTH)


def wrapped(text: str, indent: str = "", first: str = "") -> Iterator[str]:
    """A paragraph: how its first line and the others begin."""
    yield from paragraph(text, indent, first, WIDTH).splitlines()


def told_status(kind: str, status: str) -> str:
    """The word for how a finding of a kind has settled."""
    words = {**messages.STATUS, **messages.TESTED} if kind in ("criterion", "premise") else messages.STATUS
    return words[status]


def status_words(finding: FindingResult) -> str:
    """The status in words. What rests on one of several disputed accounts says so; and what no answer can change."""
    if isinstance(finding, VerdictResult) and finding.settled is not None:
        template = messages.NEVER_DECIDED if finding.settled == finding.status else messages.WILL_BE
        return template.format(status=messages.STATUS[finding.status], settled=messages.STATUS[finding.settled])
    resting = finding.disputed and finding.status in ("not met", "refuted", "met", "supported")
    word = told_status(finding.kind, finding.status)
    return messages.DISPUTED.format(status=word) if resting else word


def proof_lines(step: ProofStep, depth: int = 0) -> Iterator[str]:
    """A proof as an indented tree, one step a line."""
    indent = "  " * depth
    yield from wrapped(step_words(step), f"{indent}  ", indent)
    if step.note:
        yield from wrapped(messages.NOTE.format(note=step.note), f"{indent}    ", f"{indent}  ")
    for inner in step.steps:
        yield from proof_lines(inner, depth + 1)


def step_words(step: ProofStep) -> str:
    """A step of a proof in a line, with the sign of how it has settled."""
    return step.says if step.status is None else signed(step.says, step.status)


def signed(says: str, status: str) -> str:
    """What a finding says, with the sign of how it has settled; what is not known is not said as if it were."""
    unknown = status in ("unknown", "undecided")
    return f"{SIGNS[status]} {messages.NOT_KNOWN_WHETHER.format(says=says) if unknown else says}"

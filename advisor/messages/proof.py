"""What is said of how a finding has settled, and of what it rests on."""

from collections.abc import Mapping

STATUS: Mapping[str, str] = {
    "supported": "yes",
    "refuted": "no",
    "undecided": "open",
    "contested": "disputed",
    "met": "applies",
    "not met": "does not apply",
    "unknown": "not known",
    "withheld": "not told here",
}
"""The word that stands beside the sign of a status."""
TESTED: Mapping[str, str] = {"met": "fits", "not met": "does not fit"}
"""The word for what a definition tests. What does not fit may be told in a sentence that is true."""
DISPUTED = "{status}, on a disputed point"
NOT_KNOWN_WHETHER = "Not known whether it is so: {says}"
NOTE = "Note: {note}"
SILENT = "The definition does not cover this case."
WHY = "Why:"
WHY_NOT = "Why not:"
SPEAKS_FOR = "What speaks for it:"
SPEAKS_AGAINST = "What speaks against it:"
UNDECIDED = "It cannot be decided while this is not known:"
REASON = "The reason behind the rule: {reason}"
DISSENT = "Who disagrees: {dissent}"
RESTS = {
    "source": "Rests on a publication: {source}.",
    "practice": "Rests on what practitioners say: {source}.",
    "heuristic": "Our own rule of thumb. It builds on: {source}.",
}
RESTS_ALONE = {
    "source": "Rests on a publication.",
    "practice": "Rests on what practitioners say.",
    "heuristic": "Our own rule of thumb.",
}

"""What is said of papers for others, and of what they leave out."""

from collections.abc import Mapping

UNNAMED = "An initiative that is not named here"
PART = "{kind} {number}"
NOT_TOLD = "Not told here."
AUDIENCES: Mapping[str, str] = {
    "team": "",
    "funder": "For those who pay.",
    "public": "For anybody: what it is and what can be expected of it, not what those who run it are advised.",
}
OF_ITEMS = "{items} ({asked})"
NOT_TOLD_WHO = "not told here"
LEFT_OUT = (
    "Left out, whatever the answers are: {questions}. Left out too: names, notes, and what could show any of this. "
    '"Not told here" does not mean yes, no or unknown. Whole sections may be missing for that reason.'
)

"""What the glossary says beside its terms."""

RESTS = {
    "source": "Source: {sources}.",
    "practice": "As practitioners use it; {sources}.",
    "heuristic": "In our words; they build on {sources}.",
}
RESTS_ALONE = {"practice": "As practitioners use it.", "heuristic": "In our words."}
NO_SUCH_TERM = "{wanted} is not in the glossary.{hint}"
EMPTY = "This rulebook has no glossary."

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
WILL_BE = "{status}; whatever else is said, it will be: {settled}"
NEVER_DECIDED = "{status}; nothing that could still be said decides it"
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

# The tree

TOLD_ABOVE = "{says} (told above)"
SAME_AS_ABOVE = "{label}: the same as above."
LISTED_ABOVE = "{label}, as listed above:"
EACH = "Each"
EACH_OF = "{names}, each"
BY_ACCOUNT = "According to {by}: {says}"
BY_THIS_ACCOUNT = "By this account: {says}"
SOMEBODY = "somebody who is not named"
LOOKED_FOR = "Looked for: {says}"
RESTS_BRIEFLY = {
    "publication": "{source}",
    "source": "a publication",
    "practice": "practitioners",
    "heuristic": "our rule of thumb",
}
"""What a finding within a tree rests on, in brackets behind it."""
PARTS = "Parts"
NO_ANSWER_NEEDED = "No answer is needed for it."
BOTH_REST_ON = "What both sides rest on:"
ACCOUNT_SAYS = "According to {by}: {status}"
FURTHER_SOURCES = "Named in brackets above:"

# The short paragraph

BY_DEFINITION = {
    "supported": "By the definition of {school}, this is Track {tracks}.",
    "refuted": "By the definition of {school}, this is not Track {tracks}.",
    "undecided": "Whether this is Track {tracks} by the definition of {school} cannot be said yet.",
    "contested": "Whether this is Track {tracks} by the definition of {school} is disputed.",
}
BROADLY = {
    "supported": "By the definition of {school}, this is Track {tracks} in a broad sense.",
    "refuted": "By the definition of {school}, this is not Track {tracks}, even in a broad sense.",
    "undecided": "Whether this is Track {tracks} in a broad sense by the definition of {school} cannot be said yet.",
    "contested": "Whether this is Track {tracks} in a broad sense by the definition of {school} is disputed.",
}
TERM = {
    "supported": "By the definition of {school}, this fits here.",
    "refuted": "By the definition of {school}, this does not fit here.",
    "undecided": "Whether this fits here by the definition of {school} cannot be said yet.",
    "contested": "Whether this fits here by the definition of {school} is disputed.",
}
"""For a verdict that names no track."""
TEST = {
    "met": "This is one of the tests of {school}, and it fits here.",
    "not met": "This is one of the tests of {school}, and it does not fit here.",
    "unknown": "This is one of the tests of {school}. Whether it fits here cannot be said yet.",
    "contested": "This is one of the tests of {school}. Whether it fits here is disputed.",
}
CLAIM = {
    "met": "This is so.",
    "not met": "",
    "unknown": "Whether this is so cannot be said yet.",
    "contested": "Whether this is so is disputed.",
}
"""For what is no advice; where it does not hold, its own words say so."""
ADVICE = {
    "met": "This applies here.",
    "not met": "This does not apply here.",
    "unknown": "Whether this applies here cannot be said yet.",
    "contested": "Whether this applies here is disputed.",
}
NOTHING_DECIDES = "The definition does not cover this case, and nothing that could still be said would change that."
WILL_BE_WHATEVER = "Some of what it asks is not known. Whatever that is, the answer will be: {status}."
RESTS_ON_THIS = "It rests on this:"
DECIDED_BY = "What decides it:"
AS_FOR_MORE = {1: "so it is for one more", 2: "so it is for {number} more"}
ACCORDING_TO = "according to {by}, {says}"
DECIDED_SO = "{finding}: {answer}."
NOTHING_MAKES_IT_SO = "Nothing that has been found makes it so."
AND_MORE = {1: "There is one more, below.", 2: "There are {number} more, below."}
MISSING = "What is missing: {missing}."
ANSWER = '"{label}"'
ANSWER_OF = '"{label}" of {names}'
OTHERS = "others"
MISSING_MORE = {1: "one more", 2: "{number} more"}
ACCOUNTS_SAY = "According to {by}, it is so; according to {other}, it is not."
HANGS_ON = {1: "It hangs on this answer: {questions}", 2: "It hangs on these answers: {questions}"}
DISPUTED_IS = {1: "This answer is disputed: {questions}", 2: "These answers are disputed: {questions}"}
READ_TWICE = "No answer is disputed. Readers of the definition differ, and both can be argued from the same answers."
ON_A_DISPUTED_ANSWER = "That hangs on a disputed answer: {question}"
ON_A_DISPUTED_READING = "That hangs on how a definition is read, and readers differ."

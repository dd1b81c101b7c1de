"""What the checks of a rulebook say to whoever wrote it."""

NEVER_MET = "{finding} can never be met, whatever is answered."
NEVER_SO = "This can never be so: {lines}"
NEVER_TOGETHER = "These can never be so at once: {lines}"
NOR_THESE = "What builds on it can never be met either: {findings}."
ALWAYS_MET = "{finding} is met whatever is answered, so it tells nothing."
NEVER_ASKED = "{question} is never asked."
BOTH_SUPPORTED = (
    "{first} ({first_tracks}) and {second} ({second_tracks}) can both be supported for the same initiative."
)
BOTH_SUPPORTED_IN_DISPUTE = (
    "{first} ({first_tracks}) and {second} ({second_tracks}) can both be supported where an answer is disputed, "
    "although they exclude each other everywhere else."
)
MET_AND_NOT_MET = (
    '{finding} can be both met and not met although nobody disagrees on any answer: "when" and "not_when" overlap.'
)
MEANS_THE_SAME = "{finding} means the same as {other}: whatever is answered, they are met, not met or unknown together."
COVERED = (
    "{finding} adds nothing to {other}, which names the same track: whenever the one is supported, so is the other."
)
CHANGES_NOTHING = "{finding} means the same without {line}."
LINE_IS_NEVER_SO = "{line} can never be so, and stands in vain beside what is enough for {finding}."
LINE_IS_COVERED = "Whenever it is so, another line beside it is so as well."
LINE_IS_ASKED_ALREADY = "Wherever it matters, the other lines ask for it already."
NO_HEADLINE = "Some initiatives get no headline: of those for {what} not one is met{disputed}."
TWO_HEADLINES = "{first} and {second} can both be the headline of the same initiative{disputed}."
FOR_PART = "an initiative, or a part of one,"
FOR_WHOLE = "an initiative as a whole"
ONLY_IN_DISPUTE = ", though only where an answer is disputed"
NOTHING_BUILDS_ON = "Nothing builds on {finding}, and a {kind} tells nobody anything by itself."
NO_RULE_READS = "No rule reads the answer to {question}."
STILL_TO_WRITE = "Still to be written: {what}."
NAMES_NO_TRACK = "{finding} names no track, so no headline tells it."
NOTHING_CITES = "Nothing cites {source}."
NOT_CALLED_FOR = "Nothing calls for accepting {check} here. Take it out."
NOT_CALLED_FOR_WITH = "Nothing calls for accepting {check} with {other} here. Take it out."

TRACK = "Track {tracks}"
TRACKS = "Tracks {tracks}"

EXAMPLE = "For example: {answers}"
ALL_BUT_THE_LAST = "For example, all but the last of these are so here: {answers}"
NOTHING_ANSWERED = "nothing is answered yet."
DISPUTED = "disputed, {answers}"
ALL_LISTED = "that is all"
MORE_POSSIBLE = "there may be more"
NONE_LISTED = "none"
PART = "In {part}: {answers}"
ITEM = "{item} ({answers})"

WELL = "{title}: nothing is wrong in {findings} rules and {questions} questions, and there is nothing to note."
WELL_QUICK = (
    "{title}: nothing is wrong in {findings} rules and {questions} questions. What follows from all answers was not"
    " looked at."
)
SUMMARY = "To note: {number}. What it means and how to mend it: {pages}."
PAGE = "docs/checks/{code}.md"

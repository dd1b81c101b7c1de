"""What is said where two initiatives, or two versions of one, stand side by side."""

from collections.abc import Mapping

BEFORE, AFTER = "Before", "After"
"""What two versions of one initiative are called."""
TITLE = "{first} and {second}"
TITLE_OF_VERSIONS = "{name}: two versions"
FILE = "{called}: {file}"
FOR_THE_TEAM = "For the team: names and sensitive answers are told here."

# What differs

NO_ANSWER_DIFFERS = "No answer differs."
ANSWERS = "Which answers differ"
PARTS = "Phases and strands"
OF_ITEM = "{item}: {label}"
IN_LIST = "{label}: {item}"
IS_THAT_ALL = "{label}: is that all?"
THERE, NOT_THERE = "listed", "not listed"
THAT_IS_ALL, MAY_BE_MORE = "that is all", "there may be more"
NO_PARTS = "none"
WHERE = "{says} ({where})"
AS_A_WHOLE = "As a whole"
IN_PARTS = "In {parts}"
AND_IN_PARTS = "As a whole, and in {parts}"
COARSE = (
    "Under {lists} no id is in both files, so one cannot be matched with the other: the lists are compared as wholes, "
    "with everything that is said of each."
)

# What is concluded otherwise

NO_CONCLUSION_DIFFERS = "No conclusion differs: same headline, same verdicts, same advice."
CONCLUSIONS = "Which conclusions differ, because of which answers"
BECAUSE_NOW = "Because now {clauses}:"
CLAUSE = "{clause} ({number})"
CLAUSE_IN = "{where}, {clause} ({number})"
IS_LISTED, IS_NOT_LISTED = "{name} is listed under “{label}”", "{name} is not listed under “{label}”"
LISTS, LISTS_NOTHING = "“{says}” lists {names}", "nothing is listed under “{says}”"
IS_WHOLE = "“{says}” lists them all"
HAS_OTHER_DATES = "“{says}” has another name, kind or dates"
IS_DISPUTED = "“{says}” is disputed"
IS_NOT_KNOWN = "“{says}” is not known"
IS_WITHHELD = "“{says}” is known, but not written here"
MAY_BE_MORE_OF = "there may be more under “{says}”"
BECAUSE = "Because of {differences}:"
CAUSE = "{says} ({number})"
CAUSE_IN_SHORT = "{says} ({number}: {change})"
BESIDE = "{first} / {second}"
"""In short what is answered of both."""
NOT_EXPLAINED = "These differ too"
WHY_NOT_EXPLAINED = (
    "Nothing that can be taken over from one into the other, not even all of it, brings this about. So it is not said "
    "because of what it differs."
)
HEADLINE = "Headline"
NO_HEADLINE = "none"
OF_KIND: Mapping[str, str] = {
    "stop": "Stop",
    "risk": "Risk",
    "step": "Step",
    "team": "Team",
    "language": "Languages",
    "measure": "How to know",
    "reflection": "To think about",
    "lesson": "What it shows",
    "notice": "Note",
}
"""What stands before advice of a kind; goals and expectations have their own words, roles none."""
ADVICE = "{heading}: {says}"
FILLED_BY = "{filled} by {names}"
NEED_FILLED: Mapping[str, str] = {
    "fully": "filled",
    "partly": "filled in part",
    "could": "nobody yet; could be filled",
    "open": "not known who",
    "nobody": "nobody yet",
}
"""Of a role that is needed."""

ONLY = "Only for {side}"
ONLY_OF_VERSION: Mapping[str, str] = {BEFORE: "Only before", AFTER: "Only after"}
"""Over what is advised in one and not in the other."""
STANDS = "{side}: {stands}"
OF_WHOM = "{says}: {who}"
RANGE = "{first} to {last}"
NAMED_IN_NO_REASON = "No reason names {numbers}."
FOOT: Mapping[bool, str] = {
    True: "Each reason was tried out: if only these answers had changed, the conclusion would have changed in the same "
    "way; with one of them fewer it would not. Other answers that differ may do the same.",
    False: "Each reason was tried out: with these answers of {second}, and all others as they are, {first} gets the "
    "conclusion of {second}; with one of them fewer it does not. Other answers that differ may do the same.",
}

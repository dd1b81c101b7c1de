"""What is said of two states of a rulebook."""

BETWEEN = "Before: {old}. Now: {new}."
STATE = "{named} ({title}, version {version}, {sha256})"
SAME_HASH = "These are the same rules, to the letter."
NOTHING = "Nothing changed in meaning. What differs is only how the files are laid out, or their comments."

CHANGED = "What changed in meaning"
ADDED_ONE = "New {sort}: {says} [{id}]"
REMOVED_ONE = "No longer there, {sort}: {says} [{id}]"
CHANGED_ONE = "Changed {sort}: {says} [{id}]"
IN_THE_FILE = "{file}, line {line}"
BEFORE = "before:"
NOW = "now:"
ABSENT = "(nothing)"
STATEMENT = "What it says"
NOT_SHOWN = "Something that its page does not show: {fields}"

LISTS = ("language", "territory", "list", "line of the issue brief")
"""What stands in lists, in their order."""
LISTED = "What stands there"
ALSO = "also: {names}"
VARIETY_OF = "a variety of {code}"
MATTERS_IN = "matters in {codes}"

EFFECTS = "What that changes for {number} initiatives"
EFFECTS_OF_ONE = "What that changes for the initiative"
NO_EFFECT = "Nothing: each of them gets the same headline, verdicts and advice as before."
REWORDED = "Told in other words: {ids}"
SCHOOL_SAYS = "{school}: {verdicts}. [{id}]"
VERDICT_IS = "{ids} {status}"
VERDICT_FOR = "{id} is {counts}"
STATUS_FOR = "{status} for {number}"
NO_VERDICT = "no verdict"
REST = "For the others nothing changes."
OF_FILE = "{initiative} ({file})"
HEADLINE = "Headline"
HEADLINE_OF = "Headline of {part}"
NO_HEADLINE = "(no headline)"
SETTLED = "{says}"
FROM_TO = "before: {before}; now: {now}"
FILLED = "Who fills it"
NOBODY = "nobody"
PERHAPS = "perhaps"
WHERE = "[{finding}{item}{part}]"
THROUGH = "through {ids}"
QUESTION = 'the question "{prompt}"'
LISTS_CHANGED = "the lists"
NOT_READ = "It can no longer be read:"
NOT_THERE = "not there"

ADVICE = {
    "met": "said",
    "not met": "not said",
    "unknown": "waits for answers",
    "contested": "said, on a disputed point",
    NOT_THERE: "not in the rulebook",
}
"""How advice stands, in words."""
OTHERS = {NOT_THERE: "not in the rulebook"}

# Where the two states come from

NO_SUCH_REVISION = "git knows no revision {revision} in {folder}."
NO_REPOSITORY = "{folder} is in no git repository, so it has no revisions. Name a folder instead."
NO_RULES_THEN = "The revision {revision} has no rulebook at {folder}."
NO_GIT = "git is not installed here, so a revision cannot be read. Name a folder instead."

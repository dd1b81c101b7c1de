"""What is said of what would change a conclusion, and of what is still possible."""

from collections.abc import Mapping

ABOUT = "say what would change a conclusion, or the headline: the fewest answers that would"
WHICH = "a finding: school/name, as an assessment shows it in [brackets]; the headline if left out"
ALL = "every change that was found, not only the first few"
HEADING = "What would change it"
NAMED = "At least one school calls it {tracks}."
NOT_NAMED = "No school calls it {tracks}."
PART = "In “{part}”:"
IF: Mapping[str, Mapping[str, str]] = {
    "verdict": {
        "met": "It would be {tracks} by {school} if:",
        "not met": "It would not be {tracks} by {school} if:",
    },
    "headline": {
        "met": "A school would call it {tracks} if:",
        "not met": "No school would call it {tracks} if:",
    },
    "other": {"met": "This would be so if:", "not met": "This would not be so if:"},
    "advice": {"met": "This would apply if:", "not met": "This would not apply if:"},
}
TRACK = "Track {track}"
BY: Mapping[str, str] = {
    "choice": "By a choice that those who design it can make:",
    "finding out": "If it turns out that:",
    "other facts": "Only if what is said now were otherwise:",
}
"""How a change would come about."""
NOW = "Now: {now}"
NOTHING = "Answers to {number} questions or fewer would not do it. More may; that was not looked for."
FOR_EXAMPLE = "It takes answers to more than {number} questions. If all of this turned out so, for example:"
MORE = "- and {number} more"
ALL_OF_THEM = "All of them: advisor change FILE {finding} --all"
MAY_BE_MORE = "There may be more."
IN_PART = "in “{part}”, {clause}"
ACCOUNT = "{clause} (by the account of {by})"
OTHER_WAYS = "These questions can be answered in other ways, too, to the same effect."
STILL_OTHERS = "and others"
AND = ", and "
AND_ALSO = "and {clause}"
OR = "{said} (or: {others})"
ALSO = "Would also change what {schools} says."
ALSO_SEVERAL = "Would also change what {schools} say."
STILL_POSSIBLE = "Still possible: {possible}."
SILENT = "that the definition does not cover it"
SETTLED = "Whatever else becomes known, it will be: {status}."
NEVER_DECIDED = "Nothing that is open would decide it."

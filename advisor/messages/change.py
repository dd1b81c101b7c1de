"""What is said of what would change a conclusion, and of what is still possible."""

from collections.abc import Mapping

ABOUT = "say what would change a conclusion, or the headline: the fewest answers that would"
WHICH = "a finding: school/name, as an assessment shows it in [brackets]; the headline if left out"
ALL = "every change that was found, not only the first few"
HEADING = "What would change it"
NAMED = "At least one school calls it {tracks}."
NOT_NAMED = "No school calls it {tracks}."
DOUBTS = {"unknown": "For {schools} it is open.", "contested": "For {schools} it is disputed."}
PART = "In “{part}”:"
IF: Mapping[str, Mapping[str, str]] = {
    "verdict": {
        "met": "It would be {tracks} by {school} if:",
        "not met": "It would not be {tracks} by {school} if:",
    },
    "headline": {
        "met": "A school would call it {tracks} if:",
        "not met": "No school would call it {tracks} any more if:",
    },
    "stop": {
        "met": "This stop would stand if:",
        "not met": "This stop would no longer stand if the following were so. Say it only once it is so:",
    },
    "other": {"met": "This would be so if:", "not met": "This would not be so if:"},
    "advice": {"met": "This would apply if:", "not met": "This would not apply if:"},
}
TRACK = "Track {track}"
BROADLY = "Track {track} in a broad sense"
BY: Mapping[str, str] = {
    "choice": "By how it is designed, if those concerned agree:",
    "finding out": "If it turns out that:",
    "other facts": "Only if what is said now were otherwise:",
}
"""How a change would come about."""
NOTHING = "Answers to {number} questions or fewer would not do it. More may; that was not looked for."
FOR_EXAMPLE = "It takes answers to more than {number} questions. If all of this turned out so, for example:"
MORE = "- and {number} more"
ALL_OF_THEM = "All of them: advisor change FILE {finding}{place} --all"
MAY_BE_MORE = "There may be more."
IN_PART = "in “{part}”, {clause}"
ACCOUNT = "{clause} (according to: {by})"
OTHER_WAYS = "These questions can be answered in other ways, too, to the same effect."
STILL_OTHERS = "and others"
AND = ", and "
AND_ALSO = "and {clause}"
OR = "{said} (or: {others})"
ALSO = "With it: {verdicts}."
SCHOOL = "{school}: {verdicts}"
VERDICT = "{says} {status}"
ONE_ELSEWHERE = "one verdict on “{part}”, too"
SOME_ELSEWHERE = "{number} verdicts on “{part}”, too"
BRINGS = "It would bring a stop: {stop}"
STILL_POSSIBLE = "Still possible: {possible}."
SILENT = {"undecided": "that the definition does not cover it", "unknown": "that it stays open"}
SETTLED = "Whatever else becomes known, it will be: {status}."
NEVER_DECIDED = "Nothing that is open would decide it."

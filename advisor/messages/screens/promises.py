"""What is said where a proposal's promises, or a funder's demands, are held against an initiative."""

from collections.abc import Mapping

# The way there

CHECK = "Check what a proposal promises"
CHECK_HELP = "Or what a funder expects."
CHECK_TIP = "Hold a proposal's promises, or a funder's demands, against an initiative"
ABOUT_WHICH = "Of which initiative?"
WHAT = "{name}: what do you want to check?"
GO_ON_WITH = "Go on with {file}"
NEW_CLAIMS = "What a proposal promises (a new file)"
NEW_PROFILE = "What a funder expects (a new file)"
OPEN_EITHER = "A file of promises or demands that is there …"
NAME_CLAIMS = "What is the proposal called?"
NAME_CLAIMS_HELP = "A codename is enough. It stands inside the file."
NAME_PROFILE = "What do you call the funder?"
NAME_PROFILE_HELP = "A codename is enough. It stands inside the file, and the profile can be used again."
NEW_PATH = "In which file shall that be kept?"
FILE_NAMES: Mapping[str, str] = {"claims": "promises", "funders": "funder"}
"""What is added to the name of the initiative's file."""

# The questions

SEE_JUDGEMENTS = "Read what can be expected of it"
SEE_JUDGEMENTS_HELP = "Each promise or demand, whether it can be kept, and why."
SO_FAR = "Judged so far"

# The judgements

JUDGEMENTS = "Judgements"
JUDGEMENTS_HELP = (
    "Each promise with what to think of it: reasonable, possible but outside their control, do not expect this, or "
    "cannot be known. Beside it stand the reason, words that can be kept, what to measure instead, and what to ask. "
    "Enter shows what that rests on, down to the answers. F2 goes back to the questions."
)
NO_PROMISES = "Nothing is promised here yet. F2 goes to the questions."
NO_DEMANDS = "Nothing that this profile asks for is held against the initiative by any rule. F2 goes to the questions."
ADD_PROFILE = "Add a funder (A)"
ADD_PROFILE_TIP = "Hold the demands of a funder, from its profile, against the initiative too"
WHICH_PROFILE = "Which funder's profile?"
HINT = "{name} · Enter: why"
LEADS: Mapping[str, str] = {"why": "Why: {says}", "also": "Also: {says}", "ask": "Question: {says}"}

# Handing on

EXPORT_TITLE = "Export what can be expected"
EXPORT_HELP = "It writes what is said of each promise and demand into a new file. Your own files are not changed."
EXPORT_OWN = "That is one of the files that are held against each other. Please type another name."
EXPORT_FORMS: Mapping[str, str] = {
    "text": "As text",
    "reasons": "As text, with the proofs",
    "json": "For other programs (JSON)",
    "expectations": "Expectation sheet, with all of this",
}
FILE_NAME = "judgements"

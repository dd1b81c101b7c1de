"""What is said of promises, of what those who pay expect, and of the files that hold them."""

from collections.abc import Mapping

# The files

NOT_ASKED = "These rules ask nothing about {group}, so they can judge none. They need a group of that name."
NO_ITEMS = "Nothing is promised here. List the promises, each with a hyphen and an id."
ANOTHER_FUNDER = "Another profile is about {funder} too. Give this one another name."
NO_ID = "{funder} cannot be told from others. Write a name with letters or digits in it."

# Promises

TITLE = "What to expect of it: {name}"
FOR_THE_TEAM = "For whoever may read the initiative's own file. What can be passed on: --audience funder"
PROPOSAL = "Proposal: {title}"
QUOTED = "“{says}”"
READ_AS = "Read as"
STANCES: Mapping[str, str] = {
    "reasonable": "Reasonable",
    "outside-control": "Possible, but outside their control",
    "do-not-expect": "Do not expect this",
    "cannot-be-known": "Cannot be known",
}
"""From the judgement that a promise can be kept to the ones against it; the gravest is told."""
NOT_JUDGED = "Too little is known to judge this"
NO_RULE = "No rule speaks about this promise"
ON_A_DISPUTED_POINT = "{judgement}, on a disputed point"
BEYOND_DISPUTE = "Whoever is right there, it is at least this: {judgement}."
MAY_BE_GRAVER = "It may be graver than is told here."
COULD_BE_GRAVER = "As long as what follows is not known, it may turn out graver: {judgement}."
ALSO = "Also"
BETTER = "Words that can be kept"
INSTEAD = "Measure instead"
MEASURE = "Measure"
ASK = "Ask the convener"
PROPOSAL_IS_SILENT = "What the proposal does not say"
PROFILE_IS_SILENT = "What the profiles do not say"
NOT_KNOWN_YET = "Not known yet. Ask the convener"
FURTHER = "and {number} more"
NUMBERS = "{number} promises: {counts}."
ONE = "One promise: {judgement}."
COUNTED = "{number} {judgement}"
SUMMARY: Mapping[str, str] = {
    "do-not-expect": "not to be expected",
    "cannot-be-known": "cannot be known",
    "outside-control": "outside their control",
    "reasonable": "reasonable",
    "": "not judged yet",
    "withheld": "not told here",
}

# Funders

FUNDER = "What {name} expects"
CLASHES = "In the way of the work, or of another funder"
UNMET = "Not met"
DISPUTED = "Disputed"
UNKNOWN = "Not known yet whether this is so"
NOT_TOLD = "Not told here whether this is so"
MORE_IN_THE_WAY = "More may be in the way than is told here."
MET = "Met"
DEMANDS: Mapping[str, str] = {
    CLASHES: "{number} in the way",
    UNMET: "{number} not met",
    DISPUTED: "{number} disputed",
    UNKNOWN: "{number} not known yet",
    NOT_TOLD: "{number} not told here",
    MET: "{number} met",
}
"""How many there are of each sort."""
NOTHING_ASKED = "Nothing that this profile asks for is held against the initiative by any rule."
# The foot

SOURCES = "Sources"
LEGEND = "Where no source is named, it is our rule of thumb. Why, down to the answers: --reasons"
LEGEND_WITH_REASONS = "Where no source is named, it is our rule of thumb."
EXPECTATIONS = "What to expect: {name}"
NOTHING_TO_EXPECT = "Too little is answered to say what to expect."
IS_OVER = "It is over. What it shows: advisor assess FILE"
HOW_TO_CHECK = (
    "To hold a proposal's promises against this: advisor expect FILE --claims CLAIMS. To hold a funder's demands "
    "against it: --funder PROFILE."
)

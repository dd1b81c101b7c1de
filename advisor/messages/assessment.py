"""What the page of an assessment says."""

# The front page, and the frame of the whole

RECORDS = {
    "own": "",
    "real": "A real initiative, described from published sources.",
    "composed": "A composed example: no such initiative exists.",
}
MAY_BE_DONE = "What is advised below may be done already; the record does not say."
NOTHING_TO_CHANGE = "Nothing that is answered so far has to change. What is not answered may."
STOP = "STOP"
MATTERS_MOST = "WHAT MATTERS MOST"
FIND_OUT = "FIND OUT NEXT"
RECORD_SILENT = "WHAT THE RECORD DOES NOT SAY"
PARTS = {"phase": "Phase: {name}", "strand": "Strand: {name}"}
FROM_UNTIL = " to "
LEGEND = """+ yes, fits or applies   × no, or does not   ? not known   ! disputed
( ) a broad use of the term
Where advice names no source, it is our rule of thumb."""
WITHOUT_IDS = "Reasons of each school, and the ids of findings: advisor assess FILE --reasons"
WITH_IDS = "The whole proof of a finding: advisor why FILE ID, with the id in [brackets]"
ID = " [{id}]"
RULES = "Rules: {rules}"
RULEBOOK = "{title}, version {version} ({sha256})"
TOP_LAYER = "Its own layer: {rules}"
LAYER_BELOW = "Built on: {rules}"
ANSWERS = "Answers: {hash}"

NOT_KNOWN_YET = "Not known yet"
OPEN_LISTS = "A list is open, and can be asked about here, until it is said of it: that is all."
WITHHELD = "{question} (known, but not written here)"
FURTHER_OPEN = "and {number} more that matter less. The interview asks them too."

CALLED_BY_OTHERS = "What others have called it"
RECALLED = "{label} [recalled, unchecked]"
COMPARED = "Compared with ours: {review}"

# Advice

SECTIONS = {
    "stops": "Stop",
    "team": "The mediation team",
    "languages": "Languages",
    "goals": "Goals",
    "expectations": "What to expect, and how to measure it",
    "risks": "Risks",
    "steps": "Steps",
    "reflections": "Questions to think about",
    "lessons": "What it shows",
}
STANCES = {
    "pursue": "Pursue",
    "reasonable": "Reasonable to expect",
    "outside-control": "Possible, but not in the hands of those who organise",
    "do-not-promise": "Do not promise",
    "do-not-expect": "Do not expect",
    "cannot-be-known": "Cannot be known",
    "essential": "Essential",
    "advised": "Advised",
}
MEASURES = "How to know"
SEVERITY = {5: "grave", 4: "serious", 3: "moderate", 2: "minor", 1: "minor"}
TIMELINE = "Timeline"
NOTE = "Note: {note}"
SAME_FOR = "The same for {others}."
AGAIN = "Here too, some of what is told above of {sections}."
TOLD = "{label}: {says}"
ROLE = "{role} ({need})"
ON_A_DISPUTED_POINT = "On a disputed point: {advice}"
BETTER = "Say instead"
NEXT = "Next"
LOOK_FOR = "Look for"
FILLED_BY = "Filled by"
COULD_BE_FILLED_BY = "Could be filled by"
NOBODY = "nobody yet"
NOT_KNOWN_WHO = "not known yet"
ASK_ABOUT = "Ask about"
UNKNOWN_OF = "{name} (not known: {unknown})"
FILLS = {"fully": "{name}, {how}", "could": "{name}, {how}", "partly": "{name}, in part: {how}"}
WHY = "Why"
WHY_EACH = "Why, for each of these"
OTHERS_DISAGREE = "Others disagree"
RESTS = {"source": "({source})", "heuristic": "(we build on {source})", "practice": "(practitioners, in {source})"}
PRACTITIONERS = "(practitioners)"
KNOWN_THROUGH = {
    "publication": "{source}",
    "brief": "{source}, known through the issue brief",
    "secondary": "{source}, known through others",
}

# Classification

DEFINITION = "By whose definition"
DEFINITION_THROUGHOUT = "By whose definition: what holds throughout"
DEFINITION_OF_PART = "By whose definition: {part}"
REASONS = "Why it is called that"
TITLE = "{school}, Track {tracks}"
TITLE_BROAD = "{school}, Track {tracks} in a broad sense"
GOES_WITH = "{status}; typical, not required"
AS_ABOVE = "{says} (as above)"
READERS_DIFFER = "Readers differ: {dissent}"
NOT_KNOWN = "Not known: {question}"
SOURCE = "Source: {source}."
KNOWN_TO_US = {
    "publication": "{source}",
    "brief": "{source}, known to us through the issue brief",
    "secondary": "{source}, known to us through others",
}

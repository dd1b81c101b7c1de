"""What the pages of the rulebook say: conditions told in plain English, and what stands around them."""

# Conditions. A condition is told as a question with what its answer has to be, or as what another finding says.

BOTH = "Both of these are so"
ALL = "All of these are so"
AT_LEAST_ONE_OF_THESE = "At least one of these is so"
NEITHER = "Neither of these is so"
NONE_OF_THESE = "None of these is so"

KNOWN_EITHER_WAY = "It is known whether or not this is so: {says}"

THIS = "this {item}"
THAT = "that {item}"
ABOUT = "{who}: {prompt}"
ANSWERED = "{question} {answer}"

IS = "{words}."
IS_NOT = "Any answer but {words}."
AMONG = "Among the answers: {words}."
AMONG_SOME = "Among the answers, at least one of these: {words}."
NOT_AMONG = "Not among the answers: {words}."
NOT_AMONG_ANY = "Among the answers, none of these: {words}."
NOTHING_BESIDES = "Nothing besides {words}."
SOMETHING_BESIDES = "Something besides {words}."

EXACTLY = "Exactly {low}."
OR_MORE = "{low} or more."
OR_LESS = "{high} or less."
NONE_AT_ALL = "None."
FROM_TO = "From {low} to {high}."
NOT_EXACTLY = "Any number but {low}."
LESS = "Less than {low}."
MORE = "More than {high}."
OUTSIDE = "Less than {low}, or more than {high}."

ANSWER_TO = 'the answer to "{prompt}"'
ANSWER_OF = '{who}\'s answer to "{prompt}"'
SAME = "The same as {answer}."
NOT_SAME = "Not the same as {answer}."
SHARED = "At least one that is also in {answer}."
NOT_SHARED = "None that is also in {answer}."
FOUND = {
    "varieties": "At least one that matters in the place named in {answer}.",
    "same-language": "At least one that is in {answer}, or another variety of the same language.",
}
"""What is looked up in the tables that are made from the list of languages."""
NOT_FOUND = {
    "varieties": "None that matters in the place named in {answer}.",
    "same-language": "None that is in {answer}, nor another variety of the same language.",
}
FOUND_IN_LIST = 'At least one of those that the list "{table}" gives for {answer}.'
NOT_FOUND_IN_LIST = 'None of those that the list "{table}" gives for {answer}.'

OF_THE = "the {group}"
OF_THE_OTHER = "the other {group}"
PARTS = "phases and strands"
FOR_EACH = "For each of {group}"
FOR_SO_MANY = "For {number} of {group}"
LED = "{who}: {what}"
LED_ON = "{who}, {what}"
LISTED = "{prompt} {number} listed."
NOBODY_LISTED = "{prompt} None, and that is all."
PARTS_LISTED = "The initiative has {number} {parts}."

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NUMBER_EXACTLY = "exactly {low}"
NUMBER_AT_LEAST = "at least {low}"
NUMBER_AT_MOST = "at most {high}"
NUMBER_FROM_TO = "from {low} to {high}"
NUMBER_OUTSIDE = "fewer than {low} or more than {high}"
ONE_IS = "{number} is"
MANY_ARE = "{number} are"

SETTLED = "This is {statuses}: {statement}"
NEVER = "none of what it can be"
STATUSES = {"met": "so", "not met": "not so", "unknown": "not known", "contested": "disputed"}
COUNTED = "Of {findings}, {number} {status}."
FINDINGS = "the {kind}"
FINDINGS_OF_ANY_KIND = "findings"
OF_SCHOOL = "{findings} of {school}"
FOR_TRACK = "{findings} for Track {track}"
FOR_ANY_TRACK = "{findings} that name a track"
UMBRELLAS_ONLY = "{findings}, counting only those that cover several tracks at once"
NO_UMBRELLAS = "{findings}, leaving aside those that cover several tracks at once"

KINDS = {
    "criterion": "criteria",
    "verdict": "verdicts",
    "premise": "premises",
    "headline": "headlines",
    "team": "pieces of advice about the team",
    "role": "roles",
    "language": "pieces of advice about languages",
    "staffing": "lines of the staffing table",
    "goal": "goals",
    "expectation": "expectations",
    "measure": "measures",
    "risk": "risks",
    "step": "steps",
    "stop": "stops",
    "reflection": "questions to think about",
    "lesson": "lessons",
    "notice": "notes",
    "judgement": "judgements",
    "demand": "demands",
    "clash": "clashes",
}
"""Findings of each kind, as they are counted."""

# The page of a finding

SAYS_SO = "Who says so"
SCHOOL = "{title} (a school of thought)"
THEME = 'This rulebook, under "{title}"'
WHAT_IT_IS = "What it is"
WHAT = {
    "criterion": "A criterion: what the school asks",
    "verdict": "A verdict that names no track",
    "premise": "A premise: what only other findings build on",
    "headline": "Part of the headline: what is read from the verdicts of all schools",
    "stop": "A stop: what has to be done before anything else",
    "role": "A role: a line of the terms of reference of the mediation team",
    "team": "Advice about the mediation team",
    "staffing": "A line of the staffing table: who is needed so that people understand each other",
    "language": "Advice about languages",
    "goal": "A goal: what to promise, and what not",
    "expectation": "An expectation: what to count on, and what not",
    "measure": "A measure: how to know what it did",
    "risk": "A risk: what can go wrong",
    "step": "A step: what to do",
    "reflection": "A question to think about, without a right answer",
    "lesson": "A lesson: what an initiative that is over shows",
    "notice": "A note: what to know about the assessment itself",
    "judgement": "A judgement: what to think of what a proposal promises",
    "demand": "A demand: what a funder expects, held against the initiative",
    "clash": "A clash: where what a funder expects gets in the way of the process, or of another funder",
}
VERDICT_ON_TRACK = "A verdict: what the school says of Track {tracks}"
VERDICT_ON_TRACKS = "A verdict: what the school says of Tracks {tracks}, which it does not tell apart"
FOR_WHOM = "Made for"
MADE_FOR_EACH = "Each of {group}, one by one"
MADE_FOR_WHOLE = "The initiative as a whole, once"
RESTS_ON = "Rests on"
RESTS = {
    "source": "What a publication says",
    "practice": "What practitioners say or do",
    "heuristic": "Our own rule of thumb",
}
SOURCE = "Source"
DRAWN_FROM = "Drawn from"
PLACE = "Where in it"
KNOWN = "How known"
SEEN = {
    "brief": "To us, only through the issue brief",
    "publication": "Seen by us",
    "secondary": "To us, through others",
}
PAPERS = "Told also in"
WEIGHT = "How much it matters"
WEIGHTS = {
    5: "5 of 5: somebody could be harmed",
    4: "4 of 5: the purpose could be missed",
    3: "3 of 5: the work would be weaker",
    2: "2 of 5: it could be better",
    1: "1 of 5: good to know",
}
STANCE = "What to do with it"
STANCES = {
    "pursue": "Pursue it",
    "reasonable": "It is reasonable to expect",
    "outside-control": "It is possible, but not in the hands of those who organise",
    "do-not-promise": "Do not promise it",
    "do-not-expect": "Do not expect it",
    "cannot-be-known": "It cannot be known",
    "essential": "It is essential",
    "advised": "It is advised",
}
DUE = "When it is due"
DUE_AT = "{says}. The date is counted: {date}."
DATE_YEARS = "{date}, plus the years in {years}"
DATE_SHARE = "{date}, plus {share} of the years in {years}"
DATE_LATER = "{date}, plus {months} months"
DATE_EARLIER = "{date}, less {months} months"
HALF = "half"
OTHERWISE = "Where it does not hold"
SILENT = "Nothing is said"

HOLDS = "When it holds"
HOLDS_NOT = "When it does not hold"
AS_ALL_ADVICE = 'And, as for all advice under "{title}":'
OPEN = "Where the contrary is known, it does not hold. While too little is known, it stays open: a blank is never a no."
OPEN_BETWEEN = "Where neither is known, it stays open: a blank is never a no."
LISTS = (
    "That something is so of each or of none, or is not among the answers, is known only once somebody has said of the "
    'list: "that is all".'
)
READ_LAST = "It is looked at when all else has been settled, so it never stays open."
PARTS_ARE = "An initiative without phases and strands counts as one of them."

TOLD_WITH_IT = "What is told with it"
BECAUSE = "Why: {words}"
DISSENT = "Who disagrees: {words}"
ROLE = "The role: {words}"
LOOK_FOR = "Look for: {words}"
BETTER = "Say instead: {words}"
INSTEAD = "Measure instead: {words}"
ASK = "Ask the convener: {words}"
NEXT = "Next: {words}"
FILLED_BY = "Who fills it, the best first"
FILLS = {
    "fully": 'Fully, somebody of {group}: "{how}".',
    "partly": 'In part, somebody of {group}: "{how}".',
    "could": 'Not yet, but could: somebody of {group}: "{how}".',
}
GOES_WITH = "What goes with it and does not decide"
GOES_WITH_VERDICT = "{says} It goes with that, and does not decide."
NEEDS = "The answers it needs"
NEEDS_THROUGH = "The answers it needs through what it builds on"
CORE = "{prompt} (among the first questions)"
BUILDS_ON = "What it builds on"
BUILT_ON_BY = "What builds on it"
NOTHING_BUILDS_ON_IT = "No other finding builds on it."
CARRIES = "What it carries from the issue brief"
CARRIED = "{title} ({by})"
IN_THE_FILE = "In the file {file}, line {line}."
REPLACES = "It replaces what stands in the file {file}, line {line}: {why}"

# The page of a question

ASKED = "Asked"
ASKED_FIRST = "Among the first questions"
ASKED_FURTHER = "Further on"
ASKED_OF_FUNDERS = "Of those who pay, in a file of its own"
ASKED_OF_EACH = "{asked}, about each of {group}"
SECTION = "Section"
ANSWER = "Answer"
TAKES = {
    "yes-no": "Yes or no",
    "choice": "One of the options",
    "choices": "One or more of the options",
    "number": "A number",
    "text": "Words",
    "date": "A date",
    "language": "A language",
    "languages": "One or more languages",
    "territory": "A territory",
    "territories": "One or more territories",
    "items": "One or more of {group}",
    "group": "A list, one by one",
}
HELP = "Help"
MARKS = "Mind"
SENSITIVE = "The answer could endanger somebody"
CHANGEABLE = "The convener could choose otherwise"
OPTIONS = "Options"
OPTION = "{label} [{id}]"
FIELDS = "What is asked about each"
ASKED_WHEN = "When it is asked"
ALWAYS = "Always."
USED_BY_SCHOOLS = "Schools that use it"
USED_BY_THEMES = "Themes that use it"
USED_BY_FINDINGS = "Findings that ask it"
USED_BY_QUESTIONS = "Questions that depend on its answer"
NO_FINDING_ASKS = "No finding asks it. It is for those who read the file."

# The pages of sources, schools and themes

NOTE = "Note"
CITED_BY = "Findings that rest on it"
NOTHING_CITES_IT = "No finding rests on it yet."
IS_SCHOOL = "A school of thought"
IS_THEME = "A theme"
ABOUT_IT = "About"
GIVEN_WHEN = "None of its advice is given unless this holds"
FINDINGS_IN_ORDER = "Its findings, in the order of its file"

# The page of a term, and terms on other pages

MEANS = "What it means"
TERM_RESTS = {
    "source": "What a publication says",
    "practice": "How practitioners use it",
    "heuristic": "Our own words",
}
MEANING_FROM = "Where the meaning comes from"
TERM_USED_BY = "Findings and questions that use it"
ONLY_IN_HELP = "None in its first sentence. It stands in what is told beside them."
TERMS = "Terms in it"

# Looking for a page

NO_SUCH = "The rulebook has nothing called {wanted}."
SEVERAL_SUCH = "Several things are called {wanted}: write {ids}."
STANDS_IN = "Nothing is called {wanted}. It stands in {number}:"
FURTHER_HITS = "  (and {number} more: add a word)"
TO_SHOW = "To read one of them: advisor rules show, and the id that stands in brackets."
MEANT = " Did you mean {ids}?"

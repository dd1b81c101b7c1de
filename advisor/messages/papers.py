"""What papers say in words of their own; what they tell of an initiative comes from the assessment."""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "memo": "Process-design memo for those who convene",
    "terms": "Terms of reference for the mediation team",
    "staffing": "Language staffing plan",
    "expectations": "Expectation sheet for those who pay",
    "briefing": "Sheet for an oral briefing",
}
AUDIENCES: Mapping[str, str] = {
    "team": "For the team alone: in other hands it could endanger people.",
    "funder": "For those who pay: names are left out, and so is what could endanger people.",
    "public": "For anybody: names are left out, and so is what could endanger people.",
}
TITLE = "{kind}: {name}"
FOOT = "{kind}. Page "

# Headings

WHAT_IT_IS = "What it is"
BEFORE_ANYTHING = "Before anything else"
MATTERS_MOST = "What matters most"
FIND_OUT = "Find out next"
RECORD_SILENT = "What the record does not say"
NOTES = "Notes"
BIBLIOGRAPHY = "Sources"
WITHHELD = "What is not told here"
ROLES = "Roles"
STAFFING = "Who has to understand whom"
LANGUAGES = "Languages"
TO_DO = "What to do"
TEAMWORK = "How the team works"
WORKS_TOWARDS = "What the work aims at"
PROMISED = "What the proposal promises"
PROMISE = "Promise {number}: {judgement}"
TO_SETTLE = "Reporting, time, review and exit"
AIMS: Mapping[str, str] = {
    "pursue": WORKS_TOWARDS,
    "reasonable": "Reasonable to expect",
    "outside-control": "Possible, but not in the hands of those who organise",
    "do-not-promise": "Do not promise",
    "do-not-expect": "Do not expect",
    "cannot-be-known": "Cannot be known",
}

# Sentences

FURTHER_OPEN = "There are {number} more that matter less."
NOTHING_SAID: Mapping[str, str] = {
    "memo": "From what is known so far, nothing is advised.",
    "briefing": "From what is known so far, nothing is advised.",
}
NOTHING: Mapping[str, str] = {
    "terms": "From what is known so far, no role is asked for.",
    "staffing": "From what is known so far, nobody has to be found for the sake of language.",
}
NOTE_NUMBER = "Note {number}"
BACK = "Back to where note {number} stands"
OVER = "It is over, so that nothing is asked for here. The memo tells what it shows."
WAITS = "Who is needed cannot be told yet: it waits for the answers below."
ABOUT_NOTES = (
    "The notes give the reason for each statement, and who disagrees. Where a note names no source, it is our rule of "
    "thumb."
)
LEGEND = "+ yes; × no; ? open; ! disputed; in brackets: a broad use of the term"
REASONS = "Reasons"
WITHHELD_IS = (
    "Left out, whatever the answers are: names, notes, what could show any of the following, and the following itself: "
    "{questions}. What is not told here may be so or not so."
)
KNOWN: Mapping[str, str] = {
    "publication": "",
    "brief": "Known to us only through the issue brief.",
    "secondary": "Known to us only through others.",
}
CITED_PLACE = "{source} ({place})"
RESTS: Mapping[str, str] = {
    "source": "Source: {source}.",
    "practice": "Practitioners, in {source}.",
    "heuristic": "We build on {source}.",
}
PRACTITIONERS = "What practitioners say."
DISSENT = "Others disagree: {dissent}"
VERDICT = "{title} ({status}): {reason}"

# Tables

SCHOOL = "By the definition of"
TRACK = "Track {track}"
TRACK_BROADLY = "Track {track} in a broad sense"
STANDINGS = "Which track it is"
ROLE_HEADER = ("Role", "What it is for", "Who fills it")
STAFFING_HEADER = ("For whom", "What is needed", "Who covers it")
ROLES_CAPTION = "Roles, and who fills them"
STAFFING_CAPTION = "Language needs, and who covers them"
DATES_HEADER = ("Date", "When", "What")
DATES_CAPTION = "What is due, and when"
NO_DATE = "not known yet"
NOT_ASKED = "-"

# The calendar

CALENDAR_DAY_UNKNOWN = "{when}. The day is not known; the entry spans the {span}."
MONTH, YEAR = "month", "year"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
IN_MONTH = "{month} {year}"

# Calls

OF_WHAT = "which paper: memo, terms, staffing, expectations or briefing; memo if left out"
OUT = "where it goes; the ending says the format: .docx, .html, .md, .json or .ics for the dates alone"
FOR_WHOM = "for whom it is: if left out, the expectations are for the funder, and the rest for the team"
TEMPLATE = "a Word file of yours whose styles are used: any paper of ours can be changed and named here"
OVERWRITE = "take the place of a file that is there"
WRITTEN = "{paper}: {out}. {for_whom}"
NO_SUCH_FORMAT = "A paper cannot be written in this format.{expected}"
IS_THERE = "There is such a file already, and it differs. Name another, or add --overwrite."
NOT_KEPT = "No paper was written."
NO_TEMPLATE_HERE = "--template goes with a Word file, whose name ends in .docx."
NO_PROMISES_HERE = "--claims and --funder go with the expectation sheet: add --paper expectations."
NOT_WORD = "This is not a Word file (.docx) that can be read."
STYLES_MISSING = (
    "The template has no {sort} style named {style}.{near} In Word, open it, choose the style in the list of styles, "
    "use it once and save; or begin with a paper that this program has written."
)
NO_DATES = "Nothing in this paper has a date that is known, so there is no calendar to write."

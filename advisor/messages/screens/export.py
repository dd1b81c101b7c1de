"""What is said where an assessment is handed on."""

from collections.abc import Mapping

EXPORT_TITLE = "Export the assessment"
EXPORT_FORM = "1. In which form? Enter goes on to the file."
EXPORT_FILE = "2. Into which file? Enter writes it."
EXPORT_HELP = (
    "It writes the advice into a new file, to read, to print or to send. The initiative itself is not changed."
)
EXPORT_LINE = "The same from a command line:"
EXPORT_SELF = "That is the initiative itself. Please type another name."
EXPORT_FOLDER = "That is a folder. Please type the name of a file."
EXPORT_THERE = "{path} is there already. Replace it?"
EXPORT_KEEP, EXPORT_REPLACE = "No, keep it", "Yes, replace it"
EXPORTED = "Written, for you alone to read until you pass it on: {path}"

# An assessment, or a paper made of it

WHAT, FOR_WHOM, AS = "1. What?", "2. For whom?", "3. As what?"
INTO = "Into which file? Enter writes it."
FORMS: Mapping[str, str] = {
    "text": "The whole, as text",
    "front": "The summary, as text",
    "reasons": "The whole, with reasons",
    "json": "For other programs (JSON)",
    "memo": "Process-design memo",
    "terms": "Terms of reference",
    "staffing": "Language staffing plan",
    "expectations": "Expectation sheet",
    "briefing": "Sheet for a briefing",
    ".ics": "Dates, for a calendar",
}
AUDIENCES: Mapping[str, str] = {"team": "The team", "funder": "Those who pay", "public": "Anybody"}
FORMATS: Mapping[str, str] = {
    ".docx": "Word",
    ".html": "A browser (HTML)",
    ".md": "Markdown",
    ".json": "Programs (JSON)",
}
_LEFT_OUT = "names, notes and whatever a sensitive answer could show are left out."
HOLDS: Mapping[str, str] = {
    "team": "For the team alone: names and notes from your answers can stand in it.",
    "funder": f"For those who pay: {_LEFT_OUT} Read it before you send it.",
    "public": f"For anybody: {_LEFT_OUT} Read it before you publish it.",
}
FILE_NAME = "assessment"
PAPER_NAMES: Mapping[str, str] = {
    "memo": "memo",
    "terms": "terms",
    "staffing": "staffing",
    "expectations": "expectations",
    "briefing": "briefing",
    ".ics": "dates",
}
"""What is added to the name of a file."""

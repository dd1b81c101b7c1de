"""What is said where an assessment is handed on."""

from collections.abc import Mapping

EXPORT_TITLE = "Export the assessment"
EXPORT_FORM = "1. In which form? Enter goes on to the file."
FORMS: Mapping[str, str] = {
    "text": "The whole, as text",
    "front": "The summary, as text",
    "reasons": "The whole, with the reasons of each school",
    "json": "For other programs (JSON)",
}
EXPORT_FILE = "2. Into which file? Enter writes it."
EXPORT_HOLDS = "Names and notes from your answers can stand in it."
EXPORT_HELP = (
    "It writes the advice into a new file, to read, to print or to send. The initiative itself is not changed."
)
EXPORT_LINE = "The same from a command line:"
EXPORT_SELF = "That is the initiative itself. Please type another name."
EXPORT_FOLDER = "That is a folder. Please type the name of a file."
EXPORT_THERE = "{path} is there already. Replace it?"
EXPORT_KEEP, EXPORT_REPLACE = "No, keep it", "Yes, replace it"
EXPORTED = "Written, for you alone to read until you pass it on: {path}"

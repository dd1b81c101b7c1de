"""What is said where many initiatives stand side by side on the screen."""

PLACE = "Many initiatives"
PORTFOLIO_HELP = (
    "Every initiative file in a folder and below it, a line each: the tracks it has, whether the schools agree, what"
    " stops it, which essential roles nobody fills, how much is open, and when the panel is asked next. Nothing about"
    " them is kept when you leave."
)
OPEN_FOLDER = "Which folder?"
OPEN_FOLDER_HELP = (
    "Type where it is and press Enter; or press Tab, and choose it below. Folders in it are looked through too."
)
NO_SUCH_FOLDER = "There is no such folder."

SEARCH = "Search (/)"
ORDER, ORDER_TIP = "Order (o)", "By which column the lines stand"
ORDER_BY = "In which order? Numbers have the largest first."
AS_FOUND = "As they stand in the folder"
SPREAD, SPREAD_TIP = "Spread (s)", "How many initiatives each school puts where"
LEFT_OUT, LEFT_OUT_TIP = "Left out (l)", "The files that are no initiatives, or cannot be read"
EXPORT = "Export (F6)"
EXPORT_TIP = "Write the lines that are shown into a file, for a spreadsheet or another program"
SEARCH_TIP = "Only the lines in which these words stand"
WHY_TIP = "Why the marked initiative is called what it is"
OPEN_TIP = "The assessment of the marked initiative"
JUDGED = "{done} of {all} files"
ROWS = "Initiatives: {rows}"
SHOWN = "Initiatives: {shown} of {rows}"
PASSED = "{number} passed over"
FAULTY = "{number} with faults (l tells more)"
NOTHING_FOUND = "In no line are these words."
NONE_HERE = "There is no initiative file in this folder."

GAPS = {
    "stops": "Stop",
    "team_gaps": "Nobody in the team",
    "language_gaps": "Nobody between languages",
}

SPREAD_TITLE = "Which school sees which track"
SPREAD_OF = "Initiatives: {number}.  ( ) a broad use of the term   ! on a disputed point"
SPREAD_HELP = (
    "In how many of the initiatives that are shown each school sees which track. An initiative can count for several"
    " tracks. Under none stand those in which the school sees no track, or too little is known."
)
SEES_NONE = "none"

LEFT_OUT_TITLE = "What is left out"
NOTHING_LEFT_OUT = "Nothing: every YAML file in this folder is an initiative that can be read."
NO_INITIATIVES = "These are no initiatives:"
FAULTS = "These cannot be read:"

EXPORT_TITLE = "Export the table"
EXPORT_HELP = "It writes the lines that are shown, in their order."
FORMS = {
    "text": "A table to read, as text",
    "csv": "For a spreadsheet (CSV)",
    "json": "For other programs (JSON, one object a line)",
}
EXPORT_HOLDS = "Names of initiatives, and whom they lack, stand in it."

FILE_NAME = "portfolio"
EXPORT_LINE = "All of the folder, from a command line:"

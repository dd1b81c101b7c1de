"""What the rulebook on the screen says."""

from collections.abc import Mapping

# The interview

TERMS = "Words"

# The rulebook

SCHOOLS, THEMES, SOURCES = "Schools", "Themes: our advice", "Sources"
SEARCH = "Search all of it (/)"
SEARCH_TIP = "Search the whole rulebook; parts of words will do"
READ_BACK_TIP = "Back to the page before; at last out of the rulebook"
FOLLOW_TIP = "Open what the marked line leads to"
TO_CONTENTS_TIP = "Back to the contents"
OPEN_NODE_TIP = "Open what the marked line holds, or read it"
CLOSE_NODE_TIP = "Close what the marked line holds, or go up"
NOTHING_FOUND = "Nothing has all these words."
FOUND = "{number} found"
MANY_FOUND = "{number} found; the first {most}:"
SORTS: Mapping[str, str] = {
    "school": "a school",
    "theme": "a theme",
    "question": "a question",
    "source": "a source",
    "term": "a word",
}
RULES_HELP = (
    "All that the program knows stands here: what each school asks for before it calls something by a track, our"
    " advice with its reasons, the questions, the sources and the terms of art. Experts read and change it in files;"
    " the end of each page shows how it is written there."
)
VERDICT_ON = "Track {tracks}: "
CAN_BE_FOLLOWED, LINE = "→", "·"
HOW_TO_READ = "Enter opens what is marked →   Escape goes back   / searches"
STANDS_HERE = "In this initiative: {words}"
THROUGHOUT = "throughout"

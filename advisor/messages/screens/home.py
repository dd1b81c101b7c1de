"""What the first page says."""

HOME_HELP = (
    "Everything starts here. A new initiative takes ten to fifteen minutes; the examples show what comes out of it."
)

# The first page

TAGLINE = "What kind of peace initiative this is, by whose definition, and what that asks of you."
FIRST_RUN = (
    "You answer questions about your initiative, one at a time. Leave out what you do not know; stop when you like.",
    "Then you read what it is called by whom, and what to look after: people, languages, promises, risks.",
    "Answers stay in one file on this machine, which only you can read. Codenames are enough.",
)
NEW = "Start a new initiative"
NEW_HELP = "Ten to fifteen minutes; stop whenever you like."
OPEN = "Go on with an initiative"
OPEN_HELP = "Choose its file, made here or by hand."
COMPARE = "Compare many initiatives"
COMPARE_HELP = "All that a folder holds, side by side."
BROWSE_RULES = "Read the rules"
LEAVE_HELP = "Everything is saved."
RECENT = "Opened lately"
LOST = "is no longer there. It was in {folder}."
EXAMPLES = "Real initiatives, to look at"

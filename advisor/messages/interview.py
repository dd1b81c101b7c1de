"""What the interview line by line says."""

WELCOME = (
    "One question at a time. Every answer is saved at once, in this file and nowhere else: {path}",
    "Type ? for help, m for the menu and q to leave. Leave out what you do not know. Codenames are enough.",
)
NEW = "This file is not there yet. What do you call the initiative? A codename is enough."
NUMBER = "Question {number} of {total}"
WHERE = "{place}. {title}"
WHERE_IN_PART = "{part}. {where}"
ABOUT_ITEM = "About {name}: {prompt}"
CORE_TITLE = "First questions"
SO_FAR = "So far: {answer}"
HERE = "Here: {answer}"
AS_THE_WHOLE = "As for the whole: {answer}"
NOTE_SO_FAR = "Note: {note}"
PROMPT = "> "
SAVED = "Saved: {answer}"
CLEARED = "Cleared."
NOTHING_TO_CLEAR = "There is no answer to clear."
FIRST_QUESTION = "This is the first question here."
GOODBYE = "Everything is saved in {path}"
NO_FILE_MADE = "No file was made."
READ_ANEW = "The file has been read anew. Please give your answer again, if it still holds."

FEW_KEYS = "Enter next, < back, - don't know yet, c clear, m menu, q leave. ?? tells all keys."
FEW_KEYS_OF_PART = "Enter next, < back, - not known, w as for the whole, m menu, q leave. ?? tells all keys."
FEW_KEYS_OF_LISTS = "Enter next, < back, + there may be more, m menu, q leave. ?? tells all keys."
KEYS = (
    ("Enter or >", "on to the next question, leaving this one as it is"),
    ("<", "back"),
    ("-", "don't know yet"),
    ("!", "known, but not written here; it is not asked again"),
    ("/", "disputed: good sources disagree"),
    ("{note}", "a note"),
)
WHOLE_KEYS = (("c", "clear the answer"),)
PART_KEYS = (("w", "as for the whole; what was said here is taken out"),)
KEYS_EVERYWHERE = (
    ("m", "the menu"),
    ("f", "the front page"),
    ("q", "leave; everything is saved"),
)
LIST_KEYS = (
    ("=", "that is all"),
    ("+", "there may be more"),
)
QUOTES = 'To answer with a word that is a key here, put it in quotes: "q".'
SEVERAL = "Several go with commas: 1, 3. What does not belong: 1, not 3. At the end = if that is all."
SEVERAL_LISTED = "Several go with commas. I take this as the full list; end with + if there may be more."
HOW = {
    "yes-no": "Yes or no.",
    "number": "A number. A half is 0.5.",
    "text": "Your own words.",
    "date": "A year, a month or a day: 1993, 1993-05 or 1993-05-14.",
    "language": "A language, for example Dari.",
    "languages": "Languages, for example Dari, Pashto.",
    "territory": "A place, for example Yemen.",
    "territories": "Places, for example Yemen, Oman.",
}
NOTHING_TO_CHOOSE = "There is nothing to choose from yet. List the {group} first."

WHY_SCHOOLS = "Why we ask: it decides what this is called by {schools}."
WHY_THEMES = "{begin} our advice under {themes}."
WHY_BEGIN = "Why we ask: it changes"
WHY_ALSO = "It also changes"
WHY_OTHERS = "{number} other schools"
WHY_MORE = "{number} other headings"
WHY_QUESTIONS = "What we ask next depends on it."
WHY_NOTHING = "No rule uses this yet. It is for you and those who read the file."

FITS_SEVERAL = "{typed} can be:"
WHICH = "Type the number of the one you mean, or answer anew."
IS_THAT_ALL = "Is that all? Type yes, or more answers, or Enter if there may be more."
ONE_ANSWER = "This question has one answer. = and + are for lists."
DISPUTED_ALREADY = "The answer is disputed. Answer anew, or type / to give the accounts again."
NOTE = "Note (Enter alone: no note)"
NO_DISPUTE_OF_NOTHING = "Nothing was written. A dispute needs two accounts."
ACCOUNT = "What does source {number} say? (Enter alone: {end})"
ACCOUNT_STOP = "stop, nothing is written"
ACCOUNT_ENOUGH = "there is no further account"
ACCOUNT_BY = "{by}: {says}"
ONE_ACCOUNT = "One account so far. {account}"
KEPT_IN_NOTE = "A dispute needs two accounts. The one you gave is kept in the note."
WHO = "Who holds that? (Enter alone: not written)"

LISTED = "Listed so far:"
LISTED_AS_THE_WHOLE = "Listed, as for the whole:"
NONE_LISTED = "None listed yet."
LIST_OPEN = "There may be more."
LIST_CLOSED = "That is all."
GROUP_HOW = "Type a name to add one. = that is all, Enter to go on."
GROUP_HOW_ITEMS = "Type a name to add one, e 1 to rename, r 1 to remove. = that is all, Enter to go on."
GROUP_KEYS = (
    ("a name", "adds one; a role or a codename is enough"),
    ("e 1", "gives the first another name"),
    ("r 1", "removes the first, with its answers"),
    ("=", "that is all; none is listed if the list is empty"),
    ("+", "there may be more"),
    ("{note}", "a note"),
    ("Enter or >", "on to the next question"),
    ("<", "back"),
)
NO_NAME = 'To list something that is called {typed}, put it in quotes: "{typed}".'
ADDED = "Added: {name}"
RENAMED = "Renamed: {name}"
REMOVED = "Removed: {name}"
NEW_NAME = "New name (Enter alone: as it is)"
REALLY_HERE = "Remove {name} from this part, with every answer about it here? yes or no"
REALLY = "Remove {name}, with every answer about it? yes or no"
NOT_REMOVED = "Nothing was removed."
NO_SUCH_NUMBER = "There is no number {number} in this list."
NOT_FOR_LISTS = {
    "-": "Then leave the list as it is: it says that there may be more. Enter goes on.",
    "!": "Add those you can, under a role or a codename. + says that there are more; a note (n) can say why.",
    "/": "Add whoever any source names. What is disputed about one of them is asked afterwards.",
    "c": "To take one out of the list, type r and its number: r 1.",
}

FURTHER = "What next? Type a number or a name."
SECTION = "{title}: {answered} of {asked} answered"
FRONT_AGAIN = "The front page again"
LEAVE = "Leave"
NO_SUCH_SECTION = "Type one of the numbers."
NOTHING_LEFT = "There is nothing to ask here now."
ASIDE = "Kept in the file, but not counted, since by other answers it does not matter: {labels}."

PARTS = "Phases and strands: {number}"
PARTS_PROMPT = "Which phases and strands does it have?"
PARTS_HOW = "Type a name to add one. Enter goes back to the menu, ? says more."
PARTS_HOW_SOME = (
    "Type a number to answer about one, a name to add one, e 1 to change the first, r 1 to remove it. = that is all, "
    "Enter back to the menu."
)
PARTS_HELP = (
    "A phase is a stretch of time, a strand runs beside others. Each has the answers of the whole, but for those that "
    "you change in it. It is judged by itself, so an initiative that turned official halfway is told from one that was "
    "official throughout."
)
PARTS_AGAIN = "Back to the phases and strands"
PART_KINDS = {"phase": "a phase", "strand": "a strand"}
PART_FROM = "from {date}"
PART_UNTIL = "until {date}"
PART_NO_DATE = "not known"
PART_KIND = "Is it 1 a phase (a stretch of time) or 2 a strand (beside others)? (Enter alone: {before})"
PART_NO_KIND = "Type 1 or 2."
PART_START = "When did it begin? (Enter alone: {before}; - is not known)"
PART_END = "When was it over? (Enter alone: {before}; - is not known)"
PART_ADDED = "Added: {name}. Type {number} to say what is different in it."
PART_BEGIN = "What is different in: {name}? Enter leaves an answer as it is for the whole."

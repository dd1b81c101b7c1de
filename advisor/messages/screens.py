"""What the screens say by themselves."""

from collections.abc import Mapping

NAME = "advisor"

# Everywhere

HELP, QUESTIONS, ADVICE, PARTS, RULES, BACK, EXPORT, LEAVE = (
    "Help",
    "Questions",
    "Advice",
    "Phases, strands",
    "Rules",
    "Back",
    "Export",
    "Leave the program",
)
CANCEL, SAVE, CLOSE, COMMANDS = "Cancel", "Save", "Close", "Commands"
CANNOT = "This cannot be done"
ALL_SAVED = "everything is saved"
NOTHING_SAVED = "an example: nothing is changed"
CHANGED_ELSEWHERE = "Another program has changed this file. It has been read anew, and shows what stands there now."
NOT_READ = "Another program has changed this file, and it can no longer be read. Mend it there; nothing is saved here."
EXAMPLE_ONLY = "This is an example that came with the program. Copy it to answer its questions in your own way."
ESCAPE_AT_HOME = "This is the first page. Ctrl+Q leaves the program."
LOADING = "Reading the rules …"
SAVED_ALREADY = "Everything is saved already."

KEYS: Mapping[str, str] = {
    "escape": "Esc",
    "enter": "Enter",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    **{f"f{number}": f"F{number}" for number in range(1, 7)},
}
"""What stands on the keyboard, where that is not the character."""

HELP_TIP = "What this screen is for, and its keys"
QUESTIONS_TIP = "The questions, one at a time"
ADVICE_TIP = "What it is, by whose definition, and what to do"
PARTS_TIP = "Phases and strands of the initiative"
EXPORT_TIP = "Write it into a file, to read or to send"
BACK_TIP = "Back to where you were; nothing needs to be saved"
LEAVE_TIP = "Leave the program; every answer is saved"
SAVE_TIP = "Nothing to do: every answer is saved as soon as it is given"
COMMANDS_TIP = "Find whatever can be done here by its name"
CHOOSE_TIP = "Choose the marked line; a number marks one"
TICK_TIP = "In a list: tick the marked answer, or take it back"
UNDO = "Undo"
UNDO_TIP = "Takes the last change back"
ALL_TIP, MORE_TIP = "In a list: that is all", "In a list: there may be more"
CROSS_TIP = "In a list: say that the marked answer does not belong"
HOME_HELP = (
    "Everything starts here. A new initiative takes ten to fifteen minutes; the examples show what comes out of it."
)
INTERVIEW_HELP = (
    "Answer what you know, and leave out what you do not. Every answer is saved at once. You can go back at any time; "
    "changing an answer loses none of the others."
)
WAYS_HELP = (
    "Below the answers: {unknown} leaves the question open. {withheld} says that you know and will not write it here. "
    "{disputed} keeps what two sources say against each other. {note} adds words of your own. "
    "{clear} takes the answer away."
)
COLOURS, COLOURS_TIP = "Colours", "Light, dark, or with more contrast."
FORGET_TIP = "Even the names of files can tell too much."

# Windows

WINDOW_TIP = "What this window is for, and its keys"
CANCEL_TIP = "Leave this window; asks before anything is lost"
WINDOW_HELP = "Escape leaves this window with nothing changed. If you have typed something here, you are asked first."
FORM_HELP = "Ctrl+S does the same as the button {button}. Tab goes from one place to the next, Shift+Tab back."
UNSAVED = "Leave without saving what you typed?"
UNSAVED_KEEP, UNSAVED_LEAVE = "No, keep writing", "Yes, leave it"

# The first page

TAGLINE = "What kind of peace initiative this is, by whose definition, and what that asks of you."
FIRST_RUN = (
    "You answer questions about your initiative, one at a time. Leave out what you do not know; stop when you like.",
    "Then you read what it is called by whom, and what to look after: people, languages, promises, risks.",
    "Answers stay in one file on this machine, which only you can read. Codenames are enough.",
)
HOW_TO_CHOOSE = "Arrow keys move, Enter chooses. The mouse works too."
NEW = "Start a new initiative"
NEW_HELP = "Ten to fifteen minutes; stop whenever you like."
OPEN = "Go on with an initiative"
OPEN_HELP = "Choose its file, made here or by hand."
BROWSE_RULES = "Read the rules"
BROWSE_RULES_HELP = "What each school of thought asks for, and its sources."
LEAVE_HELP = "Everything is saved."
RECENT = "Opened lately"
LOST = "is no longer there. It was in {folder}."
EXAMPLES = "Real initiatives, to look at"
FORGET = "Forget the files that were opened lately"
FORGOTTEN = "The list is empty now. The files themselves are untouched."

NEW_NAME = "What do you call the initiative?"
NEW_NAME_HELP = "A codename is enough. It stands inside the file."
NEW_PATH = "In which file shall the answers be kept?"
NEW_PATH_HELP = (
    "It will stand in {folder}. Choose a name that gives nothing away: whoever sees the folder can read it. The ending "
    ".yaml is added if you leave it out."
)
NEEDS_NAME = "Please type a name."
NEEDS_PATH = "Please type the name of a file."
IS_THERE = "There is a file of this name already. Open it instead, or choose another name."
FILE_NAME = "initiative"
OPEN_PATH = "Which file?"
OPEN_PATH_HELP = "Type where it is and press Enter; or press Tab, and choose it below. Its name ends in .yaml."
OPEN_IT = "Open"
NO_SUCH_FILE = "There is no such file."
COPY = "Copy to a file of my own"

# The interview

CORE_TITLE = "First questions"
WHERE = "{section} · question {number} of {total} so far"
ABOUT_ITEM = "{name}: {prompt}"
SO_FAR = "Answer so far"
AS_THE_WHOLE = "As for the whole"
NOTE_SO_FAR = "Note"
PLACEHOLDERS: Mapping[str, str] = {
    "number": "A number; a half is 0.5",
    "text": "Your own words, then Enter",
    "date": "1993, 1993-05 or 1993-05-14",
    "language": "Begin to type a language",
    "languages": "Begin to type a language",
    "territory": "Begin to type a place",
    "territories": "Begin to type a place",
    "group": "A name or codename, then Enter",
}
HOW_SEVERAL = "Enter ticks an answer or takes it back, x says that it does not belong, = that this is all."
HOW_NAMED = "Enter adds the marked one. Type to find more."
HOW_GROUP = "Enter on a name changes or removes it."
THAT_IS_ALL = "That is all"
NONE_AT_ALL = "There is none; that is all"
MAY_BE_MORE = "There may be more"
GO_ON = "Go on"
NOTHING_TO_CHOOSE = "There is nothing to choose from yet. List the {group} first."
AGAIN = "Go through these questions again"
AGAIN_HELP = "Every answer can still be changed."
ANSWERED_TOO = "That was the last question here."
WHAT_NEXT = "What next?"
SEE_ADVICE = "Read the summary: what matters most now"
SEE_ADVICE_HELP = "What your initiative is called by whom, what is missing, what is dangerous."
TO_PARTS = "Back to the phases and strands"
TO_PARTS_HELP = "What each of them is called."
QUESTIONS_ABOUT = "{questions}: {part}"
PART_GONE = "This part is not in the file any more."
SECTION_STANDS = "{answered} of {asked} answered"
ASIDE = "Kept in the file but not counted, since by other answers it does not matter: {labels}."

UNKNOWN, WITHHELD, DISPUTED, NOTE, CLEAR = "Don't know", "Withhold", "Disputed", "Note", "Clear"
UNKNOWN_TIP = "You do not know yet. The question stays open, and you go on."
WITHHELD_TIP = "You know, and will not write it here. You are not asked again."
DISPUTED_TIP = "Good sources disagree. Both accounts are kept."
NOTE_TIP = "Words of your own beside the answer: where it is from, what is uncertain."
CLEAR_TIP = "Takes the answer and its note away."
PREVIOUS, NEXT = "<", ">"
PREVIOUS_TIP, NEXT_TIP = "The question before", "The next question, leaving this one as it is"
NOT_FOR_LISTS = "A list cannot be that. Add what you know, and say that there may be more."
NOTHING_TO_CLEAR = "There is nothing to clear."
WAS_CHANGED = "Changed. Before, it said: {before}. Ctrl+Z takes the change back."
UNDONE = "The last change is taken back."
NOTHING_TO_UNDO = "Nothing has been changed here that could be taken back."
HOW_TO_PICK = "Mark an answer with its number or the arrow keys. Enter then gives it."
FIRST_QUESTION = "This is the first question here."

TERMS = "Words"

NOTE_TITLE = "A note beside the answer"
NOTE_HELP = "Enter begins a new line. Save it with Ctrl+S, or with Tab and Enter. An empty note is no note."
ACCOUNT = "Disputed. What does source {number} say?"
WHO = "Who holds that?"
WHO_HELP = "A source, a side, a role. It may stay empty."
FURTHER_ACCOUNT = "A further account"
THATS_THE_DISPUTE = "That is all; save the dispute"
DISPUTE_AND_NOTE = "Save it, and add a note"
DISPUTE_SO_FAR = "Source {number}: {account}"
DISPUTE_NOTE = "A note on the dispute"
SAME_ACCOUNT = "These two say the same. A dispute needs two that differ."

ITEM_WHAT = "{name}: what is to be done?"
ITEM_RENAME = "Change the name"
ITEM_QUESTIONS = "Go to the questions"
ITEM_REMOVE = "Remove, with every answer"
ITEM_NEW_NAME = "Which name instead?"
ITEM_REALLY = "Remove {name}, with every answer about {name}?"
ITEM_KEEP = "No, change nothing"

PICTURE = "The picture so far"
NO_TRACK = "none of its tracks"
OPEN_TRACK = "Track {tracks}: open"
NO_PICTURE = "Nothing can be said yet."

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

# The phases and strands

WHAT_PARTS_ARE = (
    "Phases follow one another in time; strands run side by side. Where an initiative changed, or works on several"
    " levels at once, each part is looked at by itself, since it may be one thing in one part and another in the next."
)
NO_PARTS = "There are none yet: the initiative is looked at as one. Add the first one above."
NO_PARTS_OF_EXAMPLE = "This example has none: it is looked at as one."
PARTS_ARE_ALL = "As it stands, these are all."
PARTS_MAY_BE_MORE = "As it stands, there may be more than these."
PARTS_HELP = (
    "A part has every answer of the whole that it does not change, so only what is different there needs an answer. "
    "Enter on a part leads to its questions, changes its dates, or removes it."
)
PART_ADD = "Add a phase or a strand"
PART_NEW = "A new phase or strand"
PART_ASK = "Answer the questions about it"
PART_CHANGE = "Change its name, kind or dates"
PART_NAME, PART_START, PART_END = "Name", "Began", "Ended"
PART_NAME_HELP = "A codename is enough"
PART_KINDS: Mapping[str, str] = {
    "phase": "A phase: before or after others",
    "strand": "A strand: side by side with others",
}
PART_DATE = "1993, 1993-05, 1993-05-14 or empty"
PART_FORM_HELP = (
    "Enter goes from line to line; after the last it saves. A date is a year, a month or a day: 1993, 1993-05 or "
    "1993-05-14. Leave it empty where it is open or not known."
)
NO_SUCH_DATE = "{date} is not a date. Write 1993, 1993-05 or 1993-05-14, or nothing."
ENDS_FIRST = "It ends before it begins."
NO_DATES = "dates not known"
SINCE, UNTIL = "since {start}; its end is open", "until {end}; its beginning is not known"
AGREED = ", agreed"

# The assessment

TABS: Mapping[str, str] = {
    "front": "Summary",
    "schools": "Schools",
    "team": "Team",
    "languages": "Languages",
    "goals": "Goals",
    "expectations": "Expect",
    "risks": "Risks",
    "steps": "Steps",
    "open": "Unanswered",
}
ASSESSMENT_HELP = (
    "What your answers come to. Summary holds what is dangerous, what matters most and what to find out next. Schools "
    "says by whose definition it is which track. The other tabs hold the advice, and Unanswered what is not known yet. "
    "Enter on a line shows what it rests on, down to your answers."
)
LEFT_TIP, RIGHT_TIP = "The tab before; 1 to 9 go to a tab", "The next tab"
ENTER, ENTER_ASKED, ENTER_TAB, ENTER_SCHOOL = "Enter: why", "Enter: question", "Enter: schools", "Enter: tests, why"
OF_WHOLE, OF_ALL_PARTS = "The whole", "What holds throughout"
OF = "About: {name} (P)"
WHICH_PART = "About what do you want to read?"
PART_TIP = "Read about the whole, or about one phase or strand"
COPY_TIP = "An example cannot be changed; a copy can"
SAYS_NO = "{school} disagrees: {says}"
FILLED, PARTLY_BY = "Filled", "Filled in part by"
WAITS = "What waits for it:"
KINDS: Mapping[str, str] = {
    "stop": "Stop",
    "role": "Team",
    "team": "Team",
    "staffing": "Languages",
    "language": "Languages",
    "goal": "Goal",
    "expectation": "Expectation",
    "measure": "Measure",
    "risk": "Risk",
    "step": "Step",
    "reflection": "To think about",
    "lesson": "Lesson",
    "notice": "Note",
}
"""What is said before a finding that waits for an answer."""
EMPTY_WAITS = "Too little is known to say anything here. These questions come first:"
EMPTY = "By what is answered, there is nothing to say here."
EMPTY_LESSONS = "What it shows stands under Steps."
EMPTY_WHOLE = (
    "Of the whole there is nothing to say here. Choose a phase or a strand with P: they are told by themselves."
)
NOTHING_OPEN = "Nothing that could change this assessment is still unknown."
TRACK = "Track {track}"
TRACK_HEADING = "Track (in brackets: broadly)"
OF_TESTS: Mapping[str, str] = {"met": "fit", "contested": "disputed", "not met": "do not", "unknown": "not known"}
BROAD = "{statement} (in a broad sense)"

# The proof

PROOF = "Why"
WHY_NOT = "Why not? (N)"
WHY_NOT_TIP = "What speaks against it"
WHY_NOT_TITLE = "Why not?"
NO_CONTRARY = "Nothing that is answered speaks against it."
WERE_IT_OTHERWISE = "It rests on this, and would not stand if it were otherwise:"
PROOF_HELP = (
    "Each line rests on those below it that stand further to the right. At the end stand answers: Enter on one goes to "
    "its question. Enter on a line with a sign shows why that one is so, with its source."
)
PROOF_HINT = "Enter: to the answer, or further down"
IN_PART = "In {part}"
HAS_CHANGED = "Before: {before}. Now: {now}."
RESTS_ON_OTHERS = "This stands as before, but no longer on the same answers."
PROOF_GONE = "What this was about is no longer in the file."
BASES: Mapping[str, str] = {"source": "", "practice": " (practitioners)", "heuristic": " (our rule of thumb)"}
NO_STEPS = "No answer is needed for it."

# Handing on

EXPORT_BUTTON = "Export (F6)"
EXPORT_TITLE = "Export the assessment"
EXPORT_FORM = "1. In which form? Enter goes on to the file."
FORMS: Mapping[str, str] = {
    "text": "The whole, as text",
    "front": "The summary, as text",
    "reasons": "The whole, with the reasons of each school",
    "json": "For other programs (JSON)",
}
EXPORT_FILE = "2. Into which file? Enter writes it."
EXPORT_HOLDS = "It holds all that is in the file, names included."
EXPORT_HELP = (
    "It writes the advice into a new file, to read, to print or to send. The initiative itself is not changed."
)
EXPORT_LINE = "The same from a command line:"
EXPORT_SELF = "That is the initiative itself. Please type another name."
EXPORT_FOLDER = "That is a folder. Please type the name of a file."
EXPORT_THERE = "{path} is there already. Replace it?"
EXPORT_KEEP, EXPORT_REPLACE = "No, keep it", "Yes, replace it"
EXPORT_KEPT = "Nothing was written."
EXPORTED = "Written, for you alone to read until you pass it on: {path}"

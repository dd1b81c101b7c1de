"""What the editor of rule files says."""

FAULT_SIGN = "!"

# On the rulebook's pages

CHANGE = "Change it (C)"
CHANGE_TIP = "Change how it is written; what that changes is told before it is saved"
CANNOT_CHANGE = "These rules come along with the program, and are not written into"
BEGIN_LAYER = (
    "Changes go into a folder of your own, which lies on top of them and says only what you see otherwise. Leave the"
    " program, and give it these two lines; DIR is a folder that is not there yet:"
)
BEGIN_LINES = "advisor rules init DIR\nadvisor rules use DIR"
BEGIN_THEN = "Then come back to this page, and press C."
HEAD_OF_FILE = (
    "What stands at the head of a school or theme is changed in your own rules, in a file that names it and gives only"
    " the lines that are to be otherwise. Make {file} in {folder}, with this line, and what you change below it:"
)
HEAD_LINE = "{sort}: {id}"
COPY_HEADING = "Why is this to be otherwise in your own rules?"
COPY_HINT = (
    "This stands in the rules that come along, which are not written into. It is copied into {folder}, in the place of"
    " this one, and opened there. What you write here stands beside it. Nothing changes until you change"
    " the copy."
)
COPIED = "Copied into {file}. Now change it there."
CANNOT_OPEN = "This file is not opened here"
ODD_LINES = (
    "{file} has line breaks of different kinds, or some that this editor does not keep. It would change lines that you"
    " have not touched, so it does not open the file. Save it once in another editor, with one kind of line break."
)

# The editor

PLACE = "Rules: {file}"
UNSAVED_STATE = "not saved yet"
SAVED_STATE = "as in the file"
CHECKING = "Checking …"
SOUND = "No faults."
SOUND_SAVE = "No faults. Ctrl+S tells what this changes, then saves it."
FAULTS = "{number} faults. Until they are mended it cannot be saved; what was read last stays in use."
ONE_FAULT = "1 fault. Until it is mended it cannot be saved; what was read last stays in use."
FAULTS_IN_FILE = "{number} faults in the file as it stands. What was read last stays in use."
ONE_FAULT_IN_FILE = "1 fault in the file as it stands. What was read last stays in use."
FAULT = "line {line}: "
FAULT_ELSEWHERE = "{place}: "
ELSEWHERE = "This is in another file: {place}"
WHAT_CHANGES = "What this changes"
WHAT_CHANGES_TIP = "What changes in meaning, and for which initiatives; then it can be saved"
NEXT_FAULT = "Next fault (F8)"
NEXT_FAULT_TIP = "Go to the next fault, the first after the last"
BACK_TIP = "Back to the rules; asks before anything is lost"
UNDO_TIP = "Takes the last change back"
REDO = "Redo"
REDO_TIP = "Makes a change again that was taken back"
NOT_SAVED = "Not saved: it would not be read. Mend the marked lines first; what you typed stays here."
NOT_CHANGED = "It says what the file says. There is nothing to save."
SAVED = "Saved. What is shown follows it from now on."
SAVED_WAITING = (
    "Saved. The initiative that is open cannot be read with it, so that goes on with the rules from before. What is in"
    " its way: {fault}"
)
EDITOR_HELP = (
    "This is how a rule file is written. While you type, the whole rulebook is read with what stands here; each fault"
    " is marked at its line with ! and told below. Tab goes from the text to the faults; Enter on one goes to its line."
)
EDITOR_HELP_SAVE = (
    "Nothing is in use before it is saved. Ctrl+S first tells in words what changes in meaning, and what that makes of"
    " the open initiative and of those that come along. What has faults is not saved: it would not be read."
)

# What it changes

COMPARING = "Holding it against the rules in use …"
CANNOT_COMPARE = (
    "Other files of the rules have faults still, so it cannot be told what this changes. It is not in use before those"
    " are mended, too."
)
GO_ON_WRITING = "Go on writing"
CHANGES_HELP = (
    "This is what changes in meaning, and which headlines, verdicts and advice are others than before, for the"
    " initiative that is open and for those that come along. Ctrl+S saves it."
)
THE_OPEN_ONE = "the one that is open"

# Other programs

CHANGED_OUTSIDE = "Another program has changed this file."
READ_ANEW = "Read it anew"
READ_ANEW_TIP = "Show what stands in the file now"
WHICH_STAYS = "Another program has changed this file since you opened it. Which is to stay?"
KEEP_WRITING = "Neither for now: go on writing"
TAKE_THEIRS = "What the other program wrote: read it anew, and lose what I typed"
TAKE_MINE = "What I typed: save it over what the other program wrote"
LOSE_MINE = "Read the file anew, and lose what you typed?"

# The rulebook while its files have faults

NOT_IN_USE = "The files of the rules have faults, so what was read last is shown and stays in use. The first: {fault}"

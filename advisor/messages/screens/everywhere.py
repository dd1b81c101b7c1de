"""What the program says as a whole, and what more than one screen says."""

from collections.abc import Mapping
from typing import Literal

NAME = "advisor"
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
ALL_SAVED = "everything is saved"
NOTHING_SAVED = "an example: nothing is changed"
CHANGED_ELSEWHERE = "Another program has changed this file. It has been read anew, and shows what stands there now."
NOT_READ = "Another program has changed this file, and it can no longer be read. Mend it there; nothing is saved here."
EXAMPLE_ONLY = "This is an example that came with the program. Copy it to answer its questions in your own way."
OTHER_FILE = "This is answered in another file: the profile of that funder. Open that one to answer it."
ESCAPE_AT_HOME = "This is the first page. Ctrl+Q leaves the program."
LOADING = "Reading the rules …"
SAVED_ALREADY = "Everything is saved already."
KEYS: Mapping[str, str] = {
    "escape": "Esc",
    "enter": "Enter",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    **{f"f{number}": f"F{number}" for number in range(1, 10)},
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
WHY, WHY_TIP = "Why is it called that?", "Whose verdict, and what that rests on"
UNDO = "Undo"
UNDO_TIP = "Takes the last change back"
COLOURS, COLOURS_TIP = "Colours", "Light, dark, or with more contrast."
FORGET_TIP = "Even the names of files can tell too much."

# Choosing, and files

HOW_TO_CHOOSE = "Arrow keys move, Enter chooses. The mouse works too."
BROWSE_RULES_HELP = "What each school of thought asks for, and its sources."
FORGET = "Forget the files that were opened lately"
FORGOTTEN = "The list is empty now. The files themselves are untouched."
ANOTHER_FILE = "Another file …"
AN_EXAMPLE = "{name}, {years} (an example)"
NEEDS_NAME = "Please type a name."
NEEDS_PATH = "Please type the name of a file."
NO_SUCH_FILE = "There is no such file."

# Answers and verdicts

THAT_IS_ALL = "That is all"
MAY_BE_MORE = "There may be more"
GO_ON = "Go on"
NOTE_TIP = "Words of your own beside the answer: where it is from, what is uncertain."
UNDONE = "The last change is taken back."
NOTHING_TO_UNDO = "Nothing has been changed here that could be taken back."
ITEM_WHAT = "{name}: what is to be done?"
ITEM_REMOVE = "Remove, with every answer"
NO_PICTURE = "Nothing can be said yet."

# Handing on

EXPORT_KEPT = "Nothing was written."

# Rules that change while the program runs

_FOLLOWED = "The rules have been changed. What is shown follows those that stand in the files now."
_SPOILT = "The rules have been changed, and can no longer be read. What was read last stays in use. F5 tells more."
_WAITING = (
    "The rules have been changed so that this initiative cannot be read with them. It goes on with those from before."
    " F5 tells more."
)
RULES_NEWS: Mapping[str, tuple[Literal["information", "warning", "error"], str]] = {
    "followed": ("information", _FOLLOWED),
    "spoilt": ("error", _SPOILT),
    "waiting": ("warning", _WAITING),
}

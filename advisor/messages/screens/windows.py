"""What the small windows say that ask for one thing."""

CANNOT = "This cannot be done"
WINDOW_TIP = "What this window is for, and its keys"
CANCEL_TIP = "Leave this window; asks before anything is lost"
WINDOW_HELP = "Escape leaves this window with nothing changed. If you have typed something here, you are asked first."
FORM_HELP = "Ctrl+S does the same as the button {button}. Tab goes from one place to the next, Shift+Tab back."
UNSAVED = "Leave without saving what you typed?"
UNSAVED_KEEP, UNSAVED_LEAVE = "No, keep writing", "Yes, leave it"

# Files

NEW_NAME = "What do you call the initiative?"
NEW_NAME_HELP = "A codename is enough. It stands inside the file."
NEW_PATH = "In which file shall the answers be kept?"
NEW_PATH_HELP = (
    "It will stand in {folder}. Choose a name that gives nothing away: whoever sees the folder can read it. The ending "
    ".yaml is added if you leave it out."
)
IS_THERE = "There is a file of this name already. Open it instead, or choose another name."
FILE_NAME = "initiative"
OPEN_PATH = "Which file?"
OPEN_PATH_HELP = "Type where it is and press Enter; or press Tab, and choose it below. Its name ends in .yaml."
OPEN_IT = "Open"

# Notes, and removing

NOTE_HELP = "Enter begins a new line. Save it with Ctrl+S, or with Tab and Enter. An empty note is no note."
ITEM_REALLY = "Remove {name}, with every answer about {name}?"
ITEM_KEEP = "No, change nothing"

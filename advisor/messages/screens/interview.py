"""What the interview says."""

from collections.abc import Mapping

CHOOSE_TIP = "Choose the marked line; a number marks one"
TICK_TIP = "In a list: tick the marked answer, or take it back"
ALL_TIP, MORE_TIP = "In a list: that is all", "In a list: there may be more"
CROSS_TIP = "In a list: say that the marked answer does not belong"
INTERVIEW_HELP = (
    "Answer what you know, and leave out what you do not. Every answer is saved at once. You can go back at any time; "
    "changing an answer loses none of the others."
)
WAYS_HELP = (
    "Below the answers: {unknown} leaves the question open. {withheld} says that you know and will not write it here. "
    "{disputed} keeps what two sources say against each other. {note} adds words of your own. "
    "{clear} takes the answer away."
)

# The interview

CORE_TITLE = "First questions"
WHERE = "{number} of {total} so far · {section}"
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
HOW_GROUP = "Enter on a line changes or removes it. = and Enter: that is all."
NONE_AT_ALL = "There is none; that is all"
NOTHING_TO_CHOOSE = "There is nothing to choose from yet. List the {group} first."
AGAIN = "Go through these questions again"
AGAIN_HELP = "Every answer can still be changed."
SENSITIVE = "The answer could endanger somebody. Codenames are enough, and Withhold writes nothing down."
DECISIVE = "What decides most first"
DECISIVE_HELP = "Whichever question can change most is asked next; Ctrl+O goes back to the sections."
LOOKING = "Looking for what decides most now …"
DECIDE_ON = "Go on: stops, single schools and advice"
CAN_CHANGE_TRACK = "{number} can change the track"
CAN_CHANGE_ANYTHING = "{number} can change something"
ORDER_BUTTON = "Order"
ORDER = "Ask in the other order"
ORDER_TIP = "What decides most first, or section by section"
ORDER_HELP = (
    "Ctrl+O changes the order. Then comes first whatever question can still change most: which track it is, then "
    "stops, single schools and advice. What can change nothing any more is not asked. Ctrl+O once more goes back to "
    "the sections."
)
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
CLEAR_TIP = "Takes the answer and its note away."
PREVIOUS, NEXT = "< PgUp", "PgDn >"
PREVIOUS_TIP, NEXT_TIP = "The question before", "The next question, leaving this one as it is"
NOTHING_TO_CLEAR = "There is nothing to clear."
WAS_CHANGED = "Changed. Before, it said: {before} Ctrl+Z takes the change back."
WAS_CLEARED = "What stood there is taken away. Ctrl+Z brings it back."
WAS_WITHHELD = "Withheld: what stood there is not in the file any more. Ctrl+Z brings it back."
NOT_WRITTEN = '"{typed}" is not written yet. Enter writes it; the same key again leaves it out.'
HOW_TO_TICK = "Mark an answer with its number or the arrow keys. Enter then ticks it; = says that this is all."
TICKED_ALL, TICKED_MORE = "{number} ticked; that is all.", "{number} ticked; there may be more."
NO_NAME = "Please type a name or codename with a letter in it. To mark a line below, go down with the arrow key."
HOW_TO_PICK = "Mark an answer with its number or the arrow keys. Enter then gives it."
FIRST_QUESTION = "This is the first question here."
NOTE_TITLE = "A note beside the answer"
ACCOUNT = "Disputed. What does source {number} say?"
WHO = "Who holds that?"
WHO_HELP = "A source, a side, a role. It may stay empty."
FURTHER_ACCOUNT = "A further account"
THATS_THE_DISPUTE = "That is all; save the dispute"
DISPUTE_AND_NOTE = "Save it, and add a note"
DISPUTE_SO_FAR = "Source {number}: {account}"
DISPUTE_NOTE = "A note on the dispute"
SAME_ACCOUNT = "These two say the same. A dispute needs two that differ."
ITEM_RENAME = "Change the name"
ITEM_QUESTIONS = "Go to the questions"
ITEM_NEW_NAME = "Which name instead?"
PICTURE = "The picture so far"
NO_TRACK = "none of its tracks"
OPEN_TRACK = "Track {tracks}: open"

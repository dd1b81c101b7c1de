"""What the assessment says around its findings."""

from collections.abc import Mapping

# The first page

COPY = "Copy to my own file"

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
    "Enter on a line shows what it rests on, down to your answers, and what would change it."
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
    "judgement": "Promise",
    "demand": "Funder",
    "clash": "Funder",
}
"""What is said before a finding that waits for an answer."""
EMPTY_WAITS = "Too little is known to say anything here. These questions come first:"
EMPTY = "By what is answered, there is nothing to say here."
EMPTY_LESSONS = "What it shows stands under Steps."
EMPTY_WHOLE = (
    "Of the whole there is nothing to say here. Choose a phase or a strand with P: they are told by themselves."
)
NOTHING_OPEN = "Nothing that could change this assessment is still unknown."
SINCE_LAST_LOOK = "SINCE YOU LAST LOOKED"
STOP_GONE = "No longer a STOP: {stop}"
STOP_NEW = "A new STOP: {stop}"
TRACK = "Track {track}"
TRACK_HEADING = "Track (in brackets: broadly)"
NAMES_NO_TRACK = "names no track; of its tests: "
OF_TESTS: Mapping[str, str] = {"met": "fit", "contested": "disputed", "not met": "do not", "unknown": "not known"}
STAYS_OPEN, WILL_BE = "stays open", "will be {status}"
BROAD = "{statement} (in a broad sense)"

# Handing on

EXPORT_BUTTON = "Export (F6)"

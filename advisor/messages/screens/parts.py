"""What is said of phases and strands."""

from collections.abc import Mapping

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

"""What is said where many initiatives stand side by side."""

from collections.abc import Mapping

WORKER_ENDED = "A process that judged the files from here to {last} ended by itself. Try these files one by one."
NO_SUCH_FOLDER = "There is no such folder."
NO_SUCH_COLUMN = "There is no column {column}.{expected}"
NO_DATE = "{date} is not a day that exists. Write it as 2026-11-23."
PASSED_OVER = "{file}: passed over, it is no initiative"
COUNTED = "Initiatives: {rows}. Files with faults: {faulty}. Passed over: {passed}."
NONE_FOUND = "There is no initiative file in this folder."
JUDGING = "Judging"

TITLES: Mapping[str, str] = {
    "file": "File",
    "name": "Initiative",
    "tracks": "Tracks",
    "agreement": "Schools",
    "headline": "Headline",
    "team_gaps": "Team",
    "language_gaps": "Lang.",
    "stops": "Stops",
    "open": "Open",
    "next_wave": "Next wave",
}
"""The heads of the columns; schools stand under their own names."""
LEGEND = """Schools: whether they agree. Team, Lang.: essential roles that nobody fills, in
the team and between languages. Open: questions that something waits for.
Next wave: when the panel is to be asked next. ?: none so far, and too little is
known to say that there is none."""
NOT_KNOWN = "?"
DATE_UNKNOWN = "no date"
AGREEMENT = {
    "agreed": "agreed",
    "split": "split",
    "contested": "contested",
    "undecided": "undecided",
    "none": "no track",
    "": "",
}
CONTESTED = "{track} contested"
BROADLY = "({track})"

SPREAD = "Which school sees which track, in how many initiatives"
SPREAD_LEGEND = """( ) a broad use of the term   ! on a disputed point
none: the school sees no track, or too little is known.
An initiative can count in several columns."""
NO_TRACK = "none"

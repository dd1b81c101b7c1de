"""What is said of the questions that are still to be asked."""

TITLE = "What to ask next: {name}"
IN_PART = "{name}, {part}"
SETTLED = "Which track it is will not change any more, whatever else you answer."
NOT_BY_ASKING = (
    "No question that is left can change which track it is. It still hangs on what is left open or withheld."
)
CAN_CHANGE_TRACK = {
    True: "Which track it is can still change: one question can change it.",
    False: "Which track it is can still change: {number} questions can change it.",
}
PARTS_TOO = "Its phases and strands are asked about by themselves: --part."
CAN_CHANGE_ANYTHING = {
    True: "One question can still change something: the track, a stop, a single school or essential advice.",
    False: "{number} questions can still change something: the track, a stop, a single school or essential advice.",
}
NOTHING_LEFT = "Nothing that is left to ask would change the track, a stop, a single school or essential advice."
FURTHER = "And {number} more, with less to change. All of them: --all."
IDLE = {
    True: "One more question is open, and its answer would change none of this any more.",
    False: "{number} more questions are open, and their answers would change none of this any more.",
}
IDLE_TITLE = "Would change nothing any more"
SO_FAR = "So far: {answer}. Is that all?"
LISTED = "{listed} Is that all?"

TRACK = "can change which track it is"
BY_SCHOOLS = {True: "{track}, by one school", False: "{track}, by {number} schools"}
SCHOOLS_SAY = {True: "can change what one school says", False: "can change what {number} schools say"}
STOPS = {
    (True, False): "could bring a stop",
    (False, True): "could lift a stop",
    (True, True): "could bring a stop or lift one",
}
"""By whether a stop could come, and whether one that is there could go."""
ADVICE = {
    True: "could change one piece of essential advice",
    False: "could change {number} pieces of essential advice",
}
NO_SUCH_PART = "There is no part {part}.{expected}"

# The interview in this order

LEFT_TRACK = {
    True: "One question can still change the track",
    False: "{number} questions can still change the track",
}
LEFT_REST = {
    True: "One question can still change something",
    False: "{number} questions can still change something",
}
GO_ON = "What is left decides stops, single schools and advice. Enter goes on with it, m is the menu."
FIRST_QUESTION = "This is the first question here."
BY_DECISION = "What decides most first, question by question"

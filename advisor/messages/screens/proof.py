"""What a proof says around its lines."""

from collections.abc import Mapping

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

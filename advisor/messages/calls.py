"""What the command line says of how it is called."""

NO_SCREEN = (
    "There is no terminal here that can show a screen. Try advisor ask FILE --plain for the questions line by line, or"
    " advisor --help."
)
ANOTHER_RULEBOOK = "the folder of another rulebook, or bundled for the one that comes along"
ANOTHER_LANGUAGE = "a language, such as ar, for those texts of the rulebook that have been translated"
NO_SUCH_LANGUAGE = "No text of this rulebook is in {language}.{expected}"
BEFORE_OTHERS = "Before this leaves your hands: {stop} Others are not told so."
AUDIENCE = "for whom: others than the team are told nothing that a sensitive answer could show"
SO_ELSEWHERE = "advisor: it is so elsewhere; ask with {options}."

"""What words stand for: languages, their varieties and territories, for people who write them in an initiative file."""

from collections.abc import Iterable, Iterator

from advisor.codes.names import FREE, Codes, Meaning, Names
from advisor.model.question import Questions
from advisor.text import both, either, paragraph, quoted, visible


def as_text(words: Iterable[str], questions: Questions) -> str:
    """What each word stands for, as a language and as a territory."""
    names = Names(questions)
    return visible("\n".join(line for word in words for line in _lines(word, names, questions))) + "\n"


def is_known(word: str, questions: Questions) -> bool:
    """Whether a word stands for one language or territory."""
    names = Names(questions)
    return any(len(codes.known(word)) == 1 for codes in (names.languages, names.territories))


def _lines(word: str, names: Names, questions: Questions) -> Iterator[str]:
    yield word
    kinds = (names.languages, names.territories)
    known = [(codes, found) for codes in kinds if (found := codes.known(word))]
    for codes, found in known:
        if len(found) > 1:
            text = codes.complaint(word, Meaning(found))
        elif codes is names.languages:
            text = _language(found[0], names, questions)
        else:
            text = _territory(found[0], names, questions)
        yield from paragraph(text, "    ", "    ").splitlines()
    if not known:
        yield from paragraph(_unknown(word, kinds), "    ", "    ").splitlines()


def _language(code: str, names: Names, questions: Questions) -> str:
    told = [f"{names.languages.name(code)}, a language, code {code}."]
    listed = questions.languages.get(code)
    if listed is not None and listed.of is not None:
        told.append(f"A variety of {_with_codes([listed.of], names.languages)}.")
    if listed is not None and listed.territories:
        told.append(f"It matters in {_with_codes(listed.territories, names.territories)}.")
    if varieties := [other for other, language in questions.languages.items() if language.of == code]:
        told.append(f"Its varieties: {_with_codes(varieties, names.languages)}.")
    return " ".join(told)


def _territory(code: str, names: Names, questions: Questions) -> str:
    told = f"{names.territories.name(code)}, a territory, code {code}."
    spoken = [other for other, language in questions.languages.items() if code in language.territories]
    return f"{told} Languages that matter there: {_with_codes(spoken, names.languages)}." if spoken else told


def _with_codes(codes: Iterable[str], of: Codes) -> str:
    return both(f"{of.name(code)} ({code})" for code in codes)


def _unknown(word: str, kinds: Iterable[Codes]) -> str:
    near = [name for codes in kinds for name in codes.meaning(word).near]
    hint = f" Did you mean {either(map(quoted, near))}?" if near else ""
    return f"Not in our lists.{hint} A name of its own can be written {quoted(FREE + word.removeprefix(FREE))}."

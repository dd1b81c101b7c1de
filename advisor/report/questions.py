"""The questions of a rulebook as a list for people who write an initiative file by hand."""

from collections.abc import Iterator

from advisor.model.entry import in_language
from advisor.model.question import LIST_TYPES, AnswerType, Question, Questions
from advisor.text import paragraph, visible

_TAKES = {
    AnswerType.YES_NO: "yes or no",
    AnswerType.NUMBER: "a number",
    AnswerType.TEXT: "text",
    AnswerType.DATE: "a date: 1993, 1993-05 or 1993-05-14",
    AnswerType.LANGUAGE: "a language by its name or code, such as Dari or prs",
    AnswerType.LANGUAGES: "languages by their names or codes, such as Dari or prs",
    AnswerType.TERRITORY: "a territory by its name or code, such as Yemen or YE",
    AnswerType.TERRITORIES: "territories by their names or codes, such as Yemen or YE",
}
_HOW_TO_LIST = "several: [a, b], or {only: [a, b]} if that is all"


_OF_FUNDERS = "{title} (asked of those who pay: advisor expect)"


def as_text(questions: Questions, language: str) -> str:
    """The list, section by section, the questions about items below their group."""
    return visible("\n".join(_lines(questions, language))) + "\n"


def _lines(questions: Questions, language: str) -> Iterator[str]:
    for section in sorted(questions.sections, key=lambda section: section.asked == "funder"):
        title = in_language(section.title, language)
        yield title if section.asked == "convener" else _OF_FUNDERS.format(title=title)
        yield "-" * len(title)
        for question in questions.initiative.values():
            if question.section == section.id:
                yield from _question(question, "", language)
                group = questions.groups.get(question.id)
                for field in group.fields.values() if group else ():
                    yield from _question(field, "    ", language)
        yield ""


def _question(question: Question, indent: str, language: str) -> Iterator[str]:
    core = "" if not question.core else " (core)"
    prompt = in_language(question.prompt, language)
    yield from paragraph(f"{question.name}: {prompt}{core}", f"{indent}    ", indent).splitlines()
    for option, words in question.options.items():
        label = in_language(words.label, language)
        yield from paragraph(f"{option}: {label}", f"{indent}        ", f"{indent}    ").splitlines()
    if takes := _takes(question):
        yield f"{indent}    takes {takes}"


def _takes(question: Question) -> str:
    if question.type is AnswerType.GROUP:
        return "a list of items, each with an id and these answers"
    if question.type is AnswerType.ITEMS:
        return f"ids from {question.of}; {_HOW_TO_LIST}"
    named = _TAKES.get(question.type, "") if not question.options else ""
    several = _HOW_TO_LIST if question.type in LIST_TYPES else ""
    return "; ".join(text for text in (named, several) if text)

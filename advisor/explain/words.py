"""Answers, lists and statuses in words."""

import re
from collections.abc import Iterable, Mapping

from advisor.codes.names import Names
from advisor.facts import Standpoint
from advisor.initiative.initiative import Initiative
from advisor.logic.answers import Answer, Held, Item, Items, Word
from advisor.logic.conditions import PARTS, Ref, Status, Subject
from advisor.model.entry import in_language
from advisor.model.finding import Finding, Kind
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, Question, Questions
from advisor.text import both

_PLACEHOLDER = re.compile(r"\{[^{}.]*\.([^{}]*)\}")
_DESCRIBES = re.compile(
    r"(The|A|An|This|That|These|Those|My|Our|Her|His|Their|One|Some) |[A-Z][a-z]+ (of|from|who|in|on|at) (?![A-Z])"
)
"""How a name begins that is a description, and gives up its capital inside a sentence; "Government of X" is a name."""
VERDICT_WORDS = {
    Status.MET: "supported",
    Status.NOT_MET: "refuted",
    Status.UNKNOWN: "undecided",
    Status.CONTESTED: "contested",
}


def status_word(kind: Kind, status: Status) -> str:
    """A status in the word that suits the kind of finding."""
    return VERDICT_WORDS[status] if kind is Kind.VERDICT else status.value


class Wordings:
    """Puts answers into words for one rulebook and language."""

    def __init__(self, questions: Questions, language: str) -> None:
        self.questions = questions
        self.language = language
        self.names = Names(questions)

    def text(self, wording: Mapping[str, str]) -> str:
        """A translated text."""
        return in_language(wording, self.language)

    def statement(self, finding: Finding, status: Status, item: Item | None = None) -> str:
        """What a finding says about an initiative for which it has settled so."""
        if status is Status.NOT_MET and finding.statement_not is not None:
            text = self.text(finding.statement_not)
        elif status is Status.NOT_MET:
            # What advises cannot be untrue; nothing here calls for it.
            denial = "Not so" if finding.weight is None else "This does not apply here"
            text = f"{denial}: {self.text(finding.statement)}"
        else:
            text = self.text(finding.statement)
        return self.filled(text, finding.for_each, item)

    def filled(self, text: str, group: str | None, item: Item | None) -> str:
        """A text whose `{side.name}` is filled with the item's own answers."""
        if group is None or item is None:
            return text
        return _PLACEHOLDER.sub(lambda found: self._in_sentence(group, item, found), text)

    def known(self, wording: Mapping[str, str] | None, group: str | None, item: Item | None) -> str | None:
        """A text with what it says of the item filled in, unless it would speak of what is not known."""
        if wording is None or not self.complete(self.text(wording), item):
            return None
        return self.filled(self.text(wording), group, item)

    def _in_sentence(self, group: str, item: Item, found: re.Match[str]) -> str:
        """What an item answers, as it stands in a sentence."""
        words = self._field(group, item, found[1])
        begins = not found.string[: found.start()].rstrip() or found.string[: found.start()].rstrip().endswith(
            (".", "?", "!")
        )
        return words if begins else inside_a_sentence(words)

    def _field(self, group: str, item: Item, field: str) -> str:
        """What an item answers, for use in a sentence."""
        if field == "name":
            return self.item_name(group, item)
        answer, question = item.answers.get(field, Answer()), self.questions.groups[group].fields[field]
        unknown = f"({self.text(question.label).lower()} not known yet)"
        if question.type in LIST_TYPES and len(answer.held) == 1:
            return both(sorted(str(self.word(question, w)) for w in answer.held[0].words)) or unknown
        return self.short_answer(question, answer) if answer.held else unknown

    def complete(self, text: str, item: Item | None) -> bool:
        """Whether every answer is known that a text speaks of."""
        if item is None:
            return True
        fields = {found[1] for found in _PLACEHOLDER.finditer(text)} - {"name"}
        return all(item.answers.get(field, Answer()).held for field in fields)

    def names_somebody(self, group: str, items: Iterable[Item]) -> bool:
        """Whether what these items are called comes from a sensitive answer."""
        question = self.questions.groups[group].fields.get("name")
        named = any(item.answers.get("name", Answer()).held for item in items)
        return question is not None and question.sensitive and named

    def item_name(self, group: str, item: Item) -> str:
        """What an item is called: its name where one is given, else its id."""
        question = self.questions.groups[group].fields.get("name")
        answer = item.answers.get("name")
        if question is None or answer is None or not answer.held:
            return item.id.replace("-", " ").replace("_", " ")
        return self.short_answer(question, answer)

    def word(self, question: Question, word: Word) -> str:
        """One value in words: an option's label, the name of a language or territory, or what was written."""
        if question.type in CLOSED_TYPES and str(word) in question.options:
            return self.text(question.options[str(word)].label)
        if codes := self.names.of(question.type):
            return codes.name(str(word), self.language)
        return f"{word:g}" if isinstance(word, float) else str(word)

    def held(self, question: Question, held: Held) -> str:
        """One held value in words."""
        ordered = [option for option in question.options if option in held.words]
        others = sorted(str(self.word(question, word)) for word in held.words if word not in ordered)
        words = [*(self.word(question, option) for option in ordered), *others]
        if question.type in LIST_TYPES:
            listed = "; ".join(words) or ("none of these" if held.complete else "")
            if held.excluded:
                without = "; ".join(sorted(self.word(question, word) for word in held.excluded))
                return f"{listed}; not: {without}" if listed else f"not: {without}"
            return f"{listed} (that is all)" if held.complete and not question.all_listed else listed
        return "; ".join(words)

    def short_answer(self, question: Question, answer: Answer) -> str:
        """An answer without who holds it."""
        return " / ".join(self.held(question, held) for held in answer.held)

    def answer(self, question: Question, answer: Answer) -> str:
        """An answer as a sentence."""
        if answer.withheld:
            return "Known, but not written here."
        if not answer.held:
            return "Not known."
        if answer.contested:
            accounts = (f"{h.by}: {self.held(question, h)}" if h.by else self.held(question, h) for h in answer.held)
            return f"Disputed. {sentences(accounts)}"
        return _sentence(self.held(question, answer.held[0]))

    def asked(self, ref: Ref, at: Standpoint) -> str:
        """A question as it is asked about its subject."""
        question = self.questions.find(ref.question)
        about = self.about(ref, at)
        prompt = self.text(question.prompt)
        return put_about(about, prompt) if about else prompt

    def about(self, ref: Ref, at: Standpoint) -> str:
        """What the item is called of which a question is asked; nothing where it is asked of no item."""
        group = ref.question.rpartition(".")[0]
        item = at.each if ref.subject is Subject.EACH else at.item if ref.subject is Subject.ITEM else None
        return self.item_name(group, item) if group and item is not None else ""

    def listed(self, group: str, items: Items) -> str:
        """A list in a sentence, with whether that is all."""
        return f"{self.text(self.questions.initiative[group].label)}: {self.members(group, items)}."

    def members(self, group: str, items: Items) -> str:
        """Who and what stands in a list, and whether that is all."""
        names = both(self.item_name(group, item) for item in items.items)
        if items.complete:
            return f"{names or 'none'}; that is all"
        return f"{names}; there may be more" if names else "none listed yet"

    def parts(self, initiative: Initiative) -> str:
        """The parts in a sentence."""
        names = both(part.name for part in initiative.parts) or "the initiative itself"
        return f"{PARTS.capitalize()}: {names}."


def told_alone(statement: str) -> str:
    """What a headline says where no schools are named with it."""
    return statement.replace("{tracks}", "the tracks that are named").replace("{contested}", "those that are contested")


def put_about(name: str, text: str) -> str:
    """What is asked or said about something that is named; its name may be a sentence."""
    return f"{name} {text}" if name.endswith((".", "?", "!")) else f"{name}: {text}"


def inside_a_sentence(name: str) -> str:
    """A name as it stands inside a sentence: one that describes gives up its capital."""
    return f"{name[0].lower()}{name[1:]}" if _DESCRIBES.match(name) else name


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def sentences(texts: Iterable[str]) -> str:
    """Sentences one after the other."""
    return " ".join(_sentence(text) for text in texts if text)

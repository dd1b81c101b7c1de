"""What an answer has to be, in the words of the question and of its options."""

import re

from advisor.explain.words import Wordings
from advisor.logic.answers import Between, Check, Includes, Only, Word
from advisor.logic.conditions import PARTS, AnswerTest, Ref, Shares, Subject
from advisor.messages import rulebook as messages
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Question
from advisor.rulebook.rulebook import Rulebook
from advisor.text import both, either

_PLACEHOLDER = re.compile(r"\{([^{}.]*)\.([^{}]*)\}")


class Answers:
    """Tells tests of answers, and comparisons of answers."""

    def __init__(self, rulebook: Rulebook, words: Wordings) -> None:
        self.rulebook = rulebook
        self.words = words

    def test(self, ref: Ref, check: Check, *, so: bool) -> str:
        """That an answer passes a check, or fails it."""
        question = self.rulebook.questions.find(ref.question)
        return messages.ANSWERED.format(question=self._asked(ref), answer=self._checked(question, check, so=so))

    def comparison(self, condition: Shares, *, so: bool) -> str:
        """That two answers have something in common, or have not."""
        return messages.ANSWERED.format(question=self._asked(condition.left), answer=self._shared(condition, so=so))

    def asked_for(self, condition: AnswerTest | Shares, *, so: bool) -> str:
        """What the answer has to be, or must not be, without the question."""
        if isinstance(condition, Shares):
            return self._shared(condition, so=so)
        return self._checked(self.rulebook.questions.find(condition.ref.question), condition.check, so=so)

    def who(self, subject: Subject, group: str) -> str:
        """The item that a finding is about, or the one that is looked at."""
        item = self.rulebook.questions.groups[group].item.replace("_", " ").replace("-", " ")
        return (messages.THAT if subject is Subject.ITEM else messages.THIS).format(item=item)

    def group(self, group: str, *, others: bool = False) -> str:
        """The items of a list as they are counted; without the one that the finding is about, if it means others."""
        template = messages.OF_THE_OTHER if others else messages.OF_THE
        return template.format(group=messages.PARTS if group == PARTS else self._group_name(group))

    def is_about_this(self, sentence: str, group: str | None) -> bool:
        """Whether a sentence begins with the item that the finding is about."""
        return group is not None and sentence.startswith(capital(self.who(Subject.EACH, group)))

    def _group_name(self, group: str) -> str:
        question = self.rulebook.questions.find(group)
        label = self.words.text(question.label)
        # A group without a label of its own has its prompt there, which names nothing.
        return group.replace("_", " ") if question.label == question.prompt else _inside(label)

    def _asked(self, ref: Ref) -> str:
        prompt = self.words.text(self.rulebook.questions.find(ref.question).prompt)
        if ref.subject is not Subject.EACH:
            return prompt
        who = self.who(ref.subject, ref.question.rpartition(".")[0])
        return messages.ABOUT.format(who=capital(who), prompt=prompt)

    def _checked(self, question: Question, check: Check, *, so: bool) -> str:
        match check:
            case Includes(words):
                return self._included(question, words, so=so)
            case Only(words):
                template = messages.NOTHING_BESIDES if so else messages.SOMETHING_BESIDES
                return template.format(words=both(self._options(question, words)))
            case Between(low, high):
                return _bounded(low, high, so=so)

    def _included(self, question: Question, words: frozenset[Word], *, so: bool) -> str:
        if question.type not in LIST_TYPES:
            left = question.options.keys() - words
            if not so and len(left) == 1:
                # What is not the one of two is the other.
                words, so = frozenset(left), True
            template = messages.IS if so else messages.IS_NOT
        elif so:
            template = messages.AMONG if len(words) == 1 else messages.AMONG_SOME
        else:
            template = messages.NOT_AMONG if len(words) == 1 else messages.NOT_AMONG_ANY
        return template.format(words=either(self._options(question, words)))

    def _options(self, question: Question, words: frozenset[Word]) -> list[str]:
        """Options by their labels, in their order; other words as they are called, by the alphabet."""
        if question.type in CLOSED_TYPES:
            ordered = [option for option in question.options if option in words]
            return [f'"{self.words.word(question, option)}"' for option in ordered]
        return sorted(self.words.word(question, word) for word in words)

    def _shared(self, condition: Shares, *, so: bool) -> str:
        right = condition.right
        group, _, field = right.question.rpartition(".")
        if field == "id":
            template = messages.AMONG if so else messages.NOT_AMONG
            return template.format(words=self.who(right.subject, group))
        answer = self._answer_to(right)
        if condition.table is not None:
            return self._looked_up(condition.table, answer, so=so)
        types = {self._type(condition.left), self._type(right)}
        if types & LIST_TYPES:
            return (messages.SHARED if so else messages.NOT_SHARED).format(answer=answer)
        return (messages.SAME if so else messages.NOT_SAME).format(answer=answer)

    def _type(self, ref: Ref) -> AnswerType:
        return self.rulebook.questions.find(ref.question).type

    def _answer_to(self, ref: Ref) -> str:
        prompt = self.words.text(self.rulebook.questions.find(ref.question).prompt)
        if ref.subject is Subject.INITIATIVE:
            return messages.ANSWER_TO.format(prompt=prompt)
        who = self.who(ref.subject, ref.question.rpartition(".")[0])
        return messages.ANSWER_OF.format(who=who, prompt=prompt)

    def _looked_up(self, table: str, answer: str, *, so: bool) -> str:
        made = messages.FOUND if so else messages.NOT_FOUND
        if table in made:
            return made[table].format(answer=answer)
        template = messages.FOUND_IN_LIST if so else messages.NOT_FOUND_IN_LIST
        return template.format(answer=answer, table=self.words.text(self.rulebook.table_titles[table]))


def _bounded(low: float | None, high: float | None, *, so: bool) -> str:
    numbers = {"low": "" if low is None else f"{low:g}", "high": "" if high is None else f"{high:g}"}
    if low == high:
        template = messages.EXACTLY if so else messages.NOT_EXACTLY
    elif high is None:
        template = messages.OR_MORE if so else messages.LESS
    elif low is None:
        at_most = messages.OR_LESS if high else messages.NONE_AT_ALL
        template = at_most if so else messages.MORE
    else:
        template = messages.FROM_TO if so else messages.OUTSIDE
    return template.format(**numbers)


def named(text: str, who: str) -> str:
    """A text in which the item that it is about is called so; its other answers stand as blanks, as in a form."""
    filled = _PLACEHOLDER.sub(lambda found: who if found[2] == "name" else f"[{found[2].replace('_', ' ')}]", text)
    return re.sub(rf"(^|[.?!] ){re.escape(who)}", lambda found: f"{found[1]}{capital(who)}", filled)


def capital(text: str) -> str:
    """A text as it begins a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def _inside(label: str) -> str:
    """A label as it stands inside a sentence; an abbreviation keeps its capitals."""
    return label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"

"""Questions: what the convener is asked, and what an answer may be."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SkipValidation

from advisor.errors import Place
from advisor.logic.conditions import Condition
from advisor.model.accepted import Accepted
from advisor.model.clause import AnswerClauses, QuestionClauses
from advisor.model.entry import Entry, Id, Wording
from advisor.model.language import Language, Listed

Asked = Literal["convener", "funder"]


class AnswerType(StrEnum):
    """What an answer may be."""

    YES_NO = "yes-no"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    TERRITORY = "territory"
    TERRITORIES = "territories"
    ITEMS = "items"
    """Some of the items of another group: which sides trust this mediator."""
    GROUP = "group"


CLOSED_TYPES = frozenset((AnswerType.YES_NO, AnswerType.CHOICE, AnswerType.CHOICES))
"""The types whose answers come from a list of options."""

LIST_TYPES = frozenset((AnswerType.CHOICES, AnswerType.LANGUAGES, AnswerType.TERRITORIES, AnswerType.ITEMS))
"""The types whose answers hold several words and are open until somebody says "that is all"."""


class Option(AnswerClauses):
    """One answer that can be chosen."""

    label: Wording
    help: Wording | None = None
    not_known: Annotated[
        bool, Field(description="That nobody has asked or found out yet; any other answer only adds to what is known.")
    ] = False


def _option(value: object) -> object:
    """An option may be written as its label alone."""
    return value if isinstance(value, dict) and "label" in value else {"label": value}


class QuestionEntry(QuestionClauses):
    """A question as written in a file: about the initiative or, under `fields`, about each item of a group."""

    prompt: Wording
    type: Annotated[AnswerType, Field(strict=False, description="What an answer may be.")]
    help: Wording | None = None
    label: Annotated[
        Wording | None, Field(description="The question in a few words, for lists and proofs; the prompt if not given.")
    ] = None
    options: Annotated[
        dict[Id, Annotated[Option, BeforeValidator(_option, json_schema_input_type=Option | Wording)]],
        Field(description="For choice and choices: each answer, with what it means."),
    ] = {}
    core: Annotated[bool, Field(description="Asked in the short first interview.")] = False
    in_parts: Annotated[
        Literal["first", "later"] | None,
        Field(
            description="Asked again about a phase or strand: among its first questions, or later. If not given, it is "
            "taken to be the same in all of them."
        ),
    ] = None
    changeable: Annotated[bool, Field(description="The convener could choose otherwise by design.")] = False
    sensitive: Annotated[bool, Field(description="The answer could endanger someone.")] = False
    all_listed: Annotated[
        bool, Field(description="For lists: what is written counts as all, unless it stands under `includes`.")
    ] = False
    ask_when: Annotated[object, Field(description="The question matters only when this holds.")] = None
    of: Annotated[Id | None, Field(description="For items: the group whose items can be chosen.")] = None
    item: Annotated[Id | None, Field(description="For groups: what one item is called, for example `side`.")] = None
    fields: Annotated[dict[Id, "QuestionEntry"], Field(description="For groups: the questions about each item.")] = {}
    accepted: Annotated[
        tuple[Accepted, ...],
        Field(strict=False, description="Notes of `advisor rules check` that are to stay as they are, and why."),
    ] = ()


class SectionEntry(Entry):
    """A file of questions: one section of the interview, or of what those who pay are asked."""

    section: Id
    title: Wording
    asked: Annotated[
        Asked, Field(description="Who answers these questions: the convener, in the interview, or the funder.")
    ] = "convener"
    questions: dict[Id, QuestionEntry]


class Question(QuestionClauses):
    """A question, ready to be asked. Questions about items are named `group.question`."""

    id: str
    section: str
    type: AnswerType
    prompt: Wording
    help: Wording | None
    label: Wording
    options: dict[str, Option]
    core: bool
    in_parts: Literal["first", "later"] | None = None
    changeable: bool
    sensitive: bool
    all_listed: bool = False
    """Whether a list counts as closed as it is written."""
    group: str | None
    """The group about whose items it is asked."""
    of: str | None
    ask_when: SkipValidation[Condition | None]
    accepted: tuple[Accepted, ...] = ()
    place: SkipValidation[Place]

    @property
    def name(self) -> str:
        """The id inside its group."""
        return self.id.rpartition(".")[2]


class Group(Entry):
    """A question whose answer is a list of items, each with answers of its own."""

    id: str
    item: str
    fields: dict[str, Question]
    """By the name inside the group."""


class Section(Entry):
    """Questions that belong together, and who is asked them."""

    id: str
    title: Wording
    asked: Asked = "convener"


class Questions(Entry):
    """All questions of a rulebook, in the order of its files."""

    sections: tuple[Section, ...]
    initiative: dict[str, Question]
    """The questions about the initiative, groups among them."""
    groups: dict[str, Group]
    languages: dict[str, Language] = {}
    """What the rulebook itself lists of the answers to questions about languages, by code."""
    territories: dict[str, Listed] = {}

    def who(self, question: str) -> Asked:
        """Who is asked a question about the initiative, or which items there are."""
        section = self.initiative[question].section
        return next(one.asked for one in self.sections if one.id == section)

    def find(self, question: str) -> Question:
        """The question with this id, about the initiative or about an item."""
        group, _, name = question.rpartition(".")
        return self.groups[group].fields[name] if group else self.initiative[question]

    def asked_of(self, who: Asked) -> "Questions":
        """The questions that one of them answers."""
        sections = tuple(section for section in self.sections if section.asked == who)
        ids = {section.id for section in sections}
        initiative = {name: question for name, question in self.initiative.items() if question.section in ids}
        groups = {name: group for name, group in self.groups.items() if name in initiative}
        return self.model_copy(update={"sections": sections, "initiative": initiative, "groups": groups})

    def about(self, group: str) -> "Questions":
        """The questions about one group alone."""
        sections = tuple(one for one in self.sections if one.id == self.initiative[group].section)
        only = {"initiative": {group: self.initiative[group]}, "groups": {group: self.groups[group]}}
        return self.model_copy(update={"sections": sections, **only})

    def all(self) -> Iterator[Question]:
        """Every question, those about items after their group."""
        for question in self.initiative.values():
            yield question
            if question.id in self.groups:
                yield from self.groups[question.id].fields.values()

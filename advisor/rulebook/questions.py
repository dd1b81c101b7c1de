"""From question files to the questions of a rulebook."""

from collections.abc import Iterable

from advisor.documents import DataPath
from advisor.model.question import (
    AnswerType,
    Group,
    Option,
    Question,
    QuestionEntry,
    Questions,
    Section,
    SectionEntry,
)
from advisor.rulebook.conditions import FINDINGS, OPERATORS, ConditionReader
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.vocabulary import Standpoint, Vocabulary
from advisor.logic.conditions import PARTS

RESERVED_OPTIONS = ("unknown", "withheld", "contested")
RESERVED_QUESTIONS = (*OPERATORS, "where", "at_least", "at_most", "id", PARTS, FINDINGS)
YES_NO = {"yes": Option(label={"en": "Yes"}), "no": Option(label={"en": "No"})}

SectionFile = tuple[SectionEntry, FaultCollector]


def read_questions(files: Iterable[SectionFile]) -> Questions:
    """The questions of all sections, with what is wrong noted in each file's collector."""
    builder = _QuestionsBuilder()
    for section, faults in files:
        builder.add_section(section, faults)
    builder.check_items()
    return Questions(sections=tuple(builder.sections), initiative=builder.initiative, groups=builder.groups)


def read_ask_when(questions: Questions, files: Iterable[SectionFile], vocabulary: Vocabulary) -> Questions:
    """The same questions with their `ask_when` conditions, which may speak of any question."""
    initiative = dict(questions.initiative)
    groups = dict(questions.groups)
    for section, faults in files:
        reader = ConditionReader(vocabulary, faults)
        for name, entry in section.questions.items():
            path = ("questions", name)
            if entry.ask_when is not None:
                asked = reader.read(entry.ask_when, (*path, "ask_when"), Standpoint(home=""))
                initiative[name] = initiative[name].model_copy(update={"ask_when": asked})
            conditional = {f: e for f, e in entry.fields.items() if e.ask_when is not None}
            if not conditional:
                continue
            fields = dict(groups[name].fields)
            for field, inner in conditional.items():
                at = Standpoint(home="", each=name)
                asked = reader.read(inner.ask_when, (*path, "fields", field, "ask_when"), at)
                fields[field] = fields[field].model_copy(update={"ask_when": asked})
            groups[name] = groups[name].model_copy(update={"fields": fields})
    return Questions(sections=questions.sections, initiative=initiative, groups=groups)


class _QuestionsBuilder:
    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.initiative: dict[str, Question] = {}
        self.groups: dict[str, Group] = {}
        self._item_questions: list[tuple[Question, DataPath, FaultCollector]] = []

    def add_section(self, section: SectionEntry, faults: FaultCollector) -> None:
        if any(known.id == section.section for known in self.sections):
            faults.add(("section",), "R02", f'There is another section "{section.section}".')
        self.sections.append(Section(id=section.section, title=section.title))
        for name, entry in section.questions.items():
            path: DataPath = ("questions", name)
            if name in self.initiative:
                faults.add_key(path, "R02", f'There is another question "{name}".')
                continue
            self.initiative[name] = self._question(name, entry, section.section, None, path, faults)
            if entry.type is AnswerType.GROUP:
                self._add_group(name, entry, section.section, path, faults)
            elif entry.fields or entry.item:
                faults.add_key((*path, "fields" if entry.fields else "item"), "R20", "Only a group has items and fields.")

    def _add_group(
        self, name: str, entry: QuestionEntry, section: str, path: DataPath, faults: FaultCollector
    ) -> None:
        if entry.item is None:
            faults.add_key(path, "F02", f'The group "{name}" needs "item": what one of them is called.')
        elif any(group.item == entry.item for group in self.groups.values()):
            faults.add((*path, "item"), "R02", f'The items of another group are called "{entry.item}" too.')
        fields: dict[str, Question] = {}
        for field, inner in entry.fields.items():
            field_path = (*path, "fields", field)
            if inner.type is AnswerType.GROUP:
                faults.add((*field_path, "type"), "R20", "A group cannot stand inside a group.")
            fields[field] = self._question(field, inner, section, name, field_path, faults)
        self.groups[name] = Group(id=name, item=entry.item or name, fields=fields)

    def _question(
        self, name: str, entry: QuestionEntry, section: str, group: str | None, path: DataPath, faults: FaultCollector
    ) -> Question:
        if name in RESERVED_QUESTIONS or "." in name:
            faults.add_key(path, "R19", f'"{name}" cannot be a question: the word has its own meaning in conditions.')
        question = Question(
            id=name if group is None else f"{group}.{name}",
            section=section,
            type=entry.type,
            prompt=entry.prompt,
            help=entry.help,
            label=entry.label or entry.prompt,
            options=self._options(entry, path, faults),
            core=entry.core,
            changeable=entry.changeable,
            sensitive=entry.sensitive,
            group=group,
            of=entry.of,
            ask_when=None,
        )
        if entry.type is AnswerType.ITEMS:
            self._item_questions.append((question, path, faults))
        elif entry.of is not None:
            faults.add_key((*path, "of"), "R20", 'Only a question of the type "items" has "of".')
        return question

    def _options(self, entry: QuestionEntry, path: DataPath, faults: FaultCollector) -> dict[str, Option]:
        inner = (*path, "options")
        for option in entry.options:
            if option in RESERVED_OPTIONS:
                faults.add_key(
                    (*inner, option), "R19", f'"{option}" cannot be an option: every question has that answer already.'
                )
        if entry.type is AnswerType.YES_NO:
            for option in entry.options:
                if option not in YES_NO:
                    faults.add_key((*inner, option), "R20", "A yes-no question has only the options yes and no.")
            return {**YES_NO, **entry.options}
        if entry.type in (AnswerType.CHOICE, AnswerType.CHOICES):
            if len(entry.options) < 2:
                faults.add_key(path, "F02", "A choice needs at least two options.")
        elif entry.options:
            faults.add_key(inner, "R20", f'A question of the type "{entry.type}" has no options.')
        return dict(entry.options)

    def check_items(self) -> None:
        for question, path, faults in self._item_questions:
            if question.of not in self.groups:
                faults.add_key(path, "R08", 'A question of the type "items" needs "of": the group to choose from.')

"""From question files to the questions of a rulebook."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.documents import DataPath
from advisor.logic.conditions import PARTS, Condition, questions_used
from advisor.model.clause import QuestionClauses
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
from advisor.rulebook.answer_tests import RESERVED_OPTIONS
from advisor.rulebook.clauses import check_clauses
from advisor.rulebook.conditions import FINDINGS, OPERATORS, ConditionReader
from advisor.rulebook.faults import FaultCollector
from advisor.rulebook.order import find_circles
from advisor.rulebook.vocabulary import Standpoint, Vocabulary
from advisor.text import expected_one_of, quoted

RESERVED_QUESTIONS = (*OPERATORS, "where", "at_least", "at_most", "id", PARTS, FINDINGS)
YES_NO = {"yes": Option(label={"en": "Yes"}), "no": Option(label={"en": "No"})}

_FEWEST_OPTIONS = 2
_NO_POINTS = 'Points stand between an item and a question about it, as in "side.trust".'

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
    asked: dict[str, _Asked] = {}
    for section, faults in files:
        reader = ConditionReader(vocabulary, faults)
        for name, entry in section.questions.items():
            path: DataPath = ("questions", name)
            _read_asked(asked, name, entry, path, reader, Standpoint(answers_only=True))
            for field, inner in entry.fields.items():
                at = Standpoint(each=name, answers_only=True)
                _read_asked(asked, f"{name}.{field}", inner, (*path, "fields", field), reader, at)
    _check_circles(asked)
    initiative = {name: _asked_when(question, asked) for name, question in questions.initiative.items()}
    groups = {name: _group_asked_when(group, asked) for name, group in questions.groups.items()}
    return questions.model_copy(update={"initiative": initiative, "groups": groups})


@dataclass(frozen=True)
class _Asked:
    """When a question is asked, and where that is written."""

    condition: Condition
    path: DataPath
    faults: FaultCollector


def _read_asked(
    asked: dict[str, _Asked], name: str, entry: QuestionEntry, path: DataPath, reader: ConditionReader, at: Standpoint
) -> None:
    if "ask_when" not in entry.model_fields_set:
        return
    here = (*path, "ask_when")
    condition = reader.read(entry.ask_when, here, at)
    if condition is not None:
        asked[name] = _Asked(condition, here, reader.faults)


def _check_circles(asked: Mapping[str, _Asked]) -> None:
    """Notes questions that are asked, or not, because of their own answers."""
    rests_on = {name: dict.fromkeys(sorted(questions_used(one.condition))) for name, one in asked.items()}
    for used in sorted({used for others in rests_on.values() for used in others if "." in used}):
        # What is asked about an item is asked only if the list of items is.
        rests_on.setdefault(used, {})[used.partition(".")[0]] = None
    for circle in find_circles(rests_on):
        first = next(name for name in circle if name in asked)
        turn = circle.index(first)
        chain = ", which depends on ".join(f'"{name}"' for name in [*circle[turn + 1 :], *circle[: turn + 1]])
        message = f'Whether "{first}" is asked depends on {chain}: this goes round in a circle.'
        asked[first].faults.add_key(asked[first].path, "R07", message)


def _asked_when(question: Question, asked: Mapping[str, _Asked]) -> Question:
    one = asked.get(question.id)
    return question if one is None else question.model_copy(update={"ask_when": one.condition})


def _group_asked_when(group: Group, asked: Mapping[str, _Asked]) -> Group:
    fields = {name: _asked_when(question, asked) for name, question in group.fields.items()}
    return group.model_copy(update={"fields": fields})


class _QuestionsBuilder:
    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.initiative: dict[str, Question] = {}
        self.groups: dict[str, Group] = {}
        self._item_questions: list[tuple[Question, DataPath, FaultCollector]] = []

    def add_section(self, section: SectionEntry, faults: FaultCollector) -> None:
        """Adds the questions of a file, but for when they are asked: that may hang on files still to come."""
        if any(known.id == section.section for known in self.sections):
            faults.add(("section",), "R02", f"There is another section {quoted(section.section)}.")
        self.sections.append(Section(id=section.section, title=section.title, asked=section.asked))
        for name, entry in section.questions.items():
            path: DataPath = ("questions", name)
            if name in self.initiative:
                section_id = self.initiative[name].section
                faults.add_key(path, "R02", f'There is another question "{name}", in the section "{section_id}".')
                continue
            self.initiative[name] = self._question(name, entry, section.section, None, path, faults)
            check_clauses(entry, None, path, faults)
            if entry.type is AnswerType.GROUP:
                self._add_group(name, entry, section.section, path, faults)
            else:
                _check_no_group(entry, path, faults)

    def _add_group(self, name: str, entry: QuestionEntry, section: str, path: DataPath, faults: FaultCollector) -> None:
        if entry.item is None:
            faults.add_key(path, "F02", f'The group "{name}" needs "item": what one of them is called.')
        elif others := [group.id for group in self.groups.values() if group.item == entry.item]:
            message = f'The items of the group "{others[0]}" are called "{entry.item}" too.'
            faults.add((*path, "item"), "R02", message)
        elif "." in entry.item:
            faults.add((*path, "item"), "R19", f'"{entry.item}" cannot be what items are called. {_NO_POINTS}')
        fields: dict[str, Question] = {}
        for field, inner in entry.fields.items():
            field_path = (*path, "fields", field)
            if inner.type is AnswerType.GROUP:
                faults.add((*field_path, "type"), "R20", "A group cannot stand inside a group.")
            else:
                _check_no_group(inner, field_path, faults)
            fields[field] = self._question(field, inner, section, name, field_path, faults)
            check_clauses(inner, entry.item or name, field_path, faults)
        self.groups[name] = Group(id=name, item=entry.item or name, fields=fields)

    def _question(
        self, name: str, entry: QuestionEntry, section: str, group: str | None, path: DataPath, faults: FaultCollector
    ) -> Question:
        if name in RESERVED_QUESTIONS:
            faults.add_key(path, "R19", f'"{name}" cannot be a question: the word has its own meaning in conditions.')
        if "." in name:
            faults.add_key(path, "R19", f'"{name}" cannot be a question. {_NO_POINTS}')
        question = Question(
            id=name if group is None else f"{group}.{name}",
            section=section,
            type=entry.type,
            prompt=entry.prompt,
            help=entry.help,
            label=entry.label or entry.prompt,
            options=self._options(entry, path, faults),
            core=entry.core,
            in_parts=entry.in_parts,
            changeable=entry.changeable,
            sensitive=entry.sensitive,
            all_listed=entry.all_listed,
            group=group,
            of=entry.of,
            ask_when=None,
            accepted=entry.accepted,
            **{field: getattr(entry, field) for field in QuestionClauses.model_fields},
            place=faults.document.key_place(path),
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
                    message = 'A question of the type "yes-no" has only the options yes and no.'
                    faults.add_key((*inner, option), "R20", message)
            return {**YES_NO, **entry.options}
        if entry.type in (AnswerType.CHOICE, AnswerType.CHOICES):
            if len(entry.options) < _FEWEST_OPTIONS:
                where = inner if entry.options else path
                faults.add_key(where, "F02", f'A question of the type "{entry.type}" needs at least two options.')
        elif entry.options:
            faults.add_key(inner, "R20", f'A question of the type "{entry.type}" has no options.')
        return dict(entry.options)

    def check_items(self) -> None:
        """Notes questions that let one choose from a group which is not there; for when all files are read."""
        for question, path, faults in self._item_questions:
            if question.of is None:
                message = 'A question of the type "items" needs "of": the group to choose from.'
                faults.add_key(path, "F02", message)
            elif question.of not in self.groups:
                hint = expected_one_of(question.of, self.groups)
                message = f'There is no group "{question.of}".{hint}'
                faults.add_missing("questions", [question.of], (*path, "of"), "R08", message)


def _check_no_group(entry: QuestionEntry, path: DataPath, faults: FaultCollector) -> None:
    for key in ("item", "fields"):
        if getattr(entry, key):
            faults.add_key((*path, key), "R20", f'Only a question of the type "group" has "{key}".')

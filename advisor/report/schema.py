"""JSON Schemas, so that an editor completes question ids and options while an expert types.

Made from the models and from the questions of a rulebook; kept in its folder `schema/`, which the tests hold fresh.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from advisor.initiative.answers import LISTED
from advisor.initiative.entry import InitiativeEntry, PartEntry
from advisor.logic.conditions import PARTS
from advisor.model.cases import CasesEntry, HeadlineEntry
from advisor.model.entry import ID_PATTERN, in_language
from advisor.model.finding import Kind, SchoolEntry, ThemeEntry
from advisor.model.glossary import GlossaryEntry
from advisor.model.language import LanguagesEntry
from advisor.model.manifest import RulebookEntry
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Group, Question, Questions, SectionEntry
from advisor.model.source import SourcesEntry, SystemsEntry, TableEntry
from advisor.report.assessment import Assessment
from advisor.report.change.results import OutlookReport
from advisor.report.reasons.result import WhyResult
from advisor.rulebook.conditions import FINDINGS, STATUS_WORDS
from advisor.rulebook.entries import NAMED_BY
from advisor.rulebook.rulebook import Rulebook

Schema = dict[str, Any]

_RULE_FILES: Mapping[str, type[BaseModel]] = {
    "rulebook": RulebookEntry,
    "sources": SourcesEntry,
    "systems": SystemsEntry,
    "questions": SectionEntry,
    "school": SchoolEntry,
    "theme": ThemeEntry,
    "table": TableEntry,
    "languages": LanguagesEntry,
    "glossary": GlossaryEntry,
}
_CONDITIONS = ("when", "not_when", "ask_when")
_CONDITION = {"$ref": "#/$defs/Condition"}
_TEXT: Schema = {"type": "string"}


def schemas(rulebook: Rulebook) -> dict[str, Schema]:
    """Every schema of a rulebook, by the name of its file."""
    made = {name: _rule_file(model, rulebook) for name, model in _RULE_FILES.items()}
    made["initiative"] = _initiative(rulebook.questions.asked_of("convener"))
    made["cases"] = _cases(rulebook, _initiative(rulebook.questions))
    made["assessment"] = Assessment.model_json_schema()
    made["why"] = WhyResult.model_json_schema()
    made["change"] = OutlookReport.model_json_schema()
    return made


def _rule_file(model: type[BaseModel], rulebook: Rulebook) -> Schema:
    schema = model.model_json_schema()
    for place in (schema, *schema.get("$defs", {}).values()):
        for name in _CONDITIONS:
            if name in place.get("properties", {}):
                described = place["properties"][name].get("description", "")
                place["properties"][name] = {"description": described, "allOf": [_CONDITION]}
    if "FindingEntry" in schema.get("$defs", {}) or "QuestionEntry" in schema.get("$defs", {}):
        schema["$defs"]["Condition"] = _condition(rulebook)
    if len(rulebook.layers) > 1 and model is not RulebookEntry:
        _leave_out(schema, model)
    return schema


def _leave_out(schema: Schema, model: type[BaseModel]) -> None:
    """Lets a file of a layer leave out what the file below it says, and a group all but its further questions."""
    schema["required"] = [name for name in schema["required"] if name == NAMED_BY.get(model)]
    schema.get("$defs", {}).get("QuestionEntry", {}).pop("required", None)


# Conditions


def _condition(rulebook: Rulebook) -> Schema:
    """One schema for all conditions: every question may stand in it, and so may every operator."""
    statuses = _one_or_more({"enum": list(STATUS_WORDS)})
    counted_by: Schema = {
        "kind": {"enum": list(Kind)},
        "school": {"enum": [school.id for school in rulebook.schools]},
        "track": {"type": ["string", "number"]},
        "umbrella": {"type": "boolean"},
        "is": statuses,
    }
    # A question may be called like something that findings are counted by; which is meant shows from where it stands.
    tests = _tests(rulebook)
    shared = {name: {"anyOf": [tests[name], counted_by[name]]} for name in tests.keys() & counted_by.keys()}
    return {
        "type": "object",
        "minProperties": 1,
        "properties": {**counted_by, **tests, **_operators(rulebook, statuses), **shared},
        "additionalProperties": False,
    }


def _operators(rulebook: Rulebook, statuses: Schema) -> Schema:
    listed = {"type": "array", "items": _CONDITION, "minItems": 1}
    groups = {"enum": [*rulebook.questions.groups, PARTS]}
    counted = {"enum": [*rulebook.questions.groups, PARTS, FINDINGS]}
    finding = {"anyOf": [{"enum": list(rulebook.findings)}, _TEXT]}
    return {
        "all": {**listed, "description": "Every one of these holds."},
        "any": {**listed, "description": "At least one of these holds."},
        "not": {**_CONDITION, "description": "This does not hold."},
        "finding": {**finding, "description": "Another finding is met."},
        "every": {**groups, "description": "All items of the list meet what stands under where."},
        "some": {**counted, "description": "At least one item meets what stands under where."},
        "no": {**counted, "description": "No item meets what stands under where."},
        "count": {**counted, "description": "So many items meet what stands under where."},
        "where": {**_CONDITION, "description": "What is asked of each item."},
        "at_least": {"type": "integer", "minimum": 0},
        "at_most": {"type": "integer", "minimum": 0},
        "status": {
            "description": "For readings: a finding has settled so.",
            "type": "object",
            "properties": {"finding": finding, "is": statuses},
        },
    }


def _tests(rulebook: Rulebook) -> Schema:
    """A property for each question, and for each question about an item under its own name and as `side.name`."""
    tests: dict[str, list[Schema]] = {}
    for question in rulebook.questions.all():
        if question.type in (AnswerType.GROUP, AnswerType.TEXT, AnswerType.DATE):
            continue
        tests.setdefault(question.name, []).append(_test(question))
        if question.group is not None:
            item = rulebook.questions.groups[question.group].item
            tests[f"{item}.{question.name}"] = [_test(question)]
    return {name: found[0] if len(found) == 1 else {"anyOf": found} for name, found in tests.items()}


def _test(question: Question) -> Schema:
    word = _one_or_more(_word(question))
    compared: Schema = {"shares": {}, "same_as": {}}
    described = {"description": in_language(question.prompt)}
    if question.type is AnswerType.NUMBER:
        bounds = {"at_least": {"type": "number"}, "at_most": {"type": "number"}}
        return {**described, "anyOf": [{"type": "number"}, {"type": "object", "properties": bounds}]}
    if question.type in LIST_TYPES:
        within = {"includes": word, "only": word, "shares": {}}
        return {**described, "type": "object", "properties": within, "additionalProperties": False}
    return {**described, "anyOf": [*word["anyOf"], {"type": "object", "properties": compared}]}


def _one_or_more(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "array", "items": schema, "minItems": 1}]}


def _word(question: Question) -> Schema:
    if question.type in CLOSED_TYPES:
        return {
            "enum": list(question.options),
            "enumDescriptions": [in_language(option.label) for option in question.options.values()],
        }
    return {"type": "number"} if question.type is AnswerType.NUMBER else _TEXT


# Initiatives


def _initiative(asked: Questions) -> Schema:
    schema = InitiativeEntry.model_json_schema(by_alias=True)
    part = PartEntry.model_json_schema(by_alias=True)
    answers: Schema = {
        "type": "object",
        "description": "Answers by the id of the question.",
        "properties": {q.id: answers_to(q, asked) for q in asked.initiative.values()},
        "additionalProperties": False,
    }
    schema["$defs"] |= {"Answers": answers, **words_of(asked)}
    schema["properties"]["answers"] = {"$ref": "#/$defs/Answers"}
    part["properties"]["answers"] = {"$ref": "#/$defs/Answers"}
    schema["$defs"]["Part"] = part
    listed = {"type": "array", "items": {"$ref": "#/$defs/Part"}}
    only, more = (
        {"type": "object", "properties": {key: listed}, "required": [key], "additionalProperties": False}
        for key in LISTED
    )
    schema["properties"]["parts"] = {
        "description": "Its phases and strands.",
        "anyOf": [listed, only, more, {"type": "null"}],
    }
    for date in ("from", "until"):
        part["properties"][date]["anyOf"].append({"type": "integer"})
    return schema


def _cases(rulebook: Rulebook, initiative: Schema) -> Schema:
    schema = CasesEntry.model_json_schema()
    case = schema["$defs"]["CaseEntry"]["properties"]
    schema["$defs"] |= initiative["$defs"]
    schema["properties"]["answers"] = case["answers"] = {"$ref": "#/$defs/Answers"}
    case["parts"] = initiative["properties"]["parts"]
    names = [*rulebook.findings, *(finding.partition("/")[2] for finding in rulebook.findings)]
    statuses: Schema = {"enum": list(STATUS_WORDS)}
    schema["$defs"]["Settles"] = {"anyOf": [statuses, {"type": "object", "additionalProperties": statuses}]}
    settles: Schema = {"$ref": "#/$defs/Settles"}
    expected = {"headline": HeadlineEntry.model_json_schema(), **dict.fromkeys(names, settles)}
    case["expect"] = {**case["expect"], "properties": expected, "additionalProperties": False}
    return schema


def words_of(questions: Questions) -> dict[str, Schema]:
    """What each answer is made of, to be named wherever an answer stands."""
    return {q.id: _word(q) for q in questions.all() if q.type is not AnswerType.GROUP}


def answers_to(question: Question, questions: Questions) -> Schema:
    """What may stand in answer to a question about the initiative."""
    described = in_language(question.prompt)
    if question.type is AnswerType.GROUP:
        return _open_or_closed(_item(questions.groups[question.id]), described)
    return _answer(question, described)


def _item(group: Group) -> Schema:
    return {
        "type": "object",
        "properties": {"id": {"type": "string", "pattern": ID_PATTERN}, **answers_about(group)},
        "required": ["id"],
        "additionalProperties": False,
    }


def answers_about(group: Group) -> dict[str, Schema]:
    """What may stand in answer to the questions about an item."""
    return {name: _answer(question, in_language(question.prompt)) for name, question in group.fields.items()}


def _open_or_closed(item: Schema, described: str) -> Schema:
    listed = {"type": "array", "items": item}
    closed = {"type": "object", "properties": {"only": listed, "includes": listed, "note": _TEXT}}
    return {"description": described, "anyOf": [listed, closed, {"enum": ["unknown"]}, {"type": "null"}]}


def _answer(question: Question, described: str) -> Schema:
    """The forms of an answer; its words are defined once, since an answer names them in several places."""
    word: Schema = {"$ref": f"#/$defs/{question.id}"}
    unknown: Schema = {"enum": ["unknown", "withheld"]}
    if question.type in LIST_TYPES:
        value: Schema = {"type": "array", "items": word}
        held: Schema = {"only": value, "includes": value, "excludes": value}
        is_: Schema = unknown
    else:
        value, held = word, {"is": word}
        is_ = {"anyOf": [word, unknown]}
    disputed = {"type": "object", "properties": {**held, "by": _TEXT}, "additionalProperties": False}
    contested = {"type": "array", "items": disputed, "minItems": 2}
    detailed = {**held, "is": is_, "contested": contested, "note": _TEXT}
    return {
        "description": described,
        "anyOf": [
            value,
            unknown,
            {"type": "object", "properties": detailed, "additionalProperties": False},
            {"type": "null"},
        ],
    }

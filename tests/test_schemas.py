"""The schemas that editors use are fresh, accept what the program accepts, and are named in every file."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from advisor.documents import read_document
from advisor.rulebook.bundled import bundled_rules
from advisor.schemas import as_file, schemas
from tests.bundled import bundled_rulebook
from tests.places import CASES, COMPOSED, INITIATIVES, ROOT, RULE_FILES

SCHEMAS = bundled_rules() / "schema"


def test_the_committed_schemas_are_those_of_the_rulebook() -> None:
    made = schemas(bundled_rulebook())
    assert {path.name: path.read_text() for path in SCHEMAS.iterdir()} == {n: as_file(s) for n, s in made.items()}


@pytest.mark.parametrize("path", [*RULE_FILES, *INITIATIVES, *COMPOSED, *CASES], ids=lambda p: p.stem)
def test_every_file_names_its_schema_and_satisfies_it(path: Path) -> None:
    named = path.read_text().splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    schema: dict[str, Any] = json.loads((path.parent / named).read_text())
    jsonschema.Draft7Validator(schema).validate(read_document(path).data)


def test_a_misspelt_option_fails_the_schema() -> None:
    schema = json.loads((SCHEMAS / "initiative.json").read_text())
    errors = list(jsonschema.Draft7Validator(schema).iter_errors({"initiative": "x", "answers": {"stage": "runing"}}))
    assert errors


def test_a_misspelt_question_in_a_condition_fails_the_schema() -> None:
    schema = json.loads((SCHEMAS / "school.json").read_text())
    path = bundled_rules() / "schools" / "2-mapendere.yaml"
    data = read_document(path, str(path.relative_to(ROOT))).data
    data["findings"]["parties-official"]["when"] = {"every": "sides", "where": {"capasity": {"includes": "mandated"}}}
    assert list(jsonschema.Draft7Validator(schema).iter_errors(data))

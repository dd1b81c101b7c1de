"""All JSON Schemas of a rulebook, as they stand in its folder `schema/`."""

import json
from pathlib import Path

from advisor.comparison.results import Comparison
from advisor.funders.schema import schemas as of_funders
from advisor.report.schema import Schema
from advisor.report.schema import schemas as of_conveners
from advisor.rulebook.rulebook import Rulebook


def schemas(rulebook: Rulebook) -> dict[str, Schema]:
    """Every schema, by the name of its file."""
    made = {**of_conveners(rulebook), **of_funders(rulebook), "comparison": Comparison.model_json_schema()}
    return {f"{name}.json": {"$schema": "http://json-schema.org/draft-07/schema#", **s} for name, s in made.items()}


def write_schemas(rulebook: Rulebook, folder: Path) -> None:
    """Writes the schemas into a folder."""
    folder.mkdir(exist_ok=True)
    for name, schema in schemas(rulebook).items():
        (folder / name).write_text(as_file(schema), encoding="utf-8")


def as_file(schema: Schema) -> str:
    """A schema as its file holds it: on one line, since nobody reads it and every change would be long otherwise."""
    return json.dumps(schema, separators=(",", ":"), ensure_ascii=False) + "\n"

"""JSON Schemas of what those who pay write and get: claims files, funder profiles, and what is said of them."""

from advisor.funders.files import ClaimsEntry, ProfileEntry
from advisor.funders.results import Expected
from advisor.model.finding import CLAIMS, FUNDERS
from advisor.report.schema import Schema, answers_about, answers_to, words_of
from advisor.rulebook.rulebook import Rulebook


def schemas(rulebook: Rulebook) -> dict[str, Schema]:
    """Those that the questions of a rulebook allow, by the name of the file."""
    made: dict[str, Schema] = {"expected": Expected.model_json_schema()}
    asked = rulebook.questions.asked_of("funder")
    words = words_of(asked)
    if CLAIMS in asked.groups:
        claims = ClaimsEntry.model_json_schema()
        claims["properties"][CLAIMS] = answers_to(asked.initiative[CLAIMS], asked)
        made["claims"] = {**claims, "$defs": words}
    if FUNDERS in asked.groups:
        funder = ProfileEntry.model_json_schema()
        fields = {name: answer for name, answer in answers_about(asked.groups[FUNDERS]).items() if name != "name"}
        funder["properties"]["answers"] = {"type": "object", "properties": fields, "additionalProperties": False}
        made["funder"] = {**funder, "$defs": words}
    return made

"""The forms in which judgements can be handed on: the command line and the screen write the same, to the letter."""

from collections.abc import Mapping

from advisor.funders.plain import as_text
from advisor.funders.results import Expected
from advisor.report.forms import Form, as_json

FORMS: Mapping[str, Form[Expected]] = {
    "text": Form("", ".txt", lambda told: as_text(told, with_reasons=False)),
    "reasons": Form("--reasons", "-reasons.txt", lambda told: as_text(told, with_reasons=True)),
    "json": Form("--json", ".json", as_json),
}
"""By a name that does not change."""

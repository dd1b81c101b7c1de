"""The forms in which a comparison can be handed on."""

from collections.abc import Mapping

from advisor.comparison.plain import as_text
from advisor.comparison.results import Comparison
from advisor.report.forms import Form, as_json

FORMS: Mapping[str, Form[Comparison]] = {"text": Form("", ".txt", as_text), "json": Form("--json", ".json", as_json)}
"""By a name that does not change."""

"""For whom a call writes; whoever writes for others is reminded of what could harm somebody."""

import argparse
import sys
from typing import TYPE_CHECKING

from advisor.cli.parsing import AUDIENCES, Parser
from advisor.messages import calls as messages
from advisor.text import visible

if TYPE_CHECKING:
    from advisor.engine.run import Engine
    from advisor.initiative.initiative import Initiative
    from advisor.report.assessment import Assessment
    from advisor.report.audience import Audience


def add_audience(parser: Parser) -> None:
    """Adds the option."""
    parser.add_argument("--audience", choices=AUDIENCES, default=AUDIENCES[0], help=messages.AUDIENCE)


def assessed_for(
    call: argparse.Namespace, engine: "Engine", initiative: "Initiative", audience: "Audience"
) -> "Assessment":
    """The assessment for an audience, with a reminder on stderr where it is for others."""
    from advisor.report.assess import assess

    return passed_on(call, engine, initiative, audience, assess(engine, initiative, call.language))


def passed_on(
    call: argparse.Namespace,
    engine: "Engine",
    initiative: "Initiative",
    audience: "Audience",
    for_team: "Assessment",
) -> "Assessment":
    """The same where the team's own assessment has been made already."""
    from advisor.report.assess import assess_for
    from advisor.report.audience import Audience
    from advisor.settings import receipt_key

    if audience is Audience.TEAM:
        return for_team
    remind(for_team)
    return assess_for(engine, initiative, audience, call.language, receipt_key())


def remind(assessment: "Assessment") -> None:
    """Says what the team knows that should stop it, and that others are not told."""
    stops = [stop.says for view in (assessment, *assessment.parts) for stop in view.stops]
    for says in dict.fromkeys(stops):
        print(visible(messages.BEFORE_OTHERS.format(stop=says)), file=sys.stderr)

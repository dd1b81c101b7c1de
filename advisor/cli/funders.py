"""The command for those who pay: `advisor expect`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.calls import existing, rulebook_of
from advisor.cli.audience import add_audience, assessed_for
from advisor.cli.parsing import DONE, Parser, command

if TYPE_CHECKING:
    from advisor.cli.parsing import Commands
    from advisor.engine.run import Engine
    from advisor.funders.results import Expected
    from advisor.initiative.initiative import Initiative
    from advisor.report.assessment import Assessment


def add_command(commands: "Commands") -> None:
    """Adds it."""
    about = "say what can be expected, and hold what is promised or demanded against it"
    expect = command(commands, "expect", _expect, about, translated=True)
    expect.add_argument("file", type=Path, metavar="FILE", help="an initiative file")
    add_files(expect)
    add_audience(expect)
    expect.add_argument("--json", action="store_true", help="for programs; schema in rules/schema/expected.json")
    expect.add_argument("--reasons", action="store_true", help="also the proofs, down to the answers, and the ids")


def add_files(parser: Parser) -> None:
    """Adds the options that name what is promised and what is expected."""
    parser.add_argument("--claims", type=Path, metavar="CLAIMS", help="a file with what a proposal promises")
    about = "a file with what a funder expects; can be given several times"
    parser.add_argument("--funder", type=Path, action="append", default=[], metavar="PROFILE", help=about)


def expected_by(
    call: argparse.Namespace, engine: "Engine", initiative: "Initiative", about: "Assessment"
) -> "Expected | None":
    """What is said of the files that a call names; None where it names none.

    Raises:
        AdvisorError: with every fault in them.
    """
    from advisor.funders.files import read_claims, read_profiles
    from advisor.funders.judged import expected

    if call.claims is None and not call.funder:
        return None
    questions = engine.rulebook.questions
    proposal = None if call.claims is None else read_claims(existing(call.claims), questions, initiative)
    funders = read_profiles(list(map(existing, call.funder)), questions, initiative) if call.funder else None
    return expected(engine, initiative, about, proposal, funders, call.language)


def _expect(call: argparse.Namespace) -> int:
    from advisor.engine.run import Engine
    from advisor.funders.forms import FORMS
    from advisor.funders.judged import expected
    from advisor.funders.plain import expectations_as_text
    from advisor.initiative.reader import read_initiative
    from advisor.report.audience import Audience

    engine, audience = Engine(rulebook_of(call)), Audience(call.audience)
    initiative = read_initiative(existing(call.file), engine.rulebook.questions)
    assessment = assessed_for(call, engine, initiative, audience)
    told = expected_by(call, engine, initiative, assessment)
    if call.json:
        told = told or expected(engine, initiative, assessment, language=call.language)
        print(FORMS["json"].written(told), end="")
    elif told is None:
        print(expectations_as_text(assessment, with_reasons=call.reasons), end="")
    else:
        print(FORMS["reasons" if call.reasons else "text"].written(told), end="")
    return DONE

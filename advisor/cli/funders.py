"""The command for those who pay: `advisor expect`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.calls import existing, rulebook_of
from advisor.cli.parsing import AUDIENCES, DONE, command
from advisor.messages import calls as messages

if TYPE_CHECKING:
    from advisor.cli.parsing import Commands


def add_command(commands: "Commands") -> None:
    """Adds it."""
    about = "say what can be expected, and hold what is promised or demanded against it"
    expect = command(commands, "expect", _expect, about, translated=True)
    expect.add_argument("file", type=Path, metavar="FILE", help="an initiative file")
    expect.add_argument("--claims", type=Path, metavar="CLAIMS", help="a file with what a proposal promises")
    about = "a file with what a funder expects; can be given several times"
    expect.add_argument("--funder", type=Path, action="append", default=[], metavar="PROFILE", help=about)
    expect.add_argument("--audience", choices=AUDIENCES, default=AUDIENCES[0], help=messages.AUDIENCE)
    expect.add_argument("--json", action="store_true", help="for programs; schema in rules/schema/expected.json")
    expect.add_argument("--reasons", action="store_true", help="also the proofs, down to the answers, and the ids")


def _expect(call: argparse.Namespace) -> int:
    from advisor.engine.run import Engine
    from advisor.funders.files import read_claims, read_profiles
    from advisor.funders.forms import FORMS
    from advisor.funders.judged import expected
    from advisor.funders.plain import expectations_as_text
    from advisor.initiative.reader import read_initiative
    from advisor.report.assess import assess_for
    from advisor.report.assessment import Audience
    from advisor.settings import receipt_key

    rulebook = rulebook_of(call)
    initiative = read_initiative(existing(call.file), rulebook.questions)
    proposal = None if call.claims is None else read_claims(existing(call.claims), rulebook.questions, initiative)
    funders = None
    if call.funder:
        funders = read_profiles(list(map(existing, call.funder)), rulebook.questions, initiative)
    engine = Engine(rulebook)
    audience = Audience(call.audience)
    key = b"" if audience is Audience.TEAM else receipt_key()
    assessment = assess_for(engine, initiative, audience, call.language, key)
    if proposal is None and funders is None and not call.json:
        print(expectations_as_text(assessment, with_reasons=call.reasons), end="")
        return DONE
    told = expected(engine, initiative, assessment, proposal, funders, call.language)
    if call.json:
        print(FORMS["json"].written(told), end="")
    else:
        print(FORMS["reasons" if call.reasons else "text"].written(told), end="")
    return DONE

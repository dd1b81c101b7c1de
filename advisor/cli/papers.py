"""`advisor report`: documents that can be sent."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.calls import existing, rulebook_of
from advisor.cli.audience import assessed_for
from advisor.cli.funders import add_files, expected_by
from advisor.cli.parsing import AUDIENCES, DONE, command
from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import papers as messages
from advisor.text import visible

if TYPE_CHECKING:
    from advisor.cli.parsing import Commands

_KINDS = tuple(messages.KINDS)
_OF_PROMISES = "expectations"
"""The paper that tells of promises."""


def add_command(commands: "Commands") -> None:
    """Adds the command."""
    about = (
        "write a paper that can be sent: a memo, terms of reference, a staffing plan, an expectation sheet, a briefing"
    )
    report = command(commands, "report", _report, about, translated=True)
    report.add_argument("file", type=Path, metavar="FILE", help="an initiative file")
    report.add_argument("--paper", choices=_KINDS, default=_KINDS[0], help=messages.OF_WHAT)
    add_files(report)
    report.add_argument("-o", "--out", type=Path, required=True, metavar="OUT", help=messages.OUT)
    report.add_argument("--audience", choices=AUDIENCES, help=messages.FOR_WHOM)
    report.add_argument("--template", type=Path, metavar="DOCX", help=messages.TEMPLATE)
    report.add_argument("--overwrite", action="store_true", help=messages.OVERWRITE)


def _report(call: argparse.Namespace) -> int:
    from advisor.engine.run import Engine
    from advisor.initiative.reader import read_initiative
    from advisor.papers.build import build, usual_audience
    from advisor.papers.formats import writer_for
    from advisor.report.audience import Audience

    template = None if call.template is None else existing(call.template)
    written = writer_for(call.out, template)
    if call.paper != _OF_PROMISES and (call.claims or call.funder):
        raise AdvisorError([Fault(Place("advisor"), "P06", messages.NO_PROMISES_HERE)])
    audience = usual_audience(call.paper) if call.audience is None else Audience(call.audience)
    engine = Engine(rulebook_of(call))
    initiative = read_initiative(existing(call.file), engine.rulebook.questions)
    assessment = assessed_for(call, engine, initiative, audience)
    paper = build(assessment, call.paper, expected_by(call, engine, initiative, assessment))
    _keep(call.out, written(paper, template), overwrite=call.overwrite)
    print(
        visible(messages.WRITTEN.format(paper=paper.subtitle, out=call.out, for_whom=paper.for_whom)), file=sys.stderr
    )
    return DONE


def _keep(out: Path, data: bytes, *, overwrite: bool) -> None:
    """Writes the file, unless that would take away one that somebody may have worked on."""
    from advisor.store import disk

    with disk.told(out, messages.NOT_KEPT):
        before = disk.content(out)
        if before not in (None, data) and not overwrite:
            raise AdvisorError([Fault(Place(str(out)), "P05", messages.IS_THERE)])
        disk.replace(out, data)

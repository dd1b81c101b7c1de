"""The commands that work on the rulebook: `advisor rules …`."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from advisor.calls import rulebook_of, rules_of
from advisor.cli.parsing import DONE, NO, Parser, command
from advisor.errors import AdvisorError
from advisor.text import visible

if TYPE_CHECKING:
    from advisor.cli.parsing import Commands


def add_commands(commands: "Commands") -> None:
    """Adds them all."""
    rules = commands.add_parser("rules", help="work on the rulebook", allow_abbrev=False)
    on_rules = rules.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    check = command(on_rules, "check", _check_rules, "find what is wrong in the rule files, and what may not be meant")
    check.add_argument("--quick", action="store_true", help="only what is wrong, not what follows from all answers")
    check.add_argument("--strict", action="store_true", help="leave with 1 for what may not be meant, too")
    command(on_rules, "export", _export_rules, "print the flat positive program that the rules compile to, as JSON")
    about = "tell in plain English what one thing in the rulebook says"
    show = command(on_rules, "show", _show, about, translated=True)
    show.add_argument("id", metavar="ID", help="a finding (school/name), question, source, term, school or theme")
    command(on_rules, "schema", _write_schemas, "write the schemas that let an editor complete ids and options")


def _export_rules(call: argparse.Namespace) -> int:
    from advisor.engine.compiler import compile_rulebook
    from advisor.rulebook.loader import load_rulebook

    program = compile_rulebook(load_rulebook(rules_of(call)))
    print(json.dumps(program.export(), ensure_ascii=False, indent=1))
    return DONE


def _show(call: argparse.Namespace) -> int:
    from advisor.report.rulebook.lookup import RulebookPages
    from advisor.report.rulebook.plain import as_text

    pages = RulebookPages(rulebook_of(call), call.language)
    print(as_text(map(pages.page, pages.called(call.id))), end="")
    return DONE


def _write_schemas(call: argparse.Namespace) -> int:
    from advisor.report.schema import write_schemas
    from advisor.rulebook.loader import load_rulebook

    folder = rules_of(call)
    write_schemas(load_rulebook(folder), folder / "schema")
    return DONE


def _check_rules(call: argparse.Namespace) -> int:
    from advisor.rulebook.loader import load_rulebook

    folder = rules_of(call)
    try:
        rulebook = load_rulebook(folder, thoroughly=True)
    except AdvisorError as error:
        for fault in error.faults:
            print(fault)
        return NO
    if call.quick:
        return DONE
    from advisor.workshop.checks.check import check, summary

    notes = check(rulebook, folder)
    for note in notes:
        print(visible(str(note)))
    if notes:
        print(summary(notes), file=sys.stderr)
    return NO if notes and call.strict else DONE

"""The commands that work on the rulebook: `advisor rules …`."""

import argparse
import json
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.calls import chosen_by, existing, rulebook_of, rules_of
from advisor.cli.parsing import DONE, NO, Parser, command
from advisor.errors import AdvisorError
from advisor.text import visible

if TYPE_CHECKING:
    from advisor.cli.parsing import Commands


def add_commands(commands: "Commands") -> None:
    """Adds them all."""
    rules = commands.add_parser("rules", help="work on the rulebook", allow_abbrev=False)
    on_rules = rules.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    init = command(on_rules, "init", _init_rules, "begin with rules of your own, on top of those that come along")
    init.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, or is empty")
    init.add_argument("--copy", action="store_true", help="a copy of all rules, instead of a layer on top of them")
    use = command(on_rules, "use", _use_rules, "choose the rules that are used where a call names none")
    use.add_argument("folder", metavar="DIR", help="the folder of a rulebook, or bundled for the one that comes along")
    command(on_rules, "where", _where, "tell which rules are in use, layer by layer, and who has chosen them")
    new = command(on_rules, "new", _new, "put a skeleton of something new into the right file of your rules")
    new.add_argument("sort", choices=("finding", "question", "source", "school"), help="what it is")
    new.add_argument("id", metavar="ID", help="of a finding school/name; of a question about items group.name")
    new.add_argument("--in", dest="file", type=Path, metavar="FILE", help="a file of your rules, if not the usual one")
    new.add_argument("--kind", metavar="KIND", help="what a finding is for, or the type of a question's answer")
    new.add_argument("--source", metavar="ID", help="of a school: whose definition it is; made if left out")
    check = command(on_rules, "check", _check_rules, "find what is wrong in the rule files, and what may not be meant")
    check.add_argument("--quick", action="store_true", help="only what is wrong, not what follows from all answers")
    check.add_argument("--strict", action="store_true", help="leave with 1 for what may not be meant, too")
    command(on_rules, "export", _export_rules, "print the flat positive program that the rules compile to, as JSON")
    about = "tell in plain English what one thing in the rulebook says"
    show = command(on_rules, "show", _show, about, translated=True)
    about = "a finding (school/name), question, source, term, school or theme; or words that stand in what one says"
    show.add_argument("id", nargs="+", metavar="ID", help=about)
    _add_comparing(on_rules)
    command(on_rules, "schema", _write_schemas, "write the schemas that let an editor complete ids and options")


def _init_rules(call: argparse.Namespace) -> int:
    from advisor.messages import skeletons as messages
    from advisor.workshop.starting import begin

    begin(call.folder, copy=call.copy)
    print((messages.COPIED if call.copy else messages.BEGUN).format(folder=call.folder))
    print(messages.NEXT.format(word=shlex.quote(str(call.folder))))
    return DONE


def _use_rules(call: argparse.Namespace) -> int:
    from advisor.messages import skeletons as messages
    from advisor.rulebook.bundled import BUNDLED
    from advisor.rulebook.layers import read_layers
    from advisor.settings import use_rules

    if call.folder == BUNDLED:
        use_rules(BUNDLED)
        print(messages.BUNDLED_IN_USE)
    else:
        call.rules = call.folder
        folder = rules_of(call).resolve()
        read_layers(folder)
        use_rules(str(folder))
        print(messages.IN_USE.format(folder=folder))
    return DONE


def _where(call: argparse.Namespace) -> int:
    from advisor.workshop.where import as_text

    print(as_text(rules_of(call), chosen_by(call)), end="")
    return DONE


def _new(call: argparse.Namespace) -> int:
    from advisor.messages import skeletons as messages
    from advisor.workshop.adding import Wanted, add

    for one in add(rules_of(call), call.sort, Wanted(call.id, call.kind, call.file, call.source)):
        print(messages.ADDED.format(file=one.file, line=one.line, what=one.what, id=one.id))
    return DONE


def _add_comparing(on_rules: "Commands") -> None:
    """The commands that hold the rules against what is expected of them, and against another state of them."""
    test = command(on_rules, "test", _test_rules, "hold cases that experts wrote against the rules")
    about = "files of cases; all of the rulebook if left out"
    test.add_argument("files", nargs="*", type=Path, metavar="FILE", help=about)
    test.add_argument("--coverage", action="store_true", help="also which rules no case and no example shows")
    test.add_argument("--json", action="store_true", help="for programs: one JSON object")
    diff = command(on_rules, "diff", _diff_rules, "tell what changed in meaning between two states of the rules")
    diff.add_argument(
        "old", metavar="OLD", help="a folder, bundled, or git:REVISION of the repository that holds the rules"
    )
    diff.add_argument("new", metavar="NEW", nargs="?", help="the same; the rules in use if left out")
    diff.add_argument("--on", nargs="+", type=Path, metavar="FILE", help="judge these initiatives, not the examples")
    diff.add_argument("--json", action="store_true", help="for programs: one JSON object")


def _test_rules(call: argparse.Namespace) -> int:
    from advisor.workshop.cases.command import run_cases
    from advisor.workshop.cases.plain import as_text

    result = run_cases(rules_of(call), [existing(path) for path in call.files], with_coverage=call.coverage)
    print(result.model_dump_json(indent=2) + "\n" if call.json else as_text(result), end="")
    return NO if result.failed or (result.below is not None and result.below.failed) else DONE


def _diff_rules(call: argparse.Namespace) -> int:
    from advisor.workshop.diff.command import compared
    from advisor.workshop.diff.plain import as_text

    rules = rules_of(call)
    result = compared(call.old, call.new or str(rules), rules, [existing(path) for path in call.on or []])
    print(result.model_dump_json(indent=2) + "\n" if call.json else as_text(result), end="")
    return DONE


def _export_rules(call: argparse.Namespace) -> int:
    from advisor.engine.compiler import compile_rulebook
    from advisor.rulebook.loader import load_rulebook

    program = compile_rulebook(load_rulebook(rules_of(call)))
    print(json.dumps(program.export(), ensure_ascii=False, indent=1))
    return DONE


def _show(call: argparse.Namespace) -> int:
    from advisor.report.rulebook.lookup import RulebookPages
    from advisor.report.rulebook.plain import as_text, hits_as_text
    from advisor.report.rulebook.search import search

    pages, wanted = RulebookPages(rulebook_of(call), call.language), " ".join(call.id)
    hits = () if pages.is_called(wanted) else search(pages.rulebook, wanted, call.language)
    if hits:
        print(hits_as_text(wanted, hits), end="")
        return NO
    print(as_text(map(pages.page, pages.called(wanted))), end="")
    return DONE


def _write_schemas(call: argparse.Namespace) -> int:
    from advisor.rulebook.loader import load_rulebook
    from advisor.schemas import write_schemas

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
    from advisor.workshop.checks.outcome import outcome, quick_outcome

    if call.quick:
        print(visible(quick_outcome(rulebook)), file=sys.stderr)
        return DONE
    from advisor.workshop.checks.check import check

    notes = check(rulebook)
    for note in notes:
        print(visible(str(note)))
    print(visible(outcome(rulebook, notes)), file=sys.stderr)
    return NO if notes and call.strict else DONE

"""The command line. stdout is data, stderr is talk; it leaves with 0 done, 1 the answer is no, 2 something is wrong."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from advisor.calls import ENGLISH, existing, rulebook_of, rules_of
from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import calls as messages
from advisor.text import visible

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction["_Parser"]  # noqa: SLF001 -- there is no other name for it

DONE, NO, WRONG = 0, 1, 2
ENOUGH_FOR_A_BAR = 10


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a call the way the rest of the program does."""

    def error(self, message: str) -> NoReturn:
        """Raises what argparse would print and exit with."""
        raise AdvisorError([Fault(Place("advisor"), "C02", f"{message[0].upper()}{message[1:]}. Try advisor --help.")])


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code."""
    # pydantic would look through every installed package for plugins; we have none, and a start should be quick.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter gets its code, not a crash.
            stream.reconfigure(errors="backslashreplace")
    # Rules may build on one another further than Python's own bound for calls within calls allows.
    sys.setrecursionlimit(20_000)
    try:
        call = _parser().parse_args(arguments)
        code: int = call.run(call)
    except AdvisorError as error:
        return _tell(error.faults)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            # Whoever read our output has seen enough; the interpreter must not try to flush it again.
            sys.stdout = None
            return DONE
        return _tell([Fault(Place(str(error.filename or "advisor")), "C04", f"{error.strerror}.")])
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="advisor",
        description="What kind of peace initiative this is, by whose definition, and why.",
        allow_abbrev=False,
    )
    parser.add_argument("--rules", type=Path, metavar="DIR", help=messages.ANOTHER_RULEBOOK)
    parser.set_defaults(run=_open, language=ENGLISH)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    assess = _command(commands, "assess", _assess, "say what an initiative is, and why", translated=True)
    assess.add_argument("files", nargs="+", type=Path, metavar="FILE", help="an initiative file")
    assess.add_argument("--json", action="store_true", help="for programs: one JSON object a file")
    assess.add_argument("--front", action="store_true", help="only what matters most, on one screen")
    assess.add_argument("--reasons", action="store_true", help="also why each school says what it says, and ids")
    about = "ask about an initiative, question by question, and keep the answers in a file"
    ask = _command(commands, "ask", _ask, about, translated=True)
    ask.add_argument("file", type=Path, metavar="FILE", help="an initiative file; it is made if it is not there")
    ask.add_argument("--plain", action="store_true", help="as plain lines, for screen readers and plain terminals")
    about = "prove one finding: why it is so, why not, or what is missing"
    why = _command(commands, "why", _why, about, translated=True)
    why.add_argument("file", type=Path, metavar="FILE", help="an initiative file")
    why.add_argument("finding", metavar="ID", help="a finding: school/name, as an assessment shows it in [brackets]")
    why.add_argument("--part", metavar="PART", default="", help="in one phase or strand of the initiative")
    why.add_argument("--item", metavar="ITEM", help="for findings made for each side, mediator and so on")
    _add_reading(commands)
    return parser


def _add_reading(commands: "_Commands") -> None:
    """The commands that are about the rulebook and what comes with it."""
    about = "list the questions of an initiative file, with their answers"
    _command(commands, "questions", _questions, about, translated=True)
    about = "explain the terms of art in what the program says"
    glossary = _command(commands, "glossary", _glossary, about, translated=True)
    glossary.add_argument("term", nargs="*", metavar="TERM", help="a term, such as transfer; all of them if left out")
    names = _command(commands, "names", _names, "say which language or territory a word stands for")
    names.add_argument("words", nargs="+", metavar="WORD", help="a name or a code, such as Dari or YE")
    _command(commands, "sources", _sources, "list every source with the rules that rest on it, and what they carry")
    _command(commands, "examples", _examples, "list the real initiatives that come with the program")
    rules = commands.add_parser("rules", help="work on the rulebook", allow_abbrev=False)
    on_rules = rules.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)
    _command(on_rules, "check", _check_rules, "find what is wrong in the rule files")
    _command(on_rules, "export", _export_rules, "print the flat positive program that the rules compile to, as JSON")
    about = "tell in plain English what one thing in the rulebook says"
    show = _command(on_rules, "show", _show, about, translated=True)
    show.add_argument("id", metavar="ID", help="a finding (school/name), question, source, term, school or theme")
    test = _command(on_rules, "test", _test_rules, "hold cases that experts wrote against the rules")
    test.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="files of cases; all of the rulebook if left out"
    )
    test.add_argument("--coverage", action="store_true", help="also which rules no case and no example shows")
    test.add_argument("--json", action="store_true", help="for programs: one JSON object")
    diff = _command(on_rules, "diff", _diff_rules, "tell what changed in meaning between two states of the rules")
    diff.add_argument("old", metavar="OLD", help="a folder, or git:REVISION of the repository that holds the rules")
    diff.add_argument("new", metavar="NEW", nargs="?", help="the same; the rules in use if left out")
    diff.add_argument("--on", nargs="+", type=Path, metavar="FILE", help="judge these initiatives, not the examples")
    diff.add_argument("--json", action="store_true", help="for programs: one JSON object")
    _command(on_rules, "schema", _write_schemas, "write the schemas that let an editor complete ids and options")


def _command(commands: "_Commands", name: str, run: object, about: str, *, translated: bool = False) -> _Parser:
    command = commands.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.", allow_abbrev=False)
    command.add_argument("--rules", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=messages.ANOTHER_RULEBOOK)
    if translated:
        command.add_argument("--language", default=ENGLISH, metavar="CODE", help=messages.ANOTHER_LANGUAGE)
    command.set_defaults(run=run)
    return command


def _assess(call: argparse.Namespace) -> int:
    from advisor.engine.run import Engine
    from advisor.initiative.reader import read_initiative
    from advisor.report.assess import assess_and_check
    from advisor.report.forms import FORMS, as_json

    engine = Engine(rulebook_of(call))
    form = FORMS["json" if call.json else "front" if call.front else "reasons" if call.reasons else "text"]
    code = DONE
    for path in _with_progress(call.files):
        try:
            initiative = read_initiative(existing(path), engine.rulebook.questions)
        except AdvisorError as error:
            code = _tell(error.faults)
            continue
        assessment, faults = assess_and_check(engine, initiative, call.language)
        if faults:
            code = _tell(faults)
        if call.json and len(call.files) > 1:
            print(as_json(assessment, indent=None), end="")
        else:
            print(form.written(assessment), end="")
    return code


def _tell(faults: Iterable[Fault]) -> int:
    for fault in faults:
        print(visible(str(fault)), file=sys.stderr)
    return WRONG


def _with_progress(files: Sequence[Path]) -> Iterator[Path]:
    """The files one by one, with a progress bar where a person watches and it takes a while."""
    if len(files) < ENOUGH_FOR_A_BAR or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, "Assessing", console=Console(stderr=True))


def _open(call: argparse.Namespace) -> int:
    """Without a command: the screen, where there is a terminal that can show it."""
    if not _has_screen():
        raise AdvisorError([Fault(Place("advisor"), "C07", messages.NO_SCREEN)])
    return _on_screen(call, None)


def _ask(call: argparse.Namespace) -> int:
    if call.plain or not _has_screen():
        return _ask_in_lines(call)
    return _on_screen(call, call.file)


def _has_screen() -> bool:
    """Whether there is a terminal that can show a screen, and its user has not asked for plain lines."""
    dumb = os.environ.get("TERM", "") in ("", "dumb") or os.environ.get("ACCESSIBLE", "") not in ("", "0")
    return sys.stdin.isatty() and sys.stdout.isatty() and not dumb


def _on_screen(call: argparse.Namespace, path: Path | None) -> int:
    from advisor.tui.app import AdvisorApp

    if call.language != ENGLISH:
        # Whether there is such a language is told before the screen appears.
        rulebook_of(call)
    app = AdvisorApp(rules_of(call), path, call.language)
    app.run()
    return app.return_code or DONE


def _ask_in_lines(call: argparse.Namespace) -> int:
    from advisor.plain.session import interview
    from advisor.plain.talk import Talk

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    interview(call.file, rulebook_of(call), Talk(sys.stdin, sys.stdout), call.language)
    return DONE


def _why(call: argparse.Namespace) -> int:
    from advisor.engine.run import Engine
    from advisor.initiative.reader import read_initiative
    from advisor.report.why import explained

    engine = Engine(rulebook_of(call))
    initiative = read_initiative(existing(call.file), engine.rulebook.questions)
    print(explained(engine, initiative, call.finding, call.part, call.item, call.language), end="")
    return DONE


def _questions(call: argparse.Namespace) -> int:
    from advisor.report.questions import as_text

    print(as_text(rulebook_of(call).questions, call.language), end="")
    return DONE


def _glossary(call: argparse.Namespace) -> int:
    from advisor.report.glossary import as_text, is_known

    rulebook, wanted = rulebook_of(call), " ".join(call.term)
    print(as_text(rulebook, wanted, call.language), end="")
    return DONE if is_known(rulebook, wanted) else NO


def _names(call: argparse.Namespace) -> int:
    from advisor.report.names import as_text, is_known
    from advisor.rulebook.loader import load_rulebook

    questions = load_rulebook(rules_of(call)).questions
    print(as_text(call.words, questions), end="")
    return DONE if all(is_known(word, questions) for word in call.words) else NO


def _sources(call: argparse.Namespace) -> int:
    from advisor.report.sources import as_text
    from advisor.rulebook.loader import load_rulebook

    print(as_text(load_rulebook(rules_of(call))), end="")
    return DONE


def _examples(call: argparse.Namespace) -> int:
    from advisor.initiative.reader import read_initiative
    from advisor.rulebook.bundled import examples_of
    from advisor.rulebook.loader import load_rulebook

    folder = rules_of(call)
    questions = load_rulebook(folder).questions
    for path in examples_of(folder):
        initiative = read_initiative(path, questions)
        print(visible(f"{path}\n    {initiative.name}{f', {initiative.years}' if initiative.years else ''}"))
    return DONE


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


def _test_rules(call: argparse.Namespace) -> int:
    from advisor.workshop.cases.command import run_cases
    from advisor.workshop.cases.plain import as_text

    result = run_cases(rules_of(call), [existing(path) for path in call.files], with_coverage=call.coverage)
    print(result.model_dump_json(indent=2) + "\n" if call.json else as_text(result), end="")
    return NO if result.failed else DONE


def _diff_rules(call: argparse.Namespace) -> int:
    from advisor.workshop.diff.command import compared
    from advisor.workshop.diff.plain import as_text

    rules = rules_of(call)
    result = compared(call.old, call.new or str(rules), rules, [existing(path) for path in call.on or []])
    print(result.model_dump_json(indent=2) + "\n" if call.json else as_text(result), end="")
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
        load_rulebook(folder, thoroughly=True)
    except AdvisorError as error:
        for fault in error.faults:
            print(fault)
        return NO
    return DONE

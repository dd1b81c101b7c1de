"""The command line. stdout is data, stderr is talk; it leaves with 0 done, 1 the answer is no, 2 something is wrong."""

import argparse
import gc
import io
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.calls import ENGLISH, existing, rulebook_of, rules_of
from advisor.cli import change, compare, funders, papers, portfolio, rules
from advisor.cli.audience import add_audience, passed_on
from advisor.cli.parsing import DONE, NO, Parser, command, hint_at, tell
from advisor.cli.progress import with_progress
from advisor.errors import AdvisorError, Fault, Place
from advisor.messages import calls as messages
from advisor.text import visible

if TYPE_CHECKING:
    from advisor.cli.parsing import Commands

_FEW_CHANGES = 2
"""So many of a sort stand below why; `advisor change` has the others."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and returns its exit code."""
    # pydantic would look through every installed package for plugins; we have none, and a start should be quick.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter gets its code, not a crash.
            stream.reconfigure(errors="backslashreplace")
    # What a call makes it keeps to the end: looking for what nobody needs any more is a sixth of its time.
    gc.set_threshold(50_000)
    # Rules may build on one another further than Python's own bound for calls within calls allows.
    sys.setrecursionlimit(20_000)
    try:
        call = _parser().parse_args(arguments)
        code: int = call.run(call)
    except AdvisorError as error:
        return tell(error.faults)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            # Whoever read our output has seen enough; the interpreter must not try to flush it again.
            sys.stdout = None
            return DONE
        return tell([Fault(Place(str(error.filename or "advisor")), "C04", f"{error.strerror}.")])
    return code


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="advisor",
        description="What kind of peace initiative this is, by whose definition, and why.",
        allow_abbrev=False,
    )
    parser.add_argument("--rules", metavar="DIR", help=messages.ANOTHER_RULEBOOK)
    parser.set_defaults(run=_open, language=ENGLISH)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    assess = command(commands, "assess", _assess, "say what an initiative is, and why", translated=True)
    assess.add_argument("files", nargs="+", type=Path, metavar="FILE", help="an initiative file")
    assess.add_argument("--json", action="store_true", help="for programs: one JSON object a file")
    assess.add_argument("--front", action="store_true", help="only what matters most, on one screen")
    assess.add_argument("--reasons", action="store_true", help="also why each school says what it says, and ids")
    add_audience(assess)
    funders.add_command(commands)
    about = "ask about an initiative, question by question, and keep the answers in a file"
    ask = command(commands, "ask", _ask, about, translated=True)
    ask.add_argument("file", type=Path, metavar="FILE", help="an initiative file; it is made if it is not there")
    ask.add_argument("--plain", action="store_true", help="as plain lines, for screen readers and plain terminals")
    ask.add_argument("--decisive", action="store_true", help="what decides most comes first, not section by section")
    about = "prove one finding: why it is so, why not, or what is missing"
    why = command(commands, "why", _why, about, translated=True)
    why.add_argument("file", type=Path, metavar="FILE", help="an initiative file")
    why.add_argument("finding", metavar="ID", help="a finding: school/name, as an assessment shows it in [brackets]")
    why.add_argument("--part", metavar="PART", default="", help="in one phase or strand of the initiative")
    why.add_argument("--item", metavar="ITEM", help="for findings made for each side, mediator and so on")
    why.add_argument("--json", action="store_true", help="for programs: one JSON object")
    about = "rank the questions that are still to be asked by what they can change"
    following = command(commands, "next", _next, about, translated=True)
    following.add_argument("file", type=Path, metavar="FILE", help="an initiative file")
    following.add_argument("--part", metavar="PART", default="", help="about one phase or strand of the initiative")
    following.add_argument("--all", action="store_true", help="all of them, also those that would change nothing")
    following.add_argument("--json", action="store_true", help="for programs: one JSON object")
    change.add_command(commands)
    papers.add_command(commands)
    compare.add_command(commands)
    portfolio.add_command(commands)
    _add_reading(commands)
    rules.add_commands(commands)
    return parser


def _add_reading(commands: "Commands") -> None:
    """The commands that are about the rulebook and what comes with it."""
    about = "list the questions of an initiative file, with their answers"
    command(commands, "questions", _questions, about, translated=True)
    about = "explain the terms of art in what the program says"
    glossary = command(commands, "glossary", _glossary, about, translated=True)
    glossary.add_argument("term", nargs="*", metavar="TERM", help="a term, such as transfer; all of them if left out")
    names = command(commands, "names", _names, "say which language or territory a word stands for")
    names.add_argument("words", nargs="+", metavar="WORD", help="a name or a code, such as Dari or YE")
    command(commands, "sources", _sources, "list every source with the rules that rest on it, and what they carry")
    command(commands, "examples", _examples, "list the real initiatives that come with the program")


def _assess(call: argparse.Namespace) -> int:
    from advisor.engine.run import Engine
    from advisor.initiative.reader import read_initiative
    from advisor.report.assess import assess_and_check
    from advisor.report.audience import Audience
    from advisor.report.forms import FORMS, as_json

    engine, audience = Engine(rulebook_of(call)), Audience(call.audience)
    form = FORMS["json" if call.json else "front" if call.front else "reasons" if call.reasons else "text"]
    code = DONE
    for path in with_progress(call.files, len(call.files), "Assessing"):
        try:
            initiative = read_initiative(existing(path), engine.rulebook.questions)
        except AdvisorError as error:
            code = tell(error.faults)
            continue
        assessment, faults = assess_and_check(engine, initiative, call.language)
        assessment = passed_on(call, engine, initiative, audience, assessment)
        if faults:
            code = tell(faults)
        if call.json and len(call.files) > 1:
            print(as_json(assessment, indent=None), end="")
        else:
            print(form.written(assessment), end="")
    return code


def _open(call: argparse.Namespace) -> int:
    """Without a command: the screen, where there is a terminal that can show it."""
    if not _has_screen():
        raise AdvisorError([Fault(Place("advisor"), "C07", messages.NO_SCREEN)])
    return _on_screen(call, None)


def _ask(call: argparse.Namespace) -> int:
    if call.plain or not _has_screen():
        return _ask_in_lines(call)
    return _on_screen(call, call.file, decisive=call.decisive)


def _has_screen() -> bool:
    """Whether there is a terminal that can show a screen, and its user has not asked for plain lines."""
    dumb = os.environ.get("TERM", "") in ("", "dumb") or os.environ.get("ACCESSIBLE", "") not in ("", "0")
    return sys.stdin.isatty() and sys.stdout.isatty() and not dumb


def _on_screen(call: argparse.Namespace, path: Path | None, *, decisive: bool = False) -> int:
    from advisor.tui.app import AdvisorApp

    if call.language != ENGLISH:
        # Whether there is such a language is told before the screen appears.
        rulebook_of(call)
    app = AdvisorApp(rules_of(call), path, call.language)
    app.decisive = decisive
    app.run()
    return app.return_code or DONE


def _ask_in_lines(call: argparse.Namespace) -> int:
    from advisor.plain.session import interview
    from advisor.plain.talk import Talk

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    interview(call.file, rulebook_of(call), Talk(sys.stdin, sys.stdout), call.language, decisive=call.decisive)
    return DONE


def _why(call: argparse.Namespace) -> int:
    from advisor.engine.run import Engine
    from advisor.initiative.reader import read_initiative
    from advisor.report.change.outlook import Outlooks
    from advisor.report.change.plain import section
    from advisor.report.forms import as_json
    from advisor.report.meant import elsewhere
    from advisor.report.reasons.plain import as_text
    from advisor.report.why import explained
    from advisor.whatif.outcomes import Concluded

    engine = Engine(rulebook_of(call))
    initiative = read_initiative(existing(call.file), engine.rulebook.questions)
    told = explained(engine, initiative, call.finding, call.part, call.item, call.language)
    if call.json:
        print(as_json(told), end="")
        return DONE
    about = Concluded(told.result.id, call.part, told.result.item)
    hint_at(elsewhere(engine.rulebook, initiative, about))
    outlook = Outlooks(engine.rulebook, initiative, call.language).of(about)
    print(as_text(told, shutil.get_terminal_size().columns) + section(outlook, _FEW_CHANGES), end="")
    return DONE


def _next(call: argparse.Namespace) -> int:
    from advisor.initiative.reader import read_initiative
    from advisor.report.forms import as_json
    from advisor.report.next import as_text, next_questions

    rulebook = rulebook_of(call)
    initiative = read_initiative(existing(call.file), rulebook.questions)
    told = next_questions(rulebook, initiative, call.part, call.language)
    print(as_json(told) if call.json else as_text(told, everything=call.all), end="")
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
    from advisor.initiative.examples import read_examples
    from advisor.rulebook.loader import load_rulebook

    for path, initiative in read_examples(load_rulebook(rules_of(call))):
        print(visible(f"{path}\n    {initiative.name}{f', {initiative.years}' if initiative.years else ''}"))
    return DONE

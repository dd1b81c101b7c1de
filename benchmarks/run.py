"""How long an assessment takes, here and with other engines. Run: python benchmarks/run.py [--quick].

Figures are for people to read. Nothing fails because it is slow; only a contestant that concludes something else does.
"""

import argparse
import importlib.util
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from changing import time_changing
from checking import time_checking
from judging import answers_told, concluded, judged, judged_by_reference
from measuring import Contestant, check, print_contestants, print_milliseconds, print_title, take_turns, timed
from peers import PEERS, Peer, stages_of
from processes import REPEATS, print_process, with_bytecode
from saving import time_saving
from screens import time_screens
from workload import groups_files, groups_initiatives, load, yes_no_files, yes_no_initiatives
from workshop import time_workshop

from advisor.engine.run import Engine
from advisor.errors import AdvisorError
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook

LIBRARIES = ("durable-rules", "zen-engine", "clipspy", "python-sat", "pydantic", "PyYAML")
COMMAND = ("assess", "rules/examples/aceh-2005.yaml", "--json")


@dataclass(frozen=True)
class Effort:
    """How much to measure."""

    cases: int
    rounds: int
    sizes: tuple[int, ...]


FULL = Effort(cases=200, rounds=9, sizes=(300, 1000, 3000))
QUICK = Effort(cases=30, rounds=3, sizes=(300, 1000, 3000))


def main() -> None:
    """Measures everything and prints it."""
    parser = argparse.ArgumentParser(description="Measures how long an assessment takes, here and with other engines.")
    parser.add_argument("--quick", action="store_true", help="fewer initiatives and rounds: a few seconds")
    effort = QUICK if parser.parse_args().quick else FULL
    print_header(effort)
    compare_engines(effort)
    compare_sizes(effort)
    compare_groups(effort)
    time_bundled_rules()
    time_checking()
    time_changing()
    time_saving()
    time_workshop()
    time_screens()
    time_command()


def print_header(effort: Effort) -> None:
    """What was measured on, since no figure means anything without."""
    print(f"Machine   {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}")
    print(f"Python    {platform.python_version()} ({platform.python_implementation()})")
    print(f"Libraries {', '.join(f'{name} {_version(name)}' for name in LIBRARIES)}")
    print(f"Date      {time.strftime('%Y-%m-%d')}; {effort.cases} initiatives, {effort.rounds} rounds, taken in turn")


def compare_engines(effort: Effort) -> None:
    """One assessment, here, by the reference, and by the peers; all must come to the same conclusions."""
    rulebook = load(yes_no_files(effort.sizes[0]))
    engine, built = timed(lambda: Engine(rulebook))
    initiatives = yes_no_initiatives(rulebook, effort.cases)
    settled = [engine.judge(initiative) for initiative in initiatives]
    literals = [answers_told(engine, initiative) for initiative in initiatives]
    this = Contestant("this engine, with the proof", lambda n: engine.judge(initiatives[n]), built)
    same_portion = Contestant(this.name, lambda n: concluded(engine, literals[n]), built)
    reference = Contestant("the reference, without a proof", lambda n: judged_by_reference(rulebook, initiatives[n]))
    others = list(peers(engine, literals))
    check(reference, [judged(engine, one) for one in settled])
    check(same_portion, [one.views[""].own.known for one in settled])
    for peer in others:
        check(peer, [set(one.views[""].own.known) for one in settled])
    take_turns([this, reference, same_portion, *others], effort.cases, effort.rounds)
    fired = statistics.mean(sum(map(len, one.views[""].own.known.values())) for one in settled)
    asked, rules = len(rulebook.questions.initiative), len(engine.program.rules())
    print_title(f"One assessment: {asked} questions, {rules} rules, of which {fired:.0f} fire; all conclude the same")
    print_contestants("from an initiative to all that follows", [this, reference])
    print_contestants("only from literals to conclusions, the peers without a proof", [same_portion, *others])
    engine.close()


def compare_sizes(effort: Effort) -> None:
    """This engine with more rules."""
    print_title("This engine with more rules, with the proof; loading includes writing the files")
    print(f"{'rules':>7s} {'findings':>9s} {'load ms':>9s} {'compile ms':>11s} {'p50 us':>9s} {'p95 us':>9s}")
    for size in effort.sizes:
        _print_size(size, effort)


def _print_size(size: int, effort: Effort) -> None:
    rulebook, loaded = timed(lambda: load(yes_no_files(size)))
    engine, built = timed(lambda: Engine(rulebook))
    initiatives = yes_no_initiatives(rulebook, effort.cases)
    one = Contestant("this engine", lambda n: engine.judge(initiatives[n]))
    take_turns([one], effort.cases, effort.rounds)
    counts = f"{len(engine.program.rules()):7d} {len(rulebook.findings):9d}"
    print(f"{counts} {loaded:9.0f} {built:11.0f} {one.p50:9.0f} {one.p95:9.0f}")
    engine.close()


def compare_groups(effort: Effort) -> None:
    """Findings about each side that look at each team member, as advice about languages does."""
    rulebook = load(groups_files())
    engine, built = timed(lambda: Engine(rulebook))
    initiatives = groups_initiatives(effort.cases)
    this = Contestant("this engine, with the proof", lambda n: engine.judge(initiatives[n]), built)
    reference = Contestant("the reference, without a proof", lambda n: judged_by_reference(rulebook, initiatives[n]))
    check(reference, [judged(engine, engine.judge(initiative)) for initiative in initiatives])
    take_turns([this, reference], effort.cases, effort.rounds)
    found, rules = len(rulebook.findings), len(engine.program.rules())
    print_title(f"Groups: 6 sides, each compared with 8 team members; {found} findings, {rules} rules")
    print_contestants("from an initiative to all that follows", [this, reference])
    engine.close()


def peers(engine: Engine, literals: Sequence[frozenset[str]]) -> Iterator[Contestant]:
    """The peers that are installed."""
    stages = stages_of(engine.program.export())
    for name, make in PEERS.items():
        start = time.perf_counter()
        try:
            peer = make(stages)
        except ImportError:
            print(f"{name}: not installed, so left out")
        else:
            yield Contestant(name, _judging(peer, literals), (time.perf_counter() - start) * 1e3)


def _judging(peer: Peer, literals: Sequence[frozenset[str]]) -> Callable[[int], set[str]]:
    return lambda n: peer.judge(literals[n])


def time_bundled_rules() -> None:
    """Loading and compiling the rules that come with the program."""
    print_title(f"The bundled rules, {REPEATS} times")
    try:
        rulebook = load_rulebook(bundled_rules())
    except AdvisorError:
        print("They have faults, so they cannot be loaded.")
        return
    engine = Engine(rulebook)
    print(f"{len(rulebook.findings)} findings, {len(engine.program.rules())} rules")
    engine.close()
    print_milliseconds("load", [timed(lambda: load_rulebook(bundled_rules()))[1] for _ in range(REPEATS)])
    print_milliseconds("compile", [_compile_time(rulebook) for _ in range(REPEATS)])


def _compile_time(rulebook: Rulebook) -> float:
    engine, took = timed(lambda: Engine(rulebook))
    engine.close()
    return took


def time_command() -> None:
    """The whole process, as a person at a terminal waits for it."""
    print_title(f"The command: advisor {' '.join(COMMAND)}, {REPEATS} times after a first that does not count")
    if importlib.util.find_spec("advisor.__main__") is None:
        print("The command is not there yet.")
        return
    with with_bytecode() as environment:
        print_process("Python that does nothing", ["-c", "pass"], environment)
        print_process("the command", ["-m", "advisor", *COMMAND], environment)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown processor"
    )


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "not installed"


if __name__ == "__main__":
    main()

"""Timing contestants in turn, and printing what came out."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Result = TypeVar("Result")


@dataclass
class Contestant:
    """Something that judges cases, named by their numbers, and how long it took each time."""

    name: str
    judge: Callable[[int], object]
    build_ms: float | None = None
    microseconds: list[float] = field(default_factory=list)

    @property
    def p50(self) -> float:
        """Half of the times were shorter."""
        return statistics.median(self.microseconds)

    @property
    def p95(self) -> float:
        """Nineteen times in twenty it took no longer."""
        return statistics.quantiles(self.microseconds, n=20)[-1]


def check(contestant: Contestant, wanted: Sequence[object]) -> None:
    """Ends the run where a contestant concludes something else than this engine; a wrong answer needs no time."""
    for number, conclusions in enumerate(wanted):
        if contestant.judge(number) != conclusions:
            raise SystemExit(f"{contestant.name} concludes something else about initiative {number}.")


def take_turns(contestants: Sequence[Contestant], cases: int, rounds: int) -> None:
    """Lets all judge every case, round after round, so that whatever slows the machine slows each of them."""
    for _ in range(rounds):
        for contestant in contestants:
            for number in range(cases):
                start = time.perf_counter()
                contestant.judge(number)
                contestant.microseconds.append((time.perf_counter() - start) * 1e6)


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What the work gives, and the milliseconds that it took."""
    start = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - start) * 1e3


def print_title(title: str) -> None:
    """The heading of a section."""
    print(f"\n{title}")


def print_contestants(what: str, contestants: Sequence[Contestant]) -> None:
    """A table whose first contestant is this engine."""
    print(f"{what:62s} {'build ms':>9s} {'p50 us':>8s} {'p95 us':>8s} {'ratio':>6s}")
    for one in contestants:
        built = "" if one.build_ms is None else f"{one.build_ms:.0f}"
        print(f"  {one.name:60s} {built:>9s} {one.p50:8.0f} {one.p95:8.0f} {one.p50 / contestants[0].p50:6.1f}")


def print_milliseconds(what: str, times: Sequence[float]) -> None:
    """The shortest and the middle one of several times."""
    print(f"{what:26s} min {min(times):6.1f} ms   median {statistics.median(times):6.1f} ms")

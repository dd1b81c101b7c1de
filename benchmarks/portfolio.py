"""How long many initiatives take side by side, from the files to the lines of JSON, and how much memory.

The files are made of the real and composed initiatives: each leaves out some answers, others every time, so that no two
are alike. They are read from disk by the program itself, as a process with its workers.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml
from measuring import print_title

from advisor.documents import WrittenFloat, WrittenInt, read_document

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("rules/examples", "tests/initiatives", "tests/composed")
LEFT_OUT = 0.08
"""The share of answers that a file leaves out."""


def time_portfolio(number: int = 10_000) -> None:
    """Measures a tenth of the files, then all of them, and prints both."""
    print_title("Many initiatives side by side, as a process")
    with tempfile.TemporaryDirectory() as name:
        for count in (number // 10, number):
            folder = Path(name, str(count))
            make_files(folder, count)
            _measure(folder, count)


def make_files(folder: Path, number: int, seed: int = 7) -> None:
    """Writes so many initiative files, the same for the same seed."""
    rnd = random.Random(seed)
    paths = sorted(path for source in SOURCES for path in (ROOT / source).glob("*.yaml"))
    sources = [(path.stem, read_document(path).data) for path in paths]
    folder.mkdir()
    for at in range(number):
        stem, data = sources[at % len(sources)]
        data = {**data, "initiative": f"{data['initiative']} {at}", "answers": _some(rnd, data.get("answers", {}))}
        text = yaml.dump(_plain(data), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        (folder / f"{stem}-{at:05}.yaml").write_text(text, encoding="utf-8")


def _some(rnd: random.Random, answers: dict[str, Any]) -> dict[str, Any]:
    """The answers without some; lists of people and sides keep everybody, who may be named elsewhere."""
    kept = {name: _fewer(rnd, value) for name, value in answers.items()}
    return {name: value for name, value in kept.items() if _has_items(value) or rnd.random() >= LEFT_OUT}


def _fewer(rnd: random.Random, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _fewer(rnd, inner) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    return [_item(rnd, item) if isinstance(item, dict) and "id" in item else item for item in value]


def _item(rnd: random.Random, item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key == "id" or rnd.random() >= LEFT_OUT}


def _has_items(value: Any) -> bool:
    listed = next(iter(value.values()), None) if isinstance(value, dict) else value
    return isinstance(listed, list) and any(isinstance(item, dict) and "id" in item for item in listed)


def _plain(value: Any) -> Any:
    """The same without the marks of how numbers were typed."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, WrittenInt):
        return int(value)
    return float(value) if isinstance(value, WrittenFloat) else value


def _measure(folder: Path, number: int) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-m", "advisor", "portfolio", str(folder), "--json", "--today", "2026-11-23"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        first = process.stdout.readline() and time.perf_counter() - start
        rows = 1 + sum(1 for _ in process.stdout)
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert rows == number, f"{rows} rows of {number} files"
    memory = after.ru_maxrss / 1024
    print(
        f"{number:6} files: {took:.1f} s, the first row after {first:.1f} s; {worked:.1f} s of computing on all cores,"
        f" {worked / number * 1e3:.2f} ms a file; at most {memory:.0f} MB in any process"
    )


if __name__ == "__main__":
    time_portfolio(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

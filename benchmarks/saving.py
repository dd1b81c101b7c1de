"""How long it takes to open an initiative file and to save one answer in it, without what the disk takes."""

import os
import shutil
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from measuring import print_milliseconds, print_title, timed

from advisor.logic.answers import Answer, Held
from advisor.model.question import Questions
from advisor.rulebook.bundled import EXAMPLES, bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.store.file import InitiativeFile

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (bundled_rules() / EXAMPLES, ROOT / "tests" / "initiatives", ROOT / "tests" / "composed")
SAVES = 9


class Disk:
    """Adds up how long the disk is waited for."""

    def __init__(self) -> None:
        self.waited_ms = 0.0
        self._force = os.fsync

    def force(self, descriptor: int) -> None:
        """Forces a file to disk."""
        self.waited_ms += timed(lambda: self._force(descriptor))[1]


def time_saving() -> None:
    """Opens every real and composed initiative and answers questions in it."""
    questions = load_rulebook(bundled_rules()).questions
    paths = sorted((path for folder in FOLDERS for path in folder.glob("*.yaml")), key=lambda path: path.stat().st_size)
    disk = Disk()
    os.fsync = disk.force
    try:
        _saved(paths[0], questions, disk)  # the first loads what the others find loaded
        waited = disk.waited_ms
        times = [_saved(path, questions, disk) for path in paths]
    finally:
        os.fsync = disk._force
    kilobytes = paths[-1].stat().st_size / 1000
    print_title(f"Keeping initiative files: {len(paths)} of up to {kilobytes:.1f} kB, {SAVES} saves in each")
    print_milliseconds("open", [opened for opened, _ in times])
    print_milliseconds("save, every file", [statistics.median(saves) for _, saves in times])
    print_milliseconds("save, the slowest file", max((saves for _, saves in times), key=statistics.median))
    forced = (disk.waited_ms - waited) / len(paths) / SAVES
    print(f"the disk, for each save    {forced:.1f} ms on average, not counted above")


def _saved(path: Path, questions: Questions, disk: Disk) -> tuple[float, list[float]]:
    """The milliseconds to open a file, and those of each save in it."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        shutil.copy(path, copy)
        opened_file, opened = timed(lambda: InitiativeFile(copy, questions))
        saves = []
        with opened_file as file:
            for number in range(SAVES):
                answer = Answer((Held(frozenset((("idea", "running")[number % 2],))),), note=f"The {number}th.")
                waited, start = disk.waited_ms, time.perf_counter()
                file.set(questions.find("stage"), answer)
                saves.append((time.perf_counter() - start) * 1e3 - disk.waited_ms + waited)
    return opened, saves

"""Many initiatives side by side: what each row tells, what is left out, and in which forms it can be had."""

import csv
import io
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from advisor.errors import AdvisorError
from advisor.initiative.reader import read_initiative
from advisor.portfolio.columns import columns
from advisor.portfolio.files import find_files
from advisor.portfolio.row import Judge, Row
from advisor.portfolio.stream import FEW, outcomes
from advisor.portfolio.work import Terms
from advisor.portfolio.workers import CHUNK, Crew
from advisor.report.assess import assess
from advisor.rulebook.bundled import bundled_rules
from tests.bundled import bundled_engine
from tests.places import COMPOSED, INITIATIVES, ROOT
from tests.running import advisor

TODAY = "2026-11-23"
TERMS = Terms(bundled_rules(), TODAY, "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two initiatives, one that cannot be read, and a file that is none."""
    (tmp_path / "below").mkdir()
    (tmp_path / "aceh.yaml").write_bytes((bundled_rules() / "examples" / "aceh-2005.yaml").read_bytes())
    (tmp_path / "below" / "letter.yml").write_text("initiative: A letter\n")
    (tmp_path / "bad.yaml").write_text("initiative: Bad\nanswers:\n  stage: runing\n")
    (tmp_path / "claims.yaml").write_text("claims: []\n")
    (tmp_path / "notes.txt").write_text("nothing")
    return tmp_path


def rows_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def row_of(path: Path, today: str = TODAY) -> Row:
    row = Judge(bundled_engine(), today, "en").outcome(path).row
    assert row is not None
    return row


def copies(folder: Path, number: int) -> list[Path]:
    """So many files, each with a name of its own."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{at:04}.yaml" for at in range(number)]
    for at, path in enumerate(paths):
        path.write_text(f"initiative: Number {at}\n")
    return paths


# What a row tells


@pytest.mark.parametrize("path", [*INITIATIVES, *COMPOSED], ids=lambda path: path.stem)
def test_a_row_tells_what_the_assessment_tells(path: Path) -> None:
    engine = bundled_engine()
    row, full = row_of(path), assess(engine, read_initiative(path, engine.rulebook.questions))
    assert full.headline is not None
    assert (row.says, row.agreement, list(row.tracks)) == (
        full.headline.says,
        full.headline.agreement,
        full.headline.tracks,
    )
    assert row.open == len(full.open)
    views = [full, *full.parts]
    assert {(mark.finding, mark.item) for mark in row.stops} == {(a.id, a.item) for v in views for a in v.stops}
    for marks, section in ((row.team_gaps, "team"), (row.language_gaps, "languages")):
        advice = [a for view in views for a in getattr(view, section)]
        wanted = {(a.id, a.item) for a in advice if a.stance == "essential" and a.filled in ("nobody", "could")}
        assert {(mark.finding, mark.item) for mark in marks} == wanted


@pytest.mark.parametrize("path", [*INITIATIVES, *COMPOSED], ids=lambda path: path.stem)
def test_what_could_still_stop_it_or_be_lacking_is_not_told_to_be_nothing(path: Path) -> None:
    engine = bundled_engine()
    row, full = row_of(path), assess(engine, read_initiative(path, engine.rulebook.questions))
    unknown = {f.kind for view in (full, *full.parts) for f in view.findings if f.status == "unknown"}
    assert ("stops" in row.undecided) == ("stop" in unknown)


def test_of_what_nothing_is_known_nothing_is_told_to_be_in_order() -> None:
    (path,) = (path for path in COMPOSED if path.stem == "blank")
    row = row_of(path)
    assert row.undecided == ("stops", "team_gaps", "language_gaps")
    cells = {column.id: column.value(row) for column in columns(bundled_engine().rulebook, "en")}
    assert [cells[name] for name in row.undecided] == ["?", "?", "?"]


def test_what_a_school_sees_in_any_part_it_sees_in_the_initiative() -> None:
    (path,) = (path for path in INITIATIVES if path.stem == "oslo-1993")
    standing = {standing.school: standing for standing in row_of(path).schools}
    assert standing["un-missions"].supported == ("I", "II")
    assert standing["jones"].broadly == ("II",)


@pytest.mark.parametrize(
    ("today", "wave"), [("2020-01-01", "2027-01"), ("2027-01-31", "2027-01"), ("2027-02-01", "2031-02")]
)
def test_the_next_wave_is_the_first_whose_month_is_not_over(today: str, wave: str) -> None:
    (path,) = (path for path in COMPOSED if path.stem == "a-second-table")
    assert row_of(path, today).next_wave == wave


def test_after_the_last_wave_there_is_no_next_one() -> None:
    (path,) = (path for path in COMPOSED if path.stem == "a-second-table")
    assert row_of(path, "2999-01-01").next_wave == ""


# Which files, and what is left out


def test_a_file_with_faults_is_reported_and_does_not_stop_the_others(folder: Path) -> None:
    ran = advisor("portfolio", folder, "--json")
    assert ran.code == 2
    assert [row["name"] for row in rows_of(ran.out)] == ["Aceh talks in Helsinki", "A letter"]
    assert f'{folder}/bad.yaml:3:10: I02 "stage" has no answer "runing". Did you mean "running"?\n' in ran.err


def test_yaml_that_is_no_initiative_is_passed_over_and_named(folder: Path) -> None:
    ran = advisor("portfolio", folder)
    assert f"{folder}/claims.yaml: passed over, it is no initiative\n" in ran.err
    assert "Initiatives: 2. Files with faults: 1. Passed over: 1.\n" in ran.err


def test_an_initiative_that_forgot_its_name_is_a_fault_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "it.yaml").write_text("answers: {stage: design}\n")
    ran = advisor("portfolio", tmp_path)
    assert ran.code == 2
    assert "F02" in ran.err


def test_an_empty_folder_is_no_fault(tmp_path: Path) -> None:
    ran = advisor("portfolio", tmp_path)
    assert ran.code == 0
    assert "There is no initiative file in this folder." in ran.out


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    ran = advisor("portfolio", tmp_path / "none")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{tmp_path}/none: C01 There is no such folder.\n"


def test_what_is_hidden_and_what_lies_behind_links_to_folders_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / ".git").mkdir()
    for name in ("seen.yaml", "in/.hidden.yaml", "in/.git/config.yaml"):
        (tmp_path / name).write_text("initiative: It\n")
    (tmp_path / "in" / "round").symlink_to(tmp_path)
    assert find_files(tmp_path) == ([tmp_path / "seen.yaml"], [])


def test_files_come_in_the_same_order_every_time(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "sub/c.yaml", "Z.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("initiative: It\n")
    names = [str(path.relative_to(tmp_path)) for path in find_files(tmp_path)[0]]
    assert names == ["Z.yaml", "a.yaml", "b.yaml", "sub/c.yaml"]


# Forms


def test_a_table_is_no_wider_than_a_terminal(tmp_path: Path) -> None:
    for path in (*INITIATIVES, *COMPOSED):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    ran = advisor("portfolio", tmp_path)
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if len(line) > 80] == []
    assert "Montville" in ran.out


def test_what_a_spreadsheet_would_take_for_a_formula_is_text_and_numbers_stay_numbers(tmp_path: Path) -> None:
    names = ["=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "\\r=1", "\\n=1", "  =1", "\uff1d1", 'a";=1', "fair"]
    for at, name in enumerate(names):
        escaped = name.replace('"', '\\"')
        (tmp_path / f"{at:02}.yaml").write_text(f'initiative: "{escaped}"\n', encoding="utf-8")
    ran = advisor("portfolio", tmp_path, "--csv")
    told = [row["name"] for row in csv.DictReader(io.StringIO(ran.out))]
    assert all(name.startswith("'") for name in told[:9])
    assert told[9:] == ['a";=1', "fair"]
    for line in ran.out.splitlines()[1:]:
        assert re.search(r',"\?","\?","\?",\d+,""$', line)


@pytest.mark.parametrize("form", ["--csv", "--json", "--sort=name"])
def test_nothing_in_a_file_can_steer_the_terminal(form: str, tmp_path: Path) -> None:
    (tmp_path / "it.yaml").write_text('initiative: "a\\u001b]0;x\\u0007 \\u009b31m \\u202e z"\n')
    ran = advisor("portfolio", tmp_path, form)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(ran.out)


def test_json_keeps_every_letter_of_a_name(tmp_path: Path) -> None:
    (tmp_path / "it.yaml").write_text('initiative: "a\\u009b \\u202e \\u0642"\n')
    assert rows_of(advisor("portfolio", tmp_path, "--json").out)[0]["name"] == "a\x9b \u202e \u0642"


def test_the_largest_numbers_come_first_and_empty_cells_last(tmp_path: Path) -> None:
    for path in COMPOSED:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    by_open = [row["open"] for row in rows_of(advisor("portfolio", tmp_path, "--json", "--sort", "open").out)]
    assert by_open == sorted(by_open, reverse=True)
    ran = advisor("portfolio", tmp_path, "--json", "--sort", "next_wave", "--today", TODAY)
    waves = [row["next_wave"] for row in rows_of(ran.out)]
    dated = [wave for wave in waves if wave is not None]
    assert dated == sorted(dated)
    assert waves[: len(dated)] == dated


def test_a_column_that_is_not_there_is_a_fault_with_the_nearest(folder: Path) -> None:
    ran = advisor("portfolio", folder, "--sort", "stop")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'advisor: C02 There is no column "stop". Did you mean "stops"?\n'


def test_a_day_that_does_not_exist_is_a_fault(folder: Path) -> None:
    ran = advisor("portfolio", folder, "--today", "2026-02-30")
    assert ran.code == 2
    assert "is not a day that exists" in ran.err


def test_every_school_has_a_column() -> None:
    rulebook = bundled_engine().rulebook
    ids = [column.id for column in columns(rulebook, "en")]
    assert [f"track_by_{school.id}" for school in rulebook.schools] == [i for i in ids if i.startswith("track_by_")]


# On all cores


def test_workers_tell_the_same_as_one_process_in_the_same_order(tmp_path: Path) -> None:
    paths = copies(tmp_path / "many", CHUNK * 3 + 1)
    paths[5].write_text("initiative: Bad\nanswers: {stage: runing}\n")
    alone = list(outcomes(paths, TERMS, bundled_engine().rulebook))
    assert list(Crew(TERMS, 2).outcomes(paths, lambda: False)) == alone


def test_many_files_are_judged_by_several_processes(tmp_path: Path) -> None:
    copies(tmp_path / "many", FEW + 1)
    ran = advisor("portfolio", tmp_path / "many", "--json")
    assert ran.code == 0
    assert [row["name"] for row in rows_of(ran.out)] == [f"Number {at}" for at in range(FEW + 1)]


def test_whoever_stops_listening_ends_the_workers(tmp_path: Path) -> None:
    crew = Crew(TERMS, 2)
    stream = crew.outcomes(copies(tmp_path / "many", CHUNK * 20), lambda: False)
    next(stream)
    processes = [worker.process for worker in crew.workers]
    assert isinstance(stream, Iterator)
    stream.close()  # type: ignore[attr-defined]  # a generator has it
    assert crew.workers == []
    assert all(process.returncode is not None for process in processes)


def test_a_worker_that_ends_by_itself_is_told_and_none_is_left(tmp_path: Path) -> None:
    crew = Crew(TERMS, 1)
    stream = crew.outcomes(copies(tmp_path / "many", CHUNK * 20), lambda: False)
    next(stream)
    process = crew.workers[0].process
    process.kill()
    with pytest.raises(AdvisorError, match="C04 A process that judged the files"):
        list(stream)
    assert process.returncode is not None


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes where Linux lists them")
def test_workers_end_with_a_call_that_is_killed(tmp_path: Path) -> None:
    copies(tmp_path / "many", CHUNK * 200)
    command = [sys.executable, "-m", "advisor", "portfolio", str(tmp_path / "many"), "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as call:  # noqa: S603
        assert call.stdout is not None
        call.stdout.readline()
        begun = children(call.pid)
        assert begun
        call.kill()
    while any(Path("/proc", str(pid)).exists() and "Z" not in state(pid) for pid in begun):
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    """The processes that one has begun."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def state(pid: int) -> str:
    """How a process is; Z where it has ended and nobody has taken note of that yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"

"""The standards of languages and territories, the solver and what writes papers load slowly: others do without."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT
from tests.small import SMALL_RULES

STANDARDS = ("babel", "langcodes", "language_data.names")
SOLVER = ("pysat",)
OF_PAPERS = ("docx", "lxml", "jinja2", "icalendar")


def loaded_by(*call: str | Path, of: tuple[str, ...] = (*STANDARDS, *SOLVER, *OF_PAPERS)) -> str:
    """Which of some libraries a call of the program has loaded."""
    code = (
        "import sys, contextlib, io\n"
        "from advisor.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main(sys.argv[1:])\n"
        f"print(*[m for m in {of} if m in sys.modules])"
    )
    command = [sys.executable, "-c", code, *map(str, call)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout.strip()  # noqa: S603


@pytest.mark.parametrize(
    ("answers", "loaded"),
    [
        ("{}", ""),
        ("{working_languages: [Dari, ayn, English], territories: [Yemen, XK]}", ""),
        ("{working_languages: [German], territories: [France]}", "babel langcodes language_data.names"),
    ],
)
def test_the_standards_are_loaded_only_for_what_the_rulebook_does_not_list(
    answers: str, loaded: str, tmp_path: Path
) -> None:
    path = tmp_path / "it.yaml"
    path.write_text(f"initiative: It\nanswers: {answers}\n")
    assert loaded_by("assess", path, "--json", of=STANDARDS) == loaded


@pytest.mark.parametrize("call", [["--help"], ["questions"], ["ask", "--help"], ["rules", "show", "bearing/elsewhere"]])
def test_what_asks_for_no_name_loads_no_standard(call: list[str]) -> None:
    assert loaded_by(*call) == ""


def test_only_what_is_decided_over_all_answers_loads_the_solver(tmp_path: Path) -> None:
    blank = ROOT / "tests" / "composed" / "blank.yaml"
    (tmp_path / "one.yaml").write_text(blank.read_text())
    assert "pysat" not in loaded_by("rules", "check", "--quick", "--rules", SMALL_RULES)
    assert "pysat" not in loaded_by("portfolio", tmp_path, "--json")
    assert "pysat" in loaded_by("rules", "check", "--rules", SMALL_RULES)
    assert "pysat" in loaded_by("assess", blank)


@pytest.mark.parametrize(
    ("ending", "loaded"), [("md", ""), ("json", ""), ("html", "jinja2"), ("ics", "icalendar"), ("docx", "docx lxml")]
)
def test_a_paper_loads_no_more_than_its_format_needs(ending: str, loaded: str, tmp_path: Path) -> None:
    file = ROOT / "tests" / "composed" / "lawmakers-at-a-university.yaml"
    assert loaded_by("report", file, "-o", tmp_path / f"memo.{ending}", of=OF_PAPERS) == loaded


def test_the_screens_load_nothing_that_papers_need_before_one_is_written() -> None:
    code = f"import sys, advisor.tui.places; print(*[m for m in {OF_PAPERS} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)  # noqa: S603
    assert run.stdout.strip() == ""


def test_an_assessment_loads_nothing_that_papers_need() -> None:
    assert loaded_by("assess", ROOT / "tests" / "composed" / "blank.yaml", "--json", of=OF_PAPERS) == ""

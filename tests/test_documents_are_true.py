"""What README and docs show is so: examples load, commands exist, every field of the rule language is told."""

import re
import shlex
from pathlib import Path

import pytest

from advisor.documents import parse_document
from advisor.errors import FAULT_CODES
from advisor.initiative.reader import initiative_in
from advisor.model.cases import CaseEntry
from advisor.model.finding import FindingEntry, Kind
from advisor.model.glossary import Term
from advisor.model.language import Language
from advisor.model.question import AnswerType, QuestionEntry
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.conditions import OPERATORS
from advisor.rulebook.files import FOLDERS, SINGLE_FILES
from advisor.workshop.cases.command import run_cases
from tests.bundled import bundled_rulebook
from tests.places import ROOT
from tests.running import advisor

README = (ROOT / "README.md").read_text()
LANGUAGE = (ROOT / "docs" / "rule-language.md").read_text()


INITIATIVE_FILES = (ROOT / "docs" / "initiative-files.md").read_text()


@pytest.mark.parametrize("block", re.findall(r"```yaml\n(.*?)```", README + INITIATIVE_FILES, re.DOTALL))
def test_an_initiative_in_the_documents_can_be_read(block: str) -> None:
    questions = bundled_rulebook().questions
    assert initiative_in(parse_document(block, "README.md"), "readme", questions).whole.answers


WORKSHOP = (ROOT / "docs" / "workshop.md").read_text()


def test_the_cases_in_the_document_come_out_as_expected(tmp_path: Path) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", WORKSHOP, re.DOTALL)
    path = tmp_path / "cases.yaml"
    path.write_text(block)
    result = run_cases(bundled_rules(), [path])
    assert (result.cases, result.failed) == (3, [])


@pytest.mark.parametrize("field", CaseEntry.model_fields)
def test_every_field_of_a_case_has_a_row(field: str) -> None:
    assert any(line.startswith(f"| `{field}` |") for line in WORKSHOP.splitlines())


@pytest.mark.parametrize("line", re.findall(r"^    advisor (.*?)(?:  .*)?$", README, re.MULTILINE))
def test_a_command_in_the_readme_exists(line: str) -> None:
    words = shlex.split(line.replace("…", ""))
    commands = [word for word in words if word.islower() and "/" not in word and not word.startswith("-")]
    assert advisor(*commands, "--help").code == 0


def told_in_the_first_column(word: str) -> bool:
    return any(f"`{word}`" in line.split("|")[1] for line in LANGUAGE.splitlines() if line.startswith("| "))


def listed_beside(field: str) -> list[str]:
    """The words that the row of a field lists."""
    (row,) = [line for line in LANGUAGE.splitlines() if line.startswith(f"| `{field}` |")]
    return re.findall(r"[a-z-]+", row)


@pytest.mark.parametrize("field", [*FindingEntry.model_fields, *QuestionEntry.model_fields])
def test_every_field_of_findings_and_questions_has_a_row(field: str) -> None:
    assert told_in_the_first_column(field)


@pytest.mark.parametrize("field", Language.model_fields)
def test_every_field_of_languages_has_a_row(field: str) -> None:
    assert told_in_the_first_column(field)


@pytest.mark.parametrize("field", Term.model_fields)
def test_every_field_of_the_glossary_has_a_row(field: str) -> None:
    assert told_in_the_first_column(field)


@pytest.mark.parametrize("operator", OPERATORS)
def test_every_operator_is_shown_as_it_is_written(operator: str) -> None:
    assert f"`{{{operator}: " in LANGUAGE


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_finding_is_listed(kind: Kind) -> None:
    assert told_in_the_first_column(kind.value)


@pytest.mark.parametrize("kind", list(AnswerType))
def test_every_type_of_answer_is_listed(kind: AnswerType) -> None:
    assert kind.value in listed_beside("type")


@pytest.mark.parametrize("file", SINGLE_FILES)
def test_every_single_file_of_a_rulebook_is_told(file: str) -> None:
    assert f"| `{file}` |" in LANGUAGE


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_of_a_rulebook_is_told(folder: str) -> None:
    assert f"| `{folder}/*.yaml` |" in LANGUAGE


def test_the_commands_for_a_newcomer_stand_first_in_the_readme() -> None:
    assert README.split("    make ", 1)[0] == "# advisor\n\n"


def test_no_file_carries_the_address_of_a_package_registry_or_a_path_of_a_machine() -> None:
    tracked = [path for path in ROOT.rglob("*") if path.is_file() and not _ignored(path)]
    address = re.compile(rb"pypi\.org|pythonhosted|registry\.npmjs|/work/|/root/")
    assert [path for path in tracked if path.name != Path(__file__).name and address.search(path.read_bytes())] == []


def _ignored(path: Path) -> bool:
    inside = path.relative_to(ROOT).parts
    return any(part.startswith(".") and part != ".ci" for part in inside) or "__pycache__" in inside


def test_every_code_has_a_meaning_in_words() -> None:
    assert all(re.fullmatch(r"[YFRITSWPC]\d\d", code) and meaning for code, meaning in FAULT_CODES.items())

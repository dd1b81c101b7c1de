"""Two initiatives side by side on the screen: the way there, what is listed, where Enter leads, and handing it on."""

import json
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from advisor.comparison.compare import compared
from advisor.comparison.plain import as_text
from advisor.initiative.reader import read_initiative
from advisor.rulebook.bundled import bundled_rules
from advisor.tui.comparison import ComparisonScreen, ExportComparison
from advisor.tui.dialogs import Choose, Tell
from advisor.tui.findings import Lines
from advisor.tui.home import HomeScreen
from advisor.tui.interview import InterviewScreen
from advisor.tui.proof import ProofScreen
from tests.bundled import bundled_rulebook
from tests.screens import Screens, choose, flat, press, prompt, screens, shown_in, until

EXAMPLES = bundled_rules() / "examples"
HOSTILE = "[/b] [TODO] \u202e"
PLAN = """
initiative: A plan
answers:
  stage: design
  activity: talks
  third_parties: {only: [{id: host, political: no}]}
  sides:
    only:
      - {id: a, name: The upper town, capacity: {only: [mandated]}}
      - {id: b, name: The lower town, capacity: {only: [mandated]}}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan of one's own, and an earlier version of it beside it."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN)
    earlier = PLAN.replace(
        "The lower town, capacity: {only: [mandated]}", "The lower town, capacity: {only: [experts]}"
    )
    (tmp_path / "earlier.yaml").write_text(earlier)
    return path


async def pick(pilot: Screens, words: str) -> None:
    """Chooses the line in which these words stand."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
    lines = pilot.app.screen.query_one(OptionList)
    at = next(at for at in range(lines.option_count) if words in str(lines.get_option_at_index(at).prompt))
    await press(pilot, *["down"] * at, "enter")


async def comparing(pilot: Screens, other: Path) -> None:
    """Compares what is open with a file."""
    await press(pilot, "f8")
    await pick(pilot, "Another file")
    await until(pilot, lambda: bool(pilot.app.screen.query(Input)))
    pilot.app.screen.query_one(Input).value = str(other)
    await press(pilot, "enter")
    await compared_with(pilot)


async def compared_with(pilot: Screens) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, ComparisonScreen) and "Answers that differ" in flat(pilot))


def listed(pilot: Screens) -> list[str]:
    return [str(entry.line) for entry in pilot.app.screen.query_one(Lines).entries]


async def mark(pilot: Screens, words: str) -> None:
    """Marks the line that begins so."""
    lines = pilot.app.screen.query_one(Lines)
    lines.highlighted = next(at for at, line in enumerate(listed(pilot)) if line.startswith(words))
    await pilot.pause()


async def test_two_examples_are_compared_from_the_first_page_and_escape_leads_back() -> None:
    async with screens() as pilot:
        await press(pilot, "down", "down", "down", "enter")
        await pick(pilot, "Aceh")
        await pick(pilot, "Oslo")
        await compared_with(pilot)
        assert "Because of Sides (3):" in listed(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert pilot.app.case is None  # type: ignore[attr-defined]


async def test_whoever_leaves_the_choice_is_where_they_were() -> None:
    async with screens() as pilot:
        await press(pilot, "down", "down", "down", "enter")
        await pick(pilot, "Aceh")
        await until(pilot, lambda: "Compare Aceh talks in Helsinki with what?" in flat(pilot))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))
        assert pilot.app.case is None  # type: ignore[attr-defined]


async def test_of_two_versions_the_one_that_is_open_is_the_later(path: Path) -> None:
    async with screens(path, size=(120, 32)) as pilot:
        await comparing(pilot, path.with_name("earlier.yaml"))
        because = "Because now people come who are sent to speak for the lower town"
        assert any(line.startswith(because) for line in listed(pilot))
        await mark(pilot, "Mapendere")
        await until(pilot, lambda: "Before: × no" in flat(pilot) and "After: + yes" in flat(pilot))
        await press(pilot, "w")
        await until(
            pilot, lambda: any(line.startswith("Because now scholars or other experts") for line in listed(pilot))
        )


async def test_what_was_changed_since_it_was_opened_is_compared(path: Path) -> None:
    async with screens(path) as pilot:
        await until(pilot, lambda: prompt(pilot) != "")
        before = prompt(pilot)
        await choose(pilot, "2")
        await until(pilot, lambda: prompt(pilot) != before)
        await press(pilot, "f8")
        await pick(pilot, "as it was when you opened it")
        await compared_with(pilot)
        assert "Answers that differ: 1" in flat(pilot)


async def test_enter_leads_from_a_conclusion_to_its_proof_and_from_an_answer_to_its_question(path: Path) -> None:
    async with screens(path) as pilot:
        await comparing(pilot, path.with_name("earlier.yaml"))
        await mark(pilot, "Mapendere")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProofScreen))
        await press(pilot, "escape")
        await mark(pilot, "1. The lower town: Capacity")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, InterviewScreen))
        assert "In what capacity do its people come?" in prompt(pilot)


async def test_an_answer_that_is_given_meanwhile_is_compared_at_once(path: Path) -> None:
    async with screens(path) as pilot:
        await comparing(pilot, path.with_name("earlier.yaml"))
        path.with_name("earlier.yaml").write_text(PLAN)
        await press(pilot, "f3")
        await press(pilot, "escape")
        await until(pilot, lambda: "Nothing differs" in flat(pilot))


async def test_a_file_that_cannot_be_read_is_told(path: Path) -> None:
    bad = path.with_name("bad.yaml")
    bad.write_text("initiative: Bad\nanswers: {stage: runing}\n")
    async with screens(path) as pilot:
        await press(pilot, "f8")
        await pick(pilot, "Another file")
        await until(pilot, lambda: bool(pilot.app.screen.query(Input)))
        pilot.app.screen.query_one(Input).value = str(bad)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Tell) and "runing" in flat(pilot))


async def test_hostile_names_are_shown_as_they_are(path: Path) -> None:
    other = path.with_name("other.yaml")
    other.write_text(f'initiative: "{HOSTILE}"\nanswers: {{sides: [{{id: a, name: "{HOSTILE}"}}]}}\n')
    async with screens(path, size=(120, 32)) as pilot:
        await comparing(pilot, other)
        assert "[/b] [TODO] <U+202E>" in flat(pilot)
        assert "\u202e" not in flat(pilot)


@pytest.mark.parametrize("form", ["text", "json"])
async def test_what_is_exported_is_what_the_command_line_writes(path: Path, form: str) -> None:
    earlier, out = path.with_name("earlier.yaml"), path.with_name(f"out-{form}")
    async with screens(path) as pilot:
        await comparing(pilot, earlier)
        await press(pilot, "f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportComparison))
        await press(pilot, *(["down"] if form == "json" else []), "enter")
        pilot.app.screen.query_one(Input).value = str(out)
        await pilot.pause()
        assert f"advisor compare {earlier}" in shown_in(pilot, "#line")
        await press(pilot, "enter")
        await until(pilot, out.exists)
    rulebook = bundled_rulebook()
    told = compared(
        rulebook,
        read_initiative(earlier, rulebook.questions),
        read_initiative(path, rulebook.questions),
        (str(earlier), str(path)),
    )
    if form == "json":
        assert json.loads(out.read_text()) == json.loads(told.model_dump_json())
    else:
        assert out.read_text() == as_text(told)

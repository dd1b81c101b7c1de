"""What people are told about broken rulebook and initiative files: every fault, in its place, in order, in plain words.

Each file in `broken/` is wrong in one way and says so itself, in comments at its top: which file of the small sample
rulebook it stands in for (`# replaces:`), and every line that a person is to see (`# says:`). What no file with
comments can show is made in the tests below.
"""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from advisor.documents import MAX_BYTES, MAX_DEPTH
from advisor.errors import FAULT_CODES, AdvisorError
from advisor.initiative.reader import read_initiative
from advisor.model.question import Questions
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook
from tests.layers import layer_on
from tests.places import INITIATIVES, RULE_FILES

HERE = Path(__file__).parent
SMALL_RULES = HERE / "small_rules"
BROKEN_RULES = sorted((HERE / "broken" / "rulebook").glob("*.yaml"))
BROKEN_LAYERS = sorted((HERE / "broken" / "layer").glob("*.yaml"))
"""Files of a layer on top of the small sample rulebook."""
BROKEN_INITIATIVES = sorted((HERE / "broken" / "initiative").glob("*.yaml"))

SHOWN_BELOW = {"Y01", "Y02", "R01"}
SHOWN_ELSEWHERE = {"R28", "R32"}
"""Told only when an initiative brings it to light, or `rules check`: see test_contradictions and test_glossary."""
"""The codes of which no file with comments can be an example: tests below make theirs."""

JARGON = re.compile(
    r"\b(None|null|dict|dictionary|mapping|str|string|int|integer|float|bool|boolean|tuple|sequence|scalar|token|"
    r"pars(e|er|ing)|valid(ate|ation)?|invalid|input|type error|key error|exception|pydantic|schema|regex|pattern|"
    r"operator|attribute|object|instance)\b",
    re.IGNORECASE,
)
"""Words of programmers, which nobody else should have to know."""


def said_at_the_top(path: Path, word: str) -> list[str]:
    """What the comments at the top of a file say after this word."""
    start = f"# {word}: "
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(start) for line in lines if line.startswith(start)]


def faults_of(read: Callable[[], object]) -> list[str]:
    """The lines that a person sees when something is read; none where all is well."""
    try:
        read()
    except AdvisorError as error:
        return [str(fault) for fault in error.faults]
    return []


class SmallRulebook:
    """A copy of the small rulebook, to be broken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(SMALL_RULES, folder)

    def put(self, name: str, content: str | bytes) -> None:
        """Puts a file into it, in place of what may be there."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def load(self) -> Rulebook:
        """Loads it."""
        return load_rulebook(self.folder)

    def faults(self) -> list[str]:
        """What people are told about it."""
        return faults_of(self.load)


@pytest.fixture
def small(tmp_path: Path) -> SmallRulebook:
    """A copy of the small rulebook."""
    return SmallRulebook(tmp_path / "small_rules")


@pytest.fixture(scope="module")
def questions() -> Questions:
    """The questions of the small rulebook."""
    return load_rulebook(SMALL_RULES).questions


def initiative_faults(folder: Path, content: str | bytes, questions: Questions) -> list[str]:
    """What people are told about an initiative file with this content."""
    path = folder / "sample.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return faults_of(lambda: read_initiative(path, questions, name=path.name))


# The broken files


@pytest.mark.parametrize("path", BROKEN_RULES, ids=lambda path: path.stem)
def test_a_broken_rule_file_is_met_with_exactly_these_messages(path: Path, small: SmallRulebook) -> None:
    (replaced,) = said_at_the_top(path, "replaces")
    small.put(replaced, path.read_bytes())
    assert small.faults() == said_at_the_top(path, "says")


@pytest.mark.parametrize("path", BROKEN_LAYERS, ids=lambda path: path.stem)
def test_a_broken_file_of_a_layer_is_met_with_exactly_these_messages(path: Path, small: SmallRulebook) -> None:
    (replaced,) = said_at_the_top(path, "replaces")
    layer = layer_on(small.folder)
    (layer / replaced).parent.mkdir(exist_ok=True)
    (layer / replaced).write_bytes(path.read_bytes())
    assert faults_of(lambda: load_rulebook(layer)) == said_at_the_top(path, "says")


@pytest.mark.parametrize("path", BROKEN_INITIATIVES, ids=lambda path: path.stem)
def test_a_broken_initiative_file_is_met_with_exactly_these_messages(path: Path, questions: Questions) -> None:
    assert faults_of(lambda: read_initiative(path, questions, name=path.name)) == said_at_the_top(path, "says")


@pytest.mark.parametrize("path", [*BROKEN_RULES, *BROKEN_LAYERS, *BROKEN_INITIATIVES], ids=lambda path: path.stem)
def test_no_message_needs_the_words_of_programmers(path: Path) -> None:
    for said in said_at_the_top(path, "says"):
        in_our_own_words = re.sub(r'"[^"]*"|\{[^}]*\}', "", said.split(" ", 2)[2])
        assert not JARGON.search(in_our_own_words)


def test_every_code_is_shown_by_some_broken_file() -> None:
    said = [
        line for path in (*BROKEN_RULES, *BROKEN_LAYERS, *BROKEN_INITIATIVES) for line in said_at_the_top(path, "says")
    ]
    shown = {line.split(" ")[1] for line in said}
    assert shown | SHOWN_BELOW | SHOWN_ELSEWHERE == {code for code in FAULT_CODES if code[0] not in "CPSTW"}
    assert not shown & SHOWN_BELOW


# What is sound


def test_the_small_rulebook_is_sound(small: SmallRulebook) -> None:
    assert small.faults() == []


def test_an_initiative_without_any_answers_is_sound(tmp_path: Path, questions: Questions) -> None:
    assert initiative_faults(tmp_path, "initiative: A sample\n", questions) == []


def test_a_mark_at_the_beginning_and_the_line_ends_of_windows_do_no_harm(tmp_path: Path, questions: Questions) -> None:
    content = "initiative: A sample\r\nanswers:\r\n  stage: idea\r\n"
    assert initiative_faults(tmp_path, content.encode("utf-8-sig"), questions) == []


# Files that cannot be read


def test_a_folder_without_a_manifest_is_no_rulebook(small: SmallRulebook) -> None:
    (small.folder / "rulebook.yaml").unlink()
    message = "There is no rulebook.yaml in this folder, so it is not a rulebook."
    assert small.faults() == [f"{small.folder}: R01 {message}"]


def test_missing_sources_are_told_once_however_many_are_cited(small: SmallRulebook) -> None:
    (small.folder / "sources.yaml").unlink()
    message = "There is no sources.yaml beside this file, although sources are cited."
    assert small.faults() == [f"small_rules/rulebook.yaml: R01 {message}"]


def test_an_initiative_file_that_is_not_there_is_told_by_name(tmp_path: Path, questions: Questions) -> None:
    absent = tmp_path / "absent.yaml"
    told = faults_of(lambda: read_initiative(absent, questions, name=absent.name))
    assert told == ["absent.yaml: Y01 The file cannot be read: No such file or directory."]


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path, questions: Questions) -> None:
    told = faults_of(lambda: read_initiative(tmp_path, questions, name="folder"))
    assert told == ["folder: Y01 The file cannot be read: Is a directory."]


def test_text_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path, questions: Questions) -> None:
    content = "initiative: A sample\nabout: Gespräche\n".encode("latin-1")
    told = initiative_faults(tmp_path, content, questions)
    assert told == ["sample.yaml:2:1: Y01 This line is not UTF-8 text. Save the file as UTF-8."]


def test_a_rule_file_that_is_no_text_does_not_hide_the_faults_of_others(small: SmallRulebook) -> None:
    small.put("schools/picture.yaml", b"\x89PNG\r\n\x1a\n")
    small.put("rulebook.yaml", 'version: "1"\n')
    assert small.faults() == [
        'small_rules/rulebook.yaml:1:1: F02 The field "title" is missing in this file.',
        "small_rules/schools/picture.yaml:1:1: Y01 This line is not UTF-8 text. Save the file as UTF-8.",
    ]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, questions: Questions) -> None:
    told = initiative_faults(tmp_path, b"#" * (MAX_BYTES + 1), questions)
    assert told == ["sample.yaml: Y02 The file is larger than 2 MB."]


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 100_000])
def test_brackets_within_brackets_come_to_an_end(depth: int, tmp_path: Path, questions: Questions) -> None:
    told = initiative_faults(tmp_path, f"initiative: {'[' * depth}", questions)
    assert told == [f"sample.yaml:1:{13 + MAX_DEPTH}: Y02 This is nested more than 40 levels deep."]


@pytest.mark.parametrize("content", ["", "\n\n", "# Only a comment.\n", "---\n"])
def test_an_empty_file_is_told_what_it_should_have(content: str, small: SmallRulebook) -> None:
    small.put("rulebook.yaml", content)
    (told,) = small.faults()
    assert told.endswith('F03 This file is empty. It should have the fields "title" and "version".')


def test_a_tab_is_told_where_it_stands(tmp_path: Path, questions: Questions) -> None:
    told = initiative_faults(tmp_path, "initiative: A sample\nanswers:\n\tstage: idea\n", questions)
    assert told == ["sample.yaml:3:1: Y03 A tab stands here. Use spaces instead."]


@pytest.mark.parametrize(("character", "code"), [("\0", "U+0000"), ("\x1b", "U+001B"), ("\x7f", "U+007F")])
def test_a_character_that_nobody_sees_is_told_where_it_stands(
    character: str, code: str, tmp_path: Path, questions: Questions
) -> None:
    told = initiative_faults(tmp_path, f"initiative: Ein Gespräch\nabout: für {character} alle\n", questions)
    message = f"An invisible character ({code}) stands here, which no text may contain. Delete it."
    assert told == [f"sample.yaml:2:12: Y03 {message}"]


# Many faults


def test_fifty_faults_in_one_file_give_fifty_messages_in_the_order_of_the_lines(small: SmallRulebook) -> None:
    finding = "  f{}: {{kind: premise, statement: A sample., when: {{stage: never}}, basis: heuristic}}\n"
    findings = "".join(finding.format(number) for number in range(50))
    small.put("schools/other.yaml", f"school: other\ntitle: Other\nsource: sample-2001\nfindings:\n{findings}")
    message = 'R04 "stage" has no option "never". Expected idea, running or past.'
    told = small.faults()
    assert [line.partition(" ")[2] for line in told] == [message] * 50
    assert [int(line.split(":")[1]) for line in told] == list(range(5, 55))


def test_faults_in_several_files_are_told_together_in_the_order_of_the_files(small: SmallRulebook) -> None:
    small.put("themes/more.yaml", "theme: more\ntitle: More\n")
    small.put("schools/other.yaml", "school: other\ntitle: Other\nsource: weather\nfindings: {}\n")
    small.put("tables/other.yaml", "table: other\ntitle: Other\nbasis: guess\nrows: {}\n")
    unknown = 'There is no source "weather" in sources.yaml. Expected sample-2001 or specimen-2002.'
    assert small.faults() == [
        f"small_rules/schools/other.yaml:3:9: R14 {unknown}",
        'small_rules/tables/other.yaml:3:8: F03 "basis" cannot be "guess". Expected source, practice or heuristic.',
        'small_rules/themes/more.yaml:1:1: F02 The field "findings" is missing in this file.',
    ]


# Garbage


def garbled(content: bytes, chance: random.Random) -> bytes:
    """A file as it may come out of an accident: cut off, with wrong bytes in it, with lines missing or moved."""
    accident = chance.randint(0, 4)
    if accident == 0:
        return chance.randbytes(chance.randint(0, 200))
    if accident == 1:
        return content[: chance.randint(0, len(content))]
    if accident == 2:
        wrong = bytearray(content)
        for _ in range(chance.randint(1, 5)):
            wrong[chance.randrange(len(wrong))] = chance.choice(b"\0\t\n {}[]:,\"'-#&*!|>%@`?~019azAZ\xff")
        return bytes(wrong)
    lines = content.splitlines(keepends=True)
    if accident == 3:
        del lines[chance.randrange(len(lines))]
    else:
        lines.insert(chance.randrange(len(lines)), b" " * chance.randint(0, 8) + chance.choice(lines).lstrip())
    return b"".join(lines)


@pytest.mark.parametrize("seed", range(20))
def test_garbage_in_rule_files_gives_messages_and_nothing_else(seed: int, small: SmallRulebook) -> None:
    chance = random.Random(seed)
    sound = {path.relative_to(SMALL_RULES): path.read_bytes() for path in sorted(SMALL_RULES.rglob("*.yaml"))}
    real = {path.relative_to(bundled_rules()): path.read_bytes() for path in RULE_FILES}
    for _ in range(15):
        name, content = chance.choice([*sound.items(), *real.items()])
        small.put(str(name), garbled(content, chance))
        small.faults()
        if name in sound:
            small.put(str(name), sound[name])
        else:
            (small.folder / name).unlink()


@pytest.mark.parametrize("seed", range(20))
def test_garbage_in_initiative_files_gives_messages_and_nothing_else(
    seed: int, tmp_path: Path, questions: Questions
) -> None:
    chance = random.Random(seed)
    paths = [*BROKEN_INITIATIVES, *INITIATIVES]
    for _ in range(15):
        initiative_faults(tmp_path, garbled(chance.choice(paths).read_bytes(), chance), questions)


@pytest.mark.parametrize(
    "value", ["", "[]", "{}", "[[x]]", "{a: b}", '""', "true", "-1", "1e999", "[null]", "{is: {}}", '"\\0"']
)
def test_any_value_in_any_place_gives_messages_and_nothing_else(value: str, small: SmallRulebook) -> None:
    for path in sorted(SMALL_RULES.rglob("*.yaml")):
        name, content = str(path.relative_to(SMALL_RULES)), path.read_text(encoding="utf-8")
        for written in re.finditer(r"(?<=: )\S.*$|(?<=[{,] )\w+(?=[,}:])|(?<=: )\w+(?=[,}])", content, re.MULTILINE):
            small.put(name, content[: written.start()] + value + content[written.end() :])
            small.faults()
        small.put(name, content)

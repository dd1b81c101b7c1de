"""Beginning with rules of one's own, choosing them, and adding to them, as an expert does who has never programmed."""

import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from advisor.model.finding import Kind
from advisor.model.question import AnswerType
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.store import disk
from tests.layers import layer_on
from tests.places import ROOT
from tests.running import Ran, advisor
from tests.small import SMALL_RULES

Call = Callable[..., Ran]


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """Where the settings will be."""
    return tmp_path / "config" / "advisor" / "settings.yaml"


@pytest.fixture
def call(tmp_path: Path) -> Call:
    """Runs `advisor` in a folder of its own."""
    return partial(advisor, cwd=tmp_path)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A layer on top of the small rulebook."""
    shutil.copytree(SMALL_RULES, tmp_path / "small_rules")
    return layer_on(tmp_path / "small_rules")


# init


def test_a_new_layer_is_sound_at_once_and_changes_nothing(call: Call, tmp_path: Path) -> None:
    assert call("rules", "init", "ours").code == 0
    assert call("rules", "check", "--quick", "--rules", "ours").code == 0
    assert load_rulebook(tmp_path / "ours").findings.keys() == load_rulebook(bundled_rules()).findings.keys()


def test_a_copy_holds_all_rules_and_builds_on_none(call: Call, tmp_path: Path) -> None:
    assert call("rules", "init", "ours", "--copy").code == 0
    copied, bundled = load_rulebook(tmp_path / "ours"), load_rulebook(bundled_rules())
    assert copied.sha256 == bundled.sha256
    assert len(copied.layers) == 1
    assert len(list(copied.examples)) == len(list(bundled.examples))


@pytest.mark.parametrize("option", [[], ["--copy"]])
def test_a_folder_with_something_in_it_is_left_alone(call: Call, tmp_path: Path, option: list[str]) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "letter.txt").write_text("Dear all")
    told = call("rules", "init", "ours", *option)
    message = "There is something in this folder already. Name one that is not there yet, or is empty."
    assert told == Ran(2, "", f"ours: C10 {message}\n")
    assert [path.name for path in (tmp_path / "ours").iterdir()] == ["letter.txt"]
    told = call("rules", "init", "ours/letter.txt")
    assert told.err == "ours/letter.txt: C10 This is a file. Name a folder that is not there yet, or is empty.\n"


# Which rules are used


def test_the_setting_is_used_by_every_call_until_the_rules_that_come_along_are_chosen_again(
    call: Call, ours: Path
) -> None:
    assert "Who are the sample sides?" not in call("questions").out
    assert call("rules", "use", "ours").code == 0
    assert "Who are the sample sides?" in call("questions").out
    assert "Who are the sample sides?" not in call("questions", "--rules", "bundled").out
    assert call("rules", "use", "bundled").code == 0
    assert "Who are the sample sides?" not in call("questions").out
    assert "Who are the sample sides?" in call("questions", "--rules", ours).out


def test_choosing_rules_keeps_what_else_is_written_in_the_settings(call: Call, ours: Path, settings: Path) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_text("# Mine\nrules: elsewhere   # until May\n")
    assert call("rules", "use", "ours").code == 0
    assert settings.read_text() == f'# Mine\nrules: "{ours}"  # until May\n'
    settings.write_text("# Only a note\n")
    assert call("rules", "use", "ours").code == 0
    assert settings.read_text() == f'# Only a note\nrules: "{ours}"\n'


def test_a_folder_without_rules_cannot_be_chosen(call: Call, tmp_path: Path, settings: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert " R01 There is no rulebook.yaml in this folder" in call("rules", "use", "empty").err
    assert call("rules", "use", "absent").err == "absent: C01 There is no such folder.\n"
    assert not settings.exists()


def test_a_setting_that_leads_nowhere_names_the_file_of_settings(call: Call, settings: Path) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_text("rules: gone\n")
    told = call("questions")
    message = (
        'There is no rulebook in "gone". Mend this line, or use the rules that come along: advisor rules use bundled'
    )
    assert told == Ran(2, "", f"{settings}:1:8: C09 {message}\n")
    assert call("questions", "--rules", SMALL_RULES).code == 0
    assert call("rules", "use", "bundled").code == 0
    assert call("questions").code == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rule: ours\n", ':1:1: F01 There is no field "rule" here. Did you mean "rules"?'),
        ("rules: [ours]\n", ':1:8: F03 "rules" should be text; found a list.'),
        ("rules: {\n", ":2:1: Y03 "),
    ],
)
def test_settings_that_cannot_be_read_are_told_like_any_other_file(
    call: Call, settings: Path, text: str, told: str
) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_text(text)
    ran = call("questions")
    assert ran.code == 2
    assert ran.err.startswith(f"{settings}{told}")


def test_a_path_in_the_settings_leads_on_from_their_own_folder(call: Call, ours: Path, settings: Path) -> None:
    settings.parent.mkdir(parents=True)
    shutil.move(ours.parent / "small_rules", settings.parent / "mine")
    settings.write_text("rules: mine\n")
    assert "Who are the sample sides?" in call("questions").out


def test_where_tells_the_layers_what_each_changes_and_who_chose_them(call: Call, ours: Path, settings: Path) -> None:
    manifest = ours / "rulebook.yaml"
    changes = "switches_off:\n  findings:\n    advice/look-closer: We know enough.\n"
    manifest.write_text(manifest.read_text() + changes)
    call("rules", "new", "source", "us-2020", "--rules", ours)
    told = call("rules", "where", "--rules", ours).out
    words = " ".join(told.split())
    assert words.startswith("The rules in use are those that --rules names, which goes before any setting. Setting: ")
    assert f"Layer 1: Ours, version 1 ({load_rulebook(ours).layers[0].sha256[:12]}) In {ours}" in words
    assert "Files: rulebook.yaml, sources.yaml It adds 1 source. It switches off 1 finding:" in words
    assert "- advice/look-closer: We know enough." in words
    assert "Layer 2: A small sample for tests, version 1" in words
    assert words.endswith(f"All layers together: {load_rulebook(ours).sha256[:12]}")
    call("rules", "use", ours)
    assert call("rules", "where").out.startswith(
        f"The rules in use are those that the setting names.\nSetting: {settings}\n"
    )
    settings.unlink()
    assert "those that come along: neither" in call("rules", "where").out


def test_where_says_what_is_wrong_instead_of_something_half_true(call: Call, ours: Path) -> None:
    manifest = ours / "rulebook.yaml"
    manifest.write_text(manifest.read_text() + "replaces: {findings: {small/privat: Ours.}}\n")
    told = call("rules", "where", "--rules", ours)
    assert told.code == 2
    assert "R35" in told.err


# new


@pytest.mark.parametrize("kind", list(Kind))
def test_a_new_finding_of_any_kind_is_sound_at_once(call: Call, ours: Path, kind: Kind) -> None:
    told = call("rules", "new", "finding", "advice/ours", "--kind", kind, "--rules", ours)
    assert told == Ran(0, f"{ours}/themes/advice.yaml:5: {kind} advice/ours\n", "")
    assert call("rules", "check", "--quick", "--rules", ours).code == 0
    assert load_rulebook(ours).findings["advice/ours"].kind is kind


@pytest.mark.parametrize("type_", list(AnswerType))
def test_a_new_question_of_any_type_is_sound_at_once(call: Call, ours: Path, type_: AnswerType) -> None:
    told = call("rules", "new", "question", "our_own", "--kind", type_, "--rules", ours)
    assert told == Ran(0, f"{ours}/questions/own.yaml:6: question our_own\n", "")
    assert call("rules", "check", "--quick", "--rules", ours).code == 0
    assert load_rulebook(ours).questions.initiative["our_own"].type is type_


def test_a_new_question_about_items_is_asked_beside_the_others_about_them(call: Call, ours: Path) -> None:
    for name in ("sides.size", "sides.age", "mediators.size"):
        assert call("rules", "new", "question", name, "--rules", ours).code == 0
    assert call("rules", "check", "--quick", "--rules", ours).code == 0
    groups = load_rulebook(ours).questions.groups
    assert list(groups["sides"].fields)[-2:] == ["size", "age"]
    assert list(groups["mediators"].fields)[-1] == "size"


def test_a_new_school_comes_with_a_criterion_and_a_source_and_is_sound_at_once(call: Call, ours: Path) -> None:
    told = call("rules", "new", "school", "our-levels", "--rules", ours)
    assert told.out.splitlines() == [
        f"{ours}/schools/our-levels.yaml:1: school our-levels",
        f"{ours}/schools/our-levels.yaml:10: criterion our-levels/first-criterion",
        f"{ours}/sources.yaml:4: source our-levels",
    ]
    assert call("rules", "check", "--quick", "--rules", ours).code == 0
    assert [home.id for home in load_rulebook(ours).schools] == ["small", "our-levels"]


def test_what_may_not_be_meant_is_noted_of_a_layer_where_it_stands(call: Call, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "sound_rules", tmp_path / "sound_rules")
    layer_on(tmp_path / "sound_rules")
    call("rules", "new", "school", "our-levels", "--rules", "ours")
    noted = call("rules", "check", "--rules", "ours").out.splitlines()
    assert "ours/sources.yaml:7:12: W15 Still to be written: the title of the publication." in noted
    assert all(" W15 " in line for line in noted)
    call("rules", "new", "source", "us-2020", "--rules", "ours")
    told = call("rules", "check", "--rules", "ours")
    assert told.code == 0
    assert 'ours/sources.yaml:14:3: W13 Nothing cites "us-2020".' in told.out.splitlines()


def test_what_a_layer_changes_of_the_rules_that_come_along_is_told_and_tried_on_their_examples(call: Call) -> None:
    call("rules", "init", "ours")
    call("rules", "new", "finding", "jones/ours", "--rules", "ours")
    told = call("rules", "diff", "bundled", "--rules", "ours").out
    assert "[jones/ours]\n  ours/schools/jones.yaml, line 5" in told
    assert "(examples/oslo-1993.yaml)" in told


def test_a_case_of_a_layer_can_be_like_an_example_of_the_rules_below(call: Call, tmp_path: Path) -> None:
    call("rules", "init", "ours")
    (tmp_path / "ours" / "cases").mkdir()
    case = "about: mapendere\ncases:\n  - {case: As in Aceh, like: aceh-2005, expect: {track-1.5: supported}}\n"
    (tmp_path / "ours" / "cases" / "mine.yaml").write_text(case)
    told = call("rules", "test", "--rules", "ours")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("Cases of your own\n-----------------\nThe one case came out as expected.\n")


def test_a_new_school_can_rest_on_a_source_that_is_there(call: Call, ours: Path) -> None:
    assert call("rules", "new", "source", "levels-1997", "--rules", ours).code == 0
    assert call("rules", "new", "school", "levels", "--source", "levels-1997", "--rules", ours).code == 0
    assert call("rules", "check", "--quick", "--rules", ours).code == 0
    assert load_rulebook(ours).sources["levels-1997"].year == 1997
    told = call("rules", "new", "school", "others", "--source", "levels-1979", "--rules", ours)
    assert 'C05 There is no source "levels-1979". Did you mean "levels-1997"?' in told.err


def test_what_is_missing_can_be_added_while_the_rules_are_not_sound(call: Call, ours: Path) -> None:
    call("rules", "new", "school", "levels", "--rules", ours)
    path = ours / "schools" / "levels.yaml"
    path.write_text(path.read_text().replace("source: levels", "source: us-2020"))
    assert call("rules", "check", "--quick", "--rules", ours).code == 1
    assert call("rules", "new", "source", "us-2020", "--rules", ours).code == 0
    assert call("rules", "check", "--quick", "--rules", ours).code == 0


def test_editors_can_complete_what_is_new(call: Call, tmp_path: Path) -> None:
    call("rules", "init", "ours")
    call("rules", "new", "finding", "jones/ours", "--rules", "ours")
    assert "jones/ours" in (tmp_path / "ours" / "schema" / "school.json").read_text()


ENTRY = "{kind: premise, statement: A, when: {stage: idea}, basis: heuristic}"
COMMENTED = f"school: small  # below\nfindings:\n  # About one\n  one: {ENTRY}  # so\n  # More of one\n"
CLOSE = f"school: small\nfindings:\n  a: {ENTRY}\n  b: {ENTRY}"
WRITTEN: Mapping[str, tuple[str, str]] = {
    "comments stay with what they are about": (
        f"{COMMENTED}\n# The end\n",
        f"{COMMENTED}\n  two:{{}}\n\n# The end\n",
    ),
    "entries that stand close stay close": (CLOSE, f"{CLOSE}\n  two:{{}}"),
    "what comes behind stays behind": (
        f"findings:\n    a: {ENTRY}\nschool: small\n",
        f"findings:\n    a: {ENTRY}\n\n    two:{{}}\nschool: small\n",
    ),
    "nothing yet": ("school: small\nfindings: {}  # none\n", "school: small\nfindings:  # none\n  two:{}\n"),
    "nothing at all": ("school: small\nfindings:\n", "school: small\nfindings:\n  two:{}\n"),
    "not even the word": ("school: small\n", "school: small\n\nfindings:\n  two:{}\n"),
}


@pytest.mark.parametrize(("before", "after"), WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_written_in_a_file_stays_as_it_is(call: Call, ours: Path, before: str, after: str, end: str) -> None:
    path = ours / "schools" / "small.yaml"
    path.parent.mkdir()
    path.write_bytes(before.replace("\n", end).encode("utf-8-sig"))
    path.chmod(0o640)
    ran = call("rules", "new", "finding", "two", "--in", "schools/small.yaml", "--rules", ours)
    assert ran.err == ""
    written = path.read_bytes().decode("utf-8-sig").replace(end, "\n")
    head, tail = after.split("two:{}")
    assert written.startswith(head + "two:\n")
    assert written.endswith(f"# dissent: Who disagrees, and how.{tail}")
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_nothing_is_added_to_a_file_that_another_window_is_saving(call: Call, ours: Path) -> None:
    path = ours / "sources.yaml"
    path.write_text("sources: {}\n")
    lock = disk.Lock(path.resolve())
    told = call("rules", "new", "source", "us-2020", "--rules", ours)
    lock.release()
    assert (told.code, told.err.split(": ")[1][:3]) == (2, "S01")
    assert path.read_text() == "sources: {}\n"
    assert sorted(one.name for one in ours.iterdir()) == ["rulebook.yaml", "sources.yaml"]


def test_nothing_is_written_where_it_could_not_be_read_again(call: Call, ours: Path) -> None:
    path = ours / "schools" / "small.yaml"
    path.parent.mkdir()
    for text in (
        "{school: small, findings: {a: {kind: premise}}}\n",
        "school: small\nfindings: {a: {kind: premise}}\n",
    ):
        path.write_text(text)
        told = call("rules", "new", "finding", "small/two", "--rules", ours)
        assert (told.code, told.err.split(": ")[1][:3]) == (2, "S05")
        assert path.read_text() == text


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (["finding", "smal/x"], 'C13 There is no school or theme "smal". Did you mean "small"?'),
        (["finding", "x"], "C13 Say in which school or theme: advisor rules new finding SCHOOL/x."),
        (["finding", "small/X y"], 'F04 "X y" cannot be an id. Write "x-y".'),
        (["finding", "small/x", "--kind", "critereon"], 'C02 There is no kind "critereon". Did you mean "criterion"?'),
        (["finding", "small/x", "--in", "questions/a.yaml"], "C13 In "),
        (["finding", "small/x", "--in", "themes/advice.yaml"], 'C13 The file advice.yaml is about "advice", not about'),
        (
            ["finding", "x", "--in", "schools/new.yaml"],
            'C13 There is no school or theme "new". For a new school: advisor rules new',
        ),
        (["finding", "small/private", "--kind", "risk"], 'C02 "small/private" is there already and would be copied'),
        (["question", "stage", "--in", "questions/a.yaml"], 'C02 "stage" is there already and would be copied'),
        (["question", "side.size"], 'C13 There is no group "side" that could be asked about. Did you mean "sides"?'),
        (["question", "size", "--kind", "numbers"], 'C02 There is no kind "numbers". Did you mean "number"?'),
        (["source", "us", "--kind", "book"], "C02 --kind goes with finding or question only."),
        (["school", "ours", "--in", "schools/x.yaml"], "C02 --in goes with finding or question only."),
        (["school", "advice"], 'C12 There is a theme "advice" already'),
        (
            ["school", "small"],
            'C12 There is a school "small" already, in small_rules/schools/small.yaml:2:9. To add to',
        ),
        (["school", "Ours"], 'F04 "Ours" cannot be an id. Write "ours".'),
    ],
)
def test_what_cannot_be_added_is_told_and_nothing_is_written(
    call: Call, ours: Path, wanted: list[str], told: str
) -> None:
    ran = call("rules", "new", *wanted, "--rules", ours)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"advisor rules new: {told}")
    assert [path.name for path in ours.rglob("*") if path.is_file()] == ["rulebook.yaml"]


@pytest.mark.parametrize(
    ("sort", "id_", "file"),
    [
        ("finding", "small/private", "schools/small.yaml"),
        ("question", "stage", "questions/talks.yaml"),
        ("question", "sides.actor", "questions/people.yaml"),
        ("source", "sample-2001", "sources.yaml"),
    ],
)
def test_what_is_there_below_is_copied_to_be_said_otherwise(
    call: Call, ours: Path, sort: str, id_: str, file: str
) -> None:
    told = call("rules", "new", sort, id_, "--rules", ours)
    assert told.code == 0
    copy, reason = told.out.splitlines()
    assert copy.startswith(f"{ours / file}:")
    assert copy.endswith(f": copy of the {sort} {id_}")
    place, _, says = reason.partition(": ")
    assert says == f"the reason, to be written, why yours stands in place of {id_}"
    assert f'{id_}: "(To be written' in (ours / "rulebook.yaml").read_text().splitlines()[int(place.split(":")[-1]) - 1]
    assert call("rules", "check", "--quick", "--rules", ours).code == 0
    assert "Nothing changed in meaning." in call("rules", "diff", "small_rules", ours).out


def test_what_has_been_copied_is_not_copied_again(call: Call, ours: Path) -> None:
    assert call("rules", "new", "source", "sample-2001", "--rules", ours).code == 0
    told = call("rules", "new", "source", "sample-2001", "--rules", ours)
    assert 'C12 There is a source "sample-2001" already, in ours/sources.yaml:3:3.' in told.err


@pytest.mark.parametrize(
    ("off", "wanted", "told"),
    [
        (
            "findings: {advice/clear-track: No}",
            ["finding", "advice/clear-track"],
            'The finding "advice/clear-track" is',
        ),
        ("themes: {advice: No}", ["finding", "advice/clear-track"], 'The theme "advice" is switched off'),
        ("schools: {small: No}, themes: {advice: No}", ["school", "small"], 'The school "small" is switched off'),
        ("themes: {advice: No}", ["finding", "advice/anything"], 'The theme "advice" is switched off'),
    ],
)
def test_what_is_switched_off_is_not_written_anew_before_it_is_switched_on(
    call: Call, ours: Path, off: str, wanted: list[str], told: str
) -> None:
    manifest = ours / "rulebook.yaml"
    manifest.write_text(f"{manifest.read_text()}switches_off: {{{off}}}\n")
    ran = call("rules", "new", *wanted, "--rules", ours)
    assert (ran.code, ran.out) == (2, "")
    assert f"C12 {told}" in ran.err
    assert "ours/rulebook.yaml:4:" in ran.err
    assert "Delete that line there and call this again" in ran.err
    assert [path.name for path in ours.rglob("*") if path.is_file()] == ["rulebook.yaml"]


def test_a_theme_of_ones_own_begins_with_its_first_finding(call: Call, ours: Path) -> None:
    assert call("rules", "new", "finding", "x", "--in", "themes/our-advice.yaml", "--rules", ours).code == 0
    assert call("rules", "new", "finding", "y", "--rules", ours).code == 0
    assert call("rules", "check", "--quick", "--rules", ours).code == 0
    assert load_rulebook(ours).homes["our-advice"].findings == ("our-advice/x", "our-advice/y")


def test_the_rules_that_come_along_are_not_written_into(call: Call) -> None:
    told = call("rules", "new", "source", "us-2020")
    assert told.code == 2
    assert "C11 The rules in use come along with the program, and are not written into." in told.err
    assert "advisor rules init DIR" in told.err

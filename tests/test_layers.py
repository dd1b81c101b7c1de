"""Rules that build on other rules: what a layer adds, replaces and switches off, and whose rule one reads.

Which faults a layer can have, and what is said of them, stands in `broken/layer/` and is tried in test_faults.
"""

import contextlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from advisor.engine.run import Engine
from advisor.errors import AdvisorError
from advisor.initiative.examples import read_examples
from advisor.report.assess import assess
from advisor.report.assessment import Assessment
from advisor.report.plain.page import as_text
from advisor.report.rulebook.lookup import RulebookPages
from advisor.report.rulebook.page import Sort, Target
from advisor.report.rulebook.plain import as_text as page_as_text
from advisor.report.rulebook.written import yaml_of
from advisor.rulebook.bundled import bundled_rules
from advisor.rulebook.loader import load_rulebook
from advisor.rulebook.rulebook import Rulebook
from advisor.schemas import schemas
from tests.layers import layer_on
from tests.small import SMALL_RULES, initiative_of

OTHER_PRIVATE = """\
school: small
findings:
  private:
    kind: criterion
    statement: In our sample, no mediator is a politician.
    when: {no: mediators, where: {political: yes}}
    basis: heuristic
"""
REPLACES_PRIVATE = "replaces:\n  findings:\n    small/private: Ours is kinder.\n"


@pytest.fixture
def below(tmp_path: Path) -> Path:
    """The small rulebook, to build on."""
    return Path(shutil.copytree(SMALL_RULES, tmp_path / "small_rules"))


def pages(rulebook: Rulebook, *targets: Target) -> str:
    shown = RulebookPages(rulebook)
    return " ".join(page_as_text(map(shown.page, targets)).split())


def finding_page(rulebook: Rulebook, finding: str) -> str:
    return pages(rulebook, Target(Sort.FINDING, finding))


# What a layer can do


def test_a_layer_without_any_file_changes_nothing(below: Path) -> None:
    plain, layered = load_rulebook(below), load_rulebook(layer_on(below))
    assert (layered.findings.keys(), layered.questions) == (plain.findings.keys(), plain.questions)


def test_a_layer_adds_to_a_school_below_without_saying_again_what_the_school_is(below: Path) -> None:
    late = (
        "school: small\nfindings:\n  late:\n    kind: criterion\n    statement: It is late.\n    when: {stage: past}\n"
    )
    rulebook = load_rulebook(layer_on(below, {"schools/small.yaml": f"{late}    basis: source\n"}))
    assert rulebook.homes["small"].findings[-2:] == ("small/track-two", "small/late")
    source = rulebook.findings["small/late"].source
    assert source is not None
    assert source.ref == "sample-2001"
    assert rulebook.findings["small/late"].place.file == "ours/schools/small.yaml"


def test_what_is_replaced_keeps_its_place_among_the_others(below: Path) -> None:
    before = load_rulebook(below).homes["small"].findings
    rulebook = load_rulebook(layer_on(below, {"schools/small.yaml": OTHER_PRIVATE}, changes=REPLACES_PRIVATE))
    assert rulebook.homes["small"].findings == before
    assert rulebook.findings["small/private"].statement["en"] == "In our sample, no mediator is a politician."
    assert rulebook.findings["small/track-two"].place.file == "small_rules/schools/small.yaml"


def test_a_school_that_is_switched_off_is_gone_with_its_findings(below: Path) -> None:
    (below / "themes" / "advice.yaml").unlink()
    rulebook = load_rulebook(layer_on(below, changes="switches_off: {schools: {small: Not ours.}}\n"))
    assert not rulebook.homes
    assert not rulebook.findings


def test_a_layer_replaces_what_a_file_says_of_itself(below: Path) -> None:
    files = {"themes/advice.yaml": "theme: advice\ntitle: Our advice\n"}
    rulebook = load_rulebook(layer_on(below, files))
    assert rulebook.homes["advice"].title == {"en": "Our advice"}
    assert len(rulebook.homes["advice"].findings) == 3


def test_a_layer_asks_further_questions_about_the_items_of_a_group(below: Path) -> None:
    size = "section: people\nquestions:\n  sides:\n    fields:\n      size: {prompt: How large is it?, type: number}\n"
    rulebook = load_rulebook(layer_on(below, {"questions/more.yaml": size}))
    assert list(rulebook.questions.groups["sides"].fields) == ["name", "actor", "languages", "size"]


def test_a_question_that_is_replaced_keeps_its_place_or_moves_to_another_section(below: Path) -> None:
    asked = "questions:\n  secret: {prompt: Who knows of it?, type: text}\n"
    changes = "replaces: {questions: {secret: Ours is clearer.}}\n"
    order = list(load_rulebook(below).questions.initiative)
    kept = layer_on(below, {"questions/a.yaml": f"section: talks\n{asked}"}, changes=changes)
    assert list(load_rulebook(kept).questions.initiative) == order
    moved = {"questions/a.yaml": f"section: safety\ntitle: Safety\n{asked}"}
    questions = load_rulebook(layer_on(below, moved, name="others", changes=changes)).questions
    assert questions.initiative["secret"].section == "safety"
    assert len(questions.initiative) == len(order)


def test_a_group_is_switched_off_with_all_that_is_asked_about_its_items(below: Path) -> None:
    changes = (
        "switches_off:\n  questions: {mediators: Nobody mediates., mediators.age: Nobody asks.}\n"
        "  findings: {small/private: No mediators., small/understands: No mediators., small/track-two: Needs them.,"
        " advice/clear-track: Needs it.}\n"
    )
    assert "mediators" not in load_rulebook(layer_on(below, changes=changes)).questions.groups


def test_sources_terms_languages_numbers_and_rows_can_be_replaced_and_switched_off(below: Path) -> None:
    (below / "glossary.yaml").write_text("terms:\n  talk: {term: talk, says: It., basis: heuristic}\n")
    files = {
        "sources.yaml": "sources:\n  sample-2001: {authors: [Ours], year: 2001, title: Ours, seen: secondary}\n",
        "glossary.yaml": "terms:\n  talk: {term: talks, says: Ours., basis: heuristic}\n",
        "languages.yaml": "territories: {YE: Our Yemen}\n",
        "systems.yaml": "systems:\n  1: {title: Ours, says: Ours, by: Us}\n",
        "tables/understood.yaml": "table: understood\nrows: {sr: [sr]}\n",
    }
    changes = (
        "replaces: {sources: {sample-2001: a}, terms: {talk: b}, territories: {YE: c}, systems: {1: d},"
        " rows: {understood/sr: e}}\nswitches_off: {languages: {acq: f}, rows: {understood/hr: g}}\n"
    )
    rulebook = load_rulebook(layer_on(below, files, changes=changes))
    assert rulebook.sources["sample-2001"].title == "Ours"
    assert rulebook.glossary.terms["talk"].says == {"en": "Ours."}
    assert rulebook.questions.territories["YE"].name == {"en": "Our Yemen"}
    assert "acq" not in rulebook.questions.languages
    assert rulebook.systems["1"].title == "Ours"
    assert rulebook.tables["understood"].rows == {"sr": frozenset({"sr"})}


def test_layers_stack_and_the_top_one_has_the_last_word(below: Path) -> None:
    layer_on(below, {"schools/small.yaml": OTHER_PRIVATE}, name="middle", changes=REPLACES_PRIVATE)
    text = OTHER_PRIVATE.replace("our sample", "the top sample")
    changes = REPLACES_PRIVATE.replace("kinder", "kindest")
    rulebook = load_rulebook(
        layer_on(below.parent / "middle", {"schools/small.yaml": text}, name="top", changes=changes)
    )
    assert [layer.name for layer in rulebook.layers] == ["top", "middle", "small_rules"]
    told = finding_page(rulebook, "small/private")
    assert "In the top sample" in told
    assert "It replaces what stands in the file middle/schools/small.yaml, line 3: Ours is kindest." in told
    assert "It replaces what stands in the file small_rules/schools/small.yaml, line 7: Ours is kinder." in told


def test_what_one_layer_switches_off_another_can_bring_back(below: Path) -> None:
    layer_on(below, name="middle", changes="switches_off: {findings: {advice/look-closer: Not needed.}}\n")
    back = (
        "theme: advice\nfindings:\n  look-closer: {kind: step, weight: 1, statement: Look., when: {stage: idea},"
        " basis: heuristic}\n"
    )
    rulebook = load_rulebook(layer_on(below.parent / "middle", {"themes/advice.yaml": back}, name="top"))
    assert rulebook.findings["advice/look-closer"].weight == 1


# Where everything stands


def test_a_fault_is_told_where_it_stands_in_whichever_layer(below: Path) -> None:
    path = below / "schools" / "small.yaml"
    path.write_text(path.read_text().replace("{count: sides,", "{count: side,"))
    text = OTHER_PRIVATE.replace("political: yes", "politicle: yes")
    layer = layer_on(below, {"schools/small.yaml": text}, changes=REPLACES_PRIVATE)
    with pytest.raises(AdvisorError) as caught:
        load_rulebook(layer)
    assert [fault.place.file for fault in caught.value.faults] == [
        "ours/schools/small.yaml",
        "small_rules/schools/small.yaml",
    ]


def test_what_is_wrong_with_a_rule_that_is_replaced_or_switched_off_does_no_harm(below: Path) -> None:
    path = below / "schools" / "small.yaml"
    path.write_text(path.read_text().replace("{no: mediators,", "{non: mediators,"))
    load_rulebook(layer_on(below, {"schools/small.yaml": OTHER_PRIVATE}, changes=REPLACES_PRIVATE))


def test_two_layers_in_folders_of_the_same_name_are_told_apart(tmp_path: Path, below: Path) -> None:
    (tmp_path / "home").mkdir()
    layer = layer_on(below, name="home/small_rules")
    (layer / "rulebook.yaml").write_text('title: Ours\nversion: "1"\nbuilds_on: ../../small_rules\n')
    names = [one.name for one in load_rulebook(layer).layers]
    assert names == ["small_rules", f"{tmp_path.name}/small_rules"]


def test_the_page_of_a_rule_shows_the_lines_of_the_layer_that_has_it(below: Path) -> None:
    files = {
        "schools/small.yaml": OTHER_PRIVATE,
        "sources.yaml": "sources:\n  ours-2020: {authors: [Us], year: 2020, title: Ours, seen: publication}\n",
    }
    rulebook = load_rulebook(layer_on(below, files, changes=REPLACES_PRIVATE))
    places = {
        Target(Sort.FINDING, "small/private"): ("ours/schools/small.yaml", 3),
        Target(Sort.FINDING, "small/two-sides"): ("small_rules/schools/small.yaml", 12),
        Target(Sort.SOURCE, "ours-2020"): ("ours/sources.yaml", 2),
        Target(Sort.SOURCE, "sample-2001"): ("small_rules/sources.yaml", 3),
    }
    for target, place in places.items():
        written = yaml_of(target, rulebook)
        assert written is not None
        assert (written.file, written.first) == place
        assert f"In the file {place[0]}, line {place[1]}." in pages(rulebook, target)


# What is told of the rules


def judged(folder: Path) -> Assessment:
    engine = Engine(load_rulebook(folder))
    return assess(engine, initiative_of(engine.rulebook, "  stage: idea\n"))


def test_an_assessment_names_all_layers_with_their_hashes(below: Path) -> None:
    rulebook = load_rulebook(layer_on(below))
    told = " ".join(as_text(judged(below.parent / "ours"), with_reasons=False).split())
    top, bottom = (layer.sha256[:12] for layer in rulebook.layers)
    assert f"Rules: Ours, version 1 ({rulebook.sha256[:12]}) Its own layer: Ours, version 1 ({top})" in told
    assert f"Built on: A small sample for tests, version 1 ({bottom}) Answers:" in told


def test_an_assessment_by_one_rulebook_alone_names_it_once(below: Path) -> None:
    told = as_text(judged(below), with_reasons=False)
    assert told.count("A small sample for tests") == 1
    assert "Built on" not in told


def test_the_json_of_an_assessment_names_all_layers_and_keeps_the_contract(below: Path) -> None:
    assessment: dict[str, Any] = judged(layer_on(below)).model_dump()
    contract = json.loads((bundled_rules() / "schema" / "assessment.json").read_text())
    jsonschema.Draft7Validator(contract).validate(assessment)
    assert [layer["title"] for layer in assessment["rulebook"]["layers"]] == ["Ours", "A small sample for tests"]


def test_the_hash_tells_any_change_in_any_layer(below: Path) -> None:
    layer = layer_on(below)
    hashes = {load_rulebook(below).sha256, load_rulebook(layer).sha256}
    for path in (layer / "rulebook.yaml", below / "sources.yaml"):
        path.write_text(f"{path.read_text()}# A note\n")
        hashes.add(load_rulebook(layer).sha256)
    assert len(hashes) == 4


def test_a_term_below_that_only_a_switched_off_rule_used_is_nobodys_fault(below: Path) -> None:
    (below / "glossary.yaml").write_text("terms:\n  closer: {term: too little, says: It., basis: heuristic}\n")
    load_rulebook(below, thoroughly=True)
    layer = layer_on(below, changes="switches_off: {findings: {advice/look-closer: Not needed.}}\n")
    load_rulebook(layer, thoroughly=True)


def test_the_examples_of_all_layers_come_along_as_far_as_they_answer_what_is_asked(below: Path) -> None:
    (below / "examples").mkdir()
    (below / "examples" / "a.yaml").write_text("initiative: A\nanswers: {secret: yes}\n")
    (below / "examples" / "b.yaml").write_text("initiative: B\n")
    files = {"examples/c.yaml": "initiative: C\n"}
    layer = layer_on(below, files, changes="switches_off: {questions: {secret: Not asked.}}\n")
    assert [one.name for _, one in read_examples(load_rulebook(layer))] == ["C", "B"]


def test_editors_let_a_layer_leave_out_what_the_rules_below_say(below: Path) -> None:
    made = schemas(load_rulebook(layer_on(below)))
    late = {"school": "small", "findings": {}}
    jsonschema.Draft7Validator(made["school.json"]).validate(late)
    more = {"section": "people", "questions": {"sides": {"fields": {}}}}
    jsonschema.Draft7Validator(made["questions.json"]).validate(more)
    assert list(jsonschema.Draft7Validator(schemas(load_rulebook(below))["school.json"]).iter_errors(late))


def test_a_layer_on_the_bundled_rules_builds_on_the_word_for_them(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "rulebook.yaml").write_text('title: Ours\nversion: "1"\nbuilds_on: bundled\n')
    rulebook = load_rulebook(folder)
    assert [layer.name for layer in rulebook.layers] == ["ours", "bundled"]
    assert rulebook.findings.keys() == load_rulebook(bundled_rules()).findings.keys()


@pytest.mark.parametrize(
    "value",
    ["", "[]", "{}", "[[x]]", "{a: b}", '""', "true", "-1", "[null]", "{is: {}}", '"\\0"', "small/private", ".", "~x"],
)
def test_any_value_in_any_place_of_a_layer_gives_messages_and_nothing_else(value: str, below: Path) -> None:
    files = {
        "schools/small.yaml": OTHER_PRIVATE,
        "questions/more.yaml": "section: people\nquestions:\n  sides: {fields: {size: {prompt: How?, type: number}}}\n",
        "languages.yaml": "territories: {YE: Ours}\n",
    }
    changes = f"{REPLACES_PRIVATE}  territories: {{YE: Ours.}}\nswitches_off:\n  languages: {{acq: Not here.}}\n"
    layer = layer_on(below, files, changes=changes)
    load_rulebook(layer)
    for path in sorted(layer.rglob("*.yaml")):
        content = path.read_text()
        for written in re.finditer(r"(?<=: )\S.*$|(?<=[{,] )\w+(?=[,}:])|(?<=:)\n(?: +.*\n)+", content, re.MULTILINE):
            end = "\n" if written[0].startswith("\n") else ""
            path.write_text(f"{content[: written.start()]} {value}{end}{content[written.end() :]}")
            with contextlib.suppress(AdvisorError):
                load_rulebook(layer)
        path.write_text(content)

"""The rulebook as people read it: every condition in plain English, a page for everything, and ways to find it."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.documents import parse_document, read_document
from advisor.errors import AdvisorError
from advisor.explain.conditions import Conditions, Sentence
from advisor.logic.answers import Between
from advisor.logic.conditions import (
    AnswerTest,
    Condition,
    Not,
    Quantified,
    Quantifier,
    Ref,
    Shares,
    Subject,
    findings_used,
    nodes,
    questions_used,
)
from advisor.model.finding import Finding
from advisor.report.rulebook.lookup import RulebookPages, targets_of
from advisor.report.rulebook.page import Page, Sort, Target
from advisor.report.rulebook.plain import as_text
from advisor.report.rulebook.search import search
from advisor.report.rulebook.written import yaml_of
from advisor.rulebook.loader import load_rulebook
from tests.bundled import bundled_rulebook
from tests.places import ROOT
from tests.random_rulebooks import RulebookMaker
from tests.running import advisor
from tests.small import small_rulebook

RULEBOOK = bundled_rulebook()
CONDITIONS = Conditions(RULEBOOK, "en")
PAGES = RulebookPages(RULEBOOK)
FINDINGS = list(RULEBOOK.findings.values())
SMALL_RULES = ROOT / "tests" / "small_rules"

RAW = re.compile(
    r"[{}<>=_]|\w\.[a-z]|\b(at_least|at_most|includes|shares|same_as|when|not_when|where:|for_each|finding|findings|"
    r"status|premise|literal|operator|quantifier|true|false|unknown|met|AnyOf|Includes)\b"
)
"""Words and signs of the rule language, and of those who made it."""


def conditions_of(finding: Finding) -> list[Condition]:
    return [*finding.conditions, *(filling.who for filling in finding.filled_by)]


def told(finding: Finding) -> list[Sentence]:
    """Every sentence about the conditions of a finding."""
    return [s for c in conditions_of(finding) for s in CONDITIONS.told(c, finding.for_each).all()]


def own_words(sentence: Sentence) -> str:
    """What a sentence says by itself: without questions, options, and what another finding says."""
    says = re.sub(r'"[^"]*"', "", sentence.says)
    for question in map(RULEBOOK.questions.find, sentence.questions):
        says = says.replace(question.prompt["en"], "")
    for finding in (RULEBOOK.findings[name] for name in [sentence.finding] if name is not None):
        for wording in (finding.statement, finding.statement_not or {}):
            for text in wording.values():
                says = says.replace(text, "")
    return says


def page_of(id_: str) -> Page:
    (target,) = PAGES.called(id_)
    return PAGES.page(target)


def section(page: Page, title: str) -> list[str]:
    """The lines of a section and all that they lead to, with the ids of what they tell of."""
    lines = [line for s in page.sections if s.title == title for top in s.lines for line in top.all()]
    return [f"{line.says} [{line.target.id}]" if line.target else line.says for line in lines]


# Every finding of the rulebook, school by school and theme by theme

every_finding = pytest.mark.parametrize("home", RULEBOOK.homes)


def findings_of(home: str) -> list[Finding]:
    return [RULEBOOK.findings[name] for name in RULEBOOK.homes[home].findings]


@every_finding
def test_conditions_are_told_without_a_word_or_sign_of_the_rule_language(home: str) -> None:
    raw = [(f.id, s.says) for f in findings_of(home) for s in told(f) if RAW.search(own_words(s))]
    assert raw == []


@every_finding
def test_every_sentence_is_whole(home: str) -> None:
    for sentence in (s for finding in findings_of(home) for s in told(finding)):
        assert re.match(r"[A-Z\[].*[.?!:]$", sentence.says)
        assert sentence.says.endswith(":") == bool(sentence.under)
        assert len(sentence.under) != 1


@every_finding
def test_each_question_that_a_finding_asks_is_named_where_it_is_asked_and_among_the_answers_it_needs(home: str) -> None:
    for finding in findings_of(home):
        says = " ".join(s.says for s in told(finding))
        needs = section(PAGES.page(Target(Sort.FINDING, finding.id)), "The answers it needs")
        asked = {q for condition in conditions_of(finding) for q in questions_used(condition) if not q.endswith(".id")}
        for question in map(RULEBOOK.questions.find, asked):
            assert question.prompt["en"] in says or f"the {question.label['en'].lower()}" in says
            assert any(line.endswith(f"[{question.id}]") for line in needs)


@every_finding
def test_each_option_that_a_finding_asks_for_is_named_by_its_label(home: str) -> None:
    for finding in findings_of(home):
        says = " ".join(s.says for s in told(finding))
        tests = [n for c in conditions_of(finding) for n in nodes(c) if isinstance(n, AnswerTest)]
        for test in tests:
            options = RULEBOOK.questions.find(test.ref.question).options
            words = () if isinstance(test.check, Between) else test.check.words
            assert [w for w in words if w in options and f'"{options[str(w)].label["en"]}"' not in says] == []


@every_finding
def test_each_finding_that_another_builds_on_is_told_where_it_counts_and_knows_who_builds_on_it(home: str) -> None:
    for finding in findings_of(home):
        named = {name for condition in conditions_of(finding) for name in findings_used(condition)}
        assert {s.finding for s in told(finding)} - {None} == named
        builds_on = section(PAGES.page(Target(Sort.FINDING, finding.id)), "What it builds on")
        for name in named:
            assert any(line.endswith(f"[{name}]") for line in builds_on)
            above = section(PAGES.page(Target(Sort.FINDING, name)), "What builds on it")
            assert any(line.endswith(f"[{finding.id}]") for line in above)


@every_finding
def test_the_block_of_a_finding_in_its_file_is_the_finding_and_nothing_else(home: str) -> None:
    for finding in findings_of(home):
        written = yaml_of(Target(Sort.FINDING, finding.id), RULEBOOK)
        name = finding.id.partition("/")[2]
        assert written.lines[0].strip() == f"{name}:"
        assert written.lines[-1].strip()
        in_its_file = read_document(ROOT / written.file).data["findings"][name]
        assert parse_document("\n".join(written.lines), "block").data == {name: in_its_file}


def test_what_is_written_of_questions_sources_and_terms_is_their_block_too() -> None:
    for target in targets_of(RULEBOOK):
        if target.sort in (Sort.QUESTION, Sort.SOURCE, Sort.TERM):
            written = yaml_of(target, RULEBOOK)
            name = target.id.rpartition(".")[2] if target.sort is Sort.QUESTION else target.id
            (own,) = parse_document("\n".join(written.lines), "block").data
            assert own == name


def test_what_is_written_of_a_school_or_theme_is_all_that_stands_before_its_findings() -> None:
    for target in targets_of(RULEBOOK):
        if target.sort in (Sort.SCHOOL, Sort.THEME):
            written = yaml_of(target, RULEBOOK)
            whole = read_document(ROOT / written.file).data
            del whole["findings"]
            assert written.lines[-1].strip()
            assert parse_document("\n".join(written.lines), "head").data == whole


def test_a_term_is_told_with_its_sources_and_with_what_uses_it() -> None:
    page = PAGES.page(Target(Sort.TERM, "transfer"))
    assert page.facts[0].says.startswith("What moves from unofficial talks")
    targets = {line.target for part in page.sections for line in part.lines}
    assert any(target is not None and target.sort is Sort.SOURCE for target in targets)
    assert Target(Sort.TERM, "transfer") not in targets


def test_a_page_leads_to_the_terms_that_stand_on_it() -> None:
    terms = next(part for part in page_of("official_link").sections if part.title == "Terms in it")
    assert Target(Sort.TERM, "official-talks") in {line.target for line in terms.lines}


def test_a_term_is_found_by_any_of_its_forms() -> None:
    assert Target(Sort.TERM, "track-1.5") in {hit.target for hit in search(RULEBOOK, "Track One and a Half")}


@pytest.mark.parametrize("sort", Sort)
def test_everything_has_a_page_that_fits_a_terminal(sort: Sort) -> None:
    targets = [target for target in targets_of(RULEBOOK) if target.sort is sort]
    assert targets
    for page in map(PAGES.page, targets):
        assert page.sections
        assert all(s.lines for s in page.sections)
        assert max(map(len, as_text([page]).splitlines())) <= 80
        assert re.match(r"[^{}]+$", page.title)


def test_every_place_on_a_page_is_where_it_stands() -> None:
    for target in targets_of(RULEBOOK):
        place = PAGES.page(target).place
        if place is not None:
            line = (ROOT / place.file).read_text().splitlines()[place.line - 1]
            assert target.sort in (Sort.SCHOOL, Sort.THEME) or f"{re.split('[/.]', target.id, maxsplit=1)[-1]}:" in line


# Conditions, one by one


def examples(name: str) -> list[tuple[str, str]]:
    """Conditions, each with the sentence that it is told in, which stands below it."""
    blocks = (ROOT / "tests" / "conditions_in_english" / f"{name}.txt").read_text().rstrip("\n").split("\n\n")
    return [(when, says.strip()) for when, says in (block.split("\n") for block in blocks)]


def told_in_small(folder: Path, when: str, **fields: str) -> list[str]:
    """The sentences about a condition that stands in the small rulebook, indented by how deep they stand."""
    shutil.copytree(SMALL_RULES, folder / "rules")
    written = {"kind": "premise", "basis": "heuristic", "statement": '"It"', **fields, "when": when}
    entry = "\n".join(f"    {key}: {value}" for key, value in written.items())
    (folder / "rules" / "themes" / "new.yaml").write_text(f"theme: new\ntitle: New\nfindings:\n  it:\n{entry}\n")
    rulebook = load_rulebook(folder / "rules")
    it = rulebook.findings["new/it"]
    return list(indented(Conditions(rulebook, "en").told(it.when, it.for_each)))


def indented(sentence: Sentence, depth: int = 0) -> list[str]:
    return ["  " * depth + sentence.says, *(line for inner in sentence.under for line in indented(inner, depth + 1))]


@pytest.mark.parametrize(("when", "says"), examples("initiative"))
def test_a_condition_is_told_in_the_words_of_questions_and_options(when: str, says: str, tmp_path: Path) -> None:
    assert told_in_small(tmp_path, when) == [says]


@pytest.mark.parametrize(("when", "says"), examples("each_side"))
def test_what_is_asked_for_each_item_tells_this_one_from_those_that_it_looks_at(
    when: str, says: str, tmp_path: Path
) -> None:
    assert told_in_small(tmp_path, when, for_each="sides") == [says]


@pytest.mark.parametrize(("when", "says"), examples("reading"))
def test_how_findings_have_settled_is_told(when: str, says: str, tmp_path: Path) -> None:
    assert told_in_small(tmp_path, when, kind="headline") == [says]


def test_lists_of_conditions_are_told_by_how_many_have_to_hold(tmp_path: Path) -> None:
    when = """
      all:
        - {all: [{stage: past}, {secret: yes}]}
        - {any: [{rounds: 1}, {not: {all: [{rounds: 2}, {secret: no}]}}]}
        - {not: {any: [{goals: {includes: trust}}, {goals: {includes: channel}}]}}
        - {any: [{finding: small/private}, {not: {finding: small/private}}]}
    """.rstrip()
    assert told_in_small(tmp_path, when) == [
        "All of these are so:",
        '  How far along are the sample talks? "Over".',
        '  Are the sample talks secret? "Yes".',
        "  At least one of these is so:",
        "    How many rounds of sample talks were there? Exactly 1.",
        "    At least one of these is so:",
        "      How many rounds of sample talks were there? Any number but 2.",
        '      Are the sample talks secret? "Yes".',
        "  Neither of these is so:",
        '    What are the sample talks for? Among the answers: "Trust".',
        '    What are the sample talks for? Among the answers: "A line of communication".',
        "  It is known whether or not this is so: In the sample, no mediator represents a government.",
    ]


def test_several_conditions_on_one_item_stand_below_it(tmp_path: Path) -> None:
    when = "{every: mediators, where: {any: [{political: yes}, {finding: small/understands}]}}"
    assert told_in_small(tmp_path, when) == [
        "For each of the mediators, at least one of these is so:",
        '  Does this mediator represent a government? "Yes".',
        "  In the sample, that mediator and somebody from every side understand each other.",
    ]


def test_a_finding_that_compares_an_item_with_its_own_list_means_the_others() -> None:
    alike = Shares(Ref("sides.territory", Subject.ITEM), Ref("sides.territory", Subject.EACH))
    told = CONDITIONS.told(Quantified(Quantifier.SOME, "sides", alike), "sides").says
    assert told.startswith("For at least one of the other sides: ")
    assert "The same as this side's answer to" in told


def test_phases_and_strands_are_told(tmp_path: Path) -> None:
    when = "{all: [{count: parts, at_least: 2}, {some: parts, where: {stage: past}}]}"
    assert told_in_small(tmp_path, when, scope="whole") == [
        "Both of these are so:",
        "  The initiative has at least two phases and strands.",
        '  For at least one of the phases and strands: How far along are the sample talks? "Over".',
    ]


@given(st.randoms(use_true_random=False))
def test_whatever_can_be_written_can_be_told_and_denied_twice_it_is_told_the_same(chance: Random) -> None:
    made = RulebookMaker(chance).make()
    rulebook = replace(made, homes=dict.fromkeys(("school", "another"), RULEBOOK.homes["jones"]))
    conditions = Conditions(rulebook, "en")
    for finding in rulebook.findings.values():
        for condition in finding.conditions:
            once = conditions.told(condition, finding.for_each)
            assert conditions.told(Not(Not(condition)), finding.for_each) == once
            assert indented(conditions.told(Not(condition), finding.for_each)) != indented(once)
            assert not any(re.search(r"[{}]", line) for line in indented(once))


# Pages


def test_a_finding_says_who_says_so_and_on_what_it_rests() -> None:
    told = advisor("rules", "show", "mapendere/track-1.5")
    assert told.code == 0
    flat = " ".join(told.out.split())
    assert "Who says so: Mapendere: Track One and a Half (a school of thought)" in flat
    assert "What it is: A verdict: what the school says of Track 1.5" in flat
    assert "Rests on: What a publication says" in flat
    assert "Where in it: issue brief, Definitional Ambiguities, note 11" in flat
    assert "How known: To us, only through the issue brief" in flat
    assert "In the file rules/schools/2-mapendere.yaml, line" in flat


def test_a_rule_of_thumb_says_that_it_is_ours_and_from_what_it_is_drawn() -> None:
    facts = {fact.label: fact.says for fact in page_of("goals/signing").facts}
    assert facts["Rests on"] == "Our own rule of thumb"
    assert facts["Drawn from"].startswith("Mapendere, J. (2005)")
    assert facts["Where it does not hold"] == "Nothing is said"


def test_what_holds_for_all_advice_of_a_theme_stands_apart_from_what_the_finding_asks() -> None:
    (holds,) = [s for s in page_of("risks/ends-in-nothing").sections if s.title == "When it holds"]
    own, gate = holds.lines
    assert own.says == 'What becomes of it when the money or the mandate ends? "Nobody has planned that".'
    assert gate.says == 'And, as for all advice under "Risks":'
    assert [line.target for line in gate.under] == [Target(Sort.FINDING, "bearing/advised")]


def test_a_contrary_that_is_written_out_is_told_without_what_holds_for_the_whole_theme() -> None:
    (against,) = section(page_of("montville/interaction"), "When it does not hold")
    assert "They protest or press others to make peace" in against
    head, *rest = section(page_of("languages/which-variety"), "When it does not hold")
    assert head == "At least one of these is so:"
    assert not any("bearing/advised" in line for line in rest)


def test_a_role_says_who_fills_it_and_how_well() -> None:
    filled = section(page_of("team/go-between"), "Who fills it, the best first")
    assert filled == [
        'Fully, somebody of the team: "goes between the sides".',
        'What does this person do? "Goes between the sides".',
    ]


def test_a_step_with_a_date_says_from_which_answers_it_is_counted() -> None:
    facts = {fact.label: fact.says for fact in page_of("steps/begin-the-handover").facts}
    assert facts["When it is due"] == (
        "Half a year before the last meeting. "
        'The date is counted: the answer to "When is, or was, the first meeting?", '
        'plus the years in the answer to "Over how many years is it planned, or paid for?", less 6 months.'
    )
    needs = section(page_of("steps/begin-the-handover"), "The answers it needs")
    assert "When is, or was, the first meeting? [first_meeting]" in needs


def test_a_step_that_is_due_halfway_says_so() -> None:
    facts = {fact.label: fact.says for fact in page_of("steps/hold-the-review").facts}
    assert "plus half of the years in the answer to" in facts["When it is due"]


def test_a_criterion_that_does_not_decide_says_so() -> None:
    page = page_of("montville/altruistic")
    assert any("does not decide. [montville/track-ii]" in line for line in section(page, "What builds on it"))


def test_a_reading_knows_the_verdicts_that_it_counts_and_they_know_it() -> None:
    assert any("[usip/track-1.5]" in line for line in section(page_of("headline/names-1.5"), "What it builds on"))
    assert any("[headline/names-1.5]" in line for line in section(page_of("usip/track-1.5"), "What builds on it"))


def test_answers_that_are_needed_only_through_others_are_told_apart_with_those_of_the_first_questions() -> None:
    page = page_of("mapendere/parties-official")
    assert section(page, "The answers it needs") == []
    through = section(page, "The answers it needs through what it builds on")
    assert "In what capacity do its people come? (among the first questions) [sides.capacity]" in through


def test_a_question_tells_its_options_who_uses_it_and_when_it_is_asked() -> None:
    page = page_of("sides.mandate_evidence")
    assert "It is in writing [written]" in section(page, "Options")
    assert section(page, "When it is asked") == [
        'This side: In what capacity do its people come? Among the answers: "Sent to speak for their side".'
    ]
    assert "Risks [risks]" in section(page, "Themes that use it")
    assert any("[risks/mandate-assumed]" in line for line in section(page, "Findings that ask it"))
    assert {fact.label: fact.says for fact in page.facts}["Asked"] == "Further on, about each of the sides"


def test_a_list_tells_what_is_asked_about_each_of_its_items() -> None:
    fields = section(page_of("interpreters"), "What is asked about each")
    assert "Between which languages? [interpreters.languages]" in fields


def test_a_source_tells_how_it_is_known_and_what_rests_on_it() -> None:
    page = page_of("mapendere-2005")
    assert "How known: To us, only through the issue brief" in as_text([page])
    assert any("[mapendere/parties-official]" in line for line in section(page, "Findings that rest on it"))


def test_a_school_and_a_theme_tell_their_findings_in_the_order_of_their_files() -> None:
    findings = section(page_of("mapendere"), "Its findings, in the order of its file")
    assert [line.rpartition("[")[2] for line in findings] == [
        "mapendere/third-party-not-political]",
        "mapendere/parties-official]",
        "mapendere/track-1.5]",
    ]
    assert section(page_of("risks"), "None of its advice is given unless this holds") == [
        "It is a dialogue that can still be shaped. [bearing/advised]"
    ]


def test_a_theme_and_a_question_of_the_same_name_are_both_shown() -> None:
    out = advisor("rules", "show", "goals").out
    assert out.startswith("Goals [goals]\n")
    assert "\nWhat is the initiative for? [goals]\n" in out


def test_a_finding_and_a_question_can_be_called_by_the_last_part_of_their_id() -> None:
    assert PAGES.called("stamps-that-convict") == (Target(Sort.FINDING, "risks/stamps-that-convict"),)
    assert PAGES.called("mandate_evidence") == (Target(Sort.QUESTION, "sides.mandate_evidence"),)


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("mapendere/track-15", 'Did you mean "mapendere/track-1.5"'),
        ("stamps-that-convcit", '"risks/stamps-that-convict"'),
        ("non-officials", 'Several things are called "non-officials": write "usip/non-officials" or "table/non'),
        ("xyzzyxyzzy", 'The rulebook has nothing called "xyzzyxyzzy".\n'),
    ],
)
def test_a_wrong_id_is_met_with_what_may_be_meant(wrong: str, hint: str) -> None:
    ran = advisor("rules", "show", wrong)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("advisor rules show: C05 ")
    assert hint in ran.err


def test_words_that_are_no_id_are_looked_for_in_what_is_said() -> None:
    ran = advisor("rules", "show", "common", "plan")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith('Nothing is called "common plan". It stands in ')
    assert "what, and who tells\n    whom. [steps/common-plan]\n" in ran.out
    assert ran.out.endswith("advisor rules show, and the id that stands in brackets.\n")


def test_of_much_that_was_found_only_the_best_is_listed() -> None:
    out = advisor("rules", "show", "of").out
    assert out.count("\n  - ") == 12
    assert re.search(r"\n  \(and \d+ more: add a word\)\n", out)


def test_an_id_is_known_whatever_its_case() -> None:
    assert PAGES.called("Mapendere") == (Target(Sort.SCHOOL, "mapendere"),)


def test_another_rulebook_is_shown_and_what_could_steer_a_terminal_is_made_visible(tmp_path: Path) -> None:
    shutil.copytree(SMALL_RULES, tmp_path / "mine")
    path = tmp_path / "mine" / "schools" / "small.yaml"
    path.write_text(path.read_text().replace("A sample of Track II.", '"A \\e[31msample\\u202E of Track II."'))
    ran = advisor("rules", "show", "small/track-two", "--rules", tmp_path / "mine")
    assert ran.code == 0
    assert ran.out.startswith("A <U+001B>[31msample<U+202E> of Track II. [small/track-two]")
    assert "In the file mine/schools/small.yaml, line" in ran.out


# Searching


def found(words: str) -> list[str]:
    return [hit.target.id for hit in search(RULEBOOK, words)]


def test_what_is_searched_is_found_first_by_id_then_by_title_then_by_text() -> None:
    hits = search(RULEBOOK, "crime")
    ranks = [0 if "crime" in hit.target.id else 1 if "crime" in hit.title.lower() else 2 for hit in hits]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}


def test_an_exact_id_comes_before_all_others_whatever_its_case() -> None:
    assert found("GOALS")[:2] == ["goals", "goals"]


def test_every_word_has_to_stand_there_and_accents_do_not_matter() -> None:
    assert found("cuhadar") == ["cuhadar-2009"]
    assert found("cuhadar transfer") == ["cuhadar-2009"]
    assert found("cuhadar xyzzy") == []
    assert found(" ") == []


# What is written


def test_the_block_of_a_finding_ends_where_the_next_begins_whatever_stands_between(tmp_path: Path) -> None:
    shutil.copytree(SMALL_RULES, tmp_path / "rules")
    text = (
        "theme: new\ntitle: New\nfindings:\n  one: {\n    kind: premise, basis: heuristic,\n    statement: One,\n"
        "    when: {secret: yes}\n  }\n\n  # About two\n  two:\n    kind: premise\n# A note\n    basis: heuristic\n"
        '    statement: "Two\u2028lines"\n    when: {secret: no}\n    # Its own last word\n  # About three\n'
        "  three: {kind: premise, basis: heuristic, statement: Three, when: {secret: no}}\n"
    )
    (tmp_path / "rules" / "themes" / "new.yaml").write_text(text)
    rulebook = load_rulebook(tmp_path / "rules")
    targets = [Target(Sort.FINDING, f"new/{name}") for name in ("one", "two", "three")]
    one, two, three = (yaml_of(target, rulebook) for target in targets)
    assert (one.first, one.lines[0], one.lines[-1]) == (4, "  one: {", "  }")
    assert (two.first, two.lines[0], two.lines[-1]) == (11, "  two:", "    # Its own last word")
    assert three.lines == ("  three: {kind: premise, basis: heuristic, statement: Three, when: {secret: no}}",)


def test_pages_of_an_unreadable_id_are_no_traceback() -> None:
    with pytest.raises(AdvisorError, match="C05"):
        PAGES.called("\x1b[31m{}")


def test_a_finding_names_the_papers_in_which_it_is_told_too() -> None:
    shown = " ".join(advisor("rules", "show", "steps/grounds-for-stopping").out.split())
    assert "Told also in: Terms of reference for the mediation team and Expectation sheet for those who pay" in shown


def test_a_rule_of_thumb_is_credited_to_a_publication_only_where_it_says_so() -> None:
    school = "school: own\ntitle: Own\nabout: Own.\nsource: sample-2001\nfindings:\n"
    named = "    source: {ref: specimen-2002}\n"
    told = {"said": ("source", ""), "done": ("practice", ""), "ours": ("heuristic", ""), "after": ("heuristic", named)}
    rest = "    kind: premise\n    statement: It is so.\n    when: {stage: past}\n"
    findings = (f"  {name}:\n{rest}    basis: {basis}\n{source}" for name, (basis, source) in told.items())
    rulebook = small_rulebook({"schools/own.yaml": f"{school}{''.join(findings)}"})
    sources = {name: rulebook.findings[f"own/{name}"].source for name in told}
    credited = {name: source and source.ref for name, source in sources.items()}
    assert credited == {"said": "sample-2001", "done": "sample-2001", "ours": None, "after": "specimen-2002"}

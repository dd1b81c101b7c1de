"""Why: a short paragraph, then a tree in which nothing is told twice, and both sides of what is disputed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given

from advisor.engine.run import Engine
from advisor.errors import AdvisorError, Place
from advisor.explain.proof import Proof, steps_of
from advisor.initiative.initiative import Initiative, View
from advisor.initiative.reader import read_initiative
from advisor.logic.answers import Answer, Item
from advisor.logic.truth import Truth
from advisor.model.finding import Home, Kind
from advisor.reference import Reference
from advisor.report.reasons.branches import Contents
from advisor.report.reasons.build import why
from advisor.report.reasons.plain import as_text
from advisor.report.reasons.result import Branch, WhyResult
from advisor.report.results import Results
from advisor.report.why import explained
from advisor.rulebook.rulebook import Rulebook
from tests.bundled import bundled_engine
from tests.places import COMPOSED, INITIATIVES
from tests.random_rulebooks import initiatives, rulebooks
from tests.small import initiative_of

ENGINE = bundled_engine()
FILES = {path.stem: path for path in (*INITIATIVES, *COMPOSED)}
SCHOOL = Home(
    id="school", title={"en": "School"}, short={"en": "School"}, about=None, school=True, findings=(),
    applies_when=None, place=Place("random"),
)  # fmt: skip

TALKS = "  stage: running\n  activity: talks\n  sides: {only: [{id: a, capacity: {only: [mandated]}}]}\n"
HOST = "  third_parties: {{only: [{{id: host, political: {political}}}]}}\n"
DISPUTED = "{contested: [{is: no, by: the host}, {is: yes, by: a neighbour}]}"


def told(file: str, finding: str, part: str = "", item: str | None = None) -> WhyResult:
    return explained(ENGINE, read_initiative(FILES[file], ENGINE.rulebook.questions), finding, part, item)


def told_of(answers: str, finding: str) -> WhyResult:
    return explained(ENGINE, initiative_of(ENGINE.rulebook, answers), finding)


def paragraph(why_: WhyResult) -> str:
    return " ".join(why_.paragraph)


def branches(steps: Iterable[Branch]) -> Iterator[Branch]:
    for step in steps:
        yield step
        yield from branches(step.steps)


def tree(why_: WhyResult) -> list[Branch]:
    return list(branches((*why_.shared, *(step for side in why_.sides for step in side.steps))))


def says(steps: Iterable[Branch]) -> list[str]:
    return [branch.says for branch in branches(steps)]


# The paragraph


def test_what_is_concluded_is_told_first_with_the_school_and_what_it_rests_on() -> None:
    short = paragraph(told("aceh-2005", "mapendere/track-1.5"))
    assert short == (
        "By the definition of Mapendere, this is Track 1.5. It rests on this: There is a third party, and it does not "
        "represent a political institution. Every side is officially represented. There is one more, below."
    )


def test_what_is_refuted_names_the_condition_that_failed_and_the_answer_by_which() -> None:
    short = paragraph(told("wajir", "mapendere/track-1.5"))
    assert short == (
        "By the definition of Mapendere, this is not Track 1.5. What decides it: At least one side is not officially "
        "represented: nobody comes who is sent to speak for one of the clans of Wajir; nobody comes who is sent to "
        "speak for another of the clans of Wajir."
    )


def test_of_many_conditions_that_failed_two_are_named_and_the_others_counted() -> None:
    told_ = told("yukos", "reimann/track-i")
    assert told_.paragraph[1].startswith("What decides it: It does not work for a ceasefire or an agreement: the")
    assert "Not every side is represented officially: business people" in told_.paragraph[1]
    assert told_.paragraph[2] == "There is one more, below."


def test_of_a_disputed_answer_the_paragraph_tells_only_the_account_that_counts() -> None:
    short = paragraph(told("liberia-2003", "usip/track-i"))
    assert "It is no dialogue: according to those who count it as grassroots protest" in short
    assert "the people involved protest or press others to make peace." in short
    assert "Georgetown" not in short


def test_what_is_missing_is_told_in_words() -> None:
    short = paragraph(told("inter-tajik", "mcdonald-diamond/government"))
    assert 'What is missing: "Capacity" of one of the Tajik factions and another of the Tajik factions.' in short


def test_what_is_missing_beyond_two_things_is_counted() -> None:
    assert 'What is missing: "What they do", "Third parties" and one more.' in paragraph(
        told("blank", "mapendere/track-1.5")
    )


def test_of_what_hangs_on_accounts_it_is_told_who_says_what_and_on_which_answer() -> None:
    short = paragraph(told("liberia-2003", "usip/dialogue"))
    assert "According to Georgetown Institute for Women, Peace and Security (2020)" in short
    assert "It hangs on this answer: What do the people involved do together?" in short


def test_where_readers_differ_it_is_said_that_no_answer_is_disputed() -> None:
    assert "No answer is disputed. Readers of the definition differ" in paragraph(
        told("aceh-2005", "montville/track-i")
    )


def test_what_hangs_on_a_disputed_reading_says_so() -> None:
    short = paragraph(told("oslo-1993", "mapendere/track-1.5"))
    assert short.endswith("That hangs on how a definition is read, and readers differ.")


@pytest.mark.parametrize("file", FILES)
def test_the_paragraph_is_short_and_says_nothing_of_engines(file: str) -> None:
    initiative = read_initiative(FILES[file], ENGINE.rulebook.questions)
    results = Results(ENGINE, initiative, "en")
    for finding in ENGINE.rulebook.findings.values():
        for result in results.every(finding.id, ""):
            told_ = why(results, result)
            assert 1 <= len(told_.paragraph) <= 4
            assert not {"literal", "atom", "premise", "{", "}"}.intersection(paragraph(told_).split())


# The tree


def test_the_same_answers_under_two_findings_are_told_once() -> None:
    text = as_text(told("neacd", "usip/track-1.5"))
    assert text.count("Officials and officers in their private capacity") == 1
    assert "Sides: the same as above." in text


def test_those_of_whom_the_same_is_so_are_told_of_together() -> None:
    aceh = says(told("aceh-2005", "mapendere/track-1.5").sides[0].steps)
    assert "Each: In what capacity do its people come? Sent to speak for their side (that is all)." in aceh


def test_where_only_the_notes_differ_each_is_told_with_whom_it_is_about() -> None:
    (note,) = [branch.note for branch in tree(told("kelman", "usip/track-1.5")) if branch.note]
    assert note.startswith("Israelis: The newspaper had participants ranging")
    assert note.endswith("Palestinians: As for the Israelis.")


def test_what_was_looked_for_stands_beside_what_is_found_instead() -> None:
    (side,) = told("doha-2019", "mapendere/track-1.5").sides
    assert [step.looked_for for step in side.steps] == [
        "There is a third party, and it does not represent a political institution.",
        "Every side is officially represented.",
    ]


def test_an_answer_that_would_have_served_is_told_where_no_finding_stands_between() -> None:
    (side,) = told_of("  stage: past\n", "bearing/planned").sides
    looked_for = [branch.looked_for for branch in branches(side.steps) if branch.question == "stage"]
    assert looked_for == ['"An idea", "Being designed", "Running" or "Coming to an end".']


def test_a_finding_with_a_source_of_its_own_names_it_in_brackets_and_in_full_below() -> None:
    text = as_text(told("standing-channel", "steps/lead-of-standing"))
    assert "(Mapendere 2005)" in text
    assert "Named in brackets above: Mapendere, J. (2005)." in text.replace("\n", " ")


def test_a_finding_that_rests_on_what_the_one_above_rests_on_does_not_repeat_it() -> None:
    assert "(Mapendere 2005)" not in as_text(told("aceh-2005", "mapendere/track-1.5"))


# What is disputed


def test_each_side_of_a_dispute_is_headed_by_whose_account_it_is() -> None:
    told_ = told_of(f"{TALKS}{HOST.format(political=DISPUTED)}", "mapendere/track-1.5")
    assert [side.heading for side in told_.sides] == ["According to the host: yes", "According to a neighbour: no"]
    assert [side.accounts for side in told_.sides] == [["the host"], ["a neighbour"]]


def test_each_side_tells_of_a_disputed_answer_only_the_account_that_counts_there() -> None:
    told_ = told_of(f"{TALKS}{HOST.format(political=DISPUTED)}", "mapendere/track-1.5")
    asked = "host: Does it represent a political institution?"
    assert f"{asked} Disputed. the host: No. a neighbour: Yes." in says(told_.shared)
    assert f"{asked} By this account: No." in says(told_.sides[0].steps)
    assert f"{asked} By this account: Yes." in says(told_.sides[1].steps)


def test_a_side_that_can_be_argued_whoever_is_right_is_nobodys_account() -> None:
    assert [side.heading for side in told("arusha", "mapendere/track-1.5").sides] == [
        "What speaks for it:",
        "What speaks against it:",
    ]


def test_what_both_sides_rest_on_is_told_before_them_and_once() -> None:
    told_ = told("wajir", "montville/track-ii", "district-committee")
    text = as_text(told_)
    assert text.count("They settle local disputes or work") == 1
    assert text.index("What both sides rest on:") < text.index("They settle local") < text.index("What speaks for it:")


def test_two_sides_stand_beside_each_other_where_there_is_room() -> None:
    told_ = told("aceh-2005", "montville/track-i")
    (beside,) = (line for line in as_text(told_, 120).splitlines() if "What speaks for it:" in line)
    assert "What speaks against it:" in beside
    assert max(map(len, as_text(told_, 120).splitlines())) <= 120
    (alone,) = (line for line in as_text(told_, 99).splitlines() if "What speaks for it:" in line)
    assert "against" not in alone
    assert max(map(len, as_text(told_, 99).splitlines())) <= 80


def test_both_columns_tell_what_the_narrow_page_tells() -> None:
    told_ = told("kelman", "usip/track-1.5")
    narrow, wide = (Counter(as_text(told_, width).replace("|", " ").split()) for width in (80, 140))
    assert narrow == wide


# Random rulebooks


def named(initiative: Initiative) -> Initiative:
    """The initiative with names for those whose accounts disagree."""

    def answer(one: Answer) -> Answer:
        by = ("north", "south")
        return (
            replace(one, held=tuple(replace(h, by=b) for h, b in zip(one.held, by, strict=False)))
            if one.contested
            else one
        )

    def view(one: View) -> View:
        groups = {
            name: replace(
                items, items=tuple(Item(i.id, {f: answer(a) for f, a in i.answers.items()}) for i in items.items)
            )
            for name, items in one.groups.items()
        }
        return replace(one, answers={q: answer(a) for q, a in one.answers.items()}, groups=groups)

    return replace(initiative, whole=view(initiative.whole), parts=tuple(map(view, initiative.parts)))


def everything(rulebook: Rulebook, initiative: Initiative) -> Iterator[tuple[Results, WhyResult, list[Proof]]]:
    """Why each finding has settled as it has, everywhere, with its proofs."""
    # No verdict is made for each item of a list.
    findings = {
        name: one.model_copy(update={"kind": Kind.CRITERION}) if one.for_each else one
        for name, one in rulebook.findings.items()
    }
    engine = Engine(replace(rulebook, homes={"school": SCHOOL}, findings=findings))
    results = Results(engine, initiative, "en")
    for finding in findings.values():
        for view in initiative.views if finding.scope == "part" else (initiative.whole,):
            for result in results.every(finding.id, view.id):
                proofs = [
                    proof
                    for met in (True, False)
                    if (proof := results.prover.prove(finding, met=met, view=view.id, item=result.item)) is not None
                ]
                yield results, why(results, result, view.id), proofs
    engine.close()


@given(rulebooks, initiatives.map(named))
def test_nothing_is_told_twice_in_full_and_every_answer_appears(rulebook: Rulebook, initiative: Initiative) -> None:
    for _, why_, proofs in everything(rulebook, initiative):
        contents = Contents()
        steps = [step for step in steps_of(proofs) if all(step is not proof for proof in proofs)]
        there = {contents.number(step): step for step in steps}
        findings = Counter((s.finding, s.item, s.status) for s in there.values() if s.finding and s.steps)
        shown = [branch for branch in tree(why_) if not branch.again]
        full = Counter((b.finding, b.items[0] if b.items else None, b.status) for b in shown if b.finding and b.steps)
        assert all(number <= findings[place] for place, number in full.items())
        answers = Counter((s.question, s.item, s.says) for s in there.values() if s.tests)
        asked = {(b.question, item) for b in tree(why_) for item in (*b.items, *([] if b.items else [None]))}
        assert {(question, item) for question, item, _ in answers} <= asked
        given_ = Counter(
            (b.question, item)
            for b in shown
            if b.question and "According to" not in b.says and "By this account" not in b.says
            for item in b.items
        )
        several = Counter((question, item) for question, item, _ in answers)
        assert all(number <= several[place] for place, number in given_.items())


@given(rulebooks, initiatives.map(named))
def test_of_what_is_contested_both_sides_appear_and_an_account_that_heads_one_decides_it(
    rulebook: Rulebook, initiative: Initiative
) -> None:
    for results, why_, proofs in everything(rulebook, initiative):
        assert len(why_.sides) == len(proofs)
        for side in why_.sides:
            for account in side.accounts:
                believed = _as_told_by(str(account), initiative)
                value = Reference(results.rulebook, believed).judge(why_.result.id, why_.part or "", why_.result.item)
                assert value is (Truth.TRUE if side.proves == "met" else Truth.FALSE)


def _as_told_by(name: str, initiative: Initiative) -> Initiative:
    def answer(one: Answer) -> Answer:
        return replace(one, held=tuple(h for h in one.held if h.by == name)) if one.contested else one

    def view(one: View) -> View:
        groups = {
            group: replace(
                items, items=tuple(Item(i.id, {f: answer(a) for f, a in i.answers.items()}) for i in items.items)
            )
            for group, items in one.groups.items()
        }
        return replace(one, answers={q: answer(a) for q, a in one.answers.items()}, groups=groups)

    return replace(initiative, whole=view(initiative.whole), parts=tuple(map(view, initiative.parts)))


# Which finding is meant


@pytest.mark.parametrize("wanted", ["Mapendere track 1.5", "mapendere-track-1.5", "mapendere/track-1.5"])
def test_a_finding_can_be_named_as_it_is_said(wanted: str) -> None:
    assert told("aceh-2005", wanted).result.id == "mapendere/track-1.5"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("track 1.5", 'Several findings are called "track 1.5": write mapendere/track-1.5 or usip/track-1.5.'),
        ("exploration", "It is a phase or strand: put a finding before it, and write --part exploration."),
        ("israel", "It is somebody in the file: put a finding before it, and write --item israel."),
        ("third-party", "Did you mean mapendere/third-party-not-political or thune-nome/private"),
        ("clash", 'There is no finding "clash".'),
    ],
)
def test_a_word_that_is_no_finding_is_told_apart(wanted: str, message: str) -> None:
    with pytest.raises(AdvisorError) as raised:
        told("oslo-1993", wanted)
    assert message in str(raised.value.faults[0])

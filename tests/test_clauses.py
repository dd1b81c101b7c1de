"""Answers as clauses: what would have to be so, told after "if"."""

import re
from collections.abc import Iterator, Mapping

import pytest

from advisor.explain.clauses import About, Clauses
from advisor.explain.words import Wordings
from advisor.logic.answers import Answer, Held, Item, Items, Word
from advisor.model.clause import QuestionClauses
from advisor.model.entry import Wording
from advisor.model.question import AnswerType, Question
from advisor.report.rulebook.links import Links
from tests.bundled import bundled_rulebook
from tests.small import small_rulebook

BUNDLED = bundled_rulebook()
MOST_WORDS = 16

NEEDED: Mapping[AnswerType, tuple[str, ...]] = {
    AnswerType.YES_NO: ("so", "so_not"),
    AnswerType.CHOICE: (),
    AnswerType.CHOICES: ("none", "no_more"),
    AnswerType.NUMBER: ("so", "one"),
    AnswerType.DATE: ("so",),
    AnswerType.LANGUAGES: ("so", "so_not", "none", "no_more"),
    AnswerType.TERRITORY: ("so", "so_not"),
    AnswerType.TERRITORIES: ("so", "so_not", "none", "no_more"),
    AnswerType.ITEMS: ("so", "so_not", "none", "no_more"),
    AnswerType.GROUP: ("none", "no_more", "one_more", "one_less", "added"),
}
NEEDED_OF_OPTIONS = {AnswerType.CHOICE: ("so",), AnswerType.CHOICES: ("so", "so_not")}
READ = {question for finding in Links(BUNDLED).in_order for question in Links(BUNDLED).asks(finding)}


def missing(question: Question) -> Iterator[str]:
    for field in NEEDED[question.type]:
        if getattr(question, field) is None:
            yield f"{question.id}: {field}"
    for name, option in question.options.items():
        for field in NEEDED_OF_OPTIONS.get(question.type, ()):
            if getattr(option, field) is None:
                yield f"{question.id}: {name}: {field}"


def written() -> Iterator[tuple[str, str]]:
    """Every clause of the rules that come along, with where it stands."""
    for question in BUNDLED.questions.all():
        for name, at in [("", question), *question.options.items()]:
            for field in QuestionClauses.model_fields:
                wording: Wording | None = getattr(at, field, None)
                for text in (wording or {}).values():
                    yield f"{question.id} {name} {field}", text


def test_every_question_that_a_finding_reads_tells_all_its_answers_as_clauses() -> None:
    assert not [one for question in BUNDLED.questions.all() if question.id in READ for one in missing(question)]


def test_clauses_go_on_after_if_without_a_capital_and_without_a_full_stop() -> None:
    assert not [one for one in written() if one[1][0].isupper() or one[1][-1] in ".;,:?!"]


def test_clauses_are_short() -> None:
    assert not [one for one in written() if len(one[1].split()) > MOST_WORDS]


def test_no_verb_depends_on_the_name_of_a_side_or_of_a_third_party() -> None:
    named = re.compile(r"\{(side|third_party)\.name\} (?!can )")
    assert not [one for one in written() if named.match(one[1])]


def test_no_two_answers_to_a_question_are_told_alike() -> None:
    for question in BUNDLED.questions.all():
        told = [text for where, text in written() if where.startswith(f"{question.id} ")]
        assert len(told) == len(set(told)), question.id


def everything_told(clauses: Clauses) -> Iterator[str]:
    """All that can be told of the questions that findings read."""
    for question in (question for question in BUNDLED.questions.all() if question.id in READ):
        item: About | None = None if question.group is None else (question.group, Item("x", {"name": known("Y")}))
        if question.type is AnswerType.GROUP:
            yield clauses.one_more(question.id)
            yield clauses.one_less(question.id, Item("x", {"name": known("Y")}))
        else:
            for word in question.options or ["1"]:
                yield clauses.includes(question, word, item)
                yield clauses.lacks(question, word, item)
        yield clauses.none(question, item)
        yield clauses.no_more(question, item)


def known(*words: str) -> Answer:
    return Answer((Held(frozenset(words)),))


def test_nothing_is_left_to_be_filled_in() -> None:
    assert not [
        clause for clause in everything_told(Clauses(Wordings(BUNDLED.questions, "en"))) if set("{}") & set(clause)
    ]


SAMPLE = """
section: clauses
title: Clauses
questions:
  years:
    prompt: Over how many years?
    type: number
    so: {en: "it is planned over {value} years", fr: "il est prévu sur {value} ans"}
    one: it is planned over 1 year
    none: it is over at once
  when: {prompt: When?, type: date}
  tongues:
    prompt: Which languages?
    type: languages
    so: the meetings run in {value}
    so_not: the meetings do not run in {value}
    none: no working language is listed
  style:
    prompt: In which style?
    label: Style
    type: choice
    options:
      free: {label: Free, so: the meetings are free}
      led: {label: Led, so: the meetings are led}
      mute: {label: Mute, so_not: people speak}
      other: Other
  hosts:
    prompt: Who hosts?
    type: group
    item: host
    one_more: there is one more host
    one_less: "{host.name} is no host"
    no_more: nobody else is a host
    added: the added host
    fields:
      name: {prompt: Who?, type: text}
      leads: {prompt: Does it lead?, type: yes-no, so: "{host.name} leads", so_not: "{host.name} does not lead"}
      pays: {prompt: Does it pay?, label: Pays, type: yes-no, so: "{host.name} pays"}
      asks: {prompt: Does it ask?, label: Asks, type: yes-no}
      roles:
        prompt: Which roles?
        label: Roles
        type: choices
        no_more: "{host.name} does nothing else"
        options:
          chair: {label: Chair, so: "{host.name} chairs", so_not: "{host.name} does not chair"}
          cook: {label: Cook, so: "{host.name} cooks"}
          guard: Guard
      likes: {prompt: Whom does it like?, type: items, of: hosts, so: "{host.name} likes {value}"}
"""
RULEBOOK = small_rulebook({"questions/5-clauses.yaml": SAMPLE})
MINISTRY = Item("ministry", {"name": known("The Ministry")})
CLAUSES = Clauses(Wordings(RULEBOOK.questions, "en"), {"hosts": Items((MINISTRY,))})
ABOUT_THE_MINISTRY = ("hosts", MINISTRY)


def asked(name: str) -> Question:
    return RULEBOOK.questions.find(name)


@pytest.mark.parametrize(
    ("question", "words", "clause"),
    [
        ("style", "free", "the meetings are free"),
        ("style", frozenset({"led", "free"}), "the meetings are free or the meetings are led"),
        ("tongues", "fr", "the meetings run in French"),
        ("tongues", frozenset({"fr", "de"}), "the meetings run in German and French"),
        ("tongues", frozenset(), "no working language is listed"),
        ("years", 3, "it is planned over 3 years"),
        ("years", 0.5, "it is planned over 0.5 years"),
        ("years", 1, "it is planned over 1 year"),
        ("years", 1.0, "it is planned over 1 year"),
        ("years", 0, "it is over at once"),
    ],
)
def test_an_answer_is_told_in_the_words_of_its_question(
    question: str, words: Word | frozenset[Word], clause: str
) -> None:
    assert CLAUSES.answer(asked(question), words) == clause


def test_all_that_is_on_a_list_is_told_and_apart_from_it_that_this_is_all() -> None:
    roles = asked("hosts.roles")
    chosen = frozenset({"cook", "chair"})
    assert CLAUSES.answer(roles, chosen, ABOUT_THE_MINISTRY) == "the Ministry chairs and the Ministry cooks"
    assert CLAUSES.no_more(roles, ABOUT_THE_MINISTRY) == "the Ministry does nothing else"


def test_yes_and_no_are_each_what_the_other_is_not() -> None:
    leads = asked("hosts.leads")
    assert CLAUSES.answer(leads, "yes", ABOUT_THE_MINISTRY) == "the Ministry leads"
    assert CLAUSES.answer(leads, "no", ABOUT_THE_MINISTRY) == "the Ministry does not lead"
    assert CLAUSES.lacks(leads, "yes", ABOUT_THE_MINISTRY) == "the Ministry does not lead"
    assert CLAUSES.lacks(leads, "no", ABOUT_THE_MINISTRY) == "the Ministry leads"


def test_what_is_not_on_a_list_is_told() -> None:
    assert CLAUSES.lacks(asked("hosts.roles"), "chair", ABOUT_THE_MINISTRY) == "the Ministry does not chair"
    assert CLAUSES.lacks(asked("tongues"), "fr") == "the meetings do not run in French"


def test_what_is_written_only_one_way_round_is_denied_in_words() -> None:
    assert CLAUSES.lacks(asked("style"), "free") == "it is not so that the meetings are free"
    assert CLAUSES.includes(asked("style"), "mute") == "it is not so that people speak"
    assert CLAUSES.answer(asked("hosts.pays"), "no", ABOUT_THE_MINISTRY) == "it is not so that the Ministry pays"


def test_one_that_would_be_added_is_called_what_the_group_calls_it() -> None:
    assert CLAUSES.one_more("hosts") == "there is one more host"
    assert CLAUSES.answer(asked("hosts.leads"), "yes", ("hosts", None)) == "the added host leads"
    assert CLAUSES.no_more(asked("hosts")) == "nobody else is a host"


def test_one_that_would_not_be_there_is_called_by_its_name() -> None:
    assert CLAUSES.one_less("hosts", MINISTRY) == "the Ministry is no host"


def test_answers_that_name_items_call_them_by_their_names() -> None:
    likes = asked("hosts.likes")
    assert CLAUSES.answer(likes, "ministry", ("hosts", Item("other-host"))) == "other host likes the Ministry"
    assert CLAUSES.answer(likes, "new-host-1", ABOUT_THE_MINISTRY) == "the Ministry likes the added host"
    assert Clauses(CLAUSES.words).answer(likes, "other-host", ABOUT_THE_MINISTRY) == "the Ministry likes other host"


def test_nothing_is_filled_into_names() -> None:
    item = Item("x", {"name": known("{value} {host.name}")})
    assert CLAUSES.answer(asked("hosts.likes"), "ministry", ("hosts", item)) == "{value} {host.name} likes the Ministry"


def test_clauses_are_translated() -> None:
    assert Clauses(Wordings(RULEBOOK.questions, "fr")).answer(asked("years"), 3) == "il est prévu sur 3 ans"


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        (CLAUSES.answer(asked("style"), "other"), "the answer to “Style” is “Other”"),
        (CLAUSES.lacks(asked("style"), "other"), "the answer to “Style” is not “Other”"),
        (CLAUSES.answer(asked("when"), "1993-05"), "the answer to “When?” is “1993-05”"),
        (
            CLAUSES.answer(asked("hosts.asks"), "yes", ABOUT_THE_MINISTRY),
            "the answer to “Asks” about the Ministry is “Yes”",
        ),
        (
            CLAUSES.lacks(asked("hosts.roles"), "guard", ABOUT_THE_MINISTRY),
            "“Guard” is not among the answers to “Roles” about the Ministry",
        ),
        (CLAUSES.includes(asked("goals"), "trust"), "“Trust” is among the answers to “What are the sample talks for?”"),
        (
            CLAUSES.none(asked("hosts.roles"), ABOUT_THE_MINISTRY),
            "nothing is among the answers to “Roles” about the Ministry",
        ),
        (CLAUSES.no_more(asked("tongues")), "nothing else is among the answers to “Which languages?”"),
        (CLAUSES.none(asked("mediators")), "there is no mediator"),
        (CLAUSES.no_more(asked("mediators")), "there is no other mediator"),
        (CLAUSES.one_more("mediators"), "there is one more mediator"),
        (
            CLAUSES.one_less("mediators", MINISTRY),
            "the Ministry is not among the answers to “Who mediates between the sample sides?”",
        ),
        (CLAUSES.name(("mediators", None)), "the new mediator"),
    ],
)
def test_what_has_no_clause_is_told_with_the_label_of_its_question(clause: str, told: str) -> None:
    assert clause == told

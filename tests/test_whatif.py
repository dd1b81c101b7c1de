"""What would change a conclusion does change it, no part of it does, and nothing smaller is overlooked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations
from random import Random

from hypothesis import given, settings

from advisor.initiative.initiative import UNANSWERED, How, Initiative, Listing, Said, View
from advisor.logic.answers import Answer, Held, Item, Word
from advisor.logic.evaluate import STATUS_OF
from advisor.logic.truth import Truth
from advisor.model.question import LIST_TYPES, AnswerType, Question, Questions
from advisor.reference import Reference
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.words import Words
from advisor.whatif.changes import changes
from advisor.whatif.goals import Settles
from advisor.whatif.influence import Influence
from advisor.whatif.moves import Contradicts, Move, Spot, Step, all_said, moved
from advisor.whatif.open_initiative import meaning_of
from advisor.whatif.open_lists import is_new
from advisor.whatif.outcomes import Concluded, Outcome, Sort
from advisor.whatif.prospects import Prospects
from tests.random_rulebooks import InitiativeMaker, chances, rulebooks

often = settings(max_examples=max(40, (settings.default or settings()).max_examples // 20))
"""Each case is looked at from many sides, so that fewer of them do."""
HOWS: tuple[How | None, ...] = ("some", "open", "closed", "unknown", None)


def an_initiative(chance: Random) -> Initiative:
    """A random one whose parts say some things themselves and take over others."""
    initiative = InitiativeMaker(chance).make()
    for part in initiative.parts:
        said = all_said(part)
        answers = {name: answer for name, answer in said.answers.items() if chance.random() < 0.5}
        hows = {name: chance.choice(HOWS) for name in said.groups}
        groups = {
            name: Listing(how="unknown") if how == "unknown" else replace(said.groups[name], how=how)
            for name, how in hows.items()
            if how is not None
        }
        initiative = initiative.saying(part.id, Said(answers, groups))
    return initiative


def choosable(rulebook: Rulebook, chance: Random) -> Rulebook:
    """The rulebook with some of its questions open to choice."""
    questions = rulebook.questions.model_copy(deep=True)
    for question in questions.all():
        object.__setattr__(question, "changeable", chance.random() < 0.4)
    return replace(rulebook, questions=questions)


def goals(rulebook: Rulebook, initiative: Initiative) -> Iterator[Settles]:
    """What each conclusion could come to and has not."""
    reference = Reference(rulebook, initiative)
    for finding in rulebook.findings.values():
        for part, item in reference.places(finding):
            for value in (Truth.TRUE, Truth.FALSE):
                goal = Settles(Concluded(finding.id, part, item), value)
                if not goal.holds(reference):
                    yield goal


def proper_parts(way: frozenset[Move]) -> Iterator[tuple[Move, ...]]:
    return chain.from_iterable(combinations(way, size) for size in range(len(way)))


@often
@given(rulebooks, chances)
def test_each_change_brings_the_conclusion_about_and_no_part_of_it_does(rulebook: Rulebook, chance: Random) -> None:
    rulebook, initiative = choosable(rulebook, chance), an_initiative(chance)

    def reached(goal: Settles, moves: frozenset[Move] | tuple[Move, ...]) -> bool:
        return goal.holds(Reference(rulebook, moved(initiative, moves, rulebook.questions)))

    for goal in goals(rulebook, initiative):
        for way in (way for change in changes(rulebook, initiative, goal).changes for way in change.ways):
            assert reached(goal, way)
            assert [part for part in proper_parts(way) if reached(goal, part)] == []


@often
@given(rulebooks, chances)
def test_no_single_answer_that_would_do_is_overlooked(rulebook: Rulebook, chance: Random) -> None:
    initiative = an_initiative(chance)
    for goal in goals(rulebook, initiative):
        meaning = meaning_of(rulebook, initiative, Words(rulebook))
        goal.formula(meaning)
        found = changes(rulebook, initiative, goal)
        alone = {spot for change in found.changes for spot in change.spots if len(change.spots) == 1}
        for move in (move for at_spot in meaning.initiative.board.moves.values() for move in at_spot):
            if move.step is Step.ADD and not str(move.word).endswith("-1"):
                continue
            if goal.holds(Reference(rulebook, moved(initiative, [move], rulebook.questions))):
                assert move.spot in alone or not found.complete


# What is still possible, and what is settled


@often
@given(rulebooks, chances)
def test_what_is_still_possible_has_answers_that_bring_it_about(rulebook: Rulebook, chance: Random) -> None:
    initiative = an_initiative(chance)
    prospects = Prospects(rulebook, initiative)
    for about in conclusions(rulebook, initiative):
        assert prospects.possible(about)
        for value, status in STATUS_OF.items():
            moves = prospects.witness(Settles(about, value))
            assert (moves is not None) == (status in prospects.possible(about))
            if moves is not None:
                assert all(move.contradicts is Contradicts.NOTHING for move in moves)
                assert judged(Reference(rulebook, moved(initiative, moves, rulebook.questions)), about) is value


@often
@given(rulebooks, chances)
def test_no_way_of_answering_what_is_open_leads_where_it_is_not_said_to_lead(
    rulebook: Rulebook, chance: Random
) -> None:
    initiative = an_initiative(chance)
    prospects = Prospects(rulebook, initiative)
    possible = {about: prospects.possible(about) for about in conclusions(rulebook, initiative)}
    for _ in range(5):
        reference = Reference(rulebook, completed(initiative, rulebook.questions, chance))
        for about, statuses in possible.items():
            assert STATUS_OF[judged(reference, about)] in statuses


def judged(reference: Reference, about: Concluded) -> Truth:
    return reference.judge(about.finding, about.part, about.item)


def conclusions(rulebook: Rulebook, initiative: Initiative) -> list[Concluded]:
    reference = Reference(rulebook, initiative)
    return [Concluded(f.id, *place) for f in rulebook.findings.values() for place in reference.places(f)]


def completed(initiative: Initiative, questions: Questions, chance: Random) -> Initiative:
    """The initiative with each question answered that is open, and each list closed, with up to two items more."""
    for view in initiative.views:
        initiative = initiative.saying(view.id, _Filling(view, questions, chance).filled())
    return initiative


class _Filling:
    """Answers everything that is open in one view, by chance."""

    def __init__(self, view: View, questions: Questions, chance: Random) -> None:
        self.whole = not view.id
        self.view = view
        self.said = all_said(view) if self.whole else view.said
        self.questions = questions
        self.chance = chance
        open_lists = [name for name in questions.groups if lists_open(view, self.said, name)]
        self.added = {name: [f"{name}-{n}" for n in range(chance.randint(0, 2))] for name in open_lists}
        self.sides = [item.id for item in view.group("sides").items] + self.added.get("sides", [])

    def filled(self) -> Said:
        """What is said then."""
        plain = {name: q for name, q in self.questions.initiative.items() if q.type is not AnswerType.GROUP}
        groups = {name: self._listing(name) for name in {*self.said.groups, *self.added}}
        return Said(self._answers(self.said.answers, plain, everything=self.whole), groups)

    def _listing(self, name: str) -> Listing:
        listing, fields = self.said.groups.get(name, Listing()), self.questions.groups[name].fields
        items = {i.id: Item(i.id, self._answers(i.answers, fields, everything=self.whole)) for i in listing.items}
        if name not in self.added:
            return replace(listing, items=tuple(items.values()))
        kept = {item.id: Item(item.id) for item in self.view.group(name).items}
        new = {one: Item(one, self._answers({}, fields, everything=True)) for one in self.added[name]}
        return replace(listing, items=tuple({**kept, **items, **new}.values()), how="closed")

    def _answers(
        self, said: Mapping[str, Answer], asked: Mapping[str, Question], *, everything: bool
    ) -> dict[str, Answer]:
        names = asked if everything else said
        return {name: self._answer(said.get(name, UNANSWERED), asked[name]) for name in names}

    def _answer(self, answer: Answer, question: Question) -> Answer:
        if answer.contested or (answer.held and answer.held[0].complete):
            return answer
        if question.type not in LIST_TYPES:
            words: Sequence[Word] = list(question.options) if question.type is AnswerType.CHOICE else range(5)
            return Answer((Held(frozenset((self.chance.choice(words),))),))
        held = answer.held[0] if answer.held else Held(frozenset())
        offered = self.sides if question.type is AnswerType.ITEMS else list(question.options)
        more = [word for word in offered if word not in held.excluded and self.chance.random() < 0.4]
        return Answer((Held(held.words.union(more)),))


def lists_open(view: View, said: Said, group: str) -> bool:
    """Whether a list is open where it is said: the whole's, or one of a part that is not taken over."""
    if not view.id:
        return not view.group(group).complete
    return group in said.groups and said.groups[group].how in ("open", "unknown")


# What questions can still change


@often
@given(rulebooks, chances)
def test_a_question_that_can_change_nothing_changes_nothing(rulebook: Rulebook, chance: Random) -> None:
    initiative = an_initiative(chance)
    about = conclusions(rulebook, initiative)
    influence = Influence(rulebook, initiative, [Outcome(Sort.VERDICT, (one,)) for one in about])
    open_spots = [
        spot
        for spot, moves in influence.board.moves.items()
        if not is_new(spot.item) and any(move.contradicts is Contradicts.NOTHING for move in moves)
    ]
    for spot in open_spots:
        changed = {outcome.findings[0] for outcome in influence.of(spot)}
        for _ in range(3):
            one = completed(initiative, rulebook.questions, chance)
            other = answered_otherwise(one, initiative, spot, rulebook.questions, chance)
            here, there = Reference(rulebook, one), Reference(rulebook, other)
            differ = {
                a for a in about if here.judge(a.finding, a.part, a.item) != there.judge(a.finding, a.part, a.item)
            }
            assert differ <= changed


@often
@given(rulebooks, chances)
def test_what_no_question_can_change_is_settled_however_all_are_answered(rulebook: Rulebook, chance: Random) -> None:
    initiative = an_initiative(chance)
    about = conclusions(rulebook, initiative)
    open_ = {o.findings[0] for o in Influence(rulebook, initiative, [Outcome(Sort.STOP, (a,)) for a in about]).open}
    prospects = Prospects(rulebook, initiative)
    assert open_ == {one for one in about if prospects.settled(one) is None}


def answered_otherwise(
    one: Initiative, initiative: Initiative, spot: Spot, questions: Questions, chance: Random
) -> Initiative:
    """A completed initiative with another answer to a question that was open; for a list, with other items."""
    said, others = (said_in(each, spot.part) for each in (one, completed(initiative, questions, chance)))
    group, _, name = spot.question.rpartition(".")
    if group:
        theirs = {item.id: item.answers for item in others.groups[group].items}[spot.item]
        items = tuple(
            Item(item.id, {**item.answers, name: theirs[name]}) if item.id == spot.item else item
            for item in said.groups[group].items
        )
        said = replace(said, groups={**said.groups, group: replace(said.groups[group], items=items)})
    elif spot.question in questions.groups:
        known = {item.id for view in initiative.views for item in view.group(spot.question).items}
        kept = [item for item in said.groups[spot.question].items if item.id in known]
        new = [item for item in others.groups[spot.question].items if item.id not in known]
        listing = replace(said.groups[spot.question], items=(*kept, *new))
        said = replace(said, groups={**said.groups, spot.question: listing})
    else:
        said = replace(said, answers={**said.answers, spot.question: others.answers[spot.question]})
    return one.saying(spot.part, said)


def said_in(initiative: Initiative, part: str) -> Said:
    return initiative.view(part).said if part else all_said(initiative.whole)

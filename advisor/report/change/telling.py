"""Moves from what is said to something else, as clauses."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, product

from advisor.explain.clauses import About, Clauses
from advisor.explain.words import Wordings
from advisor.initiative.initiative import Initiative
from advisor.logic.answers import Item
from advisor.messages import change as messages
from advisor.model.question import Question
from advisor.report.change.results import By, ChangedAnswer, ChangeResult, Way
from advisor.whatif.changes import Change
from advisor.whatif.moves import Contradicts, Move, Spot, Step, said_at
from advisor.whatif.open_lists import is_new

_OTHERS = 2
"""So many other answers to the same effect are told."""
_ORDER = tuple(Step)
"""What is so is told before what is not."""


class Telling:
    """Tells changes of one initiative."""

    def __init__(self, initiative: Initiative, words: Wordings) -> None:
        self.initiative = initiative
        self.words = words

    def simplest(self, ways: Iterable[frozenset[Move]]) -> frozenset[Move]:
        """The way that is told first."""
        return min(ways, key=self._in_order)

    def change(self, change: Change, also: Sequence[str], brings: Sequence[str]) -> ChangeResult:
        """A change, with each way in which it can be made, and what else the first of them would bring."""
        ways = sorted(change.ways, key=self._in_order)
        at = [{spot: tuple(moves) for spot, moves in _by_spot(way)} for way in ways]
        choices = {spot: list(dict.fromkeys(way[spot] for way in at)) for spot in at[0]}
        every = {tuple(way[spot] for spot in choices) for way in at} == set(product(*choices.values()))
        return ChangeResult(
            by=_by(move for way in ways for move in way),
            says=[self._line(spot, those if every else those[:1]) for spot, those in choices.items()],
            in_other_ways=not every,
            also=list(also),
            brings=list(brings),
            ways=[Way(answers=list(self.answers(way))) for way in ways],
        )

    def _in_order(self, way: Iterable[Move]) -> tuple[int, list[int]]:
        """The simplest first, and options in the order in which they are asked."""
        moves = [move for _, those in _by_spot(way) for move in those]
        return len(moves), [self._place(move) for move in moves]

    def _place(self, move: Move) -> int:
        options = list(self.words.questions.find(move.spot.question).options)
        return options.index(str(move.word)) if move.word in options else 0

    def answers(self, moves: Iterable[Move]) -> Iterator[ChangedAnswer]:
        """The answers that moves come to, in the order in which they are best told."""
        for spot, those in _by_spot(moves):
            yield ChangedAnswer(
                question=spot.question,
                item=spot.item or None,
                part=spot.part,
                says=self._clause(spot, those),
                now=self._now(spot, those),
                changeable=all(move.changeable for move in those),
            )

    def _line(self, spot: Spot, choices: Sequence[tuple[Move, ...]]) -> str:
        """What is answered in one place, and what could be answered there instead to the same effect."""
        named = [moves for moves in choices if any(move.step is not Step.CLOSE for move in moves)]
        # That a list ends is the same effect by leaving unsaid what there is.
        choices = named or choices
        shared = [move for move in choices[0] if all(move in others for others in choices)]
        apart = [[move for move in moves if move not in shared] for moves in choices]
        first, *others = [self._clause(spot, moves) for moves in apart if moves] or [""]
        said = messages.AND.join(filter(None, (self._clause(spot, shared) if shared else "", first)))
        if others:
            more = [*others[:_OTHERS], *([messages.STILL_OTHERS] if len(others) > _OTHERS else [])]
            said = messages.OR.format(said=said, others="; ".join(more))
        return messages.IN_PART.format(part=self.initiative.view(spot.part).name, clause=said) if spot.part else said

    def _clause(self, spot: Spot, moves: Iterable[Move]) -> str:
        """What is said at one spot after some moves."""
        question, clauses = (
            self.words.questions.find(spot.question),
            Clauses(self.words, self.initiative.view(spot.part).groups),
        )
        made = list(moves)
        return messages.AND.join(self._told(clauses, question, move, made) for move in made)

    def _told(self, clauses: Clauses, question: Question, move: Move, made: Sequence[Move]) -> str:
        about = self._about(question, move.spot)
        match move.step:
            case Step.SAY:
                return clauses.answer(question, move.word, about)
            case Step.INCLUDE:
                return clauses.includes(question, move.word, about)
            case Step.EXCLUDE | Step.DROP:
                return clauses.lacks(question, move.word, about)
            case Step.ADD:
                return clauses.one_more(question.id)
            case Step.REMOVE:
                return clauses.one_less(question.id, self._item(move.spot.part, question.id, str(move.word)))
            case Step.CLOSE:
                return (
                    clauses.no_more(question, about)
                    if self._lists_any(move.spot, made)
                    else clauses.none(question, about)
                )
            case Step.ACCEPT:
                return self._account(clauses, question, move, about)

    def _account(self, clauses: Clauses, question: Question, move: Move, about: About | None) -> str:
        held = said_at(self.initiative, move.spot).held[int(move.word)]
        clause = clauses.answer(question, held.words, about)
        return messages.ACCOUNT.format(clause=clause, by=held.by) if held.by else clause

    def _now(self, spot: Spot, moves: Sequence[Move]) -> str | None:
        """What is answered now, where that would no longer stand."""
        if all(move.contradicts is not Contradicts.WHAT_IS_SAID for move in moves):
            return None
        question = self.words.questions.find(spot.question)
        if question.id in self.words.questions.groups:
            return self.words.listed(question.id, self.initiative.view(spot.part).group(question.id))
        return self.words.short_answer(question, said_at(self.initiative, spot))

    def _about(self, question: Question, spot: Spot) -> About | None:
        if question.group is None:
            return None
        return (question.group, None if is_new(spot.item) else self._item(spot.part, question.group, spot.item))

    def _item(self, part: str, group: str, item: str) -> Item:
        listed = self.initiative.view(part).group(group).items
        return next((one for one in listed if one.id == item), Item(item))

    def _lists_any(self, spot: Spot, made: Sequence[Move]) -> bool:
        """Whether anything is on the list at a spot after some moves."""
        if any(move.step in (Step.INCLUDE, Step.ADD) for move in made):
            return True
        gone = {move.word for move in made if move.step in (Step.DROP, Step.REMOVE)}
        if spot.question in self.words.questions.groups:
            return any(item.id not in gone for item in self.initiative.view(spot.part).group(spot.question).items)
        return any(held.words - gone for held in said_at(self.initiative, spot).held)


def _by_spot(moves: Iterable[Move]) -> list[tuple[Spot, list[Move]]]:
    """The moves at each spot; what is added comes before what is said of it."""
    ordered = sorted(moves, key=lambda m: (is_new(m.spot.item), m.spot, _ORDER.index(m.step), str(m.word)))
    return [(spot, list(those)) for spot, those in groupby(ordered, key=lambda move: move.spot)]


def _by(moves: Iterable[Move]) -> By:
    made = list(moves)
    if all(move.changeable for move in made):
        return "choice"
    return "finding out" if all(move.contradicts is not Contradicts.WHAT_IS_SAID for move in made) else "other facts"

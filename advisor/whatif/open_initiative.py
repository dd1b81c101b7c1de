"""One initiative as formulas: what is said of it, and each move from there to something else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.initiative.initiative import UNANSWERED, Initiative, Listing, View
from advisor.logic.answers import Answer, Held, Item, Word
from advisor.model.question import LIST_TYPES, AnswerType, Question, Questions
from advisor.solver.answers import AnyAnswer, AnyHeld
from advisor.solver.circuit import FALSE, TRUE, Circuit
from advisor.solver.door import Formula
from advisor.solver.views import AnyItems, Asked
from advisor.solver.words import UNTOLD, Words
from advisor.whatif.moves import Contradicts, Move, Spot, Step

NEW = "new"
"""How the ids of items begin that nobody has listed."""
NEW_ITEMS = 3
"""So many items a list may have beyond those that are listed: one that does, one that does not, and another."""


class OpenInitiative:
    """What is said of an initiative, from which any moves may be made."""

    def __init__(
        self, circuit: Circuit, questions: Questions, words: Words, initiative: Initiative, asked: Asked
    ) -> None:
        self.circuit = circuit
        self.questions = questions
        self.asked = asked
        self.initiative = initiative
        self.blanks = circuit.free()
        """Whether anything may be left open."""
        self.against_what_is_said = circuit.free()
        """Whether answers may be others than those that are given."""
        self.against_disputes = circuit.free()
        """Whether disputes may be settled."""
        self.against_circumstance = circuit.free()
        """Whether anything may move that no convener chooses."""
        self.more_than_one = circuit.free()
        """Whether lists may have more than one new item."""
        self.moves: dict[Spot, dict[Move, Formula]] = {}
        self.lists = _Lists(self)
        self.answers = _Answers(self, words)
        self.whole = OpenView(self, initiative.whole)
        self.part_views = [OpenView(self, part) for part in initiative.parts]
        self.parts = [TRUE for _ in initiative.parts]
        self.parts_complete = TRUE if initiative.parts_complete else FALSE

    def move(self, move: Move) -> Formula:
        """That a move is made."""
        at_spot = self.moves.setdefault(move.spot, {})
        if move not in at_spot:
            at_spot[move] = made = self.circuit.free()
            if move.contradicts is Contradicts.WHAT_IS_SAID:
                self.circuit.require(-made, self.against_what_is_said)
            if move.contradicts is Contradicts.A_DISPUTE:
                self.circuit.require(-made, self.against_disputes)
            if not move.changeable:
                self.circuit.require(-made, self.against_circumstance)
        return at_spot[move]

    def leaves(self, spot: Spot) -> Formula:
        """That any move is made at a spot."""
        return self.circuit.any_of(self.moves.get(spot, {}).values())

    def view(self, part: str) -> "OpenView":
        """A part by its id; the whole for an empty one."""
        return next((view for view in self.part_views if view.id == part), self.whole)

    def names_elsewhere(self, item: str) -> bool:
        """Whether a part or an answer names an item, so that it cannot be left out without more ado."""
        answers = [
            answer
            for view in self.initiative.views
            for answer in (
                *view.answers.values(),
                *(a for g in view.groups.values() for i in g.items for a in i.answers.values()),
            )
        ]
        named = any(item in held.words or item in held.excluded for answer in answers for held in answer.held)
        return named or any(
            item == one.id
            for part in self.initiative.parts
            for listing in part.said.groups.values()
            for one in listing.items
        )

    def made(self) -> frozenset[Move]:
        """The moves of the case that the decider found last."""
        so = self.circuit.decider.is_so
        return frozenset(move for at_spot in self.moves.values() for move, made in at_spot.items() if so(made))


class OpenView:
    """The answers about the whole or a part: where they are said, and how they may be otherwise."""

    def __init__(self, initiative: OpenInitiative, view: View) -> None:
        self.initiative = initiative
        self.view = view
        self._answers: dict[str, AnyAnswer] = {}
        self._fields: dict[tuple[str, int, str], AnyAnswer] = {}
        self._groups: dict[str, AnyItems] = {}
        self._ids: dict[str, Sequence[str]] = {}

    @property
    def id(self) -> str:
        """Empty for the whole."""
        return self.view.id

    def answer(self, name: str) -> AnyAnswer:
        """The answer to a question about the initiative."""
        if name not in self._answers:
            question = self.initiative.questions.initiative[name]
            spot = Spot(self.id if name in self.view.said.answers else "", name)
            said = self.initiative.answers.at(spot, question, self.view.answer(name))
            self._answers[name] = self._asked(question, said, self.initiative.asked(question, self, None))
        return self._answers[name]

    def field(self, group: str, slot: int, name: str) -> AnyAnswer:
        """What is answered about an item; about its id, the item itself."""
        item = self.ids(group)[slot]
        if name == "id":
            return [AnyHeld(TRUE, {item: TRUE})]
        if (group, slot, name) not in self._fields:
            question = self.initiative.questions.groups[group].fields[name]
            known = next((one for one in self.view.group(group).items if one.id == item), Item(item))
            spot = Spot(self._where_said(group, item, name), question.id, item)
            said = self.initiative.answers.at(spot, question, known.answers.get(name, UNANSWERED))
            asked = self.initiative.asked(question, self, slot)
            there = self.initiative.circuit.all_of((self.group(group).there[slot], asked))
            self._fields[group, slot, name] = self._asked(question, said, there)
        return self._fields[group, slot, name]

    def group(self, name: str) -> AnyItems:
        """The items of a group: those that are listed, and those that may come to it."""
        if name not in self._groups:
            question, circuit = self.initiative.questions.initiative[name], self.initiative.circuit
            there, complete = self._listed(name)
            asked = self.initiative.asked(question, self, None)
            closed = circuit.all_of((asked, complete))
            circuit.require(closed, self.initiative.blanks, -asked)
            self._ids[name] = tuple(there)
            self._groups[name] = AnyItems([circuit.all_of((asked, one)) for one in there.values()], closed)
        return self._groups[name]

    def ids(self, group: str) -> Sequence[str]:
        """What the items are called that there may be."""
        self.group(group)
        return self._ids[group]

    def _listed(self, group: str) -> tuple[Mapping[str, Formula], Formula]:
        """The items of a list, with whether they are there, and whether they are all."""
        lists = self.initiative.lists
        listing = self.view.said.groups.get(group, Listing())
        if not self.id:
            return lists.at("", group, self.view.group(group).complete)
        own = {item.id: TRUE for item in listing.items}
        if listing.how == "some":
            there, complete = self.initiative.whole.listed(group)
            return {**there, **own}, complete
        new, complete = lists.at(self.id, group, listing.how == "closed")
        base = self.initiative.whole.listed(group)[0] if listing.how == "open" else {}
        if listing.how == "unknown":
            # A file can say that of a part's list nothing is known, or all, but not that one item is.
            for added in new.values():
                self.initiative.circuit.require(-added, complete)
        return {**base, **own, **new}, complete

    def listed(self, group: str) -> tuple[Mapping[str, Formula], Formula]:
        """The same of the whole, for its parts."""
        return self._listed(group)

    def _where_said(self, group: str, item: str, field: str) -> str:
        """The part in which something is said of an item, or would be."""
        said = {one.id: one for one in self.view.said.groups.get(group, Listing()).items}
        if item in said and field in said[item].answers:
            return self.id
        return "" if item in self.initiative.whole.ids(group) else self.id

    def _asked(self, question: Question, said: AnyAnswer, asked: Formula) -> AnyAnswer:
        """What is said, as far as it is asked."""
        circuit, blanks = self.initiative.circuit, self.initiative.blanks
        held = [replace(one, there=circuit.all_of((one.there, asked))) for one in said]
        circuit.require(*(one.there for one in held), blanks, -asked)
        if question.type in LIST_TYPES and len(held) == 1:
            circuit.require(-held[0].there, held[0].complete, blanks)
        return held


class _Lists:
    """Which items there are, as it is said in each place, and may be otherwise."""

    def __init__(self, initiative: "OpenInitiative") -> None:
        self.initiative = initiative
        self._made: dict[Spot, tuple[Mapping[str, Formula], Formula]] = {}

    def at(self, part: str, group: str, complete: bool) -> tuple[Mapping[str, Formula], Formula]:  # noqa: FBT001
        """The items that may be there by what is listed in a part or the whole, and whether they are all."""
        spot = Spot(part, group)
        if spot not in self._made:
            self._made[spot] = self._items(spot, closed=complete)
        return self._made[spot]

    def _items(self, spot: Spot, *, closed: bool) -> tuple[Mapping[str, Formula], Formula]:
        question, circuit = self.initiative.questions.initiative[spot.question], self.initiative.circuit
        move = _Mover(self.initiative, spot, question)
        listed = () if spot.part else self.initiative.initiative.whole.group(spot.question).items
        there = {item.id: self._stays(move, question, item) for item in listed}
        against = Contradicts.WHAT_IS_SAID if closed else Contradicts.NOTHING
        earlier = TRUE
        for name in self._new(spot):
            there[name] = added = move(Step.ADD, name, against)
            if earlier != TRUE:
                circuit.require(-added, self.initiative.more_than_one)
            circuit.require(-added, earlier)
            earlier = added
        return there, TRUE if closed else move(Step.CLOSE)

    def _stays(self, move: "_Mover", question: Question, item: Item) -> Formula:
        """That an item is still there: it can go where the convener chooses, and nothing else names it."""
        if not question.changeable or self.initiative.names_elsewhere(item.id):
            return TRUE
        return -move(Step.REMOVE, item.id, Contradicts.WHAT_IS_SAID)

    def _new(self, spot: Spot) -> list[str]:
        """What new items are called."""
        called = "-".join(filter(None, (NEW, spot.part, self.initiative.questions.groups[spot.question].item)))
        taken = {one.id for view in self.initiative.initiative.views for one in view.group(spot.question).items}
        names = (f"{called}-{number}" for number in range(1, NEW_ITEMS + len(taken) + 1))
        return [name for name in names if name not in taken][:NEW_ITEMS]


class _Answers:
    """What is answered, as it is said in each place, and may be otherwise."""

    def __init__(self, initiative: "OpenInitiative", words: Words) -> None:
        self.initiative = initiative
        self.circuit = initiative.circuit
        self.words = words
        self._made: dict[Spot, AnyAnswer] = {}

    def at(self, spot: Spot, question: Question, answer: Answer) -> AnyAnswer:
        """The answer that may be given at a spot where now this one is."""
        if spot not in self._made:
            self._made[spot] = self._any(spot, question, answer)
        return self._made[spot]

    def _any(self, spot: Spot, question: Question, answer: Answer) -> AnyAnswer:
        if question.type in UNTOLD:
            return [_fixed(held) for held in answer.held]
        move = _Mover(self.initiative, spot, question)
        if question.type in LIST_TYPES and not answer.contested:
            return [self._list(move, question, spot, answer.held[0] if answer.held else None)]
        accounts = range(len(answer.held) if answer.contested else 0)
        accepted = [move(Step.ACCEPT, number, Contradicts.A_DISPUTE) for number in accounts]
        said = {} if question.type in LIST_TYPES else self._said(move, question, answer)
        others = [*accepted, *said.values()]
        self._at_most_one(others)
        as_now = -self.circuit.any_of(others)
        stands = [self.circuit.any_of((as_now, one)) for one in accepted] or [as_now] * len(answer.held)
        known = [_fixed(held, there) for held, there in zip(answer.held, stands, strict=True)]
        return [*known, AnyHeld(self.circuit.any_of(said.values()), said)] if said else known

    def _said(self, move: "_Mover", question: Question, answer: Answer) -> Mapping[Word, Formula]:
        """The words that may be said instead."""
        now = {word for held in answer.held for word in held.words}
        against = Contradicts.WHAT_IS_SAID if answer.held else Contradicts.NOTHING
        return {word: move(Step.SAY, word, against) for word in self._words(question) if word not in now}

    def _list(self, move: "_Mover", question: Question, spot: Spot, held: Held | None) -> AnyHeld:
        now = held or Held(frozenset(), complete=False)
        words, excluded = {}, {}
        for word in dict.fromkeys((*self._offered(question, spot), *sorted(now.words, key=str))):
            if word in now.words:
                drop = move(Step.DROP, word, Contradicts.WHAT_IS_SAID)
                words[word], excluded[word] = -drop, FALSE if now.complete else drop
                continue
            known_not = now.complete or word in now.excluded
            against = Contradicts.WHAT_IS_SAID if known_not else Contradicts.NOTHING
            words[word] = include = move(Step.INCLUDE, word, against)
            excluded[word] = FALSE if now.complete else -include if known_not else move(Step.EXCLUDE, word)
            self._at_most_one([include, excluded[word]])
        if question.type is AnswerType.ITEMS:
            self._only_listed(question, spot, words)
        complete = TRUE if now.complete else move(Step.CLOSE)
        there = TRUE if held else self.initiative.leaves(spot)
        return AnyHeld(there, words, complete, excluded)

    def _words(self, question: Question) -> Sequence[Word]:
        return self.words.of(question)

    def _offered(self, question: Question, spot: Spot) -> Sequence[Word]:
        """The words that a list may hold."""
        if question.of is None:
            return self._words(question)
        return self.initiative.view(spot.part).ids(question.of)

    def _only_listed(self, question: Question, spot: Spot, words: Mapping[Word, Formula]) -> None:
        """An answer can name only items that are there."""
        view, group = self.initiative.view(spot.part), str(question.of)
        for name, there in zip(view.ids(group), view.group(group).there, strict=True):
            self.circuit.require(-words[name], there)

    def _at_most_one(self, formulas: Sequence[Formula]) -> None:
        earlier = FALSE
        for one in formulas:
            self.circuit.require(-one, -earlier)
            earlier = self.circuit.any_of((earlier, one))


class _Mover:
    """Makes moves at one spot."""

    def __init__(self, initiative: "OpenInitiative", spot: Spot, question: Question) -> None:
        self.initiative = initiative
        self.spot = spot
        self.changeable = question.changeable

    def __call__(self, step: Step, word: Word = "", against: Contradicts = Contradicts.NOTHING) -> Formula:
        return self.initiative.move(Move(self.spot, step, word, against, self.changeable))


def _fixed(held: Held, there: Formula = TRUE) -> AnyHeld:
    """A value as it is held."""
    return AnyHeld(
        there, dict.fromkeys(held.words, TRUE), TRUE if held.complete else FALSE, dict.fromkeys(held.excluded, TRUE)
    )

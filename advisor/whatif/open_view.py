"""The answers from one point of view, taken from where they are said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.initiative.initiative import UNANSWERED, Listing, View
from advisor.logic.answers import Item
from advisor.model.question import LIST_TYPES, Question, Questions
from advisor.solver.answers import AnyAnswer, AnyHeld
from advisor.solver.circuit import TRUE
from advisor.solver.door import Formula
from advisor.solver.views import AnyItems, Asked
from advisor.whatif.board import Board
from advisor.whatif.moves import Spot
from advisor.whatif.open_answers import OpenAnswers
from advisor.whatif.open_lists import Listed, OpenLists


@dataclass(frozen=True)
class Said:
    """What is said, wherever it is, and what may be said instead."""

    board: Board
    questions: Questions
    asked: Asked
    lists: OpenLists
    answers: OpenAnswers


class OpenView:
    """The answers about the whole or a part: where they are said, and how they may be otherwise."""

    def __init__(self, said: Said, view: View, whole: "OpenView | None" = None) -> None:
        """Takes what is looked at.

        Args:
            said: what is said, wherever it is.
            view: the answers as they are.
            whole: for a part, the view of the whole.
        """
        self.said = said
        self.view = view
        self.whole = whole or self
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
            question = self.said.questions.initiative[name]
            spot = self.spot(question)
            said = self.said.answers.at(spot, question, self.view.answer(name), self._offered(question, spot))
            self._answers[name] = self._asked(question, said, self.said.asked(question, self, None))
        return self._answers[name]

    def field(self, group: str, slot: int, name: str) -> AnyAnswer:
        """What is answered about an item; about its id, the item itself."""
        item = self.ids(group)[slot]
        if name == "id":
            return [AnyHeld(TRUE, {item: TRUE})]
        if (group, slot, name) not in self._fields:
            question = self.said.questions.groups[group].fields[name]
            known = next((one for one in self.view.group(group).items if one.id == item), Item(item))
            answer = known.answers.get(name, UNANSWERED)
            spot = self.spot(question, item)
            said = self.said.answers.at(spot, question, answer, self._offered(question, spot))
            asked = self.said.asked(question, self, slot)
            there = self.said.board.circuit.all_of((self.group(group).there[slot], asked))
            self._fields[group, slot, name] = self._asked(question, said, there)
        return self._fields[group, slot, name]

    def group(self, name: str) -> AnyItems:
        """The items of a group: those that are listed, and those that may come to it."""
        if name not in self._groups:
            question, circuit = self.said.questions.initiative[name], self.said.board.circuit
            there, complete = self.listed(name)
            asked = self.said.asked(question, self, None)
            closed = circuit.all_of((asked, complete))
            circuit.require(closed, self.said.board.blanks, -asked)
            self._ids[name] = tuple(there)
            self._groups[name] = AnyItems([circuit.all_of((asked, one)) for one in there.values()], closed)
        return self._groups[name]

    def ids(self, group: str) -> Sequence[str]:
        """What the items are called that there may be."""
        self.group(group)
        return self._ids[group]

    def listed(self, group: str) -> Listed:
        """The items of a list as they are said, whether or not it matters."""
        lists, listing = self.said.lists, self.view.said.groups.get(group, Listing())
        if self.whole is self:
            return lists.at("", group, closed=self.view.group(group).complete)
        own = dict.fromkeys((item.id for item in listing.items), TRUE)
        if listing.how == "some":
            there, complete = self.whole.listed(group)
            return {**there, **own}, complete
        new, complete = lists.at(self.id, group, closed=listing.how == "closed")
        base = self.whole.listed(group)[0] if listing.how == "open" else {}
        if listing.how == "unknown":
            # A file can say that of a part's list nothing is known, or all, but not that one item is.
            for added in new.values():
                self.said.board.circuit.require(-added, complete)
        return {**base, **own, **new}, complete

    def spot(self, question: Question, item: str = "") -> Spot:
        """Where the answer to a question is said, or would be: here, or in the whole from which it is taken over."""
        if question.group is not None:
            return Spot(self._where_said(question.group, item, question.name), question.id, item)
        listing = self.view.said.groups.get(question.id, Listing())
        said_here = question.id in self.view.said.answers or listing.how != "some"
        return Spot(self.id if said_here else "", question.id)

    def _where_said(self, group: str, item: str, field: str) -> str:
        """The part in which something is said of an item, or would be."""
        said = {one.id: one for one in self.view.said.groups.get(group, Listing()).items}
        if item in said and field in said[item].answers:
            return self.id
        return "" if item in self.whole.ids(group) else self.id

    def _offered(self, question: Question, spot: Spot) -> Mapping[str, Formula]:
        """For answers that name items: the items that there may be, where the answer is said."""
        if question.of is None:
            return {}
        view = self if spot.part else self.whole
        return dict(zip(view.ids(question.of), view.group(question.of).there, strict=True))

    def _asked(self, question: Question, said: AnyAnswer, asked: Formula) -> AnyAnswer:
        """What is said, as far as it is asked."""
        circuit, blanks = self.said.board.circuit, self.said.board.blanks
        held = [replace(one, there=circuit.all_of((one.there, asked))) for one in said]
        circuit.require(*(one.there for one in held), blanks, -asked)
        if question.type in LIST_TYPES and len(held) == 1:
            circuit.require(-held[0].there, held[0].complete, blanks)
        return held

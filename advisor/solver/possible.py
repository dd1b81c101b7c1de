"""What is possible: whether anybody's answers can bring rules to something, and an initiative that does."""

from collections.abc import Mapping
from enum import Enum

from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Answer, Held, Item, Items, Word
from advisor.logic.conditions import PARTS, Condition, Quantified, nodes
from advisor.logic.truth import Truth, told
from advisor.model.finding import Finding
from advisor.model.question import Question
from advisor.rulebook.rulebook import Rulebook
from advisor.solver.answers import AnyAnswer, AnyHeld, Told
from advisor.solver.circuit import TRUE, Circuit
from advisor.solver.door import Formula
from advisor.solver.meaning import At, Meaning
from advisor.solver.views import AnyInitiative, AnyView
from advisor.solver.words import Words

ITEMS = 3
"""So many items a list may have, unless a rule counts further: one that meets a condition, one that fails it, and one
that is neither."""
PARTS_AT_LEAST = 2
"""The same for phases and strands."""


class Answers(Enum):
    """How much the answers may leave open."""

    COMPLETE = "complete"
    """Each question that matters is answered, each list is closed, nobody disagrees."""
    UNDISPUTED = "undisputed"
    """Anything may be unknown, and any list open."""
    ANY = "any"
    """Answers may also be disputed."""


class Possible:
    """Everything that may be answered, and what the rules of a rulebook make of it."""

    def __init__(self, rulebook: Rulebook, sorts: Words | None = None) -> None:
        self.rulebook = rulebook
        self.sorts = sorts or Words(rulebook)
        self.circuit = circuit = Circuit()
        questions, words, lengths = rulebook.questions, self.sorts, _lengths(rulebook)
        self.meaning = Meaning(
            rulebook, circuit, lambda asked: AnyInitiative(circuit, questions, words, lengths, asked)
        )
        self.any = self.meaning.initiative

    def afresh(self) -> "Possible":
        """The same with nothing asked for yet: the less has been asked for, the faster it decides."""
        return Possible(self.rulebook, self.sorts)

    def there(self, about: Finding | Question) -> Formula:
        """That there is something which a finding or a question is about: where it is about items, the first one."""
        group = _group(about)
        return TRUE if group is None else self.any.whole.group(group).there[0]

    def finding(self, finding: Finding) -> Told:
        """What is told of a finding; of one made for each item, what is told of the first."""
        return self.meaning.finding(finding.id, self.any.whole, _slot(finding))

    def condition(self, condition: Condition, about: Finding | Question) -> Told:
        """What is told of a condition that stands where that of a finding or a question does."""
        settled = isinstance(about, Finding) and about.reading
        return self.meaning.told(condition, At(self.any.whole, _group(about), _slot(about), settled=settled))

    def answers(self, about: Finding | Question) -> Answers:
        """How much may be open where something is to be met that rests on answers, or reads what follows from them."""
        # What is met only while something is unknown or disputed is what readings are for.
        return Answers.ANY if isinstance(about, Finding) and about.reading else Answers.COMPLETE

    def can_be(self, *wanted: Formula, answers: Answers) -> bool:
        """Whether some answers make all of these so."""
        limits = {Answers.COMPLETE: ("blanks", "disputes"), Answers.UNDISPUTED: ("disputes",), Answers.ANY: ()}
        closed = [-getattr(self.any, limit) for limit in limits[answers]]
        return self.circuit.decider.can_be([*wanted, *closed])

    def differ(self, left: Told, right: Told, finding: Finding) -> bool:
        """Whether any answers tell two things apart that stand where a finding does."""
        pairs = ((left.true, right.true), (left.false, right.false))
        apart = self.circuit.any_of(
            self.circuit.all_of((some, -other)) for pair in pairs for some, other in (pair, pair[::-1])
        )
        answers = Answers.ANY if finding.reading else Answers.UNDISPUTED
        return self.can_be(self.there(finding), apart, answers=answers)

    def found(self) -> Initiative:
        """The initiative that was found last."""
        parts = zip(self.any.parts, self.any.part_views, strict=True)
        so = self.circuit.decider.is_so
        return Initiative(
            "example",
            "example",
            self._view(self.any.whole),
            tuple(self._view(view) for there, view in parts if so(there)),
            so(self.any.parts_complete),
        )

    def predicted(self) -> Mapping[tuple[str, str, str | None], Truth]:
        """What each finding that was asked for so far comes to for the initiative that was found last."""
        so = self.circuit.decider.is_so
        findings = self.rulebook.findings
        values = {}
        for name, view, slot, value in self.meaning.judged:
            group = findings[name].for_each
            item = None if group is None or slot is None else self.any.whole.item_id(group, slot)
            values[name, view, item] = told(so(value.true), so(value.false))
        return values

    def _view(self, view: AnyView) -> View:
        answers = {name: self._answer(answer) for name, answer in view.answers.items()}
        groups = {name: self._items(view, name) for name in view.groups}
        return View(view.id, view.id.replace("-", " "), _given(answers), groups)

    def _items(self, view: AnyView, group: str) -> Items:
        so, items = self.circuit.decider.is_so, view.groups[group]
        listed = [slot for slot, there in enumerate(items.there) if so(there)]
        return Items(tuple(self._item(view, group, slot) for slot in listed), so(items.complete))

    def _item(self, view: AnyView, group: str, slot: int) -> Item:
        fields = view.fields.get((group, slot), {})
        answers = {name: self._answer(answer) for name, answer in fields.items()}
        return Item(view.item_id(group, slot), _given(answers))

    def _answer(self, answer: AnyAnswer) -> Answer:
        there = (held for held in answer if self.circuit.decider.is_so(held.there))
        return Answer(tuple(dict.fromkeys(map(self._held, there))))

    def _held(self, held: AnyHeld) -> Held:
        so = self.circuit.decider.is_so

        def chosen(words: Mapping[Word, Formula]) -> frozenset[Word]:
            """The words that the example has."""
            return frozenset(word for word, formula in words.items() if so(formula))

        return Held(chosen(held.words), so(held.complete), excluded=chosen(held.excluded))


def _group(about: Finding | Question) -> str | None:
    return about.for_each if isinstance(about, Finding) else about.group


def _slot(about: Finding | Question) -> int | None:
    return None if _group(about) is None else 0


def _given(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    return {name: answer for name, answer in answers.items() if answer.held}


def _lengths(rulebook: Rulebook) -> Mapping[str, int]:
    """How long each list may be: so long that every number to which a rule counts can be reached, and passed."""
    lengths = {**dict.fromkeys(rulebook.questions.groups, ITEMS), PARTS: PARTS_AT_LEAST}
    for finding in rulebook.findings.values():
        for node in (node for condition in finding.conditions for node in nodes(condition)):
            if isinstance(node, Quantified):
                counted = max(node.at_least or 0, node.at_most or 0)
                lengths[node.group] = max(lengths[node.group], counted + 1)
    return lengths

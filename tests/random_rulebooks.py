"""Random rulebooks and initiatives, for holding the engine against the reference.

Made step by step from a source of chance that hypothesis controls: strategies that are built while they are drawn from
would take most of the time of a test run.
"""

from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from hypothesis import strategies as st

from advisor.errors import Place
from advisor.initiative.initiative import Initiative, View
from advisor.logic.answers import Answer, Between, Held, Includes, Item, Items, Only, Table
from advisor.logic.conditions import (
    PARTS,
    All,
    AnswerTest,
    AnyOf,
    Condition,
    Holds,
    Not,
    Quantified,
    Quantifier,
    Ref,
    Selector,
    Shares,
    Status,
    StatusCount,
    StatusIs,
    Subject,
)
from advisor.model.finding import TRACKS, Finding, Kind
from advisor.model.question import AnswerType, Group, Option, Question, Questions
from advisor.rulebook.glossary import Glossary
from advisor.rulebook.rulebook import Rulebook

WORDS = ("red", "green", "blue")
GROUPS = ("sides", "mediators")
FIELDS = {"plain": AnswerType.CHOICE, "listed": AnswerType.CHOICES, "amount": AnswerType.NUMBER}
_ROWS = {"red": frozenset({"green"}), "green": frozenset({"red", "blue"})}
TABLES = {"neighbours": Table(_ROWS), "kin": Table(_ROWS, reflexive=True)}
ITEM_IDS = ("one", "two", "three")


def _question(name: str, kind: AnswerType, group: str | None = None) -> Question:
    return Question(
        id=name if group is None else f"{group}.{name}",
        section="all",
        type=kind,
        prompt={"en": name},
        help=None,
        label={"en": name},
        options={word: Option(label={"en": word}) for word in WORDS},
        core=False,
        changeable=False,
        sensitive=False,
        group=group,
        of="sides" if kind is AnswerType.ITEMS else None,
        ask_when=None,
        place=Place("random"),
    )


def questions() -> Questions:
    """Three questions about the initiative; two groups that are asked the same three, mediators also whom they know."""
    groups = {
        group: Group(id=group, item=group[:-1], fields={n: _question(n, k, group) for n, k in FIELDS.items()})
        for group in GROUPS
    }
    groups["mediators"].fields["knows"] = _question("knows", AnswerType.ITEMS, "mediators")
    plain = {name: _question(name, kind) for name, kind in FIELDS.items()}
    return Questions(
        sections=(), initiative={**plain, **{g: _question(g, AnswerType.GROUP) for g in GROUPS}}, groups=groups
    )


Leaf = Callable[[], Condition]


class RulebookMaker:
    """Makes a rulebook of two to six ground findings and up to three readings."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.ground: list[Finding] = []
        self.readings: list[Finding] = []

    def make(self) -> Rulebook:
        """A new one."""
        for number in range(self.chance.randint(2, 6)):
            each, whole = self._standpoint()
            contrary = self._ground_condition(each, whole=whole) if self._rarely() else None
            kind = self.chance.choice((Kind.CRITERION, Kind.VERDICT))
            when = self._ground_condition(each, whole=whole)
            named = tuple(self.chance.sample(TRACKS, self.chance.randint(0, 2)))
            fields = {"not_when": contrary, "tracks": named, "umbrella": self._rarely()}
            self.ground.append(_placed(f"g{number}", kind, when, each, whole=whole, **fields))
        for number in range(self.chance.randint(0, 3)):
            each, whole = self._standpoint()
            when = self._reading_condition(each, whole=whole)
            self.readings.append(_placed(f"r{number}", Kind.HEADLINE, when, each, whole=whole, reading=True))
        return rulebook_of([*self.ground, *self.readings])

    def _standpoint(self) -> tuple[str | None, bool]:
        each = self.chance.choice((None, None, *GROUPS))
        return each, each is None and self._rarely()

    def _rarely(self) -> bool:
        return self.chance.randint(0, 3) == 0

    def _some(self, things: tuple[Any, ...]) -> frozenset[Any]:
        return frozenset(self.chance.sample(things, self.chance.randint(1, len(things))))

    def _bounds(self) -> tuple[int | None, int | None]:
        low = self.chance.randint(0, 2)
        return self.chance.choice(((low, None), (None, low), (low, low + self.chance.randint(0, 2))))

    # Conditions

    def _combined(self, leaves: list[Leaf], depth: int = 2) -> Condition:
        shape = self.chance.randint(0, 5) if depth else 0
        if shape == 3:
            return Not(self._combined(leaves, depth - 1))
        if shape in (4, 5):
            parts = tuple(self._combined(leaves, depth - 1) for _ in range(self.chance.randint(1, 3)))
            return All(parts) if shape == 4 else AnyOf(parts)
        return self.chance.choice(leaves)()

    def _answer_test(self, subject: Subject, group: str | None) -> AnswerTest:
        name = self.chance.choice(sorted(FIELDS))
        ref = Ref(name if group is None else f"{group}.{name}", subject)
        if name == "amount":
            return AnswerTest(ref, Between(*self._bounds()))
        check = Only if name == "listed" and self._rarely() else Includes
        return AnswerTest(ref, check(self._some(WORDS)))

    def _comparison(self, each: str, item: str) -> Shares:
        if (each, item) == ("sides", "mediators") and self._rarely():
            return Shares(Ref("mediators.knows", Subject.ITEM), Ref("sides.id", Subject.EACH))
        left = Ref(f"{item}.{self.chance.choice(('plain', 'listed'))}", Subject.ITEM)
        right = Ref(f"{each}.{self.chance.choice(('plain', 'listed'))}", Subject.EACH)
        return Shares(left, right, self.chance.choice((None, *TABLES)))

    def _quantified(self, group: str, leaves: list[Leaf]) -> Condition:
        quantifier = self.chance.choice(list(Quantifier))
        bare = quantifier is not Quantifier.EVERY and self._rarely()
        where = None if bare else self._combined(leaves, depth=1)
        bounds = self._bounds() if quantifier is Quantifier.COUNT else (None, None)
        return Quantified(quantifier, group, where, *bounds)

    def _ground_condition(self, each: str | None, *, whole: bool) -> Condition:
        own: list[Leaf] = [partial(self._answer_test, Subject.INITIATIVE, None)]
        if each is not None:
            own += [partial(self._answer_test, Subject.EACH, each)] * 2
        own += self._holding(self.ground, each, None, whole=whole)
        for group in GROUPS:
            inside: list[Leaf] = [partial(self._answer_test, Subject.ITEM, group)] * 2
            inside += [partial(self._answer_test, Subject.INITIATIVE, None)]
            if each is not None:
                inside += [partial(self._answer_test, Subject.EACH, each)]
                inside += [partial(self._comparison, each, group)] * 2
            inside += self._holding(self.ground, each, group, whole=whole)
            own.append(partial(self._quantified, group, inside))
        if whole:
            inside = [partial(self._answer_test, Subject.ITEM, None), *self._of_parts(self.ground)]
            own += [partial(self._quantified, PARTS, inside)] * 3
        return self._combined(own)

    def _holding(self, findings: list[Finding], each: str | None, item: str | None, *, whole: bool) -> list[Leaf]:
        subjects = [(None, Subject.INITIATIVE), (each, Subject.EACH), (item, Subject.ITEM)]
        return [
            partial(Holds, f.id, subject)
            for group, subject in subjects
            for f in findings
            if f.for_each == group
            and (subject is Subject.INITIATIVE or group is not None)
            and ((whole and item is None) or f.scope == "part")
        ]

    def _of_parts(self, findings: list[Finding]) -> list[Leaf]:
        return [partial(Holds, f.id, Subject.ITEM) for f in findings if f.scope == "part" and f.for_each is None]

    def _reading_condition(self, each: str | None, *, whole: bool) -> Condition:
        own: list[Leaf] = [partial(self._count, Subject.INITIATIVE)]
        own += self._statuses(None, Subject.INITIATIVE, whole=whole)
        own += self._holding(self.readings, None, None, whole=whole)
        if each is not None:
            own += self._statuses(each, Subject.EACH, whole=whole)
        for group in GROUPS:
            if inside := self._statuses(group, Subject.ITEM, whole=whole):
                own.append(partial(self._quantified, group, inside))
        if whole:
            inside = [partial(self._count, Subject.ITEM), *self._of_parts(self.readings)]
            inside += self._statuses(None, Subject.ITEM, whole=False)
            own += [partial(self._quantified, PARTS, inside)] * 3
        return self._combined(own)

    def _count(self, subject: Subject) -> StatusCount:
        selector = Selector(
            kind=self.chance.choice((None, "criterion", "verdict")),
            school=self.chance.choice((None, None, "school", "another")),
            track=self.chance.choice((None, None, "any", *TRACKS)),
            umbrella=self.chance.choice((None, None, True, False)),
        )
        return StatusCount(selector, self._some(tuple(Status)), *self._bounds(), subject)

    def _status(self, name: str, subject: Subject) -> StatusIs:
        return StatusIs(name, self._some(tuple(Status)), subject)

    def _statuses(self, group: str | None, subject: Subject, *, whole: bool) -> list[Leaf]:
        return [
            partial(self._status, f.id, subject)
            for f in self.ground
            if f.for_each == group and (whole or f.scope == "part")
        ]


def finding(name: str, kind: Kind, when: Condition, **fields: Any) -> Finding:
    """A finding with nothing but what the engine needs."""
    given = {
        "for_each": None,
        "scope": "part",
        "not_when": None,
        "reading": False,
        "tracks": (),
        "umbrella": False,
        **fields,
    }
    return Finding(
        id=f"school/{name}",
        home="school",
        kind=kind,
        statement={"en": name},
        statement_not=None,
        when=when,
        source=None,
        basis="heuristic",
        because=None,
        dissent=None,
        goes_with=(),
        agreement=None,
        systems=(),
        place=Place("random"),
        **given,
    )


def _placed(name: str, kind: Kind, when: Condition, each: str | None, *, whole: bool, **fields: Any) -> Finding:
    return finding(name, kind, when, for_each=each, scope="whole" if whole else "part", **fields)


def rulebook_of(findings: list[Finding]) -> Rulebook:
    """A rulebook of these findings, which stand in an order in which none builds on a later one."""
    return Rulebook(
        title={"en": "random"},
        version="0",
        sha256="",
        questions=questions(),
        homes={},
        findings={f.id: f for f in findings},
        sources={},
        tables=TABLES,
        table_titles={name: {"en": name} for name in TABLES},
        systems={},
        glossary=Glossary({}),
    )


class InitiativeMaker:
    """Makes an initiative with up to two parts: answers unknown, known and contested; lists open and closed."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def make(self) -> Initiative:
        """A new one."""
        parts = tuple(self._view(f"part{n}") for n in range(self.chance.randint(0, 2)))
        complete = not parts or self.chance.random() < 0.5
        return Initiative("random", "random", self._view(""), parts, complete)

    def _view(self, name: str) -> View:
        return View(name, name, self._answers(FIELDS), {group: self._items(group) for group in GROUPS})

    def _items(self, group: str) -> Items:
        fields = FIELDS if group == "sides" else {**FIELDS, "knows": AnswerType.ITEMS}
        listed = tuple(Item(name, self._answers(fields)) for name in ITEM_IDS[: self.chance.randint(0, 3)])
        return Items(listed, self.chance.random() < 0.6)

    def _answers(self, fields: dict[str, AnswerType]) -> dict[str, Answer]:
        return {name: self._answer(kind) for name, kind in fields.items()}

    def _answer(self, kind: AnswerType) -> Answer:
        number = self.chance.choice((0, 1, 1, 2))
        return Answer(tuple(dict.fromkeys(self._held(kind) for _ in range(number))))

    def _held(self, kind: AnswerType) -> Held:
        if kind is AnswerType.NUMBER:
            return Held(frozenset((self.chance.randint(0, 3),)))
        if kind is AnswerType.CHOICE:
            return Held(frozenset((self.chance.choice(WORDS),)))
        words = ITEM_IDS if kind is AnswerType.ITEMS else WORDS
        mixed = self.chance.sample(words, 3)
        cut = self.chance.randint(0, 3)
        if self._rarely():
            return Held(frozenset(mixed[:cut]), complete=False, excluded=frozenset(mixed[cut : cut + 1]))
        return Held(frozenset(mixed[:cut]), self.chance.random() < 0.5)

    def _rarely(self) -> bool:
        return self.chance.randint(0, 3) == 0


chances = st.randoms(use_true_random=False)
rulebooks = chances.map(lambda chance: RulebookMaker(chance).make())
initiatives = chances.map(lambda chance: InitiativeMaker(chance).make())

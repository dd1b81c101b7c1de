"""A proof as a tree for tired readers: nothing is told twice, and what is so of many is told of all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from advisor.explain.accounts import Name, telling
from advisor.explain.answers import Answers
from advisor.explain.proof import Proof
from advisor.explain.words import inside_a_sentence, put_about, sentences, told_alone
from advisor.logic.conditions import PARTS, Status
from advisor.messages import proof as messages
from advisor.model.finding import Citation
from advisor.report.assessment import SourceResult
from advisor.report.reasons.result import Branch
from advisor.report.results import Results
from advisor.text import both

_SHORT = 40
"""An answer of no more letters is said again where it counts again."""


def account_of(name: Name) -> str:
    """Whoever gives an account, as they stand in a sentence."""
    return inside_a_sentence(name) if name else messages.SOMEBODY


def asked_of(names: Sequence[str], prompt: str, listed: str = "") -> str:
    """A question with those of whom it is asked, who need no names if they are just those that were listed."""
    if not names:
        return prompt
    if len(names) == 1:
        return put_about(names[0], prompt)
    return put_about(messages.EACH if both(names) == listed else messages.EACH_OF.format(names=both(names)), prompt)


def label_of(question: str, results: Results) -> str:
    """The few words that lists have for a question, or for the parts of an initiative."""
    return messages.PARTS if question == PARTS else results.words.text(results.rulebook.questions.find(question).label)


class Contents:
    """Tells steps by all that they say; two that say the same have the same number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[object, ...], int] = {}
        self._known: dict[int, tuple[Proof, int]] = {}

    def number(self, step: Proof) -> int:
        """The same for all steps that say the same and rest on the same."""
        if id(step) not in self._known:
            below = tuple(map(self.number, step.steps))
            told = (step.says, step.finding, step.status, step.question, step.item, step.note, below)
            # The step is kept, so that no other can take its id.
            self._known[id(step)] = step, self._numbers.setdefault(told, len(self._numbers))
        return self._known[id(step)][1]

    def within(self, steps: Iterable[Proof]) -> set[int]:
        """The numbers of steps and of all that they rest on."""
        found: set[int] = set()
        waiting = list(steps)
        while waiting:
            step = waiting.pop()
            if self.number(step) not in found:
                found.add(self.number(step))
                waiting += step.steps
        return found


@dataclass
class Told:
    """What has been told so far."""

    steps: set[int] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    accounts: set[tuple[int, str]] = field(default_factory=set)
    by_accounts: bool = False
    """Whether it is told of what is disputed by whose account it is so: on each of two sides."""
    headed: Name = None
    """Whose account alone heads what is told."""

    def for_a_side(self, accounts: Sequence[Name]) -> "Told":
        """The same for one of two sides, each of which tells by whose account of what is disputed it is so."""
        headed = accounts[0] if len(accounts) == 1 else None
        return Told(set(self.steps), set(self.lists), by_accounts=True, headed=headed)


@dataclass(frozen=True)
class _Above:
    """What a step stands below."""

    cited: Citation | None
    basis: str | None
    names: str = ""
    """Who is listed, where it is told of a list."""
    seeks: bool = False
    """Whether to say what would have served."""


class Branches:
    """Makes the lines of one tree, in the order in which they are read."""

    def __init__(self, results: Results, contents: Contents, told: Told) -> None:
        self.words = results.words
        self.answers = Answers(results.rulebook, results.words)
        self.results = results
        self.contents = contents
        self.told = told
        self.sources: dict[str, SourceResult] = {}
        """What the findings in it cite that the one above them does not, by their ids."""

    def below(self, root: Proof, steps: Sequence[Proof], *, seeks: bool = False) -> list[Branch]:
        """What a finding rests on.

        Args:
            root: the finding.
            steps: what it rests on.
            seeks: whether to say what would have served instead.
        """
        return self._branches(steps, _Above(root.source, root.basis, seeks=seeks))

    def _branches(self, steps: Sequence[Proof], above: _Above) -> list[Branch]:
        return [branch for alike in self._alike(steps) for branch in self._of(alike, above)]

    def _alike(self, steps: Sequence[Proof]) -> Iterable[list[Proof]]:
        """The steps, those together that tell the same answer of several items."""
        found: dict[object, list[Proof]] = {}
        for at, step in enumerate(steps):
            known = self.contents.number(step) in self.told.steps
            same = (step.question, self._answer(step), self._accounts(step), known)
            found.setdefault(same if step.tests and step.item else at, []).append(step)
        return found.values()

    def _of(self, alike: list[Proof], above: _Above) -> Iterator[Branch]:
        step = alike[0]
        if step.tests:
            yield self._answered(alike, above)
        elif step.finding is not None:
            yield self._finding(step, above)
        else:
            yield from self._list(step, above)

    # Findings

    def _finding(self, step: Proof, above: _Above) -> Branch:
        number = self.contents.number(step)
        branch = Branch(
            says=step.says,
            status=step.status,
            finding=step.finding,
            items=[step.item] if step.item else [],
            rests=self._rests(step, above),
            looked_for=self._sought(step) if above.seeks else None,
        )
        if number in self.told.steps and step.steps:
            says = messages.TOLD_ABOVE.format(says=step.says.rstrip("."))
            return branch.model_copy(update={"says": says, "again": True, "rests": None})
        self.told.steps.add(number)
        return branch.model_copy(update={"steps": self._branches(step.steps, _Above(step.source, step.basis))})

    def _rests(self, step: Proof, above: _Above) -> str | None:
        """What a finding rests on, where that is something else than what the one above it rests on."""
        cited = None if step.source is None else step.source.ref
        if (step.basis, cited) == (above.basis, None if above.cited is None else above.cited.ref):
            return None
        source = self.results.source(step.source)
        if source is None or step.basis == "heuristic":
            return messages.RESTS_BRIEFLY[str(step.basis)]
        self.sources[source.ref] = source
        return messages.RESTS_BRIEFLY["publication"].format(source=source.short)

    def _sought(self, step: Proof) -> str | None:
        """What a finding would have said if it had settled the other way."""
        finding = self.results.rulebook.findings[str(step.finding)]
        other = {"met": Status.NOT_MET, "supported": Status.NOT_MET, "not met": Status.MET, "refuted": Status.MET}
        if step.status not in other:
            return None
        views = self.results.initiative.views
        items = (item for view in views for item in view.group(str(finding.for_each)).items if item.id == step.item)
        return told_alone(self.words.statement(finding, other[step.status], next(items, None)))

    # Lists

    def _list(self, step: Proof, above: _Above) -> Iterator[Branch]:
        number, label = self.contents.number(step), label_of(step.question or PARTS, self.results)
        known, listed_before = number in self.told.steps, step.says in self.told.lists
        self.told.steps.add(number)
        self.told.lists.add(step.says)
        if known and not self._is_told_by_accounts(step):
            yield Branch(says=messages.SAME_AS_ABOVE.format(label=label), question=step.question, again=True)
            return
        names = step.says.partition(": ")[2].partition(";")[0]
        steps = self._branches(step.steps, replace(above, names=names))
        if listed_before and steps and all(branch.again for branch in steps):
            yield from self._branches(step.steps, replace(above, names=""))
            return
        says = messages.LISTED_ABOVE.format(label=label) if listed_before else step.says
        yield Branch(says=says, question=step.question, again=listed_before and not steps, steps=steps)

    def _is_told_by_accounts(self, step: Proof) -> bool:
        """Whether a list that both sides rest on hangs, on this one, on whose account of some answer is right."""
        return self.told.by_accounts and any(below.tests and self._accounts(below) for below in step.steps)

    # Answers

    def _answered(self, alike: list[Proof], above: _Above) -> Branch:
        step, numbers = alike[0], [self.contents.number(one) for one in alike]
        asks = self._asks(step, list(dict.fromkeys(map(self._about, alike))), above.names)
        known = all(number in self.told.steps for number in numbers)
        accounts = self._accounts(step) if self.told.by_accounts else ""
        again = known and (not accounts or all((number, accounts) in self.told.accounts for number in numbers))
        self.told.steps.update(numbers)
        self.told.accounts.update((number, accounts) for number in numbers)
        if again:
            says = messages.TOLD_ABOVE.format(says=f"{asks} {self._briefly(step)}".rstrip())
        else:
            says = f"{asks} {accounts if known else self._answer(step)}"
        return Branch(
            says=says,
            question=step.question,
            items=[one.item for one in alike if one.item],
            note=None if known else self._noted(alike),
            looked_for=self._served(step) if above.seeks else None,
            again=again,
        )

    def _about(self, step: Proof) -> str:
        return self.words.about(step.tests[0].ref, step.tests[0].at)

    def _briefly(self, step: Proof) -> str:
        """An answer that counts again, if it can be said again in a few words."""
        answer, is_disputed = self._answer(step), step.tests[0].at.answer(step.tests[0].ref).contested
        return "" if is_disputed or len(answer) > _SHORT else answer.rstrip(".")

    def _noted(self, alike: list[Proof]) -> str | None:
        """The note of them all, or each with whom it is about."""
        if len({one.note for one in alike}) == 1:
            return alike[0].note
        whose: dict[str, list[str]] = {}
        for one in alike:
            if one.note:
                whose.setdefault(one.note, []).append(self._about(one))
        return sentences(put_about(both(names), note) for note, names in whose.items())

    def _asks(self, step: Proof, names: list[str], listed: str) -> str:
        prompt = self.words.text(self.results.rulebook.questions.find(str(step.question)).prompt)
        return asked_of(list(filter(None, names)), prompt, listed)

    def _answer(self, step: Proof) -> str:
        if not step.tests:
            return ""
        ref, at, question = step.tests[0].ref, step.tests[0].at, str(step.question)
        return self.words.answer(self.results.rulebook.questions.find(question), at.answer(ref))

    def _accounts(self, step: Proof) -> str:
        """What is told of a disputed answer by those accounts alone that count here."""
        rulebook = self.results.rulebook
        held = dict.fromkeys(one for tested in step.tests for one in telling(tested, rulebook))
        if not held or len(held) == len(step.tests[0].at.answer(step.tests[0].ref).held):
            return ""
        question = rulebook.questions.find(str(step.question))
        return sentences(
            (messages.BY_THIS_ACCOUNT if one.by and one.by == self.told.headed else messages.BY_ACCOUNT).format(
                by=account_of(one.by), says=self.words.held(question, one)
            )
            for one in held
        )

    def _served(self, step: Proof) -> str | None:
        """What an answer would have had to be."""
        atom, *_, so = step.tests[0]
        return self.answers.asked_for(atom, so=not so)

"""The short paragraph: what has been concluded, by whose definition, and the one or two things that it rests on."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from advisor.explain.accounts import Name, telling
from advisor.explain.answers import capital
from advisor.explain.proof import Proof, steps_of
from advisor.explain.words import inside_a_sentence
from advisor.logic.truth import Truth
from advisor.messages import proof as messages
from advisor.model.finding import Kind
from advisor.report.assessment import FindingResult, OpenQuestion, VerdictResult
from advisor.report.reasons.answers import Answered
from advisor.report.reasons.branches import account_of, asked_of, label_of
from advisor.report.results import Results
from advisor.text import both, either

_NAMED = 2
"""So many reasons are named; of others only how many there are."""


class Paragraph:
    """Composed of the statements and answers that the proofs of a finding hold."""

    def __init__(
        self,
        results: Results,
        result: FindingResult,
        proof: Proof | None,
        contrary: Proof | None,
        believed: dict[Truth, list[Name]],
    ) -> None:
        """Takes what has been found.

        Args:
            results: how the findings of the initiative have settled.
            result: that of the finding.
            proof: that it is so, if there is one.
            contrary: that it is not, if there is one.
            believed: by whose account it is so, and by whose it is not.
        """
        self.results = results
        self.result = result
        self.proof = proof
        self.contrary = contrary
        self.believed = believed
        self.answered = Answered(results)

    def sentences(self) -> Iterator[str]:
        """One after the other."""
        yield self._concluded()
        if self.proof is not None and self.contrary is not None:
            yield from self._contested()
        elif self.proof is not None:
            yield from self._rests(messages.RESTS_ON_THIS, self.proof)
            yield from self._doubtful(self.proof)
        elif self.contrary is not None:
            yield from self._rests(messages.DECIDED_BY, self.contrary)
            yield from self._doubtful(self.contrary)
        elif isinstance(self.result, VerdictResult) and self.result.settled is not None:
            yield self._settled(self.result.settled)
        elif self.result.open:
            yield self._missing()
        else:
            yield messages.SILENT

    def _settled(self, settled: str) -> str:
        """That what is missing does not matter."""
        if settled == self.result.status:
            return messages.NOTHING_DECIDES
        return messages.WILL_BE_WHATEVER.format(status=messages.STATUS[settled])

    def _concluded(self) -> str:
        """What has been concluded, and by whose definition."""
        finding = self.results.rulebook.findings[self.result.id]
        home = self.results.rulebook.homes[finding.home]
        school = self.results.words.text(home.short)
        status = self.result.status
        if isinstance(self.result, VerdictResult) and self.result.tracks:
            told = messages.BROADLY if self.result.umbrella else messages.BY_DEFINITION
            return told[status].format(school=school, tracks=either(self.result.tracks))
        if finding.kind is Kind.VERDICT:
            return messages.TERM[status].format(school=school)
        if finding.kind is Kind.CRITERION and home.school:
            return messages.TEST[status].format(school=school)
        told = messages.CLAIM if finding.weight is None else messages.ADVICE
        return told[status]

    # What is decided

    def _rests(self, intro: str, proof: Proof) -> Iterator[str]:
        """The weightiest of what a proof rests on: findings first, since they say more than single answers."""
        ordered = sorted(proof.steps, key=self._weight)
        told = [text for text in map(self._in_short, ordered) if text]
        if told:
            yield " ".join((intro, *told[:_NAMED]))
        elif proof is self.contrary:
            yield messages.NOTHING_MAKES_IT_SO
        more = len(told) - _NAMED
        if more > 0:
            yield messages.AND_MORE[min(more, 2)].format(number=more)

    def _weight(self, step: Proof) -> int:
        """Findings say more than single answers; least of them one that has no words for what is not so."""
        if step.finding is None:
            return 2
        silent = self.results.rulebook.findings[step.finding].statement_not is None
        return int(silent and step.status in ("not met", "refuted"))

    def _in_short(self, step: Proof) -> str:
        """A step in a sentence; a finding that fails with the answer by which it does."""
        if step.finding is None:
            below = next((below for below in step.steps if below.finding is not None), None)
            return self._in_short(below) if below is not None else self._sentence(step)
        answer = self._first_answer(step) if step.status in ("not met", "refuted") else ""
        return messages.DECIDED_SO.format(finding=step.says.rstrip("."), answer=answer) if answer else step.says

    def _sentence(self, step: Proof) -> str:
        answer = self._first_answer(step)
        return f"{capital(answer)}." if answer else step.says

    def _first_answer(self, step: Proof) -> str:
        """The first answer that a step comes down to, with those to the same question."""
        answers = list(_answers(step))
        return self.answered.told([one for one in answers if one.question == answers[0].question]) if answers else ""

    def _doubtful(self, proof: Proof) -> Iterator[str]:
        """That what has been concluded hangs on a dispute, and on which."""
        if self.result.disputed:
            disputed = list(self._disputed((proof,)))
            if disputed:
                yield messages.ON_A_DISPUTED_ANSWER.format(question=disputed[0])
            else:
                yield messages.ON_A_DISPUTED_READING

    # What is disputed

    def _contested(self) -> Iterator[str]:
        by, others = self.believed[Truth.TRUE], self.believed[Truth.FALSE]
        if by and others:
            yield messages.ACCOUNTS_SAY.format(by=both(map(account_of, by)), other=both(map(account_of, others)))
        proofs = [proof for proof in (self.proof, self.contrary) if proof is not None]
        disputed = list(self._disputed(proofs, {*by, *others}))
        if not disputed:
            yield messages.READ_TWICE
        else:
            told = messages.HANGS_ON if by and others else messages.DISPUTED_IS
            yield told[min(len(disputed), _NAMED)].format(questions=" ".join(disputed[:_NAMED]))

    def _disputed(self, proofs: Iterable[Proof], names: Collection[Name] = ()) -> Iterator[str]:
        """The questions to which somebody's answer would tell what another's would not, each once.

        Args:
            proofs: where they are looked for.
            names: only those that such people answer differently, if any are given.
        """
        rulebook, words = self.results.rulebook, self.results.words
        about: dict[str, list[str]] = {}
        for tested in (tested for step in steps_of(proofs) for tested in step.tests):
            held = {one.by for one in tested.at.answer(tested.ref).held}
            if (not names or held.issubset(names)) and telling(tested, rulebook):
                prompt = words.text(rulebook.questions.find(tested.ref.question).prompt)
                about.setdefault(prompt, []).append(words.about(tested.ref, tested.at))
        return (asked_of(list(dict.fromkeys(filter(None, whom))), prompt) for prompt, whom in about.items())

    # What is not known

    def _missing(self) -> str:
        """What is missing, in the few words that the questions have for lists."""
        missing: dict[str, list[str]] = {}
        for question in self.result.open:
            missing.setdefault(label_of(question.question, self.results), []).extend(self._name(question))
        told = [_of(label, names) for label, names in missing.items()]
        further = len(told) - _NAMED
        if further > 0:
            told[_NAMED:] = [messages.MISSING_MORE[min(further, 2)].format(number=further)]
        return messages.MISSING.format(missing=both(told))

    def _name(self, question: OpenQuestion) -> Iterator[str]:
        """Whom a question is about, if it is about anybody."""
        group, views = question.question.partition(".")[0], self.results.initiative.views
        items = (item for view in views for item in view.group(group).items if item.id == question.item)
        if (item := next(items, None)) is not None:
            yield inside_a_sentence(self.results.words.item_name(group, item))


def _of(label: str, names: Sequence[str]) -> str:
    names = list(dict.fromkeys(names))
    few = both([*names[:_NAMED], *([messages.OTHERS] if len(names) > _NAMED else [])])
    return messages.ANSWER_OF.format(label=label, names=few) if names else messages.ANSWER.format(label=label)


def _answers(step: Proof) -> Iterator[Proof]:
    if step.tests:
        yield step
    for below in step.steps:
        yield from _answers(below)

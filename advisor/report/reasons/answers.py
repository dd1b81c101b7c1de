"""The answers that a finding rests on, each as a sentence."""

from collections.abc import Sequence

from advisor.explain.accounts import telling
from advisor.explain.clauses import About, Clauses
from advisor.explain.proof import Proof, Tested
from advisor.logic.answers import Check, Held, Includes, Only, Word
from advisor.logic.conditions import AnswerTest, Subject
from advisor.messages import proof as messages
from advisor.model.question import LIST_TYPES, Question
from advisor.report.reasons.branches import account_of
from advisor.report.results import Results
from advisor.text import both

_NAMED = 2
"""So many answers are told of those that say the same."""


class Answered:
    """Tells answers in the words that the questions have for them."""

    def __init__(self, results: Results) -> None:
        self.rulebook = results.rulebook
        self.words = results.words
        self.clauses = Clauses(results.words, results.initiative.whole.groups)

    def told(self, steps: Sequence[Proof]) -> str:
        """Answers to one question, as a clause: what some have answered, and how many more have."""
        room = _NAMED if len(steps) == 1 else 1
        clauses = [self._clause(step.tests[0], room) for step in steps]
        named, further = clauses[:_NAMED], len(clauses) - _NAMED
        if further > 0:
            named.append(messages.AS_FOR_MORE[min(further, 2)].format(number=further))
        return "; ".join(dict.fromkeys(named))

    def _clause(self, tested: Tested, room: int) -> str:
        question, answer = self.rulebook.questions.find(tested.ref.question), tested.at.answer(tested.ref)
        counting = telling(tested, self.rulebook)
        if not isinstance(tested.atom, AnswerTest) or (answer.contested and not counting):
            # A clause would not say more than the question with its answer.
            return f"{self.words.asked(tested.ref, tested.at)} {self.words.answer(question, answer).rstrip('.')}"
        if not counting:
            return self._said(question, answer.held[0], tested, room)
        told = ((held, self._said(question, held, tested, room)) for held in counting)
        return both(messages.ACCORDING_TO.format(by=account_of(held.by), says=says) for held, says in told)

    def _said(self, question: Question, held: Held, tested: Tested, room: int) -> str:
        """What somebody holds, as far as it decides how a test turns out; what is missing, where that is shorter."""
        about, check = _about(tested), tested.atom.check if isinstance(tested.atom, AnswerTest) else None
        if question.type not in LIST_TYPES:
            return self.clauses.answer(question, held.words, about)
        counts = [word for word in _ordered(question, held.words) if _counts(word, check, so=tested.so)]
        missing = _ordered(question, check.words) if isinstance(check, Includes) and not tested.so else []
        if missing and (len(missing) <= room < len(counts) or not (counts or held.complete)):
            return both(self.clauses.lacks(question, word, about) for word in missing[:_NAMED])
        if not counts:
            return self.clauses.none(question, about)
        return both(self.clauses.includes(question, word, about) for word in counts[:_NAMED])


def _ordered(question: Question, words: frozenset[Word]) -> list[Word]:
    """Options in their order; other words by the alphabet."""
    return [*(o for o in question.options if o in words), *sorted(words - question.options.keys(), key=str)]


def _counts(word: Word, check: Check | None, *, so: bool) -> bool:
    """Whether a word decides how a check turns out; where nothing does by itself, all words count alike."""
    match check:
        case Includes(words):
            return word in words or not so
        case Only(words):
            return so or word not in words
        case _:
            return True


def _about(tested: Tested) -> About | None:
    ref, at = tested.ref, tested.at
    if ref.subject is Subject.INITIATIVE or "." not in ref.question:
        return None
    return ref.question.rpartition(".")[0], at.each if ref.subject is Subject.EACH else at.item

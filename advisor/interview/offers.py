"""What is offered in answer to a question, and what picking or typing makes of the answer so far."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from advisor.initiative.initiative import View
from advisor.interview.typed import Understanding
from advisor.logic.answers import Held, Word
from advisor.model.question import CLOSED_TYPES, LIST_TYPES, AnswerType, Question

_MOST_NAMES = 8
"""So many languages or places are offered while one is typed."""
NOTHING_HELD = Held(frozenset(), complete=False)


class Mark(Enum):
    """How an offer stands in the answer so far."""

    NONE = "none"
    """It is picked alone; nothing is ticked."""
    OPEN = "open"
    TICKED = "ticked"
    CROSSED = "crossed"
    """It is known not to belong."""


class End(Enum):
    """How a list ends, as offered below it."""

    ALL = "that-is-all"
    MORE = "may-be-more"
    DONE = "done"
    NONE = "none"


@dataclass(frozen=True)
class Offer:
    """One line that can be picked: an answer, or the end of a list."""

    pick: Word | End
    label: str = ""
    help: str | None = None
    mark: Mark = Mark.NONE
    is_meant: bool = False
    """It completes what is typed: sending that off picks it."""


@dataclass(frozen=True)
class Reply:
    """What the answer has become, and whether that finishes it."""

    held: Held
    done: bool


class Answering:
    """How one question is answered."""

    is_typed = False
    """Whether something can be typed."""

    def __init__(self, question: Question, view: View, understanding: Understanding, held: Held | None) -> None:
        """Begins with what stands already.

        Args:
            question: any question but one for a group.
            view: the answers of the initiative, among whose items some questions choose.
            understanding: what typed words mean.
            held: the answer so far, if there is one.
        """
        self.question = question
        self.view = view
        self.understanding = understanding
        self.held = held or NOTHING_HELD

    def offers(self, typed: str = "") -> tuple[Offer, ...]:  # noqa: ARG002 -- for those that complete what is typed
        """What can be picked now."""
        return ()

    def picked(self, pick: Word | End) -> Reply:
        """What picking an offer makes of the answer."""
        return Reply(Held(frozenset(() if isinstance(pick, End) else (pick,))), done=True)

    def typed(self, typed: str) -> Reply:
        """What typing something makes of the answer.

        Raises:
            Unclear: it has no one meaning.
        """
        return Reply(self.understanding.held(self.question, typed, self.view), done=True)

    def _choices(self) -> tuple[Offer, ...]:
        choices = self.understanding.choices(self.question, self.view)
        return tuple(Offer(choice.word, choice.label, choice.help) for choice in choices)

    def _named(self, codes: Iterable[str]) -> tuple[Offer, ...]:
        """Languages or places as offers."""
        names = self.understanding.names.of(self.question.type)
        return tuple(Offer(code, names.name(code)) for code in codes) if names else ()

    def _meant(self, typed: str) -> tuple[Offer, ...]:
        """What may be about to be typed; if nothing is, what resembles it."""
        if completed := self._completed(typed):
            return tuple(replace(offer, is_meant=True) for offer in self._named(completed))
        names = self.understanding.names.of(self.question.type)
        return self._named(names.resembling(typed, _MOST_NAMES)) if names else ()

    def _first_completed(self, typed: str) -> str:
        """The first completion, which is the one that is marked while one types; what is typed where there is none.

        A few letters can also be the code of quite another language, which nobody means who sees the list.
        """
        return next(iter(self._completed(typed)), typed)

    def _completed(self, typed: str) -> tuple[str, ...]:
        names = self.understanding.names.of(self.question.type)
        return names.beginning(typed, _MOST_NAMES) if names and typed.strip() else ()


class OneOf(Answering):
    """One of several answers is picked."""

    def offers(self, typed: str = "") -> tuple[Offer, ...]:  # noqa: ARG002 -- nothing is typed here
        """The options, or the items to choose from."""
        return self._choices()


class Written(Answering):
    """Something is typed: a number, a date, words."""

    is_typed = True


class OneNamed(Answering):
    """A language or a place, completed while it is typed."""

    is_typed = True

    def typed(self, typed: str) -> Reply:
        """What stands first among the completions, or else what was typed."""
        return super().typed(self._first_completed(typed))

    def offers(self, typed: str = "") -> tuple[Offer, ...]:
        """What may be about to be typed."""
        return self._meant(typed)


class SeveralOf(Answering):
    """Several answers are ticked, and the list is closed or left open."""

    def offers(self, typed: str = "") -> tuple[Offer, ...]:
        """Everything that can be ticked, then the ends of the list."""
        return (*(replace(offer, mark=self._mark(offer.pick)) for offer in self._listed(typed)), *self._ends())

    def _listed(self, typed: str) -> tuple[Offer, ...]:  # noqa: ARG002 -- for those where something is typed
        return self._choices()

    def picked(self, pick: Word | End) -> Reply:
        """The answer with one more or one less, or ended."""
        match pick:
            case End.ALL | End.NONE:
                self.held = Held(self.held.words, by=self.held.by)
            case End.DONE:
                pass
            case End.MORE:
                self.held = replace(self.held, complete=False)
            case _ if pick in self.held.words:
                self.held = replace(self.held, words=self.held.words - {pick})
            case _:
                words, excluded = self.held.words | {pick}, self.held.excluded - {pick}
                self.held = replace(self.held, words=words, excluded=excluded)
        return self._reply(done=isinstance(pick, End))

    def crossed(self, pick: Word) -> Reply:
        """Says that something does not belong, or takes that back.

        The list is open then: a closed one lacks it anyway.
        """
        left = self.held.excluded - {pick} if pick in self.held.excluded else self.held.excluded | {pick}
        self.held = Held(self.held.words - {pick}, complete=False, by=self.held.by, excluded=left)
        return self._reply(done=False)

    def _reply(self, *, done: bool) -> Reply:
        # What was the last one listed may have been taken back: that does not yet say that there is none.
        if self.question.all_listed and not done:
            self.held = replace(self.held, complete=bool(self.held.words) and not self.held.excluded)
        return Reply(self.held, done=done)

    def _mark(self, pick: Word | End) -> Mark:
        if pick in self.held.words:
            return Mark.TICKED
        return Mark.CROSSED if pick in self.held.excluded else Mark.OPEN

    def _ends(self) -> tuple[Offer, ...]:
        if not self.question.all_listed:
            return Offer(End.ALL), Offer(End.MORE)
        return (Offer(End.DONE),) if self.held.words or self.held.excluded else (Offer(End.NONE), Offer(End.DONE))


class SeveralNamed(SeveralOf):
    """Languages or places: typed one after the other, completed while they are typed."""

    is_typed = True

    def _listed(self, typed: str) -> tuple[Offer, ...]:
        if typed.strip():
            return self._meant(typed)
        return self._named(sorted(map(str, self.held.words | self.held.excluded)))

    def typed(self, typed: str) -> Reply:
        """The answer with what was typed added to it."""
        new = super().typed(self._first_completed(typed)).held
        words = self.held.words | new.words
        self.held = replace(self.held, words=words, excluded=(self.held.excluded | new.excluded) - words)
        return self._reply(done=False)


def answering(question: Question, view: View, understanding: Understanding, held: Held | None = None) -> Answering:
    """How a question is answered that is no group."""
    several = question.type in LIST_TYPES
    if question.type in CLOSED_TYPES or question.type is AnswerType.ITEMS:
        kind: type[Answering] = SeveralOf if several else OneOf
    elif understanding.names.of(question.type) is None:
        kind = Written
    else:
        kind = SeveralNamed if several else OneNamed
    return kind(question, view, understanding, held)

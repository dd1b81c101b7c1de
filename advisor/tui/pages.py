"""What the question view shows: of a question, of a list of items, and where a section ends."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from advisor.explain.terms import Meaning, meanings_of
from advisor.explain.words import Wordings, put_about
from advisor.interview.offers import Answering, End, Mark, Offer, answering
from advisor.interview.plan import CORE, Interview, Step
from advisor.interview.typed import Understanding
from advisor.interview.why import Why
from advisor.logic.answers import Answer, Word
from advisor.messages.screens import everywhere
from advisor.messages.screens import interview as messages
from advisor.model.question import LIST_TYPES, AnswerType, Question
from advisor.tui.case import Case
from advisor.tui.course import DECISIVE, Course
from advisor.tui.question import Page
from advisor.tui.shown import shown, shown_lines
from advisor.tui.ways import Way

ADVICE = "="
"""Picked where a section ends, to read the advice, or to go back to the parts. No section is called so."""
WHOLE = "=whole"
"""Picked for a part that has the answer of the whole. No answer is called so."""
_FOR_LISTS = (Way.PREVIOUS, Way.NOTE, Way.NEXT, Way.ORDER)


class Pages:
    """Makes the pages about one case, or about one part of it."""

    def __init__(self, case: Case, part: str, words: Wordings, why: Why, course: Course) -> None:
        self.case = case
        self.part = part
        self.words = words
        self.why = why
        self.course = course
        self.understanding = Understanding(words)

    @property
    def now(self) -> Interview:
        """The interview as the answers stand."""
        return self.case.interview_of(self.part)

    def answering(self, step: Step) -> Answering:
        """How a question is answered that is no group, from what stands there; anew where that is disputed."""
        held = self.now.answer(step).held
        return answering(
            self.now.question(step), self.now.view, self.understanding, held[0] if len(held) == 1 else None
        )

    def question(self, step: Step, section: str, answering: Answering) -> Page:
        """The page of a question that is no group."""
        question, answer = answering.question, self.now.answer(step)
        whole = tuple(self._as_the_whole(step))
        offers = (*whole, *answering.offers())
        taken_over = whole and not self.now.is_said_here(step)
        kept = frozenset((WHOLE,)) if taken_over else _keeps(question, answer)
        return Page(
            step=step,
            where=self._where(step, section),
            prompt=self.prompt(step),
            standing=self._standing(step, question, answer),
            help=" ".join(self._help(question, offers)),
            about=self._about(question),
            offers=lambda typed: (*(() if typed else whole), *answering.offers(typed)),
            placeholder=messages.PLACEHOLDERS[question.type.value] if answering.is_typed else None,
            marked=next((at for at, offer in enumerate(offers) if offer.pick in kept), None),
            is_answered=self.now.is_answered(step),
            ways=self._ways(way for way in Way if not (whole and way is Way.CLEAR)),
        )

    def group(self, step: Step, section: str) -> Page:
        """The page of a list of items."""
        question = self.now.question(step)
        items = self.now.view.group(question.id)
        whole = tuple(self._as_the_whole(step))
        named = tuple(Offer(item.id, self.words.item_name(question.id, item)) for item in items.items)
        ends = (Offer(End.ALL, "" if named else messages.NONE_AT_ALL), Offer(End.MORE))
        told = [everywhere.THAT_IS_ALL if items.complete and named else messages.NONE_AT_ALL if items.complete else ""]
        note = f"{messages.NOTE_SO_FAR}: {items.note}" if items.note else ""
        return Page(
            step=step,
            where=self._where(step, section),
            prompt=self.prompt(step),
            standing=shown_lines(*(shown(text) for text in (*told, note) if text)),
            help=" ".join(self._help(question, named)),
            about=self._about(question),
            offers=lambda _: (*whole, *named, *ends),
            placeholder=self._name_of(question),
            marked=0 if whole and not self.now.is_said_here(step) else len(whole) + len(named),
            ways=self._ways(_FOR_LISTS),
        )

    def _name_of(self, group: Question) -> str:
        """What is typed to list somebody: a name, or what the rules ask for in its place."""
        name = self.case.engine.rulebook.questions.groups[group.id].fields.get("name")
        asked = name is not None and self.case.engine.rulebook.questions.who(group.id) != "convener"
        return self.words.text(name.prompt) if name and asked else messages.PLACEHOLDERS[AnswerType.GROUP.value]

    def crossroads(self, section: str) -> Page:
        """The page at the end of a section: what next?"""
        now, decisive = self.now, section == DECISIVE
        to_parts = (messages.TO_PARTS, messages.TO_PARTS_HELP)
        offers = [Offer(ADVICE, *(to_parts if self.part else self.case.ONWARD))]
        if decisive and self.course.goes_on:
            offers.append(Offer(DECISIVE, messages.DECIDE_ON, f"{self.course.goes_on}."))
        if now.steps(section):
            offers.append(Offer(section, messages.AGAIN, messages.AGAIN_HELP))
        if self.case.RANKS and not decisive:
            offers.append(Offer(DECISIVE, messages.DECISIVE, messages.DECISIVE_HELP))
        for other in now.sections():
            done = now.progress(other)
            if other not in (section, CORE) and done.asked:
                stands = messages.SECTION_STANDS.format(answered=done.answered, asked=done.asked)
                offers.append(Offer(other, self.title(other), stands))
        find = self.case.engine.rulebook.questions.find
        aside = dict.fromkeys(self.words.text(find(step.question).label) for step in now.aside())
        return Page(
            step=None,
            where=self.title(section),
            prompt=messages.WHAT_NEXT,
            standing=shown(self.course.standing if decisive else messages.ANSWERED_TOO),
            help="",
            about=shown(messages.ASIDE.format(labels="; ".join(aside)) if aside else ""),
            offers=lambda _: tuple(offers),
            marked=0,
            ways=self._ways((Way.PREVIOUS, Way.ORDER)),
        )

    def looking(self) -> Page:
        """The page while it is worked out what decides most."""
        nothing = shown()
        return Page(
            step=None,
            where=self.title(DECISIVE),
            prompt=messages.LOOKING,
            standing=nothing,
            help="",
            about=nothing,
            offers=lambda _: (),
            ways=(),
        )

    def title(self, section: str) -> str:
        """What a section is called."""
        if section == DECISIVE:
            return messages.DECISIVE
        return self.now.title(section, self.words.language) or messages.CORE_TITLE

    def prompt(self, step: Step) -> str:
        """The question, with the item that it is about."""
        question, item = self.now.question(step), self.now.item(step)
        prompt = self.words.text(question.prompt)
        if item is None or question.group is None:
            return prompt
        return put_about(self.words.item_name(question.group, item), prompt)

    def explained(self, question: Question) -> list[str]:
        """A question with all that can be said of it."""
        help_ = [self.words.text(question.help)] if question.help is not None else []
        terms = map(str, self._terms(question))
        return [self.words.text(question.prompt), *help_, " ".join(self.why.sentences(question)), *terms]

    def _ways(self, ways: Iterable[Way]) -> tuple[Way, ...]:
        """The ways that there are here."""
        return tuple(way for way in ways if way is not Way.ORDER or self.case.RANKS)

    def ways(self) -> str:
        """What can be said of every question."""
        return messages.WAYS_HELP.format(
            unknown=messages.UNKNOWN,
            withheld=messages.WITHHELD,
            disputed=messages.DISPUTED,
            note=messages.NOTE,
            clear=messages.CLEAR,
        )

    def _where(self, step: Step, section: str) -> str:
        if section == DECISIVE:
            number = len(self.course.deciding.steps)
            told = messages.CAN_CHANGE_TRACK if self.course.deciding.headline else messages.CAN_CHANGE_ANYTHING
            return told.format(number=number)
        steps = self.now.steps(section)
        if step not in steps:
            return self.title(section)
        return messages.WHERE.format(section=self.title(section), number=steps.index(step) + 1, total=len(steps))

    def _as_the_whole(self, step: Step) -> Iterator[Offer]:
        """What a part can take over: the answer of the whole, or its list."""
        if not self.now.can_be_taken_over(step):
            return
        question, whole = self.now.question(step), self.case.interview
        if question.type is AnswerType.GROUP:
            says = self.words.listed(question.id, whole.view.group(question.id))
        else:
            says = self.words.answer(question, whole.answer(step))
        yield Offer(WHOLE, messages.AS_THE_WHOLE, says, Mark.OPEN if self.now.is_said_here(step) else Mark.TICKED)

    def _standing(self, step: Step, question: Question, answer: Answer) -> Content:
        lines = []
        if self.now.is_written(step):
            lines.append(shown(f"{messages.SO_FAR}: ", self._said(question, answer)))
        if answer.note:
            lines.append(shown(f"{messages.NOTE_SO_FAR}: ", answer.note))
        return shown_lines(*lines)

    def _said(self, question: Question, answer: Answer) -> str:
        """An answer in words; where it can be seen from the ticks, only whether that is all."""
        ticked = question.type in (AnswerType.CHOICES, AnswerType.ITEMS) and len(answer.held) == 1
        if ticked and answer.held[0].words:
            told = messages.TICKED_ALL if answer.held[0].complete else messages.TICKED_MORE
            return told.format(number=len(answer.held[0].words))
        return self.words.answer(question, answer)

    def _about(self, question: Question) -> Content:
        """Why a question is asked, and what its terms of art mean."""
        warning = (shown((messages.SENSITIVE, "bold")),) if question.sensitive else ()
        return shown_lines(
            *warning,
            shown(" ".join(self.why.sentences(question))),
            *(shown((name, "bold"), f": {says}") for name, says in self._terms(question)),
        )

    def _terms(self, question: Question) -> list[Meaning]:
        return meanings_of(question, self.case.engine.rulebook, self.words.language)

    def _help(self, question: Question, offers: tuple[Offer, ...]) -> Iterator[str]:
        """What a question means, and how it is answered."""
        if question.of is not None and not self.now.view.group(question.of).items:
            group = self.words.text(self.case.engine.rulebook.questions.initiative[question.of].label).lower()
            yield messages.NOTHING_TO_CHOOSE.format(group=group)
        if question.help is not None:
            yield self.words.text(question.help)
        if question.type is AnswerType.GROUP and offers:
            yield messages.HOW_GROUP
        elif question.type in LIST_TYPES:
            named = question.type in (AnswerType.LANGUAGES, AnswerType.TERRITORIES)
            yield messages.HOW_NAMED if named else messages.HOW_SEVERAL


def _keeps(question: Question, answer: Answer) -> frozenset[Word]:
    """What can be picked so that an answer stays as it is; nothing where it is disputed, or has several parts."""
    return answer.held[0].words if len(answer.held) == 1 and question.type not in LIST_TYPES else frozenset()
